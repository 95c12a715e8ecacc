"""What is known of the index of a language, as its table has it."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from tm.matching.layout import Rarity
from tm.matching.traits import Learned

SAMPLE = 20_000
"""Segments that the order of characters is learned from."""


@dataclass(frozen=True, slots=True)
class Search:
    """What is known of the index of a language; the fields are the columns of its table."""

    language: str
    slot: int
    rarity: Rarity
    traits: Learned
    learned: int
    count: int
    reached: int
    ready: bool
    tail: bytes


def find_search(connection: sqlite3.Connection, language: str) -> Search | None:
    """Read what is known of a language's index; None when it was never asked for."""
    row = connection.execute(
        "SELECT language, slot, rarity, traits, learned, count, reached, ready, tail FROM search WHERE language = ?",
        (language,),
    ).fetchone()
    if row is None:
        return None
    code, slot, rarity, traits, learned, count, reached, ready, tail = row
    return Search(code, slot, rarity, traits, learned, count, reached, bool(ready), tail)


def sampled(learned: int) -> int:
    """Say of how many texts an order was learned when there were so many."""
    return learned // max(learned // SAMPLE, 1)
