"""What a paragraph is made of: texts, codes, breaks and glue, each with the spot behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, IntEnum, auto

from tm.documents.docx.fields import FIELD, find_fields
from tm.documents.docx.markup import Token, attribute, end_of, tokens
from tm.text.layer import Layer


class Depth(IntEnum):
    """How deep in a paragraph one is."""

    PARAGRAPH = 0
    RUN = 1
    TEXT = 2


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in a paragraph one is: the links and other containers of runs around, how deep, and the run's look."""

    containers: tuple[Layer, ...] = ()
    depth: Depth = Depth.PARAGRAPH
    look: str = ""


class Part(Enum):
    """What a piece of a paragraph is."""

    TEXT = auto()
    CODE = auto()
    BREAK = auto()
    GLUE = auto()
    KEPT = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A slice of a paragraph.

    Attributes:
        spot: behind it.
        code: of a code or break: what moves with the words; of what is kept: what is kept.
    """

    kind: Part
    raw: str
    spot: Spot
    code: str = ""
    meaning: str = ""


_BREAKS = {"w:tab": "tab", "w:ptab": "tab", "w:br": "line break", "w:cr": "line break"}
_IN_RUN = re.compile(r"<w:(?:p?tab|br|cr)\b")
_IGNORED = frozenset({"w:lastRenderedPageBreak", "w:softHyphen", "w:proofErr"})
_DELETED = frozenset({"w:del", "w:moveFrom"})
_SEEN_THROUGH = {"w:ins": "", "w:moveTo": "", "w:smartTag": "", "w:customXml": "", "w:dir": "", "w:bdo": ""}
_CONTAINERS = {**_SEEN_THROUGH, "w:hyperlink": "link", "w:sdt": "control"}
_KEPT = re.compile(r"w:(?:bookmark|commentRange|perm)(?:Start|End)\Z")
_LINK = re.compile(r"\s*HYPERLINK\b")
_MEANINGS = {
    "w:footnoteReference": "footnote",
    "w:endnoteReference": "endnote",
    "w:footnoteRef": "mark",
    "w:endnoteRef": "mark",
    "w:drawing": "picture",
    "w:pict": "picture",
    "w:object": "picture",
    "mc:AlternateContent": "picture",
    "w:sym": "symbol",
    "m:oMath": "formula",
    "m:oMathPara": "formula",
    "w:fldChar": "field edge",
    "w:instrText": "field edge",
}
UNBOUND = frozenset({"mark", "picture", "field edge"})
"""Meanings of codes that stay outside the text where they stand before or behind it."""


def is_in_run(code: str) -> bool:
    """Tell whether a code stands within a run: a tab or break."""
    return _IN_RUN.match(code) is not None


def pieces(xml: str, spot: Spot) -> Iterator[Piece]:
    """Cut what stands in a paragraph, from a spot on to the paragraph's end; joined, the pieces are that."""
    row = list(tokens(xml))
    fields = find_fields(row, spot.containers, spot.depth) if "<w:fldChar" in xml else {}
    at = 0
    while at < len(row):
        if spot.depth is Depth.RUN and row[at].name == "w:fldChar" and row[at].step >= 0:
            piece, at = _field(row, at, spot, fields.get(at))
        else:
            piece, at = _OF_DEPTH[spot.depth](row, at, spot)
        spot = piece.spot
        yield piece


_Step = tuple[Piece, int]


def _raw(row: Sequence[Token], start: int, end: int) -> str:
    return "".join([token.raw for token in row[start:end]])


def _in_text(row: Sequence[Token], at: int, spot: Spot) -> _Step:
    token = row[at]
    if token.step < 0:
        return Piece(Part.GLUE, token.raw, replace(spot, depth=Depth.RUN)), at + 1
    return Piece(Part.GLUE if token.name else Part.TEXT, token.raw, spot), at + 1


def _in_run(row: Sequence[Token], at: int, spot: Spot) -> _Step:
    token = row[at]
    if token.step < 0:
        return Piece(Part.GLUE, token.raw, replace(spot, depth=Depth.PARAGRAPH, look="")), at + 1
    if token.name == "w:t":
        return Piece(Part.GLUE, token.raw, replace(spot, depth=Depth.TEXT) if token.is_open else spot), at + 1
    end = end_of(row, at)
    raw = _raw(row, at, end)
    if token.name == "w:rPr":
        return Piece(Part.GLUE, raw, replace(spot, look=raw)), end
    if token.name in _BREAKS:
        kind = attribute(raw, "w:type")
        return Piece(Part.BREAK, raw, spot, raw, f"{kind} break" if kind else _BREAKS[token.name]), end
    if token.name == "w:noBreakHyphen":
        return Piece(Part.TEXT, raw, spot, "\N{NON-BREAKING HYPHEN}"), end
    if token.name in _IGNORED or token.name in {"", "!"}:
        return Piece(Part.GLUE, raw, spot), end
    run = f"<w:r>{spot.look}{raw}</w:r>"
    if token.name in {"w:commentReference", "w:annotationRef"}:
        return Piece(Part.KEPT, raw, spot, run), end
    return Piece(Part.CODE, raw, spot, run, _MEANINGS.get(token.name, "object")), end


def _field(row: Sequence[Token], at: int, spot: Spot, edges: tuple[int, int] | None) -> _Step:
    """Take a field as a whole; of a link only what stands before its text, and then what stands behind."""
    end = end_of(row, at)
    raw = _raw(row, at, end)
    is_end = attribute(raw, "w:fldCharType") == "end"
    if is_end and spot.containers and spot.containers[-1].raw.startswith(FIELD):
        return Piece(Part.GLUE, raw, replace(spot, containers=spot.containers[:-1])), end
    separator, close = edges or (0, 0)
    instruction = "".join(token.raw for token in row[at : separator or close] if not token.name)
    if separator and _LINK.match(instruction):
        behind_separator = end_of(row, separator)
        inner = _raw(row, at, behind_separator)
        layer = Layer(f"<w:r>{spot.look}{inner}</w:r>", '<w:r><w:fldChar w:fldCharType="end"/></w:r>', "link", inner)
        behind = Spot((*spot.containers, layer), Depth.RUN, _look_behind(inner, spot))
        return Piece(Part.GLUE, inner, behind), behind_separator
    if not close:
        return Piece(Part.CODE, raw, spot, f"<w:r>{spot.look}{raw}</w:r>", "field edge"), end
    behind_field = end_of(row, close)
    whole = _raw(row, at, behind_field)
    name = (instruction.split() or [""])[0]
    behind = replace(spot, look=_look_behind(whole, spot))
    return Piece(Part.CODE, whole, behind, f"<w:r>{spot.look}{whole}</w:r>", f"field {name}".strip()), behind_field


def _look_behind(xml: str, spot: Spot) -> str:
    """Give the look of the run in which one is behind a stretch that may end in another run than it begins in."""
    start = max(xml.rfind("<w:r>"), xml.rfind("<w:r "))
    if start < 0:
        return spot.look
    row = list(tokens(xml[start:]))
    return _raw(row, 1, end_of(row, 1)) if len(row) > 1 and row[1].name == "w:rPr" else ""


def _in_paragraph(row: Sequence[Token], at: int, spot: Spot) -> _Step:
    token = row[at]
    if token.name == "w:r" and token.step >= 0:
        return Piece(Part.GLUE, token.raw, replace(spot, depth=Depth.RUN, look="") if token.is_open else spot), at + 1
    if token.step < 0:
        inner = (
            _outside(spot.containers) if token.name in _CONTAINERS or token.name == "w:fldSimple" else spot.containers
        )
        return Piece(Part.GLUE, token.raw, replace(spot, containers=inner)), at + 1
    end = end_of(row, at)
    raw = _raw(row, at, end)
    if _KEPT.match(token.name):
        return Piece(Part.KEPT, raw, spot, raw), end
    if token.is_empty or token.name in _DELETED or token.name in {"", "!", "w:pPr"}:
        return Piece(Part.GLUE, raw, spot), end
    if token.name in _CONTAINERS or (token.name == "w:fldSimple" and _LINK.match(attribute(token.raw, "w:instr"))):
        opened = _content(row, at, end) if token.name == "w:sdt" else at + 1
        head = _raw(row, at, opened)
        close = "</w:sdtContent></w:sdt>" if token.name == "w:sdt" else f"</{token.name}>"
        layer = Layer(head, close, _CONTAINERS.get(token.name, "link"), head)
        return Piece(Part.GLUE, head, replace(spot, containers=(*spot.containers, layer))), opened
    if token.name == "w:fldSimple":
        name = (attribute(token.raw, "w:instr").split() or [""])[0]
        return Piece(Part.CODE, raw, spot, raw, f"field {name}".strip()), end
    return Piece(Part.CODE, raw, spot, raw, _MEANINGS.get(token.name, "object")), end


def _outside(containers: Sequence[Layer]) -> tuple[Layer, ...]:
    """Give what is around the innermost element, with which fields that begin in it end."""
    left = list(containers)
    while left and left[-1].raw.startswith(FIELD):
        left.pop()
    return tuple(left[:-1])


def _content(row: Sequence[Token], at: int, end: int) -> int:
    """Give the place where the content of a control begins."""
    return next((n + 1 for n in range(at, end) if row[n].name == "w:sdtContent"), at + 1)


def is_shown(container: Layer) -> bool:
    """Tell whether a container is something to a reader, and to a translator."""
    return bool(container.meaning)


_OF_DEPTH = {Depth.PARAGRAPH: _in_paragraph, Depth.RUN: _in_run, Depth.TEXT: _in_text}
