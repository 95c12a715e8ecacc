"""Compare a text with all texts of a collection, fast, without missing any."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from tm.matching.shape import Shape, shape
from tm.matching.similarity import edits_allowed, lengths_allowed, score


class Scan:
    """Token lists under numbers, packed for comparison by the thousand.

    They are kept as shapes: the distances to many are one call, and never too great.
    """

    def __init__(self) -> None:
        self._packed: dict[int, list[Shape]] = {}
        self._numbers: dict[int, array[int]] = {}

    def add(self, number: int, tokens: Sequence[str]) -> None:
        """Take in a text under a number."""
        size = len(tokens)
        if size not in self._packed:
            self._packed[size], self._numbers[size] = [], array("q")
        self._packed[size].append(shape(tokens))
        self._numbers[size].append(number)

    def near(self, tokens: Sequence[str], min_score: float) -> list[tuple[float, int]]:
        """List upper bound of the score and number of at least all texts that score `min_score` or more, best first."""
        size, packed = len(tokens), shape(tokens)
        lengths = lengths_allowed(size, min_score)
        found: list[tuple[float, int]] = []
        for other in self._packed.keys() if len(lengths) > len(self._packed) else lengths:
            if other in lengths and other in self._packed:
                found += self._among(packed, other, max(size, other), min_score)
        found.sort(key=lambda near: (-near[0], near[1]))
        return found

    def _among(self, packed: Shape, size: int, longer: int, min_score: float) -> list[tuple[float, int]]:
        from rapidfuzz import process
        from rapidfuzz.distance import Levenshtein

        numbers = self._numbers[size]
        near = process.extract(
            packed,
            self._packed[size],
            scorer=Levenshtein.distance,
            score_cutoff=edits_allowed(longer, min_score),
            limit=None,
        )
        # No edits may mean equal keys, or tokens that met in one character.
        return [(score(edits, longer) if edits else 100.0, numbers[place]) for _, edits, place in near]
