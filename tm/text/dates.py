"""Find dates in six languages: 25 July 2022, 1er août, 25 июля 2022 года, 2022年7月25日, 25 تموز/يوليه 2022."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from tm.text.chinese_value import chinese_value
from tm.text.digits import has_digit
from tm.text.months import MONTHS
from tm.text.pattern import pattern
from tm.text.words import bare, letter_runs, word_starts, words

_AMBIGUOUS = {
    "en": {"may", "march", "mar", "jan", "sept", "sep", "dec", "nov", "oct", "jun", "jul", "apr", "feb", "aug"},
    "fr": {"mars", "mai", "sept", "oct", "nov", "janv", "juil", "déc", "févr"},
    "es": {"mayo", "julio", "ene", "feb", "mar", "abr", "jun", "jul", "ago", "sept", "sep", "oct", "nov", "dic"},
    "ru": {"янв", "фев", "февр", "мар", "апр", "авг", "сен", "сент", "окт", "ноя", "нояб", "дек"},
    "ar": {"مارس", "آب", "ماي", "ماية", "أوت", "جوان", "مايو"},
}
"""Words or names as well: months only beside a number, or after a word of time."""

_LETTER = r"[^\W\d_]"
_SPACE = r"[\s\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]"


def _month_pattern(language: str) -> re.Pattern[str]:
    names = MONTHS[language].split()
    if language == "en":  # with a capital, as may and march are words; or in capitals, as in headings
        names = [f"{forms}|{forms.upper()}" for forms in names]
    groups = "|".join(f"(?P<m{index}>{forms})" for index, forms in enumerate(names, 1))
    flags = re.IGNORECASE if language in {"fr", "es", "ru"} else 0
    prefix = "(?:[وفبل]{0,2})" if language == "ar" else ""
    return pattern(rf"(?<!{_LETTER}){prefix}(?:{groups})(?!{_LETTER})", flags)


_MONTH = {language: _month_pattern(language) for language in MONTHS}
_FORM = pattern("[^|\\W\\d_]+")
_NAMES = {
    language: frozenset(form for forms in MONTHS[language].split() for form in forms.lower().split("|"))
    for language in ("en", "fr", "es")
}
_NAMES["ar"] = frozenset(
    one + other + _FORM.findall(form)[0]
    for one in ("", *"وفبل")
    for other in ("", *"وفبل")
    for forms in MONTHS["ar"].split()
    for form in forms.split("|")
)
"""The names in small letters, with Arabic prefixes; of an Arabic name of two words the first. Most texts have none."""

_RUSSIAN = frozenset("янв фев мар апр май мая мае маю маё мам июн июл авг сен окт ноя дек".split())
"""The first three letters of the names."""
_DAY = r"(?P<day>\d{1,2})"
_BEFORE = {
    "en": pattern(rf"(?<![\d.,/]){_DAY}(?:(?:st|nd|rd|th)?{_SPACE}(?:of\s)?|-)\Z"),
    "fr": pattern(rf"(?<![\d.,/]){_DAY}(?:er|ᵉʳ)?{_SPACE}\Z"),
    "es": pattern(rf"(?<![\d.,/]){_DAY}[º°]?{_SPACE}(?:de\s)?\Z"),
    "ru": pattern(rf"(?<![\d.,/]){_DAY}(?:-го|-е)?{_SPACE}\Z"),
    "ar": pattern(rf"(?<![\d.,/]){_DAY}{_SPACE}(?:من\s)?(?:شهر\s)?\Z"),
}
_AFTER = {
    "en": pattern(
        rf"\.?{_SPACE}(?:the\s)?{_DAY}(?:st|nd|rd|th)?(?![\d:%/])(?!\.\d)(?:,?{_SPACE}(?P<year>\d{{4}})(?!\d))?"
        rf"|(?:\.?,?{_SPACE}(?:of\s)?|-)(?P<only>\d{{4}})(?!\d)"
    ),
    "fr": pattern(rf"\.?{_SPACE}(?:de l['’]année\s)?(?P<year>\d{{4}})(?!\d)"),
    "es": pattern(rf"(?:\.?,?{_SPACE}(?:del?\s)?(?:año\s)?)(?P<year>\d{{4}})(?!\d)"),
    "ru": pattern(rf"\.?{_SPACE}(?P<year>\d{{4}})(?!\d)"),
    "ar": pattern(rf"(?:\s?،)?{_SPACE}(?:من\s)?(?:عام\s|سنة\s)?(?P<year>\d{{4}})(?!\d)"),
}
_TIME_BEFORE = pattern(
    r"\b(?:[Ii]n|of|[Ss]ince|[Uu]ntil|till|[Bb]y|[Ff]rom|to|and|or|[Bb]etween|[Dd]uring|[Tt]hrough|[Aa]fter|[Bb]efore|[Ee]arly"
    r"|[Ll]ate|[Mm]id|[Ll]ast|[Nn]ext|[Ee](?:very|ach)|this|on)[\s-]\Z"
)
_AND_MONTH = {
    "en": r"(?:\s(?:and|or|to|until|through)\s|\s?[–-]\s?|,\s)",
    "fr": r"(?:\s(?:et|ou|à|jusqu’en|jusqu'en)\s|\s?[–-]\s?|,\s)",
    "es": r"(?:\s(?:[yeo]|a|hasta)\s|\s?[–-]\s?|,\s)",
}
"""What joins the names of two months: March and November."""

_LONGEST_NAME = 24
"""Characters of a name of a month and what joins another to it, at most."""

_SURNAME = pattern(r"\s[A-Z][a-z]")
"""After June or August: a person's name."""

_ARABIC_TWIN = pattern(r"\s?/\s?")
_CHINESE = pattern(
    r"(?:(?P<year>\d{4}|[〇○零一二三四五六七八九]{4})\s?年\s?)?(?<![\d.])(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s?月(?![龄经球])"
    r"(?:\s?(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})\s?[日号])?"
)
_MAYBE_ENGLISH = pattern(r"[JFMASOND][a-z]{2,8}\.?,?\s\d")
"""Beside a number, a word with the first letter of a month: quick to look for."""

_ISO = pattern(r"[12](?<![\d/.-].)[09]\d\d-(?:0[1-9]|1[0-2])-[0-3]\d(?![\d-])")


@dataclass(frozen=True, slots=True)
class Date:
    """A date, whole or in part.

    Attributes:
        start, end: where it stands in the text given.
        month: 1 to 12; day and year are None when they are not beside it.
        sure: False for a word that may be no month: "may", مارس.
    """

    start: int
    end: int
    text: str
    month: int
    day: int | None = None
    year: int | None = None
    sure: bool = True


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def find_dates(text: str, language: str) -> tuple[Date, ...]:
    """Find the dates of a text without markup, each with a month, in order.

    Where the language finds none, dates in English count: a masthead is English over an original in any language.

    >>> [(date.day, date.month, date.year) for date in find_dates("25 تموز/يوليه 2022", "ar")]
    [(25, 7, 2022)]
    """
    found: list[Date] = []
    if language == "zh":
        found += _chinese(text)
    elif _may_name(letter_runs(bare(text, language)), language):
        found += _named(text, language)
    if (
        not found
        and language != "en"
        and has_digit(text)
        and _MAYBE_ENGLISH.search(text)
        and _may_name(letter_runs(text), "en")
    ):
        found = [date for date in _named(text, "en") if date.sure]
    if "-" in text:
        found += [
            Date(*match.span(), match[0], int(match[0][5:7]), int(match[0][8:]), int(match[0][:4]))
            for match in _ISO.finditer(text)
        ]
    return tuple(found)


def _may_name(held: Sequence[str], language: str) -> bool:
    """Say quickly whether one of the words of a text may be a month: most texts have none."""
    if language == "ru":
        return not _RUSSIAN.isdisjoint([word[:3] for word in held])
    return not _NAMES[language].isdisjoint(held)


def _named(text: str, language: str) -> Iterator[Date]:
    end = -1
    for match in _months(text, language):
        if match.start() < end:
            continue
        month = int((match.lastgroup or "m0")[1:])
        start, end = match.span()
        twin = _ARABIC_TWIN.match(text, end) if language == "ar" else None
        second = _MONTH["ar"].match(text, twin.end()) if twin else None
        if second and second.lastgroup == match.lastgroup:
            end = second.end()
        first = max(0, start - 16)
        before = _BEFORE[language].search(text[first:start])
        after = _AFTER[language].match(text, end)
        parts = after.groupdict() if after else {}
        day = (before and before["day"]) or (None if before else parts.get("day"))
        year = parts.get("year") or parts.get("only")
        if before and parts.get("day"):  # 25 July 15: the second number is no day
            year = None
        else:
            end = after.end() if after else end
        sure = bool(day or year or second) or _alone(text, match, language)
        start = first + before.start() if before else start
        yield Date(start, end, text[start:end], month, int(day) if day else None, int(year) if year else None, sure)


def _months(text: str, language: str) -> Iterable[re.Match[str]]:
    """Give the names of months in order."""
    read = bare(text, language)
    held, month = letter_runs(read), _MONTH[language]
    if len(read) != len(text) or held is not words(read):
        return month.finditer(text)
    if language == "ru":
        places = [place for place, word in enumerate(held) if word[:3] in _RUSSIAN]
    else:
        places = [place for place, word in enumerate(held) if word in _NAMES[language]]
    return (match for place in places if (match := month.match(text, word_starts(text)[place])))


def _alone(text: str, match: re.Match[str], language: str) -> bool:
    """Say whether the bare name is surely a month."""
    name = match[match.lastgroup or 0]
    if language == "ru" and "ск" in (name[-4:-2], name[-5:-3]):  # the adjective also stands in names
        return False
    if name.lower() not in _AMBIGUOUS[language]:
        return language != "en" or not _SURNAME.match(text, match.end())
    if language in _AND_MONTH and _is_in_row(text, match.span(), language):
        return True
    if language != "en" or name not in {"May", "March"}:
        return False
    return bool(_TIME_BEFORE.search(text[max(0, match.start() - 12) : match.start()]))


def _is_in_row(text: str, place: tuple[int, int], language: str) -> bool:
    """Say whether the name of another month is joined to one: between March and November."""
    behind, before = _row(language)
    return bool(behind.match(text, place[1]) or before.search(text[max(0, place[0] - _LONGEST_NAME) : place[0]]))


@cache
def _row(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Give what finds the full name of a month joined behind a name, and before one."""
    names = "|".join(forms.split("|")[0] for forms in MONTHS[language].split())
    names = rf"(?<!{_LETTER})(?:{names})(?!{_LETTER})"
    return pattern(f"{_AND_MONTH[language]}{names}"), pattern(rf"{names}{_AND_MONTH[language]}\Z")


def _chinese(text: str) -> Iterator[Date]:
    if "月" not in text:
        return
    for match in _CHINESE.finditer(text):
        month, day, year = (_chinese_number(match[part]) for part in ("month", "day", "year"))
        if month and month <= 12:
            sure = bool(day or year or match["month"].isdigit())
            yield Date(*match.span(), match[0], month, day, year, sure)


def _chinese_number(text: str | None) -> int | None:
    if not text:
        return None
    return int(text) if text.isdigit() and text.isascii() else chinese_value(text)
