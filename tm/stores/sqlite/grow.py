"""Keep the index of a language complete: learn its order, and add the segments that are not in it yet."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import astuple, replace

from tm.matching.layout import POSTING, Rarity, learn, slot_range
from tm.matching.ordered import counts, order
from tm.matching.postings import Batch
from tm.matching.shape import Shape
from tm.matching.shapes import shape_of
from tm.matching.traits import Learned, learn_traits
from tm.model.match import MatchKey
from tm.stores.sqlite.pieces import Pieces, drop_pieces
from tm.stores.sqlite.read import check_told
from tm.stores.sqlite.state import SAMPLE, Search, find_search

_BATCH = 1_000_000
"""Segments whose postings are stored together, each list in one piece: some 300 MB."""

_SOME = 20_000
"""Segments whose characters are looked at together: some 20 MB."""

_GROWTH = 10
"""An order is learned anew when a memory has so many times the segments: that it drifts costs time only."""

_SMALL = 4_000
"""Fewer segments than this are added to the rows that there are; more get rows of their own."""

_ROW = 120
"""Postings that a row is filled up to."""

Growing = Callable[[int, int], None]
"""Is told how many segments of a language are in its index, of how many."""

_SEGMENTS = "SELECT id, key FROM segment WHERE id > ? AND language = ? ORDER BY id LIMIT ?"
_LAST_ROW = "SELECT id, data FROM posting WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT 1"


def begin(connection: sqlite3.Connection, language: str) -> Search:
    """Begin the index of a language, or begin it anew, with an order learned from what there is now."""
    taken = {slot for (slot,) in connection.execute("SELECT slot FROM search WHERE language <> ?", (language,))}
    slot = next(number for number in range(len(taken) + 1) if number not in taken)
    lists = slot_range(slot)
    connection.execute("DELETE FROM posting WHERE id BETWEEN ? AND ?", (lists.start << 32, (lists.stop << 32) - 1))
    drop_pieces(connection, slot)
    learned, rarity, traits = _learn(connection, language)
    search = Search(language, slot, rarity, traits, learned, 0, 0, ready=False, tail=b"")
    _save(connection, search)
    return search


def step(connection: sqlite3.Connection, search: Search, tell: Growing = lambda done, total: None) -> Search:
    """Add the next batch of segments to an index; it is ready when none was left.

    On the way, `tell` is told how many there are in it, of how many.
    """
    batch, pieces = Batch(search.rarity, search.slot), Pieces(connection, search)
    rows = connection.execute(_SEGMENTS, (search.reached, search.language, _BATCH))
    count, reached = 0, search.reached
    while some := rows.fetchmany(_SOME):
        if count:
            tell(search.count + count, search.learned)
        shapes = [(number, _shape(key)) for number, key in some]
        connection.executemany("INSERT OR IGNORE INTO shape (segment, text) VALUES (?, ?)", shapes)
        filled = [(number, text) for number, text in shapes if text]
        if filled:
            texts = order([number for number, _ in filled], [text for _, text in filled], search.rarity)
            batch.add(texts)
            pieces.add(texts)
        count, reached = count + len(some), some[-1][0]
    _store(connection, batch, many=count >= _SMALL)
    tail = pieces.finish()
    after = replace(search, count=search.count + count, reached=reached, ready=count < _BATCH, tail=tail)
    _save(connection, after)
    return after


def follow(connection: sqlite3.Connection, last_before: int) -> None:
    """Add the segments after a number to all indexes that are ready."""
    for (language,) in connection.execute("SELECT language FROM search WHERE ready").fetchall():
        search = find_search(connection, language)
        assert search is not None
        more = connection.execute(
            "SELECT count(*) FROM segment WHERE id > ? AND language = ?", (last_before, language)
        ).fetchone()[0]
        if not more:
            continue
        if search.count + more > _GROWTH * max(search.learned, SAMPLE // _GROWTH):
            search = begin(connection, language)
        else:
            search = replace(search, ready=False)
        while not search.ready:
            search = step(connection, search)


def _shape(key: MatchKey) -> Shape:
    """Give the shape of a key, if it still is a text: the type of what SQLite gives is kept in one byte."""
    check_told(key)
    return shape_of(key)


def _save(connection: sqlite3.Connection, search: Search) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO search (language, slot, rarity, traits, learned, count, reached, ready, tail)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        astuple(search),
    )


def _learn(connection: sqlite3.Connection, language: str) -> tuple[int, Rarity, Learned]:
    (count,) = connection.execute("SELECT count(*) FROM segment WHERE language = ?", (language,)).fetchone()
    each = max(count // SAMPLE, 1)
    rows = connection.execute("SELECT key FROM segment WHERE language = ? AND hash % ? = 0", (language, each))
    sample = [_shape(key) for (key,) in rows]
    return count, learn(counts(sample)), learn_traits(sample)


def _store(connection: sqlite3.Connection, batch: Batch, *, many: bool) -> None:
    if many:
        rows = ((_row(number, data), data) for number, data in batch.lists())
        connection.executemany("INSERT INTO posting (id, data) VALUES (?, ?)", rows)
        return
    fresh: list[tuple[int, bytes]] = []
    longer: list[tuple[bytes, int]] = []
    for number, data in batch.lists():
        last = connection.execute(_LAST_ROW, (number << 32, (number + 1 << 32) - 1)).fetchone()
        if last and len(last[1]) < _ROW * POSTING:
            longer.append((last[1] + data, last[0]))
        else:
            fresh.append((_row(number, data), data))
    connection.executemany("UPDATE posting SET data = ? WHERE id = ?", longer)
    connection.executemany("INSERT INTO posting (id, data) VALUES (?, ?)", fresh)


def _row(number: int, data: bytes) -> int:
    return number << 32 | int.from_bytes(data[:8], "little") >> 24


def growing(connection: sqlite3.Connection, language: str, tell: Growing) -> Iterator[Search]:
    """Complete the index of a language, one transaction a batch, and give each; other processes may help.

    Interrupted, it goes on after the last batch the next time. `tell` as of `step`.
    """
    while True:
        connection.execute("BEGIN IMMEDIATE")
        try:
            search = find_search(connection, language) or begin(connection, language)
            if not search.ready:
                search = step(connection, search, tell)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        yield search
        if search.ready:
            return
