"""How sure a bead is: what the lattice says of it, tempered by what else tells right beads from wrong ones.

The lattice takes words and lengths for independent and is too sure of itself. The factors were fitted by logistic
regression on documents that no reported figure is about: as they are, with sentences merged, split, dropped and moved,
and with clauses that stand in the neighbour's sentence, as translators put them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from tm.alignment.beads import Bead
from tm.alignment.evidence import evidence
from tm.alignment.lengths import departure
from tm.alignment.scores import Matter

Doubles = NDArray[np.float64]

_CLIP = 1e-4
_FACTORS = (0.886, 0.567, -0.603, -1.418, 0.78)
"""Of what `traits` gives."""

_CARE = 0.6
"""What the log-odds are multiplied by where a bead is rather right than wrong, as other texts may be harder."""

_SURE = 0.9
"""What the lattice says of beads, from which their lengths are taken for usual."""

_FEW = 0.2
"""Share of the pairs that are sure, below which none is as sure as it seems: texts that have nothing to do with each
other may have a tenth, by their numbering; of freely translated ones it is two fifths."""

_LESS = 0.5
"""What the log-odds are multiplied by then."""

_USUAL, _FAR = 1.5, 10.0
"""Departures of lengths that say nothing, and beyond which a greater one says no more, in standard deviations."""


def traits(beads: Sequence[Bead], matter: Matter) -> Doubles:
    """Give what is known of each pair, a row each.

    These are 1, the log-odds, how far its lengths are from what is usual, the pull of its neighbours, and the evidence
    for each word.
    """
    source, target = (np.array([getattr(bead, side) for bead in beads], np.int64) for side in ("source", "target"))
    odds = np.array([_log_odds(bead.confidence) for bead in beads])
    sizes = matter.texts.sizes_of(source, target)
    sure = np.array([bead.is_pair and bead.confidence > _SURE for bead in beads])
    away = np.clip(departure(matter.lengths, *sizes, sure) - _USUAL, 0, _FAR - _USUAL)
    each, pull = evidence(source, target, matter)
    return np.stack([np.ones(len(beads)), odds, away, pull, each], 1)


def _log_odds(chance: float) -> float:
    chance = min(max(chance, _CLIP), 1 - _CLIP)
    return math.log(chance / (1 - chance))


def with_confidence(beads: Sequence[Bead], matter: Matter) -> list[Bead]:
    """Give beads, whose confidence is what the lattice says, the confidence that they deserve."""
    log_odds = traits(beads, matter) @ np.array(_FACTORS)
    chances = tempered(log_odds)
    is_pair = np.array([bead.is_pair for bead in beads], np.bool_)
    if are_few_sure(chances[is_pair]):
        chances = tempered(log_odds, doubted=True)
    return [
        replace(bead, confidence=float(round(chance, 4)) if bead.is_pair else 0.0)
        for bead, chance in zip(beads, chances, strict=True)
    ]


def are_few_sure(chances: Doubles) -> bool:
    """Tell whether so few pairs are sure that the texts may have nothing to do with each other."""
    return len(chances) > 0 and float(np.mean(chances >= _SURE)) < _FEW


def tempered(log_odds: Doubles, *, doubted: bool = False) -> Doubles:
    """Give the confidence for log-odds: less than they say where they say rather right than wrong."""
    care = _CARE * _LESS if doubted else _CARE
    chances: Doubles = 1 / (1 + np.exp(-np.where(log_odds > 0, care * log_odds, log_odds)))
    return chances
