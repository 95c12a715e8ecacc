"""Read the table of meanings: the ways of saying each, to be looked up by the letters with which they begin."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from importlib import resources
from typing import Generic, NamedTuple, TypeVar

from tm.text.digits import has_digit
from tm.text.pattern import pattern

LANGUAGES = ("fr", "es", "ru", "zh", "ar")
_COLUMNS = ("en", *LANGUAGES)

_LEADING = pattern(r"[^\W\d_](?:[^\W_]|[’' -])*(?![?*{])|[^\W\d_]")
_LETTERS = pattern(r"[A-Za-z]+(?![?*{])|[A-Za-z]+(?=[A-Za-z][?*{])")
_BEYOND = pattern(r"[ ,'’-]")
"""In a form that may go on behind a word."""

_BEYOND_ENGLISH = pattern(r"[ ,'’.&/\d-]|\\d")
"""The same in English, where figures and signs are parts of words."""

_OTHER_SPACE = re.compile(r"[^\S ]")
_APOSTROPHE = "[’']"
"""As the table writes it."""

_WORD_END = "\\b"
_PLAIN = pattern(r"[\w ,'’-]+")


def as_read(text: str) -> str:
    """Give a text in small letters with one kind of spaces and apostrophes, every character in its place."""
    return _OTHER_SPACE.sub(" ", text).replace("'", "’")


class Way(NamedTuple):
    """One way of saying what has a meaning: letters, with which a word may have to end, or else an expression."""

    letters: str
    is_whole: bool = False
    form: re.Pattern[str] | None = None

    def stands(self, text: str, start: int) -> bool:
        if self.form is not None:
            return self.form.match(text, start) is not None
        if not text.startswith(self.letters, start):
            return False
        end = start + len(self.letters)
        return not (self.is_whole and end < len(text) and (text[end].isalnum() or text[end] == "_"))

    def fills(self, word: str, start: int) -> bool:
        """Say whether it is all that a word has from a place on."""
        return word[start:] == self.letters if self.form is None else self.form.fullmatch(word, start) is not None


T = TypeVar("T")


class ByLetters(Generic[T]):
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


@cache
def rows() -> Sequence[Sequence[str]]:
    text = (resources.files("tm.checks") / "meanings.tsv").read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")][1:]


class Sign(NamedTuple):
    """What English says with figures or a sign: the expression of it, the sign itself, and all meanings that it has."""

    form: re.Pattern[str]
    letters: str
    meanings: Sequence[int]


def signs_of(low: str) -> Iterator[Sign]:
    """Yield the signs and figures with a meaning that stand in an English source in small letters."""
    signs, figures, others = _signs()
    for sign in signs:
        if sign.letters in low:
            yield sign
    if has_digit(low):
        near = " ".join(_WITH_FIGURE.findall(low))
        for sign in figures:
            if sign.form.search(near):
                yield sign
    for sign in others:
        if sign.form.search(low):
            yield sign


_WITH_FIGURE = pattern(r"\S*\d\S*(?: \S+)?")
"""Figures, with what stands around them and the word behind."""


@cache
def _signs() -> tuple[Sequence[Sign], Sequence[Sign], Sequence[Sign]]:
    """List plain signs, expressions of figures and others."""
    held: dict[str, list[int]] = {}
    for number, row in enumerate(rows()):
        for way in ways(row[0]):
            if way and not way.isalpha() and _is_sign(way):
                held.setdefault(way, []).append(number)
    known = [Sign(pattern(way), _bare(way), tuple(numbers)) for way, numbers in held.items()]
    figures = [one for one in known if _FIGURE.search(one.letters)]
    signs = [one for one in known if len(one.letters) == 1 and one not in figures]
    return signs, figures, [one for one in known if one not in signs and one not in figures]


_FIGURE = pattern(r"\d|\\d")
"""In an expression that speaks of figures."""


def _bare(way: str) -> str:
    """Give a sign as it stands in a text, without the stroke before it; of other expressions, what they are."""
    return way[1:] if len(way) == 2 and not way[1].isalnum() else way


def _is_sign(way: str) -> bool:
    return not _key(way, _LETTERS)


@cache
def first_ways() -> ByLetters[tuple[str, Way]]:
    firsts = (ways(english)[0] for english, *_ in rows())
    return ByLetters((_key(first, _LETTERS).lower(), (first, _way(first, re.IGNORECASE))) for first in firsts)


@cache
def forms(language: str) -> ByLetters[tuple[int, Way, Way | None]]:
    """List by first letters the meanings of words, their ways, and the first word of those that are longer."""
    return ByLetters(_read(language))


def _read(language: str) -> Iterator[tuple[str, tuple[int, Way, Way | None]]]:
    column, is_english = _COLUMNS.index(language), language == "en"
    for number, row in enumerate(rows()):
        for way in ways(row[column].replace(_APOSTROPHE, "’").replace("'", "’")) if row[column] else ():
            if way.isalpha() or (way.endswith(_WORD_END) and way[: -len(_WORD_END)].isalpha()):  # as nearly all
                made = _way(way, re.IGNORECASE if is_english else 0)
                yield made.letters, (number, made, None)
                continue
            if is_english:
                head = _head(way, _BEYOND_ENGLISH).lower()
                key = _key(way if head in {"", _UNKNOWN} else head, _LETTERS).lower()
            else:
                head = _head(way, _BEYOND)
                key = _key(way if head in {"", _UNKNOWN} else head, _LEADING)
            if key:
                made = _way(way, re.IGNORECASE if is_english else 0)
                yield key, (number, made, _way(head) if head else None)


def _way(way: str, flags: int = 0) -> Way:
    is_whole = way.endswith(_WORD_END)
    letters = way[: -len(_WORD_END)] if is_whole else way
    if letters.isalpha() or (not is_whole and _PLAIN.fullmatch(way)):
        return Way(letters.lower() if flags else letters, is_whole)
    return Way("", form=pattern(way, flags))


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
    if "(" not in form:
        return form.split("|")
    found, depth, start = [], 0, 0
    for place, char in enumerate(form):
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            found.append(form[start:place])
            start = place + 1
    return [*found, form[start:]]
