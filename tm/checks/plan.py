"""Leave out the checks that cannot find anything in a unit, by the signs that it has: most need one or another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Generic, Protocol, TypeVar

from tm.text.digits import has_digit

DIGITS = "0"
"""Stands for all digits, whatever their script."""

_NO_SIGNS: frozenset[str] = frozenset()


class Signed(Protocol):
    """What may be left out.

    Attributes:
        signs: there is something to find only where one of these stands in one of the texts; empty where there may be
            something anywhere.
    """

    @property
    def signs(self) -> str: ...


S = TypeVar("S", bound=Signed)


class Plan(Generic[S]):
    """Which of some checks are worth running over a unit."""

    def __init__(self, checks: Sequence[S], signs: str | None = None) -> None:
        """Plan some checks.

        Args:
            signs: what is looked for; more than these need where other plans read the same sources.
        """
        self._checks = checks
        self._signs = signs_of(checks) if signs is None else signs
        self._known: dict[frozenset[str], Sequence[S]] = {}

    def of(self, source: str, target: str) -> Sequence[S]:
        """Give the checks that may find something in a unit with these texts, in their order."""
        there = _there(source, self._signs) | _found(target, self._signs)
        known = self._known.get(there)
        if known is None:
            known = [one for one in self._checks if not one.signs or not there.isdisjoint(one.signs)]
            self._known[there] = known
        return known


def signs_of(checks: Iterable[Signed]) -> str:
    """Give all signs of some checks but digits."""
    return "".join(sorted({sign for one in checks for sign in one.signs} - {DIGITS}))


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _there(text: str, signs: str) -> frozenset[str]:
    """Give the signs that stand in a text."""
    return _found(text, signs)


def _found(text: str, signs: str) -> frozenset[str]:
    found = _pattern(signs).findall(text) if signs else []
    if has_digit(text):
        found.append(DIGITS)
    return frozenset(found) if found else _NO_SIGNS


@cache
def _pattern(signs: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(signs)}]")
