"""Estimate from postings alone which texts share most with a text: their signatures tell which words they may have."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from heapq import nsmallest
from itertools import accumulate
from struct import iter_unpack
from typing import TYPE_CHECKING

from tm.matching.kin import Weights
from tm.matching.layout import ID_SHIFT, LONGEST, POSTING, SIGNATURE_WORDS, bit
from tm.matching.shape import Shape

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_COUNTS = 100
"""From so many hundredths of bits on a word counts; more frequent ones, which half of all texts have, do not."""

_BEST = 40
"""Postings that seem best: some half as many texts, as those that share most are in several lists."""

_BEST_OF_LIST = 4
"""Postings of each list that seem best among its own."""

_FEW = 300
"""So many postings are looked at one by one as fast as all at once."""

_LONG = 255
"""Characters; longer texts are taken for as long."""

# How BM25 makes up for lengths, with its usual parameters and texts of some twenty words, in whole numbers.
_EVEN = 29
_SHARED = [(1 << 24) // (length + _EVEN) for length in range(_LONG + 1)]
"""What a word shared counts, by the length of the other text."""

# A key is one number by which what is better comes first: what it shares, and its place, each in its bits.
_PLACE = 24
_PLACES = (1 << _PLACE) - 1
_MOST = 64 * SIGNATURE_WORDS * _SHARED[0]
_NONE = (1 << 63) - 1 ^ _PLACES
"""Added to a key that was taken."""


class Overlap:
    """Chooses among the texts of some lists of postings."""

    def __init__(self, text: Shape, weights: Weights, *, at_once: bool) -> None:
        """Take the text; `at_once` is worth it where numpy is loaded, or is to be."""
        points = weights.points
        self._mask = 0
        for character in set(text):
            if points[character] >= _COUNTS:
                self._mask |= 1 << bit(ord(character))
        self._at_once = at_once

    def best(self, lists: Sequence[bytes], times: int = 1) -> list[int]:
        """Give the numbers of the texts that seem to share most with the text, each once.

        Args:
            lists: of postings.
            times: how many times as many as usual.
        """
        lists = [data for data in lists if data]
        count = sum(map(len, lists)) // POSTING
        choose = self._all_at_once if self._at_once and count > _FEW else self._one_by_one
        return list(dict.fromkeys(choose(lists, times)))

    def _one_by_one(self, lists: Sequence[bytes], times: int) -> list[int]:
        numbers: list[int] = []
        keys: list[int] = []
        chosen: list[int] = []
        for data in lists:
            start = len(keys)
            for word, one, two, three in iter_unpack("<4Q", data):
                shared = (self._mask & (one | two << 64 | three << 128)).bit_count()
                keys.append(_MOST - shared * _SHARED[min(word & LONGEST, _LONG)] << _PLACE | len(keys))
                numbers.append(word >> ID_SHIFT)
            chosen += nsmallest(times * _BEST_OF_LIST, keys[start:])
        chosen += nsmallest(times * _BEST, keys)
        return [numbers[key & _PLACES] for key in sorted(chosen)]

    def _all_at_once(self, lists: Sequence[bytes], times: int) -> list[int]:
        import numpy as np

        records = np.frombuffer(b"".join(lists), "<u8").reshape(-1, 1 + SIGNATURE_WORDS)
        columns = np.ascontiguousarray(records.T)  # numpy takes ten times as long over many short rows
        first, mask = columns[0].view(np.int64), self._mask.to_bytes(8 * SIGNATURE_WORDS, "little")
        signatures = columns[1:]
        signatures &= np.frombuffer(mask, "<u8")[:, None]
        one, two, three = np.bitwise_count(signatures)
        keys = _MOST - _shared().take(first & LONGEST, mode="clip") * (one + two + three)
        keys <<= _PLACE
        keys |= np.arange(len(keys))
        starts = [0, *accumulate([len(data) // POSTING for data in lists[:-1]])]
        chosen = [np.partition(keys, times * _BEST)[: times * _BEST] if len(keys) > times * _BEST else keys.copy()]
        for _ in range(times * _BEST_OF_LIST):
            least = np.minimum.reduceat(keys, starts)
            keys[least & _PLACES] = least | _NONE
            chosen.append(least)
        found = np.concatenate(chosen)
        found.sort()
        numbers: list[int] = (first[found[found < _NONE] & _PLACES] >> ID_SHIFT).tolist()
        return numbers


@cache
def _shared() -> NDArray[np.int64]:
    import numpy as np

    return np.array(_SHARED, np.int64)
