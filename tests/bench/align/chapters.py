"""Pairs of 3,000 sentences of which a chapter is missing, moved or added, of health texts and a handbook."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from xml.etree.ElementTree import iterparse

from align.sets import SHARED, Case, Link, Pair

_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_TEXTS = ("tico19/tico19.tmx.gz", "handbook/handbook_odd.tmx.gz")
_ADDED = "sdg/sdg.tmx"
_SIZE = 3_000
_BESIDE = 20
"""Sentences to each side of an edge that count as being there."""

Orders = tuple[Sequence[int], Sequence[int]]


@dataclass(frozen=True, slots=True)
class Chapters:
    """A pair of texts of which chapters differ.

    Attributes:
        edges: of the source, between which sentences the chapters begin and end.
        moved: the half-open range of the source that stands elsewhere in the target.
    """

    case: Case
    edges: Sequence[int]
    moved: tuple[int, int] = (0, 0)

    def zone(self, link: Link) -> str:
        """Say where a link is."""
        place = link[0][0]
        if self.moved[0] <= place < self.moved[1]:
            return "moved"
        if any(abs(place - edge) <= _BESIDE for edge in self.edges):
            return "beside"
        return "before" if place < self.edges[0] else "behind"


def chapters(language: str) -> Iterator[Chapters]:
    """Give pairs with 400 missing of one side, 250 of each, 300 moved, and a text of another kind added."""
    pairs = _pairs(language, _TEXTS)[:_SIZE]
    every = list(range(_SIZE))
    yield _chapters("400 missing", pairs, (every, [*every[:1300], *every[1700:]]), (1300, 1700))
    ours, theirs = [*every[:900], *every[1150:]], [*every[:1900], *every[2150:]]
    yield _chapters("250 missing of each", pairs, (ours, theirs), (900, 1650, 1900))
    moved = [*every[:1000], *every[1300:2200], *every[1000:1300], *every[2200:]]
    yield _chapters("300 moved", pairs, (every, moved), (1000, 1300, 2200), (1000, 1300))
    added = _pairs(language, (_ADDED,))
    places = [*every[:1500], *range(_SIZE, _SIZE + len(added)), *every[1500:]]
    yield _chapters(f"{len(added)} added", [*pairs, *added], (every, places), (1500,))


def _chapters(
    name: str, pairs: Sequence[Pair], orders: Orders, edges: Sequence[int], moved: tuple[int, int] = (0, 0)
) -> Chapters:
    ours, theirs = ({number: place for place, number in enumerate(order)} for order in orders)
    links = frozenset(((ours[number],), (theirs[number],)) for number in ours if number in theirs)
    source, target = [pairs[number][0] for number in orders[0]], [pairs[number][1] for number in orders[1]]
    return Chapters(Case(name, source, target, links), edges, moved)


@cache
def _pairs(language: str, names: Sequence[str]) -> list[Pair]:
    found: list[Pair] = []
    for name in names:
        path = SHARED / name
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file:
            for _, element in iterparse(file):
                if element.tag == "tu":
                    texts = {tuv.get(_XML_LANGUAGE, "")[:2]: tuv.findtext("seg") or "" for tuv in element.iter("tuv")}
                    if {"en", language} <= texts.keys():
                        found.append((" ".join(texts["en"].split()), " ".join(texts[language].split())))
    return found
