"""Read a run of figures: grouping and decimals in the habits of six languages, parts, digits of other scripts."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from tm.text.digits import SPACE
from tm.text.number import Number, Value
from tm.text.pattern import pattern

_DIGIT = pattern(r"\d")
_FIGURES = pattern(
    rf"[1-9]\d{{0,2}}(?:[{SPACE}]\d{{3}})+(?!\d)(?:[.,٫]\d+(?!\d))?"
    r"|\d+(?:[.,٫٬’'·]\d+)+(?![.,]?\d)"
    r"|(?<![\w.)])\.\d+(?![\w.])"
    r"|\d+(?:/\d+)?"
)
TURNED = pattern(rf"0\d\d(?:[{SPACE}]\d{{3}}){{0,9}}[{SPACE}][1-9]\d{{0,2}}(?![\d{SPACE}.,/]\d)")
"""Groups of thousands in the order in which they are seen, not read: Arabic 000 100 for 100,000."""

_NO_MARK = {ord(mark): None for mark in f"{SPACE}٬’'"} | {ord("٫"): "d"}
_CLOCK = pattern(r"\d{1,2}\.\d\d\s?(?:[ap]\.?\s?m\b|horas\b|h\b|hrs\b)", re.IGNORECASE)
_LONGEST = 300
"""Digits of a number that count: nobody writes more, and Python reads no more than 4,300."""


def next_figures(text: str, position: int) -> re.Match[str] | None:
    """Find the next run of figures from a position on; quick, as it looks for a digit first."""
    digit = _DIGIT.search(text, position)
    if digit is None:
        return None
    start = digit.start()
    point = start > position and text[start - 1] == "." and _FIGURES.match(text, start - 1)
    return point or _FIGURES.match(text, start)


@lru_cache(maxsize=1024)
def readings(figures: str, language: str) -> frozenset[Value]:
    """Give all that a run of figures may mean.

    A comma before three figures groups them in English and Chinese; all else is seen both ways.

    >>> sorted(readings("1,234", "en")), sorted(readings("1.234,5", "es")), readings("12.8.1", "fr")
    ([1234], [Fraction(2469, 2)], frozenset({'12.8.1'}))
    """
    if figures.isdigit():
        return frozenset((int(figures[:_LONGEST]),))
    if "/" in figures:
        return _pair(figures)
    text = figures.translate(_NO_MARK)
    groups = re.split(r"\D", text)
    marks = [char for char in text if not char.isdigit()]
    joined = int("".join(groups)[:_LONGEST])
    if not marks:
        return frozenset((joined,))
    decimal = _decimal("".join(groups[:-1]), groups[-1])
    thousands = _are_thousands(groups)
    if len(marks) == 1:
        if not thousands or marks[0] == "d":
            return frozenset((decimal,))
        strict = marks[0] == "," and language in {"en", "zh"}
        return frozenset((joined,) if strict or groups[1] == "000" else (joined, decimal))
    if len(set(marks)) == 1:
        return frozenset((joined, text)) if thousands else frozenset((text,))
    mixed = all(len(group) == 3 for group in groups[1:-1]) and len(set(marks[:-1])) == 1
    return frozenset((decimal,)) if mixed else frozenset((text,))


def _pair(figures: str) -> frozenset[Value]:
    """Read 1/3 as itself and as a third, and 2019/20 as itself."""
    above, below = (int(part[:_LONGEST]) for part in figures.split("/"))
    if 0 < above < below <= 100:
        return frozenset((figures, Fraction(above, below)))
    return frozenset((figures,))


def _are_thousands(groups: list[str]) -> bool:
    return 0 < len(groups[0]) <= 3 and groups[0] != "0" and all(len(group) == 3 for group in groups[1:])


def _decimal(whole: str, fraction: str) -> int | Fraction:
    fraction = fraction[:_LONGEST]
    value = Fraction(int(whole[:_LONGEST] + fraction), 10 ** len(fraction))
    return int(value) if value.denominator == 1 else value


def parts(match: re.Match[str], after: str) -> tuple[Number, ...]:
    """Give the runs of digits inside a run of figures, each as a number of its own.

    Args:
        after: what follows in the text, which may say that 3.30 is a time.
    """
    if match[0].isdigit():
        return ()
    if _CLOCK.match(match[0] + after):
        return _clock(match, after)
    groups = re.split(r"\D", match[0])
    if _are_thousands(groups) and (" " not in match[0] or set(groups[1:]) == {"000"}):
        return ()
    found = []
    for run in re.finditer(r"\d+", match[0]):
        value = int(run[0][:_LONGEST])
        values: frozenset[Value] = frozenset((value,))
        if run.start() == 5 and match[0][4] == "/" and len(run[0]) == 2:  # 2019/20
            values = frozenset((value, int(match[0][:2]) * 100 + value))
        found.append(Number(match.start() + run.start(), match.start() + run.end(), run[0], values))
    return tuple(found)


def _clock(match: re.Match[str], after: str) -> tuple[Number, ...]:
    """Give hour and minutes of 3.30 p.m. (also 15) and of 15.30 horas."""
    hour, minutes = match[0].split(".")
    hours: frozenset[Value] = frozenset((int(hour),))
    if after.lstrip()[:1] in {"p", "P"}:
        hours |= {int(hour) % 12 + 12}
    middle = match.start() + len(hour)
    return (
        Number(match.start(), middle, hour, hours),
        Number(middle + 1, match.end(), minutes, frozenset((int(minutes),))),
    )
