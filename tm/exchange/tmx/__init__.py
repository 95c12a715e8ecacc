"""Translation memories as TMX 1.4b, in and out, in constant memory."""

from tm.exchange.tmx.read import read
from tm.exchange.tmx.write import write

__all__ = ["read", "write"]
