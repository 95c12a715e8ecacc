"""The tokens of many keys, and the runs of letters in them; a word that was met before is not cut again."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from tm.model.match import MatchKey
from tm.text.tokens import tokens

_MOST = 50_000
"""Words that are remembered."""

_LONG = 16
"""Characters of a word from which on it is hardly met again, such as a sentence in Chinese."""


class _Tokens(dict[str, tuple[str, ...]]):
    def __missing__(self, word: str) -> tuple[str, ...]:
        if len(self) >= _MOST:
            self.clear()
        found = self[word] = tokens(MatchKey(word))
        return found


class _Trigrams(dict[str, frozenset[str]]):
    def __missing__(self, token: str) -> frozenset[str]:
        if len(self) >= _MOST:
            self.clear()
        text = f"  {token}  "
        found = [text[start : start + 3] for start in range(len(token) + 2)] if token[0].isalnum() else []
        self[token] = known = frozenset(found)
        return known


_TOKENS, _TRIGRAMS = _Tokens(), _Trigrams()


def tokens_of(key: MatchKey) -> tuple[str, ...]:
    """Cut a key into its tokens: none goes beyond a space, which is all the white space that a key has."""
    words = key.split(" ")
    if len(key) > _LONG * len(words):
        return tokens(key)
    return tuple(chain.from_iterable(map(_TOKENS.__getitem__, words)))


def trigrams(tokens: Iterable[str]) -> set[str]:
    """Give the runs of three characters in the words of a text: words in another form share most of them.

    >>> sorted(trigrams(["of", "."]))
    ['  o', ' of', 'f  ', 'of ']
    """
    return set().union(*map(_TRIGRAMS.__getitem__, tokens))
