"""Write a unit as lines of a PO file, keeping of its old lines all that still hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from tm.exchange.po.places import write_places
from tm.exchange.po.record import MESSAGE, Entry, Line, Part
from tm.exchange.po.remarks import note
from tm.exchange.po.strings import guard
from tm.exchange.po.wrap import quoted
from tm.model.unit import State, Unit


def render(unit: Unit, newline: str = "\n") -> tuple[Line, ...]:
    """Write a whole unit as gettext does."""
    return tuple(Line(part, text + newline) for part in Part for text in _lines(unit, part))


def change(entry: Entry, old: Unit, new: Unit, newline: str) -> tuple[Line, ...]:
    """Write a changed unit: a part of it that says the same keeps its lines to the byte."""
    kept: dict[Part, list[Line]] = {part: [] for part in Part}
    first: dict[Part, int] = {}
    for index, line in enumerate(entry.lines):
        kept[line.part].append(line)
        first.setdefault(line.part, index)
    stays = {part for part in Part if _same(old, new, part)}
    rewritten = {part: _rewrite(kept[part], part, new, newline) for part in Part if part not in stays}
    lines: list[Line] = []
    done: set[Part] = set()
    for line in entry.lines:
        # A part that the entry did not have goes before the first line of a later part.
        for part in sorted(rewritten.keys() - done):
            if part == line.part or (part < line.part and part not in first):
                lines += rewritten[part]
                done.add(part)
        if line.part in stays:
            lines.append(line)
    for part in sorted(rewritten.keys() - done):
        lines += rewritten[part]
    return _closed(lines, newline)


def _closed(lines: Sequence[Line], newline: str) -> tuple[Line, ...]:
    """Give every line an ending: the last one of a file may have had none."""
    return tuple(line if line.text.endswith("\n") else Line(line.part, line.text + newline) for line in lines)


def _rewrite(lines: Sequence[Line], part: Part, unit: Unit, newline: str) -> list[Line]:
    texts = list(_lines(unit, part))
    if part not in {Part.COMMENT, Part.EXTRACTED}:
        return [Line(part, text + newline) for text in texts]
    old, new = [note(line.text, part) for line in lines], [note(text, part) for text in texts]
    result: list[Line] = []
    for operation, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if operation == "equal":
            result += lines[start:end]
        else:
            result += [Line(part, text + newline) for text in texts[new_start:new_end]]
    return result


def _same(old: Unit, new: Unit, part: Part) -> bool:
    """Tell whether two units say the same in this part."""
    if part in MESSAGE | {Part.PREVIOUS} and old.is_live != new.is_live and _has(old, part):
        return False
    return _FIELDS[part](old) == _FIELDS[part](new)


def _has(unit: Unit, part: Part) -> bool:
    if part is Part.PREVIOUS:
        return unit.previous is not None or unit.previous_context is not None
    return True


def _is_fuzzy(unit: Unit) -> bool:
    return unit.state is State.FUZZY or (unit.state is State.OBSOLETE and "fuzzy" in unit.flags)


def _flags(unit: Unit) -> tuple[str, ...]:
    others = tuple(flag for flag in unit.flags if flag != "fuzzy")
    return ("fuzzy", *others) if _is_fuzzy(unit) else others


def _extracted(unit: Unit) -> tuple[str, ...]:
    role = (f"role: {unit.role}",) if unit.role else ()
    origin = (f"tm: {unit.origin}",) if unit.origin else ()
    return (*role, *unit.notes, *origin)


def _targets(unit: Unit) -> tuple[str, ...]:
    """Give the plural forms: the first of them is `target`, whichever of the two was changed last."""
    if unit.source_plural is None:
        return (unit.target,)
    return unit.targets or (unit.target,)


_FIELDS: Mapping[Part, Callable[[Unit], object]] = {
    Part.COMMENT: lambda unit: unit.comments,
    Part.EXTRACTED: lambda unit: (unit.role, unit.notes, unit.origin),
    Part.REFERENCE: lambda unit: unit.places,
    Part.FLAG: _flags,
    Part.PREVIOUS: lambda unit: (unit.previous_context, unit.previous),
    Part.CONTEXT: lambda unit: unit.context,
    Part.SOURCE: lambda unit: unit.source,
    Part.PLURAL: lambda unit: unit.source_plural,
    Part.TARGET: lambda unit: (unit.source_plural is None, _targets(unit)),
    Part.BLANK: lambda _: None,
}


def _lines(unit: Unit, part: Part) -> Iterator[str]:
    match part:
        case Part.COMMENT:
            yield from _comment("#", unit.comments)
        case Part.EXTRACTED:
            yield from _comment("#.", _extracted(unit))
        case Part.REFERENCE:
            yield from write_places(unit.places)
        case Part.FLAG:
            if flags := _flags(unit):
                yield f"#, {', '.join(flags)}"
        case _:
            for lead, text in _texts(unit, part):
                if text is not None:
                    yield from quoted(text, lead, wrap="no-wrap" not in unit.flags)


def _texts(unit: Unit, part: Part) -> Iterator[tuple[str, str | None]]:
    """Yield the keywords of a part, with `#~` or `#|` where they need it, and their texts."""
    dead = "" if unit.is_live else "#~ "
    match part:
        case Part.PREVIOUS:
            old = "#| " if unit.is_live else "#~| "
            # gettext refuses an old msgctxt without an old msgid.
            yield old + "msgctxt", None if unit.previous is None else unit.previous_context
            yield old + "msgid", unit.previous
        case Part.CONTEXT:
            yield dead + "msgctxt", unit.context
        case Part.SOURCE:
            yield dead + "msgid", unit.source
        case Part.PLURAL:
            yield dead + "msgid_plural", unit.source_plural
        case Part.TARGET if unit.source_plural is None:
            yield dead + "msgstr", unit.target
        case Part.TARGET:
            yield from ((f"{dead}msgstr[{index}]", target) for index, target in enumerate(_targets(unit)))
        case _:
            return


def _comment(mark: str, notes: Sequence[str]) -> Iterator[str]:
    for one in notes:
        for line in one.replace("\r", "").split("\n"):
            yield guard(f"{mark} {line}" if line else mark)
