"""A passage: what a format has cut out of a file as one block, before its role and its sentences are known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from tm.model.document import Role
from tm.text import codes
from tm.text.codes import Atom, Kind


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading, cell, … as atoms.

    Attributes:
        atoms: joined, their raw text is the passage's slice of the file; it begins and ends with no white space.
        line: 1-based, on which it starts.
        level, label: as of a block.
        shown: the plain text of the atoms.
    """

    role: Role
    atoms: tuple[Atom, ...]
    line: int
    shown: str
    level: int = 0
    label: str = ""


Stream: TypeAlias = list[Passage | str]
"""A document on its way: passages and the verbatim text between them; joined, the file's text."""

SPACES = r"[\t-\r\x1c-\x20\x85\u1680\u2028\u2029]"
"""White space that a run of counts as one space; no-break and typographic spaces are characters of the text."""

_NOT_LITERAL = re.compile(rf"{SPACES}{{2,}}|[\t-\r\x1c-\x1f\x85\u1680\u2028\u2029]|{codes.LITERAL_TAG.pattern}")


_BREAKS = re.compile(r"[\r\n]")


def literal_atoms(text: str) -> Iterator[Atom]:
    """Make atoms of a text without markup; what looks like a tag becomes a code."""
    at = 0
    for match in _NOT_LITERAL.finditer(text):
        if match.start() > at:
            yield Atom(Kind.TEXT, text[at : match.start()], text[at : match.start()])
        if match[0].startswith("<"):
            yield Atom(Kind.LONE, match[0], match[0], "literal text")
        else:
            yield Atom(Kind.SPACE, match[0], " ")
        at = match.end()
    if at < len(text):
        yield Atom(Kind.TEXT, text[at:], text[at:])


def passage(role: Role, atoms: Sequence[Atom], line: int, *, level: int = 0, label: str = "") -> Passage:
    return Passage(role, tuple(atoms), line, codes.plain(atoms), level, label)


def raw(part: Passage | str) -> str:
    """Give the slice of the file that a part of a stream stands for."""
    return part if isinstance(part, str) else codes.raw(part.atoms)


def line_starts(item: Passage) -> list[int]:
    """Give the offsets in the shown text where a line of the file begins."""
    starts: list[int] = []
    offset = 0
    for atom in item.atoms:
        offset += len(atom.shown)
        if atom.kind is Kind.BREAK or (atom.kind is Kind.SPACE and atom.shown and _BREAKS.search(atom.raw)):
            starts.append(offset)
    return starts


def behead(whole: Passage, at: int, *, role: Role | None = None) -> tuple[str, Passage]:
    """Take a numbering label, and the white space behind it, off a passage: the verbatim text and the rest.

    Args:
        at: the offset in the shown text where the rest begins.
        role: of the rest, when it changes.
    """
    left, right = codes.divide(whole.atoms, at)
    verbatim = codes.raw(left)
    label = " ".join(part for part in (whole.label, codes.plain(left).strip()) if part)
    line = whole.line + codes.line_breaks(verbatim)
    return verbatim, passage(role or whole.role, right, line, level=whole.level, label=label)


def split_up(whole: Passage, spans: Sequence[tuple[int, int, Role]]) -> Stream:
    """Cut a passage into several: each span of its shown text becomes one, of the role given with it.

    Markup that encloses all of one is taken out of it.
    """
    pieces: Stream = []
    line = whole.line
    roles = iter(spans)
    for is_span, atoms in codes.cut(whole.atoms, [(start, end) for start, end, _ in spans]):
        if is_span:
            pieces += _unwrapped(next(roles)[2], atoms, line)
        else:
            pieces.append(codes.raw(atoms))
        line += codes.line_breaks(codes.raw(atoms))
    return pieces


def _unwrapped(role: Role, atoms: tuple[Atom, ...], line: int) -> Stream:
    inner = codes.unwrapped(atoms)
    depth = (len(atoms) - len(inner)) // 2
    whole: Stream = [passage(role, inner, line)]
    return [codes.raw(atoms[:depth]), *whole, codes.raw(atoms[len(atoms) - depth :])] if depth else whole


def with_role(whole: Passage, role: Role, *, level: int = 0) -> Passage:
    return replace(whole, role=role, level=level or whole.level)
