"""Tell by a table of meanings what the words of a translation say, and whether its English source says as much."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import Generic, NamedTuple, TypeVar

from tm.text.digits import has_digit
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
_OTHER_SPACE = re.compile(r"[^\S ]")
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
    low = _OTHER_SPACE.sub(" ", folded(text))
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
    for sign in _signs_of(low):
        found.update(sign.meanings)
    return frozenset(found)


@lru_cache(maxsize=256)
def places(source: str) -> dict[int, Sequence[int]]:
    """Give where an English source has what may say as much, by meanings."""
    low, found = _low(source), dict[int, Sequence[int]]()
    for one in _in_words(low, "en"):
        found[one.meaning] = (*found.get(one.meaning, ()), one.start)
    for sign in _signs_of(low):
        starts = [one.start() for one in sign.form.finditer(low)]
        for meaning in sign.meanings:
            found[meaning] = sorted({*starts, *found.get(meaning, ())})
    return found


def _low(source: str) -> str:
    return _OTHER_SPACE.sub(" ", source.lower())


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
        others: meanings and ways that are expressions.
    """

    first: int
    letters: tuple[str, ...]
    plain: Sequence[int]
    others: Sequence[tuple[int, _Way]]

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
        forms = _forms(self._language)
        alone, longer = dict[int, None](), list[_Longer]()
        for first in self._firsts(word):
            ways = list[tuple[int, _Way]]()
            for meaning, way, head in forms.of(word, first):
                if head is None:
                    if way.stands(word, first):
                        alone[meaning] = None
                elif head.fills(word, first):
                    ways.append((meaning, way))
            if ways:
                plain = [(way.letters, meaning) for meaning, way in ways if way.form is None]
                others = [(meaning, way) for meaning, way in ways if way.form is not None]
                longer.append(_Longer(first, tuple(a for a, _ in plain), tuple(b for _, b in plain), others))
        known = _Known(tuple(alone), frozenset(alone), tuple(longer)) if alone or longer else _NOTHING
        self[word] = known
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


class _Sign(NamedTuple):
    """What English says with figures or a sign: the expression of it, the sign itself, and all meanings that it has."""

    form: re.Pattern[str]
    letters: str
    meanings: Sequence[int]


def _signs_of(low: str) -> Iterator[_Sign]:
    """Yield the signs and figures with a meaning that stand in an English source in small letters."""
    plain, figures = _signs()
    for sign in plain:
        if sign.letters in low:
            yield sign
    for sign in figures if has_digit(low) else ():
        if sign.form.search(low):
            yield sign


@cache
def _signs() -> tuple[Sequence[_Sign], Sequence[_Sign]]:
    """List plain signs, and expressions of figures."""
    held: dict[str, list[int]] = {}
    for number, row in enumerate(_rows()):
        for way in filter(_is_sign, ways(row[0])):
            held.setdefault(way, []).append(number)
    known = [_Sign(pattern(way), way.replace("\\", ""), tuple(numbers)) for way, numbers in held.items()]
    return [one for one in known if len(one.letters) == 1], [one for one in known if len(one.letters) > 1]


def _is_sign(way: str) -> bool:
    return not _key(way, _LETTERS)


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
