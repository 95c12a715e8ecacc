"""Find what an English source says in passing, and its translation does not: "free of charge", "in writing"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple
from unicodedata import normalize

from tm.checks.tables import read_table
from tm.text.beginnings import ByBeginning
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
    if language not in _LANGUAGES or len(source) > _LONGEST or not (named := _named(source)):
        return None
    read = bare(normalize("NFC", target), language)
    return next((place for place, said in named if not said[language].search(read)), None)


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _named(source: str) -> Sequence[tuple[tuple[int, int], dict[str, re.Pattern[str]]]]:
    """Give the places of the phrases that an English source has, with what says as much."""
    found = ((phrase.english.search(source), phrase.said) for phrase in _phrases().of(source))
    return tuple((match.span(), said) for match, said in found if match)


@cache
def _table() -> Sequence[dict[str, str]]:
    return [row for table in _TABLES for row in read_table(table).values()]


@cache
def _phrases() -> ByBeginning[_Phrase]:
    return ByBeginning(
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
