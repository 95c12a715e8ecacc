"""The traits of a text: its characters, a repeated one for each time; the more two texts share, the nearer they may be.

Two texts of which the longer has n characters, and that share c traits, are at least n - c edits apart (bag distance:
Bartolini, Ciaccia and Patella, SPIRE 2002). The most frequent traits have a number of their own; the others share
numbers, so that texts may seem to share more, never less.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from struct import pack, unpack
from typing import TYPE_CHECKING, NewType, TypeVar

from tm.matching.layout import Rarity
from tm.matching.shape import ALPHABET, Shape

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Number = TypeVar("Number", int, "NDArray[np.int64]")

Learned = NewType("Learned", bytes)
"""The traits that have numbers of their own, by number: 32 bits each, low byte first; see `trait`."""

OWN = 256
SHARED = 256

TRAITS = OWN + SHARED
"""Traits are numbered from 0 up to this."""

MOST_TIMES = 0x7FFF
"""Of a character that comes more often than this, the further times are one trait."""

_SOME = 5_000
"""Texts of a sample that are counted together."""

_STEP = 101
"""Parts the numbers of a character's first time, second time, and so on."""


def trait(character: Number, time: Number) -> Number:
    """Name the trait of a character that comes for this time, from 1 to `MOST_TIMES`, in a text."""
    return time << 16 | character


def learn_traits(sample: Sequence[Shape]) -> Learned:
    """Choose the traits that get numbers of their own: the most frequent of a sample."""
    import numpy as np

    from tm.matching.ordered import order, times

    counts = Counter[int]()
    filled = [text for text in sample if text]
    for start in range(0, len(filled), _SOME):
        some = filled[start : start + _SOME]
        texts = order(range(len(some)), some, Rarity(bytes(ALPHABET)))
        names, found = np.unique(trait(texts.ranked, times(texts, MOST_TIMES)), return_counts=True)
        counts.update(dict(zip(names.tolist(), found.tolist(), strict=True)))
    chosen = sorted(counts, key=lambda one: (-counts[one], one))[:OWN]
    return Learned(pack(f"<{len(chosen)}I", *chosen))


def _repeated(text: Shape) -> list[int]:
    """List the traits of a text but those of characters that come for the first time."""
    if len(set(text)) == len(text):
        return []
    repeated = [(ord(character), times) for character, times in Counter(text).items() if times > 1]
    return [trait(character, min(time, MOST_TIMES)) for character, times in repeated for time in range(2, times + 1)]


def own(learned: Learned) -> Sequence[int]:
    """List the traits that have numbers of their own, by number."""
    return unpack(f"<{len(learned) // 4}I", learned)


class Traits:
    """Gives the numbers of a text's traits."""

    def __init__(self, learned: Learned) -> None:
        self._own = {one: number for number, one in enumerate(own(learned))}
        self._first = _First(self._own)

    def of(self, text: Shape) -> list[int]:
        """List the numbers, one for each character of a text."""
        once = set(text)
        first = self._first
        found = [first[character] for character in once]
        if len(once) < len(text):
            found += [_number(self._own, one & 0xFFFF, one >> 16) for one in _repeated(text)]
        return found


class _First(dict[str, int]):
    """The numbers of characters that come for the first time."""

    def __init__(self, own: Mapping[int, int]) -> None:
        self._own = own

    def __missing__(self, character: str) -> int:
        number = self[character] = _number(self._own, ord(character), 1)
        return number


def _number(own: Mapping[int, int], character: int, time: int) -> int:
    number = own.get(trait(character, time))
    return OWN + shared(character, time) if number is None else number


def shared(character: Number, time: Number) -> Number:
    """Choose, from 0, one of the numbers that traits share."""
    return (character + _STEP * time) % SHARED
