"""Numbers, dates and symbols: each value of the source in the translation, and no other."""

from __future__ import annotations

from collections.abc import Iterator

from tm.checks.check import Pair, check
from tm.model.finding import Severity


@check(Severity.ERROR)
def number(pair: Pair) -> Iterator[str]:
    """Flag a number that is changed, lost or added."""
    yield from ()


@check(Severity.ERROR)
def date(pair: Pair) -> Iterator[str]:
    """Flag a wrong day, month or year."""
    yield from ()


@check(Severity.ERROR)
def symbol(pair: Pair) -> Iterator[str]:
    """Flag a document symbol or resolution number that is altered, lost or added."""
    yield from ()
