"""Tell what is in a memory and what was: figures, versions, and all entries one after the other."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from tm.memory.acts import Holding, Stats, Told, Version
from tm.stores.sqlite.notes import open_notes
from tm.stores.sqlite.read import check_told, status_of, text_of

_VERSION = "{0}.language, {0}.verbatim, s.key, s.hash, {0}.date, {0}.status, {0}.place, {0}.author"
_PRESENT = f"""
    SELECT {_VERSION.format("t")}, t.import, 0
    FROM text t JOIN segment s ON s.id = t.segment JOIN entry e ON e.id = t.entry
    WHERE t.entry = ? ORDER BY t.language <> e.language, t.language"""
_PAST = f"""
    SELECT {_VERSION.format("h")}, h.import, h.ended
    FROM history h JOIN segment s ON s.id = h.segment JOIN entry e ON e.id = h.entry
    WHERE h.entry = ? AND h.visible ORDER BY h.ended DESC, h.language <> e.language, h.language, h.id DESC"""
_ENTRY = """
    SELECT e.id, d.name, e.role, e.language FROM entry e JOIN document d ON d.id = e.document WHERE e.id = ?"""
_FIND = """
    SELECT entry FROM text WHERE segment = :segment UNION SELECT entry FROM history WHERE segment = :segment
    ORDER BY entry"""
_HOLDINGS = f"""
    SELECT e.id, d.name, e.role, e.language, {_VERSION.format("t")}, t.import, 0
    FROM text t JOIN entry e ON e.id = t.entry JOIN document d ON d.id = e.document JOIN segment s ON s.id = t.segment
    ORDER BY t.entry, t.language"""
_LANGUAGES = """
    SELECT languages, count(*) FROM (SELECT group_concat(coalesce(language, '')) AS languages FROM text GROUP BY entry)
    GROUP BY languages"""
_TEXTS = """
    SELECT d.name, t.language, t.status, count(*)
    FROM text t JOIN entry e ON e.id = t.entry JOIN document d ON d.id = e.document
    GROUP BY e.document, t.language, t.status ORDER BY d.name, t.language, t.status"""

_TOLD = """
    SELECT n.language, n.said, n.hash, n.import, n.ended FROM note n JOIN entry e ON e.id = n.entry
    WHERE n.entry = ? ORDER BY n.ended > 0, n.language <> '', n.language <> e.language, n.language, n.id DESC"""

_LARGEST = 2**63 - 1


def find_history(connection: sqlite3.Connection, entry: int) -> Holding | None:
    """Tell the texts of an entry that are there, then what they were before, newest first; the original comes first."""
    asked = (min(entry, _LARGEST),)
    head = connection.execute(_ENTRY, asked).fetchone()
    if not head:
        return None
    number, document, role, original = head
    check_told(document, role, original)
    texts = (_version(row) for query in (_PRESENT, _PAST) for row in connection.execute(query, asked))
    found = tuple(texts)
    return Holding(number, document, role, original, found, tuple(_told(connection, number, found)))


def _told(connection: sqlite3.Connection, entry: int, texts: Sequence[Version]) -> Iterator[Told]:
    """Give what is said of an entry and its texts; of those that are gone, it is gone too."""
    present = {text.language for text in texts if not text.ended}
    for language, said, digest, act, ended in connection.execute(_TOLD, (entry,)):
        notes = open_notes(entry, language, said, digest)
        if not ended and not (language in present if language else present):
            ended = max((text.ended for text in texts if language in ("", text.language)), default=0)
        yield Told(language, tuple(notes), act, ended)


def find_numbers(connection: sqlite3.Connection, segment: int) -> Sequence[int]:
    """List the entries that have, or had, a segment."""
    return [number for (number,) in connection.execute(_FIND, {"segment": segment})]


def read_holdings(connection: sqlite3.Connection) -> Iterator[Holding]:
    """Give all entries that have texts, by number."""
    for head, rows in groupby(connection.execute(_HOLDINGS), key=itemgetter(slice(4))):
        texts = [_version(row[4:]) for row in rows]
        texts.sort(key=lambda text, original=head[3]: text.language != original)  # type: ignore[misc]  # no default type
        number, document, role, original = head
        check_told(document, role, original)
        yield Holding(number, document, role, original, tuple(texts))


def count_texts(connection: sqlite3.Connection, size: int) -> Stats:
    """Count what there is; `size` is that of the files."""
    entries = {tuple(sorted(codes.split(","))): count for codes, count in connection.execute(_LANGUAGES)}
    texts = {(name, code, status_of(status)): count for name, code, status, count in connection.execute(_TEXTS)}
    indexed = connection.execute("SELECT language FROM search WHERE ready ORDER BY language")
    return Stats(entries, texts, tuple(code for (code,) in indexed), size)


def _version(row: Sequence[Any]) -> Version:
    language, verbatim, key, digest, date, status, place, author, act, ended = row
    check_told(date, place, author)
    text = text_of(language, verbatim, key, digest)
    return Version(language, text, date, status_of(status), place, author, act, ended)
