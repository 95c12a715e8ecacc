"""Numbers, dates and symbols: each value of the source in the translation, and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tm.checks.check import Fault, Pair, check
from tm.checks.place import span_of
from tm.checks.values import compare
from tm.model.finding import Severity, Span
from tm.text.plain import plain
from tm.text.symbols import Symbol, find_symbols

_TWINS = {"A": "АΑ", "B": "ВΒ", "C": "С", "E": "ЕΕ", "H": "НΗ", "K": "КΚ", "M": "МΜ", "O": "ОΟ", "P": "РΡ", "S": "Ѕ"}
_TWINS |= {"T": "ТΤ", "X": "ХΧ", "I": "ІΙ", "a": "а", "c": "с", "e": "е", "o": "о", "v": "ѵ"}


@check(Severity.ERROR)
def number(pair: Pair) -> Iterator[Fault]:
    """Flag a number that is changed, lost or added; figures may become words and words figures.

    Numbers are compared as values: 10万 is 100,000, « la moitié » 50 per cent, الخامسة عشرة the fifteenth, 100.000
    millones $100 billion. The numbers of paragraphs, notes, resolutions and agenda items are other checks' to look at.
    """
    unit = pair.unit
    yield from _placed(pair, compare(unit.source, unit.target, pair.source.code, pair.target.code).numbers)


@check(Severity.ERROR)
def date(pair: Pair) -> Iterator[Fault]:
    """Flag a wrong day, month, year or day of the week.

    Months count in all their forms: сентября, آذار/مارس, 7月; "may" and "march" only where they are months.
    """
    unit = pair.unit
    yield from _placed(pair, compare(unit.source, unit.target, pair.source.code, pair.target.code).dates)


def _placed(pair: Pair, faults: tuple[Fault, ...]) -> Iterator[Fault]:
    """Give the faults, placed in the plain texts, their places in the texts with markup."""
    for fault in faults:
        yield replace(fault, at=_place(pair.unit.target, fault.at), of=_place(pair.unit.source, fault.of))


def _place(raw: str, span: Span | None) -> Span | None:
    return span_of(raw, plain(raw), span.start, span.end) if span else None


@check(Severity.ERROR)
def symbol(pair: Pair) -> Iterator[Fault]:
    """Flag a document symbol that is altered, lost or added: A/76/L.1, S/2022/578, E/CN.15/2021/L.6/Rev.1.

    Nothing in a symbol is translated, spaced or written in another alphabet; beside Chinese characters it needs no
    space.

    Source: United Nations Editorial Manual, document symbols.
    """
    raw, other = pair.unit.source, pair.unit.target
    source, target = plain(raw), plain(other)
    if "/" not in source and "/" not in target and "." not in source:
        return
    left, right = find_symbols(source), find_symbols(target)
    if not left and not right:
        return
    theirs = {one.text: one for one in left}
    ours = {one.text: one for one in right}
    lost = [one for text, one in theirs.items() if text not in ours]
    added = [one for text, one in ours.items() if text not in theirs]
    for one in lost:
        if near := _misspelt(one.text, target):
            added = [other for other in added if not near.start() <= other.start < near.end()]
            place = span_of(other, target, *near.span())
            yield Fault(f"{one.text} is written {near[0].strip()}", place, _place_of(raw, source, one), one.text)
    lost = [one for one in lost if not _misspelt(one.text, target)]
    if len(lost) == 1 and len(added) == 1:
        message = f"the translation has {added[0].text}, the source {lost[0].text}"
        yield Fault(message, _place_of(other, target, added[0]), _place_of(raw, source, lost[0]), lost[0].text)
        return
    yield from (Fault(f"{one.text} is not in the translation", None, _place_of(raw, source, one)) for one in lost)
    yield from (Fault(f"{one.text} is not in the source", _place_of(other, target, one)) for one in added)


def _place_of(raw: str, text: str, one: Symbol) -> Span | None:
    return span_of(raw, text, one.start, one.end)


def _misspelt(symbol: str, text: str) -> re.Match[str] | None:
    """Find a symbol with spaces in it, in look-alike letters, in other strokes or in small letters."""
    signs = [rf"[{char}{_TWINS[char]}]" if char in _TWINS else re.escape(char) for char in symbol]
    pattern = "".join(r"\s{0,2}[/／∕⁄]\s{0,2}" if sign == "/" else sign for sign in signs)
    return re.search(rf"(?<![A-Za-z0-9/]){pattern}(?![A-Za-z0-9])(?!/[A-Za-z0-9])", text, re.IGNORECASE)
