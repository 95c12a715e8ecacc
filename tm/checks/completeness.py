"""Is the unit translated at all: missing, fuzzy, or left in the source language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from tm.checks.check import Fault, Pair, check
from tm.checks.latin import without_latin
from tm.checks.leftover import is_left_in_english
from tm.checks.untouched import is_kept_name, is_left_as_it_is
from tm.checks.verbatim import is_to_be_kept, is_verbatim, without_notes
from tm.model.finding import Severity, Span
from tm.model.unit import State
from tm.text.pattern import pattern

_STAND_IN = pattern(r"\s*(?:[\W_]+|n/?a\.?|tb[acd]|todo|x{3,9})\s*", re.IGNORECASE)
"""What holds the place of a translation that is still to come."""

_WORD = pattern(r"[^\W\d_]{3}")
_STANDS_SO = pattern(
    r"\bn/?a\b|\bnot (?:applicable|available)\b|\btb[acd]\b|\bto be \w+|\btodo\b|\b(?:none|nil)\b|\bno data\b|x{3}",
    re.IGNORECASE,
)

_SHORT = 12
"""Characters of the longest of them."""


@check(Severity.ERROR, states=frozenset({State.UNTRANSLATED, State.TRANSLATED}))
def missing(pair: Pair) -> Iterator[str]:
    """Flag a unit without a translation, or with "_", "n/a" or "TBD" in its place."""
    source, target = pair.unit.source.strip(), pair.unit.target.strip()
    if source and not target:
        yield "the translation is missing"
    elif (
        len(target) <= _SHORT and _STAND_IN.fullmatch(target) and _WORD.search(source) and not _STANDS_SO.search(source)
    ):
        yield f"the translation is missing: {target} only holds its place"


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
    text, ours = (normalize("NFC", one) for one in (without_notes(unit.source, unit.target), unit.target))
    if source.code == "en" and is_left_in_english(text, ours, target):
        message = "the text is left in English"
    elif is_left_as_it_is(text, ours, source, target):
        message = "the text is left as it is in the source"
    else:
        return
    if not is_kept_name(ours) and without_latin(ours.split()):
        yield Fault(message, _whole(unit.target))


def _whole(text: str) -> Span:
    """Give the place of a text without the white space around it."""
    return Span(len(text) - len(text.lstrip()), len(text.rstrip()))
