"""Open a memory's file, and say in one sentence what SQLite complains about."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tm.model.errors import DamagedError, StoreError
from tm.stores.sqlite.migrate import migrate

PATIENCE = 10.0
"""Seconds to wait for another process to finish writing."""

_MAPPED = 1 << 28
"""So much of a file is read without being copied; more would make the process seem as large."""

_MOSTLY = 2 * _MAPPED
"""Files of this size and larger ones are not mapped: little of them would be."""

DAMAGED = "damaged: run: tm memory verify --repair, or move it away and run: tm import locales"

NO_TEXT = "a text that was not written so"
NO_STATUS = "a status that there is not"

_TROUBLES = {
    sqlite3.SQLITE_BUSY: "in use by another process: try again when it has finished",
    sqlite3.SQLITE_LOCKED: "in use by another process: try again when it has finished",
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: f"not a memory, or {DAMAGED}",
    sqlite3.SQLITE_READONLY: "cannot be written: check the permissions of the file and its folder",
    sqlite3.SQLITE_PERM: "cannot be written: check the permissions of the file and its folder",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened: check the permissions of the file and its folder",
    sqlite3.SQLITE_FULL: "the disk is full: make room and try again (nothing was kept of what was being added)",
    sqlite3.SQLITE_IOERR: "the disk cannot be read or written",
}


@contextmanager
def reported(path: str) -> Iterator[None]:
    """Turn what SQLite raises into a StoreError."""
    try:
        yield
    except sqlite3.Error as error:
        # The low byte is the kind of error; the rest tells it apart further.
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        if isinstance(error, sqlite3.ProgrammingError):
            trouble = f"the memory cannot be used: {error}"
        else:  # what our statements complain about in a sound memory is listed above
            trouble = _TROUBLES.get(code, DAMAGED)
        kind = DamagedError if trouble.endswith(DAMAGED) else StoreError
        raise kind(f"{path}: {trouble}") from error


def connect(path: str, *, create: bool, patience: float = PATIENCE) -> sqlite3.Connection:
    """Open a memory, with its tables in the newest form; wait `patience` seconds where another process writes.

    Raises:
        StoreError: there is none and none may be made, or it cannot be used.
    """
    file = _place(path, create=create)
    with reported(path):
        writable = os.access(file.parent, os.W_OK)
        connection = _open(file, patience) if writable or _has_log(file) else _open_unchanging(file)
        try:
            connection.execute("PRAGMA synchronous = FULL")  # what was acknowledged outlives a power cut
            connection.execute("PRAGMA cache_size = -16000")  # KiB
            if file.stat().st_size < _MOSTLY:
                connection.execute(f"PRAGMA mmap_size = {_MAPPED}")
            migrate(connection, path)
            if writable:
                # After migrate, which leaves the file of another program as it is.
                connection.execute("PRAGMA journal_mode = WAL")
        except BaseException:
            connection.close()
            raise
    return connection


def settle(connection: sqlite3.Connection) -> None:
    """Move what was written from the log into the file, so that nothing acknowledged depends on two files.

    Where others are reading or writing, nobody waits: the next one to write, or the last one to close, does it.
    """
    (patience,) = connection.execute("PRAGMA busy_timeout").fetchone()
    connection.execute("PRAGMA busy_timeout = 0")
    with suppress(sqlite3.Error):  # such as a full disk: the log has it all
        connection.execute("PRAGMA wal_checkpoint (TRUNCATE)")
    connection.execute(f"PRAGMA busy_timeout = {patience}")


def files_of(path: str) -> list[Path]:
    """List the files that there are of a memory: itself, and the log and its index while it is open."""
    file = Path(path).absolute()
    return [part for part in (file, *(file.with_name(file.name + end) for end in ("-wal", "-shm"))) if part.exists()]


def seen_from(path: str, file: str) -> str:
    """Name a file as seen from the folder of a memory, so that both can be moved together."""
    return os.path.relpath(Path(file).resolve(), Path(path).resolve().parent)


def _place(path: str, *, create: bool) -> Path:
    """Find the file, or make the folder for it."""
    # Absolute, so that SQLite does not see a special name such as ":memory:" in it.
    file = Path(path).absolute()
    try:
        if file.is_dir():
            raise StoreError(f"{path}: a folder: name a file as the memory")
        if file.exists():
            return file
        if not create:
            raise StoreError(f"{path}: there is no memory yet: run: tm import locales")
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{path}: a memory cannot be kept there: {error.strerror}: name another path") from None
    return file


def _open(file: Path, patience: float) -> sqlite3.Connection:
    return sqlite3.connect(file, timeout=patience, isolation_level=None)


def _open_unchanging(file: Path) -> sqlite3.Connection:
    """Open a memory in a folder that cannot be written, where SQLite cannot make the files that it reads along."""
    return sqlite3.connect(f"{file.as_uri()}?immutable=1", isolation_level=None, uri=True)


def _has_log(file: Path) -> bool:
    return file.with_name(f"{file.name}-wal").exists()
