"""Sentences left over whose translation stands elsewhere: pairs that cross the beads, and such as fill a gap in them.

What the words of a pair are worth is less told by the sum of all evidence, which for long sentences may be far too low,
than by how much better the pair fits than either sentence fits any other.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from tm.alignment.band import Band, diagonal_band, whole_band
from tm.alignment.beads import KINDS, Bead
from tm.alignment.confidence import are_few_sure, tempered
from tm.alignment.evidence import evidence
from tm.alignment.lengths import departure
from tm.alignment.scores import Matter, score

Doubles = NDArray[np.float64]
Longs = NDArray[np.int64]

_CELLS = 2_000_000
_OTHERS = 64
"""Sentences with a partner that those without are compared with, too."""

_FACTORS = (0.112, 1.301, -1.133, -0.661, 0.918, -1.641, -0.38, 0.323)
"""Of 1; the lead over all others and standing in one gap; how far away; words, pull, departure and length.

Fitted like those of `confidence`."""

_USUAL = 0.45
"""Share of candidates that are pairs, where the factors hold."""

_FEW = 4.0
"""Candidates on top of those that there are, half of which are thought to be pairs."""

_NEAR = 10.0
_COMPANY = 4
"""Pairs to each side that may have moved with one."""

_LEADS = (-4.0, 12.0)
"""Beyond these a lead says no more; one over few others says less."""

_FAR = 5.0
"""Standard deviations, beyond which lengths further from what is usual say no more."""

_LONG = 150.0
"""English characters of both sentences of a usual pair."""

_ROUNDS = 20
_PAIR = (1, 1)


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of sentences left over, each the best partner of the other, in the order of the source.

    Attributes:
        source, target: the sentences; none stands in two pairs.
        traits: what tells of each pair, a row each, as `_FACTORS` weighs it.
    """

    source: Longs
    target: Longs
    traits: Doubles


def find_crossings(beads: Sequence[Bead], freed: Sequence[Bead], matter: Matter, least: float) -> list[Bead]:
    """Pair sentences without a partner, in the order of the source, where a pair is `least` likely or more.

    Args:
        freed: the beads, of which some were taken apart.
    """
    found = find_candidates(freed, matter)
    if found is None:
        return []
    were = {(bead.source[0], bead.target[0]) for bead in beads if bead.is_pair}
    new = np.array([pair not in were for pair in zip(found.source.tolist(), found.target.tolist(), strict=True)])
    values = _log_odds_of(found, new)
    sure = tempered(values, doubted=are_few_sure(np.array([bead.confidence for bead in beads if bead.is_pair])))
    return [
        Bead((int(first), int(first) + 1), (int(second), int(second) + 1), float(round(confidence, 4)))
        for first, second, value, confidence in zip(found.source, found.target, values, sure, strict=True)
        if value >= _log_odds(least)
    ]


def _log_odds_of(found: Candidates, new: NDArray[np.bool_]) -> Doubles:
    """Say how likely each candidate is a pair: the more of the new ones are, in these texts, the likelier any."""
    values = found.traits @ np.array(_FACTORS)
    share = 0.5
    for _ in range(_ROUNDS):
        chances = 1 / (1 + np.exp(-values[new] - _log_odds(share) + _log_odds(_USUAL)))
        share = float(chances.sum() + _FEW / 2) / (len(chances) + _FEW)
    odds: Doubles = values + _log_odds(share) - _log_odds(_USUAL)
    return odds


def _log_odds(chance: float) -> float:
    return math.log(chance / (1 - chance))


def find_candidates(beads: Sequence[Bead], matter: Matter) -> Candidates | None:
    """Find what may be a pair; None where there is nothing."""
    ours = np.array([place for bead in beads if not bead.is_pair for place in range(*bead.source)], np.int64)
    theirs = np.array([place for bead in beads if not bead.is_pair for place in range(*bead.target)], np.int64)
    if not len(ours) or not len(theirs):
        return None
    band = diagonal_band(len(ours), len(theirs), _CELLS)
    rows, columns, fits = _fits(matter, ours, theirs, band)
    best, second = _two_best(rows, fits, len(ours))
    their_best, their_second = _two_best(columns, fits, len(theirs))
    chosen = np.flatnonzero((fits == best[rows]) & (fits == their_best[columns]) & np.isfinite(fits))
    rows, columns, fits = rows[chosen], columns[chosen], fits[chosen]
    paired, their_paired = _sample(beads)
    other = np.maximum(second, _best_of(matter, ours, their_paired))
    their_other = np.maximum(their_second, _best_of(matter, paired, theirs, columns=True))
    lead = fits - np.maximum(other[rows], their_other[columns])
    lead = np.clip(lead, _LEADS[0], min(_LEADS[1], (min(len(ours), len(theirs)) + len(paired)) / 2))
    source, target = ours[rows], theirs[columns]
    away = _away(beads, source, target)
    kept = _once(source, target, away)
    source, target, lead, away = source[kept], target[kept], lead[kept], away[kept]
    traits = [
        np.ones(len(source)),
        np.sign(lead) * np.log1p(np.abs(lead)),
        _in_one_gap(beads, source, target),
        np.log1p(np.maximum(away - _NEAR, 0) / _NEAR),
    ]
    return Candidates(source, target, np.stack([*traits, *_words_and_lengths(source, target, matter)], 1))


def _once(source: Longs, target: Longs, away: Doubles) -> Longs:
    """Choose pairs so that no sentence stands in two, the least far away first; equal sentences fit one as well."""
    ours: set[int] = set()
    theirs: set[int] = set()
    kept = []
    for place in np.argsort(away, kind="stable").tolist():
        first, second = int(source[place]), int(target[place])
        if first not in ours and second not in theirs:
            ours.add(first)
            theirs.add(second)
            kept.append(place)
    return np.sort(np.array(kept, np.int64))


def _words_and_lengths(source: Longs, target: Longs, matter: Matter) -> list[Doubles]:
    """Give of each pair the evidence of its words and the pull of its neighbours, as of beads, and of its lengths."""
    ours, theirs = np.stack([source, source + 1], 1), np.stack([target, target + 1], 1)
    lengths, sizes = matter.lengths, matter.texts.sizes_of(ours, theirs)
    departures = departure(lengths, *sizes, np.zeros(len(source), np.bool_))
    long = np.log((sizes[0] * lengths.source + sizes[1] * lengths.target + 1) / _LONG)
    return [*evidence(ours, theirs, matter), np.minimum(departures, _FAR), long]


def _fits(matter: Matter, ours: Longs, theirs: Longs, band: Band) -> tuple[Longs, Longs, Doubles]:
    """Score the pairs of sentences within a band: places in both lists, and the logarithm against chance."""
    some = replace(matter, texts=matter.texts.only(ours.tolist(), theirs.tolist()))
    scores = score(some, band, (_PAIR,))[_PAIR]
    rows, columns = band.places(np.arange(band.cells))
    real = (rows > 0) & (columns > 0)
    return rows[real] - 1, columns[real] - 1, scores[real] - math.log(KINDS[_PAIR])


def _two_best(places: Longs, fits: Doubles, count: int) -> tuple[Doubles, Doubles]:
    """Give for each sentence the best fit and the best of the others."""
    best, second = np.full(count, -math.inf), np.full(count, -math.inf)
    np.maximum.at(best, places, fits)
    others = fits < best[places]
    np.maximum.at(second, places[others], fits[others])
    return best, second


def _sample(beads: Sequence[Bead]) -> tuple[Longs, Longs]:
    """Take sentences of either text that have a partner, from all over it."""
    pairs = [bead for bead in beads if bead.is_pair]
    chosen = [pairs[place] for place in np.linspace(0, len(pairs) - 1, min(len(pairs), _OTHERS)).astype(int)]
    return np.array([bead.source[0] for bead in chosen], np.int64), np.array(
        [bead.target[0] for bead in chosen], np.int64
    )


def _best_of(matter: Matter, ours: Longs, theirs: Longs, *, columns: bool = False) -> Doubles:
    """Give for each sentence of ours, or of theirs, how well it fits that of the others which it fits best."""
    best = np.full(len(theirs if columns else ours), -math.inf)
    if len(ours) and len(theirs):
        rows, others, fits = _fits(matter, ours, theirs, whole_band(len(ours), len(theirs)))
        np.maximum.at(best, others if columns else rows, fits)
    return best


def _in_one_gap(beads: Sequence[Bead], source: Longs, target: Longs) -> Doubles:
    """Say 1 where no bead lies between two sentences, so that they cross none."""
    pairs = [bead for bead in beads if bead.is_pair]
    before = np.searchsorted([bead.source[0] for bead in pairs], source)
    other_before = np.searchsorted([bead.target[0] for bead in pairs], target)
    same: Doubles = (before == other_before).astype(np.float64)
    return same


def _away(beads: Sequence[Bead], source: Longs, target: Longs) -> Doubles:
    """Say how many sentences away from where it should be each target stands.

    It should be where the beads around its partner lead, or, of a stretch that moved as one, where others of it are.
    """
    ends = [(0, 0), *((bead.source[1], bead.target[1]) for bead in beads if bead.is_pair)]
    last = (beads[-1].source[1], beads[-1].target[1])
    places, others = zip(*ends, last, strict=True)
    away: Doubles = np.abs(target + 0.5 - np.interp(source + 0.5, places, others))
    return np.minimum(away, _away_from_company(source, target))


def _away_from_company(source: Longs, target: Longs) -> Doubles:
    """Say how far away each pair, in the order of the source, is from being moved as far as two of its neighbours."""
    moved = (target - source).astype(np.float64)
    steps = [step for number in range(1, _COMPANY + 1) for step in (-number, number)]
    found = np.full((len(steps), len(source)), math.inf)
    for row, step in enumerate(steps):
        here, there = (slice(step, None), slice(None, -step)) if step > 0 else (slice(None, step), slice(-step, None))
        apart = np.abs(moved[here] - moved[there])
        found[row, here] = np.where(np.abs(source[here] - source[there]) <= _NEAR, apart, math.inf)
    second: Doubles = np.sort(found, 0)[1]
    return second
