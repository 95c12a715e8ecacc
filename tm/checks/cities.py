"""Cities that stand for others: Mombasa for Entebbe, the Conventions of The Hague for those of Geneva."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from tm.checks.check import Fault
from tm.model.finding import Span
from tm.text.pattern import pattern

_LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
_LONGEST = 2000
"""Characters of texts that are looked at: a longer one is no segment."""

_ROOT = 4
"""Letters that a city's name shares with its adjective: Genève, genevois."""

_WITH_ADJECTIVES = frozenset(("fr", "es"))
"""Languages whose adjectives their patterns do not find."""

_CAPITAL = re.compile(r"[^\W\d_a-zà-ÿ][^\W\d_]*")
_WORD = re.compile(r"[^\W\d_]+")
_LETTERS = str.maketrans("أإآة", "اااه")
"""Arabic letters that are written in several ways."""

_CLASS = re.compile(r"\[(.).\]")
_STEM = 3
"""Letters by which Russian names are looked up."""


class _Name(NamedTuple):
    """A name of a city: what finds it, and whether it is no other name or word."""

    form: re.Pattern[str]
    city: int
    is_sure: bool


class _Place(NamedTuple):
    """A city in a text."""

    city: int
    at: Span
    is_sure: bool


def other_city(source: str, target: str, language: str) -> Fault | None:
    """Say when a city of a plain English source is not there, and another is, of which the source does not speak.

    >>> fault = other_city("the Geneva Conventions", "les Conventions de La Haye", "fr")
    >>> fault.message if fault else None
    'the translation has La Haye where the source has Geneva'
    """
    wanted = _of_source(source) if len(target) <= _LONGEST and language in _LANGUAGES else ()
    if not wanted:
        return None
    there = tuple(_places(target, language))
    held = {one.city for one in there}
    lost = [one for one in wanted if one.city not in held and not _is_meant(one.city, target, language)]
    asked = {one.city for one in wanted}
    others = [one for one in there if one.is_sure and one.city not in asked and not _is_meant(one.city, source, "en")]
    if not others or len({one.city for one in others}) > len({one.city for one in lost}):
        return None
    other, city = others[0], lost[0]
    has, had = target[other.at.start : other.at.end], source[city.at.start : city.at.end]
    return Fault(f"the translation has {has} where the source has {had}", other.at, city.at)


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _of_source(source: str) -> tuple[_Place, ...]:
    """List the cities of an English source: most have none, which its capitals tell."""
    if len(source) > _LONGEST or _first_words().isdisjoint(_CAPITAL.findall(source)):
        return ()
    return tuple(_places(source, "en"))


def _places(text: str, language: str) -> Iterator[_Place]:
    """Yield the cities of a text: at each word, or Chinese character, few names begin with what stands there."""
    names = _names(language)
    read = text.translate(_LETTERS) if language == "ar" else text
    for start, key in _beginnings(read, language):
        for name in names.get(key, ()):
            if match := name.form.match(read, start):
                is_sure = name.is_sure and (language != "ru" or text[start].isupper())
                yield _Place(name.city, Span(start, match.end()), is_sure)
                break


def _beginnings(text: str, language: str) -> Iterator[tuple[int, str]]:
    """Yield where names may begin, with what they are looked up by."""
    if language == "zh":
        yield from enumerate(text)
    elif language == "ru":
        yield from ((word.start(), word[0][:_STEM].casefold()) for word in _WORD.finditer(text))
    elif language == "ar":
        for word in _WORD.finditer(text):
            starts = {word.start(), *(word.start() + end for end in _prefixes(word[0]))}
            yield from ((start, text[start : word.end()]) for start in sorted(starts))
    else:
        yield from ((word.start(), word[0]) for word in _CAPITAL.finditer(text))


def _prefixes(word: str) -> Iterator[int]:
    """Yield how long the prefixes of an Arabic word may be: و، وب، ل."""
    for size in (1, 2):
        if (
            len(word) > size + 1
            and (word[0] in "وف" if size == 2 else word[0] in "وفبلك")
            and word[size - 1] in "وفبلك"
        ):
            yield size


def _is_meant(city: int, text: str, language: str) -> bool:
    """Say whether a text may speak of a city by its English name, by an adjective, or in another spelling."""
    if any(name in text for name in _written()[city]["en"]):
        return True
    if language != "en" and language not in _WITH_ADJECTIVES:
        return False
    low = _without_accents(text)
    return any(re.search(rf"\b{re.escape(_root(name))}", low) for name in _written()[city][language])


def _root(name: str) -> str:
    """Give how a name begins, with all words but the last."""
    return _without_accents(name)[: name.rfind(" ") + 1 + _ROOT]


def _without_accents(text: str) -> str:
    apart = unicodedata.normalize("NFD", text.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char))


@cache
def _written() -> Sequence[dict[str, Sequence[str]]]:
    """Give the names of each city by language, as they are in the list."""
    lines = (resources.files("tm.checks") / "cities.txt").read_text("utf-8").splitlines()
    cells = (line.split(" | ") for line in lines if line and not line.startswith("#"))
    return [dict(zip(_LANGUAGES, (cell.split("/") for cell in line), strict=True)) for line in cells]


@cache
def _first_words() -> frozenset[str]:
    return frozenset(_names("en"))


@cache
def _names(language: str) -> dict[str, list[_Name]]:
    """Give the names of a language by what they are looked up by, the longest first."""
    found: dict[str, list[_Name]] = {}
    named = [(name, number) for number, city in enumerate(_written()) for name in city[language]]
    for name, number in sorted(named, key=lambda one: -len(one[0])):
        for key, form in _forms(name.removeprefix("~"), language):
            found.setdefault(key, []).append(_Name(pattern(form), number, not name.startswith("~")))
    return found


def _forms(name: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield what a name is looked up by, and the expression that finds it."""
    if language == "zh":
        yield name[0], name
    elif language == "ru":
        yield _CLASS.sub(r"\1", name)[:_STEM].casefold(), rf"(?:{name})\w*"
    elif language == "ar":
        plain = name.translate(_LETTERS)
        for form in (plain, "ل" + plain[1:]) if plain.startswith("ال") else (plain,):
            yield _WORD.findall(form)[0], rf"{form}(?!\w)"
    else:
        yield _CAPITAL.findall(name)[0], rf"{re.escape(name)}(?!\w)"
