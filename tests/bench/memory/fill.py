"""Fill a memory with a corpus on one core and print what it took, as JSON; run as `python -m memory.fill`.

The entries are made in lists beforehand and their making is taken off the time: what counts is the way from parsed rows
to the first answer.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter, process_time

from memory.data import Corpus, chunks, entries, say
from memory.resident import peak
from tm.memory.lookup import Query, lookup
from tm.model.match import Entry
from tm.stores import open_store

_CHUNK = 20_000
_TOLD = 500_000


def main() -> None:
    path, source, target, memory = sys.argv[1:]
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    given = Given(Corpus("", Path(path), source, target, 0))
    before, wall, cpu = peak(), perf_counter(), _cpu()
    store = open_store(memory)
    tally = store.add(given.entries())
    added = _cpu() - cpu - given.cpu
    lookup(store, Query(given.last, source, target), min_score=70, limit=5)
    figures = {
        "entries": tally.added,
        "cpu": _cpu() - cpu - given.cpu,
        "wall": perf_counter() - wall - given.wall,
        "add": added,
        "peak": peak(),
        "before": before,
    }
    store.close()
    figures["bytes"] = Path(memory).stat().st_size
    print(json.dumps(figures))


class Given:
    """Entries made list by list, and the seconds that it took."""

    def __init__(self, corpus: Corpus) -> None:
        self.cpu = self.wall = 0.0
        self.last = ""
        self._given = 0
        self._corpus = corpus

    def entries(self) -> Iterator[Entry]:
        """Yield the entries; while a list of them is made, the clock stands."""
        made = chunks(entries(self._corpus), _CHUNK)
        while True:
            wall, cpu = perf_counter(), _cpu()
            chunk = next(made, None)
            self.wall += perf_counter() - wall
            self.cpu += _cpu() - cpu
            if chunk is None:
                return
            self.last = chunk[-1].texts[self._corpus.source]
            yield from chunk
            self._given += len(chunk)
            if self._given % _TOLD == 0:
                say(f"{self._given:,} entries added")


def _cpu() -> float:
    """Count the seconds of this process and of those that it started and that have ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return process_time() + children.ru_utime + children.ru_stime


if __name__ == "__main__":
    main()
