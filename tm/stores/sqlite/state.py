"""What is known of the index of a language, as its table has it."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from tm.matching.layout import Rarity


@dataclass(frozen=True, slots=True)
class Search:
    """What is known of the index of a language; the fields are the columns of its table."""

    language: str
    slot: int
    rarity: Rarity
    learned: int
    count: int
    reached: int
    ready: bool


def find_search(connection: sqlite3.Connection, language: str) -> Search | None:
    """Read what is known of a language's index; None when it was never asked for."""
    row = connection.execute(
        "SELECT language, slot, rarity, learned, count, reached, ready FROM search WHERE language = ?", (language,)
    ).fetchone()
    if row is None:
        return None
    code, slot, rarity, learned, count, reached, ready = row
    return Search(code, slot, rarity, learned, count, reached, bool(ready))
