"""What it takes to fill a memory, and to add to a full one."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from memory import data, ours
from memory.clock import race, ratio
from memory.data import say
from memory.measures.bench import Bench
from memory.table import Line, duration

_RATE = 25_000
"""Entries a second, from parsed rows to searchable."""

SMALL = 10_000
"""Entries of the memory that larger ones are compared with."""

ADDED = 200


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


def adding(bench: Bench) -> None:
    """Add single entries to copies of a small and of a large memory, and find each at once."""
    texts = [f"{source} (draft {n})" for n, (source, _) in enumerate(data.synthetic(ADDED, seed=99).rows())]
    small = min(SMALL, bench.sizes[0])
    corpora = [data.synthetic(size) for size in (small, *(size for size in bench.sizes if size > small))]
    with tempfile.TemporaryDirectory(dir=data.CACHE) as folder, ExitStack() as stack:
        copies = {corpus.name: _copy(bench.memory(corpus), Path(folder)) for corpus in corpora}
        asked = {name: stack.enter_context(ours.asking(copy)) for name, copy in copies.items()}
        say(f"adding to {', '.join(asked)} in turns")
        runs = race({name: (each.add, len(texts)) for name, each in asked.items()}, texts, bench.rounds)
    for name, run in runs.items():
        if name != corpora[0].name:
            under = runs[corpora[0].name]
            figures = duration(run.mean(0)), duration(under.mean(0))
            ratios = ratio(run, under, 0), ratio(run, under, 1)
            found = sum(answer[0][1] == text for text, answer in zip(run.texts, run.answers, strict=True)) / len(texts)
            line = f"add one and find it, {data.short(small)} → …"
            bench.table.add(Line(line, name, *figures, *ratios, ("≤", 1.5), found))


def _copy(memory: ours.Filled, folder: Path) -> ours.Filled:
    return replace(memory, path=Path(shutil.copyfile(memory.path, folder / memory.path.name)))
