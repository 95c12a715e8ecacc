"""What a memory must be able to do, whatever keeps it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from tm.model.match import Entry, MatchKey, Status


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of the entries given to a store; together, all of them.

    Attributes:
        added: entries that are new, or that gained a language.
        updated: entries of which a text, its status, place or neighbours changed.
        unchanged: entries that the store held just so.
    """

    added: int = 0
    updated: int = 0
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class Proposal:
    """A key that may be similar to the one asked for.

    Attributes:
        bound: its similarity is at most this.
    """

    key: MatchKey
    bound: float


@dataclass(frozen=True, slots=True)
class Version:
    """A text as an entry had it before it changed; `date` is the one that the text came with."""

    language: str
    text: str
    date: str
    status: Status


class Store(Protocol):
    """Keeps entries and proposes them; it never scores.

    An entry is known by document, language and text of its original, and role. The original is the first of its
    `texts`. Texts in further languages join it; a text that changed takes the place of the old one, which is kept as a
    version. A text keeps its date as long as it does not change.

    Every verb raises `StoreError` when the memory cannot do it, and then has changed nothing. What other processes
    have added is found by the next call.
    """

    def add(self, entries: Iterable[Entry]) -> Tally:
        """Keep entries, all of them or none; when this returns, they outlive a crash.

        Unknown neighbours (None) and an empty place leave those that are known as they are.
        """

    def exact(self, key: MatchKey, source: str, target: str) -> Sequence[Entry]:
        """Find the entries whose text in `source` has this key and that have a text in `target`.

        Both are codes, of any two of the six languages. The texts of the entries found are those two, `source` first;
        origin, context and status are those of the translation among them.
        """

    def similar(self, key: MatchKey, source: str, target: str, floor: Callable[[], float]) -> Iterator[Proposal]:
        """Propose keys in `source`, each once; at least all whose similarity reaches what `floor` then says.

        The floor, 0 to 100, may rise while the proposals are taken, never fall. A store may propose further keys, as
        well as keys that `exact` finds nothing for. Until the iterator is exhausted or closed the memory is seen in
        one state, and nothing may be added through the same store.
        """

    def history(self, entry: int) -> Sequence[Version]:
        """List what the texts of an entry were before, newest first."""

    def close(self) -> None:
        """Let the memory go; closing twice does no harm."""
