"""Tell when a day of the week has become another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from tm.checks.check import Fault
from tm.model.finding import Span

_STEMS = {
    "en": "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday",
    "fr": "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",
    "es": "lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo",
    "ru": "понедельник|вторник|сред[ауыео]|четверг|пятниц|суббот|воскресень",
    "ar": "[اإ]لاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد",
    "zh": "一|二|三|四|五|六|[日天]",
}
_PATTERN = {
    language: re.compile(
        "(?:星期|礼拜|(?<![一二三四五六七八九十两几每\\d])周"
        "|(?<=每)周(?=.(?:[上下晚早午召举开，。；]|\\Z)))(?:" + "|".join(f"({stem})" for stem in stems.split("|")) + ")"
        if language == "zh"
        else r"(?<!\w)\w{0,2}(?:" + "|".join(f"({stem})" for stem in stems.split("|")) + r")"
        if language == "ar"
        else "(?<!\\w)(?:" + "|".join(f"({stem})" for stem in stems.split("|")) + ")",
        re.IGNORECASE if language not in {"en", "zh", "ar"} else 0,
    )
    for language, stems in _STEMS.items()
}
_SIGN = {"en": "day", "fr": "di", "es": "", "ru": "", "ar": "ال", "zh": ""}


def other_weekday(source: str, target: str, source_language: str, target_language: str) -> list[Fault]:
    """Say when one day of the week of the source is not in the translation, and another one is instead.

    >>> [fault.message for fault in other_weekday("on Monday", "mardi", "en", "fr")]
    ['the translation has mardi where the source has Monday']
    """
    if _SIGN[source_language] not in source:
        return []
    theirs = _days(source, source_language)
    if not theirs:
        return []
    ours = _days(target, target_language)
    lost = [match for day, match in theirs.items() if day not in ours]
    added = [match for day, match in ours.items() if day not in theirs]
    if not lost or not added:
        return []
    message = f"the translation has {added[0][0]} where the source has {lost[0][0]}"
    return [Fault(message, Span(*added[0].span()), Span(*lost[0].span()))]


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _days(text: str, language: str) -> Mapping[int | None, re.Match[str]]:
    """Give the last mention of each day of the week."""
    return {match.lastindex: match for match in _PATTERN[language].finditer(text)}
