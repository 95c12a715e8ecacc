"""Read entries as they stand in the memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any
from zlib import crc32

from tm.memory.store import Bridge
from tm.model.match import Context, Entry, MatchKey, Origin, Status
from tm.stores.sqlite.connection import NO_STATUS, NO_TEXT
from tm.stores.sqlite.keys import BORDER
from tm.text.normalize import match_key

# Neighbours are kept as originals. Asked from another language, they are what the document has for these in it.
_NEAR = """iif(e.language = k.language, {0}.key, (
        SELECT there.key FROM entry near
        CROSS JOIN text said ON said.entry = near.id AND said.language = k.language
        CROSS JOIN segment there ON there.id = said.segment
        WHERE near.document = e.document AND near.segment = {0}.id ORDER BY near.id LIMIT 1))"""

# The facts are those of the translation: of the two texts, the one that is not the original.
_ROWS = """
    SELECT a.segment, k.key, k.hash, s.key, s.hash, b.verbatim, e.id, e.role, d.name, e.language, a.verbatim,
        coalesce(nullif(b.verbatim, ''), s.key),
        a.status, b.status, {neighbours},
        iif(e.language = ?1, a.place, b.place),
        iif(e.language = ?1, a.date, b.date),
        iif(e.language = ?1, a.author, b.author)
    FROM segment k
    CROSS JOIN text a ON a.segment = k.id
    CROSS JOIN text b ON b.entry = a.entry AND b.language = ?1
    CROSS JOIN segment s ON s.id = b.segment
    CROSS JOIN entry e ON e.id = a.entry
    CROSS JOIN document d ON d.id = e.document
    {joined}
    WHERE k.id IN ({places})"""

_NEIGHBOURS = f"""
        iif(e.language = ?1, a.before, b.before), {_NEAR.format("before")},
        iif(e.language = ?1, a.after, b.after), {_NEAR.format("after")}"""

_JOINED = """
    LEFT JOIN segment before ON before.id = iif(e.language = ?1, a.before, b.before)
    LEFT JOIN segment after ON after.id = iif(e.language = ?1, a.after, b.after)"""

_ENTRIES = _ROWS.format(neighbours=_NEIGHBOURS, joined=_JOINED, places="{}")
_ALONE = _ROWS.format(neighbours="NULL, NULL, NULL, NULL", joined="", places="{}")
"""The same with unknown neighbours: two thirds of the time."""

_FACTS = """
    SELECT a.segment, e.id, e.role, d.name, e.language, a.status, b.status, iif(e.language = ?1, a.date, b.date)
    FROM text a
    CROSS JOIN text b ON b.entry = a.entry AND b.language = ?1
    CROSS JOIN entry e ON e.id = a.entry
    CROSS JOIN document d ON d.id = e.document
    WHERE a.segment IN (SELECT value FROM json_each(?2))"""

_KEYS = "SELECT id, key, hash FROM segment WHERE id IN ({})"

_THIRD = """
    SELECT DISTINCT p.language, p.segment FROM text a JOIN text p ON p.entry = a.entry
    WHERE a.segment = ? AND p.language NOT IN (?, ?)"""

_TRUST = (Status.MACHINE, Status.ALIGNED, Status.DRAFT, Status.TRANSLATED, Status.REVIEWED)
"""From the least trusted on."""


def entries_of(
    connection: sqlite3.Connection, segments: Sequence[int], source: str, target: str, *, neighbours: bool = True
) -> dict[int, tuple[MatchKey, list[Entry]]]:
    """Give the key of each segment and its entries that have a text in `target`; the texts are those two.

    Where the neighbours are not wanted they are unknown.
    """
    found: dict[int, tuple[MatchKey, list[Entry]]] = {}
    places = ", ".join(f"?{number + 2}" for number in range(len(segments)))
    for row in connection.execute((_ENTRIES if neighbours else _ALONE).format(places), (target, *segments)):
        segment, key, digest, other, other_digest, verbatim = row[:6]
        if segment not in found:
            check(source, key, digest)
            found[segment] = key, []
        check(target, other, other_digest, verbatim)
        check_verbatim(row[10], key)
        found[segment][1].append(_entry(row[6:], key, source, target))
    without = [segment for segment in segments if segment not in found]
    if without:
        found.update({number: (key, []) for number, key in keys_of(connection, without, source)})
    return found


def keys_of(connection: sqlite3.Connection, segments: Sequence[int], source: str) -> Iterator[tuple[int, MatchKey]]:
    """Yield segments with their keys."""
    for number, key, digest in connection.execute(_KEYS.format(", ".join("?" * len(segments))), segments):
        check(source, key, digest)
        yield number, MatchKey(key)


def facts_of(
    connection: sqlite3.Connection, segments: Sequence[int], source: str, target: str
) -> Iterator[tuple[int, Entry]]:
    """Yield each segment with its entries that have a text in `target`, as `entries_of`, but without what takes long.

    That is the texts, the neighbours, the place and the author.
    """
    for row in connection.execute(_FACTS, (target, str([*segments]))):
        segment, number, role, document, original, left, right, date = row
        check_told(role, document, date)
        status = _status(original, source, target, left, right)
        yield segment, Entry(number, {}, role, Origin(document, date=date), status=status)


def find_entries(connection: sqlite3.Connection, segment: int, source: str, target: str) -> list[Entry]:
    """List the entries of a segment that have a text in `target`."""
    return entries_of(connection, [segment], source, target).get(segment, ("", []))[1]


def find_bridges(connection: sqlite3.Connection, segment: int, source: str, target: str) -> Iterator[Bridge]:
    """Yield what leads from a segment through a third language to a text in `target`."""
    for third, middle in connection.execute(_THIRD, (segment, source, target)).fetchall():
        seconds = find_entries(connection, middle, third, target)
        if not seconds:
            continue
        reached = {match_key(second.texts[third]) for second in seconds}
        for first in find_entries(connection, segment, source, third):
            if match_key(first.texts[third]) in reached:
                yield from (Bridge(third, first, second) for second in seconds if second.id != first.id)


def _entry(row: tuple[Any, ...], key: MatchKey, source: str, target: str) -> Entry:
    number, role, document, original, verbatim, translation, left, right = row[:8]
    before_number, before, after_number, after, place, date, author = row[8:]
    check_told(role, document, place, date, author)
    return Entry(
        number,
        {source: verbatim or key, target: translation},
        role,
        Origin(document, place, date, author),
        Context(_neighbour(before_number, before), _neighbour(after_number, after)),
        _status(original, source, target, left, right),
    )


def _status(original: str, source: str, target: str, left: str, right: str) -> Status:
    """Give the status of the text that is not the original, or of the less trusted one."""
    if original == source:
        return status_of(right)
    if original == target:
        return status_of(left)
    return min(status_of(left), status_of(right), key=_TRUST.index)


def check(language: str, key: str, digest: int, verbatim: str = "") -> None:
    """Make sure that a text is what was written.

    Raises:
        sqlite3.DatabaseError: it is not, so that the memory must be damaged.
    """
    if crc32(f"{language}\0{key}".encode()) != digest:
        raise sqlite3.DatabaseError(NO_TEXT)
    check_verbatim(verbatim, key)


def check_told(*facts: object) -> None:
    """Make sure that what is told of a text is text, as `check` does."""
    for fact in facts:
        if not isinstance(fact, str):
            raise sqlite3.DatabaseError(NO_TEXT)


def text_of(language: str, verbatim: str, key: str, digest: int) -> str:
    """Give a text, kept as its key alone or beside it, which must be what was written, as `check` says."""
    check(language, key, digest, verbatim)
    return verbatim or key


def check_verbatim(verbatim: str, key: str) -> None:
    """Make sure that a text which is kept beside its key is that of the key, as `check` does."""
    if verbatim and (not isinstance(verbatim, str) or match_key(verbatim) != key):
        raise sqlite3.DatabaseError(NO_TEXT)


def _neighbour(number: int | None, key: str | None) -> MatchKey | None:
    if number == BORDER:
        return MatchKey("")
    return None if key is None else MatchKey(key)


def status_of(text: str) -> Status:
    """Read a status.

    Raises:
        sqlite3.DatabaseError: there is no such status, so that the memory must be damaged.
    """
    try:
        return Status(text)
    except ValueError:
        raise sqlite3.DatabaseError(NO_STATUS) from None
