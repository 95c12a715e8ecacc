"""Tell when a temperature or a percentage below zero has lost its minus sign."""

from __future__ import annotations

import re

from tm.checks.check import Fault
from tm.model.finding import Span
from tm.text.pattern import pattern

_NEGATIVE = pattern(
    r"[-\N{MINUS SIGN}](?<=[\s(\[].)(?<![\d%°C] .)\d{1,3}(?:[.,]\d{1,3})?"
    r"(?=\s?(?:[%٪‰°º℃]|per\s?cent\b|degrees?\b|degrés?\b|grados?\b|градус|درج|度|摄氏))"
)
"""A minus sign directly before a figure and after no other figure, and a unit behind: all else may be a dash."""

_SAID = pattern(
    r"[-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}]"
    r"|minus|below|moins|dessous|négati|menos|bajo|negativ|минус|ниже|мороз|отрицател|ناقص|تحت|دون|سالب|负|零下|以下"
    r"|baiss|recul|diminu|dimin|décl|perte|contract|réduc|repli|descen|disminu|caíd|merma|reduc|pérdida|retroce"
    r"|сниж|сократ|сокращ|паден|уменьш|убыл|спад|انخف|تراجع|نقص|هبوط|تقلص|降|减|跌|下滑|萎缩",
    re.IGNORECASE,
)


_BRACKETED = pattern(r"[(（]\s?\d")
"""As tables write what is below zero."""


def lost_minus(source: str, target: str) -> list[Fault]:
    """Say when a temperature or percentage of the source is below zero and nothing in the translation says so.

    Args:
        source, target: without markup, digits as they stand.
    """
    if "-" not in source and "\N{MINUS SIGN}" not in source:
        return []
    match = _NEGATIVE.search(f" {source}")  # a space before, so that a minus sign may come first
    if match and not _SAID.search(target) and not ("(" not in source and _BRACKETED.search(target)):
        place = Span(match.start() - 1, match.end() - 1)
        return [Fault(f"the minus sign of {match[0].strip()} is not in the translation", of=place)]
    return []
