"""Say which form a Russian preposition has before a number: о пяти, об одиннадцати, во втором, со ста."""

from __future__ import annotations

import re

from tm.text.pattern import pattern
from tm.text.placeable import Kind

PREPOSITION = r"(?<!\w)([вск]о?|об?)[\s\N{NO-BREAK SPACE}](?:[«\"(]|<[^<>]{1,8}>)?\Z"
"""One that has two forms, and what may stand between it and a number."""

_FIGURES = pattern(r"\d{1,3}(?:[\s\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}.]\d{3})+(?!\d)|\d+(?:,\d+)?")
_ROMAN = pattern(r"[IVXLC]+(?![A-Za-z])")
_ORDINAL = frozenset((Kind.DATE, Kind.YEAR, Kind.ORDINAL, Kind.ROMAN, Kind.LABEL, Kind.ITEM, Kind.PARAGRAPH))
_SEVERAL = pattern(r"\s(?:[а-яё]{2,20}(?:ым|им|ыми|ими|ых|их)\s)?[а-яё]{2,20}(?:ам|ям|ами|ями|ах|ях)(?!\w)")
_UNKNOWN = "?"
"""The beginning of a number that is read in two ways, of which о tells one: 1,5 is одна целая or полтора."""

_UNFIT = ""
"""The old preposition says that the number is not read so: с 2 до 5 is no со второго."""

_LONG_BEFORE = {"в": {"втор"}, "с": {"втор", "сто"}, "к": {"втор"}, "о": {"vowel"}}
"""Beginnings before which the long form stands: во втором, со ста, об одиннадцати."""


def preposition(old: str, written: str, new: str, kind: Kind, after: str) -> str | None:
    """Give the form of a preposition before another number; None where it is not known.

    Args:
        old: the preposition as it stands before `written`, which is fit.
        new: what is to be written there.
        kind, after: of the number, and what follows it.

    >>> preposition("о", "5", "11", Kind.NUMBER, " странах"), preposition("В", "XX", "II", Kind.ROMAN, " веке")
    ('об', 'Во')
    >>> preposition("в", "5", "2", Kind.NUMBER, " странах"), preposition("с", "5", "2", Kind.NUMBER, " до 8")
    ('в', None)
    """
    if kind in _ORDINAL:
        readings = {_fitting(old, written, new, ordinal=True)}
    elif kind is Kind.TIME or _SEVERAL.match(after):
        readings = {_fitting(old, written, new, ordinal=False)}
    else:
        readings = {_fitting(old, written, new, ordinal=ordinal) for ordinal in (True, False)}
    readings.discard(_UNFIT)
    return readings.pop() if len(readings) == 1 else None


def _fitting(old: str, written: str, new: str, *, ordinal: bool) -> str | None:
    one, other = (_onset(text, ordinal=ordinal) for text in (written, new))
    letter = old[0].lower()
    if letter == "о" and _UNKNOWN in {one, other}:
        return None
    if one == other and (len(old) > 1) == (one in _LONG_BEFORE[letter]):
        return old
    if letter == "к" and "сто" in {one, other}:
        return None  # к ста and ко ста
    was_long, is_long = (onset in _LONG_BEFORE[letter] for onset in (one, other))
    if was_long != (len(old) > 1):
        return _UNFIT
    return old[0] + ("б" if letter == "о" else "о") * is_long


def _onset(text: str, *, ordinal: bool) -> str:
    """Tell how a number begins when it is read: with a vowel, with втор, with сто, or else."""
    if _ROMAN.match(text):
        return "втор" if text == "II" else "vowel" if text == "XI" else "сто" if text[0] == "C" != text else ""
    found = _FIGURES.match(text)
    if not found:
        word = text.lower()
        return "втор" if word.startswith("втор") else "сто" if word[:4] == "сто " else _vowel(word)
    whole, comma, _ = found[0].partition(",")
    if comma:
        return _UNKNOWN if whole == "1" else _leading(int(whole[:3]), 1, ordinal=False)
    groups = re.split(r"\D", whole)
    if len(groups) == 1:
        groups = [text for text in re.split(r"(?=(?:\d{3})+\Z)", whole) if text]
    return _leading(int(groups[0]), len(groups), ordinal=ordinal)


def _vowel(word: str) -> str:
    return "vowel" if word[:1] in set("аоуиэ") else ""


def _leading(lead: int, groups: int, *, ordinal: bool) -> str:
    """Tell how figures begin by their first group: 11 in 11 000."""
    if lead == 11:
        return "vowel"
    if lead == 100 and groups == 1 and ordinal:
        return ""  # сотый
    if 100 <= lead < 200:
        return "сто"
    if groups == 1 and ordinal:
        return "втор" if lead == 2 else ""
    if lead == 1 and not ordinal:
        return "vowel" if groups != 2 else _UNKNOWN  # одном, (одной) тысяче
    return ""
