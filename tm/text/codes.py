"""Inline markup as numbered tags: atoms of a text with markup, cut and shown to the translator, and put back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from tm.model.document import Code, Segment
from tm.text.layer import Layer

TAG = re.compile(r"<(/?)([0-9]{1,6})(/?)>")
"""A tag in a segment's text: `<1>`, `</1>` or `<1/>`."""

LITERAL_TAG = re.compile(r"</?[0-9]{1,6}/?>")
"""What would be read as a tag, were it left in the text."""

LINE_BREAK = re.compile(r"\r\n|\r|\n")
"""Where editors, gettext and CommonMark agree that a line ends."""


class Kind(Enum):
    """What an atom is."""

    TEXT = auto()
    SPACE = auto()
    BREAK = auto()
    OPEN = auto()
    CLOSE = auto()
    LONE = auto()


@dataclass(frozen=True, slots=True)
class Atom:
    """The smallest stretch of a source that is text, white space or markup.

    Attributes:
        raw: the slice of the source.
        shown: its share of the plain text in which sentences are found; markup may have none.
        meaning: of markup: a word for the translator.
        pair: the same number for the two halves of a pair, not 0.
        layers: that a text is inside of, outermost first, its look last; pairs are made of them in each segment.
        code: of markup: what moves with the words, where that is not the slice.
    """

    kind: Kind
    raw: str
    shown: str
    meaning: str = ""
    pair: int = 0
    layers: tuple[Layer, ...] = ()
    code: str = ""

    @property
    def is_gap(self) -> bool:
        return self.kind in {Kind.SPACE, Kind.BREAK} or (self.kind is Kind.TEXT and self.raw.isspace())


def tags(text: str) -> tuple[str, ...]:
    """List the tags of a text in order.

    >>> tags("<1>see</1> <2/>")
    ('<1>', '</1>', '<2/>')
    """
    return tuple(match[0] for match in TAG.finditer(text))


def strip_tags(text: str) -> str:
    """Leave the tags out.

    >>> strip_tags("<1>see</1> here")
    'see here'
    """
    return TAG.sub("", text)


def plain(atoms: Iterable[Atom]) -> str:
    """Join what atoms show: one line, without markup."""
    return "".join([atom.shown for atom in atoms])


def raw(atoms: Iterable[Atom]) -> str:
    """Join the slices of the source."""
    return "".join([atom.raw for atom in atoms])


def line_breaks(text: str) -> int:
    """Count the line breaks of a text."""
    return len(LINE_BREAK.findall(text)) if "\r" in text else text.count("\n")


def divide(atoms: Sequence[Atom], at: int) -> tuple[tuple[Atom, ...], tuple[Atom, ...]]:
    """Divide atoms at an offset of their plain text; closing markup stays on the left."""
    left: list[Atom] = []
    offset = 0
    for index, atom in enumerate(atoms):
        size = len(atom.shown)
        if offset == at and (size or atom.kind is not Kind.CLOSE):
            return tuple(left), tuple(atoms[index:])
        if offset < at < offset + size and atom.kind is Kind.TEXT and atom.raw == atom.shown:
            here, there = _halves(atom, at - offset)
            return (*left, here), (there, *atoms[index + 1 :])
        left.append(atom)
        offset += size
    return tuple(left), ()


def _halves(atom: Atom, at: int) -> tuple[Atom, Atom]:
    return _slice(atom, 0, at), _slice(atom, at, len(atom.raw))


def _slice(atom: Atom, start: int, end: int) -> Atom:
    text = atom.raw[start:end]
    return Atom(Kind.TEXT, text, text, layers=atom.layers)


def cut(atoms: Sequence[Atom], spans: Iterable[tuple[int, int]]) -> Iterator[tuple[bool, tuple[Atom, ...]]]:
    """Cut atoms at spans of their plain text, in order; yield each piece and whether it is a span.

    What is not a span is white space: markup in a gap joins the span before it when it touches it, unless it opens,
    and otherwise the one behind it.  Joined, the pieces are the atoms.
    """
    wanted = [span for span in spans if span[0] < span[1]]
    pieces = list(_break_up(atoms, sorted({edge for span in wanted for edge in span})))
    bounds = _bounds(pieces, wanted)
    done = 0
    for start, end in bounds:
        if start > done:
            yield False, tuple(pieces[done:start])
        if end > start:
            yield True, tuple(pieces[start:end])
        done = max(done, end)
    if done < len(pieces):
        yield False, tuple(pieces[done:])


def _break_up(atoms: Sequence[Atom], edges: Sequence[int]) -> Iterator[Atom]:
    """Split literal text atoms wherever an edge falls inside them."""
    offset = next_edge = 0
    for atom in atoms:
        end = offset + len(atom.shown)
        while next_edge < len(edges) and edges[next_edge] <= offset:
            next_edge += 1
        rest, begin = atom, offset
        if atom.kind is Kind.TEXT and atom.raw == atom.shown:
            while next_edge < len(edges) and edges[next_edge] < end:
                yield _slice(atom, begin - offset, edges[next_edge] - offset)
                begin = edges[next_edge]
                next_edge += 1
            rest = atom if begin == offset else _slice(atom, begin - offset, end - offset)
        yield rest
        offset = end


def _bounds(pieces: Sequence[Atom], spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the index range of each span, grown over all markup and text that is not white space."""
    inner: list[tuple[int, int]] = []
    index = offset = 0
    for start, end in spans:
        while index < len(pieces) and (offset < start or not pieces[index].shown):
            offset += len(pieces[index].shown)
            index += 1
        first = last = index
        while index < len(pieces) and offset < end:
            offset += len(pieces[index].shown)
            index += 1
            if pieces[index - 1].shown:
                last = index
        index = last
        inner.append((first, last))
    grown: list[tuple[int, int]] = []
    begin = _skip_gap(pieces, 0)
    for number, (_, last) in enumerate(inner):
        limit = inner[number + 1][0] if number + 1 < len(inner) else len(pieces)
        end = max(last, begin)
        while end < limit and pieces[end].kind in {Kind.CLOSE, Kind.LONE} and not pieces[end].shown:
            end += 1
        if number + 1 == len(inner):
            end = len(pieces)
            while end > begin and pieces[end - 1].is_gap:
                end -= 1
        grown.append((begin, end))
        begin = _skip_gap(pieces, end)
    return grown


def _skip_gap(pieces: Sequence[Atom], index: int) -> int:
    while index < len(pieces) and pieces[index].is_gap:
        index += 1
    return index


def unwrapped(atoms: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """Leave out the pairs that enclose all of the atoms, links and images aside."""
    depth = 0
    while 2 * depth + 2 < len(atoms):
        first, last = atoms[depth], atoms[-1 - depth]
        if first.kind is not Kind.OPEN or last.kind is not Kind.CLOSE or first.pair != last.pair:
            break
        if first.meaning in {"link", "image"}:
            break
        depth += 1
    return atoms[depth : len(atoms) - depth]


def segment(atoms: Sequence[Atom], line: int) -> Segment:
    """Make a segment of atoms that begin and end with no white space; tags are numbered from 1.

    A pair of which only one half is here becomes a lone code.
    """
    text, made, codes = _tagged(atoms)
    if tags(text) != made:
        text, _, codes = _tagged(tuple(_guarded(atoms)))
    return Segment(text, raw(atoms), line, codes)


def _tagged(atoms: Sequence[Atom]) -> tuple[str, tuple[str, ...], tuple[Code, ...]]:
    """Write the text with its tags; give the tags also alone, and the codes behind them."""
    closes = {atom.pair: atom.code or atom.raw for atom in atoms if atom.kind is Kind.CLOSE}
    opened: dict[int, int] = {}
    written: list[str] = []
    made: list[str] = []
    codes: list[Code] = []

    def tag(text: str) -> None:
        written.append(text)
        made.append(text)

    for atom in atoms:
        if atom.kind in {Kind.TEXT, Kind.SPACE}:
            written.append(atom.shown)
        elif atom.kind is Kind.OPEN and atom.pair in closes:
            opened[atom.pair] = len(codes) + 1
            codes.append(Code(len(codes) + 1, atom.code or atom.raw, closes[atom.pair], atom.meaning))
            tag(f"<{len(codes)}>")
        elif atom.kind is Kind.CLOSE and atom.pair in opened:
            tag(f"</{opened[atom.pair]}>")
        else:
            codes.append(Code(len(codes) + 1, atom.code or atom.raw, None, atom.meaning + _HALF.get(atom.kind, "")))
            tag(f"<{len(codes)}/>")
    return "".join(written), tuple(made), tuple(codes)


_HALF = {Kind.OPEN: " begins", Kind.CLOSE: " ends"}


def _guarded(atoms: Iterable[Atom]) -> Iterator[Atom]:
    """Turn every `<` of the text into a code, for a text in which literal characters would look like a tag."""
    for atom in atoms:
        if atom.kind is not Kind.TEXT or "<" not in atom.shown:
            yield atom
        elif atom.raw != atom.shown:
            yield Atom(Kind.LONE, atom.raw, atom.shown, atom.shown)
        else:
            for piece in re.split("(<)", atom.raw):
                if piece:
                    yield Atom(Kind.LONE if piece == "<" else Kind.TEXT, piece, piece, piece if piece == "<" else "")


def put_back(text: str, codes: Sequence[Code], escape: Callable[[str, str, str], str]) -> str:
    """Turn the tags of a translation into markup; never fails.

    A tag without a code is left out, and so are the halves of a pair that is not opened once and then closed once.

    Args:
        text: the translation, with tags in any order.
        codes: of the source segment.
        escape: makes a stretch of text literal in the format; given what stands before it ("" at the beginning),
            the stretch, and the markup behind it.
    """
    known = {code.number: code for code in codes}
    sound = sound_pairs(text, known)
    written: list[str] = []
    at = 0
    for match in TAG.finditer(text):
        markup = _markup(match, known, sound)
        if match.start() > at:
            written.append(escape(_tail(written), text[at : match.start()], markup))
        written.append(markup)
        at = match.end()
    if at < len(text):
        written.append(escape(_tail(written), text[at:], ""))
    return "".join(written)


def _tail(written: Sequence[str]) -> str:
    return next((piece for piece in reversed(written) if piece), "")


def sound_pairs(text: str, known: dict[int, Code]) -> set[int]:
    """Give the numbers of the pairs that are opened once and then closed once in a text."""
    order: dict[int, list[str]] = {}
    for match in TAG.finditer(text):
        if not match[3]:
            order.setdefault(int(match[2]), []).append(match[1])
    return {number for number, halves in order.items() if halves == ["", "/"] and number in known}


def _markup(match: re.Match[str], known: dict[int, Code], sound: set[int]) -> str:
    code = known.get(int(match[2]))
    if code is None:
        return ""
    if match[3]:
        return code.raw if code.close is None else ""
    if code.number not in sound:
        return ""
    if match[1]:
        return code.close or ""
    return code.raw
