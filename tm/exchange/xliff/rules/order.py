"""Check the places that targets of XLIFF 2 have in their unit."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tm.exchange.xliff.names import PARTS, named
from tm.exchange.xliff.rules.problem import Problem, at


def places(unit: Element) -> Iterator[Problem]:
    """Check that places are within the unit, that no two targets have the same, and that one moved in makes room."""
    parts = list(named(unit, *PARTS))
    taken: dict[int, Element] = {}
    moved: list[tuple[int, Element]] = []
    for number, part in enumerate(parts, 1):
        for target in named(part, "target"):
            place = int(target.get("order", number))
            if place > len(parts):
                yield at(target, f'order="{place}": this unit has only {len(parts)} segments and ignorable parts')
            elif place in taken:
                yield at(target, f"two targets of this unit have the place {place}")
            taken[place] = target
            if place != number:
                moved.append((number, target))
    for number, target in moved:
        if number not in taken:
            yield at(target, f"no other target of this unit has the place {number}, from which this one is moved")
