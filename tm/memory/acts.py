"""What is done to a memory, and what it tells of itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tm.model.match import Status
from tm.model.note import Note


class Deed(StrEnum):
    """What an act does."""

    IMPORT = "import"
    DELETE = "delete"
    RESTORE = "restore"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Act:
    """What was done to a memory at once, and can be undone at once.

    Attributes:
        at: when, ISO 8601 in UTC.
        label: what it was done to: the file imported, the entries deleted.
        undone: the number of the act that undid it; 0: none did.
    """

    id: int
    deed: Deed
    at: str
    label: str
    undone: int = 0


@dataclass(frozen=True, slots=True)
class Batch:
    """What a store is told of the entries that it is given at once.

    Attributes:
        label: names them in the list of acts.
        file: the path of the file of which they are all the entries; "" when they are not all.
        document, language: what `file` translates, and into which language; "" where that may be several.
        first: the number of the first act of the same command, with which this one will be undone; 0: it is the first.
        header: what the file says of itself, and of languages, how it writes their codes; looked at when all entries
            have come. None: its kind of file says nothing.
    """

    label: str = ""
    file: str = ""
    document: str = ""
    language: str = ""
    first: int = 0
    header: Sequence[Note] | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """Entries by their numbers or by their document, and of these all texts or those of one language.

    A document is chosen with those that its second translations have, `name#1c6ce987` (`tm.memory.variants`).
    """

    entries: tuple[int, ...] = ()
    document: str | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What an act did beside adding.

    Attributes:
        acts: those undone; for other verbs the act itself.
        removed: entries of which texts were taken away, and none brought back.
        restored: entries of which texts were brought back.
        resaid: entries of which, after undoing, the same is said as before, while their texts are what they were.
        left: acts of the same command that are not undone, as another one changed afterwards what they changed.
        revived: after a restoration, the undone imports of which texts were brought back.
        withheld: entries of which a restoration left texts away that had gone with undone imports.
    """

    acts: tuple[Act, ...]
    removed: int = 0
    restored: int = 0
    resaid: int = 0
    left: tuple[Act, ...] = ()
    revived: tuple[Act, ...] = ()
    withheld: int = 0


@dataclass(frozen=True, slots=True)
class Version:
    """A text as an entry has it or had it.

    Attributes:
        date: the one that the text came with.
        brought: the number of the act that brought it.
        ended: the number of the act that took it away or put another one in its place; 0: it is there.
    """

    language: str
    text: str
    date: str
    status: Status
    place: str = ""
    author: str = ""
    brought: int = 0
    ended: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """What other programs say or said of an entry, or of its text in one language.

    Attributes:
        about: the code of the language; "" where it is said of the whole.
        brought: the number of the act that brought it.
        ended: the number of the act that took it or its text away, or put something else in its place; 0: it is there.
    """

    about: str
    notes: tuple[Note, ...]
    brought: int = 0
    ended: int = 0


@dataclass(frozen=True, slots=True)
class Holding:
    """An entry with its texts.

    Attributes:
        original: code of the language of the original.
        texts: that of the original first.
        told: what is said of it, in the same order, and before that of texts what is said of the whole; filled by
            `history` alone.
    """

    id: int
    document: str
    role: str
    original: str
    texts: tuple[Version, ...]
    told: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class Stats:
    """What is in a memory, in figures.

    Attributes:
        entries: how many entries have texts in just these languages, by their codes in alphabetical order.
        texts: how many texts there are, by document, language and status.
        indexed: the languages whose index is ready.
        size: bytes on disk.
    """

    entries: Mapping[tuple[str, ...], int]
    texts: Mapping[tuple[str, str, Status], int]
    indexed: tuple[str, ...] = ()
    size: int = 0
