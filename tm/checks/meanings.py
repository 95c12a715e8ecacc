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
_LETTERS = pattern(r"[A-Za-z]+(?![?*{])|[A-Za-z]+(?=[A-Za-z][?*{])")
_FIRST = re.compile(r"(?<![a-z])[a-z]{1,3}")
_BEYOND = pattern(r"[ ,'’-]")
"""In a form that may go on behind a word."""

_SPACE = r"\s"
_MOST = 100_000
"""Words whose meanings are remembered."""


class Meaning(NamedTuple):
    """What many words of a language say, and what of English may say the same in any way.

    Attributes:
        begin: the first letters of each way of English, of which one stands in a text that has any; empty where a way
            begins with no letters.
    """

    english: re.Pattern[str]
    begin: frozenset[str]


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
    if language == "zh":
        return list(_in_chinese(low))
    if language == "ar" and _MARKS.search(low):
        places = [place for place, char in enumerate(low) if not _MARKS.match(char)]
        return [Said(places[one.start], one.meaning) for one in _in_words(_MARKS.sub("", low), language)]
    return list(_in_words(low, language))


@lru_cache(maxsize=8192)  # a source is read once for all languages of its document
def is_meant(meaning: int, source: str) -> bool:
    """Say whether an English source has anything that may say as much."""
    one = _table()[meaning]
    return not (one.begin and one.begin.isdisjoint(_begun(source))) and one.english.search(source) is not None


def places(meaning: int, source: str) -> Sequence[int]:
    """List where an English source has what may say as much."""
    return [found.start() for found in _table()[meaning].english.finditer(source)]


@lru_cache(maxsize=_MOST)
def may_mean(word: str) -> frozenset[int]:
    """Give the meanings of which an English word in small letters may say as much."""
    table, known = _table(), _by_begin()
    numbers = {number for size in range(_LONGEST_KEY + 1) for number in known.get(word[:size], ())}
    return frozenset(number for number in numbers if table[number].english.match(word))


@cache
def _by_begin() -> dict[str, Sequence[int]]:
    """List by the first letters of English, or by none, the meanings that may have it."""
    found: dict[str, list[int]] = {}
    for number, one in enumerate(_table()):
        for key in one.begin or {""}:
            found.setdefault(key, []).append(number)
    return {key: tuple(numbers) for key, numbers in found.items()}


@lru_cache(maxsize=_MOST)
def first_of(word: str) -> Sequence[str]:
    """List the first ways of English, of the meanings of which an English word in small letters is the first."""
    known = _first_ways()
    some = [one for size in range(_LONGEST_KEY + 1) for one in known.get(word[:size], ())]
    return [way for way, form in some if form.match(word)]


@cache
def _first_ways() -> dict[str, Sequence[tuple[str, re.Pattern[str]]]]:
    found: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for english, *_ in _rows():
        way = ways(english)[0]
        found.setdefault(_key(way, _LETTERS).lower(), []).append((way, pattern(way, re.IGNORECASE)))
    return {key: tuple(some) for key, some in found.items()}


@lru_cache(maxsize=1024)
def _begun(source: str) -> frozenset[str]:
    """Give the first letters of each word of English, one, two and three."""
    found = set(_FIRST.findall(source.lower()))
    return frozenset({*found, *(one[:2] for one in found), *(one[:1] for one in found)})


def _in_chinese(text: str) -> Iterator[Said]:
    forms = _forms("zh")
    for place in _first_of_chinese().finditer(text):
        start = place.start()
        for size in range(1, _LONGEST_KEY + 1):
            for meaning, form, _ in forms.get(text[start : start + size], ()):
                if form.match(text, start):
                    yield Said(start, meaning)


@cache
def _first_of_chinese() -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted({key[:1] for key in _forms('zh')}))}]")


def _in_words(text: str, language: str) -> Iterator[Said]:
    words = _words(language)
    for word in _WORD.finditer(text):
        start = word.start()
        known = words[word[0]]
        for meaning in known.alone:
            yield Said(start, meaning)
        for first, meaning, form in known.longer:
            if form.match(text, start + first):
                yield Said(start, meaning)


class _Known(NamedTuple):
    """What a word says.

    Attributes:
        alone: numbers of meanings.
        longer: those of what it may begin, where in the word that begins and its form.
    """

    alone: Sequence[int]
    longer: Sequence[tuple[int, int, re.Pattern[str]]]


class _Words(dict[str, _Known]):
    """What each word of a language says, worked out when first asked for."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, word: str) -> _Known:
        if len(self) >= _MOST:
            self.clear()
        alone, longer = [], []
        for first in self._firsts(word):
            for size in range(1, _LONGEST_KEY + 1):
                for meaning, form, head in _forms(self._language).get(word[first : first + size], ()):
                    if head is None:
                        if form.match(word, first):
                            alone.append(meaning)
                    elif head.fullmatch(word, first):
                        longer.append((first, meaning, form))
        known = self[word] = _Known(tuple(alone), tuple(longer))
        return known

    def _firsts(self, word: str) -> Iterator[int]:
        """Yield where the first letters may be: behind what is written together with them."""
        yield 0
        if self._language == "ar" and (before := _BEFORE.match(word)):
            yield from (first for first in range(1, before.end() + 1) if _BEFORE.fullmatch(word, 0, first))


@cache
def _words(language: str) -> _Words:
    return _Words(language)


@cache
def _rows() -> Sequence[Sequence[str]]:
    text = (resources.files("tm.checks") / "meanings.tsv").read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")][1:]


@cache
def _table() -> Sequence[Meaning]:
    return [Meaning(pattern(rf"(?<![a-z])(?:{english})", re.IGNORECASE), _begin(english)) for english, *_ in _rows()]


def _begin(english: str) -> frozenset[str]:
    keys = frozenset(_key(way, _LETTERS) for way in ways(english))
    return frozenset() if "" in keys else frozenset(key.lower() for key in keys)


@cache
def _forms(language: str) -> dict[str, Sequence[tuple[int, re.Pattern[str], re.Pattern[str] | None]]]:
    """List by first letters the meanings of words, their forms, and the first word of those that are longer."""
    found: dict[str, list[tuple[int, re.Pattern[str], re.Pattern[str] | None]]] = {}
    for number, row in enumerate(_rows()):
        form = row[LANGUAGES.index(language) + 1]
        by_key: dict[tuple[str, str], list[str]] = {}
        for way in ways(form) if form else ():
            head = _head(way)
            by_key.setdefault((_key(way if head in {"", r"\w+"} else head, _LEADING), head), []).append(way)
        for (key, head), some in by_key.items():
            one = pattern(f"(?:{_spaced('|'.join(some))})")
            found.setdefault(key, []).append((number, one, pattern(head) if head else None))
    return {key: tuple(some) for key, some in found.items()}


def _head(way: str) -> str:
    """Give the expression of the first word of a way that goes on behind it; "" for a single word."""
    beyond = _BEYOND.search(way)
    if not beyond:
        return ""
    head = way[: beyond.start()].removesuffix("[")
    is_whole = all(head.count(opening) == head.count(closing) for opening, closing in ("()", "[]"))
    return head if is_whole else r"\w+"


def _key(form: str, letters: re.Pattern[str]) -> str:
    leading = letters.match(form)
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
