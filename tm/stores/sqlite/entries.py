"""Give all entries of a memory, whole, one after the other."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from math import inf
from operator import itemgetter
from typing import Any

from tm.memory.facts import Facts, entries_of, noted
from tm.model.match import Context, Entry, MatchKey
from tm.model.note import Note, is_code
from tm.stores.sqlite.headers import import_before, read_codes, restorations
from tm.stores.sqlite.keys import BORDER
from tm.stores.sqlite.notes import read_notes
from tm.stores.sqlite.read import check, check_told, status_of, text_of

_ENTRIES = """
    SELECT t.entry, d.name, e.role, e.language, t.language, t.verbatim, s.key, s.hash, t.import,
        t.place, t.date, t.author, t.status,
        t.before, before.language, before.key, before.hash, t.after, after.language, after.key, after.hash
    FROM text t
    CROSS JOIN entry e ON e.id = t.entry
    CROSS JOIN document d ON d.id = e.document
    CROSS JOIN segment s ON s.id = t.segment
    LEFT JOIN segment before ON before.id = t.before
    LEFT JOIN segment after ON after.id = t.after
    ORDER BY t.entry, t.language"""


def read_entries(connection: sqlite3.Connection) -> Iterator[Entry]:
    """Give all entries by number, each as often as its translations differ in what is known of them.

    Raises:
        sqlite3.DatabaseError: a text, or its neighbour, is not what was written.
    """
    codes = _Codes(connection)
    noted_entries = read_notes(connection)
    noted_one, notes = next(noted_entries, _NO_MORE)  # before the entries, so that both are seen in one state
    for (number, document, role, original), rows in groupby(connection.execute(_ENTRIES), key=itemgetter(slice(4))):
        check_told(document, role, original)
        found = sorted(rows, key=lambda row, original=original: row[4] != original)  # type: ignore[misc]  # no default type
        texts = {row[4]: text_of(*row[4:8]) for row in found}
        facts = {row[4]: _facts(row[9:]) for row in found}
        while noted_one < number:
            noted_one, notes = next(noted_entries, _NO_MORE)
        parts = entries_of(texts, facts, document, role, number)
        said = codes.added(number, {row[4]: row[8] for row in found}, notes if noted_one == number else ())
        yield from noted(parts, said) if said else parts


class _Codes:
    """Tells how the files of imports write the codes of languages, as if it were said of each text."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._codes = read_codes(connection)
        self._restorations = restorations(connection) if self._codes else frozenset[int]()

    def added(self, entry: int, imports: Mapping[str, int], notes: Sequence[Note]) -> Sequence[Note]:
        """Add to what is said of an entry the codes of its texts, of which `imports` tells what brought them.

        What is said of a text itself takes the place of what its file says.
        """
        if not self._codes:
            return notes
        written = {language: note for language, act in imports.items() if (note := self._code(entry, language, act))}
        if notes and written:
            for note in notes:
                if is_code(note):
                    written.pop(note.about, None)
        return [*written.values(), *notes] if written else notes

    def _code(self, entry: int, language: str, act: int) -> Note | None:
        if act in self._restorations:
            act = import_before(self._connection, entry, language)
        return self._codes[act].get(language) if act in self._codes else None


_NO_MORE: tuple[float, Sequence[Note]] = inf, ()


def _facts(row: tuple[Any, ...]) -> Facts:
    place, date, author, status = row[:4]
    check_told(place, date, author)
    return Facts(place, date, author, Context(_neighbour(*row[4:8]), _neighbour(*row[8:])), status_of(status))


def _neighbour(number: int | None, language: str, key: str | None, digest: int) -> MatchKey | None:
    if number == BORDER:
        return MatchKey("")
    if key is None:
        return None
    check(language, key, digest)
    return MatchKey(key)
