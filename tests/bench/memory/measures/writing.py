"""What it takes to fill a memory, and to add to a full one."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from memory import data, ours
from memory.clock import Answer, race, ratio
from memory.data import say
from memory.measures.bench import Bench
from memory.table import Line, duration
from memory.truth import Found
from tm.model.match import Entry

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
    with tempfile.TemporaryDirectory(dir=data.CACHE) as folder:
        added = {corpus.name: _adder(bench, corpus, Path(folder)) for corpus in corpora}
        say(f"adding to {', '.join(added)} in turns")
        runs = race({name: (add, len(texts)) for name, add in added.items()}, texts, bench.rounds)
        del added
    for name, run in runs.items():
        if name != corpora[0].name:
            under = runs[corpora[0].name]
            figures = duration(run.mean(0)), duration(under.mean(0))
            ratios = ratio(run, under, 0), ratio(run, under, 1)
            found = sum(answer[0][1] == text for text, answer in zip(run.texts, run.answers, strict=True)) / len(texts)
            line = f"add one and find it, {data.short(small)} → …"
            bench.table.add(Line(line, name, *figures, *ratios, ("≤", 1.5), found))


def _adder(bench: Bench, corpus: data.Corpus, folder: Path) -> Answer:
    memory = bench.memory(corpus)
    copy = folder / memory.path.name
    shutil.copyfile(memory.path, copy)
    store = ours.opened(replace(memory, path=copy))
    ask = ours.asker(store, corpus)

    def add(text: str) -> list[Found]:
        store.add([Entry(0, {corpus.source: text, corpus.target: f"T {text}"}, origin=data.origin(0))])
        return ask(text)

    return add
