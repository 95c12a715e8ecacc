"""Count by planes how many traits each text of a piece shares with a text, all at once, and keep what may be near.

The counts are kept as planes too: one holds the ones of all counts, one the twos, and so on. So to count one trait more
is to add one bit to thousands of numbers, in a few operations on long integers (bit slicing: O'Neil and Quass, SIGMOD
1997; carry-save addition). It needs nothing but Python's own integers, which are there when a process begins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import accumulate
from struct import unpack
from typing import NamedTuple

_FEW = 128
"""So many texts are picked from a piece one by one."""

_FILLED = re.compile(rb"[^\0]")

_BITS = tuple([tuple([bit for bit in range(8) if byte >> bit & 1]) for byte in range(256)])
"""By byte, the bits that it has."""

_LACKING = 40
"""Lengths of texts and scores for which is kept what the texts of a piece lack."""


class Piece:
    """How the texts of a piece lie by length."""

    __slots__ = ("_from", "_lacking", "count", "lengths", "number", "starts")

    def __init__(self, number: int, lengths: bytes) -> None:
        """Take its number, and for each length, rising, how many texts have it, as `Made.lengths` has them."""
        words = unpack(f"<{len(lengths) // 4}I", lengths)
        self.number = number
        self.lengths = words[::2]
        self.starts = (0, *accumulate(words[1::2]))
        self.count: int = self.starts[-1]
        self._from: dict[int, int] = {}
        self._lacking: dict[tuple[int, int, int], list[int]] = {}

    def lacking(self, size: int, least: int) -> list[int]:
        """Give the planes of what texts lack to have enough in common with one of this size, for this score.

        With so much to begin with, those with enough in common reach the power of two that has no plane any more.
        """
        return self._kept((size, least, least), lambda: _lacking(self, wanting(size, least).lacking, size.bit_length()))

    def further(self, size: int, least: int, higher: int) -> list[int]:
        """Give the planes of what texts with enough in common lack to have enough for a higher score; see `further`."""
        return self._kept(
            (size, least, higher), lambda: _lacking(self, further(size, least, higher), size.bit_length() + 1)
        )

    def _kept(self, key: tuple[int, int, int], make: Callable[[], list[int]]) -> list[int]:
        planes = self._lacking.get(key)
        if planes is None:
            if len(self._lacking) >= _LACKING:
                self._lacking.clear()
            planes = self._lacking[key] = make()
        return planes

    def onward(self, place: int) -> int:
        """Give the plane of all texts of the length at this place of `lengths`, and longer ones."""
        plane = self._from.get(place)
        if plane is None:
            start = self.starts[place]
            plane = self._from[place] = ((1 << self.count - start) - 1) << start
        return plane


class Reach(NamedTuple):
    """Texts of a piece that share enough traits.

    Attributes:
        texts: a plane of them.
        over: planes of what they share more than enough; the ones first.
    """

    texts: int
    over: Sequence[int]


def needed(length: int, size: int, least: int) -> int:
    """Say how many traits texts of these lengths share that score `least` tenths or more; 0 where they cannot."""
    longer = max(length, size)
    shared = longer - longer * (1000 - least) // 1000
    return shared if shared <= min(length, size) else 0


def reach(piece: Piece, planes: Sequence[int], size: int, least: int) -> Reach | None:
    """Find the texts of a piece that share enough of a text's traits to score `least` tenths, more than 0.

    Args:
        planes: of the traits of the text, those without a text left out.
        size: how many traits it has, at least as many.
    """
    wanted = wanting(size, least)
    if len(planes) < wanted.fewest:
        return None
    carried, over = planes, []
    for plane in piece.lacking(size, least):
        total, carried = _added([*carried, plane] if plane else carried)
        over.append(total)
    texts = 0
    for plane in carried:
        texts |= plane
    return Reach(texts, over) if texts else None


class Wanting(NamedTuple):
    """What a text must have to score enough against one of some length.

    Attributes:
        shortest, longest: lengths.
        fewest: traits that are shared.
        lacking: by length, what those are less than a power of two; 0 where no text can have enough.
    """

    shortest: int
    longest: int
    fewest: int
    lacking: Sequence[int]


@lru_cache(maxsize=512)
def wanting(size: int, least: int) -> Wanting:
    """Say what it takes to score `least` tenths, more than 0, against a text of this length."""
    power = 1 << size.bit_length()
    shared = [needed(length, size, least) for length in range(1000 * size // least + 2)]
    lacking = [enough and power - enough for enough in shared]
    lengths = [length for length, enough in enumerate(shared) if enough]
    return Wanting(lengths[0], lengths[-1], power - max(lacking), lacking)


def _lacking(piece: Piece, lacking: Sequence[int], bits: int) -> list[int]:
    planes = [0] * bits
    before = 0
    for place, length in enumerate(piece.lengths):
        now = lacking[length] if length < len(lacking) else 0
        if now != before:
            onward = piece.onward(place)
            for bit in _bits(now ^ before):
                planes[bit] ^= onward
            before = now
        if length >= len(lacking):
            break
    return planes


@lru_cache(maxsize=1024)
def _bits(number: int) -> list[int]:
    return [bit for bit in range(number.bit_length()) if number >> bit & 1]


def _added(planes: Sequence[int]) -> tuple[int, list[int]]:
    """Add bits at each place: the plane of the sums' last bits, and those of the twos to carry."""
    if not planes:
        return 0, []
    total, carried = planes[0], []
    for one, other in zip(planes[1::2], planes[2::2], strict=False):
        half = total ^ one
        carried.append(total & one | half & other)
        total = half ^ other
    if len(planes) % 2 == 0:
        carried.append(total & planes[-1])
        total ^= planes[-1]
    return total, carried


def raised(piece: Piece, found: Reach, size: int, least: int, higher: int) -> int:
    """Give the plane of those texts of what `reach` has found that share enough to score `higher` tenths, too."""
    *lacking, always = piece.further(size, least, higher)
    enough = 0
    for over, lack in zip(found.over, lacking, strict=True):  # only the last carry is wanted, no sum
        enough = over & lack | enough & (over ^ lack)
    return (enough | always) & found.texts


@lru_cache(maxsize=512)
def further(size: int, least: int, higher: int) -> list[int]:
    """List by length what those that share enough for `least` lack to share enough for `higher` tenths.

    As in `Wanting`, it is told by what is missing to the power of two that has no plane; that power for no more.
    """
    power = 1 << size.bit_length()
    lacking = []
    for length in range(len(wanting(size, least).lacking)):
        enough = needed(length, size, higher)
        lacking.append(enough and power - enough + needed(length, size, least))
    return lacking


def places(plane: int) -> list[int]:
    """List the bits of a plane."""
    if plane.bit_count() > _FEW:
        data = plane.to_bytes(plane.bit_length() + 7 >> 3, "little")
        filled = [match.start() for match in _FILLED.finditer(data)]
        return [8 * byte + bit for byte in filled for bit in _BITS[data[byte]]]
    found = []
    while plane:  # sooner than a look at all of it
        highest = plane.bit_length() - 1
        found.append(highest)
        plane ^= 1 << highest
    return found
