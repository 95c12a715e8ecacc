"""Sentences as arrays of the numbers of their words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.int32]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Corpus:
    """The words of sentences, one after the other.

    Attributes:
        ids: the number of each word, sentence after sentence.
        starts: where each sentence starts in `ids`, and at last where all end.
        vocabulary: the word of each number.
    """

    ids: Ids
    starts: NDArray[np.int64]
    vocabulary: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.starts) - 1

    def of(self, sentence: int) -> Ids:
        return self.ids[self.starts[sentence] : self.starts[sentence + 1]]

    def only(self, sentences: Sequence[int]) -> Corpus:
        """Take some sentences, with the same vocabulary."""
        chosen = [self.of(sentence) for sentence in sentences]
        starts = np.concatenate([[0], np.cumsum([len(ids) for ids in chosen])]).astype(np.int64)
        return Corpus(np.concatenate(chosen), starts, self.vocabulary)

    def counts(self) -> NDArray[np.int64]:
        """Say how often each word occurs."""
        return np.bincount(self.ids, minlength=len(self.vocabulary))

    def spread(self) -> NDArray[np.int64]:
        """Say in how many sentences each word occurs."""
        rows = np.repeat(np.arange(len(self)), np.diff(self.starts))
        pairs = np.unique(rows * len(self.vocabulary) + self.ids)
        return np.bincount(pairs % max(len(self.vocabulary), 1), minlength=len(self.vocabulary))


def make_corpus(sentences: Iterable[Sequence[str]]) -> Corpus:
    """Number the words of sentences in the order in which they come."""
    numbers: dict[str, int] = {}
    ids: list[int] = []
    starts = [0]
    for words in sentences:
        ids += [numbers.setdefault(word, len(numbers)) for word in words]
        starts.append(len(ids))
    return Corpus(np.array(ids, np.int32), np.array(starts, np.int64), tuple(numbers))


def known_words(sentences: Iterable[Sequence[str]], like: Corpus) -> Corpus:
    """Take of sentences only the words that a corpus has, by its numbers."""
    numbers = {word: number for number, word in enumerate(like.vocabulary)}
    ids: list[int] = []
    starts = [0]
    for words in sentences:
        ids += [numbers[word] for word in words if word in numbers]
        starts.append(len(ids))
    return Corpus(np.array(ids, np.int32), np.array(starts, np.int64), like.vocabulary)


def places_of(starts: NDArray[np.int64], ends: NDArray[np.int64]) -> NDArray[np.int64]:
    """List all places of half-open ranges, range after range."""
    sizes = ends - starts
    places: NDArray[np.int64] = np.arange(sizes.sum()) + np.repeat(starts - (np.cumsum(sizes) - sizes), sizes)
    return places


def sums(words: NDArray[np.int32], weights: NDArray[np.floating[Any]], size: int) -> NDArray[np.float64]:
    """Sum the weights of each word."""
    return np.bincount(words, weights=weights, minlength=size).astype(np.float64)
