"""Find the longest runs of words of a text that other texts have, too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tm.matching.kin import Words
from tm.matching.shape import Shape

Run = tuple[int, int]
"""Where it begins and ends in the text, in tokens."""

_PARTING = "\0"
"""In no shape."""

_MOST = 2_000
"""Tokens; a text that is longer is looked through up to there."""

PHRASE, NAME = 3.0, 2.0
"""So many words are a fragment if one of them is rare; a name or a term has fewer, all of them rare."""


def longest_runs(text: Shape, others: Sequence[Shape]) -> list[Run]:
    """List the runs of a text that some other text has, too, and that are part of no longer one, in order.

    >>> longest_runs(Shape("abcde"), [Shape("xabcx"), Shape("bcd")])
    [(0, 3), (1, 4)]
    """
    joined = _PARTING.join(others)
    size = min(len(text), _MOST)
    found: list[Run] = []
    start = end = 0
    while start < size:
        end = max(end, start)
        before = end
        while end < size and text[start : end + 1] in joined:
            end += 1
        if end > start and (end > before or not found):
            found.append((start, end))
        start += 1
    return found


def fragments(words: Words, rare: Sequence[bool], runs: Sequence[Run]) -> list[Run]:
    """Choose the runs that are worth showing, the longest first, and of what they overlap what is left.

    None begins or ends with a sign or an inline tag.
    """
    some = [_trimmed(words, run) for run in runs if run[1] - run[0] >= NAME]
    waiting = [run for run in some if _is_worth(words, rare, run)]
    chosen: list[Run] = []
    while waiting:
        best = max(waiting, key=lambda run: (_size(words, run), -run[0]))
        chosen.append(best)
        rest = [_trimmed(words, part) for run in waiting for part in _outside(run, best)]
        waiting = [run for run in dict.fromkeys(rest) if _is_worth(words, rare, run)]
    return chosen


def _size(words: Words, run: Run) -> float:
    return sum(words.counts[run[0] : run[1]])


def _is_worth(words: Words, rare: Sequence[bool], run: Run) -> bool:
    start, end = run
    size = _size(words, run)
    if size >= PHRASE:
        return any(rare[start:end])
    return size >= NAME and all(rare[place] for place in range(start, end) if words.counts[place])


def _trimmed(words: Words, run: Run) -> Run:
    start, end = run
    while start < end and not words.counts[start]:
        start += 1
    while end > start and not words.counts[end - 1]:
        end -= 1
    return start, end


def _outside(run: Run, chosen: Run) -> Iterator[Run]:
    """Yield what of a run lies before and after another."""
    if run[0] < chosen[0]:
        yield run[0], min(run[1], chosen[0])
    if run[1] > chosen[1]:
        yield max(run[0], chosen[1]), run[1]
