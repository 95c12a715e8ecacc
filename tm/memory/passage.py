"""Texts of a memory that hold a phrase."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tm.model.match import MatchKey
from tm.text.phrase import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that holds a phrase, and where in its key."""

    key: MatchKey
    places: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Passages:
    """What a store found.

    Attributes:
        found: each text once, that which came last into the memory first.
        more: whether there may be others, older ones, that were not looked at.
    """

    found: Sequence[Passage]
    more: bool = False
