"""All ways to cut two texts into beads at once: how likely each bead is, and the way that is right most often."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tm.alignment.band import Band
from tm.alignment.beads import KINDS, Bead

Doubles = NDArray[np.float64]
Kind = tuple[int, int]
Scores = Mapping[Kind, Doubles]

_ROWS = [kind for kind in KINDS if kind[0]]
_STEP = (0, 1)


def chances(scores: Scores, band: Band) -> dict[Kind, Doubles]:
    """Tell how likely each bead is among all ways to cut both texts; scores are logarithms."""
    from_start = _from_start(scores, band)
    to_end = _to_end(scores, band)
    whole = from_start[-1][-1]
    found = {kind: np.zeros(band.cells) for kind in KINDS}
    for row in range(len(band.low)):
        for kind in KINDS:
            if row < kind[0]:
                continue
            earlier, here = band.overlap(row, kind)
            if earlier.start < earlier.stop:
                cells = slice(band.row(row).start + here.start, band.row(row).start + here.stop)
                way = from_start[row - kind[0]][earlier] + scores[kind][cells] + to_end[row][here]
                found[kind][cells] = np.exp(np.minimum(way - whole, 0))
    return found


def _from_start(scores: Scores, band: Band) -> list[Doubles]:
    step = math.log(KINDS[_STEP])
    rows: list[Doubles] = []
    for row in range(len(band.low)):
        sums = np.full(band.high[row] - band.low[row] + 1, -math.inf)
        if row == 0:
            sums[0] = 0.0
        for kind in _ROWS:
            if row >= kind[0]:
                earlier, here = band.overlap(row, kind)
                values = scores[kind][band.row(row)][here]
                sums[here] = np.logaddexp(sums[here], rows[row - kind[0]][earlier] + values)
        along = step * np.arange(len(sums))
        rows.append(np.logaddexp.accumulate(sums - along) + along)
    return rows


def _to_end(scores: Scores, band: Band) -> list[Doubles]:
    step = math.log(KINDS[_STEP])
    last = len(band.low) - 1
    rows = [np.full(high - low + 1, -math.inf) for low, high in zip(band.low, band.high, strict=True)]
    rows[last][-1] = 0.0
    for row in range(last, -1, -1):
        along = step * np.arange(len(rows[row]))[::-1]
        rows[row] = (np.logaddexp.accumulate((rows[row] - along)[::-1]))[::-1] + along
        for kind in _ROWS:
            if row >= kind[0]:
                earlier, here = band.overlap(row, kind)
                values = scores[kind][band.row(row)][here] + rows[row][here]
                before = rows[row - kind[0]]
                before[earlier] = np.logaddexp(before[earlier], values)
    return rows


@dataclass(frozen=True, slots=True)
class _Way:
    gains: Mapping[Kind, Doubles]
    best: Sequence[Doubles]


def best_beads(likely: Mapping[Kind, Doubles], band: Band, least: float) -> list[Bead]:
    """Cut both texts so that most beads are expected to be right; each pair costs `least`, as one may be wrong."""
    gains = {kind: likely[kind] - least for kind in _ROWS if kind[1]}
    best: list[Doubles] = []
    for row in range(len(band.low)):
        sums = np.full(band.high[row] - band.low[row] + 1, 0.0 if row == 0 else -math.inf)
        for kind in _ROWS:
            if row >= kind[0]:
                earlier, here = band.overlap(row, kind)
                sums[here] = np.maximum(sums[here], best[row - kind[0]][earlier] + _gain(gains, kind, band, row)[here])
        best.append(np.maximum.accumulate(sums))
    return _trace(_Way(gains, best), likely, band)


def _gain(gains: Mapping[Kind, Doubles], kind: Kind, band: Band, row: int) -> Doubles:
    return gains[kind][band.row(row)] if kind in gains else np.zeros(band.high[row] - band.low[row] + 1)


def _trace(way: _Way, likely: Mapping[Kind, Doubles], band: Band) -> list[Bead]:
    beads: list[Bead] = []
    row, column = len(band.low) - 1, int(band.high[-1])
    while row or column:
        kind, chance = _last(way, likely, band, row, column)
        beads.append(Bead((row - kind[0], row), (column - kind[1], column), chance))
        row, column = row - kind[0], column - kind[1]
    return beads[::-1]


def _last(way: _Way, likely: Mapping[Kind, Doubles], band: Band, row: int, column: int) -> tuple[Kind, float]:
    """Find the bead with which the best way to a cell ends."""
    value = way.best[row][column - band.low[row]]
    chosen, least = _STEP, math.inf
    for kind in KINDS:
        before, other = row - kind[0], column - kind[1]
        if before < 0 or other < band.low[before] or other > band.high[before]:
            continue
        cell = int(band.offsets[row]) + column - int(band.low[row])
        gain = way.gains[kind][cell] if kind in way.gains else 0.0
        away = abs(way.best[before][other - band.low[before]] + gain - value)
        if away < least - 1e-12:
            chosen, least = kind, away
    cell = int(band.offsets[row]) + column - int(band.low[row])
    return chosen, float(likely[chosen][cell])
