"""Find how long or how often something is done that only one text says: "every two years", 在六个月内."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache, lru_cache
from typing import Any, NamedTuple

from tm.checks.as_often import OFTEN, comes_to_same
from tm.checks.durations import counted_times, may_spell_times
from tm.checks.otherwise import amounts
from tm.checks.tables import read_table
from tm.text.literals import ByLiterals
from tm.text.number import Form, Number
from tm.text.number_words import SEVERAL
from tm.text.numbers import find_numbers
from tm.text.pattern import pattern
from tm.text.words import bare, letter_runs, words

_LONGEST = 2000
"""Characters of texts that are looked at: a longer one is no sentence."""

_LANGUAGES = frozenset(("en", "fr", "es", "ru", "zh", "ar"))
_CHINESE = ("每", "年度", "逐", "按", "半年")
_MARKED = {
    "en": "annual annually yearly biennial biennially monthly quarterly weekly daily half semi every each per once"
    " twice",
    "fr": "semestriel semestriels semestrielle semestrielles"
    " annuel annuels annuelle annuelles annuellement mensuel mensuels mensuelle mensuelles mensuellement"
    " trimestriel trimestriels trimestrielle trimestrielles trimestriellement"
    " semestriellement hebdomadaire hebdomadaires quotidien quotidienne"
    " quotidiens quotidiennes quotidiennement chaque tous toutes fois",
    "es": "semestral semestrales"
    " anual anuales anualmente bienal bienales mensual mensuales mensualmente trimestral trimestrales semanal"
    " trimestralmente semestralmente semanalmente"
    " semanales semanalmente diario diaria diarios diarias diariamente cada todos todas vez veces",
    "ru": "каждый каждую каждые раз раза "
    + " ".join(
        f"еже{stem}н{end}"
        for stem in "год месяч недель днев кварталь суточ".split()
        for end in "о ый ого ому ым ом ая ой ую ое ые ых ыми".split()
    ),
    "ar": "نصف كل مرة مرتين مرات سنويا سنوي سنوية السنوي السنوية شهريا شهري شهرية الشهري الشهرية أسبوعيا أسبوعي أسبوعية"
    " الأسبوعي الأسبوعية يوميا وسنويا وشهريا",
}
_WORDS = {language: frozenset(held.split()) for language, held in _MARKED.items()}
"""One of these is in all that says how often; in Chinese, one of the characters."""

_TELLING = {language: SEVERAL[language] | held for language, held in _WORDS.items() if language != "ar"}
"""One of these is in all that says how often, or how long in words."""


class _Often(NamedTuple):
    """What says how often, by language: beyond doubt, in small letters (not The Daily Beast), and in some way.

    Attributes:
        letters: the first without the edges of words, which is looked for faster.
    """

    letters: dict[str, re.Pattern[str]]
    sure: dict[str, re.Pattern[str]]
    said: dict[str, re.Pattern[str]]


class _Time(NamedTuple):
    """A place that says how long, by its number, or how often."""

    start: int
    end: int
    number: Number | None
    unit: str
    often: _Often | None


def lone_time(text: str, other: str, languages: tuple[str, str]) -> tuple[int, int] | None:
    """Give the place of a length of time, in words, or of a frequency in a plain text that the other has in no way.

    Args:
        languages: of the text, and of the other.

    >>> text = "ЭКЛАК созывает Форум каждые два года."
    >>> start, end = lone_time(text, "ECLAC convenes the Forum.", ("ru", "en"))
    >>> text[start:end]
    'два года'
    """
    ours, theirs = languages
    if ours not in _LANGUAGES or theirs not in _LANGUAGES:
        return None
    for one in _times(text, ours):
        if _is_counted(one, text, other, languages) if one.number else _is_said(one, other, theirs):
            continue
        if not comes_to_same(OFTEN, text, (one.start, one.end), other, languages):
            return one.start, one.end
    return None


_TAIL = 6
"""Characters behind a time with which a text ends, at most."""


def same_time_last(source: str, target: str, languages: tuple[str, str]) -> bool:
    """Say whether two plain texts end with as much time: "for a period of six months", «на полгода».

    >>> same_time_last("It was extended for six months.", "Срок был продлен на полгода.", ("en", "ru"))
    True
    """
    theirs = _last_times(source, languages[0])
    return bool(theirs) and not theirs.isdisjoint(_last_times(target, languages[1]))


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _last_times(text: str, language: str) -> frozenset[tuple[str, Fraction]]:
    """Give how much time a text ends with, in seconds or months."""
    if language == "en" and not _ENGLISH_TIME.search(text, max(0, len(text) - _NEAR_END)):
        return frozenset()
    held = [one for one in amounts(text, language) if one.end >= len(text) - _TAIL and one.kind in _TIMES]
    return frozenset((one.kind, value) for one in held for value in one.values)


_TIMES = ("seconds", "months")
_NEAR_END = 48
_ENGLISH_TIME = pattern(
    r"minute|hour|day|week|month|year|half|bienni|decade|centur|fortnight|\d\s?h\s?\d", re.IGNORECASE
)
"""One of these is among the last characters of an English text that ends with a time."""


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _times(text: str, language: str) -> Sequence[_Time]:
    return tuple(_find(text, language)) if len(text) <= _LONGEST and _may_have(text, language) else ()


def _may_have(text: str, language: str) -> bool:
    """Say quickly, where words alone tell it, whether a text may have any time: most have none."""
    return language not in _TELLING or not _TELLING[language].isdisjoint(letter_runs(text))


def _find(text: str, language: str) -> Iterator[_Time]:
    may_count = may_spell_times(text, language)
    spelled = [one for one in find_numbers(text, language) if one.form is Form.WORDS] if may_count else ()
    for number, unit, end in counted_times(text, language, spelled) if spelled else ():
        is_plain = number.form is Form.WORDS and not _SECOND.match(number.text)
        if is_plain and all(1 < value < _MANY for value in number.quantities):
            yield _Time(number.start, end, number, unit, None)
    for often in _by_letters(language).of(text) if _may_say(text, language) else ():
        if often.letters[language].search(text) and (found := often.sure[language].search(text)):
            yield _Time(*found.span(), None, "", often)


def _may_say(text: str, language: str) -> bool:
    """Say quickly whether a text may say how often something is done."""
    if language == "zh":
        return any(map(text.__contains__, _CHINESE))
    return not _WORDS[language].isdisjoint(words(bare(text, language)))


_MANY = 100
"""From which on a number in words may be a year."""

_OF_YEARS = pattern("ennia|ennium|ennal|ienal|uenal|cenal|enio", re.IGNORECASE)
"""Of as many years as their Latin names say: sexennial."""

_SECOND = pattern("deuxième|second|segund|втор|第|(?:ال)?ثاني", re.IGNORECASE)
"""The second day is the next."""

_ABOUT = {(15, "day"): (14, 2), (8, "day"): (7, 1), (2, "week"): (15,), (1, "week"): (8,)}
"""Days of two weeks, and of one, where the days at both ends are counted: « quinze jours »."""

_SAID_AS = {
    (3, "month"): pattern("quarter|trimest|кварт|季|فصلي|ربع", re.IGNORECASE),
    (6, "month"): pattern(
        "half|semi|semest|twice|biannu|полуг|半|نصف|مرتين|deux fois|dos veces|дважды|два", re.IGNORECASE
    ),
    (12, "month"): pattern("annu|year|anual|ежегодн|годов|年|سنو", re.IGNORECASE),
    (24, "hour"): pattern("clock|day|jour|día|сут|круглосут|昼夜|日|天|يوم|مدار|24/7|全天候|不间断", re.IGNORECASE),
    (7, "day"): pattern(
        "week|semain|seman|недел|周|星期|سبوع|без (?:перерывов и )?выходных|jours? sur (?:7|sept)"
        "|全天候|全年无休|不间断|24/7|7/7|7\\s?[jд]/7|دون انقطاع|دون توقف",
        re.IGNORECASE,
    ),
}
"""Words that say as much without a number."""


def _is_counted(one: _Time, text: str, other: str, languages: tuple[str, str]) -> bool:
    """Say whether the other text has the number, or as much time in another unit."""
    ours, theirs = languages
    values = one.number.values if one.number else frozenset()
    for (value, unit), about in _ABOUT.items():
        if unit == one.unit and value in values:
            values |= set(about)
    numbers = (*find_numbers(other, theirs), *(number for number, _, _ in counted_times(other, theirs)))
    if any(values & number.values for number in numbers):
        return True
    if one.unit == "year" and _OF_YEARS.search(other):
        return True
    if any(said.search(other) for (value, unit), said in _SAID_AS.items() if unit == one.unit and value in values):
        return True
    same = {(time.kind, value) for time in amounts(other, theirs) for value in time.values}
    mine = [time for time in amounts(text, ours) if time.start <= one.start and one.end <= time.end]
    return any((time.kind, value) in same for time in mine for value in time.values)


def _is_said(one: _Time, other: str, language: str) -> bool:
    return one.often is None or one.often.said[language].search(other) is not None


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = read_table("times.toml")
    return table


@cache
def _kinds() -> Sequence[_Often]:
    return [
        _Often(
            {code: pattern(form) for code, form in kind["sure"].items()},
            {code: pattern(_word(form, code)) for code, form in kind["sure"].items()},
            {code: pattern(form, re.IGNORECASE) for code, form in kind["said"].items()},
        )
        for kind in _table().values()
    ]


@cache
def _by_letters(language: str) -> ByLiterals[_Often]:
    forms = [kind["sure"][language] for kind in _table().values()]
    return ByLiterals(zip(forms, _kinds(), strict=True))


def _word(form: str, language: str) -> str:
    if language == "zh":
        return form
    return rf"(?<!\w){'[وف]?' if language == 'ar' else ''}(?:{form})(?!\w)"
