"""Read what other programs say of entries and texts, as it stands in the memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final
from zlib import crc32

from tm.model.note import Form, Note
from tm.stores.sqlite.connection import NO_TEXT

if TYPE_CHECKING:
    from json import JSONEncoder

_PRESENT = "SELECT entry, language, said, hash FROM note WHERE ended = 0"
_ALL = f"{_PRESENT} ORDER BY entry, language"
_OF_ENTRIES = f"{_PRESENT} AND entry IN (SELECT value FROM json_each(?)) ORDER BY entry, language"

_LETTERS: Final = {Form.NOTE: "n", Form.PROPERTY: "p", Form.ATTRIBUTE: "a"}
_FORMS: Final = {letter: form for form, letter in _LETTERS.items()}

_LARGEST = 2**63 - 1


def are_there(connection: sqlite3.Connection) -> bool:
    """Say whether there is any note, which costs less than to look for those of one entry."""
    return connection.execute("SELECT 1 FROM note LIMIT 1").fetchone() is not None


def find_notes(connection: sqlite3.Connection, entries: Sequence[int]) -> dict[int, list[Note]]:
    """Give by their numbers what is said of some entries and of their texts; what has nothing is left out."""
    if not are_there(connection):
        return {}
    rows = connection.execute(_OF_ENTRIES, (str([min(entry, _LARGEST) for entry in entries]),))
    return {entry: _read(found) for entry, found in groupby(rows, key=itemgetter(0))}


def read_notes(connection: sqlite3.Connection) -> Iterator[tuple[int, list[Note]]]:
    """Give the entries of which, or of whose texts, something is said, by number."""
    for entry, rows in groupby(connection.execute(_ALL), key=itemgetter(0)):
        yield entry, _read(rows)


def _read(rows: Iterable[Any]) -> list[Note]:
    return [note for entry, language, said, digest in rows for note in open_notes(entry, language, said, digest)]


def pack_notes(notes: Sequence[Note]) -> str:
    """Write what is said of one text as a row holds it."""
    return _encoder().encode([_record(note) for note in notes])


@lru_cache(maxsize=1)
def _encoder() -> JSONEncoder:
    from json import JSONEncoder

    return JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def _record(note: Note) -> list[str]:
    record = [_LETTERS[note.form], note.text, note.name, note.language, note.encoding]
    while not record[-1]:
        record.pop()
    return record


def open_notes(entry: int, language: str, said: str, digest: int) -> list[Note]:
    """Read a row.

    Raises:
        sqlite3.DatabaseError: it is not what was written.
    """
    import json

    if not isinstance(said, str) or digest_of(entry, language, said) != digest:
        raise sqlite3.DatabaseError(NO_TEXT)
    records: list[list[str]] = json.loads(said)
    notes = []
    for record in records:
        letter, text, name, written, encoding = record + [""] * (5 - len(record))
        notes.append(Note(text, _FORMS[letter], name, language, written, encoding))
    return notes


def digest_of(entry: int, language: str, said: str) -> int:
    """Give the checksum of a row."""
    return crc32(f"{entry}\0{language}\0{said}".encode())
