"""Say whether a Russian preposition keeps its form before another number: о пяти, об одиннадцати, во втором, со ста."""

from __future__ import annotations

import re

from tm.text.placeable import Kind

_PREPOSITION = re.compile(r"(?<!\w)([вск]о?|об?)[\s\N{NO-BREAK SPACE}](?:[«\"(]|<[^<>]{1,8}>)?\Z", re.IGNORECASE)
_FIGURES = re.compile(r"\d{1,3}(?:[\s\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}.]\d{3})+(?!\d)|\d+(?:,\d+)?")
_ROMAN = re.compile(r"[IVXLC]+(?![A-Za-z])")
_ORDINAL = frozenset((Kind.DATE, Kind.YEAR, Kind.ORDINAL, Kind.ROMAN, Kind.LABEL, Kind.ITEM, Kind.PARAGRAPH))
_SEVERAL = re.compile(r"\s(?:[а-яё]{2,20}(?:ым|им|ыми|ими|ых|их)\s)?[а-яё]{2,20}(?:ам|ям|ами|ями|ах|ях)(?!\w)")
_NEVER = "?"
"""A number that is read in two ways (1,5: одной целой, полутора): no other is known to be read alike."""


def keeps(before: str, written: str, new: str, kind: Kind, after: str) -> bool:
    """Say whether what stands before a number in Russian fits what is to be written in its place.

    >>> keeps("доклад о ", "5", "11", Kind.NUMBER, " странах"), keeps("в ", "XX", "II", Kind.ROMAN, " веке")
    (False, False)
    >>> keeps("в ", "5", "2", Kind.NUMBER, " странах"), keeps("со ", "120", "150", Kind.NUMBER, " странами")
    (True, True)
    """
    preposition = _PREPOSITION.search(before)
    if not preposition or written == new:
        return True
    letter = preposition[1][0].lower()
    if letter == "о":
        return _is(_onset(written, kind), "vowel") == _is(_onset(new, kind), "vowel") != _NEVER
    ordinal = kind in _ORDINAL or not (kind is Kind.TIME or _SEVERAL.match(after))
    one, other = (_onset(text, Kind.ORDINAL if ordinal else kind) for text in (written, new))
    return one == other or {one, other} <= _FREE[letter]


_FREE = {"в": {"", "vowel", "сто"}, "с": {"", "vowel"}, "к": {"", "vowel"}}
"""Beginnings before which the short form stands; к ста and ко ста are both written."""


def _is(onset: str, wanted: str) -> str:
    return _NEVER if onset == _NEVER else str(onset == wanted)


def _onset(text: str, kind: Kind) -> str:
    """Tell how a number begins when it is read: with a vowel, with втор, with сто, or else."""
    if _ROMAN.match(text):
        return "втор" if text == "II" else "vowel" if text == "XI" else "сто" if text[0] == "C" != text else ""
    found = _FIGURES.match(text)
    if not found:
        word = text.lower()
        return "втор" if word.startswith("втор") else "сто" if word[:4] == "сто " else _vowel(word)
    if "," in found[0]:
        return _NEVER
    groups = re.split(r"\D", found[0])
    if len(groups) == 1:
        groups = [text for text in re.split(r"(?=(?:\d{3})+\Z)", found[0]) if text]
    return _leading(int(groups[0]), len(groups), kind in _ORDINAL)


def _vowel(word: str) -> str:
    return "vowel" if word[:1] in set("аоуиэ") else ""


def _leading(lead: int, groups: int, ordinal: bool) -> str:
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
        return "vowel" if groups != 2 else _NEVER  # одном, (одной) тысяче
    return ""
