"""Find segments by their keys."""

from __future__ import annotations

import sqlite3
from zlib import crc32

from tm.stores.sqlite.connection import NO_TEXT

BORDER = 0
"""Stands for the neighbour "": the document's beginning or end."""

_FIND_SEGMENT = "SELECT id, language, key FROM segment WHERE hash = ?"


def find_segment(connection: sqlite3.Connection, language: str, key: str) -> int | None:
    """Find the number of a key; None when the memory has no such text.

    Raises:
        sqlite3.DatabaseError: a text has the checksum of this one and is another, which it was not when it was written.
    """
    try:
        digest = crc32(f"{language}\0{key}".encode())
    except UnicodeEncodeError:  # a lone surrogate, which no text kept has
        return None
    for number, *found in connection.execute(_FIND_SEGMENT, (digest,)):
        if found == [language, key]:
            return int(number)
        if crc32("\0".join(map(str, found)).encode()) != digest:
            raise sqlite3.DatabaseError(NO_TEXT)
    return None
