"""Find the terms of a glossary in a text, in any form of their words, the longest first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from tm.model.term import Concept, Term, TermKind, TermStatus
from tm.terminology.glossary import Glossary
from tm.terminology.words import keys, word_keys, word_list
from tm.text.plain import plain
from tm.text.words import bare, word_starts, words

_PARTED = re.compile(r"[^\w\s’'ʼ‑-]")
"""What stands within a term only where the term has it."""

_WORD = re.compile(r"\w+")
_FORBIDDEN = TermStatus.FORBIDDEN
CASELESS = frozenset({"term", "furniture"})
"""Subjects whose terms are common words: a capital says nothing."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A term in a text, in characters of the bare plain text."""

    concept: Concept
    term: Term
    start: int
    end: int


class _Pattern(NamedTuple):
    """A term as it is looked for; a tuple, as there are many, and most are never found."""

    concept: Concept
    term: Term


class _Begun:
    """Terms that begin with the same keys: those that end there, and the others by the key that follows.

    The following keys are worked out when a text has those before, as for most terms none ever does.
    """

    __slots__ = ("_ends", "_longer", "_waiting")

    def __init__(self) -> None:
        self._waiting: list[tuple[_Pattern, Iterator[str]]] = []
        self._ends: list[_Pattern] = []
        self._longer: dict[str, _Begun] = {}

    def add(self, one: _Pattern, keys_behind: Iterator[str]) -> None:
        self._waiting.append((one, keys_behind))

    def ends(self) -> Sequence[_Pattern]:
        """Give the terms with no more keys; they differ in their letters: Who and WHO."""
        for one, behind in self._waiting:
            if key := next(behind, ""):
                self._longer.setdefault(key, _Begun()).add(one, behind)
            else:
                self._ends.append(one)
        self._waiting.clear()
        return self._ends

    def longer(self, key: str) -> _Begun | None:
        """Give the terms that go on with a key, once it was asked which end."""
        return self._longer.get(key)


class _Index(dict[str, _Begun]):
    """The terms of a language by the first of their keys."""

    def __init__(self, terms: Iterable[tuple[Concept, Term]], language: str) -> None:
        super().__init__()
        self._language = language
        self.begun: dict[str, list[tuple[Concept, Term]]] = {}
        for one in terms:
            if first := _first_key(one[1].text, language):
                self.begun.setdefault(first, []).append(one)

    def __missing__(self, first: str) -> _Begun:
        found = self[first] = _Begun()
        for concept, term in self.begun[first]:
            told = _each_key(term.text, self._language)
            next(told)
            found.add(_Pattern(concept, term), told)
        return found


def recognize(glossary: Glossary, text: str, language: str) -> tuple[Occurrence, ...]:
    """Find the terms of a glossary in a text; those that overlap with a longer one before them are left out.

    Linear in the length of the text: each word is looked up once, and few terms begin with one word.
    """
    return _recognize(glossary, text, language, forbidden=False)


def recognize_forbidden(glossary: Glossary, text: str, language: str) -> tuple[Occurrence, ...]:
    """Find the terms that the glossary deprecates, as they are written: a form of an agreed term is none of them."""
    read = bare(plain(text), language)
    return tuple(one for one in _recognize(glossary, text, language, forbidden=True) if _as_written(one, read))


def _as_written(one: Occurrence, text: str) -> bool:
    wanted = one.term.text.casefold()
    return (wanted[:-1] if len(wanted) > 4 else wanted) in text[one.start : one.end].casefold()


def _recognize(glossary: Glossary, text: str, language: str, *, forbidden: bool) -> tuple[Occurrence, ...]:
    if language == "zh":
        return _in_chinese(glossary, plain(text), forbidden=forbidden)
    index, read = _index(glossary, language, forbidden=forbidden), bare(plain(text), language)
    told = word_keys(read, language)
    if index.begun.keys().isdisjoint(told):
        return ()
    return tuple(_found(index, read, told, language))


def _found(index: _Index, read: str, told: Sequence[str], language: str) -> Iterator[Occurrence]:
    """Yield the terms of a text, told by the keys of its words."""
    telling = [key for key in told if key]
    spans: Callable[[int], tuple[int, int]] | None = None
    free = 0
    for place in [place for place, key in enumerate(telling) if key in index.begun]:
        if place < free:
            continue
        for end, patterns in reversed(_there(index[telling[place]], telling, place + 1)):
            spans = spans or _spans(read, told)
            first, last = spans(place), spans(end - 1)
            fitting = [one for one in patterns if _fits(one, first, last, read, language)]
            if fitting:
                pattern = fitting[0] if len(fitting) == 1 else _likest(fitting, read[first[0] : last[1]])
                yield Occurrence(pattern.concept, pattern.term, first[0], last[1])
                free = end
                break


def _there(begun: _Begun | None, telling: Sequence[str], place: int) -> Sequence[tuple[int, Sequence[_Pattern]]]:
    """List the terms that a text has before a place and on from it, each with its end, the shortest first."""
    found = []
    while begun:
        if ends := begun.ends():
            found.append((place, ends))
        begun = begun.longer(telling[place]) if place < len(telling) else None
        place += 1
    return found


def _spans(read: str, told: Sequence[str]) -> Callable[[int], tuple[int, int]]:
    """Make what says where a word that says something begins and ends, by its place among these."""
    held, starts = words(read), word_starts(read)
    places = [place for place, key in enumerate(told) if key]

    def span(place: int) -> tuple[int, int]:
        at = places[place]
        return starts[at], starts[at] + len(held[at])

    return span


def _likest(patterns: Sequence[_Pattern], text: str) -> _Pattern:
    """Choose of terms that share their keys the one that is written most like the text: Нигерии is not Нигер."""
    return max(patterns, key=lambda one: (_shared(one.term.text.casefold(), text.casefold()), -len(one.term.text)))


def _shared(one: str, other: str) -> int:
    ends = (place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1])
    return next(ends, min(len(one), len(other)))


def _fits(pattern: _Pattern, first: tuple[int, int], last: tuple[int, int], text: str, language: str) -> bool:
    if first != last and not _parted(pattern.term.text).issuperset(_PARTED.findall(text, first[0], last[1])):
        return False
    word = text[slice(*first)]
    if pattern.term.kind is TermKind.ACRONYM or pattern.term.text.isupper():
        return word.isupper() or not pattern.term.text.isupper()
    if language == "ar" or pattern.concept.subject in CASELESS:
        return True
    return word[0].isupper() or not pattern.term.text[0].isupper()


@lru_cache(maxsize=4096)
def _parted(term: str) -> frozenset[str]:
    return frozenset(_PARTED.findall(term))


@lru_cache(maxsize=32)
def _index(glossary: Glossary, language: str, *, forbidden: bool) -> _Index:
    return _Index(terms_of(glossary, language, forbidden=forbidden), language)


def terms_of(glossary: Glossary, language: str, *, forbidden: bool) -> Sequence[tuple[Concept, Term]]:
    """Give the terms of a language that the glossary deprecates, or the others, each with its concept."""
    return _terms(glossary).get((language, forbidden), ())


@lru_cache(maxsize=8)
def _terms(glossary: Glossary) -> dict[tuple[str, bool], list[tuple[Concept, Term]]]:
    found: dict[tuple[str, bool], list[tuple[Concept, Term]]] = {}
    for concept in glossary.concepts:
        for term in concept.terms:
            found.setdefault((term.language, term.status is _FORBIDDEN), []).append((concept, term))
    return found


@lru_cache(maxsize=16_384)
def content_keys(text: str, language: str) -> tuple[str, ...]:
    """Give the keys of the words of a term that say something."""
    return tuple(_each_key(text, language))


def _each_key(text: str, language: str) -> Iterator[str]:
    """Yield the same, each worked out when it is asked for."""
    return filter(None, map(keys(language).__getitem__, word_list(bare(text, language))))


def _first_key(text: str, language: str) -> str:
    """Give the first of them, mostly that of the first word."""
    first = _WORD.search(bare(text, language))
    return (keys(language)[first[0]] if first else "") or next(_each_key(text, language), "")


def chinese_core(text: str) -> str:
    """Give a Chinese term without the marks of a title."""
    return text.strip("《》")


def _in_chinese(glossary: Glossary, text: str, *, forbidden: bool) -> tuple[Occurrence, ...]:
    known = _chinese(glossary, forbidden=forbidden)
    found: list[Occurrence] = []
    free = 0
    for place, character in enumerate(text):
        if character in known and place >= free:
            for written, concept, term in known[character]:
                if text.startswith(written, place):
                    free = place + len(written)
                    found.append(Occurrence(concept, term, place, free))
                    break
    return tuple(found)


@lru_cache(maxsize=8)
def _chinese(glossary: Glossary, *, forbidden: bool) -> dict[str, list[tuple[str, Concept, Term]]]:
    """Give the terms by their first character, the longest first."""
    known: dict[str, tuple[str, Concept, Term]] = {}
    for concept, term in terms_of(glossary, "zh", forbidden=forbidden):
        written = chinese_core(term.text)
        known.setdefault(written, (written, concept, term))
    by_first: dict[str, list[tuple[str, Concept, Term]]] = {}
    for written in sorted(filter(None, known), key=len, reverse=True):
        by_first.setdefault(written[0], []).append(known[written])
    return by_first
