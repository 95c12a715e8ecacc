"""Find the ordinals of a text that are spelled in words, and write another in the same form."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from tm.text.ordinals.grammar import Features, Grammar
from tm.text.pattern import pattern

_GRAMMARS = {"ar": "arabic", "en": "english", "es": "spanish", "fr": "french", "ru": "russian"}
"""The module of each language, which is loaded when it is asked for: a lookup needs two."""

_WORD = pattern(r"[^\W\d_]+")
_GAPS = frozenset((" ", "-", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", "\N{NON-BREAKING HYPHEN}"))
_MOST_WORDS = 6  # cent quatre-vingt-dix-neuvième has five


@dataclass(frozen=True, slots=True)
class Ordinal:
    """An ordinal in words: where it stands, its value, and the grammatical forms that it may be."""

    start: int
    end: int
    value: int
    features: Features


_Table = tuple[dict[str, tuple[int, Features]], frozenset[str]]
"""What each form means, and the words that forms are made of."""


@cache
def grammar_of(language: str) -> Grammar:
    """Give the ordinals of a language other than Chinese.

    >>> grammar_of("en").spell(76, "")
    'seventy-sixth'
    """
    name = _GRAMMARS[language]
    grammar: Grammar = getattr(import_module(f"tm.text.ordinals.{name}"), name.upper())
    return grammar


@cache
def _table(language: str) -> _Table:
    grammar = grammar_of(language)
    gathered: dict[str, tuple[int, set[str]]] = {}
    for value in range(1, grammar.greatest + 1):
        for feature in grammar.features:
            if form := grammar.key(grammar.spell(value, feature)):
                gathered.setdefault(form, (value, set()))[1].add(feature)
    forms = {form: (value, frozenset(features)) for form, (value, features) in gathered.items()}
    for form, meaning in grammar.extra.items():
        forms.setdefault(grammar.key(form), meaning)
    return forms, frozenset(word for form in forms for word in form.split())


def find_ordinals(text: str, language: str) -> Iterator[Ordinal]:
    """Yield the ordinals in words, the longest at each place, in order; Chinese has its own: 第.

    >>> [(o.value, sorted(o.features)) for o in find_ordinals("на семьдесят шестой сессии", "ru")]
    [(76, ['f.obl', 'm'])]
    """
    if language not in _GRAMMARS:
        return
    grammar = grammar_of(language)
    forms, vocabulary = _table(language)
    words = [match.span() for match in _WORD.finditer(text)]
    index = 0
    while index < len(words):
        start, end = words[index]
        word = grammar.key(text[start:end])
        if word not in vocabulary and language == "ar" and word[:1] in {"و", "ف"}:
            start, word = start + 1, word[1:]  # "and", written together
        if word not in vocabulary:
            index += 1
            continue
        last = _run(text, words, index, grammar, vocabulary)
        index += 1
        for upto in range(last, index - 2, -1):
            end = words[upto][1]
            if meaning := forms.get(grammar.key(text[start:end])):
                if not unicodedata.combining(text[end : end + 1] or " "):  # أولًا is "firstly"
                    yield Ordinal(start, end, *meaning)
                index = upto + 1
                break


def _run(text: str, words: list[tuple[int, int]], index: int, grammar: Grammar, vocabulary: frozenset[str]) -> int:
    """Give the last of the words in a row that ordinals are made of."""
    last = index
    while last + 1 < len(words) and last - index < _MOST_WORDS:
        start, end = words[last + 1]
        if text[words[last][1] : start] not in _GAPS or grammar.key(text[start:end]) not in vocabulary:
            break
        last += 1
    return last


def write_ordinal(text: str, start: int, end: int, value: int, language: str) -> str:
    """Write another value in the form of the ordinal at a place; "" when that form is not sure.

    >>> write_ordinal("en su septuagésimo sexto período", 6, 24, 73, "es")
    'septuagésimo tercer'
    """
    if language not in _GRAMMARS:
        return ""
    grammar = grammar_of(language)
    found = _table(language)[0].get(grammar.key(text[start:end]))
    if not found or not 1 <= value <= grammar.greatest:
        return ""
    features = found[1]
    if found[0] == 1 and all(feature[:1] == "p" or feature.endswith("p") for feature in features):
        return ""  # les premiers jours, the first days: no other ordinal is said of many
    if language == "ar" and found[0] <= 10 < value and not any(".the." in feature for feature in features):
        return ""  # ثالث حالة, but الحالة الثانية عشرة
    forms = {grammar.spell(value, feature) for feature in features}
    if len(forms) > 1:
        feature = grammar.choose(features, text[:start], text[end:])
        forms = {grammar.spell(value, feature)} if feature in features else set()
    return in_case_of(text[start:end], forms.pop()) if len(forms) == 1 else ""


def in_case_of(old: str, new: str) -> str:
    """Write with capitals where the old text has them.

    >>> in_case_of("Seventy-Sixth", "seventy-seventh"), in_case_of("FORTIETH", "forty-first")
    ('Seventy-Seventh', 'FORTY-FIRST')
    """
    if old.islower() or not any(char.isupper() for char in old):
        return new
    if old.isupper() and len(old) > 1:
        return new.upper()
    initials = [word[0] for word in re.split(r"[\s-]+", old) if word]
    if len(initials) > 1 and all(initial.isupper() for initial in initials):
        return re.sub(r"(?<![^\W\d_])[^\W\d_]", lambda match: match[0].upper(), new)
    return new[:1].upper() + new[1:]
