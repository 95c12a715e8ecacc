"""Find a last clause or sentence that only one of two texts has, by lengths and by fixed points that both have."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tm.checks.cognates import points
from tm.checks.connectors import is_unsaid
from tm.checks.sentence_count import SPREAD, wide
from tm.checks.sentences import sentence_ends
from tm.text.pattern import pattern

_LEAST, _LONGEST = 0.07, 700
"""By how much a text is longer than usual, as a logarithm, and characters up to which texts are looked at."""

_SHORTEST, _SMALLEST, _GREATEST = 25, 20, 0.6
"""Characters of English of a text and of a clause below which lengths say nothing, and what part of a text is none."""

_CUT = pattern(r"[,،，;；؛:：—–]")
_AND = {"fr": pattern(r"\s(?=et\s)"), "es": pattern(r"\s(?=[ye]\s)"), "en": pattern(r"\s(?=and\s)")}
_SPACES = " \N{NO-BREAK SPACE}"
_FIGURE = pattern(r"\d")
_NOTE = pattern(r"\s?\[(\d{1,3})\][.。]?\Z")

_SLACK = 12
"""Characters added to what stands behind the last fixed point, so that short ends may differ more."""

_UNSAID = 2.0
"""What a word such as "but" at the beginning of a clause adds that is said nowhere."""


class _Weights(NamedTuple):
    """What speaks for a clause that only one text has, by logistic regression; and how much is enough.

    Attributes:
        base: what all clauses have.
        excess: of how much longer than usual the text is, in usual deviations.
        rest: of how far from usual it is without the clause; it speaks against it.
        surplus: of more signs between clauses than the other text has.
        inside: of each fixed point in the clause; it speaks against it.
        expected: of each that might be expected there, of none.
        behind: of how much better what is behind the last fixed point agrees without the clause.
        length, size: of the logarithms of the lengths of the text and of the clause.
        joined, sentence: of "and" before it, and of a sentence of its own.
        anew: of what `behind` says where "and" is before it.
        enough: the sum that three or four of 2,400 published texts surpass.
        lack: how much less than that lengths of the whole texts say of those that surpass it, nearly always.
    """

    base: float
    excess: float
    rest: float
    surplus: float
    inside: float
    expected: float
    behind: float
    length: float
    size: float
    joined: float
    sentence: float
    anew: float
    enough: float
    lack: float


_MORE = {
    "ar": _Weights(-2.66, 1.67, 1.57, 1.89, -1.97, 0.71, 0.19, -0.35, 0.76, 0, 4.7, 0, 1.75, 2.9),
    "es": _Weights(-2.84, 1.68, 0.98, 1.0, -2.06, 0.81, 1.57, 0.23, -0.9, 0.64, 3.45, 1.01, 2.45, 3.4),
    "fr": _Weights(-2.84, 1.55, 1.31, 0.81, -1.36, 1.54, 1.17, 0.22, -1.04, 0.5, 3.18, 0.75, 2.0, 3.2),
    "ru": _Weights(-1.48, 1.28, 1.32, 0.08, -2.12, 0.82, 1.21, -0.18, -0.94, 0, 5.04, 0, 2.2, 2.7),
    "zh": _Weights(-2.31, 1.67, 1.22, 0.58, -4.88, 0.33, 0.63, -0.06, -0.39, 0, 4.41, 0, 2.0, 3.0),
}
"""Of clauses that a translation has and its English source has not, by the language of the translation."""

_LESS = {
    "ar": _Weights(-2.26, 1.81, 0.84, 1.44, -1.47, 1.2, 1.92, -0.66, 0.64, -0.87, -0.53, 0, 3.05, 2.2),
    "es": _Weights(-1.86, 1.93, 0.98, 1.59, -0.62, 0.56, 1.22, -0.11, 1.81, -0.23, -6.04, 0, 3.05, 2.5),
    "fr": _Weights(-1.52, 1.44, 1.16, 1.86, -0.69, 0.87, 1.47, -0.53, 2.19, 0.21, -1.85, 0, 2.4, 2.7),
    "ru": _Weights(-1.78, 1.88, 0.54, 0.63, -0.69, 0.49, 1.16, -0.01, 0.77, -0.54, -1.1, 0, 2.65, 1.4),
    "zh": _Weights(-2.56, 2.34, 0.65, 0.57, -0.33, 0.81, 0.45, -0.65, 0.26, -0.56, -1.36, 0, 2.6, 0.6),
}
"""Of clauses that an English source has and its translation has not."""


def last_clause(text: str, other: str, languages: tuple[str, str]) -> tuple[int, int] | None:
    """Give the place of a last clause or sentence of a plain text that the other lacks; one of the two is English.

    Args:
        languages: of the text, and of the other.

    >>> target = "Le Comité a adopté la résolution 43/47 en mars, malgré la ferme opposition de plusieurs délégations."
    >>> start, end = last_clause(target, "The Committee adopted resolution 43/47 in March.", ("fr", "en"))
    >>> target[start:end]
    ', malgré la ferme opposition de plusieurs délégations.'
    """
    ours, theirs = languages
    weights = _MORE.get(ours) if theirs == "en" else _LESS.get(theirs)
    if weights is None or len(text) > _LONGEST or len(other) > _LONGEST:
        return None
    length, whole = _wide(other, theirs, ours), _wide(text, ours, theirs)
    excess = math.log(max(whole, 1) / length)
    if length < _SHORTEST or excess <= _LEAST:
        return None
    weight = math.sqrt(max(40, min(length, 150)) / 100) / SPREAD[ours if theirs == "en" else theirs]
    if "[" in other:
        text, other = _NOTE.sub("", text), _NOTE.sub("", other)
    same = weights.base + weights.excess * weight * excess + weights.length * math.log(length / 100)
    if same < weights.enough - weights.lack and len(sentence_ends(text)) <= len(sentence_ends(other)):
        return None
    least = weights.enough - _far(weights) - _UNSAID * (theirs == "en")
    for start, added in _starts(text, other, ours, weights):
        size = whole * (1 - start / len(text))
        if not _SMALLEST <= size <= _GREATEST * whole:
            continue
        rest = abs(math.log((whole - size) / length))
        so_far = same + added - weights.rest * weight * rest + weights.size * math.log(size / 50)
        if so_far > least and _is_more(text, other, start, languages, so_far):
            return start, len(text)
    return None


def _far(weights: _Weights) -> float:
    """Say what fixed points may add to all that speaks for a clause, nearly always."""
    return min(3.5, 1 + 2 * weights.behind + weights.anew)


def _is_more(text: str, other: str, start: int, languages: tuple[str, str], so_far: float) -> bool:
    """Say whether a clause is more than the other text has, by what it begins with and by fixed points."""
    ours, theirs = languages
    weights = _MORE[ours] if theirs == "en" else _LESS[theirs]
    if theirs == "en" and is_unsaid(other, text, _word_behind(text, start), ours):
        so_far += _UNSAID
    if so_far <= weights.enough - _far(weights) or _FIGURE.search(text, start):
        return False
    return so_far + _points_say(text, other, start, languages) > weights.enough


@lru_cache(maxsize=64)  # of a text all lengths and clauses ask for the same
def _wide(text: str, language: str, other: str) -> float:
    return wide(text, language, other)


def _word_behind(text: str, start: int) -> int:
    """Say where the first word of a clause begins, behind the sign and the space before it."""
    while start + 1 < len(text) and not text[start].isalpha():
        start += 1
    return start


def behind_note(text: str, other: str, language: str) -> tuple[int, int] | None:
    """Give the place of a sentence that a text has behind the mark of a note with which the other ends.

    >>> behind_note("Le Comité s’est réuni[11]. La séance a ensuite été levée.", "The Committee met.[11]", "fr")
    (26, 57)
    """
    mark = _NOTE.search(other)
    place = text.rfind(f"[{mark[1]}]") if mark else -1
    if mark is None or place < 0:
        return None
    for end in sentence_ends(text):
        if end > place and wide(text[end:], language, "en") >= _SMALLEST:
            return end, len(text)
    return None


def _starts(text: str, other: str, language: str, weights: _Weights) -> Iterator[tuple[int, float]]:
    """Yield where last clauses may begin, and what signs say for them."""
    ends = sentence_ends(text)
    last = ends[-1] if len(ends) > len(sentence_ends(other)) else 0
    cuts = _cuts(text)
    surplus = weights.surplus if len(cuts) > len(_cuts(other)) else 0.0
    for cut in cuts[-3:]:
        if cut >= last:
            yield cut, surplus
    if language in _AND:
        found = [match.start() for match in _AND[language].finditer(text, last)]
        for start in found[-2:]:
            if text[start - 1] not in ",;:":
                yield start, surplus + weights.joined
    if last:
        yield last, surplus + weights.sentence


@lru_cache(maxsize=256)  # a source is read once for all languages of its document
def _cuts(text: str) -> Sequence[int]:
    return [match.start() for match in _CUT.finditer(text)]


def _points_say(text: str, other: str, start: int, languages: tuple[str, str]) -> float:
    """Say what the fixed points of both texts say for a clause that begins at a place of the first."""
    ours, theirs = languages
    weights = _MORE[ours] if theirs == "en" else _LESS[theirs]
    mine, its = points(text, ours), points(other, theirs)
    known, held = {point.key for point in its}, {point.key for point in mine}
    shared = [point for point in mine if point.key in known]
    its = [point for point in its if point.key in held]
    before = [point for point in shared if point.start < start]
    if len(before) < len(shared):
        return weights.inside * min(len(shared) - len(before), 3)
    found = weights.expected * min(len(its) * (1 - start / len(text)), 4)
    if before and its[-1].key == before[-1].key:
        agrees = _agrees(text[before[-1].end :], start - before[-1].end, other[its[-1].end :], languages)
        is_joined = text[start] in _SPACES and start not in sentence_ends(text)
        found += (weights.behind + weights.anew * is_joined) * agrees
    return found


def _agrees(end: str, start: int, other: str, languages: tuple[str, str]) -> float:
    """Say how much better the end of a text agrees in length with that of the other without a clause at its end."""
    length = math.log(wide(other, languages[1], languages[0]) + _SLACK)
    whole, rest = (math.log(wide(part, *languages) + _SLACK) for part in (end, end[:start]))
    return (whole - length) ** 2 - (rest - length) ** 2
