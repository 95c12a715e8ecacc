"""Find, among many sentences, those that share enough words with one to be alike."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import ceil

Words = tuple[str, ...]

_MORE = 3
"""Further words looked up beyond what is needed: they are common ones, but two or three together are rare."""

_MOST = 200
"""Of the candidates only so many, those that share the most: a list of thousands of like lines stays fast."""


class WordIndex:
    """The sentences in which each word occurs; a second occurrence counts as another word."""

    def __init__(self, texts: Sequence[Words]) -> None:
        self.texts = texts
        self._holders: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
        for index, text in enumerate(texts):
            for word in _numbered(text):
                self._holders[word].append(index)

    def alike(self, text: Words, least: float) -> set[int]:
        """Give the sentences that `similarity` may score `least` or more against this one, by index; at most 200.

        Two such texts share at least `least` percent of the longer one's words. So they share one of this text's
        rarest, unless more than the others could make up for; the common ones need not be looked up.
        """
        size = len(text)
        shared = max(ceil(size * least / 100), 1)
        rarest = sorted(_numbered(text), key=lambda word: len(self._holders.get(word, ())))[: size - shared + 1 + _MORE]
        found = Counter(index for word in rarest for index in self._holders.get(word, ()))
        left = size - len(rarest)
        return {
            index
            for index, count in found.most_common(_MOST)
            if 100 * (count + left) >= least * max(size, len(self.texts[index]))
            and 100 * len(self.texts[index]) >= least * size
        }


def _numbered(text: Words) -> Iterator[tuple[str, int]]:
    seen: Counter[str] = Counter()
    for word in text:
        yield word, seen[word]
        seen[word] += 1
