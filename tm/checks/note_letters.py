"""The letter of a note below a table, as in "a Includes arrears.": neither lost nor another."""

from __future__ import annotations

from unicodedata import normalize

from tm.checks.check import Fault
from tm.checks.leading import ranks_of
from tm.model.finding import Span
from tm.text.pattern import pattern

_OF_SOURCE = pattern(r"([a-z])/?\s(?=[A-Z][a-z]{2})")
"""A single small letter before a sentence; the article would have a capital there."""

_OF_TARGET = {
    "ar": pattern(r"[\s(]{0,2}([a-z]|[\u0621-\u064a])\u0640?\s?[/)]?\s"),
    "ru": pattern(r"[\s(]{0,2}([a-z\u0430-\u044f])[/)]?\s"),
    "zh": pattern(r"[\s(（]{0,2}([a-z])(?![A-Za-z])"),
}
_HEAD = 8
"""Characters of a text in which the letter of a note stands."""

_LATIN = pattern(r"[\s(]{0,2}([a-zà])[/)]?\s")


def has_note_letter(source: str) -> bool:
    """Say whether an English text begins with the letter of a note."""
    return _OF_SOURCE.match(source) is not None


def other_note_letter(source: str, target: str, language: str) -> list[Fault]:
    """Say when the letter with which a note of an English table begins is lost, or another.

    >>> other_note_letter("a Includes arrears.", "b Incluidas las cuotas atrasadas.", "es")[0].message
    'the letter of the note is b, in the source a'
    """
    head = normalize("NFKC", target[:_HEAD])  # a raised letter is the same
    letter, theirs = source[0], _OF_TARGET.get(language, _LATIN).match(head)
    if theirs is None:
        return [Fault(f"the letter of the note, {letter}, is lost", None, Span(0, 1))]
    if letter == theirs[1] or ranks_of(letter) & ranks_of(theirs[1]):
        return []
    return [Fault(f"the letter of the note is {theirs[1]}, in the source {letter}", Span(*theirs.span(1)), Span(0, 1))]
