"""How sure a bead is: what the lattice says of it, tempered by how well it fits.

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

Doubles = NDArray[np.float64]

_CLIP = 1e-4
_FACTORS = (-1.54, 0.625, 2.91)
"""Of 1, the bead's log-odds, and its fit for each sentence."""

_FITS = 6.0
"""Beyond this a better fit says no more."""

_CARE = 0.8
"""What the log-odds are multiplied by where a bead is rather right than wrong, as other texts may be harder."""


def traits(beads: Sequence[Bead], fits: Sequence[float]) -> Doubles:
    """Give what is known of each bead, a row each; `fits` are their logarithms against chance."""
    odds = np.array([_log_odds(bead.confidence) for bead in beads])
    sizes = np.array([_count(bead) for bead in beads], np.float64)
    fit = np.clip(np.array(fits) / np.maximum(sizes, 1), 0, _FITS)
    return np.stack([np.ones(len(beads)), odds, fit / 5], 1)


def _count(bead: Bead) -> int:
    return bead.source[1] - bead.source[0] + bead.target[1] - bead.target[0]


def _log_odds(chance: float) -> float:
    chance = min(max(chance, _CLIP), 1 - _CLIP)
    return math.log(chance / (1 - chance))


def with_confidence(beads: Sequence[Bead], fits: Sequence[float]) -> list[Bead]:
    """Give beads, whose confidence is what the lattice says, the confidence that they deserve."""
    values = traits(beads, fits) @ np.array(_FACTORS)
    values = np.where(values > 0, _CARE * values, values)
    chances = 1 / (1 + np.exp(-values))
    return [
        replace(bead, confidence=float(round(chance, 4)) if bead.is_pair else 0.0)
        for bead, chance in zip(beads, chances, strict=True)
    ]
