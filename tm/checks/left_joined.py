"""Find two words of an English source, or a few, left together in a translation, of which one joins or does: to buy."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tm.checks.left_terms import is_known
from tm.text.pattern import pattern

_LATIN = frozenset(("fr", "es"))

_JOINING = frozenset("to for with from by at of and or the on in is are was were has have which that".split())
"""Words of English that begin no name."""

_OPENING = _JOINING - {"the"}
"""Those with which no name begins with a capital either: The Hague."""

_JOINING_IN = {
    "fr": frozenset("to for with from by at of and the is was were has have which that".split()),
    "es": frozenset("to for with from by at of and or the on is was were which that".split()),
}
"""Those that a language in Latin letters does not write itself."""

_RUN = pattern(
    r"(?<![A-Za-z\d_/.@:&#-])[A-Za-z][A-Za-z'’-]*(?: [A-Za-z][A-Za-z'’-]*){1,12}(?![A-Za-z\d_/@-]|\.[A-Za-z])"
)
_LONG = 4
"""Letters of a word in small letters that is no part of a name in another script."""


def left_joined(source: str, target: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield the places of words in a translation that stand so together in its English source.

    In Latin letters the first of them joins, and the second is English and in small letters; in other letters the first
    joins, or one in small letters stands beside one with a capital.

    >>> list(left_joined("Nobody may be compelled to buy.", "No se podrá obligar a nadie to buy.", "es"))
    [(28, 34)]
    >>> list(left_joined("The Commission visited Liberia.", "Комиссия visited Liberia.", "ru"))
    [(9, 24)]
    """
    if language in _LATIN:
        yield from _in_latin(source, target, language)
        return
    low = source.lower()
    for run in _RUN.finditer(target):
        words = run[0].split()
        if run[0].lower() in low and (_joins(words, language) or _has_deed(words, language)):
            yield run.span()


def _in_latin(source: str, target: str, language: str) -> Iterator[tuple[int, int]]:
    joining = _JOINING_IN[language]
    if joining.isdisjoint(target.split()):
        return
    for run in _RUN.finditer(target):
        words, place = run[0].split(), run.start()
        for word, behind in pairwise(words):
            if word in joining and behind.islower() and _is_english(behind, language) and f" {word} {behind}" in source:
                yield place, place + len(word) + 1 + len(behind)
                return
            place += len(word) + 1


def _joins(words: list[str], language: str) -> bool:
    """Say whether the first of some words joins the next, of English or a name, to what stands before: and FAO."""
    first, second = words[:2]
    if first.islower():
        return first in _JOINING and (second[0].isupper() or _is_english(second, language))
    return first.lower() in _OPENING and _is_english(second, language)


def _has_deed(words: list[str], language: str) -> bool:
    """Say whether the first word is one of English in small letters, and the next one a name: visited Liberia."""
    first, second = words[:2]
    return first.islower() and len(first) >= _LONG and second[0].isupper() and _is_english(first, language)


def _is_english(word: str, language: str) -> bool:
    """Say whether a word in small letters is of English alone, beside French for a language in other letters."""
    return is_known(word, language if language in _LATIN else "fr")
