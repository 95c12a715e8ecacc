"""Markdown: CommonMark with tables, footnotes and YAML front matter, sliced by the lines of its blocks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tm.documents.inline import Labels, Mark, marks
from tm.documents.leaves import Leaf, find_leaves
from tm.documents.passage import Passage, Stream, literal_atoms, passage
from tm.model.document import Role
from tm.text.codes import Atom, Kind, line_breaks, raw

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_END = r"[ \t]*(?:\r\n|\r|\n)"
_FRONT_MATTER = re.compile(rf"---{_END}(?:[^\r\n]*(?:\r\n|\r|\n))*?(?:---|\.\.\.)(?:{_END}|[ \t]*\Z)")
_FIRST_KEY = re.compile(rf"---{_END}(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))*[\w\"'-]+[ \t]*:(?=\s)")
_ATX = re.compile(r"#{1,6}[ \t]*")
_ATTRIBUTES = re.compile(r"[ \t]\{[#.:][^{}]{0,200}\}\Z")
_LONGEST_ATTRIBUTES = 210
_MOST_WRAPPINGS = 16
"""What is wrapped deeper keeps its tags: taking a layer off costs time in proportion to the block."""

_MARKER = re.compile(r"(?:[-+*]|\d{1,9}[.)])\Z")
_CHECKBOX = re.compile(r"\[[ xX]\][ \t]+(?=\S)")


def passages(text: str) -> Stream:
    """Cut a text into passages and what lies between them; code, HTML blocks and definitions lie between."""
    front = _FRONT_MATTER.match(text) if _FIRST_KEY.match(text) else None
    begin = front.end() if front else 0
    stream: Stream = [text[:begin]] if begin else []
    done = begin
    for start, end, item in _cut(text, begin):
        if start > done:
            stream.append(text[done:start])
        stream += item
        done = end
    if done < len(text):
        stream.append(text[done:])
    return stream


def _cut(text: str, begin: int) -> Iterator[tuple[int, int, Stream]]:
    """Yield each passage-bearing slice with what becomes of it."""
    lines = [match.span() for match in _LINE.finditer(text, begin)]
    first_line = line_breaks(text[:begin]) + 1
    leaves, labels = find_leaves(text[begin:])
    for leaf in leaves:
        number = first_line + leaf.line
        for source, line in _sources(text, leaf, lines, number):
            item = _passages(source, leaf, line, labels)
            if item:
                yield source.start, source.end, item


@dataclass(frozen=True, slots=True)
class _Source:
    """Slices of a file, one a line, and their text joined by line breaks."""

    file: str
    slices: tuple[tuple[int, int], ...]
    text: str
    starts: tuple[int, ...]

    @property
    def start(self) -> int:
        return self.slices[0][0]

    @property
    def end(self) -> int:
        return self.slices[-1][1]

    def place(self, offset: int) -> int:
        """Give the offset in the file of an offset in the text; behind a line break that is the next slice."""
        line = bisect_right(self.starts, offset) - 1
        return self.slices[line][0] + offset - self.starts[line]


def _source(file: str, slices: Sequence[tuple[int, int]]) -> _Source:
    starts: list[int] = []
    offset = 0
    for start, end in slices:
        starts.append(offset)
        offset += end - start + 1
    return _Source(file, tuple(slices), "\n".join([file[start:end] for start, end in slices]), tuple(starts))


def _sources(text: str, leaf: Leaf, lines: Sequence[tuple[int, int]], number: int) -> Iterator[tuple[_Source, int]]:
    """Give the text of a leaf, or of each cell of a table, with its line."""
    slices = []
    for line, column in enumerate(leaf.columns, start=leaf.line):
        start, end = lines[line]
        body = len(text[start:end].rstrip("\r\n"))
        slices.append((min(start + column, start + body), start + body))
    if leaf.kind == "table":
        for row, (start, end) in enumerate(slices):
            if row != 1:
                yield from ((_source(text, [cell]), number + row) for cell in _cells(text, start, end))
        return
    if leaf.kind == "heading":
        slices = [_heading_slice(text, *slices[0])]
    if leaf.kind == "paragraph" and (box := _CHECKBOX.match(text, *slices[0])) and leaf.containers[-1:] == ("list",):
        slices[0] = (box.end(), slices[0][1])
    start, end = slices[-1]
    slices[-1] = (start, start + len(text[start:end].rstrip(" \t")))
    if slices[0][0] < slices[-1][1]:
        yield _source(text, slices), number


def _heading_slice(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out the hashes on both sides, and attributes as in `## Title {#anchor}`."""
    hashes = _ATX.match(text, start, end)
    begin = hashes.end() if hashes else start
    body = text[begin:end].rstrip(" \t")
    for _ in range(2):
        open_ = body.rstrip("#")
        if not open_ or open_[-1] in " \t":
            body = open_.rstrip(" \t")
        if attributes := _ATTRIBUTES.search(body, max(0, len(body) - _LONGEST_ATTRIBUTES)):
            body = body[: attributes.start()].rstrip(" \t")
    return begin, begin + len(body)


def _cells(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the slices of the cells of a table's row; a bar behind a backslash is text."""
    begin = at = start
    while at <= end:
        if at == end or text[at] == "|":
            cell = text[begin:at]
            if cell.strip(" \t"):
                yield begin + len(cell) - len(cell.lstrip(" \t")), begin + len(cell.rstrip(" \t"))
            begin = at + 1
        at += 2 if at < end and text[at] == "\\" else 1


def _passages(source: _Source, leaf: Leaf, line: int, labels: Labels) -> Stream:
    role, level = _role(leaf)
    label = leaf.marker if _MARKER.match(leaf.marker) else ""
    atoms = list(_atoms(source, marks(source.text, labels)))
    return list(_peeled(atoms, line, role, level, label))


def _role(leaf: Leaf) -> tuple[Role, int]:
    depth = leaf.containers.count("list")
    if leaf.kind in {"heading", "lheading"}:
        return Role.HEADING, leaf.level
    if leaf.kind == "table":
        return Role.TABLE_CELL, 0
    if "footnote" in leaf.containers:
        return Role.FOOTNOTE, 0
    innermost = leaf.containers[-1] if leaf.containers else ""
    if innermost == "list":
        return Role.LIST_ITEM, depth
    return (Role.QUOTE if innermost == "quote" else Role.PARAGRAPH), 0


def _atoms(source: _Source, found: Sequence[Mark]) -> Iterator[Atom]:
    """Slice the file into atoms: markup, and the literal text between."""
    done = 0
    for mark in found:
        yield from _literal(source, done, mark.start)
        slice_ = source.file[source.place(mark.start) : source.place(mark.end)]
        yield Atom(mark.kind, slice_, mark.shown, mark.meaning, mark.pair)
        done = mark.end
    yield from _literal(source, done, len(source.text))


def _literal(source: _Source, start: int, end: int) -> Iterator[Atom]:
    at = start
    for atom in literal_atoms(source.text[start:end]):
        after = at + len(atom.raw)
        slice_ = source.file[source.place(at) : source.place(after)]
        yield atom if slice_ == atom.raw else Atom(atom.kind, slice_, atom.shown, atom.meaning)
        at = after


def _peeled(atoms: list[Atom], line: int, role: Role, level: int, label: str) -> Iterator[Passage | str]:
    """Take markup that encloses a whole block out of it, so that its sentences stand without tags.

    An image that is alone in its block becomes a block of its own: its description is no sentence of a text.
    In a sentence an image stays a pair of tags, because the description belongs to the sentence's grammar.
    """
    before: list[Atom] = []
    after: list[Atom] = []
    for _ in range(_MOST_WRAPPINGS):
        wrapped = _wrapping(atoms) if atoms else None
        if wrapped is None:
            break
        first, last = wrapped
        if atoms[0].meaning == "image" and atoms[0].kind is Kind.OPEN:
            role, level = Role.IMAGE, 0
        before += atoms[:first]
        after = atoms[last:] + after
        atoms = atoms[first:last]
    head, tail = raw(before), raw(after)
    if head:
        yield head
    title = _title(atoms) if head else -1
    line += line_breaks(head)
    if title >= 0:
        yield from _trimmed(atoms[:title], line, role, level, label)
        yield atoms[title].raw
        line += line_breaks(raw(atoms[: title + 1]))
        yield from _trimmed(atoms[title + 1 :], line, Role.LINK_TITLE, 0, "")
    else:
        yield from _trimmed(atoms, line, role, level, label)
    if tail:
        yield tail


def _wrapping(atoms: Sequence[Atom]) -> tuple[int, int] | None:
    """Give the range inside a pair at both ends, or inside a comment at one; None when there is none."""
    first, last = atoms[0], atoms[-1]
    if first.kind is Kind.OPEN and last.kind is Kind.CLOSE and first.pair == last.pair:
        return 1, len(atoms) - 1
    if first.meaning == "comment" or first.is_gap:
        return 1, len(atoms)
    if last.meaning == "comment" or last.is_gap:
        return 0, len(atoms) - 1
    return None


def _title(atoms: Sequence[Atom]) -> int:
    """Find where the title of the link around these atoms follows; -1 when it has none."""
    depth = 0
    for index, atom in enumerate(atoms):
        depth += (atom.kind is Kind.OPEN) - (atom.kind is Kind.CLOSE)
        if depth == 0 and atom.meaning.endswith(" title follows"):
            return index
    return -1


def _trimmed(atoms: Sequence[Atom], line: int, role: Role, level: int, label: str) -> Iterator[Passage | str]:
    if atoms:
        yield passage(role, atoms, line, level=level, label=label)
