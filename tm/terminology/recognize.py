"""Find the terms of a glossary in a text, in any form of their words, the longest first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tm.model.term import Concept, Term, TermKind, TermStatus
from tm.terminology.glossary import Glossary
from tm.terminology.words import bare, keys, word_spans
from tm.text.plain import plain

_PARTED = re.compile(r"[^\w\s’'ʼ‑-]")
"""What stands within a term only where the term has it."""

CASELESS = frozenset({"term", "furniture"})
"""Subjects whose terms are common words: a capital says nothing."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A term in a text, in characters of the bare plain text."""

    concept: Concept
    term: Term
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Pattern:
    keys: tuple[str, ...]
    concept: Concept
    term: Term
    parted: frozenset[str]


Index = dict[str, tuple[_Pattern, ...]]


def recognize(glossary: Glossary, text: str, language: str) -> tuple[Occurrence, ...]:
    """Find the terms of a glossary in a text; those that overlap with a longer one before them are left out.

    Linear in the length of the text: each word is looked up once, and few terms begin with one word.
    """
    if language == "zh":
        return _in_chinese(glossary, plain(text))
    index, seen = _index(glossary, language), keys(language)
    read = bare(plain(text), language)
    words = [(word, key, start, end) for word, start, end in word_spans(read) if (key := seen[word])]
    found: list[Occurrence] = []
    place, count = 0, len(words)
    while place < count:
        size = 1
        for pattern in index.get(words[place][1], ()):
            held = words[place : place + len(pattern.keys)]
            if tuple(word[1] for word in held) == pattern.keys and _fits(pattern, held, read, language):
                size = len(held)
                found.append(Occurrence(pattern.concept, pattern.term, held[0][2], held[-1][3]))
                break
        place += size
    return tuple(found)


def _fits(pattern: _Pattern, held: Sequence[tuple[str, str, int, int]], text: str, language: str) -> bool:
    if len(held) > 1 and not pattern.parted.issuperset(_PARTED.findall(text, held[0][2], held[-1][3])):
        return False
    if pattern.term.kind is TermKind.ACRONYM or pattern.term.text.isupper():
        return held[0][0].isupper() or not pattern.term.text.isupper()
    if language == "ar" or pattern.concept.subject in CASELESS:
        return True
    return held[0][0][0].isupper() or not pattern.term.text[0].isupper()


@lru_cache(maxsize=24)
def _index(glossary: Glossary, language: str) -> Index:
    patterns: dict[str, list[_Pattern]] = {}
    for concept, term in _terms(glossary, language):
        words = content_keys(term.text, language)
        if words:
            pattern = _Pattern(words, concept, term, frozenset(_PARTED.findall(term.text)))
            patterns.setdefault(words[0], []).append(pattern)
    return {first: tuple(sorted(found, key=lambda one: -len(one.keys))) for first, found in patterns.items()}


def _terms(glossary: Glossary, language: str) -> Iterator[tuple[Concept, Term]]:
    for concept in glossary.concepts:
        for term in concept.terms:
            if term.language == language and term.status is not TermStatus.FORBIDDEN:
                yield concept, term


@lru_cache(maxsize=16_384)
def content_keys(text: str, language: str) -> tuple[str, ...]:
    """Give the keys of the words of a term that say something."""
    seen = keys(language)
    return tuple(key for word, _, _ in word_spans(bare(text, language)) if (key := seen[word]))


def chinese_core(text: str) -> str:
    """Give a Chinese term without the marks of a title."""
    return text.strip("《》")


def _in_chinese(glossary: Glossary, text: str) -> tuple[Occurrence, ...]:
    pattern, known = _chinese(glossary)
    if pattern is None:
        return ()
    return tuple(Occurrence(*known[found[0]], *found.span()) for found in pattern.finditer(text))


@lru_cache(maxsize=4)
def _chinese(glossary: Glossary) -> tuple[re.Pattern[str] | None, dict[str, tuple[Concept, Term]]]:
    known: dict[str, tuple[Concept, Term]] = {}
    for concept, term in _terms(glossary, "zh"):
        known.setdefault(chinese_core(term.text), (concept, term))
    ordered = sorted(known, key=lambda text: -len(text))
    return (re.compile("|".join(map(re.escape, ordered))) if ordered else None), known
