"""Keep at hand what was read of segments lately, and read together what is missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")

_MOST = 10_000
"""Segments: of their entries some 15 MB."""


class Kept(dict[int, T]):
    """What was read, by the number of the segment."""

    def with_all(self, numbers: Sequence[int], read: Callable[[Sequence[int]], Mapping[int, T]]) -> Kept[T]:
        """Read what is missing of some segments; what was kept before may go for it."""
        missing = [number for number in numbers if number not in self]
        if missing:
            if len(self) > _MOST:
                self.clear()
                missing = list(numbers)
            self.update(read(missing))
        return self
