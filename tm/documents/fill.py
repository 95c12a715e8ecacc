"""Translations put in place: the document in another language, with everything that is not translated kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from tm.documents import format as formats
from tm.documents.escape import escape
from tm.documents.inline import Labels, marks
from tm.documents.link import normalize
from tm.documents.version import Translate, end_of_states, in_order, one_line, runs_into_heading
from tm.model.document import Block, Code, Document, Role, Segment
from tm.model.language import Language
from tm.text import codes

_BETWEEN_STATES = re.compile(r"[\s>\\]*(?:[-*+•·●–][ \t]+)?\Z")
_BULLETED = re.compile(r"[-*+•·●–][ \t]+\Z")
_UNDERLINE = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t>]*-")
_LINE_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class _Job:
    document: Document
    target: Language
    translate: Translate
    mark: Callable[[str], str] | None
    is_markdown: bool

    @property
    def line_break(self) -> str:
        first = next((part for part in map(_first_break, self.document.parts) if part), "\n")
        return ("  " if self.is_markdown else "") + first


def _first_break(part: Block | str) -> str:
    pieces = [part] if isinstance(part, str) else [p.raw if isinstance(p, Segment) else p for p in part.pieces]
    found = next(filter(None, map(_LINE_BREAK.search, pieces)), None)
    return found[0] if found else ""


def fill(
    document: Document,
    target: Language,
    translate: Translate,
    *,
    sort_states: bool = True,
    mark: Callable[[str], str] | None = None,
) -> str:
    """Give the text of a document with the translations that there are; the file's text when there are none.

    Args:
        translate: the target of a segment, with tags; None or "" when there is none.
        sort_states: whether lists of States follow the target language's alphabet, one a line.
        mark: shows that a segment stands untranslated in another language's document; given its source.
    """
    known: dict[int, str] = {}
    for block, segment in document.segments():
        target_text = translate(block, segment)
        if target_text and target_text.strip():
            known[id(segment)] = target_text
    marks = mark if target.code != document.language else None
    if not known and marks is None:
        return formats.text_of(document)
    if formats.is_word(document.path):
        from tm.documents.docx import fill as word  # only where there is a Word file

        return word.fill(word.Job(document, target, lambda _, segment: known.get(id(segment)), marks, sort_states))
    job = _Job(document, target, lambda _, segment: known.get(id(segment)), marks, formats.is_markdown(document.path))
    return "".join(_parts(job, sort_states=sort_states))


def _parts(job: _Job, *, sort_states: bool) -> Iterator[str]:
    parts = job.document.parts
    at = 0
    while at < len(parts):
        part = parts[at]
        if isinstance(part, str):
            yield 2 * job.line_break.strip(" ") if runs_into_heading(parts, at, _is_in_line) else part
        elif part.role is Role.STATE_NAME and (end := end_of_states(parts, at, _may_part_states)) > at + 1:
            yield from _states(job, parts[at:end], sort_states=sort_states)
            at = end
            continue
        else:
            text = _block(job, part)
            yield text.replace("|", "&#124;") if job.is_markdown and _is_underlined(parts, at) else text
        at += 1


def _is_underlined(parts: Sequence[Block | str], at: int) -> bool:
    """Tell whether hyphens follow below a heading, which behind a bar would be read as a table's."""
    block, below = parts[at], parts[at + 1] if at + 1 < len(parts) else ""
    if not isinstance(block, Block) or block.role is not Role.HEADING:
        return False
    return isinstance(below, str) and _UNDERLINE.match(below) is not None


def _is_in_line(blank: str) -> bool:
    return not blank.strip() and not _LINE_BREAK.search(blank)


def _may_part_states(between: str) -> bool:
    return _BETWEEN_STATES.match(between) is not None


def _states(job: _Job, run: Sequence[Block | str], *, sort_states: bool) -> Iterator[str]:
    """Write a run of States one per line, in the order of the target language's alphabet."""
    blocks = [part for part in run if isinstance(part, Block)]
    between = [part for part in run if isinstance(part, str)]
    targets = [[job.translate(block, segment) for segment in block.segments] for block in blocks]
    if not any(any(texts) for texts in targets):
        yield from (part if isinstance(part, str) else _block(job, part) for part in run)
        return
    if sort_states:
        blocks = in_order(blocks, job.translate, job.target)
    line_break = job.line_break
    for number, block in enumerate(blocks):
        if number:
            yield _one_a_line(between[number - 1], line_break, is_markdown=job.is_markdown)
        yield _block(job, block)


def _one_a_line(between: str, line_break: str, *, is_markdown: bool) -> str:
    """Make what stands between two States a line break, in Markdown one that is honoured."""
    breaks = _LINE_BREAK.findall(between)
    if not breaks:
        return line_break
    if not is_markdown or len(breaks) > 1 or _BULLETED.search(between):
        return between
    head, tail = between.split(breaks[0], 1)
    return between if head.endswith(("  ", "\\")) else f"{head.rstrip()}  {breaks[0]}{tail}"


def _block(job: _Job, block: Block) -> str:
    written: list[str] = []
    gap: str | None = None
    for piece in block.pieces:
        if isinstance(piece, str):
            gap = piece if gap is None else gap + piece
            continue
        text = _segment(job, block, piece)
        written.append(_gap(job, gap, written[-1] if written else "", text))
        written.append(text)
        gap = None
    return "".join(written) + (gap or "")


def _segment(job: _Job, block: Block, segment: Segment) -> str:
    target = job.translate(block, segment)
    if not target:
        return job.mark(segment.raw) if job.mark else segment.raw
    if target == segment.text:
        return segment.raw
    target = one_line(target)

    def literal(before: str, text: str, after: str) -> str:
        return escape(text, before, after, block.role) if job.is_markdown else text

    markup = segment.codes
    if job.is_markdown:
        markup = tuple(_labelled(code, segment, literal) for code in segment.codes)
    text = codes.put_back(target, markup, literal)
    if job.is_markdown and _loses_emphasis(text, target, markup):
        text = codes.put_back(target, tuple(map(_as_html, markup)), literal)
    return _without_empty_lines(text) if job.is_markdown else text


_EMPTY_LINE = re.compile(r"(\A|[\r\n][ \t>]*) {2,}(?=[\r\n])")
_LAST_BREAK = re.compile(r"(?: {2,}|\\)(?:\r\n|\r|\n)[ \t>]*\Z")


def _without_empty_lines(text: str) -> str:
    """Write line breaks that follow each other, or end the text, so that they end no paragraph."""
    return _EMPTY_LINE.sub(r"\1\\", _LAST_BREAK.sub("<br>", text))


def _labelled(code: Code, segment: Segment, literal: Callable[[str, str, str], str]) -> Code:
    """Give a link that is its own label, `[text]` or `[text][]`, the label beside the words that will change."""
    inner = re.search(f"<{code.number}>(.*)</{code.number}>", segment.text) if code.close in {"]", "][]"} else None
    if inner is None:
        return code
    return replace(code, close=f"][{codes.put_back(inner[1], segment.codes, literal)}]")


_LABEL = re.compile(r"\]\[(.+)\]\Z", re.DOTALL)
_ELEMENTS = {"bold": "strong", "italic": "em", "strikethrough": "del"}


def _loses_emphasis(text: str, target: str, markup: Sequence[Code]) -> bool:
    """Tell whether asterisks would not be read as emphasis, as in `他是**“主席”**的朋友`.

    CommonMark's rule of flanking wants blanks or punctuation there, which Chinese does not have.
    """
    emphasis = {str(code.number): code.meaning for code in markup if _is_emphasis(code)}
    if not emphasis:
        return False
    tags = [(tag[1], tag[2]) for tag in codes.TAG.finditer(target) if tag[2] in emphasis and not tag[3]]
    paired = {number for number in emphasis if [slash for slash, other in tags if other == number] == ["", "/"]}
    wanted = [(bool(slash), emphasis[number]) for slash, number in tags if number in paired]
    references = frozenset(normalize(label[1]) for code in markup if (label := _LABEL.match(code.close or "")))
    found = [mark for mark in marks(text, Labels(references)) if mark.pair and mark.meaning in _ELEMENTS]
    return [(mark.kind is codes.Kind.CLOSE, mark.meaning) for mark in found] != wanted


def _is_emphasis(code: Code) -> bool:
    return code.close is not None and code.meaning in _ELEMENTS


def _as_html(code: Code) -> Code:
    element = _ELEMENTS.get(code.meaning, "")
    return replace(code, raw=f"<{element}>", close=f"</{element}>") if _is_emphasis(code) else code


def _gap(job: _Job, gap: str | None, before: str, after: str) -> str:
    """Join two sentences as the target language does; white space that is more than a space stays."""
    if not before:
        return gap or ""
    if gap is None:
        is_own = job.target.code == job.document.language
        return "" if is_own or not job.target.sentence_gap or before[-1:].isspace() else job.target.sentence_gap
    if job.target.sentence_gap or not gap.isspace() or job.target.code == job.document.language:
        return gap
    if job.is_markdown and _LINE_BREAK.search(gap) and _LINE_BREAK.split(gap)[0].endswith("  "):
        return gap
    return gap if _is_latin(before[-1:]) and _is_latin(after[:1]) else ""


def _is_latin(char: str) -> bool:
    return "!" <= char <= "\N{LATIN SMALL LETTER Z WITH CARON}"
