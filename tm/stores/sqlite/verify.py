"""Look for damage in a memory's file: its form, its texts, and whether the index finds each of them."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from itertools import islice
from zlib import crc32

from tm.memory.damage import Damage
from tm.model.errors import DamagedError
from tm.model.language import BY_CODE
from tm.model.match import Status
from tm.stores.sqlite.connection import code_of, connect, listen
from tm.stores.sqlite.notes import digest_of
from tm.stores.sqlite.verify_index import index_damage
from tm.text.normalize import match_key

_SHOWN = 20
"""Damages that are told of each kind."""

_TOLD = 20_000
"""Rows after which progress is told."""

_TABLES = ("import", "document", "entry", "text", "history", "note", "header")

_OF_INDEX = re.compile(r"(?:row \d+ missing from|wrong # of entries in) index (?:segment_hash|history_)")
"""Complaints about indexes that tell nothing that their table, with its checksums, does not tell; others may be right
where the table is wrong."""

_STATUSES = ", ".join(f"'{status}'" for status in Status)
_NO_SEGMENT = "NOT EXISTS (SELECT 1 FROM segment s WHERE s.id = {})"
_QUERIES = {
    ("text", "entry {} holds a text in {} that is not as the tables demand"): f"""
        SELECT t.entry, t.language FROM text t LEFT JOIN segment s ON s.id = t.segment
        WHERE s.id IS NULL OR s.language <> t.language OR t.status NOT IN ({_STATUSES})
            OR NOT EXISTS (SELECT 1 FROM entry e WHERE e.id = t.entry)
            OR NOT EXISTS (SELECT 1 FROM import i WHERE i.id = t.import)
            OR typeof(t.verbatim) || typeof(t.place) || typeof(t.date) || typeof(t.author) <> 'texttexttexttext'
            OR (t.before > 0 AND {_NO_SEGMENT.format("t.before")})
            OR (t.after > 0 AND {_NO_SEGMENT.format("t.after")})""",
    ("history", "entry {} has had a text in {} that is not as the tables demand"): f"""
        SELECT h.entry, h.language FROM history h LEFT JOIN segment s ON s.id = h.segment
        WHERE s.id IS NULL OR s.language <> h.language OR h.status NOT IN ({_STATUSES})
            OR NOT EXISTS (SELECT 1 FROM entry e WHERE e.id = h.entry)
            OR NOT EXISTS (SELECT 1 FROM import i WHERE i.id = h.import)
            OR NOT EXISTS (SELECT 1 FROM import i WHERE i.id = h.ended)""",
    ("entry", "entry {} has no document or no original"): """
        SELECT e.id FROM entry e LEFT JOIN segment s ON s.id = e.segment
        WHERE s.id IS NULL OR s.language <> e.language OR typeof(e.role) <> 'text'
            OR NOT EXISTS (SELECT 1 FROM document d WHERE d.id = e.document AND typeof(d.name) = 'text')
            OR NOT EXISTS (SELECT 1 FROM text t WHERE t.entry = e.id)
                AND NOT EXISTS (SELECT 1 FROM history h WHERE h.entry = e.id)""",
}
_VERBATIM = """
    SELECT t.entry, t.language, t.verbatim, s.key FROM text t JOIN segment s ON s.id = t.segment
    WHERE t.verbatim <> ''"""

_NOTES = """
    SELECT n.entry, n.language, n.said, n.hash, EXISTS (
            SELECT 1 FROM text t WHERE t.entry = n.entry AND n.language IN ('', t.language)
            UNION ALL SELECT 1 FROM history h WHERE h.entry = n.entry AND n.language IN ('', h.language))
        AND EXISTS (SELECT 1 FROM import i WHERE i.id = n.import)
    FROM note n"""


def find_damage(path: str, *, full: bool, tell: Callable[[str], None]) -> Iterator[Damage]:
    """Yield what is wrong with a memory, the file itself first; of each kind the first few.

    Args:
        full: look up every text instead of some of each language.

    Raises:
        StoreError: there is no memory, or it cannot be looked at.
    """
    try:
        connection = connect(path, create=False)
    except DamagedError as error:
        yield Damage("file", str(error).removeprefix(f"{path}: ").partition(":")[0])
        return
    try:
        listen(connection)
        for part, look in (
            ("file", _file(connection, tell)),
            ("segment", _segments(connection, tell)),
            *(("file", _readable(connection, table, tell)) for table in _TABLES),
            ("text", _rows(connection, tell)),
            ("text", _verbatim(connection, tell)),
            ("note", _notes(connection, tell)),
            ("index", index_damage(connection, full=full, tell=tell)),
        ):
            yield from _within(part, look)
    finally:
        connection.close()


def _within(part: str, look: Iterator[Damage]) -> Iterator[Damage]:
    """Give what one look yields, the first few of it; that it could not be finished is damage, too."""
    try:
        yield from islice(look, _SHOWN)
        more = sum(1 for _ in look)
        if more:
            yield Damage(part, f"and {more} more", derived=part == "index")
    except (sqlite3.DatabaseError, ValueError, TypeError, LookupError, OverflowError, AttributeError) as error:
        if isinstance(error, sqlite3.Error) and code_of(error) == sqlite3.SQLITE_INTERRUPT:
            raise KeyboardInterrupt from error
        yield Damage(part, f"cannot be read: {error}")


def _file(connection: sqlite3.Connection, tell: Callable[[str], None]) -> Iterator[Damage]:
    tell("verifying the file")
    for (message,) in connection.execute("PRAGMA integrity_check"):
        if message != "ok":
            yield Damage("file", " ".join(message.split()), derived=bool(_OF_INDEX.match(message)))
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Damage("file", f"row {row} of {table} refers to a {parent} that there is not")


def _segments(connection: sqlite3.Connection, tell: Callable[[str], None]) -> Iterator[Damage]:
    """Compare each key with its checksum, and with what normalization makes of it."""
    rows = connection.execute("SELECT id, language, hash, key FROM segment")
    for count, (number, language, digest, key) in enumerate(rows):
        if count % _TOLD == 0:
            tell(f"verifying texts: {count}")
        if language not in BY_CODE or crc32(f"{language}\0{key}".encode()) != digest:
            yield Damage("segment", f"text {number} is not what was written: {key[:60]!r}")
        elif match_key(key) != key:
            yield Damage("segment", f"text {number} is not normalized: {key[:60]!r}")


def _readable(connection: sqlite3.Connection, table: str, tell: Callable[[str], None]) -> Iterator[Damage]:
    """Read each column of each row, which fails where a text is not UTF-8."""
    tell(f"reading {table}")
    for row in connection.execute(f"SELECT * FROM {table}"):
        if any(isinstance(value, (bytes, float)) for value in row):
            yield Damage("file", f"a row of {table} holds what is no text: {row[:2]}")


def _rows(connection: sqlite3.Connection, tell: Callable[[str], None]) -> Iterator[Damage]:
    tell("verifying entries")
    for (part, message), query in _QUERIES.items():
        for row in connection.execute(query):
            yield Damage(part, message.format(*row))


def _verbatim(connection: sqlite3.Connection, tell: Callable[[str], None]) -> Iterator[Damage]:
    """Compare texts that are kept beside their key with it."""
    tell("verifying texts beside their keys")
    for entry, language, verbatim, key in connection.execute(_VERBATIM):
        if match_key(verbatim) != key:
            yield Damage("text", f"entry {entry} holds a text in {language} that is not that of its key")


def _notes(connection: sqlite3.Connection, tell: Callable[[str], None]) -> Iterator[Damage]:
    """Compare what is said of entries, texts and files with its checksum, and look for what it is said of."""
    tell("verifying notes")
    for entry, language, said, digest, is_there in connection.execute(_NOTES):
        about = f"the text in {language} of entry {entry}" if language else f"entry {entry}"
        if digest_of(entry, language, said) != digest:
            yield Damage("note", f"what is said of {about} is not what was written: {said[:60]!r}")
        elif not is_there:
            yield Damage("note", f"something is said of {about}, which there never was")
    for act, language, said, digest in connection.execute("SELECT import, language, said, hash FROM header"):
        if digest_of(act, language, said) != digest:
            yield Damage("note", f"what the file of import {act} says is not what was written: {said[:60]!r}")
