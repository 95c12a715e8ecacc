"""How well the lengths of two stretches of text fit, in characters, as a logarithm against chance.

After Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora" (1993), with the ratio and the spread of
the texts at hand, and a share of beads whose lengths say nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Doubles = NDArray[np.float64]

RATIO = {"en": 1.0, "fr": 1.2, "es": 1.17, "ru": 1.13, "ar": 0.9, "zh": 0.32}
"""Characters for one of English."""

_SPREAD = 0.22
"""Standard deviation of the logarithm of the ratio, of texts of `_USUAL` English characters; shorter ones vary more."""

_USUAL = 100.0
_PLUS = 6.0
"""English characters added to each side, so that the shortest texts may differ more."""

_STRAY = 0.02
_CHANCE = 0.9
"""Standard deviation of the logarithm of the ratio between texts that have nothing to do with each other."""

_FEW = 5
"""Beads, of which no spread is taken."""

_FROM_MEDIAN = 1.48
"""Standard deviations in a median deviation, of what is normally distributed."""

_LEAST_SPREAD = 0.15


@dataclass(frozen=True, slots=True)
class Lengths:
    """What the lengths of two texts are compared by.

    Attributes:
        source, target: English characters for one of theirs.
        shift: mean of the logarithm of the ratio, in English characters.
        spread: standard deviation of it, of texts of usual length.
    """

    source: float
    target: float
    shift: float = 0.0
    spread: float = _SPREAD


def usual_lengths(source: str, target: str) -> Lengths:
    """Give what holds for two languages, by their codes, before the texts are known."""
    return Lengths(1 / RATIO[source], 1 / RATIO[target])


def measured(lengths: Lengths, source: Doubles, target: Doubles, weights: Doubles) -> Lengths:
    """Learn ratio and spread from beads; few beads change little."""
    if not len(source):
        return lengths
    ours, theirs = source * lengths.source, target * lengths.target
    scale = _scale(ours + theirs)
    ratios = np.log((theirs + _PLUS) / (ours + _PLUS))
    trust = weights / scale**2
    shift = float((trust * ratios).sum() / (trust.sum() + 20))
    away = np.minimum(np.abs(ratios - shift) / scale, 3 * _SPREAD)
    spread = float(np.sqrt(((weights * away**2).sum() + 20 * _SPREAD**2) / (weights.sum() + 20)))
    return Lengths(lengths.source, lengths.target, shift, spread)


def _scale(both: Doubles) -> Doubles:
    """Say how much more texts of this length vary than usual ones."""
    return np.sqrt((_USUAL + 30) / (both / 2 + 30))


def fit(lengths: Lengths, source: Doubles, target: Doubles) -> Doubles:
    """Give the logarithm of how much likelier these lengths are for translations than by chance; arrays broadcast."""
    ours, theirs = source * lengths.source, target * lengths.target
    spread = np.minimum(lengths.spread * _scale(ours + theirs), 0.6)
    away = np.log((theirs + _PLUS) / (ours + _PLUS)) - lengths.shift
    near = (1 - _STRAY) * np.exp(-0.5 * (away / spread) ** 2) / spread
    far = np.exp(-0.5 * (away / _CHANCE) ** 2) / _CHANCE
    return np.log(near + _STRAY * far) - np.log(np.exp(-0.5 * (away / _CHANCE) ** 2) / _CHANCE + 1e-6)


def departure(lengths: Lengths, source: Doubles, target: Doubles, usual: NDArray[np.bool_]) -> Doubles:
    """Say how far each ratio is from the middle of the usual ones, in their standard deviations."""
    ours, theirs = source * lengths.source, target * lengths.target
    ratios = np.log((theirs + _PLUS) / (ours + _PLUS))
    scale = _scale(ours + theirs)
    if usual.sum() <= _FEW:
        return np.abs(ratios - lengths.shift) / (scale * lengths.spread)
    away: Doubles = np.abs(ratios - np.median(ratios[usual])) / scale
    spread = max(_FROM_MEDIAN * float(np.median(away[usual])), _LEAST_SPREAD)
    return away / spread
