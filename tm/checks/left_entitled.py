"""Titles of items, resolutions and decisions left in English between quotation marks: all languages have their own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tm.text.pattern import pattern

SIGN = "ntitled"
"""Is in all sources that are looked at."""

_TITLE = pattern(
    r"\b(?:[Ii]tems?|[Ss]ub-items?|[Rr]esolutions?|[Dd]ecisions?|[Aa]genda|[Cc]hapters?|[Ss]ections?|[Dd]eclaration)\b"
    r"(?:(?!\b(?:film|book|publication|stud(?:y|ies)|paper|article|report|campaign|exhibition|project|website|brochure"
    r"|guide|manual|handbook|video|series|song|play|poem)s?\b)"
    r"[^;“”\"«»]){0,160}?\b[Ee]ntitled[ \u00a0][“\"«‘]\s?([A-Za-z][^“”\"«»]{6,300}?)[,.]?\s?[”\"»’]"
)
_ENOUGH = 3
_SMALL = 2
"""Words of a title, one behind the other, and how many of them are in small letters, at least."""


def left_entitled(source: str, target: str) -> Iterator[tuple[int, int]]:
    """Yield the place of a title in a translation, or of the words with which it begins, that stands so in its source.

    >>> source = 'the item entitled "Oceans and the law of the sea"'
    >>> list(left_entitled(source, "题为“Oceans and the law of the sea”的项目"))
    [(3, 32)]
    >>> list(left_entitled(source, "le point intitulé « Les océans et le droit de la mer »"))
    []
    """
    for title in _titles(source):
        for size in range(len(title), _ENOUGH - 1, -1):
            words = " ".join(title[:size])
            start = target.find(words)
            if start >= 0 and sum(map(str.islower, title[:size])) >= _SMALL:
                yield start, start + len(words)
                break


@lru_cache(maxsize=1024)  # a source is read once for all languages of its document
def _titles(source: str) -> tuple[tuple[str, ...], ...]:
    """Give the titles of an English text, in words."""
    return tuple(tuple(match[1].split()) for match in _TITLE.finditer(source))
