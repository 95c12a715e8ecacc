"""Find what an English source says in passing, and its translation does not: "free of charge", "in writing"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple
from unicodedata import normalize

from tm.checks.tables import read_table
from tm.text.literals import ByLiterals
from tm.text.pattern import pattern
from tm.text.words import bare

_LONGEST = 600
"""Characters of sources that are looked at: in longer ones, more may explain it."""

_EDGE = {"zh": "", "ar": r"(?<!\w)(?:[وفبلك]{0,2}(?:ال|لل)?)", "fr": r"(?<!\w)(?:\w['’])?"}
_TABLES = ("set_phrases.toml", "qualities.toml")
_LANGUAGES = ("ar", "es", "fr", "ru", "zh")


class _Phrase(NamedTuple):
    """A phrase in English, and what says as much in other languages, in any way."""

    english: re.Pattern[str]
    said: dict[str, re.Pattern[str]]


def lost_phrase(source: str, target: str, language: str) -> tuple[int, int] | None:
    """Give the place of the first phrase of a plain English source for which nothing stands in its translation.

    >>> source = "Operators should inform customers, free of charge, of any delay."
    >>> start, end = lost_phrase(source, "Les opérateurs informent les clients de tout retard.", "fr") or (0, 0)
    >>> source[start:end]
    'free of charge'
    """
    if language not in _LANGUAGES or len(source) > _LONGEST:
        return None
    read = None
    for phrase in _phrases().of(source.casefold()):
        if found := phrase.english.search(source):
            read = read or bare(normalize("NFC", target), language)
            if not phrase.said[language].search(read):
                return found.span()
    return None


@cache
def _table() -> Sequence[dict[str, str]]:
    return [row for table in _TABLES for row in read_table(table).values()]


@cache
def _phrases() -> ByLiterals[_Phrase]:
    return ByLiterals(
        [
            (
                forms["en"],
                _Phrase(
                    pattern(rf"\b(?:{forms['en'].replace(' ', _SPACE)})\b", re.IGNORECASE),
                    {code: pattern(_said(forms[code], code), re.IGNORECASE) for code in _LANGUAGES},
                ),
            )
            for forms in _table()
        ]
    )


_SPACE = r"\s"


def _said(form: str, language: str) -> str:
    edge = _EDGE.get(language, r"(?<!\w)")
    return f"{edge}(?:{form.replace(' ', _SPACE)})"
