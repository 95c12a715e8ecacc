"""A translated segment as runs of Word's, well-formed wherever it begins and ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from html import escape
from itertools import takewhile

from tm.documents.docx.atoms import atoms_of, layers_at
from tm.documents.docx.looks import PLAIN, look
from tm.documents.docx.runs import Depth, Part, Spot, is_in_run, pieces
from tm.model.document import Code
from tm.text.codes import TAG, sound_pairs
from tm.text.layer import Layer
from tm.text.layers import BETWEEN, base

TEXT = '<w:t xml:space="preserve">'
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold."""


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of a segment in its paragraph.

    Attributes:
        begin, end: the spots before and behind it.
        base: the layers of text outside tags.
        opening, closing: bookmarks and the like that are within it, and stay at its ends.
    """

    begin: Spot
    end: Spot
    base: tuple[Layer, ...]
    opening: str = ""
    closing: str = ""


def slot_of(raw: str, begin: Spot) -> Slot:
    """Tell what the slice of a segment is, and what of it a translation must keep."""
    kept = ["", ""]
    end = begin
    for piece in pieces(raw, begin):
        end = piece.spot
        if piece.kind is Part.KEPT:
            kept["Start" not in piece.code[: piece.code.find(" ")]] += piece.code
    return Slot(begin, end, base(atoms_of(raw, begin).atoms) or layers_at(begin), *kept)


@dataclass(slots=True)
class _Pen:
    """Runs as they are written."""

    spot: Spot
    written: list[str] = field(default_factory=list)

    def move(self, containers: tuple[Layer, ...], wanted: str) -> None:
        """Get into a text with a look, in containers."""
        here = self.spot
        if _names(here.containers) != _names(containers) or look(here.look).key != look(wanted).key:
            self.leave(containers)
        if self.spot.depth is Depth.PARAGRAPH:
            self.written += ["<w:r>", wanted]
            self.spot = Spot(containers, Depth.RUN, wanted)
        if self.spot.depth is Depth.RUN:
            self.written.append(TEXT)
        self.spot = replace(self.spot, depth=Depth.TEXT)

    def leave(self, containers: tuple[Layer, ...]) -> None:
        """Get between runs, in containers."""
        here = self.spot
        self.written.append(("", "</w:r>", "</w:t></w:r>")[here.depth])
        pairs = zip(_names(here.containers), _names(containers), strict=False)
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        self.written += [layer.close for layer in reversed(here.containers[shared:])]
        self.written += [layer.raw for layer in containers[shared:]]
        self.spot = Spot(containers)

    def rest(self, end: Spot) -> None:
        """Get to a spot."""
        if end.depth is Depth.PARAGRAPH:
            self.leave(end.containers)
            return
        self.move(end.containers, end.look)
        if end.depth is Depth.RUN:
            self.written.append("</w:t>")
        self.spot = end


def _names(containers: Sequence[Layer]) -> list[str]:
    return [layer.raw for layer in containers]


def write(target: str, codes: Sequence[Code], slot: Slot, *, lead: str = "") -> str:
    """Write a translation, with tags in any order, into the place of its segment; never fails.

    Args:
        lead: white space to stand before it.
    """
    pen = _Pen(slot.begin)
    if slot.opening:
        pen.leave(slot.begin.containers)
        pen.written.append(slot.opening)
    known = {code.number: code for code in codes}
    sound = sound_pairs(target, known)
    inside: list[Code] = []
    target, at = lead + target, 0
    for tag in TAG.finditer(target):
        _say(pen, slot, inside, target[at : tag.start()])
        at = tag.end()
        code = known.get(int(tag[2]))
        if code is None:
            continue
        if tag[3]:
            if code.close is None:
                _put(pen, slot, inside, code)
        elif code.number in sound:
            inside = [other for other in inside if other is not code] + ([] if tag[1] else [code])
    _say(pen, slot, inside, target[at:])
    if slot.closing:
        pen.leave(slot.end.containers)
        pen.written.append(slot.closing)
    pen.rest(slot.end)
    return "".join(pen.written)


def _place(slot: Slot, inside: Sequence[Code]) -> tuple[tuple[Layer, ...], str]:
    """Give the containers and the look of text within some tags."""
    containers = [layer for layer in slot.base if not layer.is_look]
    wanted = next((layer.raw for layer in slot.base if layer.is_look), PLAIN)
    for code in inside:
        opens, closes = code.raw.split(BETWEEN), (code.close or "").split(BETWEEN)
        for raw, close in zip(opens, reversed(closes), strict=False):
            if close:
                containers.append(Layer(raw, close, "", raw))
            else:
                wanted = raw
    return tuple(containers), "" if wanted == PLAIN else wanted


def _say(pen: _Pen, slot: Slot, inside: Sequence[Code], text: str) -> None:
    text = _UNFIT.sub("", text)
    if text:
        pen.move(*_place(slot, inside))
        pen.written.append(escape(text, quote=False))


def _put(pen: _Pen, slot: Slot, inside: Sequence[Code], code: Code) -> None:
    """Write a code that is no pair: a character, something within a run, or runs of its own."""
    containers, wanted = _place(slot, inside)
    if not code.raw.startswith("<") or is_in_run(code.raw):
        pen.move(containers, wanted)
        pen.written.append(code.raw if not code.raw.startswith("<") else f"</w:t>{code.raw}{TEXT}")
    else:
        pen.leave(containers)
        pen.written.append(code.raw)
