"""Tell when a day of the week has become another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tm.checks.check import Fault
from tm.model.finding import Span
from tm.text.pattern import pattern

_STEMS = {
    "en": "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday",
    "fr": "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",
    "es": "lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo",
    "ru": "понедельник|вторник|сред[ауыео]|четверг|пятниц|суббот|воскресень",
    "ar": "ال[اإ]ثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد",
    "zh": "一|二|三|四|五|六|[日天]",
}
_NO_COUNT = "(?![一二三四五六七八九十次天日小个名位人种项节回至])"
_MORE_DAYS = f"[、和及与或至到](?:周|星期|礼拜|[一二三四五六日]{_NO_COUNT})"
"""Behind 每周二, which is no "twice a week" then: 每周二和周三, 每周二、四."""

_CONTINUED = pattern("[、和及与或至到](?:" + "|".join(f"({day})" for day in "一二三四五六") + f"|([日天])){_NO_COUNT}")
"""Another day behind one: 周二、四."""

_PATTERN = {
    language: pattern(
        "(?:星期|礼拜|(?<![一二三四五六七八九十两几每\\d])周"
        f"|(?<=每)周(?=.(?:[上下晚早午召举开休关，。；]|{_MORE_DAYS}|\\Z)))(?:"
        + "|".join(f"({stem})" for stem in stems.split("|"))
        + ")"
        if language == "zh"
        else r"(?<!\w)\w{0,2}(?:" + "|".join(f"({stem})" for stem in stems.split("|")) + r")"
        if language == "ar"
        else "(?<!\\w)(?:" + "|".join(f"({stem})" for stem in stems.split("|")) + ")",
        re.IGNORECASE if language not in {"en", "zh", "ar"} else 0,
    )
    for language, stems in _STEMS.items()
}
_Days = Sequence[re.Match[str]]
_SIGN = {"en": "day", "fr": "di", "es": "", "ru": "", "ar": "ال", "zh": ""}


_RANGE = pattern(
    r"\w{0,3}\s?(?:–|-|—|to|through|until|till|au|à|jusqu['’]au|a|al|hasta(?:\sel)?|по|до|[至到]|(?:و?حتى|إلى)(?:\sيوم)?)\s?\Z"
)
"""Between two days of the week."""


def other_weekday(source: str, target: str, source_language: str, target_language: str) -> list[Fault]:
    """Say when one day of the week of the source is not in the translation, and another one is instead.

    Where both texts have as many days, each is compared with its own number of mentions, and a range with its order.

    >>> [fault.message for fault in other_weekday("on Monday", "mardi", "en", "fr")]
    ['the translation has mardi where the source has Monday']
    """
    if _SIGN[source_language] not in source:
        return []
    theirs = _days(source, source_language)
    if not theirs:
        return []
    ours = _days(target, target_language)
    lost, added = _without(theirs, ours), _without(ours, theirs)
    if not (lost and added) and len(theirs) == len(ours):
        lost, added = _without(theirs, ours, one_by_one=True), _without(ours, theirs, one_by_one=True)
        if not lost and _is_turned_round(theirs, ours):
            lost, added = theirs, ours
    if not lost or not added:
        return []
    message = f"the translation has {added[0][0].lstrip('、和及与或至到')} where the source has {lost[0][0]}"
    return [Fault(message, Span(*added[0].span()), Span(*lost[0].span()))]


def _without(days: _Days, others: _Days, *, one_by_one: bool = False) -> _Days:
    """Give the days that are not among others: no longer than they last, if they are to be taken one by one."""
    left = [other.lastindex for other in others]
    found = []
    for day in days:
        if day.lastindex not in left:
            found.append(day)
        elif one_by_one:
            left.remove(day.lastindex)
    return found


def _is_turned_round(theirs: _Days, ours: _Days) -> bool:
    """Say whether a range of days has its end first."""
    if len(theirs) != 2 or theirs[0].lastindex == ours[0].lastindex:
        return False
    return all(_RANGE.fullmatch(one.string, one.end(), two.start()) for one, two in (theirs, ours))


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _days(text: str, language: str) -> _Days:
    found: list[re.Match[str]] = []
    for day in _PATTERN[language].finditer(text):
        found.append(day)
        while language == "zh" and (more := _CONTINUED.match(text, found[-1].end())):
            found.append(more)
    return found
