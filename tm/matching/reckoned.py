"""Say whether a target has a number of its own beside a value that changes, or one that is reckoned from two values."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import permutations

from tm.matching.extras import Change, Texts
from tm.text.number import Form, Number
from tm.text.numbers import find_numbers
from tm.text.pattern import pattern
from tm.text.placeable import Kind, Placeable
from tm.text.spans import without

_BESIDE = 30
"""Characters between a value that changes and a number that may hang on it."""

_STOP = pattern(r"[.;؛。；](?!\d)")
_YEAR = range(1000, 2600)
_DATES = frozenset((Kind.DATE, Kind.YEAR))
_TIMES = frozenset((Kind.DATE, Kind.TIME))


def reckons(
    texts: Texts, changes: Sequence[Change], places: Sequence[Placeable], rest: str, alone: Sequence[Placeable]
) -> bool:
    """Say whether a number that only the target has may hang on a value that changes.

    Args:
        changes: each value of the source and what the query has in its place, also where both are equal.
        places: the values of the target that change.
        rest: the target without what its source has as well.
        alone: those of its placeables that the source has not.
    """
    kept = {value for before, after in _derived(changes) for value in _same(before, after)}
    added = [number for number in _added(texts, rest, alone) if kept.isdisjoint(number.values)]
    if any(_is_beside(number, place, texts.target) for number in added for place in places):
        return True
    if any(place.kind in _DATES for place in places) and any(_is_year(number) for number in added):
        return True
    derived = {value for before, _ in _derived(changes) for value in before} if added else set()
    return any(value in derived for number in added for value in number.quantities)


def _added(texts: Texts, rest: str, alone: Sequence[Placeable]) -> Iterator[Number]:
    """Yield the numbers of a target that the source has in no way, neither in words nor in a name."""
    mine, theirs = texts.languages
    counting = {one.start for one in alone if one.kind is Kind.NUMBER} if mine != "ar" else set()
    numbers = [one for one in find_numbers(rest, theirs) if not _is_common(one, counting)]
    if not numbers:
        return
    times = [(one.start, one.end) for one in texts.held if one.kind in _TIMES]
    read = find_numbers(without(texts.source, times), mine)
    known = {value for number in read for one in (number, *number.parts) for value in one.values}
    for number in numbers:
        if known.isdisjoint(number.values) and not any(known & part.values for part in number.parts):
            yield number


def _is_common(number: Number, counting: Container[int]) -> bool:
    """Say whether a number may stand in one language only: "one", the second, COVID-19, and a dual that Arabic has.

    Args:
        counting: where numbers in words count something.
    """
    if number.form is Form.WORDS:
        return number.loose or 1 in number.values or (2 in number.values and number.start not in counting)
    return number.loose or number.form is Form.CODE


def _is_beside(number: Number, place: Placeable, text: str) -> bool:
    gap = text[place.end : number.start] if place.end <= number.start else text[number.end : place.start]
    is_apart = place.end <= number.start or number.end <= place.start
    return is_apart and len(gap) <= _BESIDE and not _STOP.search(gap)


def _is_year(number: Number) -> bool:
    return number.form is Form.FIGURES and any(value in _YEAR for value in number.quantities)


def _same(before: Sequence[Fraction], after: Sequence[Fraction]) -> Iterator[Fraction]:
    """Yield what is reckoned before as after: the years from 2016 to 2020, and from 2021 to 2025."""
    return (value for value, new in zip(before, after, strict=True) if value == new)


def _derived(changes: Iterable[Change]) -> Iterator[tuple[list[Fraction], list[Fraction]]]:
    """Yield what is reckoned from two values, of which one changes, before and after."""
    values = [(old, new) for one, other in changes if (old := _number(one)) and (new := _number(other))]
    for (one, new_one), (other, new_other) in permutations(values[:8], 2):
        if (one, other) != (new_one, new_other):
            yield list(_reckoned(one, other)), list(_reckoned(new_one, new_other))


def _reckoned(one: Fraction, other: Fraction) -> Iterator[Fraction]:
    """Yield a sum, a difference, years from first to last, a ratio, and share and growth, rounded as well."""
    yield from (one + other, one - other, one - other + 1, one / other)
    for share in (100 * one / other, 100 * (one - other) / other):
        yield from (share, Fraction(round(share)), Fraction(round(10 * share), 10))


def _number(placeable: Placeable) -> Fraction | None:
    if isinstance(placeable.value, tuple):
        return Fraction(placeable.value[0][2])
    return Fraction(str(placeable.value)) if re.fullmatch(r"\d+(?:\.\d+)?", str(placeable.value)) else None
