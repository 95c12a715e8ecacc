"""Find a sentence of a translation that says nothing of what its English source says, and that it could do without."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from tm.checks.cognates import points
from tm.checks.fixed_points import confirmed
from tm.checks.meaning_ways import LANGUAGES
from tm.checks.meanings import meanings, meant
from tm.checks.sentence_count import gain, wide
from tm.checks.sentences import sentence_spans

_SHORTEST = 15
"""Characters of English up to which a sentence says too little to be judged."""

_LACKING = 2
"""Words of different meanings for which the source has nothing."""

_LIKELY = -4.0
"""How likely the lengths of all sentences must make it at least, as a logarithm: see `sentence_count.gain`."""

_LEFT = 0.7
"""By how much shorter than usual a translation may be without the sentence, as a logarithm."""


class _Told(NamedTuple):
    """What stands in a translation.

    Attributes:
        meanings: by the place of a word, of those that it may have.
        points: places of figures, names and words that the source has too, and which they are.
    """

    meanings: Mapping[int, frozenset[int]]
    points: Mapping[int, str]


def lone_sentence(source: str, target: str, language: str) -> tuple[int, int] | None:
    """Give the place of a sentence that a plain translation has more than its plain English source.

    All that both texts say is said by the other sentences too, as often as by the source, and without it the
    translation is long enough; in a sentence rightly split off stands something of the source. Two words of it must
    be known as such for which the source has nothing.

    >>> target = "Le camp est grand. Tous les enfants y vont à l’école. Il date de 2015."
    >>> start, end = lone_sentence("The camp is big. It dates from 2015.", target, "fr") or (0, 0)
    >>> target[start:end].strip()
    'Tous les enfants y vont à l’école.'
    """
    if language not in LANGUAGES or gain(source, target, "en", language) <= _LIKELY:
        return None
    usual, whole = wide(source, "en", language), wide(target, language, "en")
    held, theirs, told = meant(source), Counter(one.key for one in points(source, "en")), _told(target, language)
    is_there = confirmed(target, source, (language, "en"))
    for (start, end), is_sure in zip(sentence_spans(target), is_there, strict=True):
        size = wide(target[start:end], language, "en")
        is_enough = math.log(max(whole - size, 1) / max(usual, 1)) > -_LEFT
        if size > _SHORTEST and is_enough and not is_sure and _is_alone(told, (start, end), held, theirs):
            return start, end
    return None


def _told(target: str, language: str) -> _Told:
    found = defaultdict[int, set[int]](set)
    for one in meanings(target, language):
        found[one.start].add(one.meaning)
    return _Told(
        {place: frozenset(held) for place, held in found.items()},
        {one.start: one.key for one in points(target, language)},
    )


def _is_alone(told: _Told, place: tuple[int, int], held: frozenset[int], theirs: Counter[str]) -> bool:
    """Say whether the source has nothing that a sentence says and the others do not, and lacks some words of it.

    Args:
        held: meanings that the source has.
        theirs: how often it has figures, names and words.
    """
    start, end = place
    inside = [found for at, found in told.meanings.items() if start <= at < end]
    outside = [found for at, found in told.meanings.items() if not start <= at < end]
    others = held.intersection(frozenset[int]().union(*outside))
    lacking = {min(found) for found in inside if not held & found}
    if len(lacking) < _LACKING or any(held & found and not others & found for found in inside):
        return False
    beyond = Counter(key for at, key in told.points.items() if not start <= at < end)
    return not any(start <= at < end and beyond[key] < theirs[key] for at, key in told.points.items())
