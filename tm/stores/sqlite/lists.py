"""Read lists of postings, and shapes, and keep at hand those that were read last."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterable, Sequence
from typing import cast

from tm.matching.layout import POSTING
from tm.matching.shape import Shape

_MOST = 96 << 20
"""Bytes of postings that are kept at hand."""

_WORTH = 80_000 * POSTING
"""Bytes of postings after which numpy is loaded: to look at them one by one took some 30 ms, half as long as that."""

_LOADING = 150_000.0
"""Microseconds that numpy takes to load: when its absence has cost as much, it would have been worth it."""

_FEW = 200
"""Shapes after which rapidfuzz is loaded, which takes as long as to compare these without."""

_SHAPES = 250_000
"""Shapes that are kept at hand, some 40 MB: those of a dozen templates with thousands of variants each."""

_FIND_LISTS = "SELECT id, data FROM posting WHERE id BETWEEN ? AND ?"
_FIND_SHAPES = "SELECT segment, text FROM shape WHERE segment IN (SELECT value FROM json_each(?))"


class Lists:
    """Lists of postings by number, and shapes by segment. What is at hand is of one state of the memory."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._held: dict[int, bytes] = {}
        self._size = self._given = 0
        self._missed = 0.0
        self._shapes: dict[int, Shape] = {}
        self._asked = 0

    def forget(self) -> None:
        """Read anew: the memory may have changed. A segment keeps its shape."""
        self._held.clear()
        self._size = 0

    @property
    def is_warm(self) -> bool:
        """Tell whether so much was read that numpy is worth its loading, or it is there."""
        return self._given > _WORTH or self._missed > _LOADING or "numpy" in sys.modules

    def miss_numpy(self, microseconds: float) -> None:
        """Note how much sooner an answer would have been found with numpy."""
        self._missed += max(microseconds, 0.0)

    @property
    def is_busy(self) -> bool:
        """Tell whether so many shapes were asked for that rapidfuzz is worth its loading, or it is there."""
        return self._asked > _FEW or "rapidfuzz" in sys.modules

    def postings(self, ranges: Iterable[tuple[int, int]]) -> bytes:
        """Join the lists of several ranges, each from its first to its last number."""
        found: list[bytes] = []
        for first, last in ranges:
            numbers = range(first, last + 1)
            try:
                found += [self._held[number] for number in numbers]
            except KeyError:
                found += self._read(numbers)
        data = b"".join(found)
        self._given += len(data)
        return data

    def _read(self, numbers: range) -> list[bytes]:
        rows = self._connection.execute(_FIND_LISTS, (numbers[0] << 32, (numbers[-1] + 1 << 32) - 1)).fetchall()
        parts: dict[int, list[bytes]] = {number: [] for number in numbers}
        for place, data in rows:
            if data is None:
                raise sqlite3.DatabaseError("a list without postings")
            parts[place >> 32].append(data)
        lists = {number: part[0] if len(part) == 1 else b"".join(part) for number, part in parts.items()}
        self._size += sum(map(len, lists.values()))
        if self._size > _MOST:
            self._drop_half()
        self._held.update(lists)
        return list(lists.values())

    def _drop_half(self) -> None:
        """Let go of what was read first."""
        for number in list(self._held)[: len(self._held) // 2]:
            del self._held[number]
        self._size = sum(map(len, self._held.values()))

    def shapes(self, segments: Sequence[int]) -> list[Shape]:
        """Give the shapes of segments, in their order; "" for one that has none."""
        held = self._shapes
        self._asked += len(segments)
        found = list(map(held.get, segments))
        missing = [segment for segment, text in zip(segments, found, strict=True) if text is None]
        if not missing:
            return cast("list[Shape]", found)
        if len(held) > _SHAPES:
            held.clear()
            missing = list(segments)
        held.update(self._connection.execute(_FIND_SHAPES, (str(missing),)))
        return [held.get(segment, Shape("")) for segment in segments]
