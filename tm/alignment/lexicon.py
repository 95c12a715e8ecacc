"""Which words translate which, learned from beads by expectation maximization (IBM model 1, both ways).

Brown et al., "The Mathematics of Statistical Machine Translation" (1993); scores against the frequency of words alone
after Moore, "Fast and Accurate Sentence Alignment of Bilingual Corpora" (2002).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from tm.alignment.corpus import Corpus, Floats, places_of, sums
from tm.alignment.seeds import Seeds

Doubles = NDArray[np.float64]
Longs = NDArray[np.int64]
Ints = NDArray[np.int32]

_ROUNDS = 4
_CELLS = 3_000_000
"""Pairs of words in all beads that are looked at at most; beyond, the most frequent words are left out."""

_UNSEEN = 1.0
"""Occurrences that a word is thought to have had with translations that were not seen."""

_LEAST = 0.004
"""Probability below which a translation is forgotten."""

_SURE = 0.97


@dataclass(frozen=True, slots=True)
class Counts:
    """How often words were seen as translations of each other, expected.

    Attributes:
        pairs: source * (size of the target's vocabulary) + target, rising.
        forward, backward: expected occurrences by the model from source to target, and from target to source.
        source, target: how often each word of either vocabulary was seen in all.
    """

    pairs: Longs
    forward: Doubles
    backward: Doubles
    source: Doubles
    target: Doubles


@dataclass(frozen=True, slots=True)
class Table:
    """The translations of each word of one vocabulary.

    Attributes:
        starts: where the translations of each word start in the other two, and at last where all end.
        words: numbers in the other vocabulary.
        chances: how likely each is.
        doubt: of each word of the other vocabulary, how likely it stands there without one that it translates.
    """

    starts: Longs
    words: NDArray[np.int32]
    chances: Floats
    doubt: Floats


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Translations from source to target, and from target to source."""

    forward: Table
    backward: Table


@dataclass(frozen=True, slots=True)
class Parallel:
    """Beads as ranges of the words of two corpora, each with a weight."""

    source: Corpus
    target: Corpus
    source_spans: Longs
    target_spans: Longs
    weights: Doubles


def seed_counts(seeds: Seeds, source: Corpus, target: Corpus) -> Counts:
    """Take seeds as if they had been seen."""
    size = len(target.vocabulary)
    ordered = sorted((first * size + second, weight) for (first, second), weight in seeds.items())
    pairs = np.array([pair for pair, _ in ordered], np.int64)
    weights = np.array([weight for _, weight in ordered], np.float64)
    firsts, seconds = np.divmod(pairs, max(size, 1))
    ours = np.zeros(len(source.vocabulary))
    theirs = np.zeros(size)
    np.maximum.at(ours, firsts, weights)
    np.maximum.at(theirs, seconds, weights)
    return Counts(pairs, weights, weights, ours, theirs)


def add(first: Counts, second: Counts) -> Counts:
    """Take two counts together."""
    pairs = np.union1d(first.pairs, second.pairs)
    forward, backward = np.zeros(len(pairs)), np.zeros(len(pairs))
    for counts in (first, second):
        places = np.searchsorted(pairs, counts.pairs)
        forward[places] += counts.forward
        backward[places] += counts.backward
    return Counts(pairs, forward, backward, first.source + second.source, first.target + second.target)


def learn(beads: Parallel, known: Counts) -> Counts:
    """Learn from beads what words are translations, beside what is known; gives only what is new."""
    size = len(beads.target.vocabulary)
    cells = _cells(beads)
    unique, numbers, often = np.unique(cells.pairs, return_inverse=True, return_counts=True)
    kept = (often >= 2) | np.isin(unique, known.pairs)
    alive = kept[numbers]
    inverse: Ints = (np.cumsum(kept, dtype=np.int32) - 1)[numbers[alive]]
    unique = unique[kept]
    weights, our_places, their_places = cells.weights[alive], cells.source_places[alive], cells.target_places[alive]
    del cells, alive, numbers  # millions of rows each
    before_forward, before_backward = np.zeros(len(unique)), np.zeros(len(unique))
    places = np.searchsorted(known.pairs, unique)
    places[places == len(known.pairs)] = 0
    if len(known.pairs):
        same = known.pairs[places] == unique
        before_forward[same] = known.forward[places[same]]
        before_backward[same] = known.backward[places[same]]
    firsts, seconds = np.divmod(unique, max(size, 1))
    seen_source, seen_target = (
        _seen(beads.source, beads.source_spans, beads.weights),
        _seen(beads.target, beads.target_spans, beads.weights),
    )
    forward = _expect(
        firsts, inverse, weights, their_places, before_forward, seen_source + known.source,
        _shares(beads.target)[seconds],
    )  # fmt: skip
    backward = _expect(
        seconds, inverse, weights, our_places, before_backward, seen_target + known.target,
        _shares(beads.source)[firsts],
    )  # fmt: skip
    return Counts(unique, forward, backward, seen_source, seen_target)


def discounted(counts: Counts, own: float) -> Counts:
    """Take away what a bead itself adds to each pair, lest it speaks for itself."""
    return replace(
        counts, forward=np.maximum(counts.forward - own, 0.0), backward=np.maximum(counts.backward - own, 0.0)
    )


def _expect(
    givers: Longs, inverse: Ints, weights: Doubles, places: Ints, before: Doubles, seen: Doubles, shares: Doubles
) -> Doubles:
    """Give the expected occurrences of each pair; `givers` are the words that translate into the others."""
    group, size = _numbered(places)
    none = np.zeros(size)
    none[group] = shares[inverse]
    counts = before + np.bincount(inverse, weights / np.maximum(1, _crowd(group, size))[group], len(before))
    for _ in range(_ROUNDS):
        total = np.maximum(np.bincount(givers, counts, len(seen)), seen) + _UNSEEN
        chances = counts / total[givers]
        each = chances[inverse]
        explained = np.bincount(group, each, size) + none
        counts = before + np.bincount(inverse, weights * each / explained[group], len(before))
    return counts - before


def _numbered(places: Ints) -> tuple[Ints, int]:
    """Number the places that occur from 0, in their order; give the number of each, and how many there are."""
    occurs = np.zeros(places.max(initial=-1) + 1, bool)
    occurs[places] = True
    numbers = np.cumsum(occurs, dtype=np.int32) - 1
    return numbers[places], int(occurs.sum())


def _crowd(group: Ints, size: int) -> Doubles:
    return np.bincount(group, minlength=size).astype(np.float64)


@dataclass(frozen=True, slots=True)
class _Cells:
    pairs: Longs
    weights: Doubles
    source_places: Ints
    target_places: Ints


def _cells(beads: Parallel) -> _Cells:
    """Pair each word of a bead's source with each of its target."""
    source_counts, target_counts = beads.source.counts(), beads.target.counts()
    most = max(source_counts.max(initial=1), target_counts.max(initial=1))
    while True:
        ours = _places(beads.source, beads.source_spans, source_counts <= most)
        theirs = _places(beads.target, beads.target_spans, target_counts <= most)
        if np.dot(ours[1], theirs[1]) <= _CELLS or most <= 2:
            break
        most = most * 2 // 3
    (our_places, our_sizes), (their_places, their_sizes) = ours, theirs
    sizes = our_sizes * their_sizes
    bead = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
    inside = np.arange(sizes.sum(), dtype=np.int32)
    inside -= np.repeat((np.cumsum(sizes) - sizes).astype(np.int32), sizes)
    first, second = np.divmod(inside, np.maximum(their_sizes, 1).astype(np.int32)[bead])
    first = our_places[(np.cumsum(our_sizes) - our_sizes)[bead] + first]
    second = their_places[(np.cumsum(their_sizes) - their_sizes)[bead] + second]
    pairs = beads.source.ids[first].astype(np.int64) * len(beads.target.vocabulary) + beads.target.ids[second]
    return _Cells(pairs, beads.weights[bead], first, second)


def _places(corpus: Corpus, spans: Longs, wanted: NDArray[np.bool_]) -> tuple[Ints, Longs]:
    """List the places of wanted words bead by bead, and say how many each bead has."""
    sizes = spans[:, 1] - spans[:, 0]
    places = places_of(spans[:, 0], spans[:, 1]).astype(np.int32)
    keep = wanted[corpus.ids[places]]
    bead = np.repeat(np.arange(len(sizes)), sizes)
    return places[keep], np.bincount(bead[keep], minlength=len(sizes))


def _seen(corpus: Corpus, spans: Longs, weights: Doubles) -> Doubles:
    sizes = spans[:, 1] - spans[:, 0]
    places = places_of(spans[:, 0], spans[:, 1])
    return sums(corpus.ids[places], np.repeat(weights, sizes), len(corpus.vocabulary))


def _shares(corpus: Corpus) -> Doubles:
    """Give the share that each word has of all."""
    counts = corpus.counts() + 0.5
    shares: Doubles = counts / counts.sum()
    return shares


def make_lexicon(counts: Counts, source: Corpus, target: Corpus) -> Lexicon:
    """Make tables of counts, in which the likely translations of each word are found."""
    firsts, seconds = np.divmod(counts.pairs, max(len(target.vocabulary), 1))
    return Lexicon(
        _table(firsts, seconds, counts.forward, counts.source, counts.target),
        _table(seconds, firsts, counts.backward, counts.target, counts.source),
    )


def _table(givers: Longs, takers: Longs, counts: Doubles, seen: Doubles, taken: Doubles) -> Table:
    total = np.maximum(np.bincount(givers, counts, len(seen)), seen) + _UNSEEN
    chances = counts / total[givers]
    doubt = 1 - _SURE * np.minimum(1, np.bincount(takers, counts, len(taken)) / (taken + _UNSEEN))
    kept = chances >= _LEAST
    order = np.argsort(givers[kept], kind="stable")
    sizes = np.bincount(givers[kept], minlength=len(seen))
    starts = np.concatenate([[0], np.cumsum(sizes)])
    words = takers[kept][order].astype(np.int32)
    return Table(starts, words, chances[kept][order].astype(np.float32), doubt.astype(np.float32))
