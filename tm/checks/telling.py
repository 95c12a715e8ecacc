"""Tell by words that nearly any translation says that a clause is in both texts: never, because, half, women."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from tm.checks.tables import read_table
from tm.text.literals import ByLiterals
from tm.text.pattern import pattern
from tm.text.words import folded

_Kind = dict[str, re.Pattern[str]]
"""Words of one meaning, by language."""

_EDGE = {"zh": "", "ar": r"(?<!\w)[وفبلك]{0,2}"}


def is_told(text: str, start: int, other: str, languages: tuple[str, str]) -> bool:
    """Say whether the end of a plain text has such words, and the other text as many of each as the whole.

    Args:
        languages: of the text, and of the other.

    >>> source = "The report, which was long, was never considered."
    >>> is_told(source, 27, "Le rapport, assez long, n’a jamais été examiné.", ("en", "fr"))
    True
    """
    ours, theirs = languages
    held = [kind for kind in _said(text, start, ours) if theirs in kind]
    return bool(held) and all(len(kind[ours].findall(text)) <= len(kind[theirs].findall(other)) for kind in held)


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _said(text: str, start: int, language: str) -> Sequence[_Kind]:
    """List what the end of a text says."""
    return [kind for kind in _by_letters(language).of(folded(text[start:])) if kind[language].search(text, start)]


@cache
def _table() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = read_table("telling.toml")
    return table


@cache
def _kinds() -> Sequence[_Kind]:
    return [{code: _word(form, code) for code, form in forms.items()} for forms in _table().values()]


@cache
def _by_letters(language: str) -> ByLiterals[_Kind]:
    pairs = zip(_table().values(), _kinds(), strict=True)
    return ByLiterals((_spaced(forms[language]).casefold(), kind) for forms, kind in pairs if language in forms)


def _word(form: str, language: str) -> re.Pattern[str]:
    return pattern(f"{_EDGE.get(language, _BEGIN)}(?:{_spaced(form)})", re.IGNORECASE)


def _spaced(form: str) -> str:
    return form.replace(" ", r"\s")


_BEGIN = r"(?<!\w)"
