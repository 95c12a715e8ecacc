"""Fit the small word before a placeable to how that is read: a or an, d’ or de, o or u, о or об, в or во, с or со."""

from __future__ import annotations

import re
from functools import cache

from tm.matching.prepositions import PREPOSITION, preposition
from tm.text.placeable import Kind, Placeable
from tm.text.replacements import Edit

_TAG = r"(?:<[^<>]{1,8}>)?"
_LEADS = {
    "en": rf"(?<!\w)([Aa]n?)\s{_TAG}[$€£]?\Z",
    "es": rf"(?<!\w)([OoUu])\s{_TAG}\Z",
    "fr": rf"(?<!\w)([Dd](?:['’]|e\s)){_TAG}\Z",
    "ru": PREPOSITION,
}
_ENGLISH_VOWEL = r"8|1[18](?!\d)|eigh|eleven|apr|aug|oct"
"""Read with a vowel: an 8 per cent rise, an eleventh hour, an August meeting."""

_ENGLISH_VOWEL_YEAR = r"8|1[18]\d\d"
_SPANISH_O = r"8|11(?!\d)|och|oct|once"
_FRENCH_ONE = r"1(?!\d)"
"""Read as un: d’1,5 million; no elision stands before onze or huit."""

_SPELLED = frozenset((Kind.ADDRESS, Kind.SYMBOL, Kind.CODE, Kind.ROMAN, Kind.LETTER, Kind.ACT))
"""Read letter by letter, or who knows how."""

_NEAR = 14


def alike(text: str, language: str) -> str:
    """Give a text before a placeable with one form of its last word, so that texts that differ only in it are equal.

    >>> alike("a rise of an ", "en"), alike("7 u ", "es"), alike("Об ", "ru"), alike("the ", "en")
    ('a rise of a ', '7 o ', 'О ', 'the ')
    """
    found = _lead(language).search(text) if language in _LEADS else None
    if not found:
        return text
    first = found[1][0]
    return text[: found.start(1)] + {"u": "o", "U": "O"}.get(first, first) + text[found.end(1) :]


def led(text: str, placeable: Placeable, new: str, language: str) -> tuple[Edit, ...] | None:
    """Give the edit that fits the word before a placeable to what is to be written there; None where none is sure.

    >>> from tm.text.placeables import find_placeables
    >>> led("A 5-year plan", find_placeables("A 5-year plan", "en")[0], "8", "en")
    ((0, 1, 'An'),)
    """
    if language not in _LEADS:
        return ()
    start = max(0, placeable.start - _NEAR)
    found = _lead(language).search(text[start : placeable.start])
    written = text[placeable.start : placeable.end]
    if not found or written == new:
        return ()
    old = found[1]
    if language == "ru":
        fit = preposition(old, written, new, placeable.kind, text[placeable.end : placeable.end + 48])
    elif language == "fr":
        fit = _elided(old, new, placeable.kind)
    else:
        fit = _article_or_conjunction(old, written, new, placeable.kind, language)
    if fit is None:
        return None
    return ((start + found.start(1), start + found.end(1), fit),) if fit != old else ()


@cache
def _lead(language: str) -> re.Pattern[str]:
    return re.compile(_LEADS[language], re.IGNORECASE if language == "ru" else 0)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _elided(old: str, new: str, kind: Kind) -> str | None:
    """Give de or d’ before what is to be written; that de is not elided before 1 is as well."""
    if old[1] == "e" or _compiled(_FRENCH_ONE).match(new):
        return old
    return None if kind in _SPELLED else f"{old[0]}e "


def _article_or_conjunction(old: str, written: str, new: str, kind: Kind, language: str) -> str | None:
    if kind in _SPELLED:
        return old if written[:1] == new[:1] else None
    if language == "en":
        pattern = _compiled(_ENGLISH_VOWEL_YEAR if kind is Kind.YEAR else _ENGLISH_VOWEL)
        forms = (old[0], old[0] + "n")
    else:
        pattern = _compiled(_SPANISH_O)
        forms = ("o", "u") if old.islower() else ("O", "U")
    was, becomes = (forms[bool(pattern.match(text))] for text in (written, new))
    if was == becomes:
        return old
    return becomes if was == old else None
