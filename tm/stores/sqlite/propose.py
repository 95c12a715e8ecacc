"""Propose the entries similar to a key, from one state of the memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from typing import TYPE_CHECKING

from tm.matching.layout import DEEP
from tm.matching.shape import Shape, shape
from tm.memory.store import Proposal
from tm.model.match import Entry, MatchKey
from tm.stores.sqlite.connection import code_of, is_unwritable, settle
from tm.stores.sqlite.kept import Kept
from tm.stores.sqlite.keys import find_segment
from tm.stores.sqlite.lists import Lists
from tm.stores.sqlite.planes import MOST, Planes
from tm.stores.sqlite.read import check, entries_of, facts_of
from tm.stores.sqlite.search import similar, similar_of_all
from tm.stores.sqlite.state import Search, find_search
from tm.text.tokens import tokens

if TYPE_CHECKING:
    from tm.matching.kin import Kin
    from tm.matching.scan import Scan
    from tm.stores.sqlite.sharing import Sharing

_TOGETHER = 6
"""Segments whose entries are read together: about as many as are asked for."""

_IN_VAIN = 48
"""Segments that are looked at together when the last were all left out."""

_ALL = "SELECT h.segment, h.text FROM shape h JOIN segment s ON s.id = h.segment WHERE s.language = ?"

_NEWER = "SELECT id, key, hash FROM segment WHERE id > ? AND language = ?"

Held = tuple[MatchKey, list[Entry]]

Growing = Callable[[int, int], None]
"""Is told how many segments of a language are in its index, of how many."""


class Proposer:
    """Looks through the index of a language, which it makes when the language is first asked for.

    Where an index can neither be found nor made, all texts of the language are loaded and compared.
    """

    def __init__(self, connection: sqlite3.Connection, told: Growing | None) -> None:
        self._connection = connection
        self._told: Growing = told or (lambda done, total: None)
        self._lists = Lists(connection)
        self._planes = Planes(connection)
        self._entries: dict[tuple[str, str], Kept[Held]] = {}
        self._searches: dict[str, Search | None] = {}
        self._searches_of: int | None = None
        self._scans: dict[str, tuple[Scan, int]] = {}
        self._unprepared: set[str] = set()
        self._sharing: Sharing | None = None

    def forget(self) -> None:
        """Look anew at what there is: this process has written."""
        self._searches.clear()
        self._lists.forget()
        self._planes.forget()
        self._entries.clear()
        if self._sharing:
            self._sharing.forget()

    def close(self) -> None:
        """Leave what was read to nobody."""
        self._planes.close()

    def expect(self, source: str) -> None:
        """Make what many texts of a language will need, and read it, before they come."""
        with self.reading(source):
            search = self._search(source)
            if search and search.ready and search.count <= MOST:
                self._planes.expect(search)

    def propose(
        self, key: MatchKey, source: str, target: str, floor: Callable[[], float], tied: Callable[[Entry], bool]
    ) -> Iterator[Proposal]:
        text = shape(tokens(key))
        if not text:
            return
        with self.reading(source):
            found, lowest = self._near(text, key, source, floor), floor()
            size = _TOGETHER
            while some := list(islice(found, size)):
                if floor() > lowest:
                    some = self._without_ties(some, source, target, floor(), tied)
                    size = _TOGETHER if some else _IN_VAIN
                held = self._held([number for _, number in some], source, target)
                for bound, number in some:
                    if number not in held:
                        continue
                    if held[number][0] != key:
                        yield Proposal(held[number][0], bound, held[number][1])
                    elif find_segment(self._connection, source, key) != number:
                        raise sqlite3.DatabaseError("a text that is not found by its checksum")

    def _without_ties(
        self, some: list[tuple[float, int]], source: str, target: str, floor: float, tied: Callable[[Entry], bool]
    ) -> list[tuple[float, int]]:
        """Leave out what only reaches the floor and has no entry that is wanted then: to read it whole takes longer."""
        known = self._entries.get((source, target), Kept[Held]())
        reaching = {number for bound, number in some if bound <= floor and number not in known}
        if reaching:
            facts = facts_of(self._connection, [*reaching], source, target)
            reaching -= {number for number, entry in facts if tied(entry)}
        return [(bound, number) for bound, number in some if number not in reaching]

    def _held(self, numbers: Sequence[int], source: str, target: str) -> dict[int, Held]:
        """Give the keys and entries of segments; those that were asked for lately are at hand."""
        known: Kept[Held] = self._entries.setdefault((source, target), Kept())
        return known.with_all(numbers, lambda missing: entries_of(self._connection, missing, source, target))

    def sharing(
        self, key: MatchKey, source: str, target: str, choose: Callable[[Kin], Sequence[int]]
    ) -> Sequence[Proposal]:
        """Propose keys that share rare words with this one."""
        if not key:
            return ()
        if self._sharing is None:
            from tm.stores.sqlite.sharing import Sharing

            self._sharing = Sharing(self._connection, self._lists)
        with self.reading(source):
            return self._sharing.propose(self._search(source), key, (source, target), choose)

    def _near(
        self, text: Shape, key: MatchKey, language: str, floor: Callable[[], float]
    ) -> Iterator[tuple[float, int]]:
        search = self._search(language)
        if not search or not search.ready:
            return iter(self._scan(language).near(tokens(key), floor()))
        if floor() < DEEP:
            return similar_of_all(self._connection.execute(_ALL, (language,)), text, floor())
        return similar(self._lists, self._planes, search, text, floor)

    @contextmanager
    def reading(self, source: str) -> Iterator[None]:
        """See one state of the memory, whatever others write meanwhile, with an index of a language if it can be made.

        Within another such state, it is that one.
        """
        if self._connection.in_transaction:
            yield
            return
        self._connection.execute("BEGIN")
        try:
            self._look_anew()
            if not self._is_prepared(source):
                self._connection.execute("ROLLBACK")
                self._prepare(source)
                self._connection.execute("BEGIN")
                self._look_anew()
            yield
        finally:
            with suppress(sqlite3.Error):  # nothing was written; damage was reported where it was met
                self._connection.execute("ROLLBACK")

    def _search(self, language: str) -> Search | None:
        """Read what is known of a language's index, unless it is at hand."""
        if language not in self._searches:
            self._searches[language] = find_search(self._connection, language)
        return self._searches[language]

    def _look_anew(self) -> None:
        """Let go of what is at hand, if somebody has written since it was read."""
        (state,) = self._connection.execute("PRAGMA data_version").fetchone()
        if self._searches_of != state:
            self.forget()
            self._searches_of = state

    def _is_prepared(self, language: str) -> bool:
        search = self._search(language)
        return bool(search and search.ready) or language in self._unprepared

    def _prepare(self, language: str) -> None:
        """Complete the index of a language that is asked for; where nothing can be written, do without."""
        try:
            from tm.stores.sqlite.grow import growing

            for grown in growing(self._connection, language, self._told):
                self._told(grown.count, grown.learned)
            settle(self._connection)
        except sqlite3.OperationalError as error:
            if not is_unwritable(error):
                raise
            if code_of(error) != sqlite3.SQLITE_BUSY:
                self._unprepared.add(language)
        self.forget()

    def _scan(self, language: str) -> Scan:
        """Load the texts of a language that were added since it was last asked for, by whomever."""
        from tm.matching.scan import Scan

        scan, last = self._scans.pop(language, (Scan(), 0))
        rows = self._connection.execute(_NEWER, (last, language))
        for number, key, digest in rows:
            check(language, key, digest)
            scan.add(number, tokens(key))
            last = number
        self._scans[language] = scan, last
        return scan
