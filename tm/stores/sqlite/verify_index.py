"""Look for damage in the indexes: whether the lists find each text, and whether the planes are what they must be."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from struct import unpack

from tm.matching.ordered import order
from tm.matching.planes import Gathering
from tm.matching.shape import Shape, shape
from tm.memory.damage import Damage
from tm.stores.sqlite.lists import Lists
from tm.stores.sqlite.planes import find_planes, tail_of
from tm.stores.sqlite.search import by_lists
from tm.stores.sqlite.state import Search, find_search
from tm.text.tokens import tokens

_SAMPLE = 1_000
"""Texts of a language that are looked up where not all are."""


def index_damage(connection: sqlite3.Connection, *, full: bool, tell: Callable[[str], None]) -> Iterator[Damage]:
    """Yield what is wrong with each index; `full` looks every text up in the lists."""
    for (language,) in connection.execute("SELECT language FROM search WHERE ready").fetchall():
        search = find_search(connection, language)
        if search is None:
            yield Damage("index", f"there is no index of {language!r}, which is said to be there", derived=True)
            continue
        for message in (*_lists(connection, search, full, tell), *_pieces(connection, search, tell)):
            yield Damage("index", message, derived=True)


def _lists(connection: sqlite3.Connection, search: Search, full: bool, tell: Callable[[str], None]) -> Iterator[str]:
    """Look texts up by themselves: each must be found."""
    language, lists = search.language, Lists(connection)
    (count,) = connection.execute("SELECT count(*) FROM segment WHERE language = ?", (language,)).fetchone()
    if count != search.count:
        yield f"the index of {language} has {search.count} texts, the memory {count}"
    each = 1 if full else max(count // _SAMPLE, 1)
    rows = connection.execute(
        "SELECT s.id, s.key, h.text FROM segment s LEFT JOIN shape h ON h.segment = s.id"
        " WHERE s.language = ? AND s.id % ? = 0", (language, each),
    )  # fmt: skip
    for place, (number, key, kept) in enumerate(rows):
        if place % 100 == 0:
            tell(f"looking texts up in {language}: {place} of {count // each}")
        text = shape(tokens(key))
        if kept != text:
            yield f"text {number} has another shape in the index of {language}"
        elif text and all(found != number for _, found in by_lists(lists, search, text, lambda: 99.0)):
            yield f"text {number} is not found through the index of {language}"


def _pieces(connection: sqlite3.Connection, search: Search, tell: Callable[[str], None]) -> Iterator[str]:
    """Make each piece again and compare, and look for texts that are in none."""
    held = list(tail_of(search))
    rows = connection.execute("SELECT id, lengths, numbers FROM piece WHERE slot = ?", (search.slot,)).fetchall()
    for number, lengths, numbers in rows:
        tell(f"verifying piece {number} of {search.language}")
        segments = unpack(f"<{len(numbers) // 4}I", numbers)
        held += segments
        shapes = dict(
            connection.execute(
                "SELECT segment, text FROM shape WHERE segment IN (SELECT value FROM json_each(?))", (str([*segments]),)
            ).fetchall()
        )
        gathering = Gathering(search.traits)
        texts = [Shape(shapes.get(segment) or "?") for segment in segments]
        gathering.add(order(segments, texts, search.rarity))
        made = list(gathering.pieces())
        planes = find_planes(connection, search.slot, number)
        if [(one.lengths, one.numbers, one.planes) for one in made] != [(lengths, numbers, planes)]:
            yield f"piece {number} of {search.language} is not what its texts make it"
    wanted = connection.execute(
        "SELECT s.id FROM segment s JOIN shape h ON h.segment = s.id WHERE s.language = ? AND h.text <> ''"
        " ORDER BY s.id", (search.language,),
    ).fetchall()  # fmt: skip
    if sorted(held) != [number for (number,) in wanted]:
        yield f"the pieces of {search.language} do not hold each text once"
