"""What we would show first, from a memory in a file, asked as `tm lookup` asks it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tm.memory.fragments import find_fragments
from tm.memory.lookup import Query, lookup
from tm.memory.store import Store
from tm.model.match import Entry, Kind, Origin
from tm.stores import open_store
from usefulness.texts import Unit

FUZZY = 50.0
"""Below this we offer no match but the nearest entries."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The target that we show first, and what it was before it was adapted."""

    target: str
    remembered: str
    is_adapted: bool


@contextmanager
def memory(units: Sequence[Unit]) -> Iterator[Callable[[str, str], Shown | None]]:
    """Fill a memory, and give what shows the first match for an English text in a language, or else the nearest entry."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(str(Path(folder) / "memory.db"))
        try:
            store.add(
                Entry(0, {"en": unit.source, **unit.texts}, "", Origin(f"{unit.document} {number}"))
                for number, unit in enumerate(units)
            )
            yield lambda text, language: _first(store, Query(text, "en", language))
        finally:
            store.close()


def _first(store: Store, query: Query) -> Shown | None:
    for match in lookup(store, query, min_score=FUZZY, limit=1):
        return Shown(match.target, match.remembered or match.target, match.kind is Kind.ADAPTED)
    for near in find_fragments(store, query, limit=5).nearest:
        return Shown(near.match.target, near.match.target, is_adapted=False)
    return None
