"""Say whether a target has of its own what may hang on the values that change: a weekday, a second matrix, (16k)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tm.text.placeable import NUMERIC, Kind, Placeable, Value

Change = tuple[Placeable, Placeable]
"""A placeable of the remembered source, and what the query has in its place."""


@dataclass(frozen=True, slots=True)
class Texts:
    """A source and its translation, with what may be replaced in each; and their languages."""

    source: str
    target: str
    held: Sequence[Placeable]
    there: Sequence[Placeable]
    languages: tuple[str, str]


def family(kind: Kind) -> object:
    """Give what kinds may stand for one another between languages: any number, or the kind itself."""
    return "number" if kind in NUMERIC else kind


def hang_on(changes: Sequence[Change], held: Sequence[Placeable], there: Sequence[Placeable]) -> bool:
    """Say whether what only the target has would be wrong, or could be, beside the new values.

    Args:
        changes: what differs.
        held, there: all placeables of the remembered source and of its target.
    """
    beyond = _counted(there) - _counted(held)
    if any((family(new.kind), new.value) in beyond for _, new in changes):
        return True
    if any(old.kind is Kind.DATE for old, _ in changes) and not _say_dates_alike(held, there):
        return True
    names = [str(value) for kind, value in beyond if kind is Kind.CODE]
    return any(stands_alone(str(old.value), "", name) for old, _ in changes for name in names)


def stands_alone(value: str, source: str, target: str) -> bool:
    """Say whether what is no placeable has a number in the target, and not in the source: 16 Kai (16k).

    >>> stands_alone("16", " sheets", " feuilles (16k)"), stands_alone("6", "", "(16k)")
    (True, False)
    """
    if not value.isdecimal() or value not in target:
        return False
    number = re.compile(rf"(?<!\d){value}(?!\d)")
    return len(number.findall(target)) > len(number.findall(source))


def _counted(placeables: Iterable[Placeable]) -> Counter[tuple[object, Value]]:
    return Counter((family(placeable.kind), placeable.value) for placeable in placeables)


def _say_dates_alike(held: Sequence[Placeable], there: Sequence[Placeable]) -> bool:
    """Say whether a target has no date twice, as for early and mid-January, and no day of the week of its own."""
    mine, theirs = (Counter(placeable.kind for placeable in placeables) for placeables in (held, there))
    return mine[Kind.DATE] == theirs[Kind.DATE] and theirs[Kind.WEEKDAY] in {0, mine[Kind.WEEKDAY]}
