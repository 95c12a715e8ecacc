"""Compare a text with others, and keep those within some edits of it: many with rapidfuzz, few without loading it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tm.matching.shape import Shape


def near_of_many(text: Shape, others: Sequence[Shape], most: int) -> Iterator[tuple[int, int]]:
    """Yield edits and place of each that is at most so many edits away."""
    from rapidfuzz import process
    from rapidfuzz.distance import Levenshtein

    found = process.extract(text, others, scorer=Levenshtein.distance, score_cutoff=most, limit=None)
    yield from ((edits, place) for _, edits, place in found)


def near_of_few(text: Shape, others: Sequence[Shape], most: int) -> Iterator[tuple[int, int]]:
    """Yield the same; some 30 µs for each of the others, if they are of usual length."""
    places: dict[str, int] = {}
    for place, character in enumerate(text):
        places[character] = places.get(character, 0) | 1 << place
    for place, other in enumerate(others):
        edits = _edits(places, len(text), other)
        if edits <= most:
            yield edits, place


def _edits(places: dict[str, int], size: int, other: Shape) -> int:
    """Count the edits to another text, for all characters of the one at once (Hyyrö 2003, after Myers 1999).

    Args:
        places: of each character of the one text, as bits.
        size: its length, at least 1.
    """
    every, last, edits = (1 << size) - 1, 1 << size - 1, size
    more, less = every, 0  # where the count grows, or shrinks, from one row to the next
    for character in other:
        same = places.get(character, 0) | less
        kept = ((more + (same & more)) ^ more | same) & every
        rising, falling = less | every & ~(more | kept), more & kept
        edits += bool(rising & last) - bool(falling & last)
        rising = rising << 1 | 1
        more, less = (falling << 1 | ~(rising | kept)) & every, rising & kept
    return edits
