"""Say from the lengths of sentences whether one is lost or added, rather than joined to another or split in two."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from tm.checks.fixed_points import confirmed
from tm.checks.sentences import sentence_ends, sentence_spans

LENGTH = {"en": 1.0, "fr": 1.2, "es": 1.17, "ru": 1.15, "ar": 0.88, "zh": 0.272}
"""Characters for one of English: medians of the Goals' indicators, the Universal Declaration and TICO-19."""

SPREAD = {"en": 0.16, "fr": 0.17, "es": 0.16, "ru": 0.19, "ar": 0.2, "zh": 0.2}
"""By how much a sentence of a hundred characters is longer or shorter than usual, as a logarithm, in the same sets."""

_LATIN_IN_CHINESE = 0.3
"""What a Latin letter or figure counts in Chinese, where a character counts one."""

_ACRONYM = re.compile(r"[A-Z](?<!\w.)(?<![A-Z] .)[A-Z]{1,7}\b(?! [A-Z]{2})")
_SPELLED_OUT = 8
"""Characters of English that an acronym stands for where it has no like: Arabic writes most of them out."""

_BEADS = {(1, 1): 0.0, (1, 2): 2.0, (2, 1): 2.0, (2, 2): 4.0, (1, 3): 4.5, (3, 1): 4.5}
"""Sentences that are translated as one another, and how seldom: against a sentence that is lost or added at will."""

_LONG = 120
"""Characters of English up to which sentences are joined, and split, the more readily the shorter they are."""

_SLACK = 10
"""Characters added to both sides, so that short sentences may differ more."""

_SHORTEST = 20
"""Characters of English up to which a sentence weighs too little to be missed."""

_MOST = 14
"""Sentences on a side; a text of more is several paragraphs."""

_NEVER = 1e9


def wide(text: str, language: str, other: str) -> float:
    """Give the length of a text in the terms of English; `other` is the language of the text it is compared with.

    >>> wide("World Health Organization", "en", "fr"), round(wide("世界卫生组织 WHO", "zh", "en"))
    (25.0, 25)
    """
    length = float(len(text))
    if language == "zh":
        latin = len(text.encode("ascii", "ignore"))
        length += _LATIN_IN_CHINESE * (latin - text.count(" ")) - latin
    elif other == "ar" and language != "ar":
        length += _SPELLED_OUT * len(_ACRONYM.findall(text))
    return length / LENGTH[language]


def loss(source: str, target: str, source_language: str, target_language: str) -> float:
    """Say how much likelier it is that a sentence of the source is lost than that all are there, as a logarithm."""
    if not _are_more(source, target):  # as usual
        return -_NEVER
    more, fewer = _lengths(source, source_language, target_language), _lengths(target, target_language, source_language)
    is_there = confirmed(source, target, (source_language, target_language))
    return _likelier(more, fewer, SPREAD[target_language], is_there)


def gain(source: str, target: str, source_language: str, target_language: str) -> float:
    """Say how much likelier it is that the translation has a sentence of its own, as a logarithm."""
    if not _are_more(target, source):
        return -_NEVER
    more, fewer = _lengths(target, target_language, source_language), _lengths(source, source_language, target_language)
    is_there = confirmed(target, source, (target_language, source_language))
    return _likelier(more, fewer, SPREAD[target_language], is_there)


def _are_more(text: str, other: str) -> bool:
    """Say whether a text has more sentences than another, and not so many that they are several paragraphs."""
    count = len(sentence_ends(text))
    return 0 < count < _MOST and len(sentence_ends(other)) < count


def _lengths(text: str, language: str, other: str) -> list[float]:
    return [wide(text[start:end], language, other) for start, end in sentence_spans(text)]


def _likelier(more: Sequence[float], fewer: Sequence[float], spread: float, is_there: Sequence[bool]) -> float:
    """Compare the best way to pair all sentences with the best one that leaves out one of `more` not surely there."""
    sizes = [0.0 if held else size for size, held in zip(more, is_there, strict=True)]
    if max(sizes) <= _SHORTEST:
        return -_NEVER
    # by how many sentences of each side are paired: what that costs with all of them, and with one left out
    costs = [[(_NEVER, _NEVER)] * (len(fewer) + 1) for _ in range(len(more) + 1)]
    costs[0][0] = (0.0, _NEVER)
    for row in range(len(more) + 1):
        for column in range(len(fewer) + 1):
            if row or column:
                whole, without = _cheapest(costs, more, fewer, (row, column), spread)
                if row and sizes[row - 1] > _SHORTEST:
                    without = min(without, costs[row - 1][column][0])
                costs[row][column] = whole, without
    whole, without = costs[-1][-1]
    return whole - without


def _cheapest(
    costs: Sequence[Sequence[tuple[float, float]]],
    more: Sequence[float],
    fewer: Sequence[float],
    place: tuple[int, int],
    spread: float,
) -> tuple[float, float]:
    row, column = place
    whole = without = _NEVER
    for (rows, columns), seldom in _BEADS.items():
        if rows <= row and columns <= column:
            before = costs[row - rows][column - columns]
            one, other = sum(more[row - rows : row]), sum(fewer[column - columns : column])
            here = seldom * min(1.0, max(one, other) / _LONG) + _apart(one, other, spread)
            whole, without = min(whole, before[0] + here), min(without, before[1] + here)
    return whole, without


def _apart(one: float, other: float, spread: float) -> float:
    """Say how seldom two lengths belong together: long sentences differ less than short ones."""
    distance = math.log((one + _SLACK) / (other + _SLACK)) / spread
    return distance * distance * math.sqrt(max(one, other) / 100) / 2
