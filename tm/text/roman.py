"""Read Roman numerals up to 399, and small ones that mark items of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tm.text.number import Form, Number

_ROMAN = re.compile(
    r"(?<![A-Za-z\d'’.-])(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?=(?:e|er|ème|es)?(?![A-Za-z\d'’]))"
)
_MARKER = re.compile(r"(?<![\w’'])([ivx]{1,5})[).]")
_MARKERS = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi".split()
_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_NAMES = frozenset({"CC", "LI", "XL", "CV", "CI", "CCI", "LIV"})
"""Numerals that are words or acronyms more often than numbers."""


def romans(text: str) -> Iterator[Number]:
    """Yield Roman numerals; single letters and list markers are loose, for I is a word and (i) may become ’1‘."""
    for match in _ROMAN.finditer(text):
        if numeral := match[0]:
            loose = len(numeral) == 1 or numeral in _NAMES
            yield Number(*match.span(), numeral, frozenset((_value(numeral),)), Form.ROMAN, loose)
    for match in _MARKER.finditer(text):
        if match[1] in _MARKERS:
            value = _MARKERS.index(match[1]) + 1
            yield Number(*match.span(1), match[1], frozenset((value,)), Form.ROMAN, loose=True)


def _value(numeral: str) -> int:
    worths = [_DIGITS[digit] for digit in numeral]
    return sum(-worth if worth < after else worth for worth, after in zip(worths, [*worths[1:], 0], strict=True))
