"""A memory in one SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

from tm.matching.scan import Scan
from tm.matching.shape import shape
from tm.memory.store import Proposal, Tally, Version
from tm.model.errors import StoreError
from tm.model.match import Entry, MatchKey, Status
from tm.stores.sqlite.connection import DAMAGED, PATIENCE, connect, reported
from tm.stores.sqlite.grow import Search, find_search, growing
from tm.stores.sqlite.read import find_entries
from tm.stores.sqlite.search import similar
from tm.stores.sqlite.write import add, find_segment
from tm.text.tokens import tokens

_HISTORY = """
    SELECT h.language, coalesce(nullif(h.verbatim, ''), s.key), h.date, h.status
    FROM history h JOIN segment s ON s.id = h.segment
    WHERE h.entry = :entry AND h.visible ORDER BY h.id DESC"""

_Row = tuple[Any, ...]
_Record = TypeVar("_Record")

_UNWRITABLE = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}


class SqliteStore:
    """Fills the `Store` protocol; a language is indexed when it is first asked for as a source."""

    def __init__(self, path: str, *, create: bool = True, patience: float = PATIENCE) -> None:
        self._path = path
        self._connection = connect(path, create=create, patience=patience)
        self._scans: dict[str, tuple[Scan, int]] = {}
        self._searches: dict[str, Search | None] = {}
        self._searches_of: int | None = None
        self._unprepared: set[str] = set()

    def add(self, entries: Iterable[Entry]) -> Tally:
        with reported(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                tally = add(self._connection, entries)
                self._searches.clear()
                self._connection.execute("COMMIT" if tally.added or tally.updated else "ROLLBACK")
            except UnicodeEncodeError as error:
                self._roll_back()
                shown = ascii(error.object[max(error.start - 20, 0) : error.end + 20])
                raise StoreError(f"{shown}: half a character (a lone surrogate): mend the text") from None
            except BaseException:
                self._roll_back()
                raise
        return tally

    def _roll_back(self) -> None:
        if self._connection.in_transaction:  # SQLite itself ends it when the disk is full
            self._connection.execute("ROLLBACK")

    def exact(self, key: MatchKey, source: str, target: str) -> Sequence[Entry]:
        with reported(self._path):
            segment = find_segment(self._connection, source, key)
            if segment is None:
                return ()
            try:
                return find_entries(self._connection, segment, key, source, target)
            except ValueError:  # a status that there is not
                raise StoreError(f"{self._path}: {DAMAGED}") from None

    def similar(self, key: MatchKey, source: str, target: str, floor: Callable[[], float]) -> Iterator[Proposal]:
        with reported(self._path):
            text = shape(tokens(key))
            if not text:
                return
            self._prepare(source)
            with self._reading():
                search = self._search(source)
                found = (
                    similar(self._connection, search, text, floor)
                    if search and search.ready
                    else self._scan(source).near(tokens(key), floor())
                )
                for bound, number in found:
                    row = self._connection.execute("SELECT key FROM segment WHERE id = ?", (number,)).fetchone()
                    if row:
                        yield Proposal(row[0], bound)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """See one state of the memory, whatever others write meanwhile."""
        self._connection.execute("BEGIN")
        try:
            yield
        finally:
            with suppress(sqlite3.Error):  # nothing was written; damage was reported where it was met
                self._connection.execute("ROLLBACK")

    def _search(self, language: str) -> Search | None:
        """Read what is known of a language's index, unless nobody has written since it was read."""
        (state,) = self._connection.execute("PRAGMA data_version").fetchone()
        if self._searches_of != state:
            self._searches.clear()
            self._searches_of = state
        if language not in self._searches:
            self._searches[language] = find_search(self._connection, language)
        return self._searches[language]

    def _prepare(self, language: str) -> None:
        """Complete the index of a language that is asked for; where nothing can be written, do without."""
        if self._connection.in_transaction:
            return
        search = self._search(language)
        if (search and search.ready) or language in self._unprepared:
            return
        try:
            for search in growing(self._connection, language):
                self._searches[language] = search
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in _UNWRITABLE:
                raise
            self._unprepared.add(language)

    def _scan(self, language: str) -> Scan:
        """Load the texts of a language that were added since it was last asked for, by whomever."""
        scan, last = self._scans.pop(language, (Scan(), 0))
        rows = self._connection.execute("SELECT id, key FROM segment WHERE id > ? AND language = ?", (last, language))
        for number, key in rows:
            scan.add(number, tokens(key))
            last = number
        self._scans[language] = scan, last
        return scan

    def history(self, entry: int) -> Sequence[Version]:
        return self._read(_HISTORY, {"entry": entry}, lambda row: Version(row[0], row[1], row[2], Status(row[3])))

    def _read(self, query: str, asked: dict[str, object], make: Callable[[_Row], _Record]) -> Sequence[_Record]:
        with reported(self._path):
            try:
                return [make(row) for row in self._connection.execute(query, asked)]
            except ValueError:  # a status that there is not
                raise StoreError(f"{self._path}: {DAMAGED}") from None

    def close(self) -> None:
        with reported(self._path):
            self._connection.close()
