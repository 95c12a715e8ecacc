"""Find near texts by the planes of a language's pieces, and keep at hand those that were read."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from struct import unpack_from

from tm.matching.reach import Piece, bounds, reach, wanting
from tm.matching.shape import Shape
from tm.matching.similarity import tenths
from tm.matching.traits import TRAITS, Learned, Traits
from tm.stores.sqlite.state import Search

MOST = 2_500_000
"""Texts of a language up to which planes are used: more would not stay at hand."""

_HELD = 160 << 20
"""Bytes of planes that are kept at hand."""

_STEP = 1.2e-5
"""Microseconds that a step of counting takes for each text; there are five for each trait."""

_STEPS_ANYWAY = 30

_PIECES = "SELECT id, lengths FROM piece WHERE slot = ? ORDER BY id"
_NUMBERS = "SELECT numbers FROM piece WHERE id = ?"
_COLUMN = "SELECT id, data FROM plane WHERE id > ? AND id < ?"
_THESE = "SELECT id, data FROM plane WHERE id IN (SELECT value FROM json_each(?))"

_PIECE = (1 << 32) - 1


def first_plane(slot: int, trait: int) -> int:
    """Number the planes of a trait from here on, up to the next trait's."""
    return (slot * TRAITS + trait) << 32


class Planes:
    """Pieces and planes. Pieces are of one state of the memory; what lies in a piece never changes."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._pieces: dict[int, list[Piece]] = {}
        self._known: dict[int, Piece] = {}
        self._numbers: dict[int, bytes] = {}
        self._columns: dict[int, tuple[int, dict[int, int]]] = {}
        self._size = 0
        self._learned = Learned(b"")
        self._traits = Traits(self._learned)

    def forget(self) -> None:
        """Look anew which pieces there are."""
        self._pieces.clear()

    def cost(self, search: Search, text: Shape, min_score: float) -> float:
        """Estimate the microseconds that `near` takes."""
        asked = sum([piece.count for piece in self._within(search, text, tenths(min_score))])
        return asked * (5 * len(text) + _STEPS_ANYWAY) * _STEP

    def near(self, search: Search, text: Shape, least: int) -> list[tuple[int, int]]:
        """List the tenths that they score at most and the numbers of at least all texts that score `least` tenths.

        Those that are in no piece yet are among them.
        """
        found = [(1000, number) for number in tail_of(search)]
        pieces = self._within(search, text, least)
        if not pieces:
            return found
        if self._learned is not search.traits:
            self._learned, self._traits = search.traits, Traits(search.traits)
        last, size = self._of(search.slot)[-1].number, len(text)
        columns = [self._column(search.slot, trait, last) for trait in self._traits.of(text)]
        for piece in pieces:
            number = piece.number
            planes = [column[number] for column in columns if number in column]
            reached = reach(piece, planes, size, least)
            if reached:
                numbers = self._numbers_of(number)
                for bound, place in bounds(piece, reached, size, least):
                    found.append((bound, unpack_from("<I", numbers, 4 * place)[0]))
        return found

    def _within(self, search: Search, text: Shape, least: int) -> list[Piece]:
        """List the pieces with texts that are neither too short nor too long."""
        wanted = wanting(len(text), least)
        shortest, longest = wanted.shortest, wanted.longest
        return [
            piece for piece in self._of(search.slot) if piece.lengths[0] <= longest and piece.lengths[-1] >= shortest
        ]

    def _of(self, slot: int) -> Sequence[Piece]:
        pieces = self._pieces.get(slot)
        if pieces is None:
            known = self._known
            rows = self._connection.execute(_PIECES, (slot,)).fetchall()
            pieces = [known.get(number) or Piece(number, lengths) for number, lengths in rows]
            known.update({piece.number: piece for piece in pieces})
            self._pieces[slot] = pieces
        return pieces

    def _numbers_of(self, piece: int) -> bytes:
        numbers = self._numbers.get(piece)
        if numbers is None:
            (numbers,) = self._connection.execute(_NUMBERS, (piece,)).fetchone()
            self._numbers[piece] = numbers
        return numbers

    def _column(self, slot: int, trait: int, last: int) -> dict[int, int]:
        """Give the planes of a trait, by piece, up to the last piece."""
        first = first_plane(slot, trait)
        read, column = self._columns.get(first, (0, {}))
        if read < last:
            for number, data in self._connection.execute(_COLUMN, (first | read, first + (1 << 32))):
                column[number & _PIECE] = int.from_bytes(data, "little")
                self._size += len(data)
            if self._size > _HELD:
                self._columns.clear()
                self._size = 0
            self._columns[first] = last, column
        return column


def tail_of(search: Search) -> Sequence[int]:
    """List the segments of an index that are in no piece yet."""
    return unpack_from(f"<{len(search.tail) // 4}I", search.tail)


def find_planes(connection: sqlite3.Connection, slot: int, piece: int) -> dict[int, bytes]:
    """Read all planes of a piece, by trait."""
    numbers = {first_plane(slot, trait) | piece: trait for trait in range(TRAITS)}
    rows = connection.execute(_THESE, (str([*numbers]),))
    return {numbers[number]: data for number, data in rows}
