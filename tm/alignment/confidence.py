"""How sure a bead is: what the lattice says of it, tempered by what else tells right beads from wrong ones.

The lattice takes words and lengths for independent and is too sure of itself. The factors were fitted by logistic
regression on documents that no reported figure is about, with sentences merged, split, dropped and moved.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from tm.alignment.beads import Bead
from tm.alignment.lengths import Lengths, departure

Doubles = NDArray[np.float64]
Sizes = tuple[Doubles, Doubles]
"""Characters of each sentence of source and target."""

_CLIP = 1e-4
_FACTORS = (-1.608, 0.653, 3.13, 1.529, -1.096, -1.908, 0.742, 0.655, 0.281, -3.092, -0.513)
"""Of what `traits` gives."""

_FITS = 6.0
"""Beyond this a better fit says no more."""

_CARE = 0.65
"""What the log-odds are multiplied by where a bead is rather right than wrong, as other texts may be harder."""

_USUAL, _FAR = 1.5, 10.0
"""Departures of lengths that say nothing, and beyond which a greater one says no more, in standard deviations."""


def traits(beads: Sequence[Bead], fits: Sequence[float], sizes: Sizes, lengths: Lengths) -> Doubles:
    """Give what is known of each pair, a row each; `fits` are their logarithms against chance.

    These are 1; the log-odds, and the fit for each sentence; whether it has three sentences, more of them, and several
    on both sides; the share of its shortest sentence; how many of its neighbours have no partner; where it has more
    than two sentences, log-odds and fit again; and how far its lengths are from what is usual.
    """
    odds = np.array([_log_odds(bead.confidence) for bead in beads])
    counts = np.array([_counts(bead) for bead in beads])
    all_counts = counts.sum(1)
    fit = np.clip(np.array(fits) / np.maximum(all_counts, 1), 0, _FITS) / 5
    many = all_counts > 2
    shortest = np.log([_shortest(bead, sizes) for bead in beads]) / 2
    columns = [np.ones(len(beads)), odds, fit, all_counts == 3, all_counts > 3, counts.min(1) > 1, shortest]
    columns += [_alone_beside(beads), many * odds, many * fit, _departures(beads, sizes, lengths)]
    return np.stack([column.astype(np.float64) for column in columns], 1)


def _counts(bead: Bead) -> tuple[int, int]:
    return bead.source[1] - bead.source[0], bead.target[1] - bead.target[0]


def _log_odds(chance: float) -> float:
    chance = min(max(chance, _CLIP), 1 - _CLIP)
    return math.log(chance / (1 - chance))


def _shortest(bead: Bead, sizes: Sizes) -> float:
    """Give the least share that a sentence has of its side."""
    sides = (side[slice(*places)] for side, places in zip(sizes, (bead.source, bead.target), strict=True))
    return min((float(side.min() / side.sum()) for side in sides if len(side) > 1 and side.min() > 0), default=1.0)


def _alone_beside(beads: Sequence[Bead]) -> Doubles:
    alone = np.array([0, *(not bead.is_pair for bead in beads), 0])
    beside: Doubles = (alone[:-2] + alone[2:]).astype(np.float64)
    return beside


def _departures(beads: Sequence[Bead], sizes: Sizes, lengths: Lengths) -> Doubles:
    ours, theirs = (np.concatenate([[0.0], np.cumsum(side)]) for side in sizes)
    source, target = (np.array([getattr(bead, side) for bead in beads]) for side in ("source", "target"))
    sure = np.array([bead.is_pair and bead.confidence > 0.9 for bead in beads])
    away = departure(
        lengths, ours[source[:, 1]] - ours[source[:, 0]], theirs[target[:, 1]] - theirs[target[:, 0]], sure
    )
    found: Doubles = np.clip(away - _USUAL, 0, _FAR - _USUAL)
    return found


def with_confidence(beads: Sequence[Bead], fits: Sequence[float], sizes: Sizes, lengths: Lengths) -> list[Bead]:
    """Give beads, whose confidence is what the lattice says, the confidence that they deserve."""
    values = traits(beads, fits, sizes, lengths) @ np.array(_FACTORS)
    chances = tempered(values)
    return [
        replace(bead, confidence=float(round(chance, 4)) if bead.is_pair else 0.0)
        for bead, chance in zip(beads, chances, strict=True)
    ]


def tempered(log_odds: Doubles) -> Doubles:
    """Give the confidence for log-odds: less than they say where they say rather right than wrong."""
    chances: Doubles = 1 / (1 + np.exp(-np.where(log_odds > 0, _CARE * log_odds, log_odds)))
    return chances
