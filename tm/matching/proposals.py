"""Offer a remembered target with other names of States and bodies: for a person to accept, never done silently."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tm.matching.adapt import adapt
from tm.model.match import Change
from tm.model.term import Concept, Term, TermStatus
from tm.text.normalize import match_key
from tm.text.tokens import tokens

NAME = "name"
"""The kind of a change that puts another name."""

_MOST = 3
_VALUES = frozenset(("month", "session"))
"""Subjects that are values rather than names: adaptation writes them."""

_RUSSIAN_ENDING = re.compile(r"[аеиоуыэюяйь]\Z", re.IGNORECASE)
_RUSSIAN_ADJECTIVE = re.compile(r"(?<=[нкт])(?:[аоы][яей]|ий)\Z")
_RUSSIAN_WORD = re.compile(r"[А-ЯЁ]?[а-яё]{2,}")
"""A word that may be in any case; acronyms have none."""

_ARABIC_ARTICLE = "ال"  # the


@dataclass(frozen=True, slots=True)
class Proposal:
    """A target with the names, and then the values, of a query; articles and cases beside a name are as they were."""

    text: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class _Name:
    """A name in a text, with the English article before it, or with the Arabic conjunctions and prepositions on it."""

    start: int
    end: int
    concept: Concept
    term: Term
    clitics: str = ""


def proposals(
    query: str,
    source: str,
    target: str,
    source_language: str,
    target_language: str,
    names: Mapping[str, Concept] | Iterable[Concept],
) -> tuple[Proposal, ...]:
    """Offer targets for a query that differs from the source in names, and perhaps in values; the likeliest first.

    Names are matched by their longest terms. The target must hold each old name as often as the source does.

    >>> def state(name, *terms):
    ...     return Concept(name, "state", tuple(Term(text, language) for language, text in terms))
    >>> states = [state("bh", ("en", "Bahrain"), ("fr", "Bahreïn")), state("eg", ("en", "Egypt"), ("fr", "Égypte"))]
    >>> proposals("Egypt, 5 May", "Bahrain, 4 May", "Bahreïn, 4 mai", "en", "fr", states)[0].text
    'Égypte, 5 mai'
    """
    every = names.values() if isinstance(names, Mapping) else names
    concepts = tuple(concept for concept in every if concept.subject not in _VALUES)
    wanted, held = _names(query, source_language, concepts), _names(source, source_language, concepts)
    if [name.clitics for name in wanted] != [name.clitics for name in held]:
        return ()
    if all(a.concept.id == b.concept.id for a, b in zip(wanted, held, strict=True)):
        return ()
    renamed = _with(
        source, ((name.start, name.end, query[new.start : new.end]) for name, new in zip(held, wanted, strict=True))
    )
    there = _places(target, target_language, held, wanted)
    found = []
    for choice in range(_MOST if there else 0):
        edits = [
            (name.start, name.end, _attached(name.clitics, _term(new, name.term, target_language, choice)))
            for name, new in there
        ]
        if not all(new for _, _, new in edits):
            break
        if offered := _adapted(query, renamed, target, edits, (source_language, target_language)):
            found.append(offered)
    return tuple(dict.fromkeys(found))


def _names(text: str, language: str, concepts: Sequence[Concept]) -> list[_Name]:
    """Find the names in a text, the longest first, none over another, and give them in order."""
    terms = sorted(
        ((term, concept) for concept in concepts for term in concept.terms if term.language == language),
        key=lambda named: -len(named[0].text),
    )
    found: list[_Name] = []
    for term, concept in terms:
        stem = _stem(term.text, language)
        if stem not in text:
            continue
        for match in re.finditer(_pattern(term.text, language), text):
            if all(match.end() <= name.start or name.end <= match.start() for name in found):
                clitics = next(filter(None, match.groups()), "")
                found.append(_Name(*match.span(), concept, term, clitics))
    return sorted(found, key=lambda name: name.start)


def _stem(text: str, language: str) -> str:
    """Give what of a name every form of it has."""
    if language == "ru":
        return _russian_stem(text.partition(" ")[0])
    return text.removeprefix(_ARABIC_ARTICLE) if language == "ar" else text


def _russian_stem(word: str) -> str:
    return _RUSSIAN_ENDING.sub("", _RUSSIAN_ADJECTIVE.sub("", word))


@lru_cache(maxsize=10_000)
def _pattern(text: str, language: str) -> str:
    """Give the pattern of a name with what is written to it: its groups are the Arabic clitics.

    These are و and, ف so; then ب by, ك like, ل for, which takes the alif of the article.
    """
    name = re.escape(text)
    if language == "zh":
        return name
    if language == "en":
        name = f"(?:[Tt]he )?{name}"
    elif language == "ru":
        name = _RUSSIAN_WORD.sub(lambda word: _russian_stem(word[0]) + "[а-яё]{0,3}", name)
    elif language == "ar" and text.startswith(_ARABIC_ARTICLE):
        name = f"(?:([وف]?[بك]?)ال|([وف]?ل)ل){re.escape(text.removeprefix(_ARABIC_ARTICLE))}"
    elif language == "ar":
        name = f"([وف]?[بكل]?){name}"
    return rf"(?<!\w){name}(?!\w)"


def _attached(clitics: str, name: str) -> str:
    """Write Arabic clitics to a name; ل takes the alif of its article.

    >>> _attached("ول", "الفلبين"), _attached("ل", "بيرو")
    ('وللفلبين', 'لبيرو')
    """
    if name and clitics.endswith("ل") and name.startswith(_ARABIC_ARTICLE):
        return clitics + name[1:]
    return name and clitics + name


def _places(target: str, language: str, held: Sequence[_Name], wanted: Sequence[_Name]) -> list[tuple[_Name, Concept]]:
    """Find where the names that change stand in the target; nowhere if not each as often as in the source."""
    new: dict[str, Concept] = {}
    for name, other in zip(held, wanted, strict=True):
        if new.setdefault(name.concept.id, other.concept).id != other.concept.id:
            return []
    changing = {name.concept.id for name in held if new[name.concept.id].id != name.concept.id}
    there = [name for name in _names(target, language, [name.concept for name in held]) if name.concept.id in changing]
    if Counter(name.concept.id for name in there) != Counter(n.concept.id for n in held if n.concept.id in changing):
        return []
    return [(name, new[name.concept.id]) for name in there]


def _term(concept: Concept, like: Term, language: str, choice: int) -> str:
    """Give a term of a concept of the same kind as another, preferred ones first; "" when there are not so many."""
    terms = [term for term in concept.terms if term.language == language and term.status is not TermStatus.FORBIDDEN]
    same = [term for term in terms if term.kind is like.kind] or terms
    same.sort(key=lambda term: term.status is not TermStatus.PREFERRED)
    return same[choice].text if choice < len(same) else ""


def _with(text: str, edits: Iterable[tuple[int, int, str]]) -> str:
    pieces, place = [], 0
    for start, end, new in edits:
        pieces += [text[place:start], new]
        place = end
    return "".join([*pieces, text[place:]])


def _adapted(
    query: str, renamed: str, target: str, edits: Sequence[tuple[int, int, str]], languages: tuple[str, str]
) -> Proposal | None:
    """Put the names in, and the values where those differ too; None where more differs."""
    text = _with(target, edits)
    changes = tuple(_changes(target, edits))
    if tokens(match_key(query)) == tokens(match_key(renamed)):
        return Proposal(text, changes)
    adapted = adapt(query, renamed, text, *languages)
    if adapted is None:
        return None
    moved = [_moved(change, adapted.changes) for change in changes]
    return Proposal(adapted.text, tuple(sorted((*moved, *adapted.changes), key=lambda change: change.start)))


def _changes(target: str, edits: Iterable[tuple[int, int, str]]) -> Iterator[Change]:
    shift = 0
    for start, end, new in edits:
        yield Change(start + shift, start + shift + len(new), target[start:end], new, NAME)
        shift += len(new) - (end - start)


def _moved(change: Change, values: Iterable[Change]) -> Change:
    """Say where a change of a name stands once the values before it have changed."""
    start = change.start
    for value in values:
        if value.start < start:
            start += len(value.new) - len(value.old)
    return Change(start, start + len(change.new), change.old, change.new, change.kind)
