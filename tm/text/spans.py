"""Ask quickly whether a place lies inside one of many stretches of a text, or fill them with a sign that is none."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable


def inside(spans: Iterable[tuple[int, int]]) -> Callable[[int], bool]:
    """Make a test for the places inside any of the spans (start included, end not), which do not overlap.

    >>> is_there = inside([(0, 3), (8, 9)])
    >>> is_there(2), is_there(3), is_there(8)
    (True, False, True)
    """
    ordered = sorted(spans)
    starts = [start for start, _ in ordered]

    def test(place: int) -> bool:
        index = bisect_right(starts, place) - 1
        return index >= 0 and place < ordered[index][1]

    return test


def without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Fill stretches of a text, in order and not over each other, with a sign that nothing looks for; none moves.

    >>> without("5 of 6", [(0, 1), (5, 6)])
    '\\x00 of \\x00'
    """
    pieces, place = [], 0
    for start, end in spans:
        pieces += [text[place:start], "\x00" * (end - start)]
        place = end
    return "".join([*pieces, text[place:]])
