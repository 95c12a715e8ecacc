"""Fit the word for million behind a number to its new value: 1,9 million, 14,6 millions; 14 مليون, 5 ملايين."""

from __future__ import annotations

import re

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
_BEFORE = {
    "fr": pattern(
        r"(?<!\w)(?:(?:à|pour|par|avec|contre)\s|(?<!plus\s)(?<!près\s)(?<!moins\s)de\s|d['’](?=environ))(?:environ\s|quelque\s)?\Z",
        re.IGNORECASE,
    ),
    "es": pattern(
        r"(?<!\w)(?:a|en|por|para|con|contra|(?<!más\s)(?<!menos\s)(?<!cerca\s)(?<!alrededor\s)de)\s(?:unos\s)?\Z",
        re.IGNORECASE,
    ),
    "ar": pattern(
        r"(?<!\w)[وف]?(?:(?:بال|ب|ال)?مبلغ(?:ا|اً)?|[بل]?قيمة|قيمته|قيمتها|قدره|قدرها|مقداره|مقدارها|ب?نحو|ب?حوالي|ب?زهاء|قرابة|بمقدار"
        r"|إلى|الى|من|على|عن|في|[تي]بلغ|بلغت?)\s\Z"
    ),
}
"""Before a number that is no subject, whose verb would change with it."""

_AFTER = {
    "fr": pattern(
        r"(?:\s(?:de|d['’])\s?\w+)?,?\s(?:qui|que|\w+(?:[éu]e?s?|is|ise)|a|est|sera|serait|était|fut|doit|peut)(?!\w)"
    ),
    "es": pattern(r"(?:\sde\s\w+)?,?\s(?:que|\w+[ai]d[oa]s?|es|fue|se|será|sería|ha|está)(?!\w)"),
    "ar": pattern(r"(?:\s\w+){0,2}،?\s(?:الذي|التي)(?!\w)"),
}
"""What would agree with the number from behind: 1 million de dollars alloué au Fonds."""

_NEAR = 24


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
    before = text[max(0, placeable.start - _NEAR) : placeable.start]
    if not _BEFORE[language].search(before) or _AFTER[language].match(text, found.end()):
        return None
    return ((*found.span(1), forms[becomes]),)


def _is_plural(number: str, language: str) -> bool | None:
    """Say whether a number asks for the plural of million; None where it asks for a form of its own: مليونين."""
    if language == "ar":
        whole, _, fraction = number.partition(".")
        return None if not fraction and whole in {"1", "2"} else plural_category(whole, "ar") == "few"
    return plural_category(number, language) != "one"
