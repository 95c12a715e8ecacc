"""Estimate from postings alone which texts share most with a text: their signatures tell which words they may have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import nsmallest
from itertools import accumulate, pairwise
from struct import iter_unpack
from typing import TYPE_CHECKING

from tm.matching.kin import Weights
from tm.matching.layout import ID_SHIFT, LONGEST, POSTING, SIGNATURE_WORDS, bit
from tm.matching.shape import Shape

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Whole = NDArray[np.int64]
    Words = NDArray[np.uint64]

_TIERS = ((1000, 12), (700, 8), (400, 5))
"""From so many hundredths of bits on a word counts so much; more frequent ones, which many texts have, nothing."""

_EVEN = 29
"""How BM25 makes up for lengths, with its usual parameters and texts of some twenty words."""

_BEST = 40
"""Postings that seem best: some half as many texts, as those that share most are in several lists."""

_BEST_OF_LIST = 4
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
        self._tiers = list(_tiers(text, weights))

    def best(self, lists: Sequence[tuple[str, bytes]], times: int = 1) -> list[int]:
        """Give the numbers of the texts that seem to share most with the text, each once.

        Args:
            lists: of postings, each with its character.
            times: how many times as many as usual.
        """
        count = sum([len(data) for _, data in lists]) // POSTING
        choose = self._all_at_once if self._at_once and count > _FEW else self._one_by_one
        return list(dict.fromkeys(choose(lists, times)))

    def _one_by_one(self, lists: Sequence[tuple[str, bytes]], times: int) -> list[int]:
        numbers: list[int] = []
        chosen: list[int] = []
        of_all: list[int] = []
        (high, highest), (middle, middling), (low, lowest) = self._tiers
        for character, data in lists:
            mask = self._beside(character)
            beside: list[int] = []
            for word, one, two, three in iter_unpack("<4Q", data):
                signature, length = one | two << 64 | three << 128, word & LONGEST
                points = (
                    high * (signature & highest).bit_count()
                    + middle * (signature & middling).bit_count()
                    + low * (signature & lowest).bit_count()
                )
                shared = (signature & mask).bit_count()
                beside.append((_MOST_SHARED - shared << _LENGTH | min(length, _LONG)) << _PLACE | len(numbers))
                of_all.append(_MOST_POINTS - 1000 * points // (length + _EVEN) << _PLACE | len(numbers))
                numbers.append(word >> ID_SHIFT)
            chosen += _first(beside, times * _BEST_OF_LIST)
        chosen += _first(of_all, times * _BEST)
        return [numbers[key & _PLACES] for key in chosen]

    def _all_at_once(self, lists: Sequence[tuple[str, bytes]], times: int) -> list[int]:
        import numpy as np

        records = np.frombuffer(b"".join([data for _, data in lists]), "<u8").reshape(-1, 1 + SIGNATURE_WORDS)
        columns = [np.ascontiguousarray(records[:, place]) for place in range(1, 1 + SIGNATURE_WORDS)]
        first = records[:, 0].view(np.int64)
        lengths, places = first & LONGEST, np.arange(len(records))
        sizes = [len(data) // POSTING for _, data in lists]
        beside = [self._beside(character) for character, _ in lists]
        shared = _counted(
            columns, [np.repeat(np.array(words, np.uint64), sizes) for words in zip(*map(_words, beside), strict=True)]
        )
        keys = ((_MOST_SHARED - shared) << _LENGTH | np.minimum(lengths, _LONG)) << _PLACE | places
        borders = pairwise(accumulate(sizes, initial=0))
        chosen = [_least(keys[start:end], times * _BEST_OF_LIST) for start, end in borders]
        total = np.zeros_like(lengths)
        for points, tier in self._tiers:
            total += points * _counted(columns, [np.uint64(word) for word in _words(tier)])
        chosen.append(_least((_MOST_POINTS - 1000 * total // (lengths + _EVEN)) << _PLACE | places, times * _BEST))
        numbers: list[int] = (first[np.concatenate(chosen) & _PLACES] >> ID_SHIFT).tolist()
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


def _first(keys: list[int], count: int) -> list[int]:
    return nsmallest(count, keys) if len(keys) > count else keys


def _words(mask: int) -> list[int]:
    return [mask >> 64 * place & _WORD for place in range(SIGNATURE_WORDS)]


def _counted(columns: Sequence[Words], masks: Sequence[Words | np.uint64]) -> Whole:
    """Count the bits of each signature that a mask has, given word by word."""
    import numpy as np

    counts = np.zeros(len(columns[0]), np.int64)
    for column, mask in zip(columns, masks, strict=True):
        counts += np.bitwise_count(column & mask)
    return counts


def _least(keys: Whole, count: int) -> Whole:
    """Give the least of some keys, in order; where there are no more, as they are. The keys change their places."""
    if len(keys) <= count:
        return keys
    keys.partition(count)
    least = keys[:count]
    least.sort()
    return least
