"""Tell by a table of meanings what the words of a translation say, and whether its English source says as much."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from tm.text.pattern import pattern
from tm.text.words import folded

LANGUAGES = ("fr", "es", "ru", "zh", "ar")

_LONGEST_KEY = 3
"""Letters by which the meanings of a word are looked up, at most."""

_WORD = re.compile(r"[^\W\d_]+")
_MARKS = pattern("[\u0610-\u061a\u0640\u064b-\u065f\u0670]")
_BEFORE = re.compile("[وف]?[بلكس]?(?:ال|ل)?")
"""What may stand before the first letters of an Arabic word."""

_LEADING = pattern(r"[^\W\d_](?:[^\W_]|[’' -])*(?![?*{])|[^\W\d_]")
_SPACE = r"\s"


class Meaning(NamedTuple):
    """What many words of a language say, and what of English may say the same in any way."""

    english: re.Pattern[str]
    forms: dict[str, re.Pattern[str]]


class Said(NamedTuple):
    """A place of a text where a word has a meaning, by its number in the table."""

    start: int
    meaning: int


def meanings(text: str, language: str) -> Sequence[Said]:
    """List what the words of a plain text say, of that which the table has.

    >>> [text for text in ("écoles", "hôpital", "lundi") if meanings(text, "fr")]
    ['écoles', 'hôpital']
    """
    if language not in LANGUAGES:
        return ()
    low = folded(text)
    if language == "ar" and _MARKS.search(low):
        places = [place for place, char in enumerate(low) if not _MARKS.match(char)]
        return [Said(places[one.start], one.meaning) for one in _find(_MARKS.sub("", low), language)]
    return list(_find(low, language))


@lru_cache(maxsize=8192)  # a source is read once for all languages of its document
def is_meant(meaning: int, source: str) -> bool:
    """Say whether an English source has anything that may say as much."""
    return _table()[meaning].english.search(source) is not None


def _find(text: str, language: str) -> Iterator[Said]:
    whose, table = _by_letters(language), _table()
    for start, first in _beginnings(text, language):
        for size in range(1, _LONGEST_KEY + 1):
            for meaning in whose.get(text[first : first + size], ()):
                if table[meaning].forms[language].match(text, first):
                    yield Said(start, meaning)


def _beginnings(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield where words begin, and where their first letters may be: behind what is written together with them."""
    if language == "zh":
        yield from ((place, place) for place in range(len(text)))
        return
    for word in _WORD.finditer(text):
        start = word.start()
        yield start, start
        if language == "ar" and (before := _BEFORE.match(text, start)):
            for first in range(start + 1, before.end() + 1):
                if _BEFORE.fullmatch(text, start, first):
                    yield start, first


@cache
def _rows() -> Sequence[Sequence[str]]:
    text = (resources.files("tm.checks") / "meanings.tsv").read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")][1:]


@cache
def _table() -> Sequence[Meaning]:
    return [
        Meaning(
            pattern(rf"(?<![a-z])(?:{english})", re.IGNORECASE),
            {code: pattern(f"(?:{_spaced(form)})") for code, form in zip(LANGUAGES, forms, strict=True) if form},
        )
        for english, *forms in _rows()
    ]


@cache
def _by_letters(language: str) -> dict[str, Sequence[int]]:
    """Give the meanings of words by their first letters."""
    found: dict[str, list[int]] = {}
    for number, row in enumerate(_rows()):
        form = row[LANGUAGES.index(language) + 1]
        for key in sorted({_key(way) for way in ways(form)}) if form else ():
            found.setdefault(key, []).append(number)
    return {key: tuple(numbers) for key, numbers in found.items()}


def _key(form: str) -> str:
    leading = _LEADING.match(form)
    return leading[0][:_LONGEST_KEY] if leading else ""


def ways(form: str) -> Sequence[str]:
    """Take the ways of a pattern apart, those that no bracket holds.

    >>> ways("écol|(?:bon|mal)ne")
    ['écol', '(?:bon|mal)ne']
    """
    found, depth, start = [], 0, 0
    for place, char in enumerate(form):
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            found.append(form[start:place])
            start = place + 1
    return [*found, form[start:]]


def _spaced(form: str) -> str:
    return form.replace(" ", _SPACE)
