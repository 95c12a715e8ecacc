"""Plain text: paragraphs between blank lines, headings marked as in Markdown, numbered items on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tm.documents.numbering import begins_item
from tm.documents.passage import Passage, Stream, literal_atoms, passage
from tm.model.document import Role

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_WIDEST = 200
"""Columns; a line break behind a longer line ends a paragraph, as in text saved from a word processor."""

_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")


def passages(text: str) -> Stream:
    """Cut a text into passages and what lies between them."""
    return list(_passages(text))


def _passages(text: str) -> Iterator[Passage | str]:
    gathered: list[str] = []
    first = 1
    for number, match in enumerate(_LINE.finditer(text), start=1):
        line = match[0]
        blank = not line.strip()
        heading = _HEADING.match(line)
        if gathered and (blank or heading or begins_item(line, gathered[-1], gathered[0])):
            yield from _lines(gathered, first)
            gathered = []
        if blank:
            yield line
        elif heading:
            yield heading[0]
            yield from _paragraph(line[heading.end() :], number, Role.HEADING, len(heading[1]))
        else:
            if not gathered:
                first = number
            gathered.append(line)
    if gathered:
        yield from _lines(gathered, first)


def _lines(lines: list[str], first: int) -> Iterator[Passage | str]:
    """Make one paragraph of lines, or one of each when a line is so long that nobody wrapped them."""
    if len(lines) > 1 and any(_is_unwrapped(line) for line in lines):
        for number, line in enumerate(lines, start=first):
            yield from _paragraph(line, number)
    else:
        yield from _paragraph("".join(lines), first)


def _is_unwrapped(line: str) -> bool:
    """Tell whether a line is wider than any text is wrapped to; Chinese characters are two columns wide."""
    wide = len(line) > _WIDEST // 2 and "㐀" <= max(line) <= "\uffef"
    return len(line) > (_WIDEST // 2 if wide else _WIDEST)


def _paragraph(raw: str, line: int, role: Role = Role.PARAGRAPH, level: int = 0) -> Iterator[Passage | str]:
    body = raw.strip()
    begin = raw.index(body)
    if begin:
        yield raw[:begin]
    yield passage(role, tuple(literal_atoms(body)), line, level=level)
    if begin + len(body) < len(raw):
        yield raw[begin + len(body) :]
