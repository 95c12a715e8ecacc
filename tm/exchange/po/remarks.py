"""What the comment lines of an entry say: notes, role, origin, places, flags, and the translator's own words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tm.exchange.po.places import read_places
from tm.exchange.po.record import Line, Part
from tm.model.unit import Place

KINDS = {",": Part.FLAG, ":": Part.REFERENCE, ".": Part.EXTRACTED}
"""What a comment line is by the character after `#`; any other is the translator's."""


class Remarks(NamedTuple):
    """What a unit knows from comments; the fields are those of `Unit`, flags with fuzzy among them."""

    role: str
    places: tuple[Place, ...]
    notes: tuple[str, ...]
    origin: str
    comments: tuple[str, ...]
    flags: tuple[str, ...]


NOTHING = Remarks("", (), (), "", (), ())


def read_remarks(lines: Iterable[Line]) -> Remarks:
    """Read the comments among the lines of an entry."""
    extracted, comments, flags, references = list[str](), list[str](), list[str](), list[str]()
    for line in lines:
        part = line.part
        if part is Part.COMMENT:
            comments.append(note(line.text, part))
        elif part is Part.EXTRACTED:
            extracted.append(note(line.text, part))
        elif part is Part.REFERENCE:
            references.append(line.text)
        elif part is Part.FLAG:
            flags += line.text.strip()[2:].split(",")
    role, origin = _named(extracted, "role: "), _named(extracted, "tm: ")
    known = tuple(dict.fromkeys(filter(None, map(str.strip, flags))))
    return Remarks(role, read_places(references), tuple(extracted), origin, tuple(comments), known)


def note(line: str, part: Part) -> str:
    """Give what a comment line says, without its mark, the one space after it, and the one that guards a backslash."""
    mark = 2 if part is Part.EXTRACTED else 1
    text = line.lstrip(" \t").rstrip("\n").removesuffix("\r")[mark:].removeprefix(" ")
    return text.removesuffix(" ") if text.rstrip(" ").endswith("\\") else text


def _named(notes: list[str], name: str) -> str:
    """Take the first note with this name out of the list; give what it says."""
    for index, one in enumerate(notes):
        if one.startswith(name):
            del notes[index]
            return one.removeprefix(name)
    return ""
