"""Find what only one of two texts says, whatever their lengths: how often, an office, a condition, an act."""

from __future__ import annotations

from tm.checks.lone_times import lone_time
from tm.checks.lone_words import lone_words

_OWN_LETTERS = frozenset(("ar", "ru", "zh"))


def only_in_source(source: str, target: str, languages: tuple[str, str]) -> tuple[int, int] | None:
    """Give the place of what a plain source says and its translation does not; None where nothing is sure to be so.

    >>> only_in_source("It meets every two years.", "Elle se réunit régulièrement.", ("en", "fr"))
    (15, 24)
    """
    if _is_foreign(target, languages[1]):
        return None
    return lone_time(source, target, languages)


def only_in_target(source: str, target: str, languages: tuple[str, str], *, is_shorter: bool) -> tuple[int, int] | None:
    """Give the place of what a plain translation says and its source does not; None where nothing is sure to be so.

    Args:
        is_shorter: whether the translation is shorter than usual: no clause is more, then.

    >>> only_in_target("It meets regularly.", "Elle se réunit tous les deux ans.", ("en", "fr"), is_shorter=False)
    (24, 32)
    """
    if _is_foreign(target, languages[1]):
        return None
    if place := lone_time(target, source, languages[::-1]):
        return place
    return None if is_shorter or languages[0] != "en" else lone_words(source, target, languages[1])


def _is_foreign(target: str, language: str) -> bool:
    """Say whether a translation is not in the letters of its language: another check says so."""
    return language in _OWN_LETTERS and target.isascii()
