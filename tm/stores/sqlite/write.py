"""Add entries to a memory's tables within one transaction, a few thousand at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from tm.memory.store import Tally
from tm.model.circles import no_circles
from tm.model.errors import StoreError
from tm.model.language import BY_CODE
from tm.model.match import Entry, MatchKey
from tm.stores.sqlite.grow import follow
from tm.stores.sqlite.keys import BORDER
from tm.stores.sqlite.numbering import Numbering
from tm.stores.sqlite.telling import Telling
from tm.stores.sqlite.unseen import Seen, find_unseen, seen_for
from tm.text.normalize import match_key

if TYPE_CHECKING:
    from tm.memory.acts import Batch

_CHUNK = 5_000
"""Entries whose new rows are held back, to be written together."""

_MOST_SAID = 1 << 22
"""Characters of notes that are held with them."""

_Text = tuple[int, str, int | None, int | None, str, str, str, str, int]
"""A row of `text`: segment, verbatim, before, after, status, author, place, date, import."""

_Facts = tuple[int | None, int | None, str, str, str, str, int]
"""The columns of it that follow `verbatim`."""

_Keyed = Sequence[tuple[str, str, MatchKey]]
"""The texts of an entry: language, text, key."""

_INSERTS = {
    "entry": "INSERT INTO entry (id, segment, document, role, verbatim, language) VALUES (?, ?, ?, ?, ?, ?)",
    "text": """
        INSERT INTO text (segment, verbatim, before, after, status, author, place, date, import, entry, language)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
}
_FIND_ENTRY = "SELECT id FROM entry WHERE segment = ? AND document = ? AND role = ? AND verbatim = ?"
_HELD = """
    SELECT language, segment, verbatim, before, after, status, author, place, date, import FROM text WHERE entry = ?"""
_CHANGE = """
    UPDATE text SET segment = ?, verbatim = ?, before = ?, after = ?, status = ?, author = ?, place = ?, date = ?,
        import = ?
    WHERE entry = ? AND language = ?"""
_KEEP_VERSION = """
    INSERT INTO history
        (entry, language, segment, verbatim, before, after, status, author, place, date, import, ended, visible)
    SELECT entry, language, segment, verbatim, before, after, status, author, place, date, import, ?, ?
    FROM text WHERE entry = ? AND language = ?"""


def add(connection: sqlite3.Connection, entries: Iterable[Entry], batch: Batch | None = None) -> Tally:
    """Add entries within the transaction that the caller has begun, and index them.

    The file of the batch is named as the memory is to know it.

    Raises:
        UnicodeEncodeError: a lone surrogate in a text.
        StoreError: an entry in other languages than the six, or in none.
    """
    (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM segment").fetchone()
    with no_circles():
        tally = Writer(connection, batch).add(entries)
        follow(connection, last)
    return tally


_TOLD = 6
"""The columns of a text up to its author: when one of them changes, the old row is kept; a new place is not told."""


_UNCHANGED, _UPDATED, _ADDED = range(3)


class Writer:
    """Adds the entries of one import; whoever makes it begins and ends the transaction."""

    def __init__(self, connection: sqlite3.Connection, batch: Batch | None = None) -> None:
        self._connection = connection
        self._execute = connection.execute
        self._import = self._last("import") + 1
        self._last_entry = self._last("entry")
        self._numbering = Numbering(connection)
        self._stored_segment = self._numbering.last
        self._documents: dict[str, int] = {}
        self._new_entries: dict[tuple[int, int, str, str], int] = {}
        self._rows: dict[str, list[tuple[object, ...]]] = {table: [] for table in _INSERTS}
        self._counts = [0, 0, 0]
        self._new: tuple[int, int, str, str] | None = None
        self._latest, self._outcome, self._parts = 0, _UNCHANGED, set[str]()
        self._batch = batch
        self._seen = seen_for(connection, batch)
        self._telling = Telling(connection, self._import)

    def _last(self, table: str) -> int:
        return int(self._execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0])

    def add(self, entries: Iterable[Entry]) -> Tally:
        """Add entries in order; of two with the same identity the later one wins."""
        batch = self._batch
        told = (batch.label, batch.file, batch.first) if batch else ("", "", 0)
        self._execute("INSERT INTO import (id, label, file, first) VALUES (?, ?, ?, ?)", (self._import, *told))
        stream = iter(entries)
        while chunk := _chunk(stream):
            self._numbering.number(_named(chunk))
            for entry, keyed in chunk:
                self._add(entry, keyed)
            self._flush()
        self._numbering.finish()
        removed = self._remove_unseen(batch, self._seen) if batch and self._seen else 0
        unchanged, updated, added = self._counts
        changed = min(self._telling.finish(batch.file if batch and self._seen else ""), unchanged)
        unchanged, updated = unchanged - changed, updated + changed
        is_told = self._keep_header(batch) or self._telling.has_changed
        act = self._import if added or updated or removed or is_told else 0
        return Tally(added, updated, unchanged, removed, act)

    def _keep_header(self, batch: Batch | None) -> bool:
        """Keep what the file says of itself, and tell whether that is something else than before."""
        if not batch or batch.header is None:
            return False
        from tm.stores.sqlite.headers import keep_header

        return keep_header(self._connection, self._import, batch.file, batch.header)

    def _remove_unseen(self, batch: Batch, seen: Seen) -> int:
        """Take away the translations that this file brought before and does not hold any more."""
        unseen = find_unseen(self._connection, batch, seen)
        for language, gone in unseen.items():
            from tm.stores.sqlite.acts import take_translations

            take_translations(self._connection, self._import, gone, language)
        return len({number for gone in unseen.values() for number in gone})

    def _flush(self) -> None:
        for table, rows in self._rows.items():
            self._connection.executemany(_INSERTS[table], rows)
            rows.clear()
        self._new_entries.clear()
        self._stored_segment = self._numbering.last

    def _add(self, entry: Entry, keyed: _Keyed) -> None:
        segments, rows = self._numbering.known, self._rows
        original, text, key = keyed[0]
        identity = segments[original][key], self._document(entry.origin.document), entry.role, _verbatim(text, key)
        facts = self._facts(entry, original)
        if entry.notes and len(keyed) == 1 and identity in self._new_entries:
            self._telling.tell(self._new_entries[identity], entry.notes, _ADDED)
            return
        if identity == self._new and self._parts.isdisjoint(part[0] for part in keyed[1:]):
            number, outcome, added = self._latest, _ADDED, keyed[1:]
        elif (found := self._find(identity)) is None:
            self._new, outcome, added = identity, _ADDED, keyed
            number = self._last_entry = self._new_entries[identity] = self._last_entry + 1
            rows["entry"].append((number, *identity, original))
        else:
            self._new, number, added = None, found, ()
            outcome = self._join(
                number, {code: (segments[code][key], _verbatim(text, key), *facts) for code, text, key in keyed}
            )
        for code, text, key in added:
            rows["text"].append((segments[code][key], _verbatim(text, key), *facts, number, code))
        if entry.notes:
            self._telling.tell(number, entry.notes, outcome)
            if len(keyed) == 1 and outcome == _UNCHANGED:
                return
        self._count(number, outcome, keyed)

    def _count(self, number: int, outcome: int, keyed: _Keyed) -> None:
        """Count what became of an entry; one whose translations are given in parts, on end, counts once."""
        translations = [language for language, _, _ in keyed[1:]]
        if number != self._latest or not self._parts.isdisjoint(translations):
            self._latest, self._outcome, self._parts = number, outcome, set(translations)
            self._counts[outcome] += 1
        else:
            self._parts.update(translations)
            if outcome > self._outcome:
                self._counts[self._outcome] -= 1
                self._counts[outcome] += 1
                self._outcome = outcome
        if self._seen:
            self._seen.mark(number, translations)

    def _facts(self, entry: Entry, original: str) -> _Facts:
        """Give what the rows of all texts of an entry have in common."""
        context, origin = entry.context, entry.origin
        before = self._neighbour(original, context.before)
        after = self._neighbour(original, context.after)
        return before, after, entry.status.value, origin.author, origin.place, origin.date, self._import

    def _neighbour(self, language: str, key: MatchKey | None) -> int | None:
        if key is None:
            return None
        return self._numbering.known[language][key] if key else BORDER

    def _document(self, name: str) -> int:
        if name not in self._documents:
            self._execute("INSERT INTO document (name) VALUES (?) ON CONFLICT DO NOTHING", (name,))
            (number,) = self._execute("SELECT id FROM document WHERE name = ?", (name,)).fetchone()
            self._documents[name] = int(number)
        return self._documents[name]

    def _find(self, identity: tuple[int, int, str, str]) -> int | None:
        if identity in self._new_entries:
            number = self._new_entries[identity]
            self._flush()
            return number
        if identity[0] > self._stored_segment:
            return None
        row = self._execute(_FIND_ENTRY, identity).fetchone()
        return row and int(row[0])

    def _join(self, number: int, rows: dict[str, _Text]) -> int:
        """Join an entry's translations to those held; give what became of it.

        The original, the first of the rows, is that of the entry; it is missing where it was taken away.
        """
        held: dict[str, _Text] = {row[0]: row[1:] for row in self._execute(_HELD, (number,))}
        gained = changed = False
        original = next(iter(rows))
        for language, row in rows.items():
            if language not in held:
                self._execute(_INSERTS["text"], (*row, number, language))
                for about in (language,) if held else ("", language):
                    self._telling.renew(number, about, _ADDED)
                gained = True
                continue
            if language == original:
                continue
            old = held[language]
            new = _merged(old, row)
            if new[:2] != old[:2]:
                self._telling.renew(number, language, _UPDATED)
            if new[:_TOLD] != old[:_TOLD]:
                visible = (*new[:2], new[4]) != (*old[:2], old[4])
                self._execute(_KEEP_VERSION, (self._import, visible, number, language))
            if new != old:
                self._execute(_CHANGE, (*new, number, language))
                changed = True
        return _ADDED if gained else _UPDATED if changed else _UNCHANGED


def _chunk(entries: Iterator[Entry]) -> list[tuple[Entry, _Keyed]]:
    """Take some thousand entries, or fewer where much is said of them."""
    chunk: list[tuple[Entry, _Keyed]] = []
    left = _MOST_SAID
    for entry in islice(entries, _CHUNK):
        chunk.append((entry, _keyed(entry)))
        if entry.notes:
            left -= sum(len(note.text) for note in entry.notes)
            if left < 0:
                break
    return chunk


def _keyed(entry: Entry) -> _Keyed:
    if not entry.texts or not BY_CODE.keys() >= entry.texts.keys():
        languages = ", ".join(entry.texts) or "none"
        raise StoreError(f"an entry in the languages {languages}: the memory keeps {', '.join(BY_CODE)}")
    return [(language, text, match_key(text)) for language, text in entry.texts.items()]


def _named(chunk: Sequence[tuple[Entry, _Keyed]]) -> Iterator[tuple[str, MatchKey]]:
    """Yield the languages and keys of the texts of a chunk, and of their neighbours."""
    for entry, keyed in chunk:
        for language, _, key in keyed:
            yield language, key
        context, original = entry.context, keyed[0][0]
        if context.before:
            yield original, context.before
        if context.after:
            yield original, context.after


def _verbatim(text: str, key: MatchKey) -> str:
    return "" if key == text else text


def _merged(old: _Text, new: _Text) -> _Text:
    """Take over what is new; what the new row does not know stays, as do author and date of a text that is the same."""
    segment, verbatim, before, after, status, author, place, date, origin = new
    if old[:2] == (segment, verbatim):
        author, date, origin = old[5] or author, *old[7:]
    return (
        segment,
        verbatim,
        old[2] if before is None else before,
        old[3] if after is None else after,
        status,
        author,
        place or old[6],
        date,
        origin,
    )
