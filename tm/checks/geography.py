"""Cities and States that stand for others: Mombasa for Entebbe, « la délégation malawienne » for Mali's."""

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
"""Letters that a name shares with its adjective: Genève, genevois."""

_BY_ROOT = frozenset(("en", "fr", "es", "ru"))
"""Languages whose adjectives and inhabitants share the root of a name, and of which the lists do not have all."""

_WITHOUT_CAPITALS = frozenset(("ar", "zh"))
"""Languages of which the glossary cannot say what names a State: مالي, "financial", too."""

_CAPITAL = re.compile(r"[^\W\d_a-zà-ÿ][^\W\d_]*")
_WORD = re.compile(r"[^\W\d_]+")
_KEY = 3
"""Letters by which names are looked up."""

_LETTERS = str.maketrans("أإآة", "اااه")
"""Arabic letters that are written in several ways."""

_EITHER_CASE = re.compile(r"\[(.).\]")
_PATTERN = re.compile(r"[\[(\\]")
"""Begins what is no letter of a name."""

_BEHIND = re.compile(r"\(\?<!.\)")
_ANY_ENDING = r"\w*"
_ARTICLE = "ال"


class _Name(NamedTuple):
    """A name: what finds it, whose it is, and whether it is no other name or word."""

    form: re.Pattern[str]
    bearer: int
    is_sure: bool


class _Place(NamedTuple):
    """A city or State in a text."""

    bearer: int
    at: Span
    is_sure: bool


def other_place(source: str, target: str, language: str, *kinds: str) -> Fault | None:
    """Say when a city or State of a plain English source is not there, and another is that the source has not.

    In Arabic and Chinese, also a State that only the translation has, beside one that both have.

    Args:
        kinds: the lists to look into, of "cities" and "nations".

    >>> fault = other_place("the Geneva Conventions", "les Conventions de La Haye", "fr", "cities")
    >>> fault.message if fault else None
    'the translation has La Haye where the source has Geneva'
    """
    if len(target) > _LONGEST or language not in _LANGUAGES:
        return None
    found = (_other(kind, source, target, language) for kind in kinds if _of_source(kind, source))
    return next(filter(None, found), None)


def _other(kind: str, source: str, target: str, language: str) -> Fault | None:
    lost = _lost(kind, source, target, language)
    if not lost and (kind != "nations" or language not in _WITHOUT_CAPITALS):  # as it is nearly always
        return None
    asked = {one.bearer for one in _of_source(kind, source)}
    others = [one for one in _places(kind, target, language) if one.is_sure and one.bearer not in asked]
    others = [one for one in others if not _is_meant(kind, one.bearer, source, "en")]
    if not others or (lost and len({one.bearer for one in others}) > len({one.bearer for one in lost})):
        return None
    at = others[0].at
    has = target[at.start : at.end]
    if not lost:
        return Fault(f"the source does not speak of {has}", at)
    of = lost[0].at
    return Fault(f"the translation has {has} where the source has {source[of.start : of.end]}", at, of)


def _lost(kind: str, source: str, target: str, language: str) -> list[_Place]:
    """List what a source names beyond doubt and the translation does not."""
    own, read = _own(kind, language), target.translate(_LETTERS) if language == "ar" else target
    named = [one for one in _of_source(kind, source) if one.is_sure]
    lost = [one for one in named if not any(form.search(read) for form in own[one.bearer])]
    return [one for one in lost if not _is_meant(kind, one.bearer, target, language)]


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _of_source(kind: str, source: str) -> tuple[_Place, ...]:
    return tuple(_places(kind, source, "en")) if len(source) <= _LONGEST else ()


def _places(kind: str, text: str, language: str) -> Iterator[_Place]:
    """Yield what a text names: at each word, or Chinese character, few names begin with what stands there."""
    names = _names(kind, language)
    read = text.translate(_LETTERS) if language == "ar" else text
    free = 0
    for start, key in _beginnings(read, language):
        for name in names.get(key, ()) if start >= free else ():
            if match := name.form.match(read, start):
                is_sure = name.is_sure and (kind == "nations" or language != "ru" or text[start].isupper())
                free = match.end()
                yield _Place(name.bearer, Span(start, free), is_sure)
                break


def _beginnings(text: str, language: str) -> Iterator[tuple[int, str]]:
    """Yield where names may begin, with what they are looked up by."""
    if language == "zh":
        yield from enumerate(text)
    elif language == "ar":
        for word in _WORD.finditer(text):
            yield from ((word.start() + size, word[0][size : size + _KEY]) for size in _prefixes(word[0]))
    else:
        words = _CAPITAL if language == "en" else _WORD
        yield from ((word.start(), word[0][:_KEY].casefold()) for word in words.finditer(text))


def _prefixes(word: str) -> Iterator[int]:
    """Yield how long the prefixes of an Arabic word may be, the article with them: و، وب، ال، لل، وال."""
    for size, letters in enumerate(_BEFORE):
        if len(word) > size + 1 and all(map(str.__contains__, letters, word)):
            yield size
            if word.startswith((_ARTICLE, "لل"), size):
                yield size + len(_ARTICLE)


_BEFORE = ((), ("وفبلك",), ("وف", "بلك"))


def _is_meant(kind: str, bearer: int, text: str, language: str) -> bool:
    """Say whether a text may speak of a city or State by its English name, by an adjective, or in another spelling."""
    if any(name.strip("-~") in text for name in _written(kind)[bearer]["en"]):
        return True
    if language not in _BY_ROOT:
        return False
    low = _without_accents(text)
    return any(re.search(rf"\b{re.escape(_root(name))}", low) for name in _written(kind)[bearer][language])


def _root(name: str) -> str:
    """Give how a name begins, with all words but the last."""
    plain = _without_accents(_PATTERN.split(_EITHER_CASE.sub(r"\1", name.strip("-~")))[0])
    return plain[: plain.rfind(" ") + 1 + _ROOT]


def _without_accents(text: str) -> str:
    apart = unicodedata.normalize("NFD", text.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char))


@cache
def _written(kind: str) -> Sequence[dict[str, Sequence[str]]]:
    """Give the names of each city or State by language, as they are in the list."""
    lines = (resources.files("tm.checks") / f"{kind}.txt").read_text("utf-8").splitlines()
    cells = (line.split(" | ") for line in lines if line and not line.startswith("#"))
    return [dict(zip(_LANGUAGES, (cell.split("/") for cell in line), strict=True)) for line in cells]


@cache
def _names(kind: str, language: str) -> dict[str, list[_Name]]:
    """Give the names of a language by what they are looked up by, the longest first."""
    found: dict[str, list[_Name]] = {}
    named = [(name, number) for number, line in enumerate(_written(kind)) for name in line[language]]
    for name, number in sorted(named, key=lambda one: -len(one[0])):
        key, form = _form(name.removeprefix("~"), language)
        found.setdefault(key, []).append(_Name(pattern(form), number, not name.startswith("~")))
    return found


def _key(name: str) -> str:
    return _WORD.match(name)[0][:_KEY]  # type: ignore[index]  # a name begins with a letter


@cache
def _own(kind: str, language: str) -> dict[int, list[re.Pattern[str]]]:
    """Give what finds the names of each city or State."""
    found: dict[int, list[re.Pattern[str]]] = {}
    for names in _names(kind, language).values():
        for name in names:
            found.setdefault(name.bearer, []).append(name.form)
    return found


def _form(name: str, language: str) -> tuple[str, str]:
    """Give what a name is looked up by, and the expression that finds it."""
    if language == "zh":
        return _BEHIND.sub("", name)[0], name
    if language == "ar":
        name = name.translate(_LETTERS)
        with_article = "(?<=ال|لل)" if name.startswith(_ARTICLE) else ""
        name = name.removeprefix(_ARTICLE)
        form = with_article + name.removesuffix("-") + (_ANY_ENDING if name.endswith("-") else "")
        return _key(name), rf"{form}(?!\w)"
    key = _key(_EITHER_CASE.sub(r"\1", name, count=1).casefold())
    first = f"[{name[0]}{name[0].upper()}]{name[1:]}" if name[0].islower() else name
    if language == "ru" or name.endswith("-"):
        return key, rf"(?:{first.removesuffix('-')}){_ANY_ENDING}"
    return key, rf"{first}(?!\w)"
