"""Compares concordances with scanning, in English and in enlarged real texts of other languages; run as a script.

    python tests/bench/bench_concordance.py [--size 1e5] [--languages en,zh,ar,ru] [--phrases 15] [--json FILE]

Ours is the whole answer: the twenty best hits with translations and origins. The scan only finds the texts: `LIKE` over
all texts of the language, in SQLite, which is quicker than `re` over them. Both take turns on the same phrases, of one to
four words (in Chinese, characters): the most frequent ones, such as occur now and then, and such
as a sample has once; each is asked once. Ratios are given by the clock
and by processor time; the latter is judged, at a million texts. Data are kept in the folder for temporary files.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import statistics
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from itertools import islice
from pathlib import Path
from time import perf_counter, process_time

from memory.freeze import run_on_a_copy

run_on_a_copy()

from memory.data import CACHE, Corpus, entries, say, synthetic  # noqa: E402
from memory.enlarge import language  # noqa: E402
from memory.table import Line, Table, duration  # noqa: E402

from tm.memory.concordance import Concordance, Wanted, find_hits  # noqa: E402
from tm.model.match import Entry, Origin  # noqa: E402
from tm.stores import open_store  # noqa: E402
from tm.text.normalize import match_key  # noqa: E402
from tm.text.tokens import token_spans  # noqa: E402

GOAL = ("≥", 20.0)
JUDGED = 1_000_000
SAMPLE = 20_000
MIDDLING = 20
"""Occurrences in the sample; in a million texts so many, and so scattered, that most pages have to be fetched."""

ADDED = 20

Seconds = tuple[float, float]
"""By the clock, and of the processor."""


def main() -> None:
    options = _options()
    table = Table()
    for code in options.languages:
        corpus = synthetic(options.size) if code == "en" else language(code, options.size)
        with tempfile.TemporaryDirectory(dir=CACHE) as folder:
            Trial(table, corpus, Path(folder) / "memory.db", options.phrases).run()
    if options.json:
        table.save(options.json)


class Trial:
    """Measures one corpus, in a memory of its own."""

    def __init__(self, table: Table, corpus: Corpus, path: Path, phrases: int) -> None:
        say(f"filling a memory with {corpus.name}")
        self._table, self._corpus, self._path, self._each = table, corpus, path, phrases
        self._store = open_store(str(path))
        self._store.add(entries(corpus))
        self._sample = [match_key(source) for source, _ in islice(corpus.rows(), SAMPLE)]

    def run(self) -> None:
        """Measure building, then phrases of all kinds, then one that comes after an entry was added."""
        self._build(stemmed=False)
        for size in range(1, 5):
            self._race(size, stemmed=False)
        if self._corpus.source != "zh":
            self._build(stemmed=True)
            for size in (1, 3):
                self._race(size, stemmed=True)
        self._add_and_ask()
        self._store.close()

    def _build(self, *, stemmed: bool) -> None:
        before = _bytes(self._path)
        wall, cpu = self._timed(lambda: self._ask("made now", stemmed=stemmed))
        size, name = _bytes(self._path) - before, f"index of {'stems' if stemmed else 'words'}"
        count = self._corpus.size
        self._line(f"{name}: segments a second", wall=count / wall, cpu=count / cpu)
        self._line(f"{name}: bytes a segment", f"{size / 1e6:.0f} MB", f"{before / 1e6:.0f} MB", wall=size / count)

    def _race(self, size: int, *, stemmed: bool) -> None:
        unit = "stems" if stemmed else "words"
        for name, phrases in self._phrases(size).items():
            ours, scans = list[Seconds](), list[Seconds]()
            with closing(sqlite3.connect(self._path)) as connection:
                for phrase in phrases:
                    ours.append(self._timed(lambda: self._ask(phrase, stemmed=stemmed)))  # noqa: B023  # called at once
                    scans.append(self._timed(lambda: self._scan(connection, phrase)))  # noqa: B023
            wall, cpu = ([statistics.fmean(each[of] for each in spent) for spent in (scans, ours)] for of in (0, 1))
            goal = GOAL if self._corpus.size >= JUDGED else None
            times = duration(cpu[1]), duration(cpu[0])
            self._line(f"{size} {unit}, {name}", *times, wall=wall[0] / wall[1], cpu=cpu[0] / cpu[1], goal=goal)

    def _add_and_ask(self) -> None:
        spent = []
        for number in range(ADDED):
            texts = {self._corpus.source: f"Added as {number}.", self._corpus.target: "x"}
            self._store.add([Entry(0, texts, "", Origin("added"))])
            spent.append(self._timed(lambda: self._ask("added as", stemmed=False)))
        wall, cpu = (duration(statistics.median(each[of] for each in spent)) for of in (0, 1))
        self._line("first answer after one was added", cpu, f"clock {wall}")

    def _phrases(self, size: int) -> dict[str, list[str]]:
        """Choose phrases of so many words: the most frequent, such as occur now and then, and once in the sample."""
        counts = Counter(
            key[spans[place][0] : spans[place + size - 1][1]]
            for key in self._sample
            if (spans := token_spans(key))
            for place in range(len(spans) - size + 1)
        )
        counts = Counter({phrase: count for phrase, count in counts.items() if any(map(str.isalpha, phrase))})
        frequent = [phrase for phrase, _ in counts.most_common(self._each)]
        once = sorted(phrase for phrase, count in counts.items() if count == 1)
        rare = random.Random(size).sample(once, min(self._each, len(once)))
        middling = sorted(counts, key=lambda phrase: (abs(counts[phrase] - MIDDLING), phrase))[: self._each]
        return {"frequent": frequent, "middling": middling, "rare": rare}

    def _ask(self, phrase: str, *, stemmed: bool) -> Concordance:
        wanted = Wanted(phrase, self._corpus.source, self._corpus.target, stemmed)
        return find_hits(self._store, wanted, limit=20)

    def _scan(self, connection: sqlite3.Connection, phrase: str) -> int:
        query = "SELECT count(*) FROM segment WHERE language = ? AND key LIKE ?"
        return int(connection.execute(query, (self._corpus.source, f"%{phrase}%")).fetchone()[0])

    def _timed(self, run: Callable[[], object]) -> Seconds:
        wall, cpu = perf_counter(), process_time()
        run()
        return perf_counter() - wall, process_time() - cpu

    def _line(
        self,
        name: str,
        ours: str = "",
        other: str = "",
        *,
        wall: float | None = None,
        cpu: float | None = None,
        goal: tuple[str, float] | None = None,
    ) -> None:
        self._table.add(Line(name, self._corpus.name, ours, other, wall, cpu, goal))


def _bytes(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path.stat().st_size


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=lambda text: int(float(text)), default=100_000, help="entries, 1e5 by default")
    parser.add_argument("--languages", type=lambda text: text.split(","), default=["en", "zh", "ar", "ru"])
    parser.add_argument("--phrases", type=int, default=15, help="phrases of each kind, 15 by default")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the table there, too")
    return parser.parse_args()


if __name__ == "__main__":
    main()
