"""What the words of a pair say of it: what either side explains of the other, and what neighbours explain better.

Translators put a clause into the sentence before or behind. Then the lengths still fit and most words, too; but at one
edge there is a run of words that the neighbour's sentence explains and this one does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from tm.alignment.corpus import Corpus
from tm.alignment.lexicon import Table
from tm.alignment.scores import Matter, Side, explained_words, source_side, target_side
from tm.alignment.words import LABEL, SIGN, VALUE

Doubles = NDArray[np.float64]
Longs = NDArray[np.int64]

_LEAST, _MOST = -1.0, 2.5
"""Beyond these evidence for each word says no more."""

_KEPT = 8
"""Sentences of which is kept what they explain, as neighbours share them."""


@dataclass(frozen=True, slots=True)
class _Way:
    """A text whose words are explained by the sentences of the other one.

    Attributes:
        running: of each word of its vocabulary, whether it has a place in the sentence.
    """

    side: Side
    by: Corpus
    table: Table
    running: NDArray[np.bool_]


def evidence(source: Longs, target: Longs, matter: Matter) -> tuple[Doubles, Doubles]:
    """Give for each pair the evidence for each word, of the side that has less, and the pull of its neighbours.

    Args:
        source, target: half-open ranges of sentences, a row each.
    """
    texts = matter.texts
    ours = _way(source_side(matter), texts.target, matter.lexicon.backward)
    theirs = _way(target_side(matter), texts.source, matter.lexicon.forward)
    pairs = [*_weighed(ours, source, target), *_weighed(theirs, target, source)]
    found = np.array(pairs, np.float64).reshape(2, len(source), 2)
    return np.clip(found[:, :, 0].min(0), _LEAST, _MOST), np.log1p(found[:, :, 1].max(0))


def _way(side: Side, by: Corpus, table: Table) -> _Way:
    apart = (VALUE, SIGN, LABEL)
    return _Way(side, by, table, np.array([not word.startswith(apart) for word in side.corpus.vocabulary], np.bool_))


def _weighed(way: _Way, own: Longs, others: Longs) -> Iterator[tuple[float, float]]:
    """Yield of each range the evidence for each word, and the most that a run of words at an edge would gain."""
    corpus, size = way.side.corpus, len(way.side.corpus.vocabulary)
    explained = lru_cache(_KEPT)(lambda sentence: explained_words(way.table, way.by.of(sentence), size))
    for (first, end), (low, high) in zip(own.tolist(), others.tolist(), strict=True):
        words = corpus.ids[corpus.starts[first] : corpus.starts[end]]
        length = int(way.by.starts[high] - way.by.starts[low])
        chances = np.sum([explained(sentence)[words] for sentence in range(low, high)], 0)
        found = way.side.evidence(words, chances, length)
        running = way.running[words]
        pull = 0.0
        for neighbour, step in ((low - 1, 1), (high, -1)):
            if 0 <= neighbour < len(way.by):
                other = way.side.evidence(words, explained(neighbour)[words], len(way.by.of(neighbour)))
                gains = np.cumsum((other - found)[running][::step])
                pull = max(pull, float(gains.max(initial=0.0)))
        yield float(found.sum() / max(way.side.parts[words].sum(), 1.0)), pull
