"""Answer texts from a memory in a process of its own, and time each answer; started by `memory.ours.asking`.

Speaks in pickles: takes a verb, "ask", "add" or "below", and a list of texts; gives a list of `memory.clock.Answered`.
Here is nothing but the program, as when `tm` itself runs: no other library is loaded that could make it faster or
slower, unless the verb "load" asks for those that the program loads sooner or later.
"""

from __future__ import annotations

import pickle
import sys
from pathlib import Path

from memory.clock import Answer, answered
from memory.data import origin
from memory.truth import LIMIT, Found
from tm.memory.fragments import find_fragments
from tm.memory.lookup import Query, lookup
from tm.memory.store import Store
from tm.model.match import Entry
from tm.stores import open_store

_BLOCK = 1 << 24


def main() -> None:
    path, source, target, min_score = sys.argv[1:]
    store = open_store(path, create=False)
    ask = asker(store, source, target, float(min_score))
    verbs = {"ask": ask, "add": adder(store, source, target, ask), "below": below(store, source, target), "load": ask}
    ask("What is made on first use – in any script – is made now.")
    while True:
        try:
            verb, texts = pickle.load(sys.stdin.buffer)
        except EOFError:
            break
        if verb == "load":
            _load()
        _warm(Path(path))
        pickle.dump(answered(verbs[verb], texts), sys.stdout.buffer)
        sys.stdout.buffer.flush()
    store.close()


def asker(store: Store, source: str, target: str, min_score: float) -> Answer:
    """Give what looks a text up in a store."""

    def ask(text: str) -> list[Found]:
        matches = lookup(store, Query(text, source, target), min_score=min_score, limit=LIMIT)
        return [(match.score, match.source, match.target, match.origin) for match in matches]

    return ask


def below(store: Store, source: str, target: str) -> Answer:
    """Give what finds fragments of a text, and the nearest entries."""

    def fragments(text: str) -> list[Found]:
        nearest = find_fragments(store, Query(text, source, target), limit=LIMIT).nearest
        return [(near.match.score, near.match.source, near.match.target, near.match.origin) for near in nearest]

    return fragments


def adder(store: Store, source: str, target: str, ask: Answer) -> Answer:
    """Give what adds a text to a store and looks it up at once."""

    def add(text: str) -> list[Found]:
        store.add([Entry(0, {source: text, target: f"T {text}"}, origin=origin(0))])
        return ask(text)

    return add


def _load() -> None:
    import numpy  # noqa: F401

    import tm.matching.repair  # noqa: F401


def _warm(path: Path) -> None:
    """Read the file once: a system may have taken from memory what was not used while others had their turn."""
    with path.open("rb", buffering=0) as file:
        while file.read(_BLOCK):
            pass


if __name__ == "__main__":
    main()
