"""Make planes: which texts of a piece of the index have a trait, as one bit a text, for each trait."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tm.matching.ordered import Ordered, is_first, times
from tm.matching.shape import ALPHABET
from tm.matching.traits import MOST_TIMES, OWN, TRAITS, Learned, own, shared, trait

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

PIECE = 64_000
"""Texts of a piece at most: of more, the planes that are added up would not stay in a processor's nearest memory."""

REGION = 4 * PIECE
"""Texts that are put in order of length together, before they are cut into pieces: 130 MB while this is done."""


@dataclass(frozen=True, slots=True)
class Made:
    """A piece: texts by length, those of one length by number.

    Attributes:
        lengths: for each length that there is, rising: the length, and how many texts have it; 32 bits each.
        numbers: of the texts' segments, 32 bits each.
        planes: by trait, one bit a text, from the lowest bit of the first byte on; those without a bit are missing.
    """

    lengths: bytes
    numbers: bytes
    planes: dict[int, bytes]


class Gathering:
    """Gathers texts, some at a time, until there are enough for some pieces."""

    def __init__(self, learned: Learned) -> None:
        import numpy as np

        self._owned = np.array(own(learned), np.int64)
        self._lengths: list[Numbers] = []
        self._numbers: list[Numbers] = []
        self._texts: list[Numbers] = []
        self._traits: list[NDArray[np.uint16]] = []
        self.count = 0

    def add(self, texts: Ordered) -> None:
        """Take in texts."""
        self._texts.append(texts.texts + self.count)
        self._lengths.append(texts.lengths)
        self._numbers.append(texts.numbers.astype("<u4"))
        self._traits.append(_traits(texts, self._owned))
        self.count += len(texts.lengths)

    def pieces(self) -> Iterator[Made]:
        """Yield what was gathered, cut into as few pieces as there may be, and be empty again."""
        import numpy as np

        if not self.count:
            return
        lengths, numbers = np.concatenate(self._lengths), np.concatenate(self._numbers)
        order = np.argsort(lengths, kind="stable")
        planes = self._planes(order)
        pieces = -(-self.count // PIECE)
        size = -(-self.count // pieces) + 7 & ~7
        for start in range(0, self.count, size):
            kept = order[start : start + size]
            distinct, counts = np.unique(lengths[kept], return_counts=True)
            runs = np.stack([distinct, counts], axis=1).astype("<u4").tobytes()
            bits = planes[:, start >> 3 : (start + len(kept) + 7) >> 3]
            filled = np.flatnonzero(bits.any(axis=1)).tolist()
            yield Made(runs, numbers[kept].tobytes(), {number: bits[number].tobytes() for number in filled})
        self._clear()

    def _planes(self, order: Numbers) -> NDArray[np.uint8]:
        import numpy as np

        rank = np.empty(self.count, np.int64)
        rank[order] = np.arange(self.count)
        has = np.zeros((TRAITS, self.count), np.bool_)
        for texts, traits in zip(self._texts, self._traits, strict=True):
            has[traits, rank[texts]] = True
        return np.packbits(has, axis=1, bitorder="little")

    def _clear(self) -> None:
        for gathered in (self._lengths, self._numbers, self._texts, self._traits):
            gathered.clear()
        self.count = 0


def _traits(texts: Ordered, owned: Numbers) -> NDArray[np.uint16]:
    """Give the number of the trait that each of the ranked characters is, as `Traits.of` does."""
    import numpy as np

    first, nth = is_first(texts), times(texts, MOST_TIMES)
    found = OWN + shared(texts.ranked, nth)
    once = np.full(ALPHABET, -1)
    is_of_first = owned >> 16 == 1
    once[owned[is_of_first] & 0xFFFF] = np.flatnonzero(is_of_first)
    numbers = np.where(first, once[texts.ranked], -1)
    found[numbers >= 0] = numbers[numbers >= 0]
    if len(owned):
        again = np.flatnonzero(nth > 1)
        rising = np.argsort(owned)
        names = trait(texts.ranked[again], nth[again])
        near = rising[np.searchsorted(owned, names, sorter=rising).clip(max=len(owned) - 1)]
        same = owned[near] == names
        found[again[same]] = near[same]
    return found.astype(np.uint16)
