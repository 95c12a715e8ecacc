"""Tell when a phrase has grown by what is listed or joined in it, and the source has no such parts."""

from __future__ import annotations

import math
import re
from collections import Counter

from tm.checks.sentence_count import wide
from tm.checks.unmeant import all_is_meant
from tm.text.digits import ascii_digits
from tm.text.pattern import pattern

_SHORTEST, _SHORT, _LONGEST = 25, 110, 260
"""Characters of English of the sources that are looked at, and of short ones, whose lengths say less."""

_UNLIKE = pattern(r"\d|[A-Z]{2}|[:(<&%_/]")
_UNLIKE_WORD, _MARKS = pattern(r"\d+|[A-Z]{2,}"), "(<&%_/"
_WIDE = str.maketrans("（％", "(%")
"""Figures, acronyms and marks, which languages write at different lengths: both texts have the same, or none."""

_SIGNS = {"zh": pattern("[,，、；;–—]"), "ar": pattern("[،؛,;–—]")}
_SIGN = pattern("[,;–—]")
_AND = {
    "en": pattern(r"\b(?:and|or)\b"),
    "fr": pattern(r"\b(?:et|ou|ainsi\sque)\b"),
    "es": pattern(r"\b[yeou]\b"),
    "ru": pattern(r"\b(?:и|или|а\sтакже)\b"),
    "zh": pattern("[和与及并或]"),
    "ar": pattern(r"(?<!\w)و(?=[\u0620-\u064a\u064b-\u0652]{3})|(?<!\w)أو(?!\w)"),
}
"""Signs and words that join the parts of a phrase."""

_GROWN = {
    "fr": (0.4, 0.47, 0.3, 0.37),
    "es": (0.36, 0.38, 0.27, 0.29),
    "ru": (0.66, 0.66, 0.39, 0.5),
    "zh": (0.52, 0.54, 0.44, 0.66),
    "ar": (0.39, 0.42, 0.27, 0.34),
}
"""By how much longer than usual, as a logarithm, none of 6,000 right translations with two joins more is: of short ones
with an "and" more, or with any joins, and of longer ones.
"""

_LEAST, _MOST = 20, 60
"""Characters of English of headings that are looked at for a single part more."""

_JOINED = {"fr": 0.45, "es": 0.43, "ru": 0.52, "zh": 0.58, "ar": 0.58}
"""By how much longer than usual no heading without joins and figures is, of 22,000 right pairs, that gains an "and"."""

_OF_BOTH = pattern(r"\b(\w{4})\w*\s(?:et|y)\s(?:(?:des?|les|las|los)\s|d[’'])*\1")
"""Men and women, of whom the source has one word: orateurs et oratrices."""

_OF_SENTENCES = (".", "?", "!")
"""Ends, which no heading has."""

_UNSURE = 0.06
"""By how much more, where figures, acronyms and marks are in both."""


def is_enlarged(source: str, target: str, languages: tuple[str, str]) -> bool:
    """Say whether a translation is far longer than its English source, and joins two parts more, at least.

    >>> target = "Bosques protegidos por ley, con presupuesto y con un órgano de vigilancia"
    >>> is_enlarged("Forests that are protected by law", target, ("en", "es"))
    True
    """
    theirs, ours = languages
    length = wide(source, theirs, ours)
    if theirs != "en" or ours not in _GROWN or not _SHORTEST <= length <= _LONGEST:
        return False
    with_and, without = _GROWN[ours][:2] if length < _SHORT else _GROWN[ours][2:]
    grown = math.log(max(wide(target, ours, theirs), 1) / length)
    if grown < with_and:
        return False
    if _UNLIKE.search(source) or _UNLIKE.search(target):
        grown -= _UNSURE
        if grown < with_and or not _are_alike(source, target):
            return False
    more = _surplus(_AND[ours], target, _AND[theirs], source)
    signs = _surplus(_SIGNS.get(ours, _SIGN), target, _SIGN, source)
    if more + signs < 2 or (more < 1 and grown <= without):
        return False
    return not all_is_meant(source, target, (0, len(target)), ours)


def is_joined(source: str, target: str, languages: tuple[str, str]) -> bool:
    """Say whether the translation of an English heading goes on with "and", and is far longer than usual.

    >>> target = "Informe del auditor externo y respuesta de la administración"
    >>> is_joined("Report of the external auditor", target, ("en", "es"))
    True
    """
    theirs, ours = languages
    if len(source) > _MOST or theirs != "en" or ours not in _JOINED or source.endswith(_OF_SENTENCES):
        return False
    length = wide(source, theirs, ours)
    if length < _LEAST or any(sign.search(source) for sign in (_UNLIKE, _SIGN, _AND["en"])):
        return False
    if math.log(max(wide(target, ours, theirs), 1) / length) < _JOINED[ours]:
        return False
    return len(_AND[ours].findall(target)) == 1 and not _UNLIKE.search(target) and not _OF_BOTH.search(target)


def _are_alike(source: str, target: str) -> bool:
    """Say whether both texts have the same figures, acronyms and marks, and the source announces nothing."""
    theirs, ours = (Counter(_UNLIKE_WORD.findall(ascii_digits(text))) for text in (source, target))
    target = target.translate(_WIDE)
    return theirs == ours and ":" not in source and all(source.count(mark) == target.count(mark) for mark in _MARKS)


def _surplus(ours: re.Pattern[str], target: str, theirs: re.Pattern[str], source: str) -> int:
    return len(ours.findall(target)) - len(theirs.findall(source))
