"""Find offices, conditions and exceptions that a translation names, and its English source in no way."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from tm.checks.tables import read_table
from tm.text.literals import ByLiterals, literals
from tm.text.pattern import pattern
from tm.text.words import bare, words

_LONGEST = 2000
"""Characters of texts that are looked at: a longer one is no sentence."""

_TABLES = ("offices.toml", "conditions.toml", "notions.toml")
_SPACE = r"\s"
_BEFORE = {"ar": ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "لل")}
_BEHIND = {
    "fr": ("", *"s e es l ux t d que r ntaire ntaires erie eries l".split()),
    "es": ("", *"a o as os l les s e es te ta tos o rio ario arios ría".split()),
    "ru": ("", *"о а у е ы и ю я ь ом ем ой ей ов ев ам ям ах ях ами ями ый ого ому ым ом ая ую ые ых ыми".split()),
    "ar": ("", "ة", "ه", "ي", "ين", "ون", "ات"),
}
"""What may stand before the first letters of one, and how its longest word may end."""

_EDGE = {"zh": "", "ar": r"(?<!\w)[وفبلك]{0,2}"}


class _Kind(NamedTuple):
    """What names something beyond doubt, by language, and what of English may stand for it."""

    english: re.Pattern[str]
    named: dict[str, re.Pattern[str]]


def lone_words(source: str, target: str, language: str) -> tuple[int, int] | None:
    """Give the place of the first words that name what a plain English source does not.

    >>> target = "La propuesta se considerará rechazada, a menos que el Presidente emita un voto decisivo."
    >>> start, end = lone_words("The proposal shall be regarded as rejected.", target, "es")
    >>> target[start:end]
    'Presidente'
    """
    if language not in _LANGUAGES or len(target) > _LONGEST or not _may_name(target, language):
        return None
    for kind in _by_letters(language).of(target):
        if (found := kind.named[language].search(target)) and not kind.english.search(source):
            return found.span()
    return None


_LANGUAGES = ("ar", "es", "fr", "ru", "zh")


@cache
def _forms() -> Sequence[dict[str, str]]:
    found: list[dict[str, str]] = []
    for table in _TABLES:
        found += read_table(table).values()
    return found


@cache
def _kinds() -> Sequence[_Kind]:
    return [
        _Kind(
            pattern(forms["en"], re.IGNORECASE),
            {code: pattern(_named(forms[code], code)) for code in _LANGUAGES},
        )
        for forms in _forms()
    ]


def _named(form: str, language: str) -> str:
    edge = _EDGE.get(language, r"(?<!\w)")
    return f"{edge}(?:{form.replace(' ', _SPACE)})"


def _may_name(text: str, language: str) -> bool:
    """Say quickly whether a text may have any of them: most have none."""
    if language == "zh":
        return _any(language).search(text) is not None
    held = words(bare(text, language))
    if _telling_words(language).isdisjoint(held):
        return False
    whose = _by_word(language)
    return any(letters in text for word in held for letters in whose.get(word, ()))


@cache
def _letters(language: str) -> Sequence[str]:
    return sorted({letters for forms in _forms() for letters in literals(forms[language]) or ()})


@cache
def _any(language: str) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _letters(language))))


@cache
def _telling_words(language: str) -> frozenset[str]:
    return frozenset(_by_word(language))


@cache
def _by_word(language: str) -> dict[str, list[str]]:
    """Give the longest words of all, with what may stand before and behind them, and the letters that they are of."""
    before, behind = _BEFORE.get(language, ("",)), _BEHIND.get(language, ("",))
    found: dict[str, list[str]] = {}
    for letters in _letters(language):
        word = max(re.findall(r"\w+", letters.casefold()), key=len)
        for form in {f"{one}{word}{end}" for one in before for end in behind}:
            found.setdefault(form, []).append(letters)
    return found


@lru_cache(maxsize=8)
def _by_letters(language: str) -> ByLiterals[_Kind]:
    return ByLiterals(zip([forms[language] for forms in _forms()], _kinds(), strict=True))
