"""Find the days of the week in six languages, Monday to Sunday, and write others in the same form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tm.text.ordinals import in_case_of
from tm.text.pattern import pattern
from tm.text.placeable import Kind, Placeable, Slot

_DAYS = {
    "en": (
        "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday",
        "Mondays|Tuesdays|Wednesdays|Thursdays|Fridays|Saturdays|Sundays",
    ),
    "fr": (
        "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",
        "lundis|mardis|mercredis|jeudis|vendredis|samedis|dimanches",
    ),
    "es": (
        "lunes|martes|miércoles|jueves|viernes|sábado|domingo",
        "lunes|martes|miércoles|jueves|viernes|sábados|domingos",
    ),
    "ru": (
        # nominative; on (accusative); from (genitive); on several (dative)
        "понедельник|вторник|среда|четверг|пятница|суббота|воскресенье",
        "в понедельник|во вторник|в среду|в четверг|в пятницу|в субботу|в воскресенье",
        "с понедельника|со вторника|со среды|с четверга|с пятницы|с субботы|с воскресенья",
        "по понедельникам|по вторникам|по средам|по четвергам|по пятницам|по субботам|по воскресеньям",
    ),
    "ar": (
        "الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد",
        "الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد",
    ),
    "zh": ("星期一|星期二|星期三|星期四|星期五|星期六|星期日", "星期一|星期二|星期三|星期四|星期五|星期六|星期天"),
}


@cache
def _days(language: str) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for style, names in enumerate(_DAYS[language]):
        for day, name in enumerate(names.split("|")):
            found.setdefault(name.lower(), (day, style))
    return found


@cache
def _pattern(language: str) -> re.Pattern[str]:
    names = sorted(_days(language), key=len, reverse=True)
    either = "|".join(f"[{name[0].upper()}{name[0]}]{name[1:]}" for name in names)
    before = r"(?:(?<!\w)|(?<=(?<!\w)و))" if language == "ar" else r"(?<!\w)"
    return re.compile(either if language == "zh" else rf"{before}(?:{either})(?!\w)")


def find_weekdays(text: str, language: str) -> Iterator[Placeable]:
    """Yield the days of the week; in Russian with the preposition, whose form depends on them.

    >>> [day.value for day in find_weekdays("во вторник, 5 октября", "ru")]
    [1]
    """
    for match in _pattern(language).finditer(text):
        value = _days(language)[match[0].lower()][0]
        if not (language == "en" and match[0].islower()):
            yield Placeable(*match.span(), Kind.WEEKDAY, value, (Slot(*match.span()),))


def write_weekday(text: str, start: int, end: int, day: int, language: str) -> str:
    """Write another day in the form of the one at a place; "" where that does not show its own form.

    >>> write_weekday("Во вторник", 0, 10, 2, "ru"), write_weekday("lundi", 0, 5, 4, "fr")
    ('В среду', 'vendredi')
    >>> write_weekday("los lunes", 4, 9, 5, "es"), write_weekday("в среду и четверг", 10, 17, 4, "ru")
    ('sábados', '')
    """
    old, before = text[start:end], text[max(0, start - 60) : start]
    held, style = _days(language)[old.lower()]
    if language == "es" and _SPANISH_PLURAL.search(before):
        style = 1
    if language == "ru" and not style and held not in _FEMININE and day in _FEMININE and before.strip():
        return ""  # понедельник is nominative and accusative, but среда and среду
    return in_case_of(old, _DAYS[language][style].split("|")[day])


_FEMININE = frozenset((2, 4, 5))
"""Среда, пятница, суббота."""

_SPANISH_PLURAL = pattern(
    r"\b[Ll]os\s(?:(?:lunes|martes|miércoles|jueves|viernes|sábados?|domingos?)(?:,\s|\s[yeou]\s))*\Z"
)
