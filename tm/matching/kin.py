"""Rank texts by the rare words that they share with another, as those do that search engines find."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
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

    def of(self, character: str) -> float:
        """Give the bits that tell a text with this character from all."""
        return _weight(self.rarity[ord(character)], self.texts)

    def share(self, character: str) -> float:
        """Say in which share of the texts a character may occur at most."""
        return occurrences(self.rarity[ord(character)]) / max(self.texts, 1)

    def is_within(self, character: str, texts: int) -> bool:
        """Tell whether a character occurs in one text of so many or fewer."""
        return occurrences(self.rarity[ord(character)]) <= max(_FEW, self.texts / texts)


@lru_cache(maxsize=1024)
def _weight(level: int, texts: int) -> float:
    return max(log2((texts + 1) / (occurrences(level) + 0.5)), 0.1)


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

    def telling(self, weights: Weights) -> list[bool]:
        """Tell for each token whether it is a word or a number that most texts do not have."""
        return [
            count > 0 and weights.is_within(character, _TELLING)
            for count, character in zip(self.counts, self.shape, strict=True)
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


def nearest(text: Shape, kin: Kin) -> list[int]:
    """Put the texts in order, that first which shares most: the rarer the words, and the shorter the text."""
    weights = [(character, kin.weights.of(character)) for character in dict.fromkeys(text)]
    likeness = [
        sum([weight for character, weight in weights if character in shape]) / (len(shape) + _EVEN)
        for shape in kin.shapes
    ]
    return sorted(range(len(likeness)), key=lambda place: -likeness[place])


_EVEN = 29
"""How BM25 makes up for lengths, with its usual parameters and texts of some twenty words."""


def kin_of_all(text: Shape, shapes: Sequence[Shape]) -> tuple[list[int], Kin]:
    """Find all texts that share a character with one: their places among the shapes, and what `choose` is shown."""
    counts = Counter("".join(shapes))
    places = [place for place, shape in enumerate(shapes) if not set(text).isdisjoint(shape)]
    return places, Kin([shapes[place] for place in places], Weights(learn(counts), len(shapes)))
