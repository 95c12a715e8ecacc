"""The measurements by name, in the order in which they are run."""

from __future__ import annotations

from collections.abc import Callable

from memory.measures import against, processes, shape, writing
from memory.measures.bench import Bench

MEASURES: dict[str, Callable[[Bench], None]] = {
    "import": writing.import_rate,
    "add": writing.adding,
    "growth": shape.growth,
    "thresholds": shape.thresholds,
    "fragments": shape.fragments,
    "boilerplate": shape.boilerplate,
    "languages": shape.languages,
    "resident": processes.resident,
    "cold": processes.cold,
    "cores": processes.cores,
    "peers": against.peers_on_synthetic,
    "real": against.peers_on_real,
}

__all__ = ["MEASURES", "Bench"]
