"""A document as blocks of segments, and the text between them kept verbatim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a block is in its document."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    MASTHEAD = "masthead"
    SIGNATURE = "signature"
    PLACE_AND_DATE = "place-and-date"
    LIST_HEADING = "list-heading"
    LIST_ITEM = "list-item"
    STATE_NAME = "state-name"
    TABLE_CELL = "table-cell"
    QUOTE = "quote"
    FOOTNOTE = "footnote"
    IMAGE = "image"
    LINK_TITLE = "link-title"


RUNNING = frozenset({Role.PARAGRAPH, Role.LIST_ITEM, Role.QUOTE, Role.FOOTNOTE})
"""Roles of running text: their units carry no msgctxt; all other roles are their units' msgctxt."""


@dataclass(frozen=True, slots=True)
class Code:
    """Inline markup that moves with its words but is not edited.

    Attributes:
        number: of its tag, from 1 within a segment.
        raw: the opening, or only, markup exactly as in the source.
        close: the closing markup of a pair `<1>…</1>`; None for a lone `<1/>`.
        meaning: a word for the translator: "bold", "italic", "link", "code", "image", "line break", …
    """

    number: int
    raw: str
    close: str | None = None
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch that is translated as one.

    Attributes:
        text: what the translator sees: one line, inline codes as numbered tags.
        raw: the slice of the source that it stands for, verbatim.
        line: the 1-based line of the source on which it starts.
        codes: the markup behind the tags.
    """

    text: str
    raw: str
    line: int
    codes: tuple[Code, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, masthead field, list item, cell, …

    Attributes:
        pieces: its segments and, as plain strings, the white space between them, verbatim.
        level: of a heading (1 to 6) or depth of a list item (from 1); otherwise 0.
        label: numbering that stands before the segment in the verbatim text ("12.", "(a)"), for display only.
    """

    role: Role
    pieces: tuple[Segment | str, ...]
    level: int = 0
    label: str = ""

    @property
    def segments(self) -> tuple[Segment, ...]:
        return tuple(piece for piece in self.pieces if isinstance(piece, Segment))


@dataclass(frozen=True, slots=True)
class Document:
    """A source document.

    Attributes:
        name: its file name without the ending; names its PO files.
        path: of the file, relative to the project's root, with forward slashes.
        language: code of the language that it is written in.
        parts: blocks and the verbatim text between them; joined, the file's text.
        package: the file itself, where it is one of several parts (Word), and its text what is in them.
    """

    name: str
    path: str
    language: str
    parts: tuple[Block | str, ...]
    package: bytes = b""

    @property
    def blocks(self) -> tuple[Block, ...]:
        return tuple(part for part in self.parts if isinstance(part, Block))

    def segments(self) -> Iterator[tuple[Block, Segment]]:
        """Yield each segment with its block, in order."""
        for block in self.blocks:
            for segment in block.segments:
                yield block, segment
