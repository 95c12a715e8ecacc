"""Know which segments have which digest while a memory is filled, when to keep an index up to date would cost more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Run = NDArray[np.uint64]

_MOST = 1 << 23
"""Segments of which this is known at most: 64 MB, and as much again while it is put in order."""

_BITS = 27
"""So many bits of a digest tell whether it may be there: 16 MB."""

_LOW = (1 << 32) - 1


class Digests:
    """Digests and numbers of segments, in runs in order, of which each is more than twice as long as the next."""

    def __init__(self) -> None:
        import numpy as np

        self._taken = np.zeros(1 << _BITS >> 3, np.uint8)
        self._runs: list[Run] = []
        self._count = 0

    @property
    def is_full(self) -> bool:
        return self._count > _MOST

    def add(self, first: int, digests: Sequence[int]) -> None:
        """Take in the digests of segments that are numbered from the first on."""
        import numpy as np

        if not digests:
            return
        found = np.array(digests, np.uint64)
        bits = found & np.uint64((1 << _BITS) - 1)
        np.bitwise_or.at(self._taken, bits >> np.uint64(3), np.uint8(1) << (bits & np.uint64(7)).astype(np.uint8))
        run = found << np.uint64(32) | np.arange(first, first + len(found), dtype=np.uint64)
        run.sort()
        while self._runs and len(self._runs[-1]) <= 2 * len(run):
            run = np.concatenate([self._runs.pop(), run])
            run.sort(kind="stable")  # which joins what is in order
        self._runs.append(run)
        self._count += len(found)

    def find(self, digests: Sequence[int]) -> list[int]:
        """List the numbers of the segments that have one of these digests."""
        import numpy as np

        asked = np.array(digests, np.uint64)
        bits = asked & np.uint64((1 << _BITS) - 1)
        perhaps = asked[self._taken[bits >> np.uint64(3)] >> (bits & np.uint64(7)).astype(np.uint8) & np.uint8(1) != 0]
        low = perhaps << np.uint64(32)
        found: list[int] = []
        for run in self._runs if len(perhaps) else ():
            starts, ends = np.searchsorted(run, low), np.searchsorted(run, low | np.uint64(_LOW), side="right")
            there = np.flatnonzero(ends > starts)
            for start, end in zip(starts[there].tolist(), ends[there].tolist(), strict=True):
                found += (run[start:end] & np.uint64(_LOW)).tolist()
        return found
