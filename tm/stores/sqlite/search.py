"""Find the segments similar to a text, through the index, as if it was compared with all."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence

from tm.matching.layout import DEEP
from tm.matching.probe import Probe, Sieve, is_deep, probes
from tm.matching.shape import Shape
from tm.matching.similarity import edits_allowed, score, tenths
from tm.stores.sqlite.grow import Search

_FIRST = 4
"""Probes of the first stage: the rarest characters, of which the best matches have one; each has twice as many."""

_BATCH = 32
"""Texts of the first batch that are compared; each has four times as many."""

_SHAPES = "SELECT segment, text FROM shape WHERE segment IN (SELECT value FROM json_each(?))"
_ALL = "SELECT h.segment, h.text FROM shape h JOIN segment s ON s.id = h.segment WHERE s.language = ?"

Floor = Callable[[], float]


def similar(connection: sqlite3.Connection, search: Search, text: Shape, floor: Floor) -> Iterator[tuple[float, int]]:
    """Yield upper bound of the score and number of at least all segments that score what `floor` says then."""
    least = floor()
    if least < DEEP:
        yield from _of_all(connection, search, text, least)
        return
    sieve, seen = Sieve(text), set[int]()
    wanted = probes(text, search.rarity, search.slot, least)
    stage = _FIRST
    while wanted and (least := floor()) < 100:
        now = [probe for probe in wanted[:stage] if probe.place <= edits_allowed(len(text), least)]
        wanted, stage = wanted[stage:], 2 * stage
        if not now:
            return
        passed = sieve.passed(_read(connection, now, deep=is_deep(least)), least)
        fresh = [(bound, number) for number, bound in passed.items() if number not in seen]
        seen.update(passed)
        fresh.sort(reverse=True)
        yield from _compared(connection, fresh, text, floor)


def _read(connection: sqlite3.Connection, wanted: Sequence[Probe], *, deep: bool) -> bytes:
    ranges = [lists for probe in wanted for lists in ((probe.near, probe.deep) if deep else (probe.near,))]
    rows: list[tuple[bytes]] = []
    for first, last in ranges:
        rows += connection.execute(
            "SELECT data FROM posting WHERE id BETWEEN ? AND ?", (first << 32, (last + 1 << 32) - 1)
        )
    return b"".join([row[0] for row in rows])


def _compared(
    connection: sqlite3.Connection, candidates: Sequence[tuple[int, int]], text: Shape, floor: Floor
) -> Iterator[tuple[float, int]]:
    """Compare candidates, (tenths that they score at most, number) best first, and yield those that reach the floor."""
    start, size = 0, _BATCH
    while start < len(candidates):
        least = floor()
        enough = tenths(least)
        numbers = [number for bound, number in candidates[start : start + size] if bound >= enough]
        if not numbers:
            return
        start, size = start + size, 4 * size
        shapes = connection.execute(_SHAPES, (str(numbers),)).fetchall()
        yield from sorted(_scored(text, shapes, least), reverse=True)


def _scored(text: Shape, shapes: Sequence[tuple[int, str]], least: float) -> Iterator[tuple[float, int]]:
    from rapidfuzz import process
    from rapidfuzz.distance import Levenshtein

    size = len(text)
    longest = max(len(other) for _, other in shapes)
    found = process.extract(
        text,
        [other for _, other in shapes],
        scorer=Levenshtein.distance,
        score_cutoff=edits_allowed(max(size, longest), least),
        limit=None,
    )
    for other, edits, place in found:
        # No edits may mean equal keys, or tokens that met in one character.
        points = score(edits, max(size, len(other))) if edits else 100.0
        if points >= least:
            yield points, shapes[place][0]


def _of_all(connection: sqlite3.Connection, search: Search, text: Shape, least: float) -> Iterator[tuple[float, int]]:
    """Compare with all: below 50 the index leaves texts out."""
    found: list[tuple[float, int]] = []
    cursor = connection.execute(_ALL, (search.language,))
    while shapes := cursor.fetchmany(10_000):
        found += _scored(text, shapes, least)
    found.sort(reverse=True)
    yield from found
