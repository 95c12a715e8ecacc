"""Rankings that others go by: what each of them would show first, from the same memory."""

from __future__ import annotations

import importlib
from collections import Counter
from collections.abc import Callable, Sequence
from math import log

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from tm.text.normalize import match_key
from tm.text.tokens import tokens

Best = Callable[[str], int | None]
"""Gives the place of the best source for a text; None where the ranking has none."""

Ranking = Callable[[Sequence[str]], Best]


def token_distance(sources: Sequence[str]) -> Best:
    """Rank by the similarity of the contract."""
    held = [tokens(match_key(source)) for source in sources]

    def best(text: str) -> int | None:
        found = process.extractOne(tokens(match_key(text)), held, scorer=Levenshtein.normalized_similarity)
        return found and found[2]

    return best


def character_ratio(sources: Sequence[str]) -> Best:
    """Rank by the share of characters in common, as difflib and rapidfuzz do."""

    def best(text: str) -> int | None:
        found = process.extractOne(text, sources, scorer=fuzz.ratio)
        return found and found[2]

    return best


def toolkit(sources: Sequence[str]) -> Best:
    """Ask translate-toolkit's matcher."""
    match = importlib.import_module("translate.search.match")
    # It compares units when two are equally similar, which they do not allow.
    importlib.import_module("translate.storage.base").TranslationUnit.__lt__ = lambda one, other: id(one) < id(other)
    store = importlib.import_module("translate.storage.po").pofile()
    places: dict[str, int] = {}
    for place, source in enumerate(sources):
        unit = store.UnitClass(source)
        unit.target = "x"
        store.addunit(unit)
        places.setdefault(unit.source, place)
    matcher = match.matcher(store, max_candidates=1, min_similarity=10, max_length=100_000)

    def best(text: str) -> int | None:
        found = matcher.matches(text)
        return places[found[0].source] if found else None

    return best


def bm25(sources: Sequence[str]) -> Best:
    """Rank as search engines do, with the usual parameters."""
    k, b = 1.2, 0.75
    held = [Counter(_words(source)) for source in sources]
    mean = sum(map(Counter.total, held)) / len(held)
    having: dict[str, list[tuple[int, float]]] = {}
    for place, counts in enumerate(held):
        even = k * (1 - b + b * counts.total() / mean)
        for word, count in counts.items():
            having.setdefault(word, []).append((place, count * (k + 1) / (count + even)))

    def best(text: str) -> int | None:
        points: Counter[int] = Counter()
        for word in _words(text):
            places = having.get(word, [])
            weight = log(1 + (len(held) - len(places) + 0.5) / (len(places) + 0.5))
            for place, share in places:
                points[place] += weight * share
        return max(points, key=lambda place: (points[place], -place), default=None)

    return best


def trigrams(sources: Sequence[str]) -> Best:
    """Rank by the share of trigrams in common, as PostgreSQL's pg_trgm does."""
    held = [_trigrams(source) for source in sources]
    having: dict[str, list[int]] = {}
    for place, grams in enumerate(held):
        for gram in grams:
            having.setdefault(gram, []).append(place)

    def best(text: str) -> int | None:
        asked = _trigrams(text)
        shared = Counter(place for gram in asked for place in having.get(gram, ()))
        similarity = {place: count / (len(asked) + len(held[place]) - count) for place, count in shared.items()}
        return max(similarity, key=lambda place: (similarity[place], -place), default=None)

    return best


def _words(text: str) -> list[str]:
    return [token for token in tokens(match_key(text)) if token[0].isalnum()]


def _trigrams(text: str) -> set[str]:
    padded = [f"  {word} " for word in _words(text)]
    return {word[start : start + 3] for word in padded for start in range(len(word) - 2)}


PEERS: dict[str, Ranking] = {
    "toolkit": toolkit,
    "characters": character_ratio,
    "BM25": bm25,
    "trigrams": trigrams,
    "tokens": token_distance,
}
"""`tokens` is our own similarity where it is not used to rank what is below the threshold."""
