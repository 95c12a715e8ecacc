"""Cities and States that stand for others: Mombasa for Entebbe, « la délégation malawienne » for Mali's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tm.checks.check import Fault
from tm.checks.place_names import ARTICLES, KEY, LANGUAGES, names, own, roots, spelled, without_accents, written
from tm.model.finding import Span

_LONGEST = 2000
"""Characters of texts that are looked at: a longer one is no segment."""

_BY_ROOT = frozenset(("en", "fr", "es", "ru"))
"""Languages whose adjectives and inhabitants share the root of a name, and of which the lists do not have all."""

_WITHOUT_CAPITALS = frozenset(("ar", "zh"))
"""Languages of which the glossary cannot say what names a State: مالي, "financial", too."""

_CAPITAL = re.compile(r"[^\W\d_a-zà-ÿ][^\W\d_]*")
_ASCII_CAPITAL = re.compile("[A-Z][A-Za-z]*")
"""The same in a text of ASCII, where it takes a third of the time."""

_WORD = re.compile(r"[^\W\d_]+")


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
    if len(target) > _LONGEST or language not in LANGUAGES:
        return None
    found = (_other(kind, source, target, language) for kind in kinds if _of_source(kind, source))
    return next(filter(None, found), None)


def named_places(text: str, language: str) -> frozenset[tuple[str, int]]:
    """Give the cities and States that a plain text names beyond doubt.

    >>> named_places("Genève", "fr") == named_places("Ginebra", "es")
    True
    """
    if language not in LANGUAGES and language != "en":
        return frozenset()
    kinds = ("cities", "nations")
    return frozenset((kind, one.bearer) for kind in kinds for one in _places(kind, text, language) if one.is_sure)


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
    read = spelled(target, language)
    named = [one for one in _of_source(kind, source) if one.is_sure]
    lost = [one for one in named if not any(name.is_in(read) for name in own(kind, language, one.bearer))]
    return [one for one in lost if not _is_meant(kind, one.bearer, target, language)]


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _of_source(kind: str, source: str) -> tuple[_Place, ...]:
    return tuple(_places(kind, source, "en")) if len(source) <= _LONGEST else ()


def _places(kind: str, text: str, language: str) -> Iterator[_Place]:
    """Yield what a text names: at each word, or Chinese character, few names begin with what stands there."""
    known, read = names(kind, language), spelled(text, language)
    free = 0
    for start, key in _beginnings(read, language):
        if start < free or key not in known or not read.startswith(known[key].spellings, start):
            continue
        for name in known[key].names:
            if (end := name.end(read, start)) >= 0:
                is_sure = name.is_sure and (kind == "nations" or language != "ru" or text[start].isupper())
                free = end
                yield _Place(name.bearer, Span(start, end), is_sure)
                break


@lru_cache(maxsize=16)  # for cities and for States
def _beginnings(text: str, language: str) -> Sequence[tuple[int, str]]:
    """List where names may begin, with what they are looked up by."""
    if language == "zh":
        return list(enumerate(text))
    if language == "ar":
        return [
            (word.start() + size, word[0][size : size + KEY])
            for word in _WORD.finditer(text)
            for size in _prefixes(word[0])
        ]
    words = _WORD if language != "en" else _ASCII_CAPITAL if text.isascii() else _CAPITAL
    return [(word.start(), word[0][:KEY].casefold()) for word in words.finditer(text)]


def _prefixes(word: str) -> Sequence[int]:
    """List how long the prefixes of an Arabic word may be, the article with them: و، وب، ال، لل، وال."""
    sizes = [0]
    if word[0] in _CONJUNCTIONS or word[0] in _PREPOSITIONS:
        sizes.append(1)
    if word[0] in _CONJUNCTIONS and word[1:2] in _PREPOSITIONS:
        sizes.append(2)
    return [
        place
        for size in sizes
        if len(word) > size + 1
        for place in ((size, size + len(ARTICLES[0])) if word.startswith(ARTICLES, size) else (size,))
    ]


_CONJUNCTIONS, _PREPOSITIONS = frozenset("وف"), frozenset("بلك")


def _is_meant(kind: str, bearer: int, text: str, language: str) -> bool:
    """Say whether a text may speak of a city or State by its English name, by an adjective, or in another spelling."""
    if any(name.strip("-~") in text for name in written(kind)[bearer]["en"]):
        return True
    if language not in _BY_ROOT:
        return False
    low = without_accents(text)
    ending = _ENDINGS.get(language, "") if kind == "cities" else ""
    return any(
        root in low and re.search(rf"\b{re.escape(root)}{ending}", low) for root in roots(kind, language, bearer)
    )


_ENDINGS = {
    "en": r"\w{0,5}(?:an|er|ese|ite|ine|ois)s?\b",
    "fr": r"\w{0,5}(?:oise?|aise?|ain|ane|ine|en|enne|ite|ote)s?\b",
    "es": r"\w{0,5}(?:ense|es|esa|ese|in[oa]|en[oa]|an[oa]|ita|ota|eo|ea)s?\b",
}
"""How adjectives of cities and their inhabitants are called, without accents: genevois, but not généraux."""
