"""Rank texts by the rare words that they share with another, as those do that search engines find."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import log2

from tm.matching.layout import Rarity, learn, occurrences
from tm.matching.shape import Shape, shape
from tm.matching.trigrams import tokens_of
from tm.model.match import MatchKey

_FEW = 3
"""A word that occurs no more often is rare, and tells something, in the smallest memory."""

_SHARE, _SHARE_ALONE = 100, 20
"""A word is rare in one text of so many or fewer; a Chinese character, of which words have two or more, in so many."""

_TELLING = 8
"""A word tells something if one text of so many, or fewer, has it."""

_REMEMBERED = 50_000
"""Tokens of which it is remembered what they count."""

_ALONE = "\N{CJK RADICAL REPEAT}"
"""Single characters from here on are tokens of their own in a text without spaces."""

ALONE = 0.75
"""Four Chinese characters count as three words."""


_OCCURRENCES = tuple(occurrences(level) for level in range(256))


@dataclass(frozen=True, slots=True)
class Weights:
    """How much it says that a text has a character.

    Attributes:
        rarity: level of each character.
        texts: how many texts it was learned from.
    """

    rarity: Rarity
    texts: int

    def share(self, level: int) -> float:
        """Say in which share of the texts a character of a level occurs at most."""
        return _OCCURRENCES[level] / max(self.texts, 1)

    def level_within(self, texts: int) -> int:
        """Give the highest level of characters that occur in one text of so many or fewer."""
        return bisect_right(_OCCURRENCES, max(_FEW, self.texts / texts)) - 1

    @property
    def points(self) -> Mapping[str, int]:
        """Give for each character the bits that tell a text which has it from all others, in hundredths."""
        return _points(self.rarity, self.texts)


class _Points(dict[str, int]):
    def __init__(self, rarity: Rarity, texts: int) -> None:
        super().__init__()
        self._rarity = rarity
        # Whole numbers: their sum is the same in whatever order.
        self._of_level = [max(round(100 * log2((texts + 1) / (_OCCURRENCES[level] + 0.5))), 10) for level in range(256)]

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
        rarity, some, alone = weights.rarity, weights.level_within(_SHARE), weights.level_within(_SHARE_ALONE)
        return [
            count > 0 and rarity[ord(character)] <= (alone if count == ALONE else some) and _has_sense(token, count)
            for token, count, character in zip(self.tokens, self.counts, self.shape, strict=True)
        ]

    def telling(self, weights: Weights) -> list[int]:
        """List the places of the words and numbers that most texts do not have."""
        rarity, most = weights.rarity, weights.level_within(_TELLING)
        return [
            place
            for place, (count, character) in enumerate(zip(self.counts, self.shape, strict=True))
            if count and rarity[ord(character)] <= most
        ]


def words(tokens: Sequence[str], shape: Shape) -> Words:
    """Count the words of a text."""
    return Words(tokens, shape, [*map(_COUNTS.__getitem__, tokens)])


@lru_cache(maxsize=4)
def words_of(key: MatchKey) -> Words:
    """Give the words of a key; who asks for what is like it, and who answers, cut it once."""
    tokens = tokens_of(key)
    return words(tokens, shape(tokens))


class _Counts(dict[str, float]):
    def __missing__(self, token: str) -> float:
        if len(self) >= _REMEMBERED:
            self.clear()
        if token[0] == "<" or not any(map(str.isalnum, token)):
            count = 0.0
        else:
            count = ALONE if len(token) == 1 and token >= _ALONE else 1.0
        self[token] = count
        return count


_COUNTS = _Counts()


def _has_sense(token: str, count: float) -> bool:
    return count == ALONE or (len(token) > 1 and token[0].isalpha())


@dataclass(frozen=True, slots=True)
class Kin:
    """Texts that share rare words with one.

    Attributes:
        shapes: of the texts.
        weights: what words weigh.
        keys: reads the keys of those at some places.
    """

    shapes: Sequence[Shape]
    weights: Weights
    keys: Callable[[Sequence[int]], Sequence[MatchKey]]


class Likeness:
    """Says how alike other texts are to one, where edits say little: by rare words shared, and pairs of words.

    What the other lacks counts more than what it has beyond: a translator strikes words out sooner than look them up.
    """

    def __init__(self, asked: Words, weights: Weights) -> None:
        points = self._points = weights.points
        text = "".join([one if count else _SIGN for one, count in zip(asked.shape, asked.counts, strict=True)])
        self._words = set(text) - {_SIGN}
        self._lacked = _LACKED * sum(map(points.__getitem__, self._words))
        self._size = len(text)
        self._pairs = [pair for pair in set(map("".join, pairwise(text))) if _SIGN not in pair]

    def of(self, other: Shape) -> float:
        """Give 0 for nothing shared; less than 1.5 for all."""
        points, words = self._points.__getitem__, set(other)
        shared = sum(map(points, self._words & words))
        if not shared:
            return 0.0
        pairs = sum(map(other.__contains__, self._pairs))
        return shared / (self._lacked + _BEYOND * sum(map(points, words))) + _PAIRS * pairs / (
            self._size + len(other) - pairs
        )

    def best(self, others: Sequence[Shape], count: int) -> dict[int, float]:
        """Give the places of so many texts, the most alike first, and how alike each is."""
        some: Iterable[int] = range(len(others))
        if len(others) > count + _ROUGH:
            words = [(word, self._points[word]) for word in self._words]
            rough = [sum([points for word, points in words if word in one]) / (len(one) + _EVEN) for one in others]
            some = sorted(some, key=rough.__getitem__, reverse=True)[: count + _ROUGH]
        found = {place: self.of(others[place]) for place in some}
        return {place: found[place] for place in sorted(found, key=found.__getitem__, reverse=True)[:count]}


_SIGN = "\0"
"""Stands for signs and inline tags; in no shape."""

_LACKED, _BEYOND, _PAIRS = 0.7, 0.3, 0.5
"""Tuned on documents that docs/usefulness.md names."""

_EVEN = 29
"""How BM25 makes up for lengths, with its usual parameters and texts of some twenty words."""

_ROUGH = 4
"""Further texts that a first look lets through."""


def kin_of_all(text: Shape, keys: Sequence[MatchKey]) -> tuple[list[int], Kin]:
    """Find all texts that share a character with one: their places among the keys, and what `choose` is shown."""
    shapes = [shape(tokens_of(key)) for key in keys]
    counts = Counter("".join(shapes))
    places = [place for place, other in enumerate(shapes) if not set(text).isdisjoint(other)]
    weights = Weights(learn(counts), len(shapes))
    kept = [keys[place] for place in places]
    return places, Kin([shapes[place] for place in places], weights, lambda some: [kept[place] for place in some])
