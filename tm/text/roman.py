"""Read Roman numerals up to 399, and small ones that mark items of a list."""

from __future__ import annotations

from collections.abc import Iterator

from tm.text.number import Form, Number
from tm.text.pattern import pattern

_MAYBE = pattern(r"[IVXLC][IVXLC]{0,11}+(?=(?:e|er|ème|es)?(?![A-Za-z\d'’]))")
"""Begins with one sign that it looks for, which makes it quick; what stands before is looked at afterwards."""

_ROMAN = pattern(r"C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_NOT_BEFORE = pattern(r"[A-Za-z\d'’.-]")
_MAYBE_MARKER = pattern(r"[).](?<=[ivx].)")
_MARKER = pattern(r"[ivx]{1,5}[).]")
_NOT_BEFORE_MARKER = pattern(r"[\w’']")
_MARKERS = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi".split()
_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_NAMES = frozenset({"CC", "LI", "XL", "CV", "CI", "CCI", "LIV"})
"""Numerals that are words or acronyms more often than numbers."""

_ARTICLE = pattern(r"[LC]es?\b")
"""Le, Les, Ce and Ces, which are no fiftieth or hundredth."""


_MAYBE_SURE = pattern(r"[IVXLC](?<![A-Za-z\d'’.-].)[IVXLC]")


def may_be_sure(text: str) -> bool:
    """Say quickly whether a text may have a Roman numeral that is not loose."""
    return _MAYBE_SURE.search(text) is not None


def romans(text: str) -> Iterator[Number]:
    """Yield Roman numerals; single letters and list markers are loose, for I is a word and (i) may become ’1‘."""
    for match in _MAYBE.finditer(text):
        numeral, start = match[0], match.start()
        if len(numeral) == 1 and _ARTICLE.match(text, start):
            continue
        if _ROMAN.fullmatch(numeral) and not (start and _NOT_BEFORE.match(text, start - 1)):
            loose = len(numeral) == 1 or numeral in _NAMES
            yield Number(*match.span(), numeral, frozenset((roman_value(numeral),)), Form.ROMAN, loose)
    if _MAYBE_MARKER.search(text):
        yield from _markers(text)


def _markers(text: str) -> Iterator[Number]:
    for match in _MARKER.finditer(text):
        numeral, start = match[0][:-1], match.start()
        if numeral in _MARKERS and not (start and _NOT_BEFORE_MARKER.match(text, start - 1)):
            value = _MARKERS.index(numeral) + 1
            yield Number(start, match.end() - 1, numeral, frozenset((value,)), Form.ROMAN, loose=True)


def roman_value(numeral: str) -> int:
    worths = [_DIGITS[digit] for digit in numeral]
    return sum(-worth if worth < after else worth for worth, after in zip(worths, [*worths[1:], 0], strict=True))
