"""Cut the files that are to be checked into parts of about the same weight, which several processes take in turn.

The languages of a document go together, the same stretch of each: what they share, the source, is read once for all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

_PART = 1 << 17
"""Bytes that are checked at once, which takes some 100 ms."""

_PIECE = 1 << 15
"""Bytes of one file among these, where it has more."""

_BESIDES = 1 << 10
"""Bytes that would take as long as what a file takes besides its bytes."""

_HUGE = 1 << 23
"""Bytes of files that a process has open at once; what has more is opened for all of them by the first."""


@dataclass(frozen=True, slots=True)
class Task:
    """A file to check.

    Attributes:
        shown: its path as findings show it.
        document: whose translation it is; what a process has open at once is of one.
        key: the digest of all that checking it depends on, its bytes included.
        size: how many bytes these are.
    """

    path: Path
    shown: str
    document: str
    key: bytes
    size: int

    @property
    def weight(self) -> int:
        return self.size + _BESIDES

    def pieces(self) -> Sequence[Piece]:
        """Cut the file; how depends on nothing but its size, for what comes of it has to be the same each time."""
        count = max(1, -(-self.size // _PIECE))
        return [Piece(self, number, count) for number in range(count)]


@dataclass(frozen=True, slots=True)
class Piece:
    """One of so many pieces of a file, each with as many units as the others."""

    task: Task
    number: int
    count: int

    def of(self, units: range) -> range:
        """Give the places of the units of the file that are in this piece."""
        return units[len(units) * self.number // self.count : len(units) * (self.number + 1) // self.count]


Group = Sequence[Task]
"""Files that are open together: of one document, or one file."""


def rounds(tasks: Iterable[Task]) -> Iterator[Sequence[Group]]:
    """Gather the files by their documents, and these into those that are checked together; a huge file is alone."""
    for is_huge, groups in groupby(_groups(tasks), lambda group: _weight(group) >= _HUGE):
        some = list(groups)
        yield from ([group] for group in some) if is_huge else [some]


def _groups(tasks: Iterable[Task]) -> Iterator[Group]:
    documents: dict[str, list[Task]] = {}
    for task in tasks:
        documents.setdefault(task.document, []).append(task)
    for group in documents.values():
        if _weight(group) < _HUGE:
            yield group
        else:
            yield from ([replace(task, document=task.shown)] for task in group)


def _weight(group: Group) -> int:
    return sum(task.weight for task in group)


def parts(groups: Iterable[Group]) -> Iterator[Sequence[Piece]]:
    """Gather the pieces of several small groups into a part, and cut big ones into several."""
    part: list[Piece] = []
    left = _PART
    for group in groups:
        weight = _weight(group)
        if part and weight > left:
            yield part
            part, left = [], _PART
        if weight > _PART:
            yield from _stretches(group, -(-weight // _PART))
            continue
        part += (piece for task in group for piece in task.pieces())
        left -= weight
    if part:
        yield part


def _stretches(group: Group, count: int) -> Iterator[Sequence[Piece]]:
    """Yield the pieces of all files from one place of the document to the next."""
    pieces = [piece for task in group for piece in task.pieces()]
    ordered = sorted(pieces, key=lambda piece: piece.number * count // piece.count)
    for _, stretch in groupby(ordered, lambda piece: piece.number * count // piece.count):
        yield list(stretch)
