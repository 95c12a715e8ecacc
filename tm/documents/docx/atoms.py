"""A paragraph's runs as atoms: its text, with what moves in it, and the markup on both sides of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import unescape

from tm.documents.docx.looks import look
from tm.documents.docx.runs import UNBOUND, Part, Piece, Spot, is_shown, pieces
from tm.documents.passage import literal_atoms
from tm.text.codes import Atom, Kind, raw
from tm.text.layer import Layer

_SPECIAL = re.compile(r"<!\[CDATA\[(.*?)\]\]>|&[#\w]+;", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Inside:
    """What is in a paragraph: joined, the raw text of all is the paragraph's slice."""

    head: str
    atoms: tuple[Atom, ...]
    tail: str


def atoms_of(xml: str, spot: Spot) -> Inside:
    """Make atoms of what stands in a paragraph from a spot on; glue is drawn to the codes that it touches."""
    made: list[Atom] = []
    head = glue = ""
    for piece in pieces(xml, spot):
        if piece.kind in {Part.GLUE, Part.KEPT}:
            glue += piece.raw
            continue
        if not made:
            head, glue = glue, ""
        if glue and made[-1].kind in {Kind.LONE, Kind.BREAK}:
            made[-1] = replace(made[-1], raw=made[-1].raw + glue)
            glue = ""
        if piece.kind is Part.TEXT:
            if glue:
                made.append(Atom(Kind.SPACE, glue, ""))
            made += _text(piece)
        else:
            made.append(_code(piece, glue))
        glue = ""
    return Inside(head, tuple(made), glue) if made else Inside(glue, (), "")


def columns(atoms: Sequence[Atom]) -> Iterator[Sequence[Atom]]:
    """Cut atoms at tabs; each tab is the end of its column."""
    start = 0
    for place, atom in enumerate(atoms, start=1):
        if atom.meaning == "tab" or place == len(atoms):
            yield atoms[start:place]
            start = place


def trimmed(whole: Sequence[Atom]) -> Inside:
    """Leave out of atoms what stands outside the words: white space, tabs, pictures, edges of fields."""
    atoms = list(_split_spaces(whole))
    start, end = 0, len(atoms)
    while start < end and _is_outside(atoms, start, 1):
        start += 1
    while end > start and _is_outside(atoms, end - 1, -1):
        end -= 1
    return Inside(raw(atoms[:start]), tuple(atoms[start:end]), raw(atoms[end:]))


def _is_outside(atoms: list[Atom], at: int, inward: int) -> bool:
    atom = atoms[at]
    if atom.kind in {Kind.SPACE, Kind.BREAK}:
        return True
    if atom.kind is Kind.TEXT:
        return not atom.shown.strip()
    beside = at + inward
    alone = not 0 <= beside < len(atoms) or atoms[beside].kind is Kind.BREAK
    return atom.meaning in UNBOUND or (alone and atom.meaning.startswith("field"))


def _split_spaces(atoms: Sequence[Atom]) -> Iterator[Atom]:
    """Cut white space at the ends of the first and the last text off."""
    for place, atom in enumerate(atoms):
        core = atom.raw.strip()
        if place not in {0, len(atoms) - 1} or atom.kind is not Kind.TEXT or atom.raw != atom.shown or not core:
            yield atom
            continue
        start = atom.raw.index(core)
        for text in (atom.raw[:start], core, atom.raw[start + len(core) :]):
            if text:
                yield replace(atom, raw=text, shown=text)


def layers_at(spot: Spot) -> tuple[Layer, ...]:
    """Give the layers of a text at a spot."""
    return (*filter(is_shown, spot.containers), look(spot.look))


def _text(piece: Piece) -> Iterator[Atom]:
    layers = layers_at(piece.spot)
    if piece.code:
        yield Atom(Kind.TEXT, piece.raw, piece.code, layers=layers)
        return
    at = 0
    for special in _SPECIAL.finditer(piece.raw):
        yield from _literal(piece.raw[at : special.start()], layers)
        shown = unescape(special[0]) if special[1] is None else special[1]
        shown = " " if shown.isspace() and shown.isascii() else shown
        yield Atom(Kind.SPACE if shown.isspace() else Kind.TEXT, special[0], shown, layers=layers)
        at = special.end()
    yield from _literal(piece.raw[at:], layers)


def _literal(text: str, layers: tuple[Layer, ...]) -> Iterator[Atom]:
    for atom in literal_atoms(text):
        yield replace(atom, layers=layers)


def _code(piece: Piece, glue: str) -> Atom:
    if piece.kind is Part.BREAK:
        return Atom(Kind.BREAK, glue + piece.raw, " ", piece.meaning, code=piece.code)
    kind = Kind.BREAK if piece.meaning in UNBOUND else Kind.LONE
    return Atom(kind, glue + piece.raw, "", piece.meaning, code=piece.code)
