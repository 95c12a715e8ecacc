"""How well each possible bead fits, as a logarithm against chance: lengths, words, structure, kind of bead."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from tm.alignment.band import Band
from tm.alignment.beads import KINDS, MOST
from tm.alignment.corpus import Corpus, places_of, sums
from tm.alignment.lengths import Lengths, fit
from tm.alignment.lexicon import Lexicon, Table
from tm.alignment.structure import Structure, structure_fit

Doubles = NDArray[np.float64]
Kind = tuple[int, int]
Scores = Mapping[Kind, Doubles]
"""Of each kind of bead, the score of that which ends at each cell of a band; minus infinity where none can."""


_AT_ONCE = 200_000
"""Cells whose lengths and structure are looked at together."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much what tells of a bead counts."""

    words: float = 0.6
    length: float = 0.8
    structure: float = 1.0


@dataclass(frozen=True, slots=True)
class Texts:
    """Both texts, as they are compared.

    Attributes:
        source_sizes, target_sizes: characters of each sentence.
        source_parts, target_parts: how much each word of either vocabulary counts.
        source_counts, target_counts: how often each word of either vocabulary occurs.
    """

    source: Corpus
    target: Corpus
    source_sizes: Doubles
    target_sizes: Doubles
    source_parts: Doubles
    target_parts: Doubles
    source_counts: Doubles
    target_counts: Doubles
    structure: Structure

    def only(self, source: Sequence[int], target: Sequence[int]) -> Texts:
        """Take some sentences of either text."""
        return replace(
            self,
            source=self.source.only(source),
            target=self.target.only(target),
            source_sizes=self.source_sizes[list(source)],
            target_sizes=self.target_sizes[list(target)],
            structure=self.structure.only(source, target),
        )

    def sizes_of(self, source: NDArray[np.int64], target: NDArray[np.int64]) -> tuple[Doubles, Doubles]:
        """Say how many characters half-open ranges of sentences have, a row each."""
        ours, theirs = (np.concatenate([[0.0], np.cumsum(sizes)]) for sizes in (self.source_sizes, self.target_sizes))
        return ours[source[:, 1]] - ours[source[:, 0]], theirs[target[:, 1]] - theirs[target[:, 0]]


@dataclass(frozen=True, slots=True)
class Matter:
    """What beads are weighed by: both texts, and what is known of their words and lengths."""

    texts: Texts
    lexicon: Lexicon
    lengths: Lengths
    weights: Weights


def score(matter: Matter, band: Band, kinds: Collection[Kind] = tuple(KINDS)) -> Scores:
    """Score all beads of these kinds that end within a band."""
    found = {kind: np.full(band.cells, math.log(KINDS[kind])) for kind in kinds}
    half = matter.weights.words / 2
    for row, kind, values in _forward(matter, band, kinds):
        found[kind][band.row(row)] += half * values
    for cells, kind, values in _backward(matter, band, kinds):
        found[kind][cells] += half * values
    for start in range(0, band.cells, _AT_ONCE):
        _add_places(found, matter, band, slice(start, min(start + _AT_ONCE, band.cells)))
    return found


def _add_places(found: Scores, matter: Matter, band: Band, cells: slice) -> None:
    """Add to the scores of some cells what lengths and structure say."""
    texts, weights = matter.texts, matter.weights
    rows, columns = band.places(np.arange(cells.start, cells.stop))
    ours = np.concatenate([[0], np.cumsum(texts.source_sizes)])
    theirs = np.concatenate([[0], np.cumsum(texts.target_sizes)])
    for (first, second), scores in found.items():
        values = scores[cells]
        values[(rows < first) | (columns < second)] = -math.inf
        if first and second:
            before, other = np.maximum(rows - first, 0), np.maximum(columns - second, 0)
            values += weights.length * fit(matter.lengths, ours[rows] - ours[before], theirs[columns] - theirs[other])
            values += weights.structure * structure_fit(texts.structure, (before, rows), (other, columns))


@dataclass(frozen=True, slots=True)
class Side:
    """The text whose words are explained by the other.

    Attributes:
        parts: how much each word of its vocabulary counts.
        doubt, factor: of each, how likely it stands without a word that it translates, and what its chance is to be
            multiplied by.
    """

    corpus: Corpus
    parts: Doubles
    doubt: Doubles
    factor: Doubles

    def evidence(self, words: NDArray[np.int32], chances: Doubles, length: int) -> Doubles:
        """Weigh the chances that so many words of the other text give to each word."""
        found: Doubles = np.log(self.doubt[words] + self.factor[words] * (chances / max(length, 1)))
        return found * self.parts[words]


def source_side(matter: Matter) -> Side:
    """Take the source as the text that is explained."""
    texts = matter.texts
    return _side(texts.source, texts.source_parts, texts.source_counts, matter.lexicon.backward)


def target_side(matter: Matter) -> Side:
    """Take the target as the text that is explained."""
    texts = matter.texts
    return _side(texts.target, texts.target_parts, texts.target_counts, matter.lexicon.forward)


def _side(corpus: Corpus, parts: Doubles, counts: Doubles, table: Table) -> Side:
    doubt = table.doubt.astype(np.float64)
    return Side(corpus, parts, doubt, (1 - doubt) * counts.sum() / counts)


def _forward(matter: Matter, band: Band, kinds: Collection[Kind]) -> Iterator[tuple[int, Kind, Doubles]]:
    """Yield row by row how well beads explain the words of the target."""
    texts, table = matter.texts, matter.lexicon.forward
    size, most = len(texts.target.vocabulary), max(kind[0] for kind in kinds)
    side = target_side(matter)
    recent: list[tuple[Doubles, int]] = []
    for row in range(1, len(texts.source) + 1):
        one = texts.source.of(row - 1)
        recent = [(explained_words(table, one, size), len(one)), *recent][:most]
        for count, other, fits in _fits(side, (int(band.low[row]), int(band.high[row])), recent, kinds):
            yield row, (count, other), fits


def _backward(matter: Matter, band: Band, kinds: Collection[Kind]) -> Iterator[tuple[NDArray[np.int64], Kind, Doubles]]:
    """Yield column by column how well beads explain the words of the source, with the cells that this is about."""
    texts, table = matter.texts, matter.lexicon.backward
    turned = {(second, first) for first, second in kinds}
    size, most = len(texts.source.vocabulary), max(kind[0] for kind in turned)
    side = source_side(matter)
    recent: list[tuple[Doubles, int]] = []
    tops = np.searchsorted(band.high, np.arange(len(texts.target) + 1), side="left")
    ends = np.searchsorted(band.low, np.arange(len(texts.target) + 1), side="right")
    for column in range(1, len(texts.target) + 1):
        one = texts.target.of(column - 1)
        recent = [(explained_words(table, one, size), len(one)), *recent][:most]
        low, high = int(tops[column]), int(ends[column]) - 1
        if high < low:
            continue
        rows = np.arange(low, high + 1)
        cells = band.offsets[rows] + column - band.low[rows]
        for count, other, fits in _fits(side, (low, high), recent, turned):
            yield cells, (other, count), fits


def _fits(
    side: Side, window: tuple[int, int], recent: Sequence[tuple[Doubles, int]], kinds: Collection[Kind]
) -> Iterator[tuple[int, int, Doubles]]:
    """Yield how well the last sentences of one text explain those of the other that end within a window.

    Args:
        recent: of each of the last sentences, the latest first, its chances for all words, and its length in words.

    Yields:
        How many of the last sentences, how many of the other text, and the evidence by place in the window.
    """
    low, high = window
    first = max(low - MOST, 0)
    starts = side.corpus.starts
    words = side.corpus.ids[starts[first] : starts[high]]
    edges = starts[first : high + 1] - starts[first]
    doubt, factor, parts = side.doubt[words], side.factor[words], side.parts[words]
    explained, length = np.zeros(len(words)), 0
    for count, (chances, more) in enumerate(recent, 1):
        explained += chances[words]
        length += more
        totals = _sums(np.log(doubt + factor * (explained / max(length, 1))) * parts, edges)
        for other in range(1, MOST + 1):
            if (count, other) in kinds:
                yield count, other, _differences(totals, other, low - first)


def explained_words(table: Table, words: NDArray[np.int32], size: int) -> Doubles:
    """Sum for each word of the other vocabulary how likely these words translate into it."""
    places = places_of(table.starts[words], table.starts[words + 1])
    return sums(table.words[places], table.chances[places], size)


def _sums(values: Doubles, edges: NDArray[np.int64]) -> Doubles:
    totals: Doubles = np.concatenate([[0.0], np.cumsum(values)])[edges]
    return totals


def _differences(totals: Doubles, count: int, skipped: int) -> Doubles:
    """Give for each place behind `skipped` the sum of the last `count` sentences; of fewer where there are no more."""
    places = np.arange(skipped, len(totals))
    differences: Doubles = totals[places] - totals[np.maximum(places - count, 0)]
    return differences
