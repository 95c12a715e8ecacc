"""Read the units of a TMX file one after the other in constant memory; pass over those that are broken."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO, Generic, TypeVar
from xml.parsers import expat

from tm import safexml
from tm.exchange.tmx.handlers import Handlers, Nested
from tm.exchange.tmx.plain import PARTS, Plain, find_plain, like, tu_of
from tm.exchange.tmx.record import Defect, Said, Tu
from tm.model.errors import FormatError

MAX_UNIT = 8 * 2**20
"""Bytes of UTF-8 in a unit; more of them without the end of one are an attack or no TMX."""

_RESUME = b"<tmx><body>"
"""What is put before the rest of a file of which a unit was passed over."""

_LONGEST = 64
"""Bytes of a boundary that may lie on both sides of the end of a piece."""

_END = re.compile(rb"</tu\s*>")

_BOUNDARY = re.compile(rb"</tu\s*>|<tu(?=[\s>])")


T = TypeVar("T")

Make = Callable[[Plain, int, str], T]
"""Makes of a plain unit, its line and the file's language of originals what is wanted; ValueError: ask the parser."""

Understand = Callable[[Tu], T]
"""Makes of a unit that was parsed what is wanted."""

HeaderTold = Callable[[Said], None]
"""Told what the header says in props and notes."""


def scan(
    stream: BinaryIO,
    path: str,
    make: Make[T] = tu_of,  # type: ignore[assignment]  # T is Tu by default
    understand: Understand[T] = lambda tu: tu,  # type: ignore[assignment,return-value]  # the same
    header: HeaderTold = lambda said: None,
) -> Iterator[T | Defect]:
    """Yield the units of a file in order, and in the place of a broken one its defect.

    What is not well-formed within a unit costs this unit alone. Plain units are given as `make` makes them, others as
    `understand` does; both are called in the order of the file.

    Raises:
        FormatError: not TMX, cut off, hostile, or not well-formed outside of units; the units before were yielded.
    """
    reader = _Reader(path, make, understand, header)
    for chunk in safexml.utf8_chunks(stream, path):
        reader.feed(chunk)
        yield from reader.take()
    reader.finish()
    yield from reader.take()


class _Reader(Generic[T]):
    """Feeds a parser, and a new one behind each unit that is not well-formed; the parser gets no plain units to see.

    Attributes:
        _line: what is to be added to a line of the parser.
        _fed: bytes given to the parser.
        _window: those of them that it may still complain about.
        _held: bytes that it was not given yet.
        _idle: bytes since the last unit ended.
        _is_between: whether a unit may begin where the parser is.
        _like: finds plain units that are made like the last one.
        _lost: a broken unit of which the end was not seen yet.
    """

    def __init__(self, path: str, make: Make[T], understand: Understand[T], header: HeaderTold) -> None:
        self._path = path
        self._make = make
        self._units: list[T | Defect] = []
        self._handlers = Handlers(path, self._units, understand, header)
        self._held = b""
        self._idle = 0
        self._like: re.Pattern[bytes] | None = None
        self._lost: Defect | None = None
        self._begin(0)

    def take(self) -> Sequence[T | Defect]:
        """Give the units read since it was last asked."""
        units = self._units[:]
        if units:
            self._units.clear()
            self._idle = 0
        return units

    def feed(self, chunk: bytes) -> None:
        """Read a piece of the file."""
        self._idle += len(chunk)
        if self._idle > MAX_UNIT:
            raise FormatError(self._path, self._handlers.line, f"no unit ends within {MAX_UNIT // 2**20} MB from here")
        data, self._held = self._held + chunk, b""
        while data:
            if self._lost:
                data = self._find_boundary(data, self._lost)
                continue
            if self._is_between:
                data = self._read_plain(data)
            end = _END.search(data)
            if not end and self._is_between and len(data) <= safexml.CHUNK:
                self._held = data
                return
            cut = end.end() if end else len(data)
            data = self._parse(data[:cut]) + data[cut:]

    def finish(self) -> None:
        """Make sure that the file ended where it should."""
        data, self._held = self._held, b""
        while data:
            data = self._find_boundary(data, self._lost) if self._lost else self._parse(data)
        try:
            self._parser.Parse(b"", True)
        except expat.ExpatError as error:
            lost = self._lost or Defect(self._line + error.lineno, "the file ends before </tmx>")
            raise FormatError(self._path, lost.line, f"{lost.problem}: it is cut off; get it whole") from None

    def _begin(self, line: int) -> None:
        self._line, self._fed, self._window = line, 0, b""
        self._is_between = False
        self._parser = self._handlers.new_parser(line)

    def _read_plain(self, data: bytes) -> bytes:
        """Take the plain units at the beginning; give the rest."""
        at, line = 0, self._line + self._parser.CurrentLineNumber
        add, make, source = self._units.append, self._make, self._handlers.source
        while found := (self._like and self._like.match(data, at)) or find_plain(data, at):
            start, end, plain = found.start(1), found.end(), found.groups()
            begin = line + data.count(b"\n", at, start)
            try:
                add(make(plain, begin, source))
            except ValueError:
                break
            line = begin + data.count(b"\n", start, end)
            at = end
            if len(plain) == PARTS:
                self._like = like(plain)
        self._line = line - self._parser.CurrentLineNumber
        self._handlers.before = self._line
        return data[at:]

    def _parse(self, piece: bytes) -> bytes:
        """Have a piece parsed; give what is to be read again, by another parser."""
        self._fed += len(piece)
        data = self._window + piece if self._window else piece
        try:
            self._parser.Parse(piece, False)
        except expat.ExpatError as error:
            at = max(len(data) - self._fed + self._parser.ErrorByteIndex, 0)
            defect = Defect(self._line + error.lineno, _sentence(error))
            if not self._handlers.in_unit:
                raise FormatError(self._path, defect.line, defect.problem) from None
            self._lost, self._line = defect, defect.line - 1
            return data[at + 1 :]
        except Nested as nested:
            self._units.append(Defect(self._handlers.line, "a unit without </tu>"))
            rest = data[len(data) - self._fed + nested.offset :]
            self._go_on(nested.line - 1)
            return rest
        left = self._fed - max(self._parser.CurrentByteIndex, 0)
        if left > safexml.MAX_TOKEN:
            line = self._line + self._parser.CurrentLineNumber
            raise FormatError(self._path, line, f"a tag or comment is longer than {safexml.MAX_TOKEN // 2**20} MB")
        self._window = data[len(data) - left :] if left else b""
        self._is_between = not left and self._handlers.is_between
        return b""

    def _find_boundary(self, data: bytes, lost: Defect) -> bytes:
        """Look for the end of a broken unit, or the next one if that comes first; give what follows."""
        found = _BOUNDARY.search(data)
        if not found:
            keep = max(len(data) - _LONGEST, 0)
            self._line += data.count(b"\n", 0, keep)
            self._held = data[keep:]
            return b""
        self._units.append(lost)
        self._lost = None
        start = found.start() if found[0].startswith(b"<tu") else found.end()
        self._go_on(self._line + data.count(b"\n", 0, start))
        return data[start:]

    def _go_on(self, line: int) -> None:
        self._begin(line)
        self._parser.Parse(_RESUME, False)
        self._fed = len(_RESUME)
        self._is_between = True


def _sentence(error: expat.ExpatError) -> str:
    return f"not well-formed XML: {expat.ErrorString(error.code)}"
