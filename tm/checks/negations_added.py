"""A negated verb of a translation that nothing in its English source explains."""

from __future__ import annotations

import re
from functools import lru_cache

from tm.checks.antonyms import is_turned_into
from tm.checks.negations import COMPLETIONS, EXPLAINS, GATES, PARTICLES, PLAIN, SURE
from tm.checks.negations_counted import without_neutral
from tm.text.words import bare, words

_TATWEEL = "\N{ARABIC TATWEEL}"


def added(source: str, target: str, language: str) -> re.Match[str] | None:
    """Give a negated verb that nothing in the source explains.

    >>> added("The delegation voted.", "La délégation n’a pas voté.", "fr")[0]
    'n’a pas'
    """
    if not _may_be_plain(target, language) or _TATWEEL in target or not GATES[language].search(target):
        return None
    word = PLAIN[language].search(without_neutral(target, language))
    if word is None or explains(source) or is_turned_into(source, target, word.start(), language):
        return None
    return word


def _may_be_plain(target: str, language: str) -> bool:
    """Say quickly whether a translation may have a negated verb."""
    if language not in PARTICLES:
        return language in PLAIN
    held = words(bare(target, language))
    if PARTICLES[language].isdisjoint(held):
        return False
    return language != "fr" or not COMPLETIONS.isdisjoint(held)


@lru_cache(maxsize=4096)
def explains(source: str) -> bool:
    """Say whether words of an English source may make its translation negate."""
    return bool(EXPLAINS.search(source) or SURE["en"].search(source))
