"""Tell by a table of meanings what the words of a translation say, and whether its English source says as much."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import Generic, NamedTuple, TypeVar

from tm.text.pattern import pattern
from tm.text.words import folded

LANGUAGES = ("fr", "es", "ru", "zh", "ar")
_COLUMNS = ("en", *LANGUAGES)

_WORD = re.compile(r"[^\W\d_]+")
_WORD_OF_ENGLISH = re.compile("[a-z]+")
_MARKS = pattern("[\u0610-\u061a\u0640\u064b-\u065f\u0670]")
_BEFORE = re.compile("[وف]?[بلكس]?(?:ال|ل)?")
"""What may stand before the first letters of an Arabic word."""

_LEADING = pattern(r"[^\W\d_](?:[^\W_]|[’' -])*(?![?*{])|[^\W\d_]")
_LETTERS = pattern(r"[A-Za-z]+(?![?*{])|[A-Za-z]+(?=[A-Za-z][?*{])")
_BEYOND = pattern(r"[ ,'’-]")
"""In a form that may go on behind a word."""

_BEYOND_ENGLISH = pattern(r"[ ,'’.&/\d-]|\\d")
"""The same in English, where figures and signs are parts of words."""

_PLAIN = pattern(r"[\w ,'’-]+")
_SPACE = re.compile(r"\s")
_MOST = 100_000
"""Words whose meanings are remembered."""


class _Way(NamedTuple):
    """One way of saying what has a meaning: letters or, where it has more of them, an expression."""

    letters: str
    form: re.Pattern[str] | None

    def stands(self, text: str, start: int) -> bool:
        return text.startswith(self.letters, start) if self.form is None else self.form.match(text, start) is not None

    def fills(self, word: str, start: int) -> bool:
        """Say whether it is all that a word has from a place on."""
        return word[start:] == self.letters if self.form is None else self.form.fullmatch(word, start) is not None


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
    low = _SPACE.sub(" ", folded(text))
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
        found.update(meaning for first, meaning, way in known.longer if way.stands(low, word.start() + first))
    if _any_sign().search(low):
        found.update(meaning for meaning, form in _signs() if form.search(low))
    return frozenset(found)


@lru_cache(maxsize=256)
def places(source: str) -> dict[int, Sequence[int]]:
    """Give where an English source has what may say as much, by meanings."""
    low, found = _low(source), dict[int, Sequence[int]]()
    for one in _in_words(low, "en"):
        found[one.meaning] = (*found.get(one.meaning, ()), one.start)
    for meaning, form in _signs() if _any_sign().search(low) else ():
        if starts := [one.start() for one in form.finditer(low)]:
            found[meaning] = sorted({*starts, *found.get(meaning, ())})
    return found


def _low(source: str) -> str:
    return _SPACE.sub(" ", source.lower())


def may_mean(word: str) -> frozenset[int]:
    """Give the meanings of which an English word in small letters may say as much."""
    return _words("en")[word].meanings


@lru_cache(maxsize=_MOST)
def first_of(word: str) -> Sequence[str]:
    """List the first ways of English, of the meanings of which an English word in small letters is the first."""
    return [written for written, way in _first_ways().of(word, 0) if way.stands(word, 0)]


@cache
def _first_ways() -> _ByLetters[tuple[str, _Way]]:
    firsts = (ways(english)[0] for english, *_ in _rows())
    return _ByLetters((_key(first, _LETTERS).lower(), (first, _way(first, re.IGNORECASE))) for first in firsts)


def _in_chinese(text: str) -> Iterator[Said]:
    forms = _forms("zh")
    for place in _first_of_chinese().finditer(text):
        start = place.start()
        for meaning, way, _ in forms.of(text, start):
            if way.stands(text, start):
                yield Said(start, meaning)


@cache
def _first_of_chinese() -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted(_forms('zh').firsts))}]")


def _in_words(text: str, language: str) -> Iterator[Said]:
    words = _words(language)
    for word in (_WORD_OF_ENGLISH if language == "en" else _WORD).finditer(text):
        start = word.start()
        known = words[word[0]]
        for meaning in known.alone:
            yield Said(start, meaning)
        for first, meaning, way in known.longer:
            if way.stands(text, start + first):
                yield Said(start, meaning)


class _Known(NamedTuple):
    """What a word says.

    Attributes:
        alone: numbers of meanings, in their order, and meanings the same.
        longer: those of what it may begin, where in the word that begins and its way.
    """

    alone: Sequence[int]
    meanings: frozenset[int]
    longer: Sequence[tuple[int, int, _Way]]


T = TypeVar("T")


class _ByLetters(Generic[T]):
    """What is known of words by the letters with which each begins without fail."""

    def __init__(self, known: Iterable[tuple[str, T]]) -> None:
        self._known: dict[str, list[T]] = {}
        self._sizes: dict[str, list[int]] = {}
        for letters, one in known:
            self._known.setdefault(letters, []).append(one)
        for size, first in sorted({(len(letters), letters[:1]) for letters in self._known}):
            self._sizes.setdefault(first, []).append(size)

    @property
    def firsts(self) -> Collection[str]:
        """The first letters of all."""
        return self._sizes.keys()

    def of(self, text: str, start: int) -> Iterator[T]:
        """Yield what may stand at a place of a text."""
        most = len(text) - start
        for size in self._sizes.get(text[start : start + 1], ()):
            if size > most:
                return
            if known := self._known.get(text[start : start + size]):
                yield from known


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
            for meaning, way, head in _forms(self._language).of(word, first):
                if head is None:
                    if way.stands(word, first):
                        alone.append(meaning)
                elif head.fills(word, first):
                    longer.append((first, meaning, way))
        known = self[word] = _Known(tuple(dict.fromkeys(alone)), frozenset(alone), tuple(longer))
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
def _signs() -> Sequence[tuple[int, re.Pattern[str]]]:
    """List what English says with figures and signs."""
    found = ((number, "|".join(filter(_is_sign, ways(row[0])))) for number, row in enumerate(_rows()))
    return [(number, _sign(some)) for number, some in found if some]


@cache
def _any_sign() -> re.Pattern[str]:
    """Give what finds a place where any of the figures and signs may stand."""
    return _sign("|".join(dict.fromkeys(way for row in _rows() for way in ways(row[0]) if _is_sign(way))))


def _is_sign(way: str) -> bool:
    return not _key(way, _LETTERS)


def _sign(way: str) -> re.Pattern[str]:
    return pattern(rf"(?<![a-z])(?:{way})", re.IGNORECASE)


@cache
def _forms(language: str) -> _ByLetters[tuple[int, _Way, _Way | None]]:
    """List by first letters the meanings of words, their ways, and the first word of those that are longer."""
    return _ByLetters(_read(language))


def _read(language: str) -> Iterator[tuple[str, tuple[int, _Way, _Way | None]]]:
    column = _COLUMNS.index(language)
    for number, row in enumerate(_rows()):
        for way in ways(row[column]) if row[column] else ():
            if language == "en":
                head = _head(way, _BEYOND_ENGLISH).lower()
                key = _key(way if head in {"", _UNKNOWN} else head, _LETTERS).lower()
            else:
                head = _head(way, _BEYOND)
                key = _key(way if head in {"", _UNKNOWN} else head, _LEADING)
            if key:
                made = _way(way, re.IGNORECASE if language == "en" else 0)
                yield key, (number, made, _way(head) if head else None)


def _way(way: str, flags: int = 0) -> _Way:
    if _PLAIN.fullmatch(way):
        return _Way(way.lower() if flags else way, None)
    return _Way("", pattern(way, flags))


_UNKNOWN = r"\w+"


def _head(way: str, signs: re.Pattern[str]) -> str:
    """Give the expression of the first word of a way that goes on behind it, with a sign; "" for a single word."""
    beyond = signs.search(way)
    if not beyond:
        return ""
    head = way[: beyond.start()].rstrip("[\\")
    is_whole = all(head.count(opening) == head.count(closing) for opening, closing in ("()", "[]"))
    return head if is_whole else _UNKNOWN


def _key(form: str, letters: re.Pattern[str]) -> str:
    leading = letters.match(form)
    return leading[0] if leading else ""


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
