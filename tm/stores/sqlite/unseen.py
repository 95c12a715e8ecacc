"""Find what a file brought before and does not hold any more."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from tm.model.language import BY_CODE

if TYPE_CHECKING:
    from tm.memory.acts import Batch

_BIT = {code: 1 << place for place, code in enumerate(BY_CODE)}

_IS_KNOWN = "SELECT EXISTS (SELECT 1 FROM import WHERE file = ?)"

_OF_ONE = """
    SELECT e.id, t.language FROM entry e
    JOIN text t ON t.entry = e.id AND t.language = ? JOIN import i ON i.id = t.import
    WHERE e.document = (SELECT id FROM document WHERE name = ?) AND i.file = ?"""

_OF_ALL = """
    SELECT t.entry, t.language FROM text t JOIN entry e ON e.id = t.entry
    WHERE t.import IN (SELECT id FROM import WHERE file = ?) AND t.language <> e.language"""


class Seen:
    """Marks the translations of a batch, a byte for each entry of the memory."""

    def __init__(self) -> None:
        self._marks = bytearray()

    def mark(self, number: int, languages: Iterable[str]) -> None:
        """Note that the file holds an entry in these languages."""
        if number >= len(self._marks):
            self._marks.extend(bytes(number + 65_536 - len(self._marks)))
        for language in languages:
            self._marks[number] |= _BIT[language]

    def has(self, number: int, language: str) -> bool:
        """Tell whether that was noted."""
        return number < len(self._marks) and bool(self._marks[number] & _BIT[language])


def seen_for(connection: sqlite3.Connection, batch: Batch | None) -> Seen | None:
    """Give what marks are made on, where the file was imported before; None where nothing can be missing."""
    if not batch or not batch.file:
        return None
    (is_known,) = connection.execute(_IS_KNOWN, (batch.file,)).fetchone()
    return Seen() if is_known else None


def find_unseen(connection: sqlite3.Connection, batch: Batch, seen: Seen) -> Mapping[str, list[int]]:
    """List the entries, by language, of which the file brought the translation and does not hold it any more."""
    if batch.language:
        rows = connection.execute(_OF_ONE, (batch.language, batch.document, batch.file))
    else:
        rows = connection.execute(_OF_ALL, (batch.file,))
    gone: dict[str, list[int]] = {}
    for number, language in rows:
        if not seen.has(number, language):
            gone.setdefault(language, []).append(number)
    return gone
