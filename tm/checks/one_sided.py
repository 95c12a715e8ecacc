"""Find what only one of two texts says, whatever their lengths: how often, an office, a condition, an act."""

from __future__ import annotations

from tm.checks.lone_bounds import lone_bound
from tm.checks.lone_sentence import lone_sentence
from tm.checks.lone_times import lone_time
from tm.checks.lone_words import lone_words
from tm.checks.lost_phrases import lost_phrase
from tm.checks.members import fewer_members, more_members
from tm.checks.name_lengths import abbreviated
from tm.checks.short_names import with_short_names
from tm.checks.telling import is_told
from tm.checks.unmeant import unmeant
from tm.checks.unsaid import unsaid

_FEWER = 0.1
"""By how much a translation is shorter, as a logarithm, that lacks an act of a list."""

_LESS = 0.05
"""By how much one is that lacks words of which it says nothing."""

_SHORTEST = 25
"""Characters of English of which lengths say nothing, but for those of words of which the source has nothing."""

_OWN_LETTERS = frozenset(("ar", "ru", "zh"))


def only_in_source(source: str, target: str, languages: tuple[str, str], excess: float) -> tuple[int, int] | None:
    """Give the place of what a plain source says and its translation does not; None where nothing is sure to be so.

    Args:
        excess: by how much the translation is longer than usual, as a logarithm.

    >>> only_in_source("It meets every two years.", "Elle se réunit régulièrement.", ("en", "fr"), 0)
    (15, 24)
    """
    if _is_foreign(target, languages[1]):
        return None
    if place := lone_time(source, target, languages):
        return place
    if languages[0] != "en":
        return None
    if place := lone_bound(source, target, languages[1]) or lost_phrase(source, target, languages[1]):
        return place
    place = fewer_members(source, target, languages[1]) if excess < -_FEWER else None
    return place or (_unsaid(source, target, languages) if excess < -_LESS else None)


def _unsaid(source: str, target: str, languages: tuple[str, str]) -> tuple[int, int] | None:
    """Give the place of words that the translation does not say, nor has a short form or an acronym for."""
    place = unsaid(source, target, languages[1])
    if place is None or (place[1] == len(source) and is_told(source, place[0], target, languages)):
        return None
    short = with_short_names(source, target, languages[1])
    if abbreviated(source, target, languages[1]) > 0 or (short and unsaid(short, target, languages[1]) is None):
        return None
    return place


def only_in_target(source: str, target: str, languages: tuple[str, str], excess: float) -> tuple[int, int] | None:
    """Give the place of what a plain translation says and its source does not; None where nothing is sure to be so.

    Args:
        excess: by how much the translation is longer than usual, as a logarithm; in a shorter one no clause is more.

    >>> only_in_target("It meets regularly.", "Elle se réunit tous les deux ans.", ("en", "fr"), 0)
    (24, 32)
    """
    if _is_foreign(target, languages[1]):
        return None
    if place := lone_time(target, source, languages[::-1]):
        return place
    if languages[0] != "en":
        return None
    if place := lone_sentence(source, target, languages[1]):
        return place
    if place := lone_words(source, target, languages[1]):
        return place
    if excess < 0:
        return None
    place = more_members(source, target, languages[1])
    may_be = excess > 0 or len(source) < _SHORTEST
    return place or (unmeant(source, target, languages[1]) if may_be else None)


def _is_foreign(target: str, language: str) -> bool:
    """Say whether a translation is not in the letters of its language: another check says so."""
    return language in _OWN_LETTERS and target.isascii()
