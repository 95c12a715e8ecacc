"""Translations put in place in the text of a Word file, which then is set as their language is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from tm.documents.docx import setting
from tm.documents.docx.accept import accepted
from tm.documents.docx.runs import Part, Spot, pieces
from tm.documents.docx.write import slot_of, write
from tm.documents.version import Translate, end_of_states, in_order, one_line, runs_into_heading
from tm.model.document import Block, Code, Document, Role, Segment
from tm.model.language import Language
from tm.text import codes

_PARAGRAPH = re.compile(r"<w:p(?=[\s>])(?:[^>\"']|\"[^\"]*\"|'[^']*')*+(?<!/)>")
_MARKUP = re.compile(r"(<(?:[^>\"']|\"[^\"]*\"|'[^']*')*+>)")
_GLUE = frozenset({Part.GLUE, Part.KEPT})
_LINE_BREAK = Code(1, "<w:br/>", None, "line break")


@dataclass(frozen=True, slots=True)
class Job:
    """A version on its way."""

    document: Document
    target: Language
    translate: Translate
    mark: Callable[[str], str] | None
    sort_states: bool

    def words(self, block: Block, segment: Segment) -> str:
        """Give what stands for a segment in the version; "" where its slice stays as it is."""
        target = one_line(self.translate(block, segment) or "")
        if not target and self.mark:
            return self.mark(segment.text)
        return target if target != segment.text else ""


def fill(job: Job) -> str:
    """Give the text of a Word file with the translations that there are."""
    text = "".join(_written(job))
    return setting.set_for(accepted(text), job.document.language, job.target) if _is_other(job) else text


def _written(job: Job) -> Iterator[str]:
    parts = job.document.parts
    spot = Spot()
    at = 0
    while at < len(parts):
        part = parts[at]
        if isinstance(part, str):
            yield _break(spot, part) if runs_into_heading(parts, at, partial(_is_in_line, spot)) else part
            spot = _behind(part, spot)
            at += 1
            continue
        end = end_of_states(parts, at, _may_part_states) if part.role is Role.STATE_NAME else at + 1
        run = [block for block in parts[at:end] if isinstance(block, Block)]
        order = _sorted(job, run) if len(run) > 1 else run
        for block in run:
            yield from _block(job, block, order[0], spot)
            spot = _behind("".join(map(_raw, block.pieces)), spot)
            order = order[1:]
            at += 1
            if order:
                between = _raw(parts[at])
                yield _break(spot, between) if _is_in_line(spot, between) else between
                spot = _behind(between, spot)
                at += 1


def _raw(piece: Block | Segment | str) -> str:
    if isinstance(piece, Block):
        return "".join(map(_raw, piece.pieces))
    return piece if isinstance(piece, str) else piece.raw


def _behind(xml: str, spot: Spot) -> Spot:
    """Give the spot behind a stretch of the source, of which only the last paragraph matters."""
    start = max(xml.rfind("<w:p>"), xml.rfind("<w:p "))
    found = _PARAGRAPH.match(xml, start) if start >= 0 else None
    if found:
        xml, spot = xml[found.end() :], Spot()
        if "</w:p>" in xml:
            return spot
    for piece in pieces(xml, spot):
        spot = piece.spot
    return spot


def _block(job: Job, slots: Block, block: Block, spot: Spot) -> Iterator[str]:
    """Write the words of a block into the place of another one, mostly its own."""
    if slots is not block:
        first, own = slots.segments[0], block.segments[0]
        words = job.words(block, own) or own.text
        yield write(words, own.codes, slot_of(first.raw, spot))
        return
    gap = before = ""
    seen = False
    for piece in block.pieces:
        if isinstance(piece, str):
            gap += piece
            spot = _behind(piece, spot)
            continue
        words = job.words(block, piece)
        shown = codes.strip_tags(words or piece.text)
        lead = job.target.sentence_gap if seen and not gap and _is_other(job) else ""
        yield _gap(job, gap, before, shown) if seen else gap
        slot = slot_of(piece.raw, spot)
        yield write(words or piece.text, piece.codes, slot, lead=lead) if words or lead else piece.raw
        gap, before, spot, seen = "", shown, slot.end, True
    yield gap


def _is_other(job: Job) -> bool:
    return job.target.code != job.document.language


def _gap(job: Job, gap: str, before: str, after: str) -> str:
    """Take the space between two sentences out where the language has none, unless both sides are Latin."""
    if job.target.sentence_gap or not _is_other(job) or (before[-1:].isascii() and after[:1].isascii()):
        return gap
    return "".join(piece if piece.startswith("<") else piece.strip() for piece in _MARKUP.split(gap))


def _is_in_line(spot: Spot, between: str) -> bool:
    """Tell whether there is nothing but white space between two blocks of a paragraph."""
    if "</w:p>" in between:
        return False
    return all(piece.kind in _GLUE or not piece.raw.strip() for piece in pieces(between, spot))


def _break(spot: Spot, between: str) -> str:
    return write("<1/>", (_LINE_BREAK,), slot_of(between, spot))


def _may_part_states(between: str) -> bool:
    return not _MARKUP.sub("", between).strip() and "</w:tc>" not in between and "\0" not in between


def _sorted(job: Job, run: Sequence[Block]) -> Sequence[Block]:
    if not job.sort_states or not any(job.words(block, segment) for block in run for segment in block.segments):
        return run
    return in_order(run, job.translate, job.target)
