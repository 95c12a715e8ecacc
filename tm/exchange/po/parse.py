"""Read a PO file: what could be read, and the problems met; never touch it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import MappingProxyType

from tm.exchange.po.places import read_places
from tm.exchange.po.record import Entry, Form, Line, Part, PoFile, Problem, Trouble
from tm.exchange.po.scan import Draft, Scanner
from tm.model.errors import SettingsError
from tm.model.language import find_language
from tm.model.unit import State, Unit

_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?:[ \t].*)?\r?$", re.MULTILINE)
_CHARSET = re.compile(r"charset\s*=\s*([^\s;]+)", re.IGNORECASE)
_MOST_PROBLEMS = 50
"""A file that is not a PO file at all has a problem on every line: the first ones say enough."""


def read(path: Path, *, shown: str | None = None) -> PoFile:
    """Read a PO file.

    Args:
        shown: the path as the user should see it.

    Raises:
        SettingsError: the file cannot be opened.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SettingsError(f"{shown or path}: the file cannot be read: {error.strerror}") from None
    return parse(data, shown or str(path))


def parse(data: bytes, path: str, *, savable: bool = True) -> PoFile:
    """Read the bytes of a PO file; `path` is how the user knows it.

    Args:
        savable: whether it may be changed and saved: without that, a big file takes half the memory.
    """
    problems = list(_encoding(data))
    text = data.decode("utf-8", errors="replace")
    mark = _BOM if text.startswith(_BOM) else ""
    gathered = _Gathered(keeps=savable)
    scanner = Scanner(gathered.take)
    tail = scanner.read(text[len(mark) :])
    problems += list(_conflicts(text)) or scanner.problems
    if not gathered.count and not problems:
        problems.append(Problem(1, Trouble.SYNTAX, "no unit and no header in the file: delete it, and it is made anew"))
    header, units = gathered.header, tuple(gathered.units)
    fields = _fields("".join(header.forms[0])) if header else {}
    problems += _charset(header, fields)
    if not any(problem.kind is Trouble.CONFLICT for problem in problems):
        problems += _duplicates(units, header)
    return PoFile(
        path=path,
        language=_code(fields.get("Language", "")),
        source_language=_code(fields.get("X-Source-Language", "")) or "en",
        header=MappingProxyType(fields),
        comments=_notes(header.lines, Part.COMMENT) if header else (),
        units=units,
        problems=tuple(sorted(problems, key=lambda problem: problem.line)[:_MOST_PROBLEMS]),
        data=data,
        form=Form(
            entries=tuple(gathered.entries),
            header=header.entry() if header else None,
            header_at=gathered.header_at,
            tail=tail,
            newline="\r\n" if text.partition("\n")[0].endswith("\r") else "\n",
            mark=mark,
        ),
    )


class _Gathered:
    """What the entries of a file are: units, each with the bytes that it stands in, and the header."""

    def __init__(self, *, keeps: bool) -> None:
        self.keeps = keeps
        self.units: list[Unit] = []
        self.entries: list[Entry] = []
        self.header: Draft | None = None
        self.header_at = 0
        self.count = 0

    def take(self, draft: Draft) -> None:
        self.count += 1
        if draft.broken:
            return
        if self.header is None and _is_header(draft):
            self.header, self.header_at = draft, len(self.units)
            return
        self.units.append(_unit(draft))
        if self.keeps:
            self.entries.append(draft.entry())


def _is_header(draft: Draft) -> bool:
    source = draft.texts[Part.SOURCE]
    return not "".join(source) and Part.CONTEXT not in draft.texts and not draft.obsolete


def _fields(header: str) -> dict[str, str]:
    pairs = (line.partition(":") for line in header.split("\n"))
    return {name.strip(): value.strip() for name, colon, value in pairs if colon}


def _code(named: str) -> str:
    """Give our code for a language; the file's own words where it is none of ours, so that nothing takes it for one."""
    try:
        return find_language(named).code
    except SettingsError:
        return named


def _encoding(data: bytes) -> Iterator[Problem]:
    nul = data.find(b"\0")
    if nul >= 0:
        line = data.count(b"\n", 0, nul) + 1
        yield Problem(
            line, Trouble.ENCODING, "a NUL byte: the file is damaged or not UTF-8; bring back a whole copy of it"
        )
        return
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        yield Problem(line, Trouble.ENCODING, f"not UTF-8 (byte 0x{data[error.start]:02X}): convert it with {_CONVERT}")


_CONVERT = "msgconv -t UTF-8"


def _charset(header: Draft | None, fields: dict[str, str]) -> Iterator[Problem]:
    found = _CHARSET.search(fields.get("Content-Type", ""))
    if header is not None and found and found[1].casefold() not in {"utf-8", "utf8"}:
        lines = enumerate(header.lines, header.start)
        here = (number for number, line in lines if line.part is Part.TARGET and _CHARSET.search(line.text))
        message = f"the header says charset={found[1]}: convert the file with {_CONVERT}"
        yield Problem(next(here, header.start), Trouble.ENCODING, message)


def _conflicts(text: str) -> Iterator[Problem]:
    for found in _CONFLICT.finditer(text):
        number = text.count("\n", 0, found.start()) + 1
        yield Problem(number, Trouble.CONFLICT, f"a conflict mark of git ({found[0][:7]}): resolve the conflict first")
        return  # the marks that follow belong to it


def _duplicates(units: Sequence[Unit], header: Draft | None) -> Iterator[Problem]:
    seen: dict[tuple[str | None, str], int] = {(None, ""): header.source_line} if header else {}
    for unit in units:
        first = seen.setdefault(unit.key, unit.line)
        if first != unit.line:
            message = f"the same msgid and msgctxt stand on line {first}: keep one of the two units"
            yield Problem(unit.line, Trouble.DUPLICATE, message)


def _unit(draft: Draft) -> Unit:
    flags = _flags(draft.lines)
    targets = tuple(map("".join, draft.forms))
    extracted = list(_notes(draft.lines, Part.EXTRACTED))
    role, origin = _named(extracted, "role: "), _named(extracted, "tm: ")
    plural = draft.texts.get(Part.PLURAL)
    state = State.TRANSLATED
    if draft.obsolete:
        state = State.OBSOLETE
    elif not any(targets):
        state = State.UNTRANSLATED
    elif "fuzzy" in flags:
        state = State.FUZZY
    return Unit(
        source="".join(draft.texts[Part.SOURCE]),
        target=targets[0],
        context=_joined(draft.texts.get(Part.CONTEXT)),
        state=state,
        role=role,
        places=read_places(line.text for line in draft.lines if line.part is Part.REFERENCE),
        notes=tuple(extracted),
        origin=origin,
        comments=_notes(draft.lines, Part.COMMENT),
        flags=tuple(flag for flag in flags if flag != "fuzzy" or draft.obsolete),
        previous=_joined(draft.previous.get(Part.SOURCE)),
        previous_context=_joined(draft.previous.get(Part.CONTEXT)),
        source_plural=_joined(plural),
        targets=targets if plural is not None else (),
        line=draft.source_line,
    )


def _joined(pieces: list[str] | None) -> str | None:
    return None if pieces is None else "".join(pieces)


def _notes(lines: Sequence[Line], part: Part) -> tuple[str, ...]:
    return tuple(note(line.text, part) for line in lines if line.part is part)


def note(line: str, part: Part) -> str:
    """Give what a comment line says, without its mark, the one space after it, and the one that guards a backslash."""
    mark = 2 if part is Part.EXTRACTED else 1
    text = line.lstrip(" \t").rstrip("\n").removesuffix("\r")[mark:].removeprefix(" ")
    return text.removesuffix(" ") if text.rstrip(" ").endswith("\\") else text


def _named(notes: list[str], name: str) -> str:
    """Take the first note with this name out of the list; give what it says."""
    for index, one in enumerate(notes):
        if one.startswith(name):
            del notes[index]
            return one.removeprefix(name)
    return ""


def _flags(lines: Sequence[Line]) -> tuple[str, ...]:
    written = (line.text.strip()[2:] for line in lines if line.part is Part.FLAG)
    flags = (flag.strip() for one in written for flag in one.split(","))
    return tuple(dict.fromkeys(flag for flag in flags if flag))
