"""Read the units of a TMX file one after the other in constant memory; pass over those that are broken."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, BinaryIO, Generic, NoReturn, TypeVar
from xml.parsers import expat

from tm import safexml
from tm.exchange.tmx.plain import Plain, find_plain, tu_of
from tm.exchange.tmx.record import Content, Defect, Inline, Tu, Tuv
from tm.model.errors import FormatError

MAX_UNIT = 8 * 2**20
"""Bytes of UTF-8 in a unit; more of them without the end of one are an attack or no TMX."""

MAX_TOKEN = 2**20
"""Bytes of a tag or a comment; a parser begins each anew with each piece of it that it gets."""

MAX_ELEMENTS = 20_000
"""Codes, properties and notes in a unit."""

_RESUME = b"<tmx><body>"
"""What is put before the rest of a file of which a unit was passed over."""

_BODY = 2
"""How many elements are open between units."""

_LONGEST = 64
"""Bytes of a boundary that may lie on both sides of the end of a piece."""

_END = re.compile(rb"</tu\s*>")

_BOUNDARY = re.compile(rb"</tu\s*>|<tu(?=[\s>])")


class _Nested(Exception):
    """A unit begins within another one: the offset of that in what the parser was fed, and its line."""

    def __init__(self, offset: int, line: int) -> None:
        super().__init__(offset)
        self.offset, self.line = offset, line


T = TypeVar("T")

Make = Callable[[Plain, int, str], T]
"""Makes of a plain unit, its line and the file's language of originals what is wanted; ValueError: ask the parser."""


def scan(stream: BinaryIO, path: str, make: Make[T] = tu_of) -> Iterator[T | Tu | Defect]:  # type: ignore[assignment]  # T is Tu by default
    """Yield the units of a file in order, and in the place of a broken one its defect.

    What is not well-formed within a unit costs this unit alone. Plain units are given as `make` makes them.

    Raises:
        FormatError: not TMX, cut off, hostile, or not well-formed outside of units; the units before were yielded.
    """
    reader = _Reader(path, make)
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
        _lost: a broken unit of which the end was not seen yet.
    """

    def __init__(self, path: str, make: Make[T]) -> None:
        self._path = path
        self._make = make
        self._units: list[T | Tu | Defect] = []
        self._handlers = _Handlers(path, self._units)
        self._held = b""
        self._idle = 0
        self._lost: Defect | None = None
        self._begin(0)

    def take(self) -> Sequence[T | Tu | Defect]:
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
        while found := find_plain(data, at):
            start, end = found.start(1), found.end()
            begin = line + data.count(b"\n", at, start)
            try:
                add(make(found.groups(), begin, source))  # type: ignore[arg-type]  # all groups take part
            except ValueError:
                break
            line = begin + data.count(b"\n", start, end)
            at = end
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
        except _Nested as nested:
            self._units.append(Defect(self._handlers.line, "a unit without </tu>"))
            rest = data[len(data) - self._fed + nested.offset :]
            self._go_on(nested.line - 1)
            return rest
        left = self._fed - max(self._parser.CurrentByteIndex, 0)
        if left > MAX_TOKEN:
            line = self._line + self._parser.CurrentLineNumber
            raise FormatError(self._path, line, f"a tag or comment is longer than {MAX_TOKEN // 2**20} MB")
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


class _Handlers:
    """What the parser calls: makes units of elements.

    Attributes:
        line: of the last unit that began.
        in_unit: whether it has not ended yet.
        source: the language of originals that the file names.
        before: what is to be added to a line of the parser.
    """

    def __init__(self, path: str, units: list[Any]) -> None:
        self._path = path
        self.source = ""
        self._units = units
        self.line = 0

    def new_parser(self, line: int) -> expat.XMLParserType:
        """Make a parser for the file or the rest of it; `line` lines are before."""
        self.before = line
        self._depth = self._elements = 0
        self._open: list[list[Content]] = []
        self._attributes: dict[str, str] = {}
        self._variant: dict[str, str] | None = None
        self._content: list[Content] = []
        self._variants: list[Tuv] = []
        self._facts: list[tuple[str, str]] = []
        self._notes: list[str] = []
        self._type: str | None = None
        self._defect: Defect | None = None
        self.in_unit = False
        self._parser = parser = safexml.new_parser(self._refuse, "utf-8")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.SkippedEntityHandler = lambda name, _: self._spoil(f"the entity &{name}; is not known")
        return parser

    @property
    def is_between(self) -> bool:
        """Whether a unit may begin here: within `tmx` and `body`."""
        return self._depth == _BODY and not self.in_unit and not self._open

    def _refuse(self, problem: str) -> NoReturn:
        raise FormatError(self._path, self.before + self._parser.CurrentLineNumber, problem)

    def _spoil(self, problem: str) -> None:
        self._defect = self._defect or Defect(self.before + self._parser.CurrentLineNumber, problem)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if len(attributes) > safexml.MAX_ATTRIBUTES:
            self._refuse(f"an element has more than {safexml.MAX_ATTRIBUTES} attributes")
        if self._open:
            node = Inline(tag, attributes, [])
            self._open[-1].append(node)
            self._collect(node.content)
        elif tag == "seg" and self._variant is not None:
            self._open.append(self._content)
            self._parser.CharacterDataHandler = self._content.append
        elif tag == "tuv" and self.in_unit:
            self._variant, self._content = attributes, []
            self._facts, self._notes = [], []
        elif tag == "tu":
            self._start_unit(attributes)
        elif tag in {"prop", "note"} and self.in_unit:
            self._type = attributes.get("type", "") if tag == "prop" else None
            self._collect([])
        else:
            self._start_other(tag, attributes)

    def _start_other(self, tag: str, attributes: dict[str, str]) -> None:
        """Go into what is no part of a unit."""
        if self._depth == 0 and tag != "tmx":
            self._refuse(f"not TMX: the outermost element is <{tag}>")
        self._depth += 1
        if self._depth > safexml.MAX_DEPTH:
            self._refuse(f"elements are nested deeper than {safexml.MAX_DEPTH}")
        if tag == "header":
            self.source = attributes.get("srclang", "")

    def _collect(self, content: list[Content]) -> None:
        self._open.append(content)
        self._elements += 1
        if self._elements > MAX_ELEMENTS:
            self._refuse(f"more than {MAX_ELEMENTS} codes, properties and notes in a unit")
        if len(self._open) > safexml.MAX_DEPTH:
            self._refuse(f"elements are nested deeper than {safexml.MAX_DEPTH}")
        self._parser.CharacterDataHandler = content.append

    def _end(self, tag: str) -> None:
        if self._open:
            content = self._open.pop()
            if self._open:
                self._parser.CharacterDataHandler = self._open[-1].append
                return
            self._parser.CharacterDataHandler = None
            if tag != "seg":
                self._tell("".join(piece for piece in content if isinstance(piece, str)))
        elif tag == "tuv" and self._variant is not None:
            self._variants.append(
                Tuv(
                    self._variant.get("xml:lang") or self._variant.get("lang", ""),
                    self._variant,
                    self._facts,
                    self._notes,
                    self._content,
                )
            )
            self._variant = None
            self._facts, self._notes = self._of_unit
        elif tag == "tu" and self.in_unit:
            self._end_unit()
        elif self._depth:
            self._depth -= 1

    def _tell(self, text: str) -> None:
        if self._type is None:
            self._notes.append(text)
        else:
            self._facts.append((self._type, text))

    def _start_unit(self, attributes: dict[str, str]) -> None:
        if self.in_unit:
            raise _Nested(self._parser.CurrentByteIndex, self.before + self._parser.CurrentLineNumber)
        self.in_unit = True
        self._elements = 0
        self.line = self.before + self._parser.CurrentLineNumber
        self._attributes, self._variant, self._defect = attributes, None, None
        self._variants = []
        self._facts, self._notes = [], []
        self._of_unit = self._facts, self._notes

    def _end_unit(self) -> None:
        self.in_unit = False
        source = self._attributes.get("srclang", self.source)
        self._units.append(self._defect or Tu(self.line, source, self._attributes, *self._of_unit, self._variants))
