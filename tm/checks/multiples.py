"""Tell when a table in thousands has become one in millions: "(Thousands of United States dollars)"."""

from __future__ import annotations

import re

from tm.checks.check import Fault
from tm.model.finding import Span
from tm.text.pattern import pattern

_MONEY = r"(?:[A-Z]\w+\s){0,2}(?:dollars|euros|pounds|francs|yen|yuan|roubles|rubles|currency|tons|tonnes)\b"
_ENGLISH = pattern(
    rf"(?<![\w\d]\s)(?:\b[Ii]n\s)?\b(?:(?P<n3>[Tt]housands)|(?P<n6>[Mm]illions)|(?P<n9>[Bb]illions))\sof\s{_MONEY}"
)
_MAYBE = pattern(r"(?:housand|illion)s\sof\s")
_SCALES = {
    "fr": pattern(r"(?<!\w)(?:(?P<n3>milliers)|(?P<n6>millions)|(?P<n9>milliards))(?!\w)", re.IGNORECASE),
    "es": pattern(r"(?<!\w)(?:(?P<n9>miles\sde\smillones)|(?P<n3>miles)|(?P<n6>millones))(?!\w)", re.IGNORECASE),
    "ru": pattern(
        r"(?<!\w)(?:(?P<n3>тыс(?:\.|яч\w*))|(?P<n6>млн|миллион\w*)|(?P<n9>млрд|миллиард\w*))(?!\w)", re.IGNORECASE
    ),
    "zh": pattern(r"(?P<n9>十亿)|(?P<n6>百万)|(?P<n3>千)|(?P<n4>万)|(?P<n8>亿)"),
    "ar": pattern(
        r"(?<!\w)[وفبل]{0,2}(?:ال)?(?:(?P<n3>آلاف|[أا]لوف)|(?P<n6>ملايين|مليون)|(?P<n9>بلايين|بليون|مليارات|مليار))(?!\w)"
    ),
}
"""Thousands, millions and milliards; in Chinese also tens of thousands, and hundreds of millions."""


def may_have_multiple(source: str) -> bool:
    """Say quickly whether an English source may count in thousands or the like."""
    return ("housands" in source or "illions" in source) and _MAYBE.search(source) is not None


def other_multiple(source: str, target: str, language: str) -> list[Fault]:
    """Say when what the numbers of a table count in has become another multiple.

    >>> [one.message for one in other_multiple("(Thousands of United States dollars)", "(млн долл. США)", "ru")]
    ['the translation has млн where the source has Thousands']
    """
    if language not in _SCALES or not may_have_multiple(source):
        return []
    wanted = {match.lastgroup: match for match in _ENGLISH.finditer(source)}
    found = {match.lastgroup: match for match in _SCALES[language].finditer(target)} if wanted else {}
    for scale, match in wanted.items():
        if found and scale not in found and len(found) == 1:
            other = next(iter(found.values()))
            word = match[scale or 0]
            message = f"the translation has {other[0].strip()} where the source has {word}"
            return [Fault(message, Span(*other.span()), Span(*match.span(scale or 0)))]
    return []
