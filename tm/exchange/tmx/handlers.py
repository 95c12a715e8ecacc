"""Make units of the elements that an XML parser meets in a TMX file, and refuse what is hostile."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn
from xml.parsers import expat

from tm import safexml
from tm.exchange.tmx.plain import said_as
from tm.exchange.tmx.record import ENCODING, Content, Defect, Inline, Said, Tu, Tuv
from tm.model.errors import FormatError

MAX_ELEMENTS = 20_000
"""Codes, properties and notes in a unit, or in the header."""

_BODY = 2
"""How many elements are open between units."""


class Nested(Exception):
    """A unit begins within another one: the offset of that in what the parser was fed, and its line."""

    def __init__(self, offset: int, line: int) -> None:
        super().__init__(offset)
        self.offset, self.line = offset, line


class Handlers:
    """What the parser calls: makes units of elements.

    Attributes:
        line: of the last unit that began.
        in_unit: whether it has not ended yet.
        source: the language of originals that the file names.
        before: what is to be added to a line of the parser.
    """

    def __init__(
        self, path: str, units: list[Any], understand: Callable[[Tu], object], header: Callable[[Said], None]
    ) -> None:
        self._path = path
        self._understand = understand
        self._header = header
        self._is_in_header = False
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
        self._said: list[Said] = []
        self._of_unit = self._said
        self._saying: dict[str, str] = {}
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
            self._said = []
        elif tag == "tu":
            self._start_unit(attributes)
        elif tag in {"prop", "note"} and (self.in_unit or self._is_in_header):
            self._saying = attributes
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
            self._is_in_header, self._elements = True, 0
            self.source = attributes.get("srclang", "")
        elif tag == "ude" and self._is_in_header:
            self._header((ENCODING, attributes.get("name", ""), "", ""))

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
                said = said_as(tag, self._saying, "".join(piece for piece in content if isinstance(piece, str)))
                (self._said.append if self.in_unit else self._header)(said)
        elif tag == "tuv" and self._variant is not None:
            self._variants.append(
                Tuv(
                    self._variant.get("xml:lang") or self._variant.get("lang", ""),
                    self._variant,
                    self._said,
                    self._content,
                )
            )
            self._variant = None
            self._said = self._of_unit
        elif tag == "tu" and self.in_unit:
            self._end_unit()
        elif self._depth:
            self._depth -= 1
            self._is_in_header = self._is_in_header and tag != "header"

    def _start_unit(self, attributes: dict[str, str]) -> None:
        if self.in_unit:
            raise Nested(self._parser.CurrentByteIndex, self.before + self._parser.CurrentLineNumber)
        self.in_unit = True
        self._elements = 0
        self.line = self.before + self._parser.CurrentLineNumber
        self._attributes, self._variant, self._defect = attributes, None, None
        self._variants = []
        self._said = self._of_unit = []

    def _end_unit(self) -> None:
        self.in_unit = False
        source = self._attributes.get("srclang", self.source)
        unit = Tu(self.line, source, self._attributes, self._of_unit, self._variants)
        self._units.append(self._defect or self._understand(unit))
