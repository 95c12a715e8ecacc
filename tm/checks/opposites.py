"""Words that are taken for their opposites: "demilitarized" as « militaire », "increased" as сократился."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from tm.checks.negations import SURE
from tm.checks.tables import read_table
from tm.text.beginnings import ByBeginning
from tm.text.literals import may_be_in
from tm.text.pattern import pattern
from tm.text.words import bare, folded

_LONGEST = 400
"""Characters of sources that are looked at: longer ones say the same thing in several ways."""

_NEAR = 80
"""Characters before a word that may deny it."""

_UNLESS = pattern(r"\bunless\b[^.;]{0,80}\Z")
"""Before a word: "unless incompatible" is "as long as compatible"."""

_DENIED = pattern(
    r"(?:(?:\b(?:not|never|cannot|nor)|n['’]t)\s(?:\w+\s){0,2}|\b(?:[Nn]obody|[Nn]one|[Nn]o\sone)\s(?:(?!and|but)\w+\s){0,8})\Z"
)
"""Before a word: "was not adopted" is « a été rejeté »."""


class _Kind(NamedTuple):
    forms: dict[str, str]
    """What the file has, by its names."""

    written: dict[str, str]
    """The same without case: most are in no text, and need not be compiled."""

    is_both: bool
    """Whether the prefix is not to be added, either."""

    def turned(self, language: str) -> re.Pattern[str]:
        """Give what has the prefix, or else is one of two opposites."""
        return _edged(self.forms[language], language)

    def straight(self, language: str) -> re.Pattern[str]:
        """Give what is without it, or the other."""
        return _edged(self.forms[f"{language}_not"], language)

    def is_excused(self, source: str, low: str) -> bool:
        """Say whether an English source has words beside which either may be said; `low` is the source without case."""
        excuse = self.forms.get("except")
        if excuse is None or not may_be_in(self.written["except"], low):
            return False
        return _edged(excuse, "en").search(source) is not None


def straightened(source: str, target: str, language: str) -> tuple[re.Match[str], str] | None:
    """Find a word of an English text that is its opposite in the translation, and give that without the opposite.

    >>> word, rest = straightened("the demilitarized zone", "la zone militaire", "fr")
    >>> word[0], rest
    ('demilitari', 'la zone _')
    """
    if len(source) > _LONGEST or not (kinds := _of(source)):
        return None
    read = bare(target, language)
    low = folded(read)
    for kind, word in kinds:
        if language not in kind.forms or not may_be_in(kind.written[f"{language}_not"], low):
            continue
        if _DENIED.search(source, max(0, word.start() - _NEAR), word.start()):
            continue
        if not kind.turned(language).search(read) and kind.straight(language).search(read):
            return word, kind.straight(language).sub("_", read)
    return None


def prefixed(source: str, target: str, language: str) -> str:
    """Give a word of a translation that has a prefix which it has not in its English source; "" where none has.

    >>> prefixed("gender equality", "inégalité des sexes", "fr")
    'inégal'
    """
    if len(source) > _LONGEST or not (kinds := _straight_of(source)):
        return ""
    read = bare(target, language)
    low = folded(read)
    for kind in kinds:
        if language not in kind.forms or not may_be_in(kind.written[language], low):
            continue
        there = kind.turned(language).search(read)
        rest = kind.turned(language).sub("_", read) if there else ""
        if there and not kind.straight(language).search(rest) and not SURE[language].search(rest):
            return there[0].strip()  # not « ne sont pas insuffisants »
    return ""


def without_own(source: str, target: str, language: str) -> str:
    """Blank what negates in a translation only because a prefix of its English source does.

    >>> without_own("Asymptomatic people shall not travel.", "Les gens sans symptômes peuvent voyager.", "fr")
    'Les gens _ômes peuvent voyager.'
    """
    for kind, _ in _of(source):
        if kind.is_both and language in kind.forms:
            target = kind.turned(language).sub("_", bare(target, language))
    return target


def kept(source: str, target: str, language: str, places: Collection[int]) -> int:
    """Count the words with such a prefix, of those at some places, for which the translation says the same otherwise.

    >>> kept("unaccompanied minors", "mineurs isolés", "fr", [0])
    1
    """
    kinds = [kind for kind, word in _of(source) if word.start() in places and language in kind.forms]
    return sum(1 for kind in kinds if kind.turned(language).search(bare(target, language)))


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _of(source: str) -> Sequence[tuple[_Kind, re.Match[str]]]:
    """Find the words with such a prefix in an English text that does not have them without it, too."""
    found, low = [], folded(source)
    for kind in _by_turned().of(source):
        match = kind.turned("en").search(source)
        if match is None or _UNLESS.search(source, 0, match.start()):
            continue
        if kind.is_excused(source, low):
            continue
        is_there = may_be_in(kind.written["en_not"], low)
        if not is_there or not kind.straight("en").search(kind.turned("en").sub("_", source)):
            found.append((kind, match))
    return found


@lru_cache(maxsize=4096)
def _straight_of(source: str) -> Sequence[_Kind]:
    """Give the kinds of words that an English text has without their prefix, and not with it, too."""
    return [
        kind
        for kind in _by_straight().of(source)
        if kind.straight("en").search(source) and not kind.turned("en").search(source)
    ]


@cache
def _by_turned() -> ByBeginning[_Kind]:
    return ByBeginning((kind.forms["en"], kind) for kind in _kinds())


@cache
def _by_straight() -> ByBeginning[_Kind]:
    return ByBeginning((kind.forms["en_not"], kind) for kind in _kinds() if kind.is_both)


@cache
def _kinds() -> Sequence[_Kind]:
    kinds = []
    for forms in read_table("opposites.toml").values():
        is_both = forms.pop("both", False)
        kinds.append(_Kind(forms, {name: form.lower() for name, form in forms.items()}, is_both))
    return kinds


@cache
def _edged(form: str, language: str) -> re.Pattern[str]:
    """Make a pattern that begins where a word does; in Arabic, behind the letters that are joined to it."""
    edge = {"zh": "", "ar": r"(?<!\w)[وفبلك]{0,2}(?:ال|لل)?"}.get(language, r"(?<!\w)")
    return pattern(f"{edge}(?:{form})", re.IGNORECASE, letters=form)
