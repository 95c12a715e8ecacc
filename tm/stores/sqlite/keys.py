"""Find segments by their keys."""

from __future__ import annotations

import sqlite3
from zlib import crc32

BORDER = 0
"""Stands for the neighbour "": the document's beginning or end."""

_FIND_SEGMENT = "SELECT id FROM segment WHERE hash = ? AND language = ? AND key = ?"


def find_segment(connection: sqlite3.Connection, language: str, key: str) -> int | None:
    """Find the number of a key; None when the memory has no such text."""
    try:
        digest = crc32(f"{language}\0{key}".encode())
    except UnicodeEncodeError:  # a lone surrogate, which no text kept has
        return None
    row = connection.execute(_FIND_SEGMENT, (digest, language, key)).fetchone()
    return row and int(row[0])
