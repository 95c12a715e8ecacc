"""Emphasis: delimiter runs, and which of them pair up (CommonMark 0.31, 6.2, with GFM's strikethrough)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(slots=True)
class Run:
    """A run of `*`, `_` or `~~`; `start` and `end` move inwards as its delimiters are used up.

    Attributes:
        length: as it was in the text.
    """

    char: str
    start: int
    end: int
    length: int
    opens: bool
    closes: bool

    @property
    def left(self) -> int:
        return self.end - self.start


def run_at(text: str, at: int) -> Run:
    """Read the run that begins at an offset, and tell from its neighbours whether it may open or close."""
    char = text[at]
    end = at
    while end < len(text) and text[end] == char:
        end += 1
    before = text[at - 1] if at else " "
    after = text[end] if end < len(text) else " "
    left = _flanks(after, before)
    right = _flanks(before, after)
    if char == "_":
        opens, closes = left and (not right or _is_punctuation(before)), right and (not left or _is_punctuation(after))
    elif char == "~" and end - at != 2:
        opens = closes = False
    else:
        opens, closes = left, right
    return Run(char, at, end, end - at, opens, closes)


def _flanks(inner: str, outer: str) -> bool:
    if inner.isspace():
        return False
    return not _is_punctuation(inner) or outer.isspace() or _is_punctuation(outer)


def _is_punctuation(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"


def match_runs(runs: list[Run]) -> Iterator[tuple[int, int, int]]:
    """Pair runs: yield the offsets of the opening and the closing delimiters, and how many these are, 1 or 2.

    Follows the algorithm in the appendix of CommonMark, with its bottom marks, hence linear.
    """
    stack: list[Run] = []
    bottoms: dict[tuple[str, bool, int], int] = {}
    for closer in runs:
        if closer.closes:
            yield from _close(closer, stack, bottoms)
        if closer.opens and closer.left:
            stack.append(closer)


def _close(closer: Run, stack: list[Run], bottoms: dict[tuple[str, bool, int], int]) -> Iterator[tuple[int, int, int]]:
    """Use up as much of a closing run as there are runs to open it; runs inside a pair are dropped."""
    while closer.left:
        key = (closer.char, closer.opens, closer.length % 3)
        bottom = bottoms.get(key, 0)
        found = len(stack) - 1
        while found >= bottom and not _fits(stack[found], closer):
            found -= 1
        if found < bottom:
            bottoms[key] = len(stack)
            return
        opener = stack[found]
        del stack[found + 1 :]
        size = 2 if opener.left >= 2 and closer.left >= 2 else 1
        opener.end -= size
        yield opener.end, closer.start, size
        closer.start += size
        if not opener.left:
            stack.pop()
        for known, place in bottoms.items():
            bottoms[known] = min(place, len(stack))


def _fits(opener: Run, closer: Run) -> bool:
    if opener.char != closer.char:
        return False
    if opener.char != "~" and (opener.closes or closer.opens) and (opener.length + closer.length) % 3 == 0:
        return opener.length % 3 == 0 and closer.length % 3 == 0
    return True
