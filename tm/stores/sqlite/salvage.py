"""Read what can be read of a damaged memory, and write what is sound of it into a new one."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any
from zlib import crc32

from tm.memory.damage import Mended
from tm.model.language import BY_CODE
from tm.model.match import Status
from tm.stores.sqlite.notes import digest_of
from tm.stores.sqlite.scan import complete, count_missing, count_unsaid
from tm.text.normalize import match_key

_TABLES = {
    "import": ("id, at, deed, label, file, first, undone", "issssii"),
    "document": ("id, name", "is"),
    "segment": ("id, language, hash, key", "isis"),
    "entry": ("id, document, segment, verbatim, role, language", "iiisss"),
    "text": (
        "entry, language, segment, verbatim, before, after, status, author, place, date, import", "isisnnssssi"
    ),
    "history": (
        "id, entry, language, segment, verbatim, before, after, status, author, place, date, import, ended, visible",
        "iisisnnssssiii",
    ),
    "note": ("id, entry, language, said, hash, import, ended", "iissiii"),
    "header": ("id, import, language, said, hash", "iissi"),
}  # fmt: skip
"""The tables that are not derived, each after those that it refers to: columns, by the first of which they are read,
and their types: integer, string, or a number that may be missing."""

_TOLD = {"text": slice(6, 10), "history": slice(7, 11)}
"""Where status, author, place and date stand."""

_TYPES: dict[str, tuple[type, ...]] = {"i": (int,), "s": (str,), "n": (int, type(None))}
_CONFIRM = {
    "document": ("SELECT id FROM document INDEXED BY sqlite_autoindex_document_1 WHERE name = ?", (1,)),
    "entry": (
        "SELECT id FROM entry INDEXED BY entry_identity"
        " WHERE document = ? AND segment = ? AND role = ? AND verbatim = ?",
        (1, 2, 4, 3),
    ),
    "text": (
        "SELECT entry FROM text INDEXED BY text_segment WHERE segment = ? AND entry = ? AND language = ?",
        (2, 0, 1),
    ),
}
"""What indexes hold once more, and the places of its columns in a row."""

_SINCE = {"note": 4, "header": 5}
"""The first form of memories that has a table."""

_FURTHEST = 1 << 40
"""How far rows are looked for behind one that cannot be read."""

_STATUSES = frozenset(Status)

_Row = tuple[Any, ...]


def salvage(source: sqlite3.Connection, path: Path, fresh: Path) -> Mended:
    """Copy the sound rows, and count the texts copied, and those known of that were not.

    Args:
        source: the damaged file, or a copy that SQLite reads better.
        path: the damaged file itself, of which the pages are read where that was not enough.
    """
    source.text_factory = _text
    broken, doubted, read = set[str](), set[str](), Counter[str]()
    with closing(sqlite3.connect(fresh, isolation_level=None)) as target:
        target.execute("BEGIN")
        for table, (columns, _) in _TABLES.items():
            if table in _SINCE and _is_before(source, _SINCE[table]):
                continue
            for row in _rows(source, table, columns, broken):
                read[table] += 1
                if _is_confirmed(source, table, told := _told(table, row), doubted):
                    _put(target, table, told)
        if broken or doubted:
            complete(target, path, broken | doubted, lambda table, row: _put(target, table, _told(table, row)))
        _drop_dangling(target)
        (kept,) = target.execute("SELECT count(*) FROM text").fetchone()
        known, notes = _known(source, "text", "text_segment"), _known(source, "note", "note_entry")
        (said,) = target.execute("SELECT count(*) FROM note").fetchone()
        told_of = count_missing(target) if broken or doubted else 0
        unsaid = max((notes or 0) - said, read["note"] - said, count_unsaid(target) if broken or doubted else 0, 0)
        target.execute("COMMIT")
    unreadable = max((known or 0) - kept, read["text"] - kept, told_of, 0)
    is_counted = known is not None or "text" not in broken
    return Mended(kept, unreadable, is_counted=is_counted, unsaid=unsaid)


def _is_before(source: sqlite3.Connection, form: int) -> bool:
    """Say whether a memory is of a form that came before this one."""
    with suppress(sqlite3.Error):
        return bool(0 < source.execute("PRAGMA user_version").fetchone()[0] < form)
    return False


def _put(target: sqlite3.Connection, table: str, row: _Row) -> None:
    """Keep a row that is sound, unless there is one already."""
    columns, types = _TABLES[table]
    if _is_sound(table, row, types):
        values = ", ".join("?" * len(types))
        target.execute(f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({values})", row)


def _text(data: bytes) -> str | bytes:
    """Read a text of a row; what is not UTF-8 stays bytes, which are no text."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data


def _told(table: str, row: _Row) -> _Row:
    """Leave out what is told of a text and cannot be read: author, place and date; without a status it is a draft."""
    if table not in _TOLD:
        return row
    told = _TOLD[table]
    status, *others = row[told]
    status = status if status in _STATUSES else Status.DRAFT.value
    return (*row[: told.start], status, *(text if isinstance(text, str) else "" for text in others), *row[told.stop :])


def _is_sound(table: str, row: _Row, types: str) -> bool:
    if not all(isinstance(value, _TYPES[kind]) for value, kind in zip(row, types, strict=True)):
        return False
    if table == "segment":
        _, language, digest, key = row
        return language in BY_CODE and crc32(f"{language}\0{key}".encode()) == digest
    if table in _SINCE:
        _, about, language, said, digest, *_ = row
        return bool(digest_of(about, language, said) == digest)
    return True


def _is_confirmed(source: sqlite3.Connection, table: str, row: _Row, doubted: set[str]) -> bool:
    """Say whether an index holds what a row says too; note where it cannot be read."""
    if table not in _CONFIRM:
        return True
    query, columns = _CONFIRM[table]
    try:
        found = source.execute(query, [row[column] for column in columns]).fetchone()
    except (sqlite3.Error, UnicodeDecodeError):
        doubted.add(table)
        return True
    return bool(found == (row[0],))


def _drop_dangling(target: sqlite3.Connection) -> None:
    """Take out what refers to rows that could not be read, or holds what no memory holds."""
    target.create_function("sound", 2, lambda verbatim, key: not verbatim or match_key(verbatim) == key)
    for table, acts in (("text", ("import",)), ("history", ("import", "ended"))):
        target.execute(
            f"DELETE FROM {table} WHERE NOT EXISTS (SELECT 1 FROM segment s WHERE s.id = {table}.segment"
            f"   AND s.language = {table}.language AND sound({table}.verbatim, s.key))"
            f" OR NOT EXISTS (SELECT 1 FROM entry e JOIN segment s ON s.id = e.segment AND s.language = e.language"
            f"   JOIN document d ON d.id = e.document WHERE e.id = {table}.entry AND sound(e.verbatim, s.key))"
        )
        for side in ("before", "after"):
            target.execute(
                f"UPDATE {table} SET {side} = NULL WHERE {side} > 0"
                f" AND NOT EXISTS (SELECT 1 FROM segment s WHERE s.id = {table}.{side})"
            )
        target.execute(  # the original of an entry is a text of it
            f"DELETE FROM {table} WHERE EXISTS (SELECT 1 FROM entry e WHERE e.id = {table}.entry"
            f" AND e.language = {table}.language AND (e.segment, e.verbatim) <> ({table}.segment, {table}.verbatim))"
        )
        for act in acts:
            target.execute(f"INSERT OR IGNORE INTO import (id) SELECT {act} FROM {table}")
    target.execute("DELETE FROM entry WHERE id NOT IN (SELECT entry FROM text UNION SELECT entry FROM history)")
    target.execute(
        "DELETE FROM note WHERE NOT EXISTS (SELECT 1 FROM text t WHERE t.entry = note.entry"
        "   AND note.language IN ('', t.language) UNION ALL SELECT 1 FROM history h WHERE h.entry = note.entry"
        "   AND note.language IN ('', h.language))"
    )
    for table in _SINCE:
        target.execute(f"INSERT OR IGNORE INTO import (id) SELECT import FROM {table}")
    target.execute("UPDATE import SET deed = 'import' WHERE deed NOT IN ('import', 'delete', 'restore', 'undo')")


def _known(source: sqlite3.Connection, table: str, index: str) -> int | None:
    """Count rows by an index that holds each of them once more; None when that cannot be read either."""
    with suppress(sqlite3.Error, UnicodeDecodeError):
        return int(source.execute(f"SELECT count(*) FROM {table} INDEXED BY {index}").fetchone()[0])
    return None


def _rows(source: sqlite3.Connection, table: str, columns: str, broken: set[str]) -> Iterator[_Row]:
    """Give the rows that can be read, by their first column; note where some cannot, which are passed over."""
    key = columns.split(",")[0]
    query = f"SELECT {columns} FROM {table} WHERE {key} > ? ORDER BY {key}"
    last: int | None = -1
    step = 1
    while last is not None:
        start = last
        try:
            for row in source.execute(query, (start,)):
                if isinstance(row[0], int) and row[0] > start:  # a damaged tree may give rows out of order, or again
                    yield row
                    last = max(last, row[0])
        except (sqlite3.Error, OverflowError, UnicodeDecodeError):
            broken.add(table)
            step = 2 * step if last == start else 1
            if step > _FURTHEST:
                return
            last = _behind(source, f"SELECT {key} FROM {table} WHERE {key} > ? ORDER BY {key} LIMIT 1", last + step - 1)
        else:
            return


def _behind(source: sqlite3.Connection, query: str, last: int) -> int | None:
    """Find the nearest number after `last` behind which a row can be read; None: there is none."""

    def is_readable(number: int) -> bool:
        try:
            source.execute(query, (number,)).fetchone()
        except (sqlite3.Error, UnicodeDecodeError):
            return False
        return True

    step = 1
    while not is_readable(last + step):
        step *= 2
        if step > _FURTHEST:
            return None
    bad, good = last + step // 2, last + step
    while good - bad > 1:
        middle = (bad + good) // 2
        if is_readable(middle):
            good = middle
        else:
            bad = middle
    return good
