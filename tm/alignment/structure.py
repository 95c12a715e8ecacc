"""How well the places of two stretches in their documents fit: beginnings of blocks, headings, items of lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from tm.alignment.sentence import Sentence

Longs = NDArray[np.int64]
Doubles = NDArray[np.float64]

_SAME_START = 0.96
"""How often the translation of what begins a block begins one."""

_SAME_KIND = 0.97
_INSIDE = 3.0
"""What a border between blocks, or numbering, inside a bead costs."""

_ONE_NUMBERED = 1.5
"""What it costs that only one of both begins with numbering."""


@dataclass(frozen=True, slots=True)
class Structure:
    """What is known of each sentence of both texts.

    Attributes:
        starts: logarithms by whether source and target begin a block.
        kinds: logarithms by the kind of block of source and target.
        source_begins, target_begins: 1 where a sentence begins a block; one more at the end.
        source_kinds, target_kinds: numbers of kinds; one more at the end.
        source_numbered, target_numbered: 1 where numbering stands before a sentence; one more at the end.
    """

    starts: Doubles
    kinds: Doubles
    source_begins: Longs
    target_begins: Longs
    source_kinds: Longs
    target_kinds: Longs
    source_numbered: Longs
    target_numbered: Longs

    def only(self, source: Sequence[int], target: Sequence[int]) -> Structure:
        """Take some sentences of either text."""
        return replace(
            self,
            source_begins=self.source_begins[[*source, -1]],
            target_begins=self.target_begins[[*target, -1]],
            source_kinds=self.source_kinds[[*source, -1]],
            target_kinds=self.target_kinds[[*target, -1]],
            source_numbered=self.source_numbered[[*source, -1]],
            target_numbered=self.target_numbered[[*target, -1]],
        )


def find_structure(source: Sequence[Sentence], target: Sequence[Sentence]) -> Structure:
    """Read the structure of two texts; where one has none it says nothing."""
    ours, theirs = _begins(source), _begins(target)
    names = sorted({sentence.kind for side in (source, target) for sentence in side})
    numbers = {name: number for number, name in enumerate(names)}
    our_kinds = np.array([numbers[sentence.kind] for sentence in source] + [0], np.int64)
    their_kinds = np.array([numbers[sentence.kind] for sentence in target] + [0], np.int64)
    shares = np.bincount(their_kinds[:-1], minlength=len(names)) + 0.5
    shares = shares / shares.sum()
    other = (1 - _SAME_KIND) * shares[None, :] / np.maximum(1 - shares[:, None], 0.02)
    kinds = np.log(np.where(np.eye(len(names), dtype=bool), _SAME_KIND, np.minimum(other, 1)) / shares[None, :])
    if "" in numbers or len(names) < 2:
        kinds = np.zeros((len(names), len(names)))
    numbers_before = _numbered(source), _numbered(target)
    return Structure(
        _starts(ours, theirs), np.maximum(kinds, -6), ours, theirs, our_kinds, their_kinds, *numbers_before
    )


def _numbered(sentences: Sequence[Sentence]) -> Longs:
    return np.array([*(any(map(str.isalnum, sentence.label)) for sentence in sentences), 0], np.int64)


def _begins(sentences: Sequence[Sentence]) -> Longs:
    blocks = [-1, *(sentence.block for sentence in sentences)]
    begins = [int(before != after) for before, after in pairwise(blocks)]
    return np.array([*begins, 1], np.int64)


def _starts(source: Longs, target: Longs) -> Doubles:
    if source[1:-1].all() or target[1:-1].all() or not source[1:-1].any() or not target[1:-1].any():
        return np.zeros((2, 2))
    share = np.clip(target.mean(), 0.02, 0.98)
    chance = np.array([1 - share, share])
    same = np.eye(2, dtype=bool)
    logarithms: Doubles = np.log(np.where(same, _SAME_START, 1 - _SAME_START) / chance[None, :])
    return logarithms


def structure_fit(structure: Structure, source: tuple[Longs, Longs], target: tuple[Longs, Longs]) -> Doubles:
    """Give the logarithm of how much likelier these places are for translations than by chance; half-open ranges."""
    (first, end), (other_first, other_end) = source, target
    values: Doubles = structure.starts[structure.source_begins[first], structure.target_begins[other_first]]
    values = values + structure.kinds[structure.source_kinds[first], structure.target_kinds[other_first]]
    if structure.starts.any():
        values = values - _INSIDE * _inside(structure.source_begins, first, end)
        values = values - _INSIDE * _inside(structure.target_begins, other_first, other_end)
    if structure.source_numbered.any() and structure.target_numbered.any():
        values = values - _INSIDE * _inside(structure.source_numbered, first, end)
        values = values - _INSIDE * _inside(structure.target_numbered, other_first, other_end)
        numbered, other_numbered = structure.source_numbered[first], structure.target_numbered[other_first]
        values = values - _ONE_NUMBERED * (numbered != other_numbered)
    return values


def _inside(marks: Longs, start: Longs, end: Longs) -> Longs:
    """Count what is marked behind the first sentences of half-open ranges."""
    sums = np.concatenate([[0], np.cumsum(marks)])
    found: Longs = np.maximum(sums[end] - sums[np.minimum(start + 1, end)], 0)
    return found
