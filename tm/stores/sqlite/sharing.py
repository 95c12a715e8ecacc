"""Find the segments that share the rarest words with a text, reading a bounded part of the index."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence

from tm.matching.kin import Kin, Weights, kin_of_all, words
from tm.matching.layout import WHOLE, head
from tm.matching.overlap import Overlap
from tm.matching.shape import shape
from tm.memory.store import Proposal
from tm.model.match import Entry, MatchKey
from tm.stores.sqlite.keys import find_segment
from tm.stores.sqlite.lists import Lists
from tm.stores.sqlite.state import Search, sampled
from tm.text.tokens import tokens as tokens_of

_BUDGET = 3_000
"""Postings that are read, about, those of the rarest words first; those of the rarest are read in any case."""

_ANYWAY = 2
"""Words."""

_MOST = 12
"""Words of which postings are read."""

_HAVE_TRANSLATION = """
    SELECT DISTINCT a.segment FROM text a JOIN text b ON b.entry = a.entry AND b.language = ?
    WHERE a.segment IN (SELECT value FROM json_each(?))"""

_WIDER = 20
"""So many times as many segments are looked at where some of the best have no translation."""

Choose = Callable[[Kin], Sequence[int]]

Find = Callable[[int], tuple[list[int], Kin]]
"""Gives numbers and shapes of segments that share rare words; of so many times as many as usual."""


def related(lists: Lists, search: Search, tokens: Sequence[str], *, at_once: bool) -> Find:
    """Look through the lists of the rarest words of a text."""
    weights = Weights(search.rarity, sampled(search.learned))
    read = [(character, lists.span(*_lists_of(search, character))) for character in _probed(search, weights, tokens)]
    overlap = Overlap(shape(tokens), weights, at_once=at_once)

    def find(times: int) -> tuple[list[int], Kin]:
        numbers = overlap.best([(character, data) for character, data in read if data], times)
        return numbers, Kin(lists.shapes(numbers), weights)

    return find


def related_of_all(connection: sqlite3.Connection, language: str, tokens: Sequence[str]) -> Find:
    """Do the same without an index: look through all segments of the language."""
    rows = connection.execute("SELECT id, key FROM segment WHERE language = ?", (language,)).fetchall()
    places, kin = kin_of_all(shape(tokens), [shape(tokens_of(MatchKey(key))) for _, key in rows])
    return lambda times: ([rows[place][0] for place in places], kin)


def _probed(search: Search, weights: Weights, tokens: Sequence[str]) -> Iterator[str]:
    """Yield the characters of the words to look for, the rarest first."""
    asked = words(tokens, shape(tokens))
    characters = {character for character, count in zip(asked.shape, asked.counts, strict=True) if count}
    left = float(_BUDGET)
    for place, character in enumerate(sorted(characters, key=lambda one: (search.rarity[ord(one)], one))[:_MOST]):
        left -= weights.share(character) * search.count
        if left < 0 and place >= _ANYWAY:
            return
        yield character


def _lists_of(search: Search, character: str) -> tuple[int, int]:
    """Give the first and the last number of a character's lists, of both layers and all lengths."""
    return head(search.slot, ord(character), 0, 0), head(search.slot, ord(character), 1, WHOLE)


def proposed(
    connection: sqlite3.Connection,
    find: Find,
    key: MatchKey,
    languages: tuple[str, str],
    choose: Choose,
    read: Callable[[Sequence[int]], Mapping[int, tuple[MatchKey, Sequence[Entry]]]],
) -> list[Proposal]:
    """Give those of the segments found that are chosen and have a translation, the key itself left out.

    `read` gives keys and entries of segments.
    """
    numbers, kin = find(1)
    chosen = [numbers[place] for place in choose(kin)]
    held = read(chosen)
    if not all(number in held and held[number][1] and held[number][0] != key for number in chosen):
        numbers, kin = find(_WIDER)
        own = find_segment(connection, languages[0], key)
        translated = _translated(connection, numbers, languages[1]) - {own}
        kept = [place for place, number in enumerate(numbers) if number in translated]
        chosen = [numbers[kept[place]] for place in choose(Kin([kin.shapes[place] for place in kept], kin.weights))]
        held = read(chosen)
    return [Proposal(held[number][0], 100.0, held[number][1]) for number in chosen]


def _translated(connection: sqlite3.Connection, numbers: Sequence[int], target: str) -> set[int]:
    return {number for (number,) in connection.execute(_HAVE_TRANSLATION, (target, str(numbers)))}
