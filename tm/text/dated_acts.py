"""Find resolutions that are named with their year or session: 2231 (2015), 217 A (III)."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from tm.text.digits import ascii_digits
from tm.text.pattern import pattern
from tm.text.roman import roman_value

_ACT = pattern(r"resolu|résolu|резолюц|قرار|决议|decisi|décisi|решени|مقرر|决定|S/RES/", re.IGNORECASE)
_REACH = 200
"""Characters before the number within which the word resolution stands: lists are long."""

_LETTER = (
    r"(?:\s?(?:[A-ZА-Я](?:[-–][A-ZА-Я])?|ألف|باء|جيم|دال|هاء|واو)(?:\s?[-–]\s?(?:[A-ZА-Я]|ألف|باء|جيم|دال|هاء|واو))?)?"
)
_DATED = pattern(
    rf"(?<![\d/.,-])(\d{{1,4}}){_LETTER}\s?[(（]\s?"
    r"(?:((?:19|20)\d\d)|(?:S-|ES-|С-|د\s?[إأا]?\s?ط?\s?-\s?)?([IVXLC]{1,8}|(?<=-)\d{1,2}|(?<=- )\d{1,2}))\s?[)）]"
)


_MAYBE = pattern(r"[(（]\s?(?:19|20|[IVXLC]|E?S-|С-|د)")
"""The beginning of a year or session in brackets: most texts have none."""


@dataclass(frozen=True, slots=True)
class DatedAct:
    """A resolution by its number and year, or the number of its session."""

    start: int
    end: int
    number: str
    year: int

    @property
    def key(self) -> tuple[str, int]:
        return self.number, self.year


def find_dated_acts(text: str, *, named: bool = True) -> tuple[DatedAct, ...]:
    """Find resolutions with their years, in a text without markup, in order.

    Args:
        named: only those that follow the word resolution or decision; otherwise every number of this form.

    >>> [act.key for act in find_dated_acts("resolutions 1267 (1999) and 217 A (III)")]
    [('1267', 1999), ('217', 3)]
    """
    text = ascii_digits(text)
    dated = list(_DATED.finditer(text)) if _MAYBE.search(text) else []
    words = [match.end() for match in _ACT.finditer(text)] if named and dated else []
    return tuple(
        DatedAct(match.start(1), match.end(), match[1], int(match[2]) if match[2] else _session(match[3]))
        for match in dated
        if not named or _follows(words, match.start())
    )


def _session(written: str) -> int:
    return int(written) if written.isdigit() else roman_value(written)


def _follows(ends: list[int], start: int) -> bool:
    index = bisect_right(ends, start) - 1
    return index >= 0 and start - ends[index] <= _REACH
