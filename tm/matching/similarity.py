"""How alike two segments are: the one similarity of the contract, from 0 to 100, over tokens."""

from __future__ import annotations

import sys
from collections.abc import Callable, Hashable, Sequence
from math import ceil

from tm.model.match import MatchKey
from tm.text.tokens import token_spans, tokens

# rapidfuzz is loaded where it is called: a lookup that compares nothing should not pay for it.


def similarity(a: MatchKey, b: MatchKey) -> float:
    """Score two keys: 100 when equal, 99 when only their tokens are, else 100 · (1 - D / the longer's tokens).

    D is the Levenshtein distance over tokens; the score is rounded down to one decimal.

    >>> similarity(MatchKey("Seventy-sixth session"), MatchKey("Seventy-seventh session"))
    75.0
    """
    return scorer(a)(b)


def scorer(key: MatchKey) -> Callable[[MatchKey], float]:
    """Give a function that scores other keys against this one, as `similarity` does."""
    own = tokens(key)

    def points(other: MatchKey) -> float:
        if other == key:
            return 100.0
        theirs = tokens(other)
        return score(distance(own, theirs), max(len(own), len(theirs)))

    return points


def score(edits: int, longer: int) -> float:
    """Score two keys that are not equal, given the edits between their tokens and how many the longer one has."""
    if not edits:
        return 99.0  # only case or spacing differs
    # Whole tenths are counted in integers: 0.1 has no exact float, and 69.99… would fall below a threshold of 70.
    # One edit among many thousands of tokens would round to 100, which is kept for equal keys.
    return min(1000 * (longer - edits) // longer, 999) / 10


def distance(a: Sequence[Hashable], b: Sequence[Hashable]) -> int:
    """Count the edits (insert, delete or replace one token) that lead from one list to the other."""
    if a == b:
        return 0
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(a, b)


def edits_allowed(longer: int, min_score: float) -> int:
    """Say how many edits may lie between two token lists, the longer of this length, that score `min_score` or more.

    None are always allowed: equal tokens score 99, whatever the threshold is; look at the score then.
    """
    return longer * (1000 - tenths(min_score)) // 1000


def lengths_allowed(size: int, min_score: float) -> range:
    """Say how many tokens a text can have that scores `min_score` or more against one of `size` tokens.

    A text of m tokens is at least |size - m| edits away.
    """
    least = tenths(min_score)
    longest = 1000 * size // least if least else sys.maxsize - 1
    return range(size - edits_allowed(size, min_score), longest + 1)


def tenths(min_score: float) -> int:
    """Give the least score that reaches a threshold of 0 to 100, in tenths."""
    return min(max(ceil(min_score * 10 - 1e-9), 0), 1000)


def differences(query: MatchKey, entry: MatchKey) -> tuple[tuple[str, str, str], ...]:
    """List where two keys differ, in order: (operation, text of the query, text of the entry), as they are written.

    The operations lead from the entry to the query: "replace", "insert" (only the query has it), "delete" (only the
    entry has it). Case counts here, spacing does not.

    >>> differences(MatchKey("Seventy-sixth session"), MatchKey("Seventy-seventh session"))
    (('replace', 'sixth', 'seventh'),)
    """
    if query == entry:
        return ()
    from rapidfuzz.distance import Levenshtein

    query, entry = _between_equals(query, entry)
    (wanted, new), (held, old) = _words(query), _words(entry)
    return tuple(
        [
            (
                step.tag,
                _between(query, wanted[step.dest_start : step.dest_end]),
                _between(entry, held[step.src_start : step.src_end]),
            )
            for step in Levenshtein.opcodes(old, new)
            if step.tag != "equal"
        ]
    )


def _between_equals(query: MatchKey, entry: MatchKey) -> tuple[MatchKey, MatchKey]:
    """Leave out the words, with the signs beside them, with which both begin, and then those with which both end.

    Most are so left out, and need not be cut into tokens: no token goes beyond a space.
    """
    mine, theirs = query.split(" "), entry.split(" ")
    most = min(len(mine), len(theirs))
    start = next((place for place in range(most) if mine[place] != theirs[place]), most)
    end = next((place for place in range(most - start) if mine[~place] != theirs[~place]), most - start)
    one, other = (" ".join(words[start : len(words) - end]) for words in (mine, theirs))
    return MatchKey(one), MatchKey(other)


def _words(key: MatchKey) -> tuple[Sequence[tuple[int, int]], Sequence[str]]:
    """Give the places of a key's tokens, and the tokens as they are written."""
    spans = token_spans(key)
    return spans, [key[start:end] for start, end in spans]


def _between(key: MatchKey, spans: Sequence[tuple[int, int]]) -> str:
    return key[spans[0][0] : spans[-1][1]] if spans else ""
