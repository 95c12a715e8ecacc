"""Leave out the Latin that every language keeps: non bis in idem, uti possidetis juris."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import resources


def without_latin(words: Sequence[str]) -> list[str]:
    """Give the words of a stretch without those of Latin phrases, the longest first.

    >>> without_latin("the rule non bis in idem applies".split())
    ['the', 'rule', 'applies']
    """
    low, left, place = [word.casefold() for word in words], [], 0
    while place < len(low):
        known = next((size for size in _sizes().get(low[place], ()) if _is_phrase(low[place : place + size])), 0)
        if not known:
            left.append(words[place])
        place += known or 1
    return left


def _is_phrase(words: Sequence[str]) -> bool:
    return " ".join(words) in _phrases()


@cache
def _phrases() -> frozenset[str]:
    lines = (resources.files("tm.checks") / "latin.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


@cache
def _sizes() -> dict[str, Sequence[int]]:
    """Say of first words of how many words their phrases are, the most first."""
    found: dict[str, set[int]] = {}
    for phrase in _phrases():
        words = phrase.split()
        found.setdefault(words[0], set()).add(len(words))
    return {word: sorted(sizes, reverse=True) for word, sizes in found.items()}
