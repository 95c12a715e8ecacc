"""Is the unit translated at all: missing, fuzzy, or left in the source language."""

from __future__ import annotations

from collections.abc import Iterator

from tm.checks.check import Fault, Pair, check
from tm.checks.leftover import is_left_in_english
from tm.checks.untouched import is_left_as_it_is
from tm.checks.verbatim import is_to_be_kept, is_verbatim, without_notes
from tm.model.finding import Severity, Span
from tm.model.unit import State


@check(Severity.ERROR, states=frozenset({State.UNTRANSLATED, State.TRANSLATED}))
def missing(pair: Pair) -> Iterator[str]:
    """Flag a unit without a translation."""
    if pair.unit.source.strip() and not pair.unit.target.strip():
        yield "the translation is missing"


@check(Severity.WARNING, states=frozenset({State.FUZZY}))
def fuzzy(pair: Pair) -> Iterator[str]:
    """Flag a unit that is still marked fuzzy."""
    if pair.unit.source.strip():
        yield "the unit is still marked fuzzy: look at it and take the mark off"


@check(Severity.ERROR)
def untranslated(pair: Pair) -> Iterator[Fault]:
    """Flag a text left whole in the language of the source.

    Left alone: names, symbols, bibliography, addresses, code and what a screen shows (`#. Tag: screen`), and what its
    own note bids the translators leave in English.
    """
    unit, source, target = pair.unit, pair.source, pair.target
    if source.code == target.code or is_verbatim(unit) or is_to_be_kept(unit.source):
        return
    text = without_notes(unit.source, unit.target)
    if source.code == "en" and is_left_in_english(text, unit.target, target):
        yield Fault("the text is left in English", _whole(unit.target))
    elif is_left_as_it_is(text, unit.target, source, target):
        yield Fault("the text is left as it is in the source", _whole(unit.target))


def _whole(text: str) -> Span:
    """Give the place of a text without the white space around it."""
    return Span(len(text) - len(text.lstrip()), len(text.rstrip()))
