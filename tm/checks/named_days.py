"""Find dates that the other text says by name: New Year's Day is 1月1日, the second quarter is « d’avril à juin »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tm.checks.quarter import quarters
from tm.checks.tables import read_table
from tm.text.dates import Date
from tm.text.pattern import pattern

_HALF = {
    "en": pattern(r"\b(?:(first|1st)|(?:second|2nd|latter))\s(?:half(?!\s(?:a|an|day|hour)\b)|semester)", re.I),
    "fr": pattern(r"\b(?:(premi(?:er|ère)|1er|1re)|second[e]?|deuxième|2e)\s(?:semestre|moitié)", re.I),
    "es": pattern(r"\b(?:(primer|primera)|segund[oa])\s(?:semestre|mitad)", re.I),
    "ru": pattern(r"(?<!\w)(?:(перв\w{2,3})|втор\w{2,3})\s(?:полугоди\w{1,3}|половин\w{1,2})", re.I),
    "zh": pattern("(上)半年|下半年"),
    "ar": pattern(r"النصف\s(?:(الأول)|الثاني)"),
}
_FIRST, _LAST = (1,), (28, 29, 30, 31)
"""Days of the first and last month of a period."""

Place = tuple[int, int]


def said_by_name(
    source: tuple[str, str], theirs: Sequence[Date], target: tuple[str, str], ours: Sequence[Date]
) -> tuple[Sequence[Date], Sequence[Date]]:
    """Give the dates of a text and of its translation that the other text has in words.

    Args:
        source, target: the text and the code of its language.
        theirs, ours: their dates.

    >>> from tm.text.dates import find_dates
    >>> source, target = ("on New Year’s Day", "en"), ("1月1日", "zh")
    >>> [date.text for date in said_by_name(source, (), target, find_dates(*target))[1]]
    ['1月1日']
    """
    return [*_named(theirs, target, source)], [*_named(ours, source, target)]


def _named(dates: Sequence[Date], other: tuple[str, str], own: tuple[str, str]) -> Iterator[Date]:
    """Yield those of one text's dates that the other names, and not the text itself."""
    if not dates:
        return
    days = _days(*other) - _days(*own)
    for date in dates:
        if (date.month, date.day) in days:
            yield date
    periods = _periods(*other) - _periods(*own)
    for first, last in periods:
        begin = [date for date in dates if date.month == first and (date.day is None or date.day in _FIRST)]
        end = [date for date in dates if date.month == last and (date.day is None or date.day in _LAST)]
        if begin and end:
            yield from begin
            yield from end
            yield from (date for date in dates if first < date.month < last and date.day is None)


def _days(text: str, language: str) -> frozenset[tuple[int, int | None]]:
    return frozenset(day for day, form in _forms(language) if form.search(text))


def _periods(text: str, language: str) -> frozenset[tuple[int, int]]:
    """Give the first and last months of the quarters and halves of a year that a text names."""
    held = quarters(text, language)
    found = {(3 * one - 2, 3 * two) for one in held for two in held if held.issuperset(range(one, two + 1))}
    found = {(first, last) for first, last in found if first < last}
    found |= {(1, 6) if match[1] else (7, 12) for match in _HALF[language].finditer(text)}
    return frozenset(found)


@cache
def _forms(language: str) -> Sequence[tuple[tuple[int, int | None], re.Pattern[str]]]:
    """List the days that have a name, by month and day."""
    table: dict[str, dict[str, str]] = read_table("named_days.toml")
    edge = "" if language == "zh" else r"(?<![^\W\d_])[وبل]{0,2}" if language == "ar" else r"(?<![^\W\d_])"
    found = []
    for name, ways in table.items():
        if form := ways.get(language):
            month, day = map(int, name[1:].split("_"))
            found.append(((month, day), pattern(f"{edge}(?:{form})", letters=form)))
    return found
