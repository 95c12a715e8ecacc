"""Word files (.docx): paragraphs of text, tables, notes, headers, footers and text boxes, sliced out of their XML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tm.documents.docx.atoms import atoms_of, columns, trimmed
from tm.documents.docx.boxes import BOX, BOX_END, HOLE_END
from tm.documents.docx.runs import Spot
from tm.documents.docx.styles import Sheet, read_sheet, role_of
from tm.documents.passage import Passage, Stream, passage
from tm.model.document import Role
from tm.text.codes import raw

__all__ = ["passages"]

_PART = re.compile(r"(\0[^\0]*\0)")
_ROOT = re.compile(r"<w:(document|footnotes|endnotes|hdr|ftr|styles|numbering|settings)[\s>]")
_ATTRIBUTES = r"(?:[^>\"']|\"[^\"]*\"|'[^']*')*+"
_MARK = re.compile(
    rf"<(?P<slash>/?)w:(?P<name>p|tc)(?=[\s>]){_ATTRIBUTES}(?<!/)>|(?P<box>{BOX}\d+{HOLE_END})|(?P<end>{BOX_END})"
)
_END = "</w:p>"
_OLD_PROPERTIES = re.compile(r"<w:pPrChange\b|</w:pPr>")
_NOTES = frozenset({"footnotes", "endnotes"})
_MARGINS = frozenset({"hdr", "ftr"})
_STORIES = _NOTES | _MARGINS | {"document"}


def passages(text: str) -> Stream:
    """Cut the text of a Word file, as it was unpacked, into passages and what lies between them.

    The line of a passage is the number of its paragraph in the file.
    """
    parts = _PART.split(text)
    kinds = [found[1] if (found := _ROOT.search(part[:10_000])) else "" for part in parts]
    sheet = next((read_sheet(part) for part, kind in zip(parts, kinds, strict=True) if kind == "styles"), Sheet())
    stream: Stream = []
    number = 0
    for part, kind in zip(parts, kinds, strict=True):
        if kind not in _STORIES:
            stream.append(part)
            continue
        for item, count in _story(part, sheet, kind, number):
            stream.append(item)
            number = count
    return stream


def _story(xml: str, sheet: Sheet, kind: str, number: int) -> Iterator[tuple[Passage | str, int]]:
    """Yield what a part is cut into, each with the number of paragraphs up to there."""
    ordinary = Role.FOOTNOTE if kind in _NOTES else Role.PARAGRAPH
    done = at = 0
    cells = [0]
    while mark := _MARK.search(xml, at):
        at = mark.end()
        if mark["box"]:
            cells.append(0)
        elif mark["end"]:
            cells.pop()
        elif mark["name"] == "tc":
            cells[-1] += -1 if mark["slash"] else 1
        elif not mark["slash"]:
            number += 1
            end = xml.find(_END, at)
            if end < 0:
                break
            role = Role.TABLE_CELL if cells[-1] and ordinary is Role.PARAGRAPH else ordinary
            for start, item, behind in _paragraph(xml[at:end], sheet, role, number, is_ruled=kind in _MARGINS):
                yield xml[done : at + start], number
                yield item, number
                done = at + behind
            at = end
    yield xml[done:], number


def _paragraph(
    xml: str, sheet: Sheet, ordinary: Role, number: int, *, is_ruled: bool
) -> Iterator[tuple[int, Passage, int]]:
    """Make passages of what is in a paragraph, with the places where the words of each begin and end.

    Args:
        is_ruled: whether tabs set texts apart, as in headers and footers.
    """
    inside = atoms_of(xml, Spot())
    role, level = role_of(_OLD_PROPERTIES.split(inside.head, 1)[0], sheet, ordinary)
    at = len(inside.head)
    for column in columns(inside.atoms) if is_ruled else [inside.atoms]:
        words = trimmed(column)
        start = at + len(words.head)
        at += len(raw(column))
        if words.atoms:
            yield start, passage(role, words.atoms, number, level=level), at - len(words.tail)
