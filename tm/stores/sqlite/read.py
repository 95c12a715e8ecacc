"""Read entries as they stand in the memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from tm.model.match import Context, Entry, MatchKey, Origin, Status
from tm.stores.sqlite.write import BORDER

# The facts are those of the translation: of the two texts, the one that is not the original.
_ENTRIES = """
    SELECT e.id, e.role, d.name, e.language, a.verbatim, coalesce(nullif(b.verbatim, ''), s.key), a.status, b.status,
        iif(e.language = :target, a.before, b.before), before.key,
        iif(e.language = :target, a.after, b.after), after.key,
        iif(e.language = :target, a.place, b.place),
        iif(e.language = :target, a.date, b.date),
        iif(e.language = :target, a.author, b.author)
    FROM text a
    JOIN text b ON b.entry = a.entry AND b.language = :target
    JOIN segment s ON s.id = b.segment
    JOIN entry e ON e.id = a.entry
    JOIN document d ON d.id = e.document
    LEFT JOIN segment before ON before.id = iif(e.language = :target, a.before, b.before)
    LEFT JOIN segment after ON after.id = iif(e.language = :target, a.after, b.after)
    WHERE a.segment = :segment"""

_TRUST = (Status.MACHINE, Status.ALIGNED, Status.DRAFT, Status.TRANSLATED, Status.REVIEWED)
"""From the least trusted on."""


def find_entries(
    connection: sqlite3.Connection, segment: int, key: MatchKey, source: str, target: str
) -> Sequence[Entry]:
    """List the entries of a segment that have a text in `target`; the texts are those two.

    Raises:
        ValueError: the memory holds a status that there is not.
    """
    rows = connection.execute(_ENTRIES, {"segment": segment, "target": target})
    return [_entry(row, key, source, target) for row in rows]


def _entry(row: tuple[Any, ...], key: MatchKey, source: str, target: str) -> Entry:
    number, role, document, original, verbatim, translation, left, right = row[:8]
    before_number, before, after_number, after, place, date, author = row[8:]
    if original == source:
        status = Status(right)
    elif original == target:
        status = Status(left)
    else:
        status = min(Status(left), Status(right), key=_TRUST.index)
    return Entry(
        number,
        {source: verbatim or key, target: translation},
        role,
        Origin(document, place, date, author),
        Context(_neighbour(before_number, before), _neighbour(after_number, after)),
        status,
    )


def _neighbour(number: int | None, key: str | None) -> MatchKey | None:
    if number == BORDER:
        return MatchKey("")
    return None if key is None else MatchKey(key)
