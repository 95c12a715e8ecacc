"""Texts of a memory that hold a phrase."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tm.model.match import MatchKey


@dataclass(frozen=True, slots=True)
class Passages:
    """What a store found.

    Attributes:
        keys: of the texts, each once; that which came last into the memory first.
        more: whether there may be others, older ones, that were not looked at.
    """

    keys: Sequence[MatchKey]
    more: bool = False
