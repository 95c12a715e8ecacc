"""Fit the word for million behind a number to its new value: 1,9 million, 14,6 millions; 985 млн, 1,25 млрд."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tm.matching.subjects import is_no_subject
from tm.text.pattern import pattern
from tm.text.placeable import Placeable
from tm.text.plurals import plural_category
from tm.text.replacements import Edit
from tm.text.written_numbers import shifted

_PLURALS = {
    "fr": {"million": "millions", "milliard": "milliards", "billion": "billions", "millier": "milliers"},
    "es": {"millón": "millones", "billón": "billones"},
    "ar": {
        "ألف": "آلاف",
        "مليون": "ملايين",
        "مليار": "مليارات",
        "بليون": "بلايين",
        "تريليون": "تريليونات",
    },
}
_SINGULARS = {language: {many: one for one, many in words.items()} for language, words in _PLURALS.items()}
_WORD = pattern(r"[\s\N{NO-BREAK SPACE}]([^\W\d_]+)(?!\w)")
_POWERS = {
    "en": {6: "million", 9: "billion", 12: "trillion"},
    "fr": {6: "million", 9: "milliard", 12: "billion"},
    "ru": {6: "млн", 9: "млрд", 12: "трлн"},
    "ar": {6: "مليون", 9: "بليون", 12: "تريليون"},
}
_HAN = pattern(r"\s?([万亿])(?!亿)([多余来])?")
_HAN_UNITS = {0: "", 4: "万", 8: "亿"}


@dataclass(frozen=True, slots=True)
class Scale:
    """Which power of ten a new value is written in, and the edits that say so; None where no word depends on it."""

    power: int
    edits: tuple[Edit, ...] | None = None


def scaled(
    text: str, placeable: Placeable, values: tuple[str, str], powers: tuple[int, int], language: str
) -> Scale | None:
    """Say how a value is written behind whose number a word for million stands; None where it cannot be.

    Args:
        placeable: of the target.
        values: the old one and the new one.
        powers: those in which the other language has them.

    >>> from tm.text.placeables import find_placeables
    >>> text = "985 млн долл."
    >>> scaled(text, find_placeables(text, "ru")[0], ("985000000", "1250000000"), (6, 9), "ru")
    Scale(power=9, edits=((4, 7, 'млрд'),))
    """
    held = placeable.power
    is_million = [len(value.partition(".")[0]) > 6 for value in values]
    if {*powers} & {4, 8} and is_million[0] != is_million[1] and held in {0, 6} and language != "zh":
        return _in_english(text, placeable, held) if language == "en" else None
    if not held:
        return Scale(0) if powers[0] == powers[1] or {*powers} & {4, 8} else None
    if language == "zh" and (unit := _HAN.match(text, placeable.end)):
        return _in_han(unit, values[1], held)
    power = _power(values, powers, held)
    if language == "es" or power == held:
        return Scale(held, fitted(text, placeable, *values, language)) if {power, held} <= {6, 9, held} else None
    edits = _renamed(text, placeable, shifted(values[1], -power), power, language)
    return Scale(power, edits) if edits else None


def _in_english(text: str, placeable: Placeable, held: int) -> Scale | None:
    """Write 350,000 for less than a million, and 1.2 million for more; in other languages more would change."""
    if not held:
        return Scale(6, ((placeable.end, placeable.end, " million"),))
    word = _WORD.match(text, placeable.end)
    return Scale(0, ((*word.span(), ""),)) if word and word[1] == "million" else None


def _in_han(unit: re.Match[str], value: str, held: int) -> Scale | None:
    """Write what has thousands in 万, and what has hundreds of millions in 亿."""
    size = len(value.partition(".")[0])
    power = 8 if size > 8 else 4 if size > 4 else 0
    if size > 12 or (unit[2] and power != held):
        return None
    return Scale(power, ((*unit.span(1), _HAN_UNITS[power]),) if power != held else None)


def _power(values: tuple[str, str], powers: tuple[int, int], held: int) -> int:
    """Tell millions from milliards by the other language, or by the value where that has 万, 亿 or mil millones."""
    if not {*powers} & {4, 8} and powers != (6, 6):
        return powers[1] if powers[0] != powers[1] else held
    one, other = (3 * ((len(value.partition(".")[0]) - 1) // 3) for value in values)
    return other if one == held else held


def _renamed(text: str, placeable: Placeable, number: str, power: int, language: str) -> tuple[Edit, ...]:
    """Put the word for another power, as its number asks for it, in the place of one that is as well known."""
    found = _WORD.match(text, placeable.end)
    words = _POWERS.get(language, {})
    plurals = _PLURALS.get(language, {})
    old, new = words.get(placeable.power, ""), words.get(power, "")
    if not found or not new or found[1] not in {old, plurals.get(old)}:
        return ()
    is_plural = bool(plurals) and _is_plural(number, language)
    if is_plural is None or (
        (found[1] != old) != is_plural and not is_no_subject(text, placeable.start, found.end(), language)
    ):
        return ()
    return ((*found.span(1), plurals[new] if is_plural else new),)


def fitted(text: str, placeable: Placeable, old: str, value: str, language: str) -> tuple[Edit, ...] | None:
    """Give the edit that fits the word for million to a new value, none where it stays; None where that is not known.

    >>> from tm.text.placeables import find_placeables
    >>> text = "à 1,9 million de dollars"
    >>> fitted(text, find_placeables(text, "fr")[0], "1900000", "14600000", "fr")
    ((6, 13, 'millions'),)
    """
    found = _WORD.match(text, placeable.end) if placeable.power and language in _PLURALS else None
    if not found:
        return None
    one, other = (shifted(number, -placeable.power) for number in (old, value))
    single = _SINGULARS[language].get(found[1], found[1])
    if single not in _PLURALS[language]:
        return None
    forms = single, _PLURALS[language][single]
    was, becomes = (_is_plural(number, language) for number in (one, other))
    if becomes is None:
        return None
    if was is None or forms[was] != found[1]:  # 3.2 مليون is written as well, and stays so with other decimals
        return () if "." in one and "." in other and language == "ar" else None
    if was == becomes:
        return ()
    if not is_no_subject(text, placeable.start, found.end(), language):
        return None
    return ((*found.span(1), forms[becomes]),)


def _is_plural(number: str, language: str) -> bool | None:
    """Say whether a number asks for the plural of million; None where it asks for a form of its own: مليونين."""
    if language == "ar":
        whole, _, fraction = number.partition(".")
        return None if not fraction and whole in {"1", "2"} else plural_category(whole, "ar") == "few"
    return plural_category(number, language) != "one"
