"""Number the segments of an import: those that the memory has as there, new ones anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING
from zlib import crc32

from tm.model.language import BY_CODE
from tm.model.match import MatchKey

if TYPE_CHECKING:
    from tm.stores.sqlite.digests import Digests

_AT_HAND = 100_000
"""Keys whose numbers are remembered between calls."""

_MANY = 5_000
"""So many segments at once fill an empty memory; the index of digests is then made when all are there."""

_LONG = 3
"""After so many calls the digests of all segments are loaded, as bits, so that not each has to be looked for."""

_BITS = 27
"""So many bits of a digest tell whether it may be there: 16 MB."""

_MASK = (1 << _BITS) - 1

_INSERT = "INSERT INTO segment (id, language, hash, key) VALUES (?, ?, ?, ?)"
_WITH_DIGESTS = "SELECT language, key, id FROM segment WHERE hash IN (SELECT value FROM json_each(?))"
_WITH_NUMBERS = "SELECT language, key, id FROM segment WHERE id IN (SELECT value FROM json_each(?))"
_NO_INDEX = "DROP INDEX segment_hash"
_INDEX = "CREATE INDEX segment_hash ON segment (hash)"

_Wanted = dict[str, dict[MatchKey, int]]
"""Digests, by language and key."""


class Numbering:
    """Gives the numbers of segments, all within one transaction.

    Attributes:
        known: by language and key, at least those that were asked for last.
        last: the highest of all.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM segment").fetchone()
        self.last = int(last)
        self.known: dict[str, dict[MatchKey, int]] = {code: {} for code in BY_CODE}
        self._taken: bytearray | None = None
        self._calls = 0
        self._digests: Digests | None = None

    def number(self, names: Iterable[tuple[str, MatchKey]]) -> None:
        """Know these languages and keys by their numbers; new ones are stored."""
        if sum(map(len, self.known.values())) > _AT_HAND:
            self.known = {code: {} for code in BY_CODE}
        wanted = self._wanted(names)
        digests = list(chain.from_iterable(found.values() for found in wanted.values()))
        if self.last:
            for language, key, number in self._find(digests):
                if key in wanted.get(language, ()):
                    self.known[language][key] = number
        elif len(digests) >= _MANY:
            self._begin_to_fill()
        self._store(wanted)

    def _wanted(self, names: Iterable[tuple[str, MatchKey]]) -> _Wanted:
        known = self.known
        wanted: _Wanted = {}
        for language, key in names:
            if key not in known[language]:
                wanted.setdefault(language, {})[key] = 0
        for language, digests in wanted.items():
            start = crc32(f"{language}\0".encode())
            for key in digests:
                digests[key] = crc32(key.encode(), start)
        return wanted

    def _find(self, digests: Sequence[int]) -> Iterable[tuple[str, MatchKey, int]]:
        """Find the segments that may have these digests."""
        if self._digests is not None:
            numbers = self._digests.find(digests)
            return self._connection.execute(_WITH_NUMBERS, (str(numbers),)) if numbers else ()
        return self._connection.execute(_WITH_DIGESTS, (str(self._perhaps_stored(digests)),))

    def _store(self, wanted: _Wanted) -> None:
        rows: list[tuple[int, str, int, MatchKey]] = []
        for language, digests in wanted.items():
            numbers = self.known[language]
            for key, digest in digests.items():
                if key not in numbers:
                    number = numbers[key] = self.last = self.last + 1
                    rows.append((number, language, digest, key))
        self._connection.executemany(_INSERT, rows)
        if self._digests is not None:
            self._digests.add(self.last - len(rows) + 1, [row[2] for row in rows])
            if self._digests.is_full:
                self.finish()

    def _begin_to_fill(self) -> None:
        """Do without the index of digests: in a large one each finds its place slowly, in order all do at once."""
        from tm.stores.sqlite.digests import Digests

        self._connection.execute(_NO_INDEX)
        self._digests = Digests()

    def finish(self) -> None:
        """Make the index of digests, where it was done without."""
        if self._digests is not None:
            self._connection.execute(_INDEX)
            self._digests = None

    def _perhaps_stored(self, digests: Sequence[int]) -> Sequence[int]:
        """Leave out the digests that no segment has; in a long import, without asking for each."""
        if self._taken is None:
            self._calls += 1
            if self._calls < _LONG:
                return digests
            self._taken = bytearray(1 << _BITS >> 3)
            for (digest,) in self._connection.execute("SELECT hash FROM segment"):
                bit = digest & _MASK
                self._taken[bit >> 3] |= 1 << (bit & 7)
        taken, perhaps = self._taken, []
        for digest in digests:
            bit = digest & _MASK
            if taken[bit >> 3] & 1 << (bit & 7):
                perhaps.append(digest)
            else:
                taken[bit >> 3] |= 1 << (bit & 7)
        return perhaps
