"""The numbers that other checks look at: of paragraphs, notes, resolutions and agenda items."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tm.checks.leading import first_number, leading_number
from tm.text.agenda_items import Item, find_agenda_items
from tm.text.dated_acts import DatedAct, find_dated_acts
from tm.text.symbols import Symbol, find_acts

_NOTE = re.compile(r"[\[［【〔]\s?\d{1,3}(?:\s?[,;،，、–-]\s?\d{1,3}){0,20}\s?[\]］】〕]")

Span = tuple[int, int]
Spans = tuple[Span, ...]


def others_marks(source: str, target: str, source_language: str, target_language: str) -> tuple[Spans, Spans]:
    """Give the places in both plain texts of numbers that `number` leaves to other checks."""
    left: list[Span] = []
    right: list[Span] = []
    if "/" in source and find_acts(source):
        left += _spans(find_acts(source, named=False))
        right += _spans(find_acts(target, named=False))
    if "(" in source and find_dated_acts(source):
        left += _spans(find_dated_acts(source, named=False))
        right += _spans(find_dated_acts(target, named=False))
    if number := leading_number(source):
        left.append((number.start, number.end))
        if first := first_number(target):
            right.append((first.start, first.end))
    if "[" in source:
        left += [match.span() for match in _NOTE.finditer(source)]
        right += [match.span() for match in _NOTE.finditer(target)]
    theirs = find_agenda_items(source, source_language)
    ours = find_agenda_items(target, target_language) if theirs else ()
    if theirs and ours:
        left += _spans(theirs)
        right += _spans(ours)
    return _apart(left), _apart(right)


def _spans(marks: Sequence[Symbol | DatedAct | Item]) -> list[Span]:
    return [(mark.start, mark.end) for mark in marks]


def _apart(spans: list[Span]) -> Spans:
    """Leave out what lies over another, as places are looked up among spans that do not overlap."""
    found: list[Span] = []
    for span in sorted(spans):
        if not found or span[0] >= found[-1][1]:
            found.append(span)
    return tuple(found)
