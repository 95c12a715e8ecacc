"""What some words or figures of a text come to: a value of a kind, whatever they are said in."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple


class Amount(NamedTuple):
    """Where it stands, in characters, the kind ("count", "share", "seconds", "per year", a unit) and what it may be."""

    start: int
    end: int
    kind: str
    values: frozenset[Fraction]
