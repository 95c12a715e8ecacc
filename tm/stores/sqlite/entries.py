"""Give all entries of a memory, whole, one after the other."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from tm.memory.facts import Facts, entries_of
from tm.model.match import Context, Entry, MatchKey
from tm.stores.sqlite.keys import BORDER
from tm.stores.sqlite.read import status_of

_ENTRIES = """
    SELECT t.entry, d.name, e.role, e.language, t.language, coalesce(nullif(t.verbatim, ''), s.key),
        t.place, t.date, t.author, t.status, t.before, before.key, t.after, after.key
    FROM text t
    CROSS JOIN entry e ON e.id = t.entry
    CROSS JOIN document d ON d.id = e.document
    CROSS JOIN segment s ON s.id = t.segment
    LEFT JOIN segment before ON before.id = t.before
    LEFT JOIN segment after ON after.id = t.after
    ORDER BY t.entry, t.language"""


def read_entries(connection: sqlite3.Connection) -> Iterator[Entry]:
    """Give all entries by number, each as often as its translations differ in what is known of them."""
    for (number, document, role, original), rows in groupby(connection.execute(_ENTRIES), key=itemgetter(slice(4))):
        found = sorted(rows, key=lambda row, original=original: row[4] != original)  # type: ignore[misc]  # no default type
        texts = {row[4]: row[5] for row in found}
        facts = {row[4]: _facts(row[6:]) for row in found}
        yield from entries_of(texts, facts, document, role, number)


def _facts(row: tuple[Any, ...]) -> Facts:
    place, date, author, status, before, before_key, after, after_key = row
    return Facts(
        place, date, author, Context(_neighbour(before, before_key), _neighbour(after, after_key)), status_of(status)
    )


def _neighbour(number: int | None, key: str | None) -> MatchKey | None:
    if number == BORDER:
        return MatchKey("")
    return None if key is None else MatchKey(key)
