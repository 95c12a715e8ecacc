"""Read what makes a figure greater: million, тыс., مليار, 万, and the figures that share it: 15–20 million."""

from __future__ import annotations

import re

from tm.text.digits import SPACE
from tm.text.pattern import pattern

_MULTIPLIERS = {
    "en": "thousand:3 million:6 mn:6 billion:9 bn:9 trillion:12 hundred:2",
    "fr": "mille:3 milliers?:3 millions?:6 milliards?:9 billions?:12 centaines?:2",
    "es": "mil:3 miles:3 mill[oó]n(?:es)?:6 bill[oó]n(?:es)?:12",
    "ru": r"тыс\.?:3 тысяч[а-я]*:3 млн\.?:6 миллион[а-я]*:6 млрд\.?:9 миллиард[а-я]*:9 трлн\.?:12 триллион[а-я]*:12",
    "ar": r"[اأ]لف[اً]*(?!\s?\():3 آلاف:3 ملايين:6 مليون[اً]*:6 مليار(?:ات|[اً]*):9 بليون(?:ات|[اً]*):9 بلايين:9"
    " تريليون(?:ات|[اً]*):12 ترليون(?:ات|[اً]*):12",
    "zh": "万亿:12 亿:8 千万:7 百万:6 万:4 千(?![米克瓦卡年]):3 百(?!分):2",
}
"""Patterns with their power of ten. The billion of English is the milliard of French and Russian, and mil millones."""


_BEFORE = rf"\+?[{SPACE}\-\N{{NON-BREAKING HYPHEN}}]?(?:[余多几来]\s?)?(?:de\s)?"


def _multipliers(language: str) -> tuple[re.Pattern[str], tuple[int, ...]]:
    """Make one pattern of a language's multipliers, and list the factors of its groups."""
    forms, powers = zip(*(item.rsplit(":", 1) for item in _MULTIPLIERS[language].split()), strict=True)
    end = "" if language == "zh" else r"(?!\w)"
    groups = "|".join(f"({form}{end})" for form in forms)
    return pattern(f"(?-i:{_BEFORE})(?:{groups})", re.IGNORECASE), (0, *(10 ** int(power) for power in powers))


_SCALES = {language: _multipliers(language) for language in _MULTIPLIERS}
_MAY_FOLLOW = frozenset(f"+-\N{NON-BREAKING HYPHEN}{SPACE}")
"""What may stand before a multiplier, besides a letter: nothing else does, and it is quick to look for."""

_GREATEST = 10**15


def scale_after(text: str, end: int, language: str) -> tuple[int, int]:
    """Read the multipliers that follow a figure: where they end and the factor that they make, 1 without any.

    >>> scale_after("100 mil millones de dólares", 3, "es")
    (16, 1000000000)
    """
    beside = text[end : end + 1]
    if not (beside.isalpha() or beside in _MAY_FOLLOW):
        return end, 1
    multiplier, factors = _SCALES[language]
    factor = 1
    while factor < _GREATEST and (scale := multiplier.match(text, end)):
        end, factor = scale.end(), factor * factors[scale.lastindex or 0]
    return end, factor
