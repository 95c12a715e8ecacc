"""Pair the sentences of two texts that have as many, where lengths and what both have speak for each pair."""

from __future__ import annotations

import math
from collections.abc import Sequence

from tm.checks.cognates import points
from tm.checks.sentence_count import wide
from tm.checks.sentences import sentence_ends, sentence_spans

_MOST = 5
"""Sentences; a text of more is several paragraphs."""

_ALIKE, _SLACK = 0.4, 15
"""By how much the others may differ from the usual length, as a logarithm, and characters added to both sides."""


def shorter_sentence(source: str, target: str, languages: tuple[str, str], least: float) -> tuple[int, int, str] | None:
    """Give the place in a plain source of the one sentence that is shorter in the translation, and what it is there.

    Args:
        least: by how much it is shorter, as a logarithm.

    >>> source = "The camp was closed. It had housed 40 families, most of them from the north."
    >>> shorter_sentence(source, "Le camp a été fermé. Il abritait 40 familles.", ("en", "fr"), 0.2)
    (21, 76, 'Il abritait 40 familles.')
    """
    ends = sentence_ends(source)
    if not 0 < len(ends) < _MOST or len(sentence_ends(target)) != len(ends):
        return None
    theirs, ours = _spans(source), _spans(target)
    pairs = [(source[slice(*one)], target[slice(*other)]) for one, other in zip(theirs, ours, strict=True)]
    differ = [deviation(one, other, languages) for one, other in pairs]
    place = min(range(len(differ)), key=differ.__getitem__)
    if differ[place] > -least or any(abs(one) > _ALIKE for at, one in enumerate(differ) if at != place):
        return None
    if any(_has_others(one, other, target, languages) for one, other in pairs):
        return None
    return *theirs[place], pairs[place][1]


def _spans(text: str) -> Sequence[tuple[int, int]]:
    """Give the places of sentences without the white space before them."""
    return [(end - len(text[start:end].lstrip()), end) for start, end in sentence_spans(text)]


def deviation(source: str, target: str, languages: tuple[str, str]) -> float:
    """Say by how much a sentence is longer than usual, as a logarithm.

    >>> round(deviation("It met.", "Elle s’est réunie hier matin.", ("en", "fr")), 2)
    0.58
    """
    ours, theirs = wide(target, *languages[::-1]), wide(source, *languages)
    return math.log((ours + _SLACK) / (theirs + _SLACK))


def _has_others(source: str, target: str, whole: str, languages: tuple[str, str]) -> bool:
    """Say whether a figure or name of a sentence stands in another sentence of the translation only."""
    here = {one.key for one in points(target, languages[1])}
    there = {one.key for one in points(whole, languages[1])} - here
    return any(one.key in there for one in points(source, languages[0]))
