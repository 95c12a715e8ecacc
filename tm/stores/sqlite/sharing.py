"""Find the segments that share the rarest words with a text, reading a bounded part of the index."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence

from tm.matching.kin import Kin, Weights, Words, kin_of_all, words_of
from tm.matching.layout import POSTING, WHOLE, head
from tm.matching.overlap import Overlap
from tm.memory.store import Proposal
from tm.model.match import Entry, MatchKey
from tm.stores.sqlite.kept import Kept
from tm.stores.sqlite.keys import find_segment
from tm.stores.sqlite.lists import Lists
from tm.stores.sqlite.read import check, entries_of, keys_of
from tm.stores.sqlite.state import Search, sampled

_BUDGET = 2_000
"""Postings that are read, about, those of the rarest words first; those of the rarest are read in any case."""

_ANYWAY = 2
"""Words."""

_MOST = 12
"""Words of which postings are read."""

_LOST = 0.2
"""Microseconds that it takes longer to look at a posting without numpy."""

_HELD = 64 << 20
"""Bytes of postings that are kept at hand."""

_FIND_LISTS = "SELECT data FROM posting WHERE id BETWEEN ? AND ?"

_HAVE_TRANSLATION = """
    SELECT DISTINCT a.segment FROM text a JOIN text b ON b.entry = a.entry AND b.language = ?
    WHERE a.segment IN (SELECT value FROM json_each(?))"""

_WIDER = 20
"""So many times as many segments are looked at where some of the best have no translation."""

Choose = Callable[[Kin], Sequence[int]]

Find = Callable[[int], tuple[Sequence[int], Kin]]
"""Gives numbers and kin of segments that share rare words; of so many times as many as usual."""

Held = tuple[MatchKey, list[Entry]]


class Sharing:
    """Answers what a store is asked for by `sharing`, and keeps what it read until the memory changes."""

    def __init__(self, connection: sqlite3.Connection, lists: Lists) -> None:
        self._connection = connection
        self._lists = lists
        self._postings: dict[tuple[int, str], bytes] = {}
        self._size = 0
        self._weights: dict[str, Weights] = {}
        self._keys = Kept[MatchKey]()
        self._entries: dict[tuple[str, str], Kept[Held]] = {}

    def forget(self) -> None:
        """Read anew: the memory may have changed. A segment keeps its key."""
        self._postings.clear()
        self._size = 0
        self._weights.clear()
        self._entries.clear()

    def propose(
        self, search: Search | None, key: MatchKey, languages: tuple[str, str], choose: Choose
    ) -> list[Proposal]:
        """Give those of the segments found that are chosen and have a translation, the key itself left out.

        Without an index all segments of the language are looked through.
        """
        asked, source = words_of(key), languages[0]
        find = self._related(search, asked, source) if search and search.ready else self._of_all(asked, source)
        numbers, kin = find(1)
        chosen = [numbers[place] for place in choose(kin)]
        held = self._held(chosen, languages)
        if not all(number in held and held[number][1] and held[number][0] != key for number in chosen):
            numbers, kin = find(_WIDER)
            own = find_segment(self._connection, source, key)
            translated = self._translated(numbers, languages[1]) - {own}
            kept = [place for place, number in enumerate(numbers) if number in translated]
            chosen = [numbers[kept[place]] for place in choose(_part(kin, kept))]
            held = self._held(chosen, languages)
        return [Proposal(held[number][0], 100.0, held[number][1]) for number in chosen]

    def _related(self, search: Search, asked: Words, source: str) -> Find:
        """Look through the lists of the rarest words of a text."""
        weights = self._weights.get(source)
        if weights is None:
            weights = self._weights[source] = Weights(search.rarity, sampled(search.learned))
        lists = [self._list(search.slot, character) for character in _probed(search, weights, asked)]
        at_once = self._lists.is_warm
        if not at_once:
            self._lists.miss_numpy(sum(map(len, lists)) / POSTING * _LOST)
        overlap = Overlap(asked.shape, weights, at_once=at_once)

        def find(times: int) -> tuple[Sequence[int], Kin]:
            numbers = overlap.best(lists, times)

            def keys(places: Sequence[int]) -> Sequence[MatchKey]:
                return self._known([numbers[place] for place in places], source)

            return numbers, Kin(self._lists.shapes(numbers), weights, keys)

        return find

    def _of_all(self, asked: Words, source: str) -> Find:
        """Do the same without an index: look through all segments of the language."""
        rows = self._connection.execute("SELECT id, key, hash FROM segment WHERE language = ?", (source,)).fetchall()
        for _, key, digest in rows:
            check(source, key, digest)
        places, kin = kin_of_all(asked.shape, [MatchKey(key) for _, key, _ in rows])
        numbers = [rows[place][0] for place in places]
        return lambda times: (numbers, kin)

    def _list(self, slot: int, character: str) -> bytes:
        """Give the postings of a character, of both layers and all lengths."""
        data = self._postings.get((slot, character))
        if data is None:
            first, last = head(slot, ord(character), 0, 0), head(slot, ord(character), 1, WHOLE)
            rows = self._connection.execute(_FIND_LISTS, (first << 32, (last + 1 << 32) - 1))
            data = b"".join([data for (data,) in rows])
            self._size += len(data)
            if self._size > _HELD:
                self._postings.clear()
                self._size = len(data)
            self._postings[slot, character] = data
        return data

    def _known(self, numbers: Sequence[int], source: str) -> Sequence[MatchKey]:
        """Give the keys of segments."""
        known = self._keys.with_all(numbers, lambda missing: dict(keys_of(self._connection, missing, source)))
        return [known[number] for number in numbers]

    def _held(self, numbers: Sequence[int], languages: tuple[str, str]) -> dict[int, Held]:
        """Give the keys and entries of segments."""
        known: Kept[Held] = self._entries.setdefault(languages, Kept())
        return known.with_all(
            numbers, lambda missing: entries_of(self._connection, missing, *languages, neighbours=False)
        )

    def _translated(self, numbers: Sequence[int], target: str) -> set[int]:
        rows = self._connection.execute(_HAVE_TRANSLATION, (target, str([*numbers])))
        return {number for (number,) in rows}


def _probed(search: Search, weights: Weights, asked: Words) -> Iterator[str]:
    """Yield the characters of the words to look for, the rarest first."""
    rarity = search.rarity
    characters = {
        (rarity[ord(character)], character) for character, count in zip(asked.shape, asked.counts, strict=True) if count
    }
    left = float(_BUDGET)
    for place, (level, character) in enumerate(sorted(characters)[:_MOST]):
        left -= weights.share(level) * search.count
        if left < 0 and place >= _ANYWAY:
            return
        yield character


def _part(kin: Kin, kept: Sequence[int]) -> Kin:
    """Leave out all but some."""
    shapes = [kin.shapes[place] for place in kept]
    return Kin(shapes, kin.weights, lambda places: kin.keys([kept[place] for place in places]))
