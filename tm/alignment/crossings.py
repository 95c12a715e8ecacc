"""Sentences left over whose translation stands elsewhere: pairs that cross the beads."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tm.alignment.band import diagonal_band
from tm.alignment.beads import KINDS, Bead
from tm.alignment.lengths import Lengths
from tm.alignment.lexicon import Lexicon
from tm.alignment.scores import Texts, Weights, score

_CELLS = 2_000_000
_MOVED = 0.3
"""How likely the translation of a sentence left over stands elsewhere."""

_PAIR = (1, 1)


def find_crossings(
    beads: Sequence[Bead], texts: Texts, lexicon: Lexicon, lengths: Lengths, weights: Weights, least: float
) -> list[Bead]:
    """Pair sentences without a partner, in the order of the source; each is the likeliest partner of the other."""
    ours = [place for bead in beads if not bead.is_pair for place in range(*bead.source)]
    theirs = [place for bead in beads if not bead.is_pair for place in range(*bead.target)]
    if not ours or not theirs:
        return []
    band = diagonal_band(len(ours), len(theirs), _CELLS)
    fits = score(texts.only(ours, theirs), band, lexicon, lengths, weights)[_PAIR] - math.log(KINDS[_PAIR])
    rows = np.repeat(np.arange(len(band.low)), band.high - band.low + 1)
    columns = np.arange(band.cells) - band.offsets[rows] + band.low[rows]
    real = (rows > 0) & (columns > 0)
    rows, columns, fits = rows[real] - 1, columns[real] - 1, np.exp(np.minimum(fits[real], 600))
    forward = _shares(rows, fits, len(ours), len(theirs))
    backward = _shares(columns, fits, len(theirs), len(ours))
    chance = np.minimum(forward, backward)
    best = np.zeros(len(ours))
    np.maximum.at(best, rows, chance)
    others = np.zeros(len(theirs))
    np.maximum.at(others, columns, chance)
    found: dict[int, Bead] = {}
    for cell in np.flatnonzero((chance > max(least, 0.5)) & (chance == best[rows]) & (chance == others[columns])):
        first, second = ours[rows[cell]], theirs[columns[cell]]
        found.setdefault(first, Bead((first, first + 1), (second, second + 1), float(chance[cell])))
    return list(found.values())


def _shares(places: NDArray[np.int64], fits: NDArray[np.float64], count: int, others: int) -> NDArray[np.float64]:
    """Give each pair's share among all with the same sentence; most sentences have no partner."""
    odds = _MOVED / (1 - _MOVED) / others
    sums = np.bincount(places, fits, count)
    shares: NDArray[np.float64] = odds * fits / (1 + odds * sums[places])
    return shares
