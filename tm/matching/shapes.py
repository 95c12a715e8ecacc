"""The shapes of many keys: a word that was met before is not cut into tokens again."""

from __future__ import annotations

from tm.matching.shape import Shape, shape
from tm.model.match import MatchKey
from tm.text.tokens import tokens

_MOST = 50_000
"""Words that are remembered."""

_LONG = 16
"""Characters of a word from which on it is hardly met again, such as a sentence in Chinese."""


class _Words(dict[str, str]):
    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST:
            self.clear()
        is_token = word.isascii() and word.isalnum()
        found = self[word] = shape((word.casefold(),) if is_token else tokens(MatchKey(word)))
        return found


_WORDS = _Words()


def shape_of(key: MatchKey) -> Shape:
    """Give the shape of a key's tokens: no token goes beyond a space, which is all the white space that a key has."""
    words = key.split(" ")
    if len(key) > _LONG * len(words):
        return shape(tokens(key))
    return Shape("".join(map(_WORDS.__getitem__, words)))
