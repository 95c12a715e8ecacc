"""The measurements by name, in the order in which they are run."""

from __future__ import annotations

from collections.abc import Callable

from memory.measures import against, writing
from memory.measures.bench import Bench

MEASURES: dict[str, Callable[[Bench], None]] = {
    "import": writing.import_rate,
    "peers": against.peers_on_synthetic,
    "real": against.peers_on_real,
}

__all__ = ["MEASURES", "Bench"]
