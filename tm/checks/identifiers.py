"""Compare what somebody or something is numbered by: passports, cases, projects, serial and telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from tm.checks.check import Fault
from tm.model.finding import Span
from tm.text.digits import ascii_digits
from tm.text.pattern import pattern

MAYBE = pattern(r"[\dA-Z](?:(?<=\d)\d\d|(?<=[A-Z])-\d(?!\d))")
_NUMBER = pattern(
    r"(?<![\w./@:+])(?:[A-Z]{1,6}(?:-[A-Z]{1,4})?-\d{2,4}-\d{2,6}|[A-Z]{1,4}[\s-]?\d{4,14}[A-Z]?"
    r"|0\d{3,13}|\d{1,3}[A-Z]{1,3}\d{3,10})(?![\w/@]|[.,]\d)"
)
"""Letters and figures together, or figures that begin with a zero; a word in capitals may stand before a year."""

_MAYBE_NUMBER = pattern(
    r"[0A-ZАВСЕНКМОРТХ](?:(?<=0)\d{3}|(?<!0)[\s-]?\d{4}|(?<=\d[A-ZАВСЕНКМОРТХ])[A-ZАВСЕНКМОРТХ]{0,2}\d{3})"
)
"""Is in all these, before letters that look like Latin ones are read as such: quick, and in few texts."""

_GRADE = pattern(r"(?<![\w-])(?:P|D|GS|G|FS|NO|L|S)-(\d)(?![\w-])")
_MAYBE_GRADE = pattern(r"-\d(?<=[PDSGOL]-.)")
_ANY_GRADE = pattern(r"(?<![A-Za-zА-Яа-яء-ي\d-])[A-ZА-Яء-ي]{1,4}-(\d)(?![\dA-Za-z-])")
"""In any language: С-4, ف-4, P-4."""

_YEAR = pattern(r"[A-Z]{1,4}[\s-]?(?:19|20)\d\d")
_TWINS = str.maketrans("АВСЕНКМОРТХ", "ABCEHKMOPTX")
_JOINTS = pattern(r"[\s-]")
_ACRONYM = 3
"""Letters of the shortest acronym before a number; two may be part of it."""

_ALIKE = 0.7
"""How much alike two numbers are of which one is a slip for the other."""


def has_identifiers(source: str) -> bool:
    """Say whether an English text has such a number, or the grade of a post."""
    return bool(_found(source) or (_MAYBE_GRADE.search(source) and _GRADE.search(source)))


def other_identifier(source: str, target: str, source_language: str, target_language: str) -> list[Fault]:
    """Say when such a number has become another that is much like it: a zero lost, a letter altered.

    >>> other_identifier("Passport No. D00471", "Passeport n° D0471", "en", "fr")[0].message
    'the translation has D0471 where the source has D00471'
    """
    theirs = _found(source)
    if not theirs:
        return _other_grade(source, target)
    ours = _found(ascii_digits(target))
    solid = _JOINTS.sub("", ascii_digits(target).translate(_TWINS))
    known = {_key(one) for one in theirs}
    added = [one for one in ours if _key(one) not in known]
    for one in theirs:
        if _key(one) in solid or _has_own_acronym(one[0], target):
            continue
        for other in added:
            if _are_alike(_key(one), _key(other)):
                message = f"the translation has {target[slice(*other.span())]} where the source has {one[0]}"
                return [Fault(message, Span(*other.span()), Span(*one.span()))]
    return []


def _other_grade(source: str, target: str) -> list[Fault]:
    """Say when the grade of a post has become another: P-4 is not С-5."""
    theirs = list(_GRADE.finditer(source)) if _MAYBE_GRADE.search(source) else []
    ours = list(_ANY_GRADE.finditer(target)) if theirs else []
    wanted, found = [one[1] for one in theirs], [one[1] for one in ours]
    if len(ours) != len(theirs) or sorted(wanted) == sorted(found):
        return []
    lost = next(one for one in theirs if wanted.count(one[1]) > found.count(one[1]))
    added = next(one for one in ours if found.count(one[1]) > wanted.count(one[1]))
    message = f"the translation has {added[0]} where the source has {lost[0]}"
    return [Fault(message, Span(*added.span()), Span(*lost.span()))]


def _has_own_acronym(number: str, target: str) -> bool:
    """Say whether the figures stand in a translation behind an acronym of its language: OMI 8909575, ИМО 8909575."""
    acronym, _, figures = number.partition(" ")
    if len(acronym) < _ACRONYM or not figures.isdigit():
        return False
    return re.search(rf"(?<![\d.,-]){figures}(?!\d|[.,]\d)", ascii_digits(target)) is not None


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _found(text: str) -> Sequence[re.Match[str]]:
    if not _MAYBE_NUMBER.search(text):
        return ()
    return [one for one in _NUMBER.finditer(text.translate(_TWINS)) if not _YEAR.fullmatch(one[0])]


def _key(one: re.Match[str]) -> str:
    return _JOINTS.sub("", one[0])


def _are_alike(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE
