"""Estimate from postings alone which texts share most with a text: their signatures tell which words they may have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import nsmallest
from struct import iter_unpack
from typing import TYPE_CHECKING

from tm.matching.kin import Weights
from tm.matching.layout import ID_SHIFT, LONGEST, POSTING, SIGNATURE_WORDS, bit
from tm.matching.shape import Shape

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Whole = NDArray[np.int64]

_TIERS = ((1000, 12), (700, 8), (400, 5))
"""From so many hundredths of bits on a word counts so much; more frequent ones, which many texts have, nothing."""

_EVEN = 29
"""How BM25 makes up for lengths, with its usual parameters and texts of some twenty words."""

_BEST = 96
"""Postings that seem best: some half as many texts, as those that share most are in several lists."""

_BEST_OF_LIST = 5
"""Postings of each list that seem to share most of the words beside the list's."""

_BESIDE = 3
"""Words on either side."""

_FEW = 300
"""So many postings are looked at one by one as fast as all at once."""

# A key is one number by which what is better comes first: what it shares, its length, and its place, each in its bits.
_PLACE = 24
_PLACES = (1 << _PLACE) - 1
_LENGTH = 12
_LONG = (1 << _LENGTH) - 1
_MOST_SHARED = 192
_MOST_POINTS = 1 << 17

_WORD = (1 << 64) - 1


class Overlap:
    """Chooses among the texts of some lists of postings."""

    def __init__(self, text: Shape, weights: Weights, *, at_once: bool) -> None:
        """Take the text; `at_once` is worth it where numpy is loaded, or is to be."""
        self._text = text
        self._at_once = at_once
        self._tiers = [(points, mask) for points, mask in _tiers(text, weights) if mask]

    def best(self, lists: Sequence[tuple[str, bytes]]) -> list[int]:
        """Give the numbers of the texts that seem to share most with the text, each once.

        Args:
            lists: of postings, each with its character.
        """
        count = sum([len(data) for _, data in lists]) // POSTING
        choose = self._all_at_once if self._at_once and count > _FEW else self._one_by_one
        return list(dict.fromkeys(choose(lists)))

    def _one_by_one(self, lists: Sequence[tuple[str, bytes]]) -> list[int]:
        numbers: list[int] = []
        chosen: list[int] = []
        of_all: list[int] = []
        for character, data in lists:
            mask, first = self._beside(character), len(numbers)
            beside: list[int] = []
            for word, one, two, three in iter_unpack("<4Q", data):
                signature, length = one | two << 64 | three << 128, word & LONGEST
                points = sum([points * (signature & tier).bit_count() for points, tier in self._tiers])
                shared = (signature & mask).bit_count()
                beside.append((_MOST_SHARED - shared << _LENGTH | min(length, _LONG)) << _PLACE | len(numbers))
                of_all.append(_MOST_POINTS - 1000 * points // (length + _EVEN) << _PLACE | len(numbers))
                numbers.append(word >> ID_SHIFT)
            chosen += nsmallest(_BEST_OF_LIST, beside) if len(numbers) - first > _BEST_OF_LIST else beside
        chosen += nsmallest(_BEST, of_all)
        return [numbers[key & _PLACES] for key in chosen]

    def _all_at_once(self, lists: Sequence[tuple[str, bytes]]) -> list[int]:
        import numpy as np

        records = np.frombuffer(b"".join([data for _, data in lists]), "<i8").reshape(-1, 1 + SIGNATURE_WORDS)
        columns = [np.ascontiguousarray(records[:, place]) for place in range(1 + SIGNATURE_WORDS)]
        lengths, places = columns[0] & LONGEST, np.arange(len(records))
        short = np.minimum(lengths, _LONG) << _PLACE | places
        chosen: list[NDArray[np.int64]] = []
        start = 0
        for character, data in lists:
            some = slice(start, start := start + len(data) // POSTING)
            keys = short[some]
            if len(keys) > _BEST_OF_LIST:
                shared = _counted([column[some] for column in columns[1:]], self._beside(character))
                keys = _least((_MOST_SHARED - shared << _LENGTH + _PLACE) + keys, _BEST_OF_LIST)
            chosen.append(keys)
        total = sum([points * _counted(columns[1:], tier) for points, tier in self._tiers], np.zeros_like(lengths))
        chosen.append(_least(_MOST_POINTS - 1000 * total // (lengths + _EVEN) << _PLACE | places, _BEST))
        numbers: list[int] = (columns[0] >> ID_SHIFT)[np.concatenate(chosen) & _PLACES].tolist()
        return numbers

    def _beside(self, character: str) -> int:
        """Give the bits of the words beside a character."""
        mask, place = 0, self._text.find(character)
        while place >= 0:
            for other in self._text[max(place - _BESIDE, 0) : place + _BESIDE + 1]:
                mask |= 1 << bit(ord(other))
            place = self._text.find(character, place + 1)
        return mask


def _tiers(text: Shape, weights: Weights) -> Iterator[tuple[int, int]]:
    """Yield for each tier what a word of it counts, and the bits of its words that are of no higher one."""
    taken = 0
    for least, points in _TIERS:
        mask = 0
        for character in set(text):
            if weights.points[character] >= least:
                mask |= 1 << bit(ord(character))
        yield points, mask & ~taken
        taken |= mask


def _counted(columns: Sequence[Whole], mask: int) -> Whole:
    """Count the bits of each signature that a mask has."""
    import numpy as np

    counts = np.zeros(len(columns[0]), np.int64)
    for place, column in enumerate(columns):
        if word := mask >> 64 * place & _WORD:
            counts += np.bitwise_count(column.view(np.uint64) & np.uint64(word))
    return counts


def _least(keys: Whole, count: int) -> Whole:
    """Give the least of some keys, in order."""
    import numpy as np

    if len(keys) > count:
        keys = np.partition(keys, count)[:count]
    return np.sort(keys)
