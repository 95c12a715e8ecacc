"""Tags that are all there, and around other words: beyond the colon of a label, without the number that is in them."""

from __future__ import annotations

from collections.abc import Iterator

from tm.checks.check import Fault
from tm.model.finding import Span
from tm.text.digits import ascii_digits
from tm.text.pattern import pattern

_WHOLE = pattern(r"<(\d{1,3})>([^<>]*)</\1>")
_LABEL = pattern(r"[^:：]{1,60}\s?[:：]\s?")
_BEYOND = pattern(r"[:：]\s*[^\s:：]")
_FIGURE = pattern(r"(?<![\w./,-])\d{1,4}(?:/\d{1,4})*(?![\w/-]|[.,]\d)")
_ROMAN = pattern(r"\b[IVX]{1,5}\b")
_LATIN = frozenset(("fr", "es", "ru"))

_LITTLE, _MUCH = 0.3, 0.85
"""Share of a text that a tag is around, of those where it was moved."""

_TAGS = 7
"""Characters of two tags."""

_LONG = 30
"""Characters of a text in which shares say something."""


def misplaced(source: str, target: str, language: str) -> Iterator[Fault]:
    """Yield numbered tags that are around other words than in the source, where that is beyond doubt.

    >>> fault = next(misplaced("<1>Note:</1> Chad voted.", "<1>Nota: el Chad</1> votó.", "es"))
    >>> fault.message
    '<1>…</1> is around a label in the source, and around more in the translation'
    """
    ours = {match[1]: match for match in _WHOLE.finditer(target)}
    theirs = {match[1]: match for match in _WHOLE.finditer(source)}
    if len(theirs) != len(_WHOLE.findall(source)) or len(ours) != len(_WHOLE.findall(target)):
        return  # a tag that stands twice
    for number, one in theirs.items():
        other = ours.get(number)
        if other and (what := _difference(one[2], other[2], source, target, language)):
            yield Fault(f"<{number}>…</{number}> {what}", Span(*other.span()), Span(*one.span()))


def _difference(one: str, other: str, source: str, target: str, language: str) -> str:
    if one.strip() and not other.strip():
        return "is around nothing in the translation"
    if _LABEL.fullmatch(one) and _BEYOND.search(other):
        return "is around a label in the source, and around more in the translation"
    if any(
        figure not in ascii_digits(other) for figure in _FIGURE.findall(one) if _stands_outside(figure, target, other)
    ):
        return "is around other numbers in the translation"
    if language in _LATIN and (romans := set(_ROMAN.findall(one))):
        its = set(_ROMAN.findall(other.replace("Х", "X")))
        if its and not romans & its and one.strip() != "I":
            return "is around other numbers in the translation"
    if len(source) > _LONG and len(one) < _LITTLE * len(source) and len(other) > _MUCH * (len(target) - _TAGS):
        return "is around a few words in the source, and around all of the translation"
    return ""


def _stands_outside(figure: str, target: str, inner: str) -> bool:
    """Say whether a number stands in a translation, but not in the tag."""
    return figure in _FIGURE.findall(ascii_digits(target.replace(inner, "", 1)))
