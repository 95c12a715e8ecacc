"""Find an adjunct that a translation has beyond its short English source: « à la demande du Procureur »."""

from __future__ import annotations

import re
from functools import cache

from tm.checks.tables import read_table
from tm.text.literals import ByLiterals
from tm.text.pattern import pattern
from tm.text.words import folded

_BRIEF = 110
"""Characters of sources that are looked at: in longer ones, more may explain it."""

_SPACE = r"\s"
_EDGE = {"zh": "", "ar": r"(?<!\w)[وف]?"}


def added_adjunct(source: str, target: str, language: str) -> tuple[int, int] | None:
    """Give the place of the first words of an adjunct of a translation for which nothing stands in its English source.

    >>> target = "La Cour a reporté l’audience à la demande du Procureur."
    >>> start, end = added_adjunct("The Court postponed the hearing.", target, "fr")
    >>> target[start:end]
    'à la demande d'
    """
    if len(source) > _BRIEF:
        return None
    for meant, form in _adjuncts(language).of(folded(target)):
        if (found := form.search(target)) and not meant.search(source):
            return found.span()
    return None


@cache
def _adjuncts(language: str) -> ByLiterals[tuple[re.Pattern[str], re.Pattern[str]]]:
    """Give what means each adjunct in English, and what it is in a language."""
    edge = _EDGE.get(language, r"(?<!\w)")
    found = []
    for kind in read_table("adjuncts.toml").values():
        if language in kind:
            form = kind[language].replace(" ", _SPACE)
            meant = pattern(rf"(?<!\w)(?:{kind['en']})", re.IGNORECASE)
            found.append((form.casefold(), (meant, pattern(f"{edge}(?:{form})", re.IGNORECASE))))
    return ByLiterals(found)
