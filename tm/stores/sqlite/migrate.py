"""Bring a memory's tables to the newest form, by numbered steps, each whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from tm.model.errors import StoreError

NEWEST = 5
"""The number of the last step in `tm/stores/sql`."""

_UNSETTLED = 2
"""A form that came in parts: a memory may lack the later ones, and is brought on by what it lacks."""

_READABLE = 3
"""The first form to which later steps only add tables."""

_LAST_OF_UNSETTLED = "undone"
"""The column of acts that the last part added."""

_TABLE = "CREATE TABLE "

_OURS = {"import", "document", "segment", "entry", "text", "history"}
_UNLIKELY = 1000
"""A number of steps that no version will have."""

_FORBIDDEN = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)
_OLD = "written by an older version of tm, and cannot be brought up to date here: copy it to where it can be written"

APPLICATION = 0x48_65_78_61
"""Marks a SQLite file as a memory ("Hexa")."""


def migrate(connection: sqlite3.Connection, path: str, *, create: bool = True) -> None:
    """Make or renew the tables; a memory in the newest form is not written to.

    One that cannot be written is read as it is, where nothing is to be added to it, if it lacks nothing but tables that
    came later and are empty then.

    Raises:
        StoreError: the file belongs to another program, or to a newer version of this one, or to one that is too old to
            be read where it cannot be written.
    """
    version = _version(connection, path)
    if version == NEWEST:
        return
    try:
        _renew(connection, path)
    except sqlite3.OperationalError as error:
        if 0 < version < _READABLE and error.sqlite_errorcode & 0xFF in _FORBIDDEN:
            raise StoreError(f"{path}: {_OLD}") from error
        if create or version < _READABLE:
            raise
        _do_without(connection, version)


def _renew(connection: sqlite3.Connection, path: str) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Asked again: another process may have done it meanwhile.
        version = _version(connection, path)
        if version == _UNSETTLED:
            _complete(connection)
        for step in range(version + 1, NEWEST + 1):
            for statement in _statements(step):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {NEWEST}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # SQLite itself ends it when the disk is full
            connection.execute("ROLLBACK")
        raise


def _complete(connection: sqlite3.Connection) -> None:
    """Do what has not been done yet of the step that came in parts."""
    done = {row[1] for row in connection.execute("PRAGMA table_info(import)")}
    if _LAST_OF_UNSETTLED in done:
        return
    for statement in _statements(_UNSETTLED):
        try:
            connection.execute(statement)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
                raise  # else the column or the table is there


def _do_without(connection: sqlite3.Connection, version: int) -> None:
    """Let empty tables stand for those that are missing, seen by this connection alone."""
    for step in range(version + 1, NEWEST + 1):
        for statement in _statements(step):
            if _TABLE in statement:
                connection.execute(statement[statement.index(_TABLE) :].replace(_TABLE, "CREATE TEMP TABLE ", 1))


def _version(connection: sqlite3.Connection, path: str) -> int:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    if (application != APPLICATION or not 0 < version < _UNLIKELY) and tables >= _OURS:
        raise sqlite3.DatabaseError("the header of a memory is damaged")
    if application != APPLICATION and tables:
        raise StoreError(f"{path}: a database of another program: name another file as the memory")
    if version > NEWEST:
        raise StoreError(f"{path}: written by a newer version of tm: update tm")
    return int(version)


def _statements(step: int) -> Iterator[str]:
    from importlib.resources import files  # costs more than opening a memory that needs no step

    statement = ""
    for line in (files("tm.stores") / "sql" / f"{step:04}.sql").read_text(encoding="utf-8").splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
