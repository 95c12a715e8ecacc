"""Rank texts by the rare words that they share with another, as those do that search engines find."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest
from itertools import pairwise
from math import log2

from tm.matching.layout import Rarity, learn, occurrences
from tm.matching.shape import Shape

_FEW = 3
"""A word that occurs no more often is rare, and tells something, in the smallest memory."""

_SHARE, _SHARE_ALONE = 100, 20
"""A word is rare in one text of so many or fewer; a Chinese character, of which words have two or more, in so many."""

_TELLING = 8
"""A word tells something if one text of so many, or fewer, has it."""

_ALONE = "\N{CJK RADICAL REPEAT}"
"""Single characters from here on are tokens of their own in a text without spaces."""

ALONE = 0.75
"""Four Chinese characters count as three words."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much it says that a text has a character.

    Attributes:
        rarity: level of each character.
        texts: how many texts it was learned from.
    """

    rarity: Rarity
    texts: int

    def share(self, character: str) -> float:
        """Say in which share of the texts a character may occur at most."""
        return occurrences(self.rarity[ord(character)]) / max(self.texts, 1)

    def is_within(self, character: str, texts: int) -> bool:
        """Tell whether a character occurs in one text of so many or fewer."""
        return occurrences(self.rarity[ord(character)]) <= max(_FEW, self.texts / texts)

    @property
    def points(self) -> Mapping[str, int]:
        """Give for each character the bits that tell a text which has it from all others, in hundredths."""
        return _points(self.rarity, self.texts)


class _Points(dict[str, int]):
    def __init__(self, rarity: Rarity, texts: int) -> None:
        super().__init__()
        self._rarity = rarity
        # Whole numbers: their sum is the same in whatever order.
        self._of_level = [max(round(100 * log2((texts + 1) / (occurrences(level) + 0.5))), 10) for level in range(256)]

    def __missing__(self, character: str) -> int:
        points = self[character] = self._of_level[self._rarity[ord(character)]]
        return points


@lru_cache(maxsize=6)
def _points(rarity: Rarity, texts: int) -> _Points:
    return _Points(rarity, texts)


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a text, and what each of them counts.

    Attributes:
        tokens: of the text.
        shape: one character for each.
        counts: of how many words each is; 0 for signs and inline tags.
    """

    tokens: Sequence[str]
    shape: Shape
    counts: Sequence[float]

    def rare(self, weights: Weights) -> list[bool]:
        """Tell for each token whether it is a rare word; numbers and single letters are none."""
        return [
            _has_sense(token, count) and weights.is_within(character, _SHARE_ALONE if count == ALONE else _SHARE)
            for token, count, character in zip(self.tokens, self.counts, self.shape, strict=True)
        ]

    def telling(self, weights: Weights) -> list[tuple[int, str]]:
        """List place and token of the words and numbers that most texts do not have."""
        return [
            (place, self.tokens[place])
            for place, (count, character) in enumerate(zip(self.counts, self.shape, strict=True))
            if count and weights.is_within(character, _TELLING)
        ]


def words(tokens: Sequence[str], shape: Shape) -> Words:
    """Count the words of a text."""
    return Words(tokens, shape, [_count(token) for token in tokens])


@lru_cache(maxsize=10_000)
def _count(token: str) -> float:
    if token[0] == "<" or not any(map(str.isalnum, token)):
        return 0.0
    return ALONE if len(token) == 1 and token >= _ALONE else 1.0


def _has_sense(token: str, count: float) -> bool:
    return count == ALONE or (count > 0 and len(token) > 1 and token[0].isalpha())


@dataclass(frozen=True, slots=True)
class Kin:
    """Texts that share rare words with one: their shapes, and what the words weigh."""

    shapes: Sequence[Shape]
    weights: Weights


class Likeness:
    """Says how alike other texts are to one, where edits say little: by rare words shared, and pairs of words.

    What the other lacks counts more than what it has beyond: a translator strikes words out sooner than look them up.
    """

    def __init__(self, asked: Words, weights: Weights) -> None:
        self._points = weights.points
        words = "".join([one if count else "\0" for one, count in zip(asked.shape, asked.counts, strict=True)])
        self._words = [(character, self._points[character]) for character in dict.fromkeys(words) if character > "\0"]
        self._total = sum([points for _, points in self._words])
        self._size = len(asked.shape)
        self._pairs = [pair for pair in dict.fromkeys(map("".join, pairwise(words))) if "\0" not in pair]
        self._known: dict[Shape, float] = {}

    def of(self, other: Shape) -> float:
        """Give 0 for nothing shared; less than 1.5 for all."""
        likeness = self._known.get(other)
        if likeness is None:
            likeness = self._known[other] = self._reckoned(other)
        return likeness

    def _reckoned(self, other: Shape) -> float:
        shared = self._shared(other)
        if not shared:
            return 0.0
        beyond = sum(map(self._points.__getitem__, set(other))) - shared
        pairs = sum(map(other.__contains__, self._pairs))
        return shared / (shared + _LACKED * (self._total - shared) + _BEYOND * beyond) + _PAIRS * pairs / (
            self._size + len(other) - pairs
        )

    def best(self, others: Sequence[Shape], count: int) -> list[int]:
        """Give the places of so many texts, the most alike first."""
        telling = [(character, points) for character, points in self._words if points >= _ROUGH_POINTS]
        rough = [
            -sum([points for character, points in telling if character in other]) / (len(other) + _EVEN)
            for other in others
        ]
        some = nsmallest(_ROUGH + count, range(len(others)), key=rough.__getitem__)
        likeness = {place: -self.of(others[place]) for place in some}
        return nsmallest(count, some, key=likeness.__getitem__)

    def _shared(self, other: Shape) -> int:
        return sum([points for character, points in self._words if character in other])


def trigrams(tokens: Sequence[str]) -> set[tuple[str, str, str]]:
    """Give the runs of three characters in the words of a text: words in another form share most of them."""
    text = f"  {'  '.join([token for token in tokens if token[0].isalnum()])} "
    return set(zip(text, text[1:], text[2:], strict=False))


_LACKED, _BEYOND, _PAIRS = 0.7, 0.3, 0.5
"""Tuned on documents that docs/usefulness.md names."""

_EVEN = 29
"""How BM25 makes up for lengths, with its usual parameters and texts of some twenty words."""

_ROUGH, _ROUGH_POINTS = 4, 250
"""Further texts that a first look lets through, and what the words have that it takes in."""


def kin_of_all(text: Shape, shapes: Sequence[Shape]) -> tuple[list[int], Kin]:
    """Find all texts that share a character with one: their places among the shapes, and what `choose` is shown."""
    counts = Counter("".join(shapes))
    places = [place for place, shape in enumerate(shapes) if not set(text).isdisjoint(shape)]
    return places, Kin([shapes[place] for place in places], Weights(learn(counts), len(shapes)))
