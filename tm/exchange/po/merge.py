"""Merge the units of a PO file that two changed at once: theirs, on disk, and ours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tm.exchange.po.record import PoFile
from tm.exchange.po.write import same
from tm.model.errors import ConflictError
from tm.model.unit import Unit

Key = tuple[str | None, str]

_OF_THE_DOCUMENT = ("source_plural", "role", "places", "notes")
_OF_THE_TRANSLATOR = (
    "target", "targets", "state", "origin", "comments", "flags", "previous", "previous_context",
)  # fmt: skip


def merge(base: PoFile, units: Sequence[Unit], theirs: PoFile) -> list[Unit]:
    """Give all units as both changed them.

    In one unit, too, what the document says of it (places, notes) and what translators write may change apart.

    Raises:
        ConflictError: both changed the same in different ways; names the line in the file on disk.
    """
    old = {unit.key: unit for unit in base.units}
    ours = {unit.key: unit for unit in units}
    disk = {unit.key: unit for unit in theirs.units}
    merged: dict[Key, Unit] = {}
    for key in dict.fromkeys((*disk, *ours)):
        unit = _merge_unit(old.get(key), ours.get(key), disk.get(key), theirs.path)
        if unit is not None:
            merged[key] = replace(unit, line=disk[key].line if key in disk else 0)
    return [merged[key] for key in _order(old, ours, disk) if key in merged]


def _merge_unit(old: Unit | None, our: Unit | None, their: Unit | None, path: str) -> Unit | None:
    if _equal(our, old):
        return their
    if _equal(their, old) or _equal(our, their):
        return our
    if our is None or their is None or old is None:
        raise _conflict(path, our, their)
    result = our
    for group in (_OF_THE_DOCUMENT, _OF_THE_TRANSLATOR):
        ours, theirs, before = (tuple(getattr(unit, name) for name in group) for unit in (our, their, old))
        if ours == before:
            result = replace(result, **dict(zip(group, theirs, strict=True)))
        elif theirs not in (before, ours):
            raise _conflict(path, our, their)
    return result


def _equal(one: Unit | None, other: Unit | None) -> bool:
    if one is None or other is None:
        return one is other
    return same(one, other)


def _conflict(path: str, our: Unit | None, their: Unit | None) -> ConflictError:
    unit = their or our
    source = unit.source if unit else ""
    shown = source if len(source) <= 60 else source[:59] + "…"
    line = their.line if their else 0
    where = f"{path}:{line}" if line else path
    return ConflictError(
        f"{where}: this unit was changed meanwhile by somebody else, and in another way: nothing was written; "
        f"run the command again ({shown!r})"
    )


def _order(old: Iterable[Key], ours: Mapping[Key, Unit], disk: Mapping[Key, Unit]) -> list[Key]:
    """Keep our order where we moved units, else theirs; what only the other has follows what it stood behind."""
    kept = [key for key in old if key in ours]
    moved = kept != [key for key in ours if key in set(kept)]
    first, second = (ours, disk) if moved else (disk, ours)
    after: dict[Key | None, list[Key]] = {}
    last: Key | None = None
    for key in second:
        if key not in first:
            after.setdefault(last, []).append(key)
        else:
            last = key
    result = list(after.get(None, ()))
    for key in first:
        result += [key, *after.get(key, ())]
    return result
