"""How the index is laid out: which characters of a shape are indexed, under which heads, in which order.

The order of characters is any fixed one; the rarer first, the faster. A text that scores θ or more against another
shares one of the other's rarest characters with it: so many as edits are allowed, and one more (prefix filtering:
Chaudhuri, Ganti and Kaushik, ICDE 2006). Only those are indexed. Those that thresholds of 70 and more need lie apart
from those that only thresholds down to 50 need.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from math import log2
from typing import NewType

from tm.matching.shape import ALPHABET

Rarity = NewType("Rarity", bytes)
"""For each character a level from 0, never seen, to 255; of one level the lower character comes first."""

NEAR, DEEP = 70.0, 50.0
"""The thresholds, 0 to 100, that the two layers of the index answer."""

ID_SHIFT = 24
"""A posting is four 64-bit words, low byte first: segment number and length in characters, then the signature."""

LONGEST = (1 << ID_SHIFT) - 1

POSTING = 32
"""Bytes."""

SIGNATURE_WORDS = 3

WHOLE = 63
"""The class of all lengths, for characters so rare that to part them is not worth it."""

RARE = 38
"""Up to this level a character is rare: about eight occurrences among the texts that the levels were learned from."""

_LEVELS_PER_OCTAVE = 12


def _class_borders() -> Iterator[int]:
    border = 1
    while border < LONGEST:
        yield border
        border = max(border + 1, border * 13 // 10)


CLASSES = tuple(_class_borders())[:WHOLE]
"""The least length of each class of lengths."""


def learn(counts: dict[str, int]) -> Rarity:
    """Make the levels of characters from how often each occurs in a sample."""
    levels = bytearray(ALPHABET)
    for character, count in counts.items():
        levels[ord(character)] = level(count)
    return Rarity(bytes(levels))


def level(count: int) -> int:
    """Give the level of a character that occurs so often."""
    return min(255, round(_LEVELS_PER_OCTAVE * log2(1 + count)))


def occurrences(level: int) -> float:
    """Give how often a character of a level occurs; this undoes `level`, nearly.

    >>> round(occurrences(level(1000)))
    1023
    """
    return float(2 ** (level / _LEVELS_PER_OCTAVE)) - 1


def is_rare(rarity: Rarity, character: int) -> bool:
    """Tell whether the postings of a character lie together whatever the length."""
    return rarity[character] <= RARE


def class_of(length: int) -> int:
    """Give the class of a length in characters."""
    return bisect_right(CLASSES, length) - 1


def head(slot: int, character: int, layer: int, length_class: int) -> int:
    """Number a list of postings: those of one slot, character, layer (0 near, 1 deep) and class of lengths."""
    return ((slot * ALPHABET + character) * 2 + layer) * (WHOLE + 1) + length_class


def slot_range(slot: int) -> range:
    """Give the numbers of all lists of a slot."""
    return range(head(slot, 0, 0, 0), head(slot + 1, 0, 0, 0))


def bit(character: int) -> int:
    """Choose the bit of a signature that a character turns over."""
    return character % (64 * SIGNATURE_WORDS)


def signature(shape: str) -> int:
    """Give the parity of each of 192 groups of characters.

    One edit turns at most two bits over, so that twice the edits are at least the bits that differ plus the difference
    of the lengths.
    """
    bits = 0
    for character in map(ord, shape):
        bits ^= 1 << bit(character)
    return bits


def bits_allowed(length: int, size: int, least: int) -> int:
    """Say in how many bits the signatures may differ of two texts of these lengths that score `least` tenths or more.

    Each edit turns two bits over at most; one that makes the text longer or shorter, one. -1 where the lengths alone
    tell that they do not.
    """
    edits, apart = max(length, size) * (1000 - least) // 1000, abs(length - size)
    return 2 * edits - apart if edits >= apart else -1
