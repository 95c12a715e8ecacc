"""Entries of a memory, and the matches that a lookup finds among them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from tm.model.note import Note

MatchKey = NewType("MatchKey", str)
"""Text under which equal segments meet; only `tm.text.normalize.match_key` makes one."""


class Status(StrEnum):
    """How far the text of an entry can be trusted."""

    DRAFT = "draft"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    MACHINE = "machine"
    ALIGNED = "aligned"


class Kind(IntEnum):
    """How a match came about; a higher kind ranks first."""

    FUZZY = 0
    ADAPTED = 1
    EXACT = 2
    CONTEXT = 3

    @property
    def label(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Context:
    """The keys of both neighbours: None unknown, "" the document's beginning or end."""

    before: MatchKey | None = None
    after: MatchKey | None = None


@dataclass(frozen=True, slots=True, init=False)
class Origin:
    """Where a text comes from: document name, place in it (`source/letter.txt:23`), ISO 8601 date, and who wrote it."""

    document: str = ""
    place: str = ""
    date: str = ""
    author: str = ""

    def __init__(self, document: str = "", place: str = "", date: str = "", author: str = "") -> None:
        # Millions are made, as of `Entry`: to fill the slots so takes half the time that a frozen record does.
        _document(self, document)
        _place(self, place)
        _date(self, date)
        _author(self, author)


_document, _place, _date, _author = (Origin.__dict__[name].__set__ for name in Origin.__slots__)


@dataclass(frozen=True, slots=True, init=False)
class Entry:
    """A segment of one document in up to six languages.

    Attributes:
        id: given by the store; 0 before.
        texts: the segment by language code, that of the original first.
        role: msgctxt or role of the unit, "" for running text.
        origin: document, place and date.
        context: keys of the neighbours in the source language.
        status: of the least trusted of its translations.
        notes: what other programs say of it; that of the whole first, then in the order of the texts.
    """

    id: int
    texts: Mapping[str, str]
    role: str = ""
    origin: Origin = Origin()
    context: Context = Context()
    status: Status = Status.TRANSLATED
    notes: tuple[Note, ...] = ()

    def __init__(
        self,
        id: int,
        texts: Mapping[str, str],
        role: str = "",
        origin: Origin = Origin(),  # frozen, as the next
        context: Context = Context(),
        status: Status = Status.TRANSLATED,
        notes: tuple[Note, ...] = (),
    ) -> None:
        _id(self, id)
        _texts(self, texts)
        _role(self, role)
        _origin(self, origin)
        _context(self, context)
        _status(self, status)
        _notes(self, notes)


_id, _texts, _role, _origin, _context, _status, _notes = (Entry.__dict__[name].__set__ for name in Entry.__slots__)


@dataclass(frozen=True, slots=True)
class Change:
    """A replacement that adapted a target: where it stands in the new text, what stood there, and what stands there."""

    start: int
    end: int
    old: str
    new: str
    kind: str


@dataclass(frozen=True, slots=True)
class Through:
    """The third language by which a match was found: its code, the text in it, and where that comes from."""

    language: str
    text: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Match:
    """What a lookup offers.

    Attributes:
        score: 0 to 100, one decimal, pure similarity.
        source: the remembered source.
        target: the text to use: as remembered, or as adapted to the query.
        entry: the number of its entry in the memory.
        remembered: the target before it was adapted; "" where it was not.
        changes: what adapting replaced, in order.
        penalties: name and points; they lower the rank, never the score.
        through: where no entry has both languages; the origin is then that of the translation.
    """

    score: float
    kind: Kind
    source: str
    target: str
    origin: Origin
    entry: int = 0
    remembered: str = ""
    changes: tuple[Change, ...] = ()
    penalties: tuple[tuple[str, float], ...] = ()
    through: Through | None = None
