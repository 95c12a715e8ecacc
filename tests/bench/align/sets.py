"""Pairs of documents with their gold alignments: real, written for this, and with sentences changed."""

from __future__ import annotations

import gzip
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import iterparse

SHARED = Path(__file__).resolve().parents[3].parent / "shared" / "data"
WRITTEN = Path(__file__).resolve().parent / "written"
LANGUAGES = ("ar", "es", "fr", "ru", "zh")
TUNED = {1, 3, 5, 7, 9, 11}
"""Documents of align_docs on which the program was tuned."""

Link = tuple[tuple[int, ...], tuple[int, ...]]
Pair = tuple[str, str]

_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_PAUSE = re.compile(r"(?<=[,;:.!?،؛؟])\s+|(?<=[，；：。！？])")
_CHANGED = 0.4


@dataclass(frozen=True, slots=True)
class Case:
    """Two texts, a sentence each, the links with both sides, and what a memory of other documents holds."""

    name: str
    source: Sequence[str]
    target: Sequence[str]
    gold: frozenset[Link]
    memory: Sequence[Pair] = ()


def cases(name: str, language: str, *, memory: bool, tuned: bool = False) -> Iterator[Case]:
    """Give the cases of a set in a language: those not tuned on, or those that were."""
    if name == "udhr":
        yield _udhr(language)
    elif name == "align_docs":
        for number in range(1, 13):
            if (number in TUNED) is tuned:
                yield _align_docs(number, language, memory=memory)
    elif name == "hard":
        yield from _hard_cases(language, memory=memory, tuned=tuned)
    elif name == "gold" and language == "zh":
        yield _champollion("UN19930101_020")
    elif name == "written":
        for path in sorted(WRITTEN.glob(f"*/{language}.txt")):
            yield _written(path)


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")


def _numbers(text: str, first: int = 0) -> tuple[int, ...]:
    return () if text.strip() in ("-", "omitted") else tuple(int(number) - first for number in text.split(","))


def _links(rows: Iterator[Sequence[str]], first: int = 0) -> frozenset[Link]:
    links = ((_numbers(row[0], first), _numbers(row[1], first)) for row in rows)
    return frozenset(link for link in links if link[0] and link[1])


def _udhr(language: str) -> Case:
    folder = SHARED / "udhr"
    rows = (row.split("\t") for row in _lines(folder / f"gold.en-{language}.tsv") if not row.startswith("#"))
    return Case("udhr", _lines(folder / "en.txt"), _lines(folder / f"{language}.txt"), _links(rows))


def _align_docs(number: int, language: str, *, memory: bool) -> Case:
    start = f"{number:02d}.en-{language}"
    source, target, gold = (
        _lines(SHARED / "align_docs" / f"{start}.{end}") for end in ("en.txt", f"{language}.txt", "gold.tsv")
    )
    held = _others(set(source), language) if memory else ()
    return Case(start, source, target, _links(row.split("\t") for row in gold if row), held)


def _champollion(name: str) -> Case:
    source, target, gold = (
        _lines(SHARED / "gold" / "ldc_enzh" / f"{name}.{end}") for end in ("en.txt", "zh.txt", "gold")
    )
    return Case(name, source, target, _links((row.split("<=>") for row in gold if "<=>" in row), 1))


def _written(path: Path) -> Case:
    """Read a translation whose lines are beads: numbers of English sentences, and what they are in it."""
    source = [row.partition("|")[2] for row in _lines(path.parent / "en.txt")]
    target: list[str] = []
    links = set()
    for row in _lines(path):
        numbers, _, text = row.partition("|")
        sentences = text.split(" || ")
        links.add((_numbers(numbers), tuple(range(len(target), len(target) + len(sentences)))))
        target += sentences
    return Case(path.parent.name, source, target, frozenset(link for link in links if link[0]))


@cache
def _documents(language: str) -> dict[str, list[Pair]]:
    """Read TICO-19 by document."""
    found: dict[str, list[Pair]] = {}
    with gzip.open(SHARED / "tico19" / "tico19.tmx.gz") as file:
        for _, element in iterparse(file):
            if element.tag == "tu":
                texts = {tuv.get(_XML_LANGUAGE, "")[:2]: tuv.findtext("seg") or "" for tuv in element.iter("tuv")}
                if {"en", language} <= texts.keys():
                    name = (element.get("tuid") or "").split(":")[0]
                    found.setdefault(name, []).append((texts["en"], texts[language]))
    return found


def _others(texts: set[str], language: str) -> list[Pair]:
    """Give the pairs of all documents but the one that most of the texts are of."""
    documents = _documents(language)
    own = max(documents, key=lambda name: sum(pair[0] in texts for pair in documents[name]))
    return [pair for name, pairs in documents.items() if name != own for pair in pairs if pair[0] not in texts]


def documents_of(language: str, *, tuned: bool) -> Iterator[tuple[str, list[Pair]]]:
    """Give documents of TICO-19 as pairs of sentences: those not tuned on, or those that were."""
    names = [name for name, pairs in _documents(language).items() if len(pairs) >= 20]
    for name in names[0 if tuned else 1 :: 2]:
        yield name, _documents(language)[name][:300]


def _hard_cases(language: str, *, memory: bool, tuned: bool) -> Iterator[Case]:
    for name, pairs in documents_of(language, tuned=tuned):
        held = _others({pair[0] for pair in pairs}, language) if memory else ()
        yield _hard(name, pairs, language, held)


def _hard(name: str, pairs: Sequence[Pair], language: str, held: Sequence[Pair]) -> Case:
    draw = random.Random(name + language)
    parts: list[tuple[list[str], list[str], float]] = []
    rest = list(pairs)
    gap = "" if language == "zh" else " "
    while rest:
        source, target = rest.pop(0)
        kind = draw.choice(("merge", "split", "drop", "move")) if draw.random() < _CHANGED else ""
        side = draw.randrange(2)
        if kind == "merge" and rest:
            more, other = rest.pop(0)
            parts.append(
                ([f"{source} {more}"], [target, other], 0) if side else ([source, more], [target + gap + other], 0)
            )
        elif kind == "split" and (cut := halves(target if side else source)):
            parts.append(([source], cut, 0) if side else (cut, [target], 0))
        elif kind == "drop":
            parts.append(([source], [], 0) if side else ([], [target], 0))
        else:
            away = draw.choice((-1, 1)) * (draw.randint(2, 8) + 0.5) if kind == "move" else 0
            parts.append(([source], [target], away))
    return _case(name, parts, held)


def _case(name: str, parts: Sequence[tuple[list[str], list[str], float]], held: Sequence[Pair]) -> Case:
    source: list[str] = []
    target: list[str] = []
    ours, theirs = {}, {}
    for number, part in enumerate(parts):
        ours[number] = tuple(range(len(source), len(source) + len(part[0])))
        source += part[0]
    for number in sorted(range(len(parts)), key=lambda number: number + parts[number][2]):
        theirs[number] = tuple(range(len(target), len(target) + len(parts[number][1])))
        target += parts[number][1]
    links = ((ours[number], theirs[number]) for number in range(len(parts)))
    return Case(name, source, target, frozenset(link for link in links if link[0] and link[1]), held)


def halves(text: str) -> list[str]:
    """Cut a text behind the sign nearest to its middle; nothing where there is none."""
    places = [match.start() for match in _PAUSE.finditer(text) if 0.25 < match.start() / len(text) < 0.75]
    if not places:
        return []
    place = min(places, key=lambda place: abs(place - len(text) / 2))
    return [text[:place].strip(), text[place:].strip()]
