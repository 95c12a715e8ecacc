"""Translation memories as TMX 1.4b, in and out, in constant memory."""

from tm.exchange.tmx.read import Unit, read
from tm.exchange.tmx.write import write

__all__ = ["Unit", "read", "write"]
