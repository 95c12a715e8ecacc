"""Find the segments similar to a text, through the index, as if it was compared with all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from tm.matching.compare import near_of_few, near_of_many
from tm.matching.layout import DEEP, POSTING, occurrences
from tm.matching.probe import Probe, Sieve, is_deep, probes
from tm.matching.shape import Shape
from tm.matching.similarity import edits_allowed, score, tenths
from tm.stores.sqlite.lists import Lists
from tm.stores.sqlite.planes import MOST, Planes
from tm.stores.sqlite.state import Search, sampled

_ENOUGH = 1500 * POSTING
"""Bytes of postings that are looked at together: the rarest first, after which the floor may be higher."""

_BATCH = 64
"""Texts of the first batch that are compared; each has four times as many."""

_LISTS, _LIST, _AT_ONCE, _ONE_BY_ONE = 80.0, 9.0, 0.014, 0.15
"""Microseconds to look at lists at all; to find one; for each posting, with numpy and without."""

_OCCURRENCES = tuple(occurrences(level) for level in range(256))

Floor = Callable[[], float]

_T = TypeVar("_T")


def similar(lists: Lists, planes: Planes, search: Search, text: Shape, floor: Floor) -> Iterator[tuple[float, int]]:
    """Yield upper bound of the score and number of at least all segments that score what `floor` says then.

    Args:
        floor: 50 or more; below that the index leaves texts out.
    """
    if search.count > MOST:
        return by_lists(lists, search, text, floor)
    found, postings = _reading(search, text, floor())
    at_once, one_by_one = [_LISTS + found * _LIST + postings * each for each in (_AT_ONCE, _ONE_BY_ONE)]
    listed = at_once if lists.is_warm else one_by_one
    counted = planes.counting(search, text, floor())
    if counted < listed:
        counted += planes.reading(search, text)
    if not lists.is_warm:
        lists.miss_numpy(min(counted, listed) - at_once)
    return by_planes(lists, planes, search, text, floor) if counted < listed else by_lists(lists, search, text, floor)


def _reading(search: Search, text: Shape, min_score: float) -> tuple[int, float]:
    """Estimate how many lists and postings `by_lists` reads, from how often the characters occur that it looks for."""
    rarity = search.rarity
    levels = sorted([rarity[ord(character)] for character in set(text)])[: edits_allowed(len(text), min_score) + 1]
    listed = sum([_OCCURRENCES[level] for level in levels])
    return len(levels), listed * search.count / max(sampled(search.learned), 1)


def by_planes(lists: Lists, planes: Planes, search: Search, text: Shape, floor: Floor) -> Iterator[tuple[float, int]]:
    """Do what `similar` does by counting what each text shares."""
    least = max(floor(), DEEP)
    if least < 100:
        for level, numbers in planes.near(search, text, tenths(least)):
            for some in _batches(numbers):
                yield from _compared(lists, some, text, floor)
            if tenths(floor()) >= level:  # those that are left score less
                return


def by_lists(lists: Lists, search: Search, text: Shape, floor: Floor) -> Iterator[tuple[float, int]]:
    """Do what `similar` does by reading who has a rare character too."""
    sieve = Sieve(text)
    wanted: list[Probe] = []
    least = -1.0
    done = -1
    while True:
        if floor() > least:  # fewer characters and lengths are enough
            least = max(floor(), DEEP)
            wanted = [probe for probe in probes(text, search.rarity, search.slot, least) if probe.place > done]
            wanted.reverse()
        if not wanted or least >= 100:
            return
        data = b""
        while wanted and len(data) < _ENOUGH:
            probe = wanted.pop()
            done = probe.place
            data += lists.postings((probe.near, probe.deep) if is_deep(least) else (probe.near,))
        for some in _batches(sieve.fresh(data, least, at_once=lists.is_warm)):
            enough = tenths(floor())
            yield from _compared(lists, [number for bound, number in some if bound >= enough], text, floor)


def similar_of_all(shapes: Iterable[tuple[int, Shape]], text: Shape, least: float) -> Iterator[tuple[float, int]]:
    """Yield upper bound of the score and number of all that score `least` or more, best first."""
    found: list[tuple[float, int]] = []
    stream = iter(shapes)
    while some := [next_one for next_one, _ in zip(stream, range(10_000), strict=False)]:
        numbers, others = zip(*some, strict=True)
        found += _scored(text, numbers, others, least, at_once=True)
    found.sort(reverse=True)
    yield from found


def _batches(candidates: Sequence[_T]) -> Iterator[Sequence[_T]]:
    """Yield some first, and then more at once: the floor may be higher when the best have been compared."""
    start, size = 0, _BATCH
    while start < len(candidates):
        yield candidates[start : start + size]
        start, size = start + size, 4 * size


def _compared(lists: Lists, numbers: Sequence[int], text: Shape, floor: Floor) -> Iterator[tuple[float, int]]:
    """Compare texts, and yield score and number of those that reach the floor, best first."""
    if not numbers:
        return
    found = _scored(text, numbers, lists.shapes(numbers), floor(), at_once=lists.is_busy)
    for points, number in sorted(found, reverse=True):
        if points < floor():
            return
        yield points, number


def _scored(
    text: Shape, numbers: Sequence[int], others: Sequence[Shape], least: float, *, at_once: bool
) -> Iterator[tuple[float, int]]:
    size = len(text)
    most = edits_allowed(max(size, max(map(len, others))), least)
    for edits, place in (near_of_many if at_once else near_of_few)(text, others, most):
        # No edits may mean equal keys, or tokens that met in one character.
        points = score(edits, max(size, len(others[place]))) if edits else 100.0
        if points >= least:
            yield points, numbers[place]
