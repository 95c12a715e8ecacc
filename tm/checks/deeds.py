"""Tell by what organs do a last clause that only one text has: "and recommended that …", « et a remercié les pays »."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from tm.checks.tables import read_table
from tm.text.literals import ByLiterals
from tm.text.pattern import pattern
from tm.text.words import bare

_LONGEST, _BRIEF = 700, 250
"""Characters of sources that are looked at: for what is lost, and for what is added."""

_AND = {
    "fr": r"\bet\s",
    "es": r"\b[ye]\s",
    "ru": r"\bи\s",
    "zh": "(?:[并还](?:向[^，。；]{1,12}|[^，。；]{0,3})|，[^，。；]{0,6}(?=予以|给予|处以|有权|应受|依法))",
    "ar": r"(?<!\w)و(?:قد\s)?",
}
_EDGE, _WORD = {"zh": "", "ar": r"(?<!\w)[وفل]?"}, r"(?<!\w)"


class _Deed(NamedTuple):
    lost: re.Pattern[str]
    """The last clause of an English source, from "and" on."""

    meant: re.Pattern[str]
    """What else may say it in English."""

    said: dict[str, re.Pattern[str]]
    added: dict[str, re.Pattern[str]]


def lost_deed(source: str, target: str, language: str) -> tuple[int, int] | None:
    """Give the place of the last clause of an English source whose deed the translation says in no way.

    >>> source = "The Board met twice and recommended that a hotline be established."
    >>> start, end = lost_deed(source, "Le Conseil s’est réuni à deux reprises.", "fr")
    >>> source[start:end]
    ' and recommended that a hotline be established.'
    """
    if language not in _AND:
        return None
    for deed, place in _last(source):
        if not deed.said[language].search(target):
            return place
    return None


def added_deed(source: str, target: str, language: str) -> tuple[int, int] | None:
    """Give the place of the last clause of a translation, behind "and", whose deed a short English source has not.

    >>> target = "L’Assemblée prend note du rapport et remercie les pays."
    >>> start, end = added_deed("The Assembly took note of the report.", target, "fr")
    >>> target[start:end]
    'et remercie les pays.'
    """
    if language not in _AND or len(source) > _BRIEF:
        return None
    for deed in _by_addition(language).of(bare(target, language)):
        if (found := deed.added[language].search(target)) and not deed.meant.search(source):
            return found.start(), len(target)
    return None


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _last(source: str) -> Sequence[tuple[_Deed, tuple[int, int]]]:
    if len(source) > _LONGEST or " and " not in source:
        return ()
    return [(deed, found.span()) for deed in _by_loss().of(source) if (found := deed.lost.search(source))]


@cache
def _by_loss() -> ByLiterals[_Deed]:
    return ByLiterals(zip((forms["and"] for forms in _table().values()), _deeds(), strict=True))


@cache
def _by_addition(language: str) -> ByLiterals[_Deed]:
    return ByLiterals(zip((forms["sure"][language] for forms in _table().values()), _deeds(), strict=True))


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = read_table("deeds.toml")
    return table


@cache
def _deeds() -> Sequence[_Deed]:
    return [
        _Deed(
            pattern(
                r"\sand\s(?:(?:[a-z]{2,12}ly|further|also|then|again|had|has|have)\s){0,2}"
                rf"(?:{forms['and']})\b[^.;]{{12,250}}\.?\s*\Z"
            ),
            pattern(rf"\b(?:{forms['en']})", re.IGNORECASE),
            {code: pattern(f"{_EDGE.get(code, _WORD)}(?:{forms[code]})", re.IGNORECASE) for code in _AND},
            {code: pattern(_marked(f"{begin}(?:{forms['sure'][code]})", code)) for code, begin in _AND.items()},
        )
        for forms in _table().values()
    ]


_ARABIC = re.compile(r"\[[^\]]*\]|[\u0621-\u064a]")


def _marked(form: str, language: str) -> str:
    """Let vowel signs stand behind the letters of an Arabic expression."""
    return _ARABIC.sub(lambda letter: rf"(?:{letter[0]}[\u064b-\u0652]*)", form) if language == "ar" else form
