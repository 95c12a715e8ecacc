"""Keep the texts of an index in pieces, few and large, though they come one by one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from struct import pack, unpack

from tm.matching.ordered import Ordered, order
from tm.matching.planes import PIECE, REGION, Gathering
from tm.matching.shape import Shape
from tm.matching.traits import TRAITS
from tm.stores.sqlite.planes import first_plane, tail_of
from tm.stores.sqlite.state import Search

_LEAST = 256
"""Texts that make a piece; fewer are compared one by one."""

_TIMES = 4
"""A piece is joined with further texts until it is so many times as large as they are."""

_SHAPES = "SELECT segment, text FROM shape WHERE segment IN (SELECT value FROM json_each(?)) ORDER BY segment"


class Pieces:
    """Takes further texts of an index in, and makes pieces of them as soon as there are enough."""

    def __init__(self, connection: sqlite3.Connection, search: Search) -> None:
        self._connection = connection
        self._search = search
        self._tail = list(tail_of(search))
        self._gathering: Gathering | None = None

    def add(self, texts: Ordered) -> None:
        """Take in texts."""
        if self._gathering is None:
            if len(self._tail) + len(texts.lengths) < _LEAST:
                self._tail += texts.numbers.tolist()
                return
            self._gathering = Gathering(self._search.traits)
        elif self._gathering.count + len(texts.lengths) > REGION:
            self._store(self._gathering)
        self._gathering.add(texts)

    def finish(self) -> bytes:
        """Store what was taken in; give the segments that are in no piece, as `Search.tail` has them."""
        gathering = self._gathering
        if gathering:
            self._gather(gathering, self._tail)
            self._tail.clear()
            for number, segments in self._smaller(gathering):
                self._gather(gathering, segments)
                drop_piece(self._connection, self._search.slot, number)
            self._store(gathering)
        return pack(f"<{len(self._tail)}I", *self._tail)

    def _gather(self, gathering: Gathering, segments: Sequence[int]) -> None:
        rows = self._connection.execute(_SHAPES, (str(list(segments)),)).fetchall()
        if rows:
            gathering.add(order([number for number, _ in rows], [Shape(text) for _, text in rows], self._search.rarity))

    def _smaller(self, gathering: Gathering) -> Iterator[tuple[int, Sequence[int]]]:
        """Yield pieces not much larger than what was gathered, that fit into one piece with it, and their segments."""
        rows = self._connection.execute(
            "SELECT id, length(numbers) / 4 FROM piece WHERE slot = ? ORDER BY 2", (self._search.slot,)
        ).fetchall()
        for number, count in rows:
            if count > _TIMES * gathering.count or count + gathering.count > PIECE:
                return
            (numbers,) = self._connection.execute("SELECT numbers FROM piece WHERE id = ?", (number,)).fetchone()
            yield number, unpack(f"<{count}I", numbers)

    def _store(self, gathering: Gathering) -> None:
        for made in gathering.pieces():
            number = self._connection.execute(
                "INSERT INTO piece (slot, lengths, numbers) VALUES (?, ?, ?)",
                (self._search.slot, made.lengths, made.numbers),
            ).lastrowid
            assert number is not None
            self._connection.executemany(
                "INSERT INTO plane (id, data) VALUES (?, ?)",
                [(first_plane(self._search.slot, trait) | number, data) for trait, data in made.planes.items()],
            )


def drop_piece(connection: sqlite3.Connection, slot: int, number: int) -> None:
    """Take a piece away, with its planes."""
    planes = [(first_plane(slot, trait) | number,) for trait in range(TRAITS)]
    connection.executemany("DELETE FROM plane WHERE id = ?", planes)
    connection.execute("DELETE FROM piece WHERE id = ?", (number,))


def drop_pieces(connection: sqlite3.Connection, slot: int) -> None:
    """Take all pieces of an index away."""
    connection.execute(
        "DELETE FROM plane WHERE id BETWEEN ? AND ?", (first_plane(slot, 0), first_plane(slot + 1, 0) - 1)
    )
    connection.execute("DELETE FROM piece WHERE slot = ?", (slot,))
