"""Find two English words in small letters that stand side by side in a source, and so in French or Spanish."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from tm.checks.left_terms import is_known
from tm.checks.untouched import words_of
from tm.text.pattern import pattern

_PAIR = pattern(
    r"(?<![\w/.@:=\\$%&<>*`#~'’\"“«(-])(?=((?:[a-z]{3,}-)?([a-z]{3,}) ([a-z]{4,}))(?![\w/@=\\$%&<>*`#~'’(-]|\.\w))"
)
_OTHERS = {"fr": "es", "es": "fr"}
"""What does not write a word that French, or Spanish, might."""

_BOTH = frozenset(
    "via per pro anti post ante sub inter intra ultra extra ad de facto jure hoc capita aloe long open second"
    " menu".split()
)
"""Words of which the other languages make pairs as English does."""


def left_pairs(source: str, target: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield the places of such pairs, of which one word at least is surely of English.

    >>> list(left_pairs("damage arising from slow-onset events", "dommages résultant de slow-onset events", "fr"))
    [(22, 39)]
    """
    if language not in _OTHERS:
        return
    for one in _PAIR.finditer(target):
        if f" {one[1]}" in f" {source}" and _is_english(one[2], one[3], language):
            yield one.span(1)


def _is_english(first: str, second: str, language: str) -> bool:
    if not _BOTH.isdisjoint((first, second)) or not _loans(language).isdisjoint((first, second)):
        return False
    return any(is_known(word, code) for word in (first, second) for code in (language, _OTHERS[language]))


@cache
def _loans(language: str) -> frozenset[str]:
    return words_of(f"loans_{language}.txt") | words_of("latin.txt")
