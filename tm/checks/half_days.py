"""Tell morning from afternoon: 3 p.m. is 15 heures, and neither « 3 heures » nor 上午3时."""

from __future__ import annotations

import re

from tm.checks.check import Fault
from tm.model.finding import Span
from tm.text.digits import ascii_digits
from tm.text.pattern import pattern

MAYBE = pattern(r"\d\s?[ap]\.?\s?m\b")
_TIME = pattern(r"(?<![\d.:,-])(?P<hour>1[0-2]|[1-9])(?:[.:](?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?\s?m\b")
_OTHER_TIME = pattern(r"\b(?:noon|midday|midnight|afternoons?|evenings?|nights?)\b")
"""Whose word in the translation says nothing of the hour: suspended at 11.40 a.m., resumed at noon."""

_MORNING = {
    "fr": pattern(r"matin|\ba\.?\s?m\b"),
    "es": pattern(r"mañana|madrugada|\ba\.?\s?m\b"),
    "ru": pattern(r"утр[ао]|ночи"),
    "zh": pattern(r"[上早凌]午?|清晨"),
    "ar": pattern(r"صباح|فجر|قبل\sالظهر"),
}
_AFTERNOON = {
    "fr": pattern(r"après-midi|soir|\bp\.?\s?m\b|midi"),
    "es": pattern(r"tarde|noche|mediod|\bp\.?\s?m\b"),
    "ru": pattern(r"(?<!повестк.\s)дня|вечера|пополудни|ночи"),
    "zh": pattern(r"下午|晚|傍|中午|夜"),
    "ar": pattern(r"مساء|ظهر|عصر|ليل"),
}
_HOUR = {
    "fr": r"\s?(?:h|heures?)\b",
    "es": r"\s?(?:h\b|horas?\b|[.:][0-5]\d\b)",
    "ru": r"\s?(?:ч\b|час\w{0,2}\b|[.:][0-5]\d\b)",
    "zh": r"\s?(?:时|点|[:：][0-5]\d)",
    "ar": r"(?:[/:.][0-5]\d)?(?:\s|\Z|[.،])",
}
"""Behind an hour."""


def other_half(source: str, target: str, source_language: str, target_language: str) -> list[Fault]:
    """Say when an hour of the afternoon stands as one of the morning, or the reverse.

    >>> other_half("at 3 p.m.", "à 3 heures", "en", "fr")[0].message
    'the translation has the hour of 3 p.m in the morning'
    """
    times = list(_TIME.finditer(source))
    if len(times) != 1 or target_language not in _HOUR or times[0]["hour"] == "12":
        return []
    if _OTHER_TIME.search(source):
        return []
    time, read = times[0], ascii_digits(target)
    is_morning, hour = time["half"] == "a", int(time["hour"])
    right, wrong = (_MORNING, _AFTERNOON) if is_morning else (_AFTERNOON, _MORNING)
    if right[target_language].search(target) or re.search(rf"(?<!\d){hour + 12}(?!\d)", read):
        return []
    there = re.search(rf"(?<![\d.,:/])0?{hour}{_HOUR[target_language]}", read)
    if there is None or (is_morning and not wrong[target_language].search(target)):
        return []
    message = f"the translation has the hour of {time[0]} in the {'afternoon' if is_morning else 'morning'}"
    return [Fault(message, Span(*there.span()), Span(*time.span()))]
