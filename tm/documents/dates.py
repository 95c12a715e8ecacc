"""Dates, and lines of place and date, in the six languages."""

from __future__ import annotations

import re

from tm.text.months import MONTHS

_ENGLISH, _FRENCH, _SPANISH, _RUSSIAN, _ARABIC = (
    f"(?:{MONTHS[language].replace(' ', '|')})" for language in ("en", "fr", "es", "ru", "ar")
)

_DAY = r"\d{1,2}"
_TO = r"\ ?(?:[-–—/]|to|and|au|et|al|y|a|по|и|-)\ ?"

DATE = rf"""(?:
    {_DAY} (?: (?:\ (?:{_ENGLISH}))? (?:\ \d{{4}})? {_TO} {_DAY} )? \ (?:{_ENGLISH}) ,? \ \d{{4}}
  | (?:{_ENGLISH}) \ {_DAY} , \ \d{{4}}
  | (?:le\ |du\ )? (?:{_DAY}|1er) (?: (?:\ (?:{_FRENCH}))? {_TO} {_DAY} )? \ (?:{_FRENCH}) \ \d{{4}}
  | (?:el\ |del\ )? (?:{_DAY}|1º) (?: (?:\ de\ (?:{_SPANISH}))? {_TO} {_DAY} )? \ de\ (?:{_SPANISH}) \ del? \ \d{{4}}
  | {_DAY} (?: (?:\ (?:{_RUSSIAN}))? {_TO} {_DAY} )? \ (?:{_RUSSIAN}) \ \d{{4}} (?: \ (?:года|г\.) )?
  | \d{{4}}\ ?年\ ?{_DAY}\ ?月\ ?{_DAY}\ ?日 (?: \ ?[-–—至]\ ?(?:{_DAY}\ ?月\ ?)?{_DAY}\ ?日 )?
  | [\d٠-٩]{{1,2}} (?: \ ?[-–—]\ ?[\d٠-٩]{{1,2}})? \ (?:{_ARABIC})(?:/(?:{_ARABIC}))? \ [\d٠-٩]{{4}}
)"""
"""A date, or a span of dates, as a verbose pattern."""

_WORD = r"[^\W\d_][\w'’.\-]*"
_SMALL = r"(?:of|de|la|le|les|del|el|the|on|sur|da|в|на|г\.)"
_PLACE = rf"{_WORD} (?: \ (?:{_WORD}|{_SMALL}) ){{0,3}} (?: ,\ {_WORD}(?:\ {_WORD})? )?"
_COMMA = r"(?:\ ?[,،，]\ ?|\ ?[-–—]\ )"

_PLACE_AND_DATE = re.compile(
    rf"[(\[]? (?: {DATE} (?: {_COMMA} (?P<after>{_PLACE}) )? | (?P<before>{_PLACE}) {_COMMA} {DATE} ) [)\]]? \Z",
    re.VERBOSE,
)
_LONGEST = 120


def is_place_and_date(text: str) -> bool:
    """Tell whether a text is nothing but a date, or a place and a date.

    >>> is_place_and_date("New York, 30 July 2022"), is_place_and_date("On 30 July 2022, they met.")
    (True, False)
    """
    if len(text) > _LONGEST or (not text[-1:].isalnum() and text[-1:] not in "日)]."):
        return False
    match = _PLACE_AND_DATE.match(text)
    if match is None:
        return False
    place = match["before"] or match["after"]
    return place is None or _is_place(place)


def _is_place(place: str) -> bool:
    """Names of places begin each word with a capital, where the script has capitals."""
    words = re.findall(_WORD, place)
    return all(not word[0].islower() or re.fullmatch(_SMALL, word) for word in words) and place[0] not in "0123456789"
