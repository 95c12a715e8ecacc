"""TER as sacrebleu reckons it, to the edit, in a hundredth of its time where long segments differ much.

Of all the shifts that would help, TER takes the best, again and again; sacrebleu measures the distance that each would
leave, which takes most of its time. No distance is below the plain Levenshtein distance, which is found far sooner: so
the shifts are measured in the order of what they could gain at most, until none left can be better.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sacrebleu.metrics.lib_ter import BeamEditDistance
    from sacrebleu.metrics.ter import TER

_FIRST_LETTER = 0x10000
"""Each word becomes a letter for the plain distance; from here on there is room for a million."""


class _Shift(NamedTuple):
    """A shift, in the order in which Tercom prefers them: the greatest is taken.

    Attributes:
        gain: by how much the distance falls, or may fall at most.
        length: how many words are moved.
        start, target: where from and where to, as negative numbers.
        words: what comes of it.
    """

    gain: int
    length: int
    start: int
    target: int
    words: list[str]


def edit_rate(language: str, *, case_sensitive: bool = False) -> TER:
    """Make TER for a language: as Tercom has it, and in Chinese with each character as a word."""
    chinese = language == "zh"
    return _quick_rate()(normalized=chinese, asian_support=chinese, case_sensitive=case_sensitive)


@cache
def _quick_rate() -> type[TER]:
    """Make the class when it is asked for, as sacrebleu takes long to load."""
    from sacrebleu.metrics.ter import TER

    class QuickRate(TER):
        """TER with our search for shifts."""

        def _compute_segment_statistics(self, hypothesis: str, ref_kwargs: dict[str, list[list[str]]]) -> list[float]:
            words = hypothesis.split()
            counted = [count_edits(words, reference) for reference in ref_kwargs["ref_words"]]
            length = sum(size for _, size in counted) / len(counted)
            return [min(edits for edits, _ in counted), length]

    return QuickRate


def count_edits(hypothesis: list[str], reference: list[str]) -> tuple[int, int]:
    """Count the edits that make a hypothesis of a reference, shifts among them, and the words of the reference.

    >>> count_edits("on Monday the Council met".split(), "the Council met on Monday".split())
    (1, 5)
    """
    from sacrebleu.metrics.lib_ter import _MAX_SHIFT_CANDIDATES, BeamEditDistance

    if not reference:
        return len(hypothesis), 0
    distance = BeamEditDistance(reference)
    letters = _Letters(reference)
    words, shifts, looked_at = hypothesis, 0, 0
    while True:
        before, trace = distance(words)
        found = list(_shifts(words, reference, trace, _MAX_SHIFT_CANDIDATES - looked_at))
        looked_at += len(found)
        best = None if looked_at >= _MAX_SHIFT_CANDIDATES else _best(found, before, distance, letters)
        if best is None:
            return before + shifts, len(reference)
        words, shifts = best.words, shifts + 1


def _best(found: Sequence[_Shift], before: int, distance: BeamEditDistance, letters: _Letters) -> _Shift | None:
    """Find the shift that helps most; none if none helps."""
    hoped = (shift._replace(gain=before - letters.distance(shift.words)) for shift in found)
    best = None
    for shift in sorted((shift for shift in hoped if shift.gain > 0), reverse=True):
        if best and best >= shift:
            break
        measured = shift._replace(gain=before - distance(shift.words)[0])
        if best is None or measured > best:
            best = measured
    return best if best and best.gain > 0 else None


class _Letters:
    """The plain distance to one text."""

    def __init__(self, reference: Sequence[str]) -> None:
        self._numbers: dict[str, str] = {}
        self._reference = self._spell(reference)

    def _spell(self, words: Sequence[str]) -> str:
        return "".join(self._numbers.setdefault(word, chr(_FIRST_LETTER + len(self._numbers))) for word in words)

    def distance(self, words: Sequence[str]) -> int:
        from rapidfuzz.distance import Levenshtein

        return int(Levenshtein.distance(self._spell(words), self._reference))


def _shifts(words: list[str], reference: list[str], trace: str, most: int) -> Iterator[_Shift]:
    """Yield the shifts that Tercom tries, in its order; no more stretches when there are `most`."""
    from sacrebleu.metrics.lib_ter import _find_shifted_pairs, _flip_trace, _perform_shift, trace_to_alignment

    flipped = _flip_trace(trace)  # type: ignore[no-untyped-call]  # sacrebleu leaves it without types
    aligned, our_errors, its_errors = _alignment(trace_to_alignment(flipped))
    count = 0
    for start, other, length in _find_shifted_pairs(words, reference):
        wrong = our_errors[start + length] > our_errors[start] and its_errors[other + length] > its_errors[other]
        if not wrong or start <= aligned[other] < start + length:
            continue
        for target in _targets(aligned, other, length):
            count += 1
            yield _Shift(0, length, -start, -target, _perform_shift(words, start, length, target))
        if count >= most:
            return


def _alignment(traced: tuple[dict[int, int], list[int], list[int]]) -> tuple[dict[int, int], list[int], list[int]]:
    """Take what sacrebleu reads of a trace, with errors summed up: of the reference, of the hypothesis."""
    aligned, its_errors, our_errors = traced
    return aligned, list(accumulate(our_errors, initial=0)), list(accumulate(its_errors, initial=0))


def _targets(aligned: dict[int, int], other: int, length: int) -> Iterator[int]:
    """Yield where a stretch may go to: before what the reference has there, and behind each word of it."""
    before = -1
    for place in range(other - 1, other + length):
        if place >= 0 and place not in aligned:
            return
        target = aligned[place] + 1 if place >= 0 else 0
        if target != before:
            yield target
        before = target
