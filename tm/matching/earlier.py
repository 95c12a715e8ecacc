"""Tell how near a text comes to those before it, without missing any."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tm.matching.similarity import distance, edits_allowed, score
from tm.model.match import MatchKey
from tm.text.tokens import tokens

_AT_ONCE = 64
"""Texts compared in one go, before looking whether one of them is near enough."""

_MORE = 3
"""Further words looked up beyond what is needed: texts that share but one of the needed ones fall out sooner."""


class Earlier:
    """The texts that have come so far, by the words that they hold; a second occurrence counts as another word."""

    def __init__(self) -> None:
        self._keys: set[MatchKey] = set()
        self._packed: list[str] = []
        self._characters: dict[str, str] = {}
        self._holders: dict[tuple[str, int], list[int]] = {}

    def __contains__(self, key: MatchKey) -> bool:
        return key in self._keys

    def add(self, key: MatchKey) -> None:
        """Take in a text; one that has come before is one with it."""
        if key in self._keys:
            return
        self._keys.add(key)
        words = tokens(key)
        for word in _numbered(words):
            self._holders.setdefault(word, []).append(len(self._packed))
        self._packed.append(self._pack(words))

    def reach(self, key: MatchKey, steps: Sequence[float]) -> float:
        """Give the first of these similarities, highest first and above 0, that a text so far has or exceeds; or 0."""
        if key in self._keys:
            return steps[0]
        words = tokens(key)
        return next((step for step in steps if self._is_near(words, step)), 0.0)

    def _is_near(self, words: Sequence[str], least: float) -> bool:
        candidates = self._sharing(words, least)
        if not candidates:
            return False
        from rapidfuzz import process
        from rapidfuzz.distance import Levenshtein

        packed, cutoff = self._pack(words), least / 100 - 1e-9
        for start in range(0, len(candidates), _AT_ONCE):
            some = candidates[start : start + _AT_ONCE]
            near = process.extractOne(packed, some, scorer=Levenshtein.normalized_similarity, score_cutoff=cutoff)
            if near and score(distance(packed, near[0]), max(len(packed), len(near[0]))) >= least:
                return True
        return False

    def _sharing(self, words: Sequence[str], least: float) -> list[str]:
        """List the texts that share enough words to be so alike, those that share the most first.

        Two texts that score `least` share that part of the longer one's words. So the other text holds one of the
        rarest here, unless the others alone could make up the part; the common ones need not be looked up.
        """
        size = len(words)
        needed = _shared(size, least)
        holders = sorted((self._holders.get(word, ()) for word in _numbered(words)), key=len)
        looked_up = min(size - needed + 1 + _MORE, size)
        counts: Counter[int] = Counter()
        for lists in holders[:looked_up]:
            counts.update(lists)
        left = size - looked_up
        most = [(count, number) for number, count in counts.items() if count + left >= needed]
        most.sort(reverse=True)
        texts = ((count, self._packed[number]) for count, number in most)
        return [text for count, text in texts if count + left >= _shared(max(size, len(text)), least)]

    def _pack(self, words: Sequence[str]) -> str:
        """Write each word as one character, so that the distance of two texts is that of two strings."""
        known = self._characters
        return "".join([known.setdefault(word, chr(len(known) % 0x110000)) for word in words])


def _shared(longer: int, least: float) -> int:
    """Say how many words two texts share at least that are so alike, the longer having so many."""
    return max(longer - edits_allowed(longer, least), 1)


def _numbered(words: Sequence[str]) -> list[tuple[str, int]]:
    seen: Counter[str] = Counter()
    numbered = []
    for word in words:
        numbered.append((word, seen[word]))
        seen[word] += 1
    return numbered
