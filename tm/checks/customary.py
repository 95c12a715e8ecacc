"""Read what is said without figures: doubled for "by 100 per cent", quarterly for "four times a year", полцента."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from tm.checks.amount import Amount
from tm.checks.tables import read_table
from tm.text.number import Form, Number
from tm.text.numbers import find_numbers
from tm.text.pattern import pattern

_PER_CENT = pattern(
    r"\s?(?:[%٪％]|per\s?cent\b|percent\b|pour\scent\b|por\sciento\b|процент(?!н)|(?:في|ب)\s?الم(?:ائ|ئ)ة)"
)
_PER_MILLE = pattern(r"\s?(?:‰|per\s?mille?\b|pour\smille\b|por\smil\b|промилле|في\sالألف)")
_OF_CHINESE = ("百分之", "千分之")
_GROWTH = {50: ("1/2", "3/2"), 100: ("2",), 200: ("3", "2"), 300: ("4", "3"), 400: ("5", "4"), 900: ("10",)}
"""How many times as much something is after a growth by so many per cent, or when it is so many per cent."""

_FIGURES = pattern(r"(?<![\d.,])(?:1[89]|20)[1-9]0(?!\d|[.,]\d)")
"""A year that may stand for its decade: les années 1990."""

_HALF = {
    "en": pattern(r"\bhalf(?=\san?\s|-)"),
    "fr": pattern(r"\bdemie?s?(?=[\s-]\w)"),
    "es": pattern(r"\bmedi[oa](?=\s\w)"),
    "ru": pattern(
        r"(?<!\w)полу?-?(?:цент|доллар|евро|рубл|копе[ей]|фунт|процент|пункт|градус|балл|метр|километр|сантиметр"
        r"|миллиметр|мил[ьеию]|дюйм|фут|литр|тонн|грамм|килограмм|миллиграмм|гектар|акр|страниц|строк|ставк|доз|таблетк"
        r"|стакан|ложк|мешк|минут|секунд|очк|шаг)\w{0,3}|(?<!\w)половин\w{1,2}(?=\s\w)"
    ),
    "zh": pattern("半(?!数|岛|径|球)"),
    "ar": pattern(r"(?<!\w)[وبل]?نصف(?=\s\w)"),
}
_OCCASIONS = ("次", "期", "回", "届")
HALVED = _HALF["ru"]
"""Half of a unit, in a Russian word or two."""

_CLOCK = {
    "fr": pattern(r"(?<![\d.,])(\d{1,3})\sheures?\s([0-5]\d)(?![\d.,]\d|\d)"),
    "ru": pattern(r"(?<![\d.,])(\d{1,3})\sч(?:\.|ас\w{0,2})?\s([0-5]?\d)\sмин"),
    "zh": pattern(r"(?<![\d.])(\d{1,3})\s?个?(?:小时|钟头)\s?([0-5]?\d)\s?分"),
}
"""Hours with minutes of which nothing says that they are minutes, or only half of the word."""


def customary(text: str, language: str, numbers: Sequence[Number]) -> Iterator[Amount]:
    """Yield growth, frequency, parts of round numbers and of hours, decades, halves and shares, as a text says them.

    Args:
        numbers: all of the text.

    >>> [(one.kind, int(*one.values)) for one in customary("It is issued quarterly.", "en", ())]
    [('per year', 4)]
    """
    for number in numbers:
        if number.form is not Form.CODE:
            yield from _shares(text, number)
            yield from _frequencies(text, language, number)
    yield from _worded(text, language)
    for match in _FIGURES.finditer(text):
        yield Amount(*match.span(), "decade", frozenset((Fraction(int(match[0])),)))
    for match in _HALF[language].finditer(text):
        yield Amount(*match.span(), "count", frozenset((Fraction(1, 2),)))
    for match in _CLOCK[language].finditer(text) if language in _CLOCK else ():
        seconds = 3600 * int(match[1]) + 60 * int(match[2])
        yield Amount(*match.span(), "seconds", frozenset((Fraction(seconds),)))


def _shares(text: str, number: Number) -> Iterator[Amount]:
    """Yield the exact share that a number of hundredths or thousandths is, and what a growth by it comes to."""
    below = 100
    behind = _PER_CENT.match(text, number.end)
    if number.text.startswith(_OF_CHINESE):
        parts = 100 if number.text.startswith("百") else 1000
        values = frozenset(Fraction(one) / parts for one in number.quantities if one == int(one))
        yield Amount(number.start, number.end, "exact share", values)
    if behind is None:
        below, behind = 1000, _PER_MILLE.match(text, number.end)
    if behind is None:
        return
    values = frozenset(Fraction(one) / below for one in number.quantities)
    yield Amount(number.start, behind.end(), "exact share", values)
    grown = frozenset(Fraction(times) for one in number.quantities for times in _GROWTH.get(int(one), ()))
    if below == 100 and grown:
        yield Amount(number.start, behind.end(), "growth", grown)


def frequencies(text: str, language: str) -> Sequence[Amount]:
    """List how often a year a plain text says by numbers that something is.

    >>> [int(*one.values) for one in frequencies("It meets twice a year.", "en")]
    [2]
    """
    numbers = (one for one in find_numbers(text, language) if one.form is not Form.CODE)
    return [found for number in numbers for found in _frequencies(text, language, number)]


def _frequencies(text: str, language: str, number: Number) -> Iterator[Amount]:
    """Yield how often a year something is, told by a number: four times a year, every three months."""
    forms = _forms(language).counted
    counts = [Fraction(one) for one in number.quantities if one > 0]
    if behind := forms["times"].match(text, number.end):
        factor = 12 if behind.lastgroup == "month" else 1
        yield Amount(number.start, behind.end(), "per year", frozenset(count * factor for count in counts))
    elif (
        "each" in forms
        and text.startswith(_OCCASIONS, number.end)
        and (before := forms["each"].search(text, max(0, number.start - 16), number.start))
    ):
        yield Amount(before.start(), number.end, "per year", frozenset(counts))
    behind = forms["unit"].match(text, number.end)
    if behind and (before := forms["every"].search(text, max(0, number.start - 16), number.start)):
        factor = 12 if behind.lastgroup == "month" else 1
        yield Amount(before.start(), behind.end(), "per year", frozenset(factor / count for count in counts))


def _worded(text: str, language: str) -> Iterator[Amount]:
    """Yield what the table has in words of a language."""
    for kind, value, form in _forms(language).worded:
        for match in form.finditer(text):
            yield Amount(*match.span(), kind, frozenset((value,)))


class _Forms(NamedTuple):
    """What the table has for a language: what stands beside numbers, and what is said in words."""

    counted: dict[str, re.Pattern[str]]
    worded: Sequence[tuple[str, Fraction, re.Pattern[str]]]


@cache
def _forms(language: str) -> _Forms:
    table: dict[str, dict[str, dict[str, str]]] = read_table("customary.toml")
    counted = {name: pattern(form, re.IGNORECASE) for name, form in table.pop("counted")[language].items()}
    worded = [
        (
            kind.replace("_", " "),
            Fraction(name[1:].replace("_", "/")),
            pattern(ways[language], re.IGNORECASE, letters=ways[language]),
        )
        for kind, named in table.items()
        for name, ways in named.items()
        if language in ways
    ]
    return _Forms(counted, worded)
