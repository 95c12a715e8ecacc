"""Mend a memory: make its index anew, or save what can be read of it into a new file that takes its place."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from tm.memory.damage import Mended
from tm.model.errors import StoreError
from tm.stores.sqlite.connection import code_of, connect, real, reported
from tm.stores.sqlite.salvage import salvage

_HEADER = 100
_SAME = (slice(0, 18), slice(20, 24), slice(44, 48), slice(52, 60), slice(64, 68))
"""Where the header of a file is the same in all memories that SQLite can read: see its "Database File Format", 1.3."""

_DERIVED = ("plane", "piece", "posting", "shape", "search")


def renew_index(path: str) -> Mended:
    """Drop what is derived from the texts; a lookup makes it anew when it needs it.

    Raises:
        StoreError: the file is damaged otherwise too.
    """
    with reported(path), closing(connect(path, create=False)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        for table in _DERIVED:
            connection.execute(f"DELETE FROM {table}")
        tables = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'concordance%' AND"
            " (sql LIKE 'CREATE VIRTUAL%' OR name = 'concordance')"
        ).fetchall()
        for (name,) in tables:
            connection.execute(f"DROP TABLE {name}")
        connection.execute("REINDEX")
        connection.execute("COMMIT")
        (kept,) = connection.execute("SELECT count(*) FROM text").fetchone()
    return Mended(kept)


def rebuild(path: str, fill: Callable[[str], None]) -> Mended:
    """Save what can be read into a new file, let `fill` add to it by its path, and put it in the place of the old one.

    The damaged file is kept beside it. Until the last moment it stays where it is.

    Raises:
        StoreError: another process has the memory open, or the new file cannot be written.
    """
    file = real(path)
    draft = file.with_name(f"{file.name}.new")
    with _alone(path, file) as damaged:
        _remove(draft)
        try:
            connect(str(draft), create=True).close()
            with _readable(file, damaged, draft) as source, reported(path):  # such as a full disk
                mended = salvage(source, file, draft)
            fill(str(draft))
            aside = _put_aside(file)
            draft.replace(file)
        except OSError as error:
            raise StoreError(f"{path}: a new memory cannot be put there: {error.strerror}: make room") from None
        finally:
            _remove(draft)
    return replace(mended, aside=str(aside))


@contextmanager
def _alone(path: str, file: Path) -> Iterator[sqlite3.Connection]:
    """Hold a memory that nobody else has open, as far as its damage allows to tell."""
    with reported(path):
        opened = sqlite3.connect(file, timeout=0, isolation_level=None)
    with closing(opened) as connection:
        for statement in (
            "PRAGMA journal_mode = DELETE",  # possible only alone; also takes over what stands in the log
            "PRAGMA writable_schema = ON",  # reads a file that was cut off, and what is left of the names of tables
            "BEGIN EXCLUSIVE",
        ):
            try:
                connection.execute(statement)
            except UnicodeDecodeError:
                continue  # a complaint about names that are no text
            except sqlite3.Error as error:
                if code_of(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                    raise StoreError(f"{path}: open in another process: try again when it has finished") from None
        yield connection
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")


@contextmanager
def _readable(file: Path, damaged: sqlite3.Connection, draft: Path) -> Iterator[sqlite3.Connection]:
    """Give what SQLite can read: the file, or a copy with the header that each memory has, if it lost its own."""
    with draft.open("rb") as sound, file.open("rb") as found:
        header, ours = found.read(_HEADER), sound.read(_HEADER)
    if len(header) < _HEADER or all(header[part] == ours[part] for part in _SAME):
        yield damaged
        return
    copy = file.with_name(f"{file.name}.read")
    try:
        shutil.copyfile(file, copy)
        with copy.open("r+b") as written:
            # No log; no free pages; and the number of pages is that of the file, as two counters differ.
            written.write(ours[:18] + b"\1\1" + ours[20:32] + bytes(8) + ours[40:92] + b"\xff" * 4 + ours[96:])
        with closing(sqlite3.connect(copy, isolation_level=None)) as source:
            source.execute("PRAGMA writable_schema = ON")
            yield source
    finally:
        _remove(copy)


def _put_aside(file: Path) -> Path:
    """Give the damaged file a second name, and take away what SQLite keeps beside it."""
    aside, number = file.with_name(f"{file.name}.damaged"), 1
    while aside.exists():
        number += 1
        aside = file.with_name(f"{file.name}.damaged-{number}")
    try:
        os.link(file, aside)
    except OSError:  # a file system without second names
        shutil.copy2(file, aside)
    log = file.with_name(f"{file.name}-wal")
    if log.exists() and log.stat().st_size:  # what could not be taken over belongs to the damaged file
        log.replace(aside.with_name(f"{aside.name}-wal"))
    for end in ("-wal", "-shm", "-journal"):
        file.with_name(file.name + end).unlink(missing_ok=True)
    return aside


def _remove(draft: Path) -> None:
    for end in ("", "-wal", "-shm", "-journal"):
        draft.with_name(draft.name + end).unlink(missing_ok=True)
