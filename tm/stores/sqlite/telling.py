"""Take in what an import says of entries and texts, and find at its end what that changes."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from tm.model.note import Form, Note
from tm.stores.sqlite.notes import are_there, digest_of, open_notes, pack_notes

_HELD = 1 << 20
"""Characters that are held back, about, to be written together."""

_ROOM = 1 << 23
"""Characters that may be said of one text, about, when several units say them; one alone says no more."""

_PREPARE = """
    CREATE TEMP TABLE told (
        id INTEGER PRIMARY KEY, entry INTEGER, language TEXT, said TEXT, outcome INTEGER)"""
_TELL = "INSERT INTO temp.told (entry, language, said, outcome) VALUES (?, ?, ?, ?)"
# What the same file said earlier and does not say any more, of texts that are still there.
_UNTOLD = """
    INSERT INTO temp.told (entry, language, said, outcome)
    SELECT entry, language, '', 0 FROM (
        SELECT n.entry, n.language FROM note n JOIN import i ON i.id = n.import AND i.file = ? WHERE n.ended = 0
        EXCEPT SELECT entry, language FROM temp.told) gone
    WHERE EXISTS (SELECT 1 FROM text t WHERE t.entry = gone.entry AND gone.language IN ('', t.language))"""
_OF_NO_TEXT = """
    DELETE FROM temp.told WHERE language <> '' AND NOT EXISTS (
        SELECT 1 FROM text t WHERE t.entry = told.entry AND t.language = told.language)"""
# The text changed, and then back: its notes stay, unless others are told.
_OF_THE_SAME = """
    DELETE FROM temp.told WHERE said = '' AND outcome = 1 AND EXISTS (
        SELECT 1 FROM text t JOIN history h ON h.entry = t.entry AND h.language = t.language AND h.id = (
            SELECT min(id) FROM history o WHERE o.entry = t.entry AND o.language = t.language AND o.ended = ?)
        WHERE t.entry = told.entry AND t.language = told.language
            AND h.segment = t.segment AND h.verbatim = t.verbatim)"""
_COMPARE = """
    SELECT t.entry, t.language, t.said, t.outcome, n.id, n.said, n.hash
    FROM temp.told t LEFT JOIN note n ON n.entry = t.entry AND n.language = t.language AND n.ended = 0
    ORDER BY t.entry, t.language, t.id"""
_END = "UPDATE note SET ended = ? WHERE id = ?"
_IS_CHANGED = "SELECT 1 FROM text WHERE entry = ? AND import = ?"
_BRING = "INSERT INTO note (entry, language, said, hash, import) VALUES (?, ?, ?, ?, ?)"


class Telling:
    """What one import says.

    Units of a file that become one entry are joined in what they say, so that it can be compared with what is there
    only when all of them have come: until then it is kept in a table of its own, of which nothing is left.

    Attributes:
        is_any: whether notes were there before.
        has_changed: whether the import has changed any.
    """

    def __init__(self, connection: sqlite3.Connection, act: int) -> None:
        self._connection = connection
        self._act = act
        self._rows: list[tuple[int, str, str, int]] = []
        self._brought: list[tuple[int, str, str, int, int]] = []
        self._size = 0
        self._is_prepared = False
        self.is_any = are_there(connection)
        self.has_changed = False

    def tell(self, entry: int, notes: Sequence[Note], outcome: int) -> None:
        """Take in what is said of an entry and its texts; `outcome` is what became of them otherwise."""
        for about, said in groupby(sorted(notes, key=lambda note: note.about), key=lambda note: note.about):
            self._tell(entry, about, pack_notes(list(said)), outcome)

    def renew(self, entry: int, about: str, outcome: int) -> None:
        """Let what was said of another text go with it, unless it is said again."""
        if self.is_any:
            self._tell(entry, about, "", outcome)

    def _tell(self, entry: int, about: str, said: str, outcome: int) -> None:
        self._rows.append((entry, about, said, outcome))
        self._size += len(said) + 100
        if self._size > _HELD:
            self._flush()

    def _flush(self) -> None:
        if not self._is_prepared:
            self._connection.execute(_PREPARE)
            self._is_prepared = True
        self._connection.executemany(_TELL, self._rows)
        self._rows.clear()
        self._size = 0

    def finish(self, file: str) -> int:
        """Write what has changed; give how many entries that were there changed in nothing else.

        What `file`, if it was imported before, does not say any more is taken away.
        """
        if not self._rows and not self._is_prepared and not (self.is_any and file):
            return 0
        self._flush()
        if self.is_any and file:
            self._connection.execute(_UNTOLD, (file,))
        self._connection.execute(_OF_NO_TEXT)
        if self.is_any:
            self._connection.execute(_OF_THE_SAME, (self._act,))
        changed = sum(self._changed())
        self._flush_brought()
        self._connection.execute("DROP TABLE temp.told")
        return changed

    def _changed(self) -> Iterator[bool]:
        """Yield for each entry of which something else is said now whether nothing else became of it."""
        rows = self._connection.execute(_COMPARE)
        for _, of_entry in groupby(rows, key=itemgetter(0)):
            is_changed, outcome = False, 0
            for (entry, about), found in groupby(of_entry, key=itemgetter(0, 1)):
                told = list(found)
                outcome = max(outcome, *(row[3] for row in told))
                is_changed |= self._take(
                    entry, about, _joined(entry, about, [row[2] for row in told if row[2]]), told[0][4:]
                )
            if is_changed:
                self.has_changed = True
                yield not outcome and not self._connection.execute(_IS_CHANGED, (entry, self._act)).fetchone()

    def _take(self, entry: int, about: str, said: str, held: tuple[int | None, str, int]) -> bool:
        number, old, digest = held
        if number is not None:
            if old == said and digest_of(entry, about, said) == digest:
                return False
            self._connection.execute(_END, (self._act, number))
        elif not said:
            return False
        if said:
            self._brought.append((entry, about, said, digest_of(entry, about, said), self._act))
            self._size += len(said) + 100
            if self._size > _HELD:
                self._flush_brought()
        return True

    def _flush_brought(self) -> None:
        self._connection.executemany(_BRING, self._brought)
        self._brought.clear()
        self._size = 0


def _joined(entry: int, about: str, told: Sequence[str]) -> str:
    """Join what several units say of one text, as far as there is room for it.

    What two of them say is kept once, and what one says twice, twice; of attributes with one name the last is kept.
    """
    if len(told) < 2:
        return "".join(told)
    joined: dict[object, Note] = {}
    room = _ROOM
    for said in told:
        room -= len(said)
        if joined and room < 0:
            break
        times = Counter[Note]()
        for note in open_notes(entry, about, said, digest_of(entry, about, said)):
            if note.form is Form.ATTRIBUTE:
                joined[note.name] = note
            else:
                times[note] += 1
                joined.setdefault((note, times[note]), note)
    return pack_notes(list(joined.values()))
