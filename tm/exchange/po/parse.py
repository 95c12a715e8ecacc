"""Read a PO file: what could be read, and the problems met; never touch it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from tm.exchange.po.plain import Plain, entry_of, unit_of
from tm.exchange.po.record import Entry, Form, Part, PoFile, Problem, Trouble
from tm.exchange.po.remarks import read_remarks
from tm.exchange.po.scan import Draft, Scanner
from tm.exchange.po.strings import BadEscapeError
from tm.model.circles import no_circles
from tm.model.errors import SettingsError
from tm.model.language import find_language
from tm.model.unit import State, Unit

_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?:[ \t].*)?\r?$", re.MULTILINE)
_CHARSET = re.compile(r"charset\s*=\s*([^\s;]+)", re.IGNORECASE)
_MOST_PROBLEMS = 50
"""A file that is not a PO file at all has a problem on every line: the first ones say enough."""


def read(path: Path, *, shown: str | None = None, savable: bool = True) -> PoFile:
    """Read a PO file.

    Args:
        shown: the path as the user should see it.
        savable: as of `parse`.

    Raises:
        SettingsError: the file cannot be opened.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SettingsError(f"{shown or path}: the file cannot be read: {error.strerror}") from None
    return parse(data, shown or str(path), savable=savable)


@no_circles()
def parse(data: bytes, path: str, *, savable: bool = True) -> PoFile:
    """Read the bytes of a PO file; `path` is how the user knows it.

    Args:
        savable: whether it may be changed and saved: without that, a big file takes half the memory.
    """
    text, problems = _decode(data)
    mark = _BOM if text.startswith(_BOM) else ""
    gathered = _Gathered(keeps=savable)
    scanner = Scanner(gathered.take, gathered.take_plain)
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
        comments=read_remarks(header.lines).comments if header else (),
        units=units,
        problems=_told(problems),
        data=data if savable else b"",
        form=Form(
            entries=tuple(gathered.entries),
            header=header.entry() if header else None,
            header_at=gathered.header_at,
            tail=tail,
            newline="\r\n" if text.partition("\n")[0].endswith("\r") else "\n",
            mark=mark,
        ),
    )


def _told(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Give the first problems by their lines; the last of them says how many more there are."""
    told = sorted(problems, key=lambda problem: problem.line)
    if len(told) <= _MOST_PROBLEMS:
        return tuple(told)
    last = told[_MOST_PROBLEMS - 1]
    more = f"{last.message}; {len(told) - _MOST_PROBLEMS} more are told when these are mended"
    return (*told[: _MOST_PROBLEMS - 1], replace(last, message=more))


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

    def take_plain(self, plain: Plain, before: int) -> bool:
        try:
            self.units.append(unit_of(plain, before))
        except BadEscapeError:
            return False
        self.count += 1
        if self.keeps:
            self.entries.append(entry_of(plain, before))
        return True


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


def _decode(data: bytes) -> tuple[str, list[Problem]]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "", [Problem(1, Trouble.ENCODING, "the file is in UTF-16: save it as UTF-8")]
    nul = data.find(b"\0")
    if nul >= 0:
        said = "a NUL byte: the file is damaged or not UTF-8; bring back a whole copy of it"
        return data.decode(errors="replace"), [_misencoded(data, nul, said)]
    try:
        return data.decode(), []
    except UnicodeDecodeError as error:
        said = f"not UTF-8 (byte 0x{data[error.start]:02X}): convert it with {_CONVERT}"
        return data.decode(errors="replace"), [_misencoded(data, error.start, said)]


def _misencoded(data: bytes, at: int, message: str) -> Problem:
    return Problem(data.count(b"\n", 0, at) + 1, Trouble.ENCODING, message)


_CONVERT = "msgconv -t UTF-8"


def _charset(header: Draft | None, fields: dict[str, str]) -> Iterator[Problem]:
    found = _CHARSET.search(fields.get("Content-Type", ""))
    if header is not None and found and found[1].casefold() not in {"utf-8", "utf8"}:
        lines = enumerate(header.lines, header.start)
        here = (number for number, line in lines if line.part is Part.TARGET and _CHARSET.search(line.text))
        message = f"the header says charset={found[1]}: convert the file with {_CONVERT}"
        yield Problem(next(here, header.start), Trouble.ENCODING, message)


def _conflicts(text: str) -> Iterator[Problem]:
    if not any(7 * mark in text for mark in "<=>|"):  # to look for them at the beginnings of lines takes much longer
        return
    for found in _CONFLICT.finditer(text):
        number = text.count("\n", 0, found.start()) + 1
        yield Problem(number, Trouble.CONFLICT, f"a conflict mark of git ({found[0][:7]}): resolve the conflict first")
        return  # the marks that follow belong to it


def _duplicates(units: Sequence[Unit], header: Draft | None) -> Iterator[Problem]:
    seen: dict[tuple[str | None, str], int] = {(None, ""): header.source_line} if header else {}
    for unit in units:
        first = seen.setdefault((unit.context, unit.source), unit.line)
        if first != unit.line:
            message = f"the same msgid and msgctxt stand on line {first}: keep one of the two units"
            yield Problem(unit.line, Trouble.DUPLICATE, message)


def _unit(draft: Draft) -> Unit:
    says = read_remarks(draft.lines)
    targets = tuple(map("".join, draft.forms))
    plural = draft.texts.get(Part.PLURAL)
    state = State.TRANSLATED
    if draft.obsolete:
        state = State.OBSOLETE
    elif not any(targets):
        state = State.UNTRANSLATED
    elif "fuzzy" in says.flags:
        state = State.FUZZY
    return Unit(
        source="".join(draft.texts[Part.SOURCE]),
        target=targets[0],
        context=_joined(draft.texts.get(Part.CONTEXT)),
        state=state,
        role=says.role,
        places=says.places,
        notes=says.notes,
        origin=says.origin,
        comments=says.comments,
        flags=tuple(flag for flag in says.flags if flag != "fuzzy" or draft.obsolete),
        previous=_joined(draft.previous.get(Part.SOURCE)),
        previous_context=_joined(draft.previous.get(Part.CONTEXT)),
        source_plural=_joined(plural),
        targets=targets if plural is not None else (),
        line=draft.source_line,
    )


def _joined(pieces: list[str] | None) -> str | None:
    return None if pieces is None else "".join(pieces)
