"""Acts numbered with an acronym or a session, as specialized agencies do it: WHA68.3, GC(63)/RES/9, 38 C/5, 1/CP.21."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tm.checks.check import Fault, Pair
from tm.checks.place import span_of
from tm.text.digits import ascii_digits
from tm.text.pattern import pattern
from tm.text.plain import plain

_SIGN = pattern(
    r"[(/.](?:(?<=[A-Z\d]\()\d|(?<=[a-z]\()\d{4}\)\d|(?<=[CX]/)\d|(?<=\d/)(?:C|[A-Z]{2})"
    r"|(?<=[A-Z]\d\d[./])|(?<=[A-Z]\d\d\d[./]))"
)
"""One of these is in all such numbers."""

_ACT = pattern(
    r"(?<![A-Za-z0-9./-])(?:"
    r"[A-Z]{2,4}\d{2,3}\.R?\d{1,3}"  # WHA68.3, CD58.R10
    r"|[A-Z]{2,4}\d{1,3}\(\d{1,3}\)"  # EB144(5)
    r"|[A-Z]{1,4}\d{2,3}(?:/[A-Z]{2,4}\.?)?/\d{1,4}"  # A71/19, EB144/INF./2
    r"|[A-Z]{2,5}\(\d{1,3}\)/(?:[A-Z]{2,6}/)?\d{1,3}"  # GC(63)/RES/9
    r"|[A-Z]{1,5}\.\d{2,4}\(\d{1,3}\)"  # MEPC.304(72), A.1110(30)
    r"|[A-Z]{2,5}/[A-Z][a-z]{2,3}\(\d{4}\)\d{1,3}"  # CM/Res(2011)7
    r"|[A-Z]{2,5}\.\d{1,2}/Circ\.\d{1,4}"  # MSC.1/Circ.1580
    r"|\d{2,3} ?(?:C|EX)/\d{1,3}"  # 38 C/5, 206 EX/12
    r"|\d{1,3}/[A-Z]{2,4}\.\d{1,3}"  # 1/CP.21, 14/COP.15
    r")(?![A-Za-z0-9]|[.(/]\d)"
)
_DOCUMENT = pattern(r"\d+((?:C|EX)/\d+)")
"""A document of UNESCO; what stands behind the session is a symbol."""

_DIGITS = pattern(r"\d+")
_LETTERS = pattern(r"[A-Za-z]+")
_WIDE = str.maketrans("（）／", "()/")  # 中文: EB144（5）
_WHITE = pattern(r"\s+")


class _Act(NamedTuple):
    key: str
    text: str
    start: int
    end: int

    @property
    def figures(self) -> Sequence[str]:
        return _DIGITS.findall(self.key)

    @property
    def letters(self) -> Sequence[str]:
        return _LETTERS.findall(self.key)


def other_act(pair: Pair) -> Iterator[Fault]:
    """Yield each such number of the source that is another in the translation, or whose figures are nowhere in it.

    An acronym may be the language's own, and the parts in another order: ج ص ع 68-3, МЕПК.304(72).
    """
    source = plain(pair.unit.source)
    theirs = _acts(source)
    if not theirs:
        return
    target = plain(pair.unit.target)
    ours = _acts(target)
    there = {act.key for act in ours}
    solid = _WHITE.sub("", target.translate(_WIDE))
    lost = [act for act in theirs if act.key not in there and not _stands(act.key, solid)]
    known = {act.key for act in theirs}
    added = [act for act in ours if act.key not in known]
    figures = frozenset(_DIGITS.findall(ascii_digits(target)))
    for act in lost:
        if (document := _DOCUMENT.fullmatch(act.key)) and document[1] not in solid:
            continue
        of = span_of(pair.unit.source, source, act.start, act.end)
        if other := next((one for one in added if _is_altered(act, one)), None):
            added.remove(other)
            at = span_of(pair.unit.target, target, other.start, other.end)
            message = f"the translation has {other.text}, the source {act.text}"
            yield Fault(message, at, of, act.text if at else None)
        elif not figures.issuperset(act.figures):
            yield Fault(f"{act.text} is not in the translation", None, of)


def _is_altered(act: _Act, other: _Act) -> bool:
    """Say whether one became the other: the letters are the same, or the figures."""
    return act.letters == other.letters or act.figures == other.figures


def _stands(key: str, solid: str) -> bool:
    """Say whether a number stands in a text without spaces, where signs of another number might touch it."""
    return key in solid and re.search(rf"(?<![\d.]){re.escape(key)}(?!\d)", solid) is not None


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _acts(text: str) -> Sequence[_Act]:
    read = text.translate(_WIDE)
    if not _SIGN.search(read):
        return ()
    found = (_Act(_WHITE.sub("", act[0]), text[act.start() : act.end()], *act.span()) for act in _ACT.finditer(read))
    return tuple({act.key: act for act in found}.values())
