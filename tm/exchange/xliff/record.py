"""What an XLIFF file holds, whatever its version."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tm.model.document import Code


class State(StrEnum):
    """How far a segment is, in the words of XLIFF 2."""

    INITIAL = "initial"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class Segment:
    """A source and its translation.

    Attributes:
        source, target: texts with numbered tags; a target may be missing (None) or empty.
        state: None where the file says nothing.
        mark: what refines the state: subState in XLIFF 2, state-qualifier in 1.2.
        place: of the target among those of its unit, from 1; 0: as its source.
        is_between: what stands between segments, and is not translated (`ignorable`).
        is_preserved: whether white space in it counts.
        line: 1-based; 0 unknown.
    """

    source: str
    target: str | None = None
    state: State | None = None
    mark: str = ""
    place: int = 0
    is_between: bool = False
    is_preserved: bool = True
    line: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """A note and what kind it is (`category` in XLIFF 2, `from` in 1.2)."""

    text: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A translation that a memory offers: its score is 0 to 100; None unknown."""

    source: str
    target: str
    score: float | None = None
    origin: str = ""
    is_context: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """What is translated as one.

    Attributes:
        id: unique in its file.
        facts: what is known of it, by name, for the program that made the file; a name may occur several times.
        codes: what stands for the tags, where the file says it.
        group: the id of the group that holds it with those beside it; "" where it is in none, or that says nothing.
    """

    id: str
    segments: tuple[Segment, ...]
    notes: tuple[Note, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    candidates: tuple[Candidate, ...] = ()
    codes: tuple[Code, ...] = ()
    group: str = ""
    is_translated: bool = True
    line: int = 0


@dataclass(frozen=True, slots=True)
class File:
    """What was taken from one file.

    Attributes:
        original: its name.
        source, target: codes of the languages, as the file has them; the target may be "".
    """

    original: str
    source: str
    target: str
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Xliff:
    """A whole document.

    Attributes:
        version: "1.2", "2.0" or "2.1"; the older "1.0" and "1.1" are read.
        defects: lines and sentences of units that could not be read.
        left_out: what else the file holds and is not read, a word each.
    """

    version: str
    files: tuple[File, ...]
    defects: tuple[tuple[int, str], ...] = ()
    left_out: tuple[str, ...] = ()
