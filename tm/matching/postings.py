"""Work on many postings at once: make those of many texts as sorted lists, and let through those that may be near."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Set
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from tm.matching.layout import (
    CLASSES,
    DEEP,
    ID_SHIFT,
    LONGEST,
    NEAR,
    POSTING,
    RARE,
    SIGNATURE_WORDS,
    WHOLE,
    Rarity,
    bits_allowed,
    head,
)
from tm.matching.ordered import Ordered, is_first, places
from tm.matching.similarity import edits_allowed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Words = NDArray[np.uint64]


_HIGHEST = 1 << 32
"""Numbers of segments are lower."""

_TOGETHER = 1 << 17
"""Postings that are put in order together: 4 MB."""


class Batch:
    """Gathers the postings of many texts, some at a time, so that each list is stored in one piece.

    Args:
        rarity: decides which characters of a text are indexed.
        slot: of the index that this is for.
    """

    def __init__(self, rarity: Rarity, slot: int) -> None:
        self._rarity, self._slot = rarity, slot
        self._where: list[Words] = []
        self._records: list[Words] = []
        self._count = 0

    def add(self, ordered: Ordered) -> None:
        """Take in texts; their numbers grow from call to call."""
        import numpy as np

        texts, chosen, layers = _prefixes(ordered)
        heads = _heads(chosen, ordered.lengths[texts], layers, self._rarity, self._slot)
        where = (heads.astype(np.uint64) << np.uint64(32)) | (texts + self._count).astype(np.uint64)
        self._where.append(where)
        self._records.append(_records(ordered.numbers, ordered.characters, ordered.lengths))
        self._count += len(ordered.lengths)

    def lists(self) -> Iterator[tuple[int, bytes]]:
        """Yield (number of the list, its postings), by number; each list by the numbers of its texts."""
        import numpy as np

        if not self._where:
            return
        where, records = _drained(self._where), _drained(self._records)
        where.sort()
        starts = _starts(where)
        numbers, borders = (where[starts] >> np.uint64(32)).tolist(), [*starts.tolist(), len(where)]
        first = 0
        while first < len(numbers):
            last = max(bisect_right(borders, borders[first] + _TOGETHER) - 1, first + 1)
            begin, end = borders[first], borders[last]
            texts = (where[begin:end] & np.uint64(0xFFFFFFFF)).astype(np.int64)
            data = records[texts].tobytes()
            for number, (start, stop) in zip(numbers[first:last], pairwise(borders[first : last + 1]), strict=True):
                yield number, data[(start - begin) * POSTING : (stop - begin) * POSTING]
            first = last


def _drained(parts: list[Words]) -> Words:
    """Join arrays, and let go of each as soon as it has been taken over."""
    import numpy as np

    joined = np.empty((sum(map(len, parts)), *parts[0].shape[1:]), parts[0].dtype)
    end = len(joined)
    while parts:
        part = parts.pop()
        joined[end - len(part) : end] = part
        end -= len(part)
    return joined


def _starts(where: Words) -> NDArray[np.int64]:
    """Tell where lists begin, so many postings at a time that little is needed beside them."""
    import numpy as np

    found = [np.zeros(1, np.int64)]
    for begin in range(1, len(where), _TOGETHER):
        heads = where[begin - 1 : begin + _TOGETHER] >> np.uint64(32)
        found.append(np.flatnonzero(heads[1:] != heads[:-1]) + begin)
    return np.concatenate(found)


def _prefixes(ordered: Ordered) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Choose the characters to index: (index of the text, character, layer), each character of a text once."""
    import numpy as np

    lengths = ordered.lengths
    near, deep = _edits(lengths, NEAR), _edits(lengths, DEEP)
    within = places(lengths)
    kept = np.flatnonzero((within <= np.repeat(deep, lengths)) & is_first(ordered))
    texts = ordered.texts[kept]
    return texts, ordered.ranked[kept], (within[kept] > near[texts]).astype(np.int64)


def _edits(lengths: NDArray[np.int64], min_score: float) -> NDArray[np.int64]:
    import numpy as np

    distinct, where = np.unique(lengths, return_inverse=True)
    return np.array([edits_allowed(int(length), min_score) for length in distinct], np.int64)[where]


def _heads(
    characters: NDArray[np.int64], lengths: NDArray[np.int64], layers: NDArray[np.int64], rarity: Rarity, slot: int
) -> NDArray[np.int64]:
    import numpy as np

    classes = np.searchsorted(np.array(CLASSES), lengths, side="right") - 1
    classes = np.where(np.frombuffer(rarity, np.uint8)[characters] <= RARE, WHOLE, classes)
    first = head(slot, 0, 0, 0)
    return np.asarray(first + (characters * 2 + layers) * (WHOLE + 1) + classes, np.int64)


def _records(numbers: Words, characters: NDArray[np.uint16], lengths: NDArray[np.int64]) -> Words:
    """Make one posting a text: number and length, and the two halves of the signature."""
    import numpy as np

    records = np.empty((len(lengths), 1 + SIGNATURE_WORDS), "<u8")
    shift = np.uint64(ID_SHIFT)
    records[:, 0] = (numbers << shift) | np.minimum(lengths, LONGEST).astype(np.uint64)
    starts = np.cumsum(lengths) - lengths
    bits = characters % (64 * SIGNATURE_WORDS)
    turned = np.uint64(1) << (bits & 63).astype(np.uint64)
    words = bits >> 6
    for word in range(SIGNATURE_WORDS):
        records[:, 1 + word] = np.bitwise_xor.reduceat(np.where(words == word, turned, np.uint64(0)), starts)
    return records


def passed(
    postings: bytes, signature: tuple[int, ...], size: int, least: int, named: Named | None = None
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give the texts that may score `least` tenths: their numbers, and the tenths that each scores at most.

    Args:
        postings: as in lists of the index, joined; a text in several of them comes several times.
        signature: the words of the text asked for.
        size: its length.
        named: texts that are left out.
    """
    import numpy as np

    records = np.frombuffer(postings, "<u8").reshape(-1, 1 + SIGNATURE_WORDS)
    # Column by column: numpy takes ten times as long over many short rows.
    turned = np.bitwise_count(records[:, 1] ^ np.uint64(signature[0]))
    for place, word in enumerate(signature[1:], 2):
        turned += np.bitwise_count(records[:, place] ^ np.uint64(word))
    limits = np.frombuffer(_limits(size, least), np.int16)
    lengths = (records[:, 0] & np.uint64(LONGEST)).view(np.int64)
    kept = np.flatnonzero(turned <= limits.take(lengths, mode="clip"))
    numbers = (records[:, 0][kept] >> np.uint64(ID_SHIFT)).view(np.int64)
    if named:
        new = named.without(numbers)
        kept, numbers = kept[new], numbers[new]
    other = lengths[kept]
    longer = np.maximum(other, size)
    edits = (turned[kept] + np.abs(other - size) + 1) >> 1
    return numbers, 1000 * (longer - edits) // longer


class Named:
    """Knows which texts of very many were named before."""

    def __init__(self, before: Set[int]) -> None:
        import numpy as np

        known = [number for number in before if number < _HIGHEST]
        self._is = np.zeros(max(known, default=0) + 1, np.bool_)
        self._is[known] = True

    def without(self, numbers: NDArray[np.int64]) -> NDArray[np.int64]:
        """Give the places of those that were not named; numbers that only damage can have made are left out."""
        import numpy as np

        top = int(numbers.max(initial=0)) + 1
        if top > _HIGHEST:
            sound = np.flatnonzero(numbers < _HIGHEST)
            return sound[self.without(numbers[sound])]
        if top > len(self._is):
            grown = np.zeros(max(top, 2 * len(self._is)), np.bool_)
            grown[: len(self._is)] = self._is
            self._is = grown
        return np.flatnonzero(~self._is[numbers])

    def name(self, numbers: NDArray[np.int64], bounds: NDArray[np.int64]) -> list[tuple[int, int]]:
        """List bound and number of texts that were not named, each once, the highest bound first: now they are."""
        import numpy as np

        keys = bounds << 32 | numbers
        keys.sort()  # a tenth of the time that numpy takes to find those that differ
        keys = keys[np.diff(keys, append=-1) != 0][::-1]
        found = keys & 0xFFFFFFFF
        self._is[found] = True
        return list(zip((keys >> 32).tolist(), found.tolist(), strict=True))


@lru_cache(maxsize=1000)
def _limits(size: int, least: int) -> bytes:
    """Give how many bits may differ for each length of a text, as 16-bit numbers; none for the last and longer ones."""
    longest = min(1000 * size // least, LONGEST)
    limits = (min(bits_allowed(length, size, least), _ALL_BITS) for length in range(longest + 1))
    return array("h", [*limits, -1]).tobytes()


_ALL_BITS = 64 * SIGNATURE_WORDS
