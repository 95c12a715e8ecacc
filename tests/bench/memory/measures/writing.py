"""What it takes to fill a memory, and to add to a full one."""

from __future__ import annotations

from memory.measures.bench import Bench
from memory.table import Line

_RATE = 25_000
"""Entries a second, from parsed rows to searchable."""


def import_rate(bench: Bench) -> None:
    """Fill a memory of each size anew, on one core, until the first lookup is answered."""
    for corpus in bench.synthetic:
        figures = bench.memory(corpus, anew=True).figures
        count = figures["entries"]
        goal = ("≥", _RATE) if corpus.size >= 100_000 else None
        spent = f"{figures['peak'] / 1e6:.0f} MB peak"
        size = f"{figures['bytes'] / count:.0f} B each"
        bench.table.add(
            Line(
                "entries imported a second",
                corpus.name,
                spent,
                size,
                count / figures["wall"],
                count / figures["cpu"],
                goal,
            )
        )
