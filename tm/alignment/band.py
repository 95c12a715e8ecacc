"""Which places of two texts are looked at: for each sentence of the source a range of the target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Longs = NDArray[np.int64]

FULL = 160_000
"""Cells up to which all places are looked at."""

_BESIDE = 10
_BEFORE = 8
"""Sentences to each side of the path, and sentences of the source before and behind that are looked at with it."""

_FAR = 40
"""Sentences of the source to each side by which it is seen whether the path is even."""

_UNEVEN = 15
"""Sentences of the target by which a stretch of path differs from a usual one of as many of the source."""

_EDGE = 30
"""Sentences of the source to each side from which an uneven place is seen, and which are no part of it."""

_SPARE = 200_000
"""Cells that are looked at at uneven places, at most: where one text is denser for long, all its path is uneven."""


@dataclass(frozen=True, slots=True)
class Band:
    """For each number of sentences of the source, from 0 to all, a range of numbers of sentences of the target.

    Attributes:
        low, high: both inclusive, neither ever falling; from 0 in the first row to all in the last.
        offsets: where each row starts among all cells, and at last their number.
    """

    low: Longs
    high: Longs
    offsets: Longs

    def row(self, number: int) -> slice:
        return slice(int(self.offsets[number]), int(self.offsets[number + 1]))

    @property
    def cells(self) -> int:
        return int(self.offsets[-1])

    def places(self, cells: Longs) -> tuple[Longs, Longs]:
        """Say how many sentences of the source and of the target stand before the end of each cell."""
        rows = np.searchsorted(self.offsets, cells, side="right") - 1
        return rows, cells - self.offsets[rows] + self.low[rows]

    def overlap(self, row: int, kind: tuple[int, int]) -> tuple[slice, slice]:
        """Say which cells of the row where beads of a kind begin lead to which of a row where they end."""
        before = row - kind[0]
        low = max(int(self.low[row]), int(self.low[before]) + kind[1])
        high = max(min(int(self.high[row]), int(self.high[before]) + kind[1]), low - 1)
        start = low - kind[1] - int(self.low[before])
        return slice(start, start + high - low + 1), slice(low - int(self.low[row]), high + 1 - int(self.low[row]))


def whole_band(source: int, target: int) -> Band:
    """Look at all places."""
    return _band(np.zeros(source + 1, np.int64), np.full(source + 1, target, np.int64))


def diagonal_band(source: int, target: int, cells: int) -> Band:
    """Look at all places, or, where there are more cells than so many, at those around the diagonal."""
    width = max(cells // (source + 1), 2 * _BESIDE)
    if width > target:
        return whole_band(source, target)
    middle = np.round(np.linspace(0, target, source + 1)).astype(np.int64)
    return _band(np.maximum(middle - width // 2, 0), np.minimum(middle + width // 2, target))


def band_around(path: Sequence[tuple[int, int]], source: int, target: int) -> Band:
    """Look around a path of places, each a number of sentences of either text, that leads from none to all."""
    least = np.full(source + 1, target, np.int64)
    most = np.zeros(source + 1, np.int64)
    for (first, other_first), (last, other_last) in zip([(0, 0), *path], [*path, (source, target)], strict=True):
        least[first : last + 1] = np.minimum(least[first : last + 1], other_first)
        most[first : last + 1] = np.maximum(most[first : last + 1], other_last)
    spare = _SPARE
    for start, end in _uneven(least, most):
        low, high = int(least[start]), int(most[end - 1])
        cells = (end - start) * (high - low)
        if cells <= spare:
            least[start:end], most[start:end] = low, high
            spare -= cells
    return _band(np.maximum(_behind(least, _BEFORE) - _BESIDE, 0), np.minimum(_ahead(most, _BEFORE) + _BESIDE, target))


def _uneven(least: Longs, most: Longs) -> Iterator[tuple[int, int]]:
    """Yield half-open ranges of rows where the path leads over far more, or fewer, sentences of the target than usual.

    A text lacks something there, and just where is what a rough path cannot say.
    """
    lengths = _ahead(most, _FAR) - _behind(least, _FAR)
    uneven = np.abs(lengths - np.median(lengths)) > _UNEVEN
    edges = np.flatnonzero(np.diff(np.concatenate([[0], uneven, [0]])))
    for start, end in edges.reshape(-1, 2).tolist():
        if end - start > 2 * _EDGE:
            yield start + _EDGE, end - _EDGE


def _behind(places: Longs, rows: int) -> Longs:
    return np.concatenate([np.zeros(rows, np.int64), places])[: len(places)]


def _ahead(places: Longs, rows: int) -> Longs:
    return np.concatenate([places, np.full(rows, places[-1])])[rows:]


def _band(low: Longs, high: Longs) -> Band:
    low[0] = 0
    high[-1] = high.max()
    return Band(low, high, np.concatenate([[0], np.cumsum(high - low + 1)]))
