"""Write a PO file anew after some of its units changed: every other byte stays."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

from tm.exchange.po.record import Entry, Form, Line, Part, PoFile, require_sound
from tm.exchange.po.render import change, render
from tm.model.unit import State, Unit

_DATE = re.compile(r'(PO-Revision-Date:[ \t]*)[^\\"]*')
GENERATOR = "Hexapla"
"""What `X-Generator` says in the files that we made."""


def with_units(base: PoFile, units: Sequence[Unit], *, now: datetime) -> bytes:
    """Give the bytes of a PO file with these units instead of those that it was read with.

    A unit that is as it was read keeps its bytes, wherever it stands now. Of a changed one only the lines change that
    say something else. Obsolete units go last, unless the file itself mixes them with others.
    The revision date changes only where a translation did, and only in files of our own making: others have a tool
    that keeps their header.

    Raises:
        FormatError: the file had problems when it was read.
    """
    require_sound(base)
    form = base.form
    if len(form.entries) != len(base.units):
        raise ValueError("the file was read without what a save needs")
    ordered = _ordered(base.units, units)
    homes = _homes(base.units, ordered)
    if homes == list(range(len(base.units))) and all(map(same, ordered, base.units)):
        return base.data
    entries = [
        render_entry(unit, form.newline) if home is None else _rewritten(base, home, unit)
        for unit, home in zip(ordered, homes, strict=True)
    ]
    header = form.header
    if header is not None and base.header.get("X-Generator", "").startswith(GENERATOR) and _retold(base.units, ordered):
        header = _dated(header, now)
    return _joined(form, header, entries, homes)


def same(one: Unit, other: Unit) -> bool:
    """Tell whether two units are equal, wherever they stand in a file."""
    return one == other or replace(one, line=0) == replace(other, line=0)


def render_entry(unit: Unit, newline: str = "\n") -> Entry:
    """Write a unit that is in no file yet, with the blank line before it."""
    return Entry(newline, render(unit, newline))


def stamp(now: datetime) -> str:
    """Write a time as PO headers do; without a zone it counts as UTC.

    >>> stamp(datetime(2022, 7, 25, 9, 30))
    '2022-07-25 09:30+0000'
    """
    return (now if now.tzinfo else now.replace(tzinfo=UTC)).strftime("%Y-%m-%d %H:%M%z")


def _ordered(old: Sequence[Unit], new: Sequence[Unit]) -> list[Unit]:
    """Put obsolete units last, unless the file that was read has them between the others."""
    ends = [unit.is_live for unit in old]
    if any(later and not earlier for earlier, later in pairwise(ends)):
        return list(new)
    return sorted(new, key=lambda unit: not unit.is_live)


def _homes(old: Sequence[Unit], new: Sequence[Unit]) -> list[int | None]:
    """Find for each unit the place of the one that it was made from: by its key, else by its line."""
    by_key = {unit.key: index for index, unit in enumerate(old)}
    homes: list[int | None] = [by_key.pop(unit.key, None) for unit in new]
    by_line = {old[index].line: index for index in by_key.values()}
    for place, unit in enumerate(new):
        if homes[place] is None and unit.line:
            homes[place] = by_line.pop(unit.line, None)
    return homes


def _rewritten(base: PoFile, home: int, unit: Unit) -> Entry:
    entry, old = base.form.entries[home], base.units[home]
    if same(unit, old):
        return entry
    return replace(entry, lines=change(entry, old, unit, base.form.newline))


def _retold(old: Sequence[Unit], new: Sequence[Unit]) -> bool:
    """Tell whether a translation came, went, or changed its words or state."""
    return _told(old) != _told(new)


def _told(units: Sequence[Unit]) -> Mapping[tuple[str | None, str], object]:
    done = (unit for unit in units if unit.state is not State.UNTRANSLATED)
    return {unit.key: (unit.state, unit.target, unit.targets) for unit in done}


def _dated(header: Entry, now: datetime) -> Entry:
    lines = [
        Line(line.part, _DATE.sub(rf"\g<1>{stamp(now)}", line.text)) if line.part is Part.TARGET else line
        for line in header.lines
    ]
    return replace(header, lines=tuple(lines))


def _joined(form: Form, header: Entry | None, entries: Sequence[Entry], homes: Sequence[int | None]) -> bytes:
    """Join the entries: two that stood next to each other keep what was between them."""
    order = list(range(len(form.entries)))
    rows = list(zip(entries, homes, strict=True))
    if header is not None:
        order.insert(form.header_at, _HEADER)
        rows.insert(min(form.header_at, len(rows)), (header, _HEADER))
    before = dict(zip(order, [_START, *order], strict=False))
    written, last = [form.mark], _START
    for entry, home in rows:
        gap = entry.gap
        if home is None or before[home] != last:
            gap = "" if last == _START else gap or form.newline
        written.append(gap + _ended(entry.text, form.newline))
        last = _NEW if home is None else home
    text = "".join(written)
    if form.tail:
        return (text + form.tail).encode()
    return (text if _ends(form, header) else text.removesuffix(form.newline)).encode()


_HEADER, _START, _NEW = -1, -2, -3
"""Places of entries that are none of the file's units."""


def _ended(text: str, newline: str) -> str:
    return text if text.endswith("\n") else text + newline


def _ends(form: Form, header: Entry | None) -> bool:
    last = form.entries[-1] if form.entries else header
    return last is None or last.text.endswith("\n")
