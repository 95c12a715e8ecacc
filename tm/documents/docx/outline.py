"""A Word document as Markdown, with the same segments, for its page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from html import unescape

from tm.documents.docx.inline_marks import as_marks
from tm.documents.docx.markup import attribute, end_of, tokens
from tm.documents.docx.shown import shown_parts
from tm.documents.docx.styles import Sheet, is_contents, number_of, read_sheet
from tm.documents.escape import escape
from tm.model.document import Block, Document, Role, Segment
from tm.text import codes

_NOTE = {"w:footnote": "", "w:endnote": "e"}
_BOXES = {"w:tbl": "table", "w:tr": "tr", "w:tc": "td"}
_SET_APART = frozenset({Role.MASTHEAD, Role.SIGNATURE, Role.PLACE_AND_DATE, Role.LIST_HEADING, Role.STATE_NAME})
"""Roles of blocks that a page sets on lines of their own."""

_BREAKS = {"w:br": "<br>", "w:cr": "<br>", "w:tab": " ", "w:ptab": " "}
_SKIPPED = frozenset({"w:rPr", "w:sectPr", "w:tblPr", "w:del", "w:moveFrom", "w:instrText", "w:drawing", "w:pict"})


@dataclass(slots=True)
class _Page:
    """Markdown as it is made.

    Attributes:
        waiting: verbatim text of the paragraph, until it is known what it stands before.
        note: the label of the note whose first paragraph is to come.
        properties: of the paragraph.
        is_begun: whether something of the paragraph is written.
        in_note: whether further paragraphs belong to a note.
        fields: of the masthead, how many are to come; until then the table that they are set in is none.
        counts: of the items of each list, by its number and level.
    """

    sheet: Sheet
    fields: int
    parts: list[Block | str] = field(default_factory=list)
    waiting: str = ""
    note: str = ""
    properties: str = ""
    is_begun: bool = False
    in_note: bool = False
    counts: dict[tuple[str, int], int] = field(default_factory=dict)

    def begin(self, prefix: str) -> None:
        """Begin the paragraph, unless it is begun, with what waits for it."""
        if not self.is_begun:
            lead = f"[^{self.note}]: " if self.note else "    " if self.in_note else ""
            self.parts.append(f"\n\n{lead}{prefix}{self.waiting.lstrip()}")
            self.note, self.is_begun = "", True
        else:
            self.parts.append(self.waiting)
        self.waiting = ""

    def end(self) -> None:
        """End the paragraph."""
        if self.waiting.replace("<br>", "").strip():
            self.begin("")
        self.waiting, self.properties, self.is_begun = "", "", False


def as_markdown(document: Document) -> Document:
    """Give a Word document as Markdown: its text, tables and notes, without pictures, headers and footers."""
    styles = next((part for part in document.parts if isinstance(part, str) and "<w:styles" in part), "")
    numbering = next((part for part in document.parts if isinstance(part, str) and "<w:numbering" in part), "")
    parts = list(shown_parts(document))
    fields = sum(isinstance(part, Block) and part.role is Role.MASTHEAD for part in parts)
    page = _Page(read_sheet(styles, numbering), fields)
    for part in parts:
        if isinstance(part, Block):
            _block(page, part)
        else:
            _verbatim(page, part)
    page.end()
    return replace(document, path=f"{document.path}.md", parts=tuple(page.parts), package=b"")


def _verbatim(page: _Page, xml: str) -> None:
    """Take in what stands between blocks: frames of tables, beginnings of paragraphs, text that nobody translates."""
    row = list(tokens(xml))
    at = 0
    while at < len(row):
        token = row[at]
        if token.name in _SKIPPED and token.step >= 0:
            at = end_of(row, at)
            continue
        if token.name == "w:pPr" and token.is_open:
            end = end_of(row, at)
            page.properties = "".join(part.raw for part in row[at:end])
            at = end
            continue
        if not token.name and (at == 0 or row[at - 1].name == "w:t"):
            page.waiting += _literal(token.raw)
        elif token.name in _BREAKS:
            page.waiting += _BREAKS[token.name]
        elif token.name == "w:p":
            page.end()
        elif token.name in _BOXES and token.step:
            _box(page, token.name, "".join(part.raw for part in row[at : at + 12]), is_open=token.is_open)
        elif token.name in _NOTE and token.is_open:
            page.note, page.in_note = _NOTE[token.name] + attribute(token.raw, "w:id"), True
        at += 1


def _literal(xml: str) -> str:
    text = unescape(xml)
    return escape(text, "x", "", Role.PARAGRAPH) if text.strip() else text


def _box(page: _Page, name: str, xml: str, *, is_open: bool) -> None:
    """Begin or end a table, a row or a cell."""
    page.end()
    if page.fields:
        return
    element = _BOXES[name]
    span = re.search(r"<w:gridSpan\s[^>]*w:val=\"(\d{1,2})\"", xml) if name == "w:tc" and is_open else None
    tag = (f'<{element} colspan="{span[1]}">' if span else f"<{element}>") if is_open else f"</{element}>"
    page.parts.append(f"\n\n{tag}\n\n")


def _block(page: _Page, block: Block) -> None:
    if block.role in _SET_APART and page.is_begun:
        page.waiting = "\n\n"
    page.begin(_prefix(page, block))
    page.fields -= block.role is Role.MASTHEAD
    pieces: list[Segment | str] = []
    for piece in block.pieces:
        if isinstance(piece, Segment):
            marks = tuple(map(as_marks, piece.codes))
            raw = codes.put_back(piece.text, marks, lambda before, text, after: escape(text, before, after, block.role))
            pieces.append(replace(piece, raw=raw, codes=marks))
        else:
            pieces.append(" " if re.sub("<[^>]*>", "", piece) or "<w:br" in piece or "<w:tab" in piece else "")
    page.parts.append(replace(block, pieces=tuple(piece for piece in pieces if piece)))


def _prefix(page: _Page, block: Block) -> str:
    if block.role is Role.HEADING and not is_contents(page.properties, page.sheet):
        return "#" * max(block.level, 1) + " "
    if block.role is Role.LIST_ITEM and not block.label:
        return "   " * (block.level - 1) + _marker(page, block.level)
    return "> " if block.role is Role.QUOTE else ""


def _marker(page: _Page, level: int) -> str:
    """Give the number of an item of a list that counts, and the bullet of another."""
    number = number_of(page.properties, page.sheet)
    if number not in page.sheet.counted:
        return "- "
    page.counts = {key: count for key, count in page.counts.items() if key[0] != number or key[1] <= level}
    count = page.counts[number, level] = page.counts.get((number, level), 0) + 1
    return f"{count}. "
