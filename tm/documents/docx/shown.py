"""The parts of a Word document that a page shows: text and notes, and of text boxes the newer of two versions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tm.documents.docx.boxes import BOX, BOX_END, HOLE, HOLE_END
from tm.model.document import Block, Document

_FALLBACK = re.compile(r"<mc:Fallback>.*?</mc:Fallback>", re.DOTALL)
_HOLE = re.compile(f"{HOLE}(\\d+){HOLE_END}")
_EDGE = re.compile(f"(\0[^\0]*\0|{BOX}\\d+{HOLE_END}|{BOX_END})")
_NOT_SHOWN = re.compile(r"<w:(?:hdr|ftr|styles|numbering|settings)[\s>]")


def shown_parts(document: Document) -> Iterator[Block | str]:
    """Yield the blocks that a page shows, and the verbatim text around them."""
    whole = "".join(map(_raw, document.parts))
    older = {hole[1] for old in _FALLBACK.finditer(whole) for hole in _HOLE.finditer(old[0])}
    is_shown, boxes = True, [False]
    for piece in (piece for part in document.parts for piece in _pieces(part)):
        if isinstance(piece, str) and piece.startswith("\0"):
            is_shown, boxes = True, [False]
        elif isinstance(piece, str) and piece.startswith(BOX):
            boxes.append(piece[1:-1] in older)
        elif piece == BOX_END:
            boxes.pop()
        elif isinstance(piece, Block):
            if is_shown and not any(boxes):
                yield piece
        elif piece:
            is_shown = is_shown and _NOT_SHOWN.search(piece[:10_000]) is None
            if is_shown and not any(boxes):
                yield _HOLE.sub("", piece)


def _pieces(part: Block | str) -> list[Block | str]:
    return [part] if isinstance(part, Block) else list(_EDGE.split(part))


def _raw(part: Block | str) -> str:
    if isinstance(part, str):
        return part
    return "".join(piece if isinstance(piece, str) else piece.raw for piece in part.pieces)
