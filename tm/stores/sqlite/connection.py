"""Open a memory's file, and say in one sentence what SQLite complains about."""

from __future__ import annotations

import os
import re
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from tm.model.errors import DamagedError, StoreError
from tm.stores.sqlite.migrate import migrate

PATIENCE = 10.0
"""Seconds to wait for another process to finish writing."""

_MAPPED = 1 << 28
"""So much of a file is read without being copied; more would make the process seem as large."""

_STEPS = 1_000_000
"""Of a statement, after which an interrupt is heard: some hundredths of a second."""

_ROOM = 1 << 16
"""Bytes that SQLite needs to read along while others write: it makes the index of its log so large, and a page."""

_MOSTLY = 2 * _MAPPED
"""Files of this size and larger ones are not mapped: little of them would be."""

DAMAGED = "damaged: run: tm memory verify --repair, or move it away and run: tm import locales"

_MAKING = 3600.0
"""Seconds after which nobody can be making an empty memory any more; it takes some milliseconds."""

_EMPTY = (
    "damaged (a full disk leaves such): run: tm import locales, which makes it anew; then import what else was in it"
)

FULL = "the disk is full: make room and try again"

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
    sqlite3.SQLITE_FULL: "the disk is full: make room and try again (nothing was changed)",
    sqlite3.SQLITE_IOERR: (
        "the disk cannot be read or written: check it, your quota and the limit on the size of files"
    ),
}

_UNWRITABLE = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_FULL,
    # A quota that is used up and a file that may not grow, which SQLite does not take for a full disk.
    sqlite3.SQLITE_IOERR_WRITE,
    sqlite3.SQLITE_IOERR_FSYNC,
    sqlite3.SQLITE_IOERR_TRUNCATE,
    sqlite3.SQLITE_IOERR_SHMSIZE,
}


def code_of(error: sqlite3.Error) -> int:
    """Give the kind of an error; what Python itself complains about, such as a text that is not UTF-8, has none."""
    # The low byte is the kind; the rest tells it apart further.
    return int(getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)) & 0xFF


def is_unwritable(error: sqlite3.Error) -> bool:
    """Tell whether nothing can be written now, while what there is can be read."""
    return not _UNWRITABLE.isdisjoint((code_of(error), getattr(error, "sqlite_errorcode", None)))


@contextmanager
def reported(path: str) -> Iterator[None]:
    """Turn what SQLite raises into a StoreError.

    Raises:
        KeyboardInterrupt: a statement was interrupted.
    """
    try:
        yield
    except sqlite3.Error as error:
        code = code_of(error)
        if code == sqlite3.SQLITE_INTERRUPT:
            raise KeyboardInterrupt from error
        if isinstance(error, sqlite3.ProgrammingError):
            trouble = f"the memory cannot be used: {error}"
        elif code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY) and _is_full(path, error):
            trouble = FULL
        else:  # what our statements complain about in a sound memory is listed above
            trouble = _TROUBLES.get(code, DAMAGED)
        kind = DamagedError if trouble.endswith(DAMAGED) else StoreError
        raise kind(f"{path}: {trouble}") from error


def listen(connection: sqlite3.Connection) -> None:
    """Let an interrupt end a long statement, which would be waited for otherwise; `reported` tells of it."""
    connection.set_progress_handler(_go_on, _STEPS)


def _go_on() -> int:
    """Let Python hear of an interrupt; what it raises then ends the statement."""
    return 0


def connect(path: str, *, create: bool, patience: float = PATIENCE) -> sqlite3.Connection:
    """Open a memory, with its tables in the newest form; wait `patience` seconds where another process writes.

    Raises:
        DamagedError: it is damaged, or an empty file where none may be made.
        StoreError: there is none and none may be made, or it cannot be used.
    """
    file = _place(path, create=create)
    writable = os.access(file.parent, os.W_OK)
    with reported(path), _named():
        if create and not file.exists():
            _make(file)
        if create and writable:
            _clear_away(file)
        if not writable and not _has_log(file):
            return _prepared(_open_unchanging(file), path, writable=False, create=create)
        try:
            return _prepared(_open(file, patience), path, writable=writable, create=create)
        except sqlite3.OperationalError as error:
            if create or code_of(error) != sqlite3.SQLITE_IOERR or not _is_full(path, error) or _has_log(file):
                raise
        # On a full disk nobody writes either, and what there is can be read.
        return _prepared(_open_unchanging(file), path, writable=False, create=create)


def _make(file: Path) -> None:
    """Make an empty memory at once: where there is no room for it, no file is left that would pass for damaged."""
    new = file.with_name(f"{file.name}.{os.getpid()}-{threading.get_ident()}.new")
    try:
        with closing(_open(new, PATIENCE)) as connection:
            migrate(connection, str(file), create=True)
        with suppress(OSError):  # another process was first; or there are no links here, and it is made in its place
            os.link(new, file)
    except sqlite3.OperationalError as error:
        if code_of(error) != sqlite3.SQLITE_CANTOPEN:  # such as a name that is as long as may be
            raise
    finally:
        for part in files_of(str(new), "-journal"):
            part.unlink()


def _clear_away(file: Path) -> None:
    """Remove what processes left that were killed while they made this memory, once none can be at it any more."""
    left = re.compile(rf"{re.escape(file.name)}\.\d+-\d+\.new(-journal)?")
    with suppress(OSError):  # such as another process that removes them at the same time
        for part in [entry for entry in os.scandir(file.parent) if left.fullmatch(entry.name)]:
            if part.stat().st_mtime < time.time() - _MAKING:
                Path(part).unlink()


def _prepared(connection: sqlite3.Connection, path: str, *, writable: bool, create: bool) -> sqlite3.Connection:
    """Set a connection up, with the tables in the newest form; close it where that fails."""
    try:
        connection.execute("PRAGMA synchronous = FULL")  # what was acknowledged outlives a power cut
        connection.execute("PRAGMA cache_size = -16000")  # KiB
        if Path(path).stat().st_size < _MOSTLY:
            connection.execute(f"PRAGMA mmap_size = {_MAPPED}")
        migrate(connection, path, create=create)
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


def real(path: str) -> Path:
    """Give the file that a path leads to: SQLite follows links, and keeps its log beside that file.

    Absolute, so that SQLite does not see a special name such as ":memory:" in it.
    """
    return Path(os.path.realpath(path))


def files_of(path: str, *beside: str) -> list[Path]:
    """List the files that there are of a memory: itself, and the log and its index while it is open."""
    file = real(path)
    beside = beside or ("-wal", "-shm")
    return [part for part in (file, *(file.with_name(file.name + end) for end in beside)) if part.exists()]


def seen_from(path: str, file: str) -> str:
    """Name a file as seen from the folder of a memory, so that both can be moved together."""
    return os.path.relpath(Path(file).resolve(), Path(path).resolve().parent)


def _place(path: str, *, create: bool) -> Path:
    """Find the file, or make the folder for it."""
    file = real(path)
    try:
        if file.is_dir():
            raise StoreError(f"{path}: a folder: name a file as the memory")
        if file.exists() and not file.is_file():
            raise StoreError(f"{path}: a pipe or a device: name a file as the memory")
        if file.exists():
            if not create and _is_nothing(file):
                raise DamagedError(f"{path}: an empty file, {_EMPTY}")
            return file
        if not create:
            raise StoreError(f"{path}: there is no memory yet: run: tm import locales")
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{path}: a memory cannot be kept there: {error.strerror}: name another path") from None
    return file


def _is_nothing(file: Path) -> bool:
    """Say whether a file is empty, and not because another process is making a memory of it."""
    return not file.stat().st_size and files_of(str(file), "-wal", "-journal") == [file]


@contextmanager
def _named() -> Iterator[None]:
    """Name the damage that SQLite found in a table's name or form, where Python cannot even read the complaint."""
    try:
        yield
    except UnicodeDecodeError as error:
        raise sqlite3.DatabaseError("the names of tables are damaged") from error


def _is_full(path: str, error: sqlite3.Error) -> bool:
    """Say whether what cannot be written has no room, as far as SQLite or the file system tells."""
    if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_IOERR_SHMSIZE:
        return True
    try:
        disk = os.statvfs(real(path).parent)
    except OSError:
        return False
    return disk.f_bavail * disk.f_frsize < _ROOM and not disk.f_flag & os.ST_RDONLY


def _open(file: Path, patience: float) -> sqlite3.Connection:
    return sqlite3.connect(file, timeout=patience, isolation_level=None)


def _open_unchanging(file: Path) -> sqlite3.Connection:
    """Open a memory in a folder that cannot be written, where SQLite cannot make the files that it reads along."""
    return sqlite3.connect(f"{file.as_uri()}?immutable=1", isolation_level=None, uri=True)


def _has_log(file: Path) -> bool:
    """Say whether something may stand in the log that is not in the file yet."""
    log = file.with_name(f"{file.name}-wal")
    return log.exists() and log.stat().st_size > 0
