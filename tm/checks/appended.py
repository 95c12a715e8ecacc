"""Find a clause that only one of two texts has: without it, the lengths of the two are as usual."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tm.checks.fixed_points import confirmed
from tm.checks.sentence_count import SPREAD, wide
from tm.checks.sentences import sentence_ends
from tm.text.pattern import pattern

_LEAST, _LONGEST = 0.15, 500
"""By how much a translation is longer than usual, as a logarithm, and characters up to which sources are looked at."""

_SHORTEST = 25
"""Characters of English below which a length says nothing: headings."""

_MOST = 12
"""Signs at which a translation is cut; one of more is a list."""

_CUT = pattern(r"[,،，;；؛:：—–]")
_FIGURES = pattern(r"\d+")

_PARTICULAR = {
    "fr": pattern(
        r"(?:et )?(?:(?:plus )?particulièrement|en particulier|notamment|surtout|y compris|principalement"
        r"|spécialement)\b",
        re.IGNORECASE,
    ),
    "es": pattern(
        r"(?:y )?(?:en (?:particular|especial)|sobre todo|especialmente|particularmente|principalmente|incluid|inclus)",
        re.IGNORECASE,
    ),
    "ru": pattern(
        r"(?:и )?(?:в (?:том числе|частности|особенности)|особенно|включая|прежде всего|главным образом)", re.IGNORECASE
    ),
    "zh": pattern("特别|尤其|包括|主要"),
    "ar": pattern(r"و?لا ?سيما|و?(?:ب?خاصة|خصوصا)|بما (?:في|فيها)|و?على الأخص"),
}
_IS_PARTICULAR = pattern(
    r"\b(?:in\s)?(?:particular|especial|notabl|includ|such\sas|main|among|inter\salia|specif|primar|above\sall|most|priorit"
    r"|e\.g|i\.e|which|whom|with\b|contain|consist|compris|cover|chief|special|first)",
    re.IGNORECASE,
)
"""What may be said so in the source."""

_AND = {
    "fr": pattern(r"(?:et|ainsi que|de même que|tout en|ce qui|ce que)\b", re.IGNORECASE),
    "es": pattern(r"(?:y|e|así como|al igual que|además|lo que|lo cual)\b", re.IGNORECASE),
    "ru": pattern(r"(?:и|а также|равно как|причем|при этом)\b", re.IGNORECASE),
    "zh": pattern("并|以及|同时|而且|此外|还|且|从而"),
    "ar": pattern(r"و|كما|فضلا|إضافة|إلى جانب|مما|الأمر الذي"),
}
_BESIDES = pattern(
    r"\b(?:as\swell|along\swith|together|addition|also|while|whilst|plus|besides|moreover|which|coupled)\b"
)

_DEPENDENT = {
    "ru": pattern(
        r"(?:[а-я]{1,3} )?(?:котор\w+|чтобы?|если|где|когда|как|чем)\b"
        r"|\w+(?:щ|нн|вш|ем|им)(?:ихс?я?|ие|ий|ая|ую|ого|ой|ее|ые|ым|ыми|ими)\b"
    ),
    "zh": pattern("很多人|从而|因此|所以|以便|使|让|这些|该"),
}
"""What clauses begin with that the language writes where English has none."""


_PARTICULARLY = {
    "fr": pattern(
        r"particuli|notamment|surtout|compris|dont\b|tel(?:le)?s?\b|comme\b|principal|spécia|inclu|compren"
        r"|entre autres",
        re.IGNORECASE,
    ),
    "es": pattern(
        r"particular|especial|sobre todo|inclu|como\b|tal(?:es)?\b|principal|entre\b|comprend|abarca", re.IGNORECASE
    ),
    "ru": pattern(
        r"в том числе|частности|особ|включ|прежде всего|главн|таки[ехм]|например|в первую|числе|как\b|охват",
        re.IGNORECASE,
    ),
    "zh": pattern("特别|尤其|包括|如|主要|等|其中|诸|涵盖|含"),
    "ar": pattern(r"سيما|خاص|خصوص|أخص|بما|مثل|منها|بينها|شمل|تضم|يضم|رأسها|مقدمتها|(?<!\w)ك\w"),
}
"""What may stand in a translation for "in particular", "including" and "such as"."""

_NAMES_ONE = pattern(
    r"[,;—–]\s(?:and\s)?(?:in\sparticular|particularly|especially|including|notably|such\sas|above\sall)\b"
)


class _Part(NamedTuple):
    """A part of a text: where it is, and what speaks for its being more than the other has."""

    start: int
    end: int
    size: float
    """In characters of English."""
    rest: float
    """By how much the text without it is longer than usual, as a logarithm."""
    likelier: float
    """How much likelier it is that the other does not have it, as a logarithm."""


def appended(source: str, target: str, languages: tuple[str, str]) -> tuple[int, int] | None:
    """Give the place of what a plain translation says beyond its English source; None where it does not, or may not.

    >>> target = "Doubler le taux mondial d’efficacité énergétique, surtout dans les régions rurales et insulaires"
    >>> start, end = appended("Double the rate of energy efficiency", target, ("en", "fr"))
    >>> target[start:end]
    ', surtout dans les régions rurales et insulaires'
    """
    theirs, ours = languages
    if theirs != "en" or ours not in _AND or len(source) > _LONGEST:
        return None
    length = _wide(source, *languages)
    if length < _SHORTEST or math.log(max(_wide(target, ours, theirs), 1) / length) < _LEAST:
        return None
    for part in _sentences(source, target, languages):
        if part.likelier > (1.8 if ours == "zh" else 0.6):
            return part.start, part.end
    surplus = len(_CUT.findall(target)) - len(_CUT.findall(source))
    for span in _clauses(target):
        if surplus > 0 or _PARTICULAR[ours].match(target, _begin(target, *span)):  # in others nothing is more
            part = _part(source, target, span, languages)
            if _is_more(part, source, target, surplus, ours):
                return span
    return None


def left_out(source: str, target: str, languages: tuple[str, str]) -> tuple[int, int] | None:
    """Give the place of what an English source says beyond its plain translation; None where it does not, or may not.

    >>> source = "The mission trained 40 officers, including 12 women from the three northern provinces"
    >>> start, end = left_out(source, "La mission a formé 40 policiers", ("en", "fr"))
    >>> source[start:end]
    ', including 12 women from the three northern provinces'
    """
    theirs, ours = languages
    if theirs != "en" or ours not in _AND or len(source) > _LONGEST:
        return None
    length = _wide(source, *languages)
    if length < 2 * _SHORTEST or math.log(max(_wide(target, ours, theirs), 1) / length) > -_LEAST:
        return None
    surplus = len(_CUT.findall(source)) - len(_CUT.findall(target))
    for span in _clauses(source):
        names_one = _NAMES_ONE.match(source, span[0])
        if surplus < 1 and not names_one:
            continue
        part = _part(target, source, span, (ours, theirs))
        if names_one and not _PARTICULARLY[ours].search(target):
            is_lost = part.likelier > 1.3 and part.rest > -0.35 and part.size > 30
        else:
            is_lost = surplus > 0 and part.size > 35 and part.likelier > 3.2 and abs(part.rest) < 0.25
        if is_lost and not _has_figures_of(target, source[slice(*span)]):
            return span
    return None


def _has_figures_of(target: str, part: str) -> bool:
    """Say whether a translation has figures of a part of its source, which is not lost, then."""
    figures = _FIGURES.findall(part)
    return bool(figures) and set(figures) <= set(_FIGURES.findall(target))


def _is_more(part: _Part, source: str, target: str, surplus: int, language: str) -> bool:
    """Say whether a clause is surely more than the source has; how sure that is depends on what it begins with."""
    start = _begin(target, part.start, part.end)
    if _PARTICULAR[language].match(target, start) and not _IS_PARTICULAR.search(source):
        return part.likelier > 1 and part.rest > -0.35 and part.size > 35
    if surplus < 1 or part.size < 55:
        return False
    if part.end < len(target):
        return surplus > 1 and part.likelier > (6.5 if language == "zh" else 5) and abs(part.rest) < 0.3
    if (begins := _AND[language].match(target, start)) and abs(part.rest) < 0.25:
        is_besides = len(begins[0]) > 3 and not _BESIDES.search(source)
        if part.likelier > (1.8 if is_besides else 2.2):
            return True
    if language in _DEPENDENT and _DEPENDENT[language].match(target, start):
        return False
    return part.likelier > (6.5 if language == "zh" else 3.2) and part.rest > -0.45


def _begin(text: str, start: int, end: int) -> int:
    """Say where the first word of a clause begins, behind the sign before it."""
    start += 1
    while start < end and text[start] == " ":
        start += 1
    return start


def _clauses(text: str) -> Sequence[tuple[int, int]]:
    """Give the parts of a text from one sign between clauses to the next but two, the last ones first."""
    cuts = [match.start() for match in _CUT.finditer(text)]
    if len(cuts) > _MOST:
        return ()
    ends = [*cuts, len(text)]
    spans = [(start, end) for place, start in enumerate(cuts) for end in ends[place + 1 : place + 4]]
    return sorted(spans, key=lambda span: span[1] < len(text))


def _sentences(source: str, target: str, languages: tuple[str, str]) -> Iterator[_Part]:
    """Yield the sentences of a translation that has one more than its source, where none of that may have been cut."""
    found = sentence_ends(target)
    if len(found) != len(sentence_ends(source)) + 1 or ";" in source or ":" in source:
        return
    is_there = confirmed(target, source, languages[::-1])
    for start, end, held in zip((0, *found), (*found, len(target)), is_there, strict=True):
        if held:
            continue
        part = _part(source, target, (start, end), languages)
        if part.size > _SHORTEST / 2:
            yield part


@lru_cache(maxsize=16)  # all parts of a text are compared with the whole
def _wide(text: str, language: str, other: str) -> float:
    return wide(text, language, other)


def _part(source: str, target: str, span: tuple[int, int], languages: tuple[str, str]) -> _Part:
    """Compare the lengths with and without a part: long texts differ less from what is usual than short ones."""
    theirs, ours = languages
    length, whole = _wide(source, theirs, ours), _wide(target, ours, theirs)
    size = wide(target[slice(*span)], ours, theirs)
    excess, rest = math.log(whole / length), math.log(max(whole - size, 1) / length)
    spread = SPREAD[ours if theirs == "en" else theirs]
    weight = math.sqrt(max(40, min(length, 150)) / 100)
    return _Part(*span, size, rest, (excess * excess - rest * rest) * weight / (2 * spread * spread))
