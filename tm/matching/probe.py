"""Ask the index: which lists to read for a text, and which of their postings may be near enough."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from struct import iter_unpack
from typing import NamedTuple

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

_FEW = 100
"""So many postings are looked at one by one as fast as all at once."""

_MANY = 1_000_000
"""So many postings looked at without numpy take as long as loading it."""

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


_BITS_OF_BYTE = bytes(byte.bit_count() for byte in range(256))


class Sieve:
    """Lets those postings through that may score a threshold against one text."""

    def __init__(self, shape: Shape, *, at_once: bool) -> None:
        """Take the text; `at_once` is worth it where numpy is loaded, or is to be."""
        self._size = len(shape)
        self._at_once = at_once
        bits = signature(shape)
        self._words = tuple(bits >> 64 * word & _WORD for word in range(SIGNATURE_WORDS))
        self._lane = bytes(8) + bits.to_bytes(8 * SIGNATURE_WORDS, "little")

    def passed(self, postings: bytes, min_score: float) -> dict[int, int]:
        """Give the texts that may score `min_score`: by number, the tenths of a per cent that they score at most."""
        count = len(postings) // POSTING
        if count <= _FEW:
            return dict(self._one_by_one(postings, min_score))
        if count <= _MANY and not self._at_once:
            return dict(self._one_by_one(self._likely(postings, min_score), min_score))
        from tm.matching.postings import passed

        return passed(postings, self._words, self._size, tenths(min_score))

    def _likely(self, postings: bytes, min_score: float) -> bytes:
        """Leave out what differs in more bits than any length allows, with long whole numbers in the place of numpy."""
        least, lane, size = tenths(min_score), self._lane, len(postings)
        most = max(bits_allowed(length, self._size, least) for length in lengths_allowed(self._size, min_score))
        turned = int.from_bytes(postings, "little") ^ int.from_bytes(lane * (size // POSTING), "little")
        counts = int.from_bytes(turned.to_bytes(size, "little").translate(_BITS_OF_BYTE), "little") >> 64
        # Each byte holds how many bits it had. Words are added up, then the bytes of a word; no sum passes 192.
        counts += (counts >> 64) + (counts >> 128)
        for shift in (32, 16, 8):
            counts += counts >> shift
        totals = counts.to_bytes(size, "little")[::POSTING]
        likely = re.finditer(rb"[\x00-\x%02x]" % min(most, 255), totals, re.DOTALL)
        return b"".join([postings[found.start() * POSTING : found.end() * POSTING] for found in likely])

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
