"""Ask the index: which lists to read for a text, and which of their postings may be near enough."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from struct import iter_unpack
from typing import TYPE_CHECKING, NamedTuple

from tm.matching.layout import (
    ID_SHIFT,
    LONGEST,
    NEAR,
    POSTING,
    SIGNATURE_WORDS,
    WHOLE,
    Rarity,
    bits_allowed,
    class_of,
    head,
    is_rare,
    signature,
)
from tm.matching.shape import Shape
from tm.matching.similarity import edits_allowed, lengths_allowed, tenths

if TYPE_CHECKING:
    from tm.matching.postings import Named

_FEW = 100
"""So many postings are looked at one by one as fast as all at once."""

_MANY = 500
"""Texts that are let through at once, from which on numpy tells sooner which of them were before."""

_WORD = (1 << 64) - 1


class Probe(NamedTuple):
    """A character of a text, whose postings may be near it: a tuple, as each lookup makes many.

    Attributes:
        place: of the character in the order of rarity, from 0: a threshold that allows fewer edits needs it not.
        near, deep: numbers of the lists to read, first and last, for any threshold, and further ones for one below 70.
    """

    place: int
    near: tuple[int, int]
    deep: tuple[int, int]


def probes(shape: Shape, rarity: Rarity, slot: int, min_score: float) -> Sequence[Probe]:
    """List what to read in order to find all texts that score `min_score` (50 or more), the rarest character first."""
    size, least = len(shape), tenths(min_score)
    shortest = class_of(max(lengths_allowed(size, min_score).start, 1))
    ranked = sorted([(rarity[character], character) for character in map(ord, shape)])
    found, last = [], -1
    for place, (_, character) in enumerate(ranked[: edits_allowed(size, min_score) + 1]):
        if character == last:
            continue
        last = character
        near, deep = head(slot, character, 0, 0), head(slot, character, 1, 0)
        if is_rare(rarity, character):
            classes = (WHOLE, WHOLE)
        else:
            # Of the characters shared, this is the first in order: so few are left that the other cannot be long.
            classes = (shortest, class_of(min(1000 * (size - place) // least, LONGEST)))
        first, final = classes
        found.append(Probe(place, (near + first, near + final), (deep + first, deep + final)))
    return found


def is_deep(min_score: float) -> bool:
    """Tell whether a threshold, 0 to 100, needs the deep lists too."""
    return min_score < NEAR


class Sieve:
    """Lets those postings through that may score a threshold against one text, each text once."""

    def __init__(self, shape: Shape) -> None:
        self._size = len(shape)
        bits = signature(shape)
        self._words = tuple(bits >> 64 * word & _WORD for word in range(SIGNATURE_WORDS))
        self._seen = set[int]()
        self._named: Named | None = None

    def fresh(self, postings: bytes, min_score: float, *, at_once: bool) -> list[tuple[int, int]]:
        """List tenths of a per cent and number of the texts that score so much at most, `min_score` or more.

        The best come first; those that were listed before are left out. With `at_once`, many postings are looked at
        with numpy, whose loading takes some 70 ms.
        """
        if not at_once or (len(postings) <= _FEW * POSTING and self._named is None):
            return self._unseen(dict(self._one_by_one(postings, min_score)))
        from tm.matching.postings import Named, passed

        numbers, bounds = passed(postings, self._words, self._size, tenths(min_score), self._named)
        if self._named is None:
            if len(numbers) <= _MANY:
                return self._unseen(dict(zip(numbers.tolist(), bounds.tolist(), strict=True)))
            self._named = Named(self._seen)
            new = self._named.without(numbers)
            numbers, bounds = numbers[new], bounds[new]
        return self._named.name(numbers, bounds)

    def _unseen(self, passed: Mapping[int, int]) -> list[tuple[int, int]]:
        seen = self._seen
        fresh = [(bound, number) for number, bound in passed.items() if number not in seen]
        seen.update(passed)
        fresh.sort(reverse=True)
        return fresh

    def _one_by_one(self, postings: bytes, min_score: float) -> Iterator[tuple[int, int]]:
        one, two, three = self._words
        size = self._size
        limits: dict[int, int] = {}
        for word, first, second, third in iter_unpack("<4Q", postings):
            length = word & LONGEST
            limit = limits.get(length)
            if limit is None:
                limit = limits[length] = bits_allowed(length, size, tenths(min_score))
            turned = (first ^ one).bit_count() + (second ^ two).bit_count() + (third ^ three).bit_count()
            if turned <= limit:
                longer = max(length, size)
                edits = (turned + abs(length - size) + 1) >> 1
                yield word >> ID_SHIFT, 1000 * (longer - edits) // longer
