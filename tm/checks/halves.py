"""Read "and a half" behind what is counted: « un point et demi » and 一吨半 are 1.5, نقطتين ونصف is 2.5."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from tm.text.number import Form, Number
from tm.text.pattern import pattern

_HALF = Fraction(1, 2)
_SIGNS = {"en": "half", "fr": "demi", "es": "medi", "ru": "половин", "ar": "نصف", "zh": "半"}
"""Is in all that the patterns find."""

_AND_HALF = {
    "en": pattern(r"\sand\sa\shalf\b"),
    "fr": pattern(r"\set\sdemie?\b"),
    "es": pattern(r"\sy\smedi[oa]\b"),
    "ru": pattern(r"\sс\sполовиной\b"),
    "ar": pattern(r"\sونصف(?:\sال\w+)?(?!\w)"),
    "zh": pattern(r"半"),
}
_COUNTED = {
    "zh": pattern(r"\s?[\u3400-\u9fff]{0,3}\Z"),
    "ar": pattern(r"(?:\s[^\W\d_]+){0,3}\Z"),
}
_WORDS = pattern(r"(?:\s[^\W\d_][\w’'-]*){0,3}\Z")
"""Between a number and its half: what it counts."""

_NEAR = 40
"""Characters from a number to its half, at most."""

_UNIT = pattern(r"(?<!\w)[^\W\d_]{2,}(?:\s[^\W\d_]{2,})?\Z")
_TWO = pattern(r"[اي]ن(?!\w)")
"""How the dual of an Arabic noun ends."""


class Halved(NamedTuple):
    """A number and a half, with its place."""

    start: int
    end: int
    value: Fraction


def halves(text: str, language: str, numbers: Sequence[Number]) -> Iterator[Halved]:
    """Yield the numbers of a plain text with half of one more; an Arabic noun alone is one, and its dual two.

    Args:
        numbers: all of the text.

    >>> from tm.text.numbers import find_numbers
    >>> text = "deux points et demi"
    >>> [str(half.value) for half in halves(text, "fr", find_numbers(text, "fr"))]
    ['5/2']
    """
    if language not in _AND_HALF or _SIGNS[language] not in text:
        return
    between = _COUNTED.get(language, _WORDS)
    for half in _AND_HALF[language].finditer(text):
        before = [
            one
            for one in numbers
            if half.start() - _NEAR <= one.end <= half.start() and between.fullmatch(text, one.end, half.start())
        ]
        if before and before[-1].form is not Form.CODE:
            for quantity in before[-1].quantities:
                yield Halved(before[-1].start, half.end(), Fraction(quantity) + _HALF)
        elif not before and language == "ar" and (unit := _UNIT.search(text, 0, half.start())):
            count = 2 if _TWO.search(unit[0]) else 1
            yield Halved(unit.start(), half.end(), count + _HALF)
