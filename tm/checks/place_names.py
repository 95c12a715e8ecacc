"""The names of cities and States in six languages, and where they are in a text; most are looked for as letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from itertools import product
from typing import NamedTuple

from tm.text.pattern import pattern

LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
KEY = 3
"""Letters by which names are looked up."""

ARTICLE = "ال"
ARTICLES = (ARTICLE, "لل")

_ROOT = 4
"""Letters that a name shares with its adjective: Genève, genevois."""

_LETTERS = (("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ة", "ه"))
_WORD = re.compile(r"[^\W\d_]+")
_EITHER_CASE = re.compile(r"\[(.).\]")
_CLASS = re.compile(r"\[(\w+)\]")
_PATTERN = re.compile(r"[\[(\\]")
"""Begins what is no letter of a name."""

_SIGN = re.compile(r"[\[(\\.?+*{]")
"""What stands in a pattern for no letter."""

_BEHIND = re.compile(r"\(\?<!.\)")
_ANY_ENDING = r"\w*"


class Name(NamedTuple):
    """A name as it is looked for.

    Attributes:
        bearer: whose it is.
        is_sure: it is no other name or word.
        spellings: letters of which any are the name; none where only its form tells.
        form: finds it, where letters do not tell.
        is_word: it ends where its word ends; in Chinese nothing tells.
        is_open: any ending may follow, and belongs to it.
        has_article: it stands behind the Arabic article.
    """

    bearer: int
    is_sure: bool
    spellings: Sequence[str]
    form: re.Pattern[str]
    is_word: bool
    is_open: bool
    has_article: bool

    def end(self, text: str, start: int) -> int:
        """Say where a name that begins at a place of a text ends; -1 if there is none."""
        if not self.spellings:
            match = self.form.match(text, start)
            return match.end() if match else -1
        for letters in self.spellings:
            if text.startswith(letters, start):
                return self._end(text, start, start + len(letters))
        return -1

    def is_in(self, text: str) -> bool:
        """Say whether a text has the name, be it behind other letters of a word."""
        if not self.spellings:
            return self.form.search(text) is not None
        return any(self._is_in(text, one) for one in self.spellings if one in text)

    def _is_in(self, text: str, letters: str) -> bool:
        at = text.find(letters)
        while at >= 0 > self._end(text, at, at + len(letters)):
            at = text.find(letters, at + 1)
        return at >= 0

    def _end(self, text: str, start: int, end: int) -> int:
        if self.has_article and text[max(0, start - len(ARTICLE)) : start] not in ARTICLES:
            return -1
        rest = end
        while self.is_word and rest < len(text) and (text[rest].isalnum() or text[rest] == "_"):
            rest += 1
        return rest if self.is_open or rest == end else -1


class Alike(NamedTuple):
    """Names that begin with the same letters, the longest first, and letters with some of which each of them begins."""

    spellings: tuple[str, ...]
    names: Sequence[Name]


def spelled(text: str, language: str) -> str:
    """Give a text in the one spelling in which names are looked for: Arabic letters are written in several ways."""
    if language == "ar":
        for letter, plain in _LETTERS:  # faster than to translate all
            text = text.replace(letter, plain)
    return text


@cache
def written(kind: str) -> Sequence[Mapping[str, Sequence[str]]]:
    """Give the names of each city or State by language, as they are in the list."""
    lines = (resources.files("tm.checks") / f"{kind}.txt").read_text("utf-8").splitlines()
    cells = (line.split(" | ") for line in lines if line and not line.startswith("#"))
    return [dict(zip(LANGUAGES, (cell.split("/") for cell in line), strict=True)) for line in cells]


@cache
def names(kind: str, language: str) -> Mapping[str, Alike]:
    """Give the names of a language by what they are looked up by."""
    found: dict[str, list[Name]] = {}
    named = [(name, number) for number, line in enumerate(written(kind)) for name in line[language]]
    for name, number in sorted(named, key=lambda one: -len(one[0])):
        key, made = _name(name, number, language)
        found.setdefault(key, []).append(made)
    return {key: Alike(_all_spellings(alike), alike) for key, alike in found.items()}


def _all_spellings(alike: Sequence[Name]) -> tuple[str, ...]:
    """List the letters with one of which a text goes on that has any of some names."""
    return tuple(letters for name in alike for letters in name.spellings or ("",))


@cache
def own(kind: str, language: str, bearer: int) -> Sequence[Name]:
    """Give the names of a city or State."""
    return [_name(name, bearer, language)[1] for name in written(kind)[bearer][language]]


@cache
def roots(kind: str, language: str, bearer: int) -> Sequence[str]:
    """Give how the names of a city or State begin, with all words but the last, without case and accents."""
    return [_root(name) for name in written(kind)[bearer][language]]


def _root(name: str) -> str:
    plain = without_accents(_PATTERN.split(_EITHER_CASE.sub(r"\1", name.strip("-~")))[0])
    return plain[: plain.rfind(" ") + 1 + _ROOT]


def without_accents(text: str) -> str:
    """Give a text without case and accents."""
    apart = unicodedata.normalize("NFD", text.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char))


def _name(name: str, bearer: int, language: str) -> tuple[str, Name]:
    """Give what a name is looked up by, and the name."""
    is_sure, name = not name.startswith("~"), name.removeprefix("~")
    if language == "zh":
        key = _BEHIND.sub("", name)[0]
        return key, Name(bearer, is_sure, _spellings(name), pattern(name), False, False, False)
    is_open = name.endswith("-") or language == "ru"
    name = spelled(name.removesuffix("-"), language)
    has_article = name.startswith(ARTICLE) and language == "ar"
    first = name.removeprefix(ARTICLE) if has_article else name
    key = _WORD.match(_EITHER_CASE.sub(r"\1", first, count=1).casefold())[0][:KEY]  # type: ignore[index]  # a name begins with a letter
    if first[0].islower():
        first = f"[{first[0]}{first[0].upper()}]{first[1:]}"
    before = f"(?<={'|'.join(ARTICLES)})" if has_article else ""
    form = pattern(rf"{before}(?:{first}){_ANY_ENDING if is_open else ''}(?!\w)")
    return key, Name(bearer, is_sure, _spellings(first), form, True, is_open, has_article)


def _spellings(name: str) -> Sequence[str]:
    """List the letters that a pattern without anything but classes of letters stands for; nothing of another one."""
    parts = _CLASS.split(name)
    if any(map(_SIGN.search, parts)):
        return ()
    return ["".join(ways) for ways in product(*(part if at % 2 else (part,) for at, part in enumerate(parts)))]
