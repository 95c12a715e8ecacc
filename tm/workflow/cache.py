"""What checking gave before, in one SQLite file: lost, it costs time; wrong, it is not used.

A row is found by a digest of all that it depends on, and carries a digest of itself. Whatever is wrong with the file
(damage, no room, another writer that takes long) makes this run do without it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import TypeVar

T = TypeVar("T")

_LAYOUT = 2
_KEPT_DAYS = 30
_MOST_BYTES = 256 << 20
_SCHEMA = (
    "DROP TABLE IF EXISTS row",
    "CREATE TABLE row (key BLOB PRIMARY KEY, day INTEGER NOT NULL, sum BLOB NOT NULL,"
    " head BLOB NOT NULL, body BLOB NOT NULL)",
    "CREATE INDEX row_by_day ON row (day)",
    f"PRAGMA user_version = {_LAYOUT}",
)


def digest(*parts: bytes) -> bytes:
    """Make a key of all that a row depends on; where one part ends and the next begins counts."""
    found = blake2b(digest_size=16)
    for part in parts:
        found.update(len(part).to_bytes(8, "big"))
        found.update(part)
    return found.digest()


class Cache:
    """Rows of two byte strings by their keys."""

    def __init__(self, path: Path | None, *, today: int, most_bytes: int = _MOST_BYTES) -> None:
        """Take the place of the file, None for a cache that keeps nothing; it is opened when first asked.

        Args:
            today: the number of the day; rows that were of no use for 30 days go.
            most_bytes: where the file grows beyond, its older half goes.
        """
        self._path, self._today, self._most_bytes = path, today, most_bytes
        self._connection: sqlite3.Connection | None = None
        self._is_renewed = False

    def __enter__(self) -> Cache:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._connection and kind is None:
            self._try(self._tidy)
        if self._connection:
            self._connection.close()

    def get(self, keys: Sequence[bytes]) -> Mapping[bytes, tuple[bytes, bytes]]:
        """Find rows; those that are not there, or not as they were written, are left out."""
        found: dict[bytes, tuple[bytes, bytes]] = {}

        def read(connection: sqlite3.Connection) -> None:
            old = []
            for key in keys:
                row = connection.execute("SELECT day, sum, head, body FROM row WHERE key = ?", (key,)).fetchone()
                if row and all(isinstance(part, bytes) for part in row[2:]) and row[1] == digest(key, *row[2:]):
                    found[key] = row[2], row[3]
                    old += [key] if row[0] != self._today else []
            if old:
                connection.executemany("UPDATE row SET day = ? WHERE key = ?", ((self._today, key) for key in old))

        self._try(read)
        return found

    def put(self, rows: Iterable[tuple[bytes, bytes, bytes]]) -> None:
        """Keep rows of key, head and body."""
        sums = ((key, self._today, digest(key, head, body), head, body) for key, head, body in rows)
        self._try(lambda connection: connection.executemany("INSERT OR REPLACE INTO row VALUES (?, ?, ?, ?, ?)", sums))

    def _try(self, act: Callable[[sqlite3.Connection], object]) -> None:
        """Do it in a transaction; a damaged file is made anew, and where that is of no use this run does without."""
        if self._path is None:
            return
        try:
            if self._connection is None:
                self._connection = _open(self._path)
            with self._connection:
                act(self._connection)
        except (sqlite3.Error, OSError) as error:
            if self._connection:
                self._connection.close()
            self._connection = None
            if isinstance(error, OSError) or _is_passing(error) or self._is_renewed or not _taken_away(self._path):
                self._path = None
            self._is_renewed = True

    def _tidy(self, connection: sqlite3.Connection) -> None:
        connection.execute("DELETE FROM row WHERE day < ?", (self._today - _KEPT_DAYS,))
        pages, size = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
        if pages * size > self._most_bytes:
            connection.execute(
                "DELETE FROM row WHERE key IN"
                " (SELECT key FROM row ORDER BY day, rowid LIMIT (SELECT count(*) / 2 + 1 FROM row))"
            )


def _is_passing(error: sqlite3.Error) -> bool:
    """Tell whether another writer, or the place, is to blame, and not the file."""
    return isinstance(error, sqlite3.OperationalError) and getattr(error, "sqlite_errorname", "").startswith(
        ("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_FULL", "SQLITE_IOERR")
    )


def _taken_away(path: Path) -> bool:
    try:
        for part in (path, path.with_name(f"{path.name}-journal")):
            part.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _open(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, timeout=5)
    try:
        connection.execute("PRAGMA synchronous = OFF")  # what a power cut takes is made again
        connection.execute("PRAGMA auto_vacuum = FULL")
        if _version(connection) != _LAYOUT:
            connection.execute("BEGIN IMMEDIATE")
            for statement in _SCHEMA if _version(connection) != _LAYOUT else ():
                connection.execute(statement)
            connection.commit()
    except BaseException:
        connection.close()
        raise
    return connection


def _version(connection: sqlite3.Connection) -> object:
    return connection.execute("PRAGMA user_version").fetchone()[0]
