"""What a PO file is once read: its header, its units, its problems, and the bytes that each of them stands in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from tm.model.errors import FormatError
from tm.model.unit import Unit


class Part(IntEnum):
    """What a line of an entry belongs to, in the order in which gettext writes them."""

    COMMENT = 0
    EXTRACTED = 1
    REFERENCE = 2
    FLAG = 3
    PREVIOUS = 4
    CONTEXT = 5
    SOURCE = 6
    PLURAL = 7
    TARGET = 8
    BLANK = 9


MESSAGE = frozenset({Part.CONTEXT, Part.SOURCE, Part.PLURAL, Part.TARGET})
"""The parts that carry `#~` in an obsolete entry."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a PO file, verbatim with its line ending."""

    part: Part
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """The lines of one unit or of the header.

    Attributes:
        gap: the blank lines before it, verbatim.
        start: 1-based number of its first line after the gap.
    """

    gap: str
    lines: tuple[Line, ...]
    start: int = 0

    @property
    def text(self) -> str:
        return "".join(line.text for line in self.lines)


class Trouble(StrEnum):
    """The kinds of problems that a PO file can have."""

    SYNTAX = "syntax"
    DUPLICATE = "duplicate"
    ENCODING = "encoding"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Problem:
    """Trouble in a file: on which 1-based line, of what kind, and what to do, without a final stop."""

    line: int
    kind: Trouble
    message: str


@dataclass(frozen=True, slots=True)
class Form:
    """How the bytes of a file are made up.

    Attributes:
        entries: one for each unit, in order.
        header: the entry of the header; None when there is none.
        header_at: how many units stand before it.
        tail: what follows the last entry, verbatim.
        newline: the line ending of the file.
        mark: the byte order mark, or nothing.
    """

    entries: tuple[Entry, ...] = ()
    header: Entry | None = None
    header_at: int = 0
    tail: str = ""
    newline: str = "\n"
    mark: str = ""


@dataclass(frozen=True, slots=True)
class PoFile:
    """A PO file as it was read.

    Attributes:
        path: as the user sees it.
        language: code of one of the six languages; the header's own words when it is none of them; "" without any.
        source_language: likewise, from `X-Source-Language`; "en" where the header does not say.
        header: the fields of the header, in order.
        comments: the comment lines above the header.
        units: in the order of the file, obsolete ones included.
        problems: by line; only a file without any is safe to change.
        data: the bytes as read; none where it was not read to be saved.
    """

    path: str
    language: str
    source_language: str
    header: Mapping[str, str]
    comments: tuple[str, ...]
    units: tuple[Unit, ...]
    problems: tuple[Problem, ...]
    data: bytes = field(repr=False)
    form: Form = field(repr=False)


def require_sound(file: PoFile) -> PoFile:
    """Give the file back if it has no problem.

    Raises:
        FormatError: the first of its problems.
    """
    for problem in file.problems:
        raise FormatError(file.path, problem.line, problem.message)
    return file
