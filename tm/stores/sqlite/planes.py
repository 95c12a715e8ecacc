"""Find near texts by the planes of a language's pieces, and keep at hand those that were read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from struct import unpack_from
from weakref import WeakValueDictionary

from tm.matching.reach import Piece, Reach, places, raised, reach, wanting
from tm.matching.shape import Shape
from tm.matching.similarity import tenths
from tm.matching.traits import TRAITS, Learned, Traits
from tm.stores.sqlite.state import Search

MOST = 2_500_000
"""Texts of a language up to which planes are used: more would not stay at hand."""

_HELD = 160 << 20
"""Bytes of planes that are kept at hand."""

_SINGLY = 100
"""Traits whose planes are read one by one; then all are read, as most will be asked for."""

_SMALL = 500_000
"""Texts of a language up to which all planes are read together: some 35 MB."""

_CROWD = 32
"""Texts of a piece that are compared sooner than sorted out."""

_STEP = 2.4e-5
"""Microseconds that a step of counting takes for each text; there are five for each trait."""

_STEPS_ANYWAY = 30

_READING = 12.0
"""Microseconds to read a plane."""

_PIECES = "SELECT id, lengths FROM piece WHERE slot = ? ORDER BY id"
_NUMBERS = "SELECT numbers FROM piece WHERE id = ?"
_COLUMN = "SELECT id, data FROM plane WHERE id > ? AND id < ?"
_THESE = "SELECT id, data FROM plane WHERE id IN (SELECT value FROM json_each(?))"

_PIECE = (1 << 32) - 1


def first_plane(slot: int, trait: int) -> int:
    """Number the planes of a trait from here on, up to the next trait's."""
    return (slot * TRAITS + trait) << 32


class Planes:
    """Pieces and planes. Pieces are of one state of the memory; what lies in a piece never changes.

    What others who have the file open in this process have read is taken over; so a process that is made as a copy of
    one need not read it again. It is older than all that is read here, as it has to be.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._pieces: dict[int, list[Piece]] = {}
        self._known: dict[int, Piece] = {}
        self._numbers: dict[int, bytes] = {}
        self._planes: dict[int, list[int]] = {}  # of a piece, by trait; 0 where no text has it, or it was not read
        self._read: dict[int, int] = {}  # by a trait's first plane: up to which piece they were read
        self._whole: dict[int, int] = {}  # by slot: up to which piece those of all traits were
        self._size = self._singly = 0
        self._learned = Learned(b"")
        self._traits = Traits(self._learned)
        self._last: tuple[Shape, list[int]] = Shape(""), []
        self._file = _file_of(connection)
        if self._file:
            other = _OPEN.get(self._file)
            if other:
                self._take_over(other)
            _OPEN[self._file] = self

    def _take_over(self, other: Planes) -> None:
        self._known, self._numbers, self._size = dict(other._known), dict(other._numbers), other._size
        # What was read is noted after it was: whoever goes on reading meanwhile is not believed too much.
        self._read, self._whole = dict(other._read), dict(other._whole)
        self._planes = {piece: list(planes) for piece, planes in list(other._planes.items())}

    def close(self) -> None:
        """Let nobody take over any more what was read: another file may come to lie there."""
        if self._file and _OPEN.get(self._file) is self:
            del _OPEN[self._file]

    def forget(self) -> None:
        """Look anew which pieces there are."""
        self._pieces.clear()

    def expect(self, search: Search) -> None:
        """Read at once what many texts would have read one by one."""
        pieces = self._of(search.slot)
        if pieces and search.count <= _SMALL:
            self._read_all(search.slot, pieces[-1].number)

    def counting(self, search: Search, text: Shape, min_score: float) -> float:
        """Estimate the microseconds that `near` takes to count, once the planes are at hand."""
        asked = sum([piece.count for piece in self._within(search, text, tenths(min_score))])
        return asked * (5 * len(text) + _STEPS_ANYWAY) * _STEP

    def reading(self, search: Search, text: Shape) -> float:
        """Estimate the microseconds that it takes to read the planes that are not at hand."""
        slot, pieces = search.slot, self._of(search.slot)
        if not pieces or self._whole.get(slot) == pieces[-1].number:
            return 0.0
        last, read, traits = pieces[-1].number, self._read, self._traits_of(search, text)
        return len(pieces) * sum([read.get(first_plane(slot, trait), 0) < last for trait in traits]) * _READING

    def near(self, search: Search, text: Shape, least: int) -> Iterator[tuple[int, list[int]]]:
        """Yield tenths, falling to `least`, and numbers of texts: at least all that score so much, if not named before.

        Those that are in no piece yet are among the first.
        """
        numbers = [*tail_of(search)]
        reached = list(self._reached(search, text, least))
        named = [0] * len(reached)
        for level in _levels(reached, least):
            for place, (piece, found) in enumerate(reached):
                texts = raised(piece, found, len(text), least, level) if level > least else found.texts
                fresh = texts ^ named[place]
                if fresh:
                    named[place] = texts
                    held = self._numbers_of(piece.number)
                    numbers += [unpack_from("<I", held, 4 * at)[0] for at in places(fresh)]
            yield level, numbers
            numbers = []

    def _reached(self, search: Search, text: Shape, least: int) -> Iterator[tuple[Piece, Reach]]:
        pieces = self._within(search, text, least)
        traits = self._asked(search, text) if pieces else []
        for piece in pieces:
            planes = [*filter(None, map(self._planes[piece.number].__getitem__, traits))]
            reached = reach(piece, planes, len(text), least)
            if reached:
                yield piece, reached

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

    def _asked(self, search: Search, text: Shape) -> list[int]:
        """List the traits of a text, once their planes are at hand in all pieces of the index."""
        traits, slot, last = self._traits_of(search, text), search.slot, self._of(search.slot)[-1].number
        if self._whole.get(slot) == last:
            return traits
        if self._size > _HELD:
            for held in (self._planes, self._read, self._whole):
                held.clear()
            self._size = 0
        for piece in self._of(slot):
            self._table(piece.number)
        if self._singly > _SINGLY and search.count <= _SMALL:
            self._read_all(slot, last)
        else:
            for trait in traits:
                self._read_one(slot, trait, last)
        return traits

    def _traits_of(self, search: Search, text: Shape) -> list[int]:
        if self._learned is not search.traits:
            self._learned, self._traits, self._last = search.traits, Traits(search.traits), (Shape(""), [])
        if self._last[0] != text:  # each is asked for twice: to estimate the cost, and to read
            self._last = text, self._traits.of(text)
        return self._last[1]

    def _table(self, piece: int) -> list[int]:
        table = self._planes.get(piece)
        if table is None:
            table = self._planes[piece] = [0] * TRAITS
        return table

    def _read_one(self, slot: int, trait: int, last: int) -> None:
        """Read the planes of a trait, up to the last piece."""
        first = first_plane(slot, trait)
        read = self._read.get(first, 0)
        if read < last:
            self._take(self._connection.execute(_COLUMN, (first | read, first + (1 << 32))), slot)
            self._read[first] = last
            self._singly += 1

    def _read_all(self, slot: int, last: int) -> None:
        """Read the planes of all traits, up to the last piece: in one go this takes a fifth of the time."""
        if self._whole.get(slot) != last:
            self._take(self._connection.execute(_COLUMN, (first_plane(slot, 0) - 1, first_plane(slot + 1, 0))), slot)
            self._read.update({first_plane(slot, trait): last for trait in range(TRAITS)})
            self._whole[slot] = last
        self._singly = 0

    def _take(self, rows: Iterable[tuple[int, bytes]], slot: int) -> None:
        before = slot * TRAITS
        for number, data in rows:
            table, trait = self._table(number & _PIECE), (number >> 32) - before
            if data is None:
                raise sqlite3.DatabaseError("a plane without bits")
            if not table[trait]:
                table[trait] = int.from_bytes(data, "little")
                self._size += len(data)


def _levels(reached: Sequence[tuple[Piece, Reach]], least: int) -> Sequence[int]:
    """Choose by how many texts were reached whether to take the likeliest first: to tell them apart takes time, too."""
    count = sum([found.texts.bit_count() for _, found in reached])
    return [*range(950, least, -50), least] if count > _CROWD * len(reached) else [least]


_OPEN: WeakValueDictionary[tuple[int, int], Planes] = WeakValueDictionary()
"""Who opened a file last, by its device and number there."""


def _file_of(connection: sqlite3.Connection) -> tuple[int, int] | None:
    """Tell which file a memory is; None for one that lies in no file."""
    path = connection.execute("PRAGMA database_list").fetchone()[2]
    if not path:
        return None
    try:
        stat = Path(path).stat()
    except OSError:
        return None
    return stat.st_dev, stat.st_ino


def tail_of(search: Search) -> Sequence[int]:
    """List the segments of an index that are in no piece yet."""
    return unpack_from(f"<{len(search.tail) // 4}I", search.tail)


def find_planes(connection: sqlite3.Connection, slot: int, piece: int) -> dict[int, bytes]:
    """Read all planes of a piece, by trait."""
    numbers = {first_plane(slot, trait) | piece: trait for trait in range(TRAITS)}
    rows = connection.execute(_THESE, (str([*numbers]),))
    return {numbers[number]: data for number, data in rows}
