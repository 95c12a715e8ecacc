"""Compare lengths of time: 30 days are not 30 weeks, and six months not « six ans »; 24 hours may well be one day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from tm.checks.check import Fault
from tm.model.finding import Span
from tm.text.literals import literals
from tm.text.number import Form, Number
from tm.text.number_lexicons.arabic import BARE_ARABIC
from tm.text.number_words import may_be_several, words_behind
from tm.text.numbers import find_numbers
from tm.text.pattern import pattern

_UNITS = ("second", "minute", "hour", "day", "week", "month", "year")
_WORDS = {
    "en": "seconds? minutes?|min hours?|hrs? days? weeks? months? years?",
    "fr": "secondes? minutes?|min heures? jours?|jour[ns]ées? semaines? mois ans?|années?",
    "es": "segundos? minutos?|min horas? días?|jornadas? semanas? mes(?:es)? años?",
    "ru": "секунд[а-я]{0,2} минут[а-я]{0,2} час(?:а|ов|у|ом|ам|ами|ах)? (?:день|дн[а-я]{1,3}|сут(?:ки|ок|кам|ками|ках))"
    " недел[а-я]{1,3} месяц[а-я]{0,3} (?:год(?:а|у|ом|ам|ах|ов)?|лет(?:ам|ах)?)",
    "ar": "ثانية|ثوان[ٍي]? دقيقة|دقائق ساعة|ساعات يوما?ً?|أيام أسبوعا?ً?|أسابيع شهرا?ً?|أشهر|شهور سنة|سنوات|عاما?ً?|أعوام",
    "zh": "秒钟?(?!差) 分钟 个?小时|个?钟头 天|日(?!元|圆) 个?星期|周(?!年) 个月|月龄 年(?!代|级|度|轻|龄)|周?岁",
}
"""Seconds, minutes, hours, days, weeks, months, years."""

_DUALS = {"ثانيتين": 0, "دقيقتين": 1, "ساعتين": 2, "يومين": 3, "أسبوعين": 4, "شهرين": 5, "سنتين": 6, "عامين": 6}
"""Two of each, in a word."""

_PATTERN = {
    language: pattern(
        (r"(?:\s|多|余|几|来)?" if language == "zh" else r"(?:\s?[)）])?[\s-](?:d['’]|de\s|(?:calendar|working)\s)?")
        + "(?:"
        + "|".join(f"(?P<{unit}>{words})" for unit, words in zip(_UNITS, forms.split(), strict=True))
        + (")" if language == "zh" else r")(?!\w)")
    )
    for language, forms in _WORDS.items()
}
"""Right behind a number."""

_RUSSIAN_NUMBERS = "двух тр[её]х четыр[её]х пяти шести семи восьми девяти десяти".split()
_RUSSIAN = pattern(
    r"(?<!\w)(?:(?P<figures>\d{1,3})[-\N{NON-BREAKING HYPHEN}]|"
    + "|".join(f"(?P<n{value}>{word})" for value, word in enumerate(_RUSSIAN_NUMBERS, 2))
    + r")(?:(?P<second>секундн)|(?P<minute>минутн)|(?P<hour>часов[а-я]{2})|(?P<day>дневн|суточн)|(?P<week>недельн)"
    r"|(?P<month>месячн)|(?P<year>летн|годичн))[а-я]{0,4}",
    re.IGNORECASE,
)
"""Adjectives: 10-месячный, трехлетний."""

_LONGEST = 4000
"""Characters of sources that are looked at: a longer one is no sentence."""

_MAYBE = pattern(r"(?:second|minute|hour|day|week|month|year)s?\b")


class Duration(NamedTuple):
    number: Number
    unit: str
    end: int


def other_duration(source: str, target: str, language: str) -> list[Fault]:
    """Say when the same number counts another unit of time, of which the English source has none.

    >>> [fault.message for fault in other_duration("within 30 days", "dans les 30 mois", "fr")]
    ['the translation has 30 mois where the source has 30 days']
    """
    wanted = _of_source(source)
    found = list(counted_times(target, language)) if wanted else []
    for mine in wanted:
        same = [one for one in found if one.number.values & mine.number.values]
        units = {one.unit for one in same}
        known = {one.unit for one in wanted if one.number.values & mine.number.values}
        if same and mine.unit not in units and not units & known:
            was, now = source[mine.number.start : mine.end], target[same[0].number.start : same[0].end]
            message = f"the translation has {now} where the source has {was}"
            return [Fault(message, Span(same[0].number.start, same[0].end), Span(mine.number.start, mine.end))]
    return []


def has_durations(source: str) -> bool:
    """Say whether an English text counts units of time."""
    return bool(_of_source(source))


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _of_source(source: str) -> Sequence[Duration]:
    return list(counted_times(source, "en")) if len(source) <= _LONGEST and _MAYBE.search(source) else ()


def may_spell_times(text: str, language: str) -> bool:
    """Say quickly whether a text may count units of time in words, more than one.

    >>> may_spell_times("for six months", "en"), may_spell_times("for 6 months", "en")
    (True, False)
    """
    if language == "zh":
        return _spelled_in_chinese().search(text) is not None
    if not may_be_several(text, language):
        return False
    if language == "ar" and any(map(text.__contains__, _DUALS)):
        return True
    return any(word.startswith(_letters(language)) for word in words_behind(text, language))


@cache
def _spelled_in_chinese() -> re.Pattern[str]:
    """Find a unit behind what a number in Chinese characters may end with."""
    return pattern(f"[零〇○一二三四五六七八九两兩十百千万亿半番方者双增成]{_PATTERN['zh'].pattern}")


@cache
def _letters(language: str) -> tuple[str, ...]:
    """Give what the words of all units begin with, as lexicons have them."""
    found = literals("|".join(_WORDS[language].split())) or ("",)
    return tuple(letters.translate(BARE_ARABIC) for letters in found) if language == "ar" else found


def counted_times(text: str, language: str, numbers: Sequence[Number] | None = None) -> Iterator[Duration]:
    """Yield the numbers of a text that count units of time, with the unit and where that ends.

    Args:
        numbers: of the text, those that are looked at, apart from adjectives; None for all.
    """
    if language == "ru" and numbers is None:
        yield from _adjectives(text)
    pattern = _PATTERN[language]
    for number in find_numbers(text, language) if numbers is None else numbers:
        if number.form is not Form.CODE:
            match = pattern.match(text, number.end)
            if match:
                yield Duration(number, match.lastgroup or "", match.end())
            elif number.text in _DUALS:
                yield Duration(number._replace(values=frozenset((2,))), _UNITS[_DUALS[number.text]], number.end)


def _adjectives(text: str) -> Iterator[Duration]:
    for match in _RUSSIAN.finditer(text):
        value = int(match["figures"] or next(value for value in range(2, 11) if match[f"n{value}"]))
        number = Number(match.start(), match.end(), match[0], frozenset((value,)))
        yield Duration(number, next(unit for unit in _UNITS if match[unit]), match.end())
