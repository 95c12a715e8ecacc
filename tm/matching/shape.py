"""The shape of a key: its tokens as one character each, so that to compare two keys is to compare two strings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NewType
from zlib import crc32

Shape = NewType("Shape", str)
"""Two tokens may meet in one character; then keys seem nearer than they are, never farther."""

ALPHABET = 0xD800
"""Characters of a shape are U+0001 to U+D7FF: each is one unit of UTF-16."""

_MOST = 200_000
"""Tokens whose characters are remembered."""


class _Characters(dict[str, str]):
    def __missing__(self, token: str) -> str:
        if len(self) >= _MOST:
            self.clear()
        character = self[token] = chr(crc32(token.encode("utf-8", "surrogatepass")) % (ALPHABET - 1) + 1)
        return character


_CHARACTERS = _Characters()


def shape(tokens: Sequence[str]) -> Shape:
    """Give the shape of a key's tokens; it is the same in every process and on every system."""
    return Shape("".join(map(_CHARACTERS.__getitem__, tokens)))
