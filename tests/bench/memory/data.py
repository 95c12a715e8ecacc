"""Corpora to fill memories with and queries to ask them, made once and kept in the folder for temporary files."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from xml.etree.ElementTree import iterparse

from tm.model.match import Context, Entry, MatchKey, Origin
from tm.text.normalize import match_key

PROJECT = Path(__file__).resolve().parents[3]
SHARED = PROJECT.parent / "shared" / "data"
SYNTH = SHARED / "synth" / "synth.py"
CACHE = Path(tempfile.gettempdir()) / "hexapla-bench"
SEEDS = (SHARED / "sdg" / "sdg.tmx", SHARED / "udhr" / "udhr.tmx", SHARED / "tico19" / "tico19.tmx.gz")
REAL = (*SEEDS, SHARED / "handbook" / "handbook_odd.tmx.gz", SHARED / "libreoffice" / "lo_ui.tmx.gz")
RATES = "0,.05,.1,.2,.3,.4"
"""Shares of a segment's words that a query changes, each as often as the others."""

DOCUMENT = 500
"""Entries to a document."""

Row = tuple[str, str]
"""A source and its target."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Entries as a file of lines: number, source, target; each source on one line, without tabs.

    Attributes:
        name: tells it from all others, also as the name of files.
        source, target: codes of the languages.
        size: how many entries it has.
    """

    name: str
    path: Path
    source: str
    target: str
    size: int

    def rows(self) -> Iterator[Row]:
        """Yield source and target of each entry."""
        with self.path.open(encoding="utf-8", newline="\n") as file:
            for line in file:
                _, source, target = line.rstrip("\n").split("\t")
                yield source, target


def origin(number: int, repetition: int = 0) -> Origin:
    """Say where the entry of this number comes from; of equal sources, each further one comes from an addendum."""
    document = f"A/{60 + number // DOCUMENT % 20}/{number // DOCUMENT}" + (f"/Add.{repetition}" if repetition else "")
    return Origin(document, f"source/{document}.txt:{number % DOCUMENT + 1}", "2021-07-21")


def entries(corpus: Corpus) -> Iterator[Entry]:
    """Yield the entries of a corpus, each with its neighbours, as PO files give them."""
    rows = enumerate(corpus.rows())
    while document := list(islice(rows, DOCUMENT)):
        keys = [MatchKey(""), *(match_key(source) for _, (source, _) in document), MatchKey("")]
        seen: Counter[MatchKey] = Counter()
        for place, (number, (source, target)) in enumerate(document, start=1):
            context = Context(keys[place - 1], keys[place + 1])
            texts = {corpus.source: source, corpus.target: target}
            yield Entry(0, texts, "", origin(number, seen[keys[place]]), context)
            seen[keys[place]] += 1


def synthetic(size: int, seed: int = 1) -> Corpus:
    """Make distinct UN-like English segments of the real texts; a longer corpus starts with the shorter ones."""
    name = f"synthetic-{short(size)}" + (f"-{seed}" if seed != 1 else "")
    made = Corpus(name, CACHE / f"{name}.tsv", "en", "fr", size)
    command = ("gen", "--seeds", *SEEDS, "-n", size, "--seed", seed, "--tsv")
    once(made.path, lambda scratch: _synth(*command, "-o", scratch))
    return made


def real() -> Corpus | None:
    """Join the real texts, English and French; None where they are absent."""
    if not all(path.exists() for path in REAL):
        return None
    path = CACHE / "real.tsv"
    once(path, lambda scratch: write(scratch, _distinct(row for tmx in REAL for row in pairs(tmx, "en", "fr"))))
    with path.open("rb") as file:
        return Corpus("real", path, "en", "fr", sum(1 for _ in file))


def queries(corpus: Corpus, count: int) -> list[str]:
    """Change words of entries at known rates; from the same corpus come the same queries."""
    path = CACHE / f"{corpus.name}.queries-{count}.tsv"
    command = ("query", "--corpus", corpus.path, "-q", count, "--rates", RATES)
    once(path, lambda scratch: _synth(*command, "-o", scratch))
    lines = path.read_text(encoding="utf-8").split("\n")[1:]
    return [line.split("\t")[6] for line in lines if line]


def pairs(path: Path, source: str, target: str) -> Iterator[Row]:
    """Yield the translation units of a TMX file that have both languages."""
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file:
        for _, element in iterparse(file):
            if element.tag == "tu":
                texts = {}
                for variant in element.iter("tuv"):
                    code = variant.get("{http://www.w3.org/XML/1998/namespace}lang", "")[:2].lower()
                    texts[code] = " ".join(
                        "".join(part for seg in variant.iter("seg") for part in seg.itertext()).split()
                    )
                if texts.get(source) and texts.get(target):
                    yield texts[source], texts[target]
                element.clear()


def write(path: Path, rows: Iterable[Row]) -> None:
    """Write the rows as a corpus."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for number, (source, target) in enumerate(rows):
            file.write(f"{number}\t{source}\t{target}\n")


def short(size: int) -> str:
    """Write a number of entries as people say it: 1e5, 2e5, 37998."""
    text = f"{size:.0e}".replace("e+0", "e")
    return text if int(float(text)) == size and size >= 1000 else str(size)


def say(text: str) -> None:
    """Tell of the progress."""
    print(f"{time.strftime('%H:%M:%S')} {text}", file=sys.stderr, flush=True)


def chunks(items: Iterable[Entry], size: int) -> Iterator[list[Entry]]:
    """Cut into lists of this size."""
    rest = iter(items)
    while chunk := list(islice(rest, size)):
        yield chunk


def once(path: Path, make: Callable[[Path], object]) -> Path:
    """Make a file unless it is there; one half made never stands under its name."""
    if not path.exists():
        say(f"making {path.name}")
        path.parent.mkdir(parents=True, exist_ok=True)
        scratch = path.with_name(f"{path.name}.{os.getpid()}")
        try:
            make(scratch)
            scratch.replace(path)
        finally:
            scratch.unlink(missing_ok=True)
    return path


def _synth(*arguments: object) -> None:
    command = [sys.executable, str(SYNTH), *map(str, arguments)]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)


def _distinct(rows: Iterable[Row]) -> Iterator[Row]:
    seen = set()
    for source, target in rows:
        row = match_key(source), match_key(target)
        if row not in seen and all(row):
            seen.add(row)
            yield source, target
