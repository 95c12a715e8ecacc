"""A unit: a segment with its places and its translation, as a PO file holds it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How far a unit is."""

    UNTRANSLATED = "untranslated"
    FUZZY = "fuzzy"
    TRANSLATED = "translated"
    OBSOLETE = "obsolete"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a unit's source stands: a path relative to the project's root, and a 1-based line (0: unknown)."""

    path: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path


@dataclass(frozen=True, slots=True)
class Unit:
    """What a translator works on.

    Attributes:
        source: msgid.
        target: msgstr (the first form of a plural); empty when untranslated.
        context: msgctxt, None when absent.
        state: untranslated, fuzzy, translated or obsolete.
        role: from the note `role: …`; empty in files that are not of our making.
        places: the `#:` references.
        notes: the other `#.` lines, such as `<1> bold`, without the role and the origin.
        origin: the note `tm: …` of a pretranslated unit, without `tm: `; empty otherwise.
        comments: the translator's own `#` lines.
        flags: the `#,` flags other than fuzzy, such as `ignore-number`.
        previous: `#| msgid`, the old or remembered source; None when absent.
        previous_context: `#| msgctxt`.
        source_plural: msgid_plural; None when the unit has no plural.
        targets: all msgstr[n] of a plural unit; empty otherwise.
        line: the 1-based line of its msgid in the PO file; 0 for a unit that is not in a file yet.
    """

    source: str
    target: str = ""
    context: str | None = None
    state: State = State.UNTRANSLATED
    role: str = ""
    places: tuple[Place, ...] = ()
    notes: tuple[str, ...] = ()
    origin: str = ""
    comments: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    previous: str | None = None
    previous_context: str | None = None
    source_plural: str | None = None
    targets: tuple[str, ...] = ()
    line: int = 0

    @property
    def key(self) -> tuple[str | None, str]:
        """What identifies a unit in its file: (msgctxt, msgid)."""
        return self.context, self.source

    @property
    def is_live(self) -> bool:
        return self.state is not State.OBSOLETE
