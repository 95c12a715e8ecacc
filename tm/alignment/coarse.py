"""A rough way through two long texts: lengths, and rare words that are the same or known to translate each other.

All places are looked at, so that a chapter that one text lacks does not lead astray; what is found is the way around
which beads are then looked for with all that is known.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from tm.alignment.band import Band, diagonal_band
from tm.alignment.beads import KINDS
from tm.alignment.corpus import Corpus, places_of
from tm.alignment.lengths import Lengths
from tm.alignment.lexicon import Table
from tm.alignment.scores import Texts

Floats = NDArray[np.float32]
Longs = NDArray[np.int64]

_CELLS = 100_000_000
"""Places that are looked at, at most; each takes a byte."""

_USED = ((1, 1), (1, 2), (2, 1), (2, 2), (1, 0))
_RARE = 30
"""Sentences with a word, beyond which it is not rare."""

_SPREAD = 0.28
_WORST = -2.5
_BONUS = 0.8
_MOST = 12.0


def rough_path(texts: Texts, forward: Table, lengths: Lengths) -> list[tuple[int, int]]:
    """Find a way, as places: so many sentences of the source, so many of the target."""
    band = diagonal_band(len(texts.source), len(texts.target), _CELLS)
    steps = np.zeros(band.cells, np.int8)
    shared = _Shared(texts, forward)
    theirs = _logarithms(texts.target_sizes * lengths.target, lengths.shift)
    ours = _logarithms(texts.source_sizes * lengths.source, 0.0)
    step = np.float32(math.log(KINDS[0, 1]))
    before: list[Floats] = []
    bonuses: list[Floats] = []
    for row in range(len(texts.source) + 1):
        low, high = int(band.low[row]), int(band.high[row])
        sums = np.full(high - low + 1, 0 if row == 0 else -np.inf, np.float32)
        kinds = steps[band.row(row)]
        if row:
            bonuses = [*bonuses, shared.with_sentence(row - 1)][-2:]
        for number, kind in enumerate(_USED, 1):
            if row >= kind[0]:
                earlier, here = band.overlap(row, kind)
                columns = slice(low + here.start, low + here.stop)
                values = before[-kind[0]][earlier] + _step(kind, ours, theirs, row, columns, bonuses)
                better = values > sums[here]
                sums[here] = np.where(better, values, sums[here])
                kinds[here][better] = number
        before = [*before, _along(sums, kinds, step)][-2:]
    return _trace(steps, band)


def _along(sums: Floats, kinds: NDArray[np.int8], step: np.float32) -> Floats:
    """Leave out sentences of the target wherever that is best."""
    along = step * np.arange(len(sums), dtype=np.float32)
    straight = sums - along
    best = np.maximum.accumulate(straight)
    skipped = best[:-1] > straight[1:]
    kinds[1:][skipped] = 0
    sums[1:][skipped] = (best + along)[1:][skipped]
    return sums


def _step(
    kind: tuple[int, int], ours: list[Floats], theirs: list[Floats], row: int, columns: slice, bonuses: list[Floats]
) -> Floats:
    if not kind[1]:
        return np.full(columns.stop - columns.start, math.log(KINDS[kind]), np.float32)
    away = theirs[kind[1]][columns] - ours[kind[0]][row]
    fit: Floats = np.maximum(np.float32(1.2) - (away / np.float32(_SPREAD)) ** 2 / 2, np.float32(_WORST))
    fit += np.float32(math.log(KINDS[kind]))
    for bonus in bonuses[-kind[0] :]:
        for other in range(kind[1]):
            fit += bonus[columns.start - other : columns.stop - other]
    return fit


def _logarithms(sizes: NDArray[np.float64], shift: float) -> list[Floats]:
    """Give for one and two sentences the logarithm of the length of those that end at each place."""
    sums = np.concatenate([[0], np.cumsum(sizes)])
    found = [np.zeros(0, np.float32)]
    for count in (1, 2):
        earlier = np.maximum(np.arange(len(sums)) - count, 0)
        found.append((np.log(sums - sums[earlier] + 15) - shift).astype(np.float32))
    return found


class _Shared:
    """What rare words a sentence of the source shares with each of the target."""

    def __init__(self, texts: Texts, forward: Table) -> None:
        target = texts.target
        counts = target.counts() + 0.5
        rows = np.repeat(np.arange(len(target)), np.diff(target.starts))
        pairs = np.unique(target.ids.astype(np.int64) * len(target) + rows)
        self._sentences = pairs % max(len(target), 1)
        self._starts = np.searchsorted(pairs, np.arange(len(target.vocabulary) + 1) * len(target))
        self._is_rare = np.diff(self._starts) <= _RARE
        self._ratio = counts.sum() / counts
        self._source: Corpus = texts.source
        self._table = forward
        self._size = len(target)
        self._parts = texts.target_parts

    def with_sentence(self, number: int) -> Floats:
        """Score what sentence `number` shares, by the place behind each sentence of the target."""
        words = self._source.of(number)
        places = places_of(self._table.starts[words], self._table.starts[words + 1])
        others, chances = self._table.words[places], self._table.chances[places]
        kept = self._is_rare[others] & (chances > 0.1)
        others, chances = others[kept], chances[kept]
        gains = np.log1p(chances * self._ratio[others] / max(len(words), 1)) * self._parts[others]
        sizes = self._starts[others + 1] - self._starts[others]
        found = self._sentences[places_of(self._starts[others], self._starts[others + 1])]
        bonus = np.bincount(found + 1, np.repeat(gains, sizes), self._size + 1)
        limited: Floats = np.minimum(_BONUS * bonus, _MOST).astype(np.float32)
        return limited


def _trace(steps: NDArray[np.int8], band: Band) -> list[tuple[int, int]]:
    row, column = len(band.low) - 1, int(band.high[-1])
    path = [(row, column)]
    while row or column:
        number = int(steps[int(band.offsets[row]) + column - int(band.low[row])])
        kind = _USED[number - 1] if number else (0, 1)
        row, column = row - kind[0], column - kind[1]
        path.append((row, column))
    return path[::-1]
