"""A memory in one SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from tm.memory.store import Bridge, Proposal, Tally
from tm.model.errors import StoreError
from tm.model.match import Entry, MatchKey
from tm.stores.sqlite.connection import PATIENCE, connect, files_of, listen, reported, seen_from, settle
from tm.stores.sqlite.keys import find_segment
from tm.stores.sqlite.propose import Growing, Proposer
from tm.stores.sqlite.read import find_bridges, find_entries

if TYPE_CHECKING:
    from tm.matching.kin import Kin
    from tm.memory.acts import Act, Batch, Change, Choice, Holding, Stats
    from tm.memory.passages import Passages
    from tm.model.note import Note
    from tm.text.phrase import Phrase

_T = TypeVar("_T")


class SqliteStore:
    """Fills the `Store` protocol; a language is indexed when it is first asked for as a source."""

    def __init__(
        self, path: str, *, create: bool = True, patience: float = PATIENCE, growing: Growing | None = None
    ) -> None:
        """Open a memory; `growing` is told how far an index has grown that had to be made first."""
        self._path = path
        self._connection = connect(path, create=create, patience=patience)
        listen(self._connection)
        self._proposer = Proposer(self._connection, growing)

    def add(self, entries: Iterable[Entry], batch: Batch | None = None) -> Tally:
        from tm.stores.sqlite.write import add  # as all that changes a memory, not loaded to read it

        try:
            return self._write(lambda connection: add(connection, entries, self._known(batch)), lambda tally: tally.act)
        except UnicodeEncodeError as error:
            shown = ascii(error.object[max(error.start - 20, 0) : error.end + 20])
            raise StoreError(f"{shown}: half a character (a lone surrogate): mend the text") from None

    def _known(self, batch: Batch | None) -> Batch | None:
        """Name the file of a batch as seen from the memory, so that both can be moved together."""
        if batch is None or not batch.file:
            return batch
        from dataclasses import replace

        return replace(batch, file=seen_from(self._path, batch.file))

    def _write(
        self, change: Callable[[sqlite3.Connection], _T], is_change: Callable[[_T], object] = lambda _: True
    ) -> _T:
        """Change the memory as a whole or not at all; nothing is written where the outcome is no change."""
        with reported(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                outcome = change(self._connection)
                self._proposer.forget()
                self._connection.execute("COMMIT" if is_change(outcome) else "ROLLBACK")
            except BaseException:
                if self._connection.in_transaction:  # SQLite itself ends it when the disk is full
                    self._connection.execute("ROLLBACK")
                raise
            settle(self._connection)
        return outcome

    @contextmanager
    def reading(self, source: str) -> Iterator[None]:
        with reported(self._path), self._proposer.reading(source):
            yield

    def exact(self, key: MatchKey, source: str, target: str) -> Sequence[Entry]:
        with reported(self._path):
            segment = find_segment(self._connection, source, key)
            return () if segment is None else find_entries(self._connection, segment, source, target)

    def expect(self, source: str) -> None:
        with reported(self._path):
            self._proposer.expect(source)

    def similar(
        self, key: MatchKey, source: str, target: str, floor: Callable[[], float], tied: Callable[[Entry], bool]
    ) -> Iterator[Proposal]:
        with reported(self._path):
            yield from self._proposer.propose(key, source, target, floor, tied)

    def sharing(
        self, key: MatchKey, source: str, target: str, choose: Callable[[Kin], Sequence[int]]
    ) -> Sequence[Proposal]:
        with reported(self._path):
            return self._proposer.sharing(key, source, target, choose)

    def bridges(self, key: MatchKey, source: str, target: str) -> Sequence[Bridge]:
        with reported(self._path):
            segment = find_segment(self._connection, source, key)
            return () if segment is None else tuple(find_bridges(self._connection, segment, source, target))

    def concordance(self, phrase: Phrase, target: str | None, most: int, tell: Callable[[str], None]) -> Passages:
        from tm.stores.sqlite.concordance import find_passages

        with reported(self._path):
            return find_passages(self._connection, phrase, target, most, tell)

    def occurrences(self, key: MatchKey, language: str) -> Sequence[Entry]:
        from tm.stores.sqlite.concordance import occurrences

        with reported(self._path):
            segment = find_segment(self._connection, language, key)
            return () if segment is None else occurrences(self._connection, segment, language)

    def delete(self, choice: Choice, label: str = "") -> Change:
        from tm.stores.sqlite.acts import delete

        return self._write(lambda connection: delete(connection, choice, label))

    def restore(self, choice: Choice | None = None, label: str = "") -> Change:
        from tm.stores.sqlite.acts import restore

        return self._write(lambda connection: restore(connection, choice, label))

    def undo(self) -> Change:
        from tm.stores.sqlite.acts import undo

        return self._write(undo)

    def acts(self, limit: int) -> Sequence[Act]:
        from tm.stores.sqlite.acts import last_acts

        with reported(self._path):
            return last_acts(self._connection, limit)

    def history(self, entry: int) -> Holding | None:
        from tm.stores.sqlite.contents import find_history

        with reported(self._path):
            return find_history(self._connection, entry)

    def notes(self, entries: Sequence[int]) -> Mapping[int, Sequence[Note]]:
        from tm.stores.sqlite.notes import find_notes

        with reported(self._path):
            return find_notes(self._connection, entries)

    def find(self, key: MatchKey, language: str) -> Sequence[int]:
        from tm.stores.sqlite.contents import find_numbers

        with reported(self._path):
            segment = find_segment(self._connection, language, key)
            return () if segment is None else find_numbers(self._connection, segment)

    def holdings(self) -> Iterator[Holding]:
        from tm.stores.sqlite.contents import read_holdings

        with reported(self._path):
            yield from read_holdings(self._connection)

    def entries(self) -> Iterator[Entry]:
        from tm.stores.sqlite.entries import read_entries

        with reported(self._path):
            yield from read_entries(self._connection)

    def header(self) -> Sequence[Note]:
        from tm.stores.sqlite.headers import read_header

        with reported(self._path):
            return read_header(self._connection)

    def stats(self) -> Stats:
        from tm.stores.sqlite.contents import count_texts

        size = sum(path.stat().st_size for path in files_of(self._path))
        with reported(self._path):
            return count_texts(self._connection, size)

    def close(self) -> None:
        self._proposer.close()
        with reported(self._path):
            self._connection.close()
