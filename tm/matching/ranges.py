"""Part ranges of dates with a year each, which a translation may have apart: entre el 1 … y el 30 de junio de 2020."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tm.text.placeable import Kind, Placeable


def parted(placeables: Sequence[Placeable]) -> tuple[Placeable, ...]:
    """Give the placeables, each date with a year of its own apart from others.

    >>> from tm.text.placeables import find_placeables
    >>> [date.value for date in parted(find_placeables("from 1 July 2019 to 30 June 2020", "en"))]
    [((1, 7, 2019),), ((30, 6, 2020),)]
    """
    return tuple(part for placeable in placeables for part in _parts(placeable))


def say_dates_alike(one: Sequence[Placeable], other: Sequence[Placeable]) -> bool:
    """Say whether a text has as many dates in each of its ranges as its translation."""
    return _sizes(one) == _sizes(other)


def _sizes(placeables: Sequence[Placeable]) -> list[int]:
    return sorted(len(p.value) for p in placeables if p.kind is Kind.DATE and isinstance(p.value, tuple))


def _parts(date: Placeable) -> Iterator[Placeable]:
    years = [slot.days for slot in date.slots if slot.part == 2]
    if not isinstance(date.value, tuple) or len(years) < 2:
        yield date
        return
    for days in years:
        slots = tuple(
            replace(slot, days=tuple(days.index(day) for day in slot.days))
            for slot in date.slots
            if set(slot.days) <= set(days)
        )
        value = tuple(date.value[day] for day in days)
        yield replace(date, start=slots[0].start, end=slots[-1].end, value=value, slots=slots)
