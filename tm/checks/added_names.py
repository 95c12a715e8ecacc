"""States and bodies that only a translation names: « du Canada et du Conseil », and the source speaks of neither."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from tm.checks.check import Fault
from tm.checks.place import span_of
from tm.checks.wording import BODIES, EVERYWHERE, Target, terms
from tm.model.term import Concept, Term, TermKind
from tm.terminology.glossary import Glossary
from tm.terminology.recognize import Occurrence, chinese_core, content_keys, terms_of
from tm.terminology.words import word_list
from tm.text.pattern import pattern
from tm.text.plain import plain

_LANGUAGES = frozenset(("fr", "es", "ru"))
"""Languages with capitals, where a name is no common word: مالي also is "financial"."""

_EVERYWHERE = EVERYWHERE | {"state-us", "state-gb"}
"""Dollars, agencies and universities name these two in translations alone."""

_ROOT = 3
"""Letters that a State's name shares with its adjectives and most of its cities: Canada, Canadian."""

_SHORT_HAN = 4
"""Characters of Chinese names that may be common words."""

_SHORT = 2
"""Words of the shortest names of bodies."""

_ENDING = 3
"""Letters of endings, at most."""

_ARTICLE = "ال"
_SUBJECTS = BODIES | {"state"}
_OF_ALL = frozenset(("United", "Nations", "International", "World"))
"""Words of so many names that they tell of none."""

_CAPITAL = pattern(r"(?<=[a-z,)] )[A-Z]\w{3,}")
"""A word with a capital inside a sentence."""

_FIGURES = pattern(r"\d{2,}")
_SPOKEN_OF = pattern(r"\b(?:host country|capital|[Gg]overnment of|nation['’]s|country['’]s)\b")
"""What may speak of a State without its name."""

_PRONOUN = pattern(r"\b[Ii]ts?\b")
"""What a translation may name: « le Conseil de sécurité » for "it"."""


def added_names(source: Sequence[Occurrence], raw: str, target: Target) -> Iterator[Fault]:
    """Yield the first State or body of a translation that its English source names in no way, if all others are there.

    Args:
        source: all that the source names; where it names nothing, only bodies are told.
        raw: the source.
    """
    known = {one.concept.id for one in source} | _EVERYWHERE
    if not _may_name(target, known):
        return
    text = plain(raw)
    if not source and _PRONOUN.search(text):
        return
    there = {one.concept.id for one in target.sure}
    if any(one.concept.subject in _SUBJECTS and one.concept.id not in there for one in source):
        return  # taken for another, as another check says
    for one in target.sure:
        is_body = one.concept.subject in BODIES
        if one.concept.id in known or not (is_body or one.concept.subject == "state"):
            continue
        rest = _without(source, text) if is_body else text
        if _is_new_body(one, rest) if is_body else bool(source) and _is_new_state(one, source, text, target):
            what = target.text[one.start : one.end]
            at = span_of(target.raw, target.text, one.start, one.end)
            yield Fault(f"the source does not speak of {what}", at)
            return


def _without(names: Sequence[Occurrence], text: str) -> str:
    """Give an English text without the bodies that it names, whose words are no other's: the Security Council."""
    for one in reversed(names):
        if one.concept.subject in BODIES:
            text = f"{text[: one.start]}{text[one.end :]}"
    return text


def _has_other_names(source: Sequence[Occurrence], text: str, target: Target) -> bool:
    """Say whether an English text has capitals that are no term's and not in the translation: Nairobi, Swiss."""
    for one in reversed(source):
        text = text[: one.start] + text[one.end :]
    return any(word not in target.text for word in _CAPITAL.findall(text))


def _is_new_body(one: Occurrence, source: str) -> bool:
    """Say whether a body's name is written out, and the source has none of its words."""
    if not _is_long(one.term) or any(map(source.__contains__, _numbers(one.concept))):
        return False
    return _words(one.concept).isdisjoint(map(_singular, word_list(source)))


def _is_new_state(one: Occurrence, names: Sequence[Occurrence], source: str, target: Target) -> bool:
    """Say whether a State's name is written with its capital, inside a sentence, and the source has nothing like it."""
    if target.language not in _LANGUAGES or not one.start or not target.text[one.start].isupper():
        return False
    before = target.text[: one.start].rstrip(" «„“(\N{NO-BREAK SPACE}")
    if not before or before[-1] in ".:!?" or len(one.term.text) <= _ROOT:
        return False
    if _SPOKEN_OF.search(source) or _has_other_names(names, source, target):
        return False
    return _roots(one.concept).isdisjoint(_beginnings(source))


@lru_cache(maxsize=512)
def _words(body: Concept) -> frozenset[str]:
    """Give the words of a body's English names, in small letters and the singular; but for those of so many names."""
    named = (word for term in terms(body, "en") for word in word_list(term.text) if word not in _OF_ALL)
    return frozenset(_singular(word) for word in named if len(word) > _ROOT or word.isupper())


@lru_cache(maxsize=512)
def _numbers(body: Concept) -> frozenset[str]:
    """Give the figures of a body's English names, which are enough for it: G-77."""
    return frozenset(figures for term in terms(body, "en") for figures in _FIGURES.findall(term.text))


def _singular(word: str) -> str:
    return word.casefold().removesuffix("s")


@lru_cache(maxsize=4)
def _beginnings(source: str) -> frozenset[str]:
    """Give how the words of a source begin, and the words whole."""
    held = [word.casefold() for word in word_list(source)]
    return frozenset(held).union(word[:_ROOT] for word in held)


@lru_cache(maxsize=512)
def _roots(state: Concept) -> frozenset[str]:
    """Give how the words of a State's English names begin, and its acronyms whole."""
    return frozenset(
        word.casefold() if term.kind is TermKind.ACRONYM else word.casefold()[:_ROOT]
        for term in terms(state, "en")
        for word in word_list(term.text)
        if word[0].isupper() and word not in _OF_ALL
    )


def _is_long(body: Term) -> bool:
    """Say whether a body's name is written out."""
    is_long = len(body.text.split()) > _SHORT or (body.language == "zh" and len(body.text) > _SHORT_HAN)
    return is_long and body.kind is not TermKind.ACRONYM


def may_name_bodies(glossary: Glossary, text: str, language: str) -> bool:
    """Say quickly whether a text may name a body, by how the first words of their names begin: most name none."""
    return _heads(glossary, language).search(text) is not None


@lru_cache(maxsize=8)
def _heads(glossary: Glossary, language: str) -> re.Pattern[str]:
    """Give what finds the beginning of a first word, without the ending that another case or number has."""
    firsts = {
        word_list(term.text.removeprefix(_ARTICLE))[0]
        for concept, term in _sought(glossary, language)
        if concept.subject in BODIES
    }
    begun = {word[: max(_ROOT, len(word) - _ENDING)] for word in firsts}
    return re.compile("|".join(sorted(map(re.escape, begun))) or "(?!)")


def _may_name(target: Target, known: Collection[str]) -> bool:
    """Say quickly whether a translation may name a State or body that is not known: most name none."""
    if target.language == "zh":
        chinese = _chinese(target.glossary)
        there = chinese.keys() & set(target.text)
        return any(one not in known and name in target.text for first in there for name, one in chinese[first])
    names = _names(target.glossary, target.language)
    return not names.keys().isdisjoint(target.telling) and any(
        one not in known and held <= target.keys for key in target.keys if key in names for held, one in names[key]
    )


@lru_cache(maxsize=8)
def _names(glossary: Glossary, language: str) -> dict[str, list[tuple[frozenset[str], str]]]:
    """Give the keys of the words of names that are looked for, with the concepts, by the key that fewest names have."""
    held = [(frozenset(content_keys(term.text, language)), one.id) for one, term in _sought(glossary, language)]
    count = Counter(key for keys, _ in held for key in keys)
    found: dict[str, list[tuple[frozenset[str], str]]] = {}
    for keys, one in held:
        if keys:
            found.setdefault(min(sorted(keys), key=count.__getitem__), []).append((keys, one))
    return found


@lru_cache(maxsize=8)
def _chinese(glossary: Glossary) -> dict[str, list[tuple[str, str]]]:
    """Give the names that are looked for in Chinese, with the concepts, by their first character."""
    found: dict[str, list[tuple[str, str]]] = {}
    for concept, term in _sought(glossary, "zh"):
        name = chinese_core(term.text)
        found.setdefault(name[:1], []).append((name, concept.id))
    return found


def _sought(glossary: Glossary, language: str) -> Iterator[tuple[Concept, Term]]:
    for concept, term in terms_of(glossary, language, forbidden=False):
        is_state = concept.subject == "state" and language in _LANGUAGES
        if is_state or (concept.subject in BODIES and _is_long(term)):
            yield concept, term
