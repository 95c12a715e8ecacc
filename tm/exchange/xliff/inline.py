"""Inline codes as numbered tags: what readers of both versions of XLIFF share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby

from tm.model.document import Code
from tm.text.codes import TAG

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold (section 2.2)."""

_MAX_NESTED = 16
"""Pairs within pairs that are written as nested elements; deeper ones are written apart, as those that cross are."""

_NUMBER = re.compile(r"[1-9][0-9]{0,5}")


class Kind(Enum):
    """Which part of a code stands there."""

    OPEN = auto()
    CLOSE = auto()
    LONE = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    """A code, or half of one.

    Attributes:
        id: what its halves, and the same code in the other language, share.
        data: the markup that it stands for; "" unknown.
    """

    kind: Kind
    id: str
    data: str = ""


Piece = str | Mark


class Numbers:
    """Gives the codes of a unit their numbers: their ids, where those are numbers, else what is free.

    Where the markup of a code is one of our tags, that is what it becomes, and so do others with its id and no markup.
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._taken: set[int] = set()
        self._free = 1
        self._codes: dict[int, Code] = {}
        self._ours: dict[tuple[str, Kind], str] = {}

    def text(self, pieces: Iterable[Piece]) -> str:
        """Write pieces as text with tags; sources come first."""
        return "".join(piece if isinstance(piece, str) else self._tag(piece) for piece in pieces)

    def codes(self) -> tuple[Code, ...]:
        """List the markup that was met, by number."""
        return tuple(self._codes[number] for number in sorted(self._codes))

    def _tag(self, mark: Mark) -> str:
        if TAG.fullmatch(mark.data):
            self._ours.setdefault((mark.id, mark.kind), mark.data)
            return mark.data
        if not mark.data and (mark.id, mark.kind) in self._ours:
            return self._ours[mark.id, mark.kind]  # a tool has dropped the reference to the data in the target
        number = self._number(mark.id)
        self._note(number, mark)
        if mark.kind is Kind.LONE:
            return f"<{number}/>"
        return f"<{number}>" if mark.kind is Kind.OPEN else f"</{number}>"

    def _number(self, name: str) -> int:
        number = self._numbers.get(name)
        if number is None:
            number = int(name) if _NUMBER.fullmatch(name) else 0
            if not number or number in self._taken:
                while self._free in self._taken:
                    self._free += 1
                number = self._free
            self._numbers[name] = number
            self._taken.add(number)
        return number

    def _note(self, number: int, mark: Mark) -> None:
        if not mark.data:
            return
        known = self._codes.get(number, Code(number, ""))
        if mark.kind is Kind.CLOSE:
            self._codes[number] = Code(number, known.raw, known.close or mark.data)
        else:
            self._codes[number] = Code(number, known.raw or mark.data, known.close)


def collapsed(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Make each run of white space one space, as XML without xml:space="preserve" may be taken."""
    for is_text, group in groupby(pieces, key=lambda piece: isinstance(piece, str)):
        if is_text:
            yield _BLANKS.sub(" ", "".join(piece for piece in group if isinstance(piece, str)))
        else:
            yield from group


_BLANKS = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of ours in one of the texts of a unit.

    Attributes:
        kind: CLOSE with a partner: the end of what that one opens.
        number: as it is written.
        partner: place of its other half in the same list of texts; None where there is none.
        is_nested: whether it and its other half stand in the same text, and cross no other pair.
    """

    kind: Kind
    number: str
    raw: str
    partner: int | None = None
    is_nested: bool = False


def split(texts: Iterable[str]) -> tuple[list[list[str | int]], list[Tag]]:
    """Cut texts at their tags: give each as stretches of text and places in the list of tags, and that list.

    Halves find each other across the texts of a unit.
    """
    tags: list[Tag] = []
    cut: list[list[str | int]] = []
    where: list[int] = []
    for number, text in enumerate(texts):
        pieces: list[str | int] = []
        at = 0
        for found in TAG.finditer(text):
            pieces += [text[at : found.start()], len(tags)]
            kind = Kind.CLOSE if found[1] else Kind.LONE if found[3] else Kind.OPEN
            tags.append(Tag(Kind.LONE if found[1] and found[3] else kind, found[2], found[0]))
            where.append(number)
            at = found.end()
        cut.append([*pieces, text[at:]])
    return cut, _paired(tags, where)


def _paired(tags: list[Tag], where: list[int]) -> list[Tag]:
    open_: dict[str, list[int]] = {}
    partner: dict[int, int] = {}
    for place, tag in enumerate(tags):
        if tag.kind is Kind.OPEN:
            open_.setdefault(tag.number, []).append(place)
        elif tag.kind is Kind.CLOSE and open_.get(tag.number):
            start = open_[tag.number].pop()
            partner[start], partner[place] = place, start
    nested = _nested(partner, where)
    return [Tag(tag.kind, tag.number, tag.raw, partner.get(place), place in nested) for place, tag in enumerate(tags)]


def _nested(partner: dict[int, int], where: list[int]) -> set[int]:
    """List the halves of pairs within one text that cross no pair which does so, too; the first of two stays."""
    nested: set[int] = set()
    stack: list[int] = []
    for place in sorted(partner):
        other = partner[place]
        if where[place] != where[other]:
            continue
        if place < other and len(stack) < _MAX_NESTED:
            stack.append(place)
        elif other in stack:
            del stack[stack.index(other) :]
            nested |= {place, other}
    return nested
