"""Tell by a table of meanings what the words of a translation say, and whether its English source says as much."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from tm.checks.meaning_ways import LANGUAGES, Way, as_read, first_ways, forms, signs_of
from tm.text.pattern import pattern
from tm.text.words import folded

_WORD = re.compile(r"[^\W\d_]+")
_WORD_OF_ENGLISH = re.compile("[a-z]+")
_MARKS = pattern("[\u0610-\u061a\u0640\u064b-\u065f\u0670]")
_BEFORE = re.compile("[وف]?[بلكس]?(?:ال|ل)?")
"""What may stand before the first letters of an Arabic word."""

_MOST = 100_000
"""Words whose meanings are remembered."""


_SHORT_UN = 6
"""Letters up to which an English word with un- is another: under, until."""


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
    low = as_read(folded(text))
    if language == "zh":
        return list(_in_chinese(low))
    if language == "ar" and _MARKS.search(low):
        places = [place for place, char in enumerate(low) if not _MARKS.match(char)]
        return [Said(places[one.start], one.meaning) for one in _in_words(_MARKS.sub("", low), language)]
    return list(_in_words(low, language))


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def meant(source: str) -> frozenset[int]:
    """Give all meanings of which an English source has anything that may say as much."""
    low, words, found = _low(source), _words("en"), set[int]()
    for word in _WORD_OF_ENGLISH.finditer(low):
        known = words[word[0]]
        found |= known.meanings
        for one in known.longer:
            found.update(one.meanings(low, word.start()))
    for sign in signs_of(low):
        found.update(sign.meanings)
    return frozenset(found)


@lru_cache(maxsize=256)
def places(source: str) -> Mapping[int, Sequence[int]]:
    """Give where an English source has what may say as much, by meanings."""
    low, found = _low(source), dict[int, list[int]]()
    for one in _in_words(low, "en"):
        found.setdefault(one.meaning, []).append(one.start)
    for sign in signs_of(low):
        starts = [one.start() for one in sign.form.finditer(low)]
        for meaning in sign.meanings:
            found[meaning] = sorted({*starts, *found.get(meaning, ())})
    return found


def _low(source: str) -> str:
    return as_read(source.lower())


def may_mean(word: str) -> frozenset[int]:
    """Give the meanings of which an English word in small letters may say as much."""
    return _words("en")[word].meanings


@lru_cache(maxsize=_MOST)
def first_of(word: str) -> Sequence[str]:
    """List the first ways of English, of the meanings of which an English word in small letters is the first."""
    return [written for written, way in first_ways().of(word, 0) if way.stands(word, 0)]


def _in_chinese(text: str) -> Iterator[Said]:
    known = forms("zh")
    for place in _first_of_chinese().finditer(text):
        start = place.start()
        for meaning, way, _ in known.of(text, start):
            if way.stands(text, start):
                yield Said(start, meaning)


@cache
def _first_of_chinese() -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted(forms('zh').firsts))}]")


def _in_words(text: str, language: str) -> Iterator[Said]:
    words = _words(language)
    for word in (_WORD_OF_ENGLISH if language == "en" else _WORD).finditer(text):
        known = words[word[0]]
        if known is _NOTHING:
            continue
        start = word.start()
        for meaning in known.alone:
            yield Said(start, meaning)
        for one in known.longer:
            for meaning in one.meanings(text, start):
                yield Said(start, meaning)


class _Longer(NamedTuple):
    """What a word says with those behind it.

    Attributes:
        first: where in the word it begins.
        letters: of plain ways, in the order of their meanings.
        others: meanings and ways of other kinds.
    """

    first: int
    letters: tuple[str, ...]
    plain: Sequence[int]
    others: Sequence[tuple[int, Way]]

    def meanings(self, text: str, start: int) -> Iterator[int]:
        """Yield what the text says where the word begins."""
        place = start + self.first
        if text.startswith(self.letters, place):
            for letters, meaning in zip(self.letters, self.plain, strict=True):
                if text.startswith(letters, place):
                    yield meaning
        for meaning, way in self.others:
            if way.stands(text, place):
                yield meaning


class _Known(NamedTuple):
    """What a word says.

    Attributes:
        alone: numbers of meanings, in their order, and meanings the same.
        longer: what it may say with those behind it.
    """

    alone: Sequence[int]
    meanings: frozenset[int]
    longer: Sequence[_Longer]


_NOTHING = _Known((), frozenset(), ())


class _Words(dict[str, _Known]):
    """What each word of a language says, worked out when first asked for."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, word: str) -> _Known:
        if len(self) >= _MOST:
            self.clear()
        known_ways = forms(self._language)
        alone, longer = dict[int, None](), list[_Longer]()
        for first in self._firsts(word):
            ways = list[tuple[int, Way]]()
            for meaning, way, head in known_ways.of(word, first):
                if head is None:
                    if way.stands(word, first):
                        alone[meaning] = None
                elif head.fills(word, first):
                    ways.append((meaning, way))
            if ways:
                plain = [(way.letters, meaning) for meaning, way in ways if way.form is None and not way.is_whole]
                others = [(meaning, way) for meaning, way in ways if way.form is not None or way.is_whole]
                longer.append(_Longer(first, tuple(a for a, _ in plain), tuple(b for _, b in plain), others))
        known = _Known(tuple(alone), frozenset(alone), tuple(longer)) if alone or longer else _NOTHING
        self[word] = known
        return known

    def _firsts(self, word: str) -> Iterator[int]:
        """Yield where the first letters may be: behind what is written together with them."""
        yield 0
        if self._language == "en" and word.startswith("un") and len(word) > _SHORT_UN:
            yield 2  # unregistered is 未登记
        if self._language == "ar" and (before := _BEFORE.match(word)):
            yield from (first for first in range(1, before.end() + 1) if _BEFORE.fullmatch(word, 0, first))


@cache
def _words(language: str) -> _Words:
    return _Words(language)
