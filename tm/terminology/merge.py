"""Merge concepts into a glossary: terms are added, never replaced, and nothing is guessed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tm.model.language import BY_CODE
from tm.model.term import Concept, Remark, Term
from tm.text.normalize import match_key

_NO_LETTER = re.compile("[^a-z0-9]+")


@dataclass(slots=True)
class Merged:
    """A glossary and what became of the concepts merged into it.

    Attributes:
        concepts: those that were there first, in their order.
        refused: each concept that was not taken in, and why.
    """

    concepts: list[Concept]
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: list[tuple[Concept, str]] = field(default_factory=list)


def merge(glossary: Sequence[Concept], others: Iterable[Concept]) -> Merged:
    """Merge concepts into a glossary.

    A concept is one of the glossary when both have a term in common and no language in which both have terms, but none
    in common; then it gains the terms that it lacks, and remarks of kinds that it lacks. What shares terms with
    several, or speaks against the one that it shares terms with, is refused. An id is kept where it is free, and
    otherwise made of the English or the first term.
    """
    merged = Merged(list(glossary))
    places = {concept.id: place for place, concept in enumerate(glossary)}
    by_term: dict[tuple[str, str], set[int]] = {}
    for place, concept in enumerate(glossary):
        _index(by_term, place, concept)
    for concept in others:
        alike = sorted({place for key in _keys(concept) for place in by_term.get(key, ())})
        fitting = [place for place in alike if not _conflict(merged.concepts[place], concept)]
        if len(fitting) == 1:
            _join(merged, fitting[0], concept)
            _index(by_term, fitting[0], merged.concepts[fitting[0]])
        elif alike:
            merged.refused.append((concept, _reason([merged.concepts[place] for place in fitting or alike], concept)))
        else:
            made = replace(concept, id=_free_id(concept, places))
            places[made.id] = len(merged.concepts)
            _index(by_term, len(merged.concepts), made)
            merged.concepts.append(made)
            merged.added += 1
    return merged


def _keys(concept: Concept) -> Iterable[tuple[str, str]]:
    return {_key(term) for term in concept.terms}


def _index(by_term: dict[tuple[str, str], set[int]], place: int, concept: Concept) -> None:
    for key in _keys(concept):
        by_term.setdefault(key, set()).add(place)


def _conflict(one: Concept, other: Concept) -> str:
    """Give the code of a language in which both have terms, but none in common; "" without one."""
    shared = {language for language, _ in set(_keys(one)) & set(_keys(other))}
    languages = {term.language for term in one.terms} & {term.language for term in other.terms}
    return next(iter(sorted(languages - shared)), "")


def _reason(alike: Sequence[Concept], concept: Concept) -> str:
    if len(alike) > 1:
        return f"it may be any of {', '.join(one.id for one in alike)}: mend the glossary by hand"
    language = _conflict(alike[0], concept)
    held = next(term.text for term in alike[0].terms if term.language == language)
    name = BY_CODE[language].name
    return f"the glossary has «{held}» in {name} for {alike[0].id}: change it there, if it is wrong"


def _join(merged: Merged, place: int, concept: Concept) -> None:
    held = merged.concepts[place]
    others = {_key(term): term for term in reversed(concept.terms)}
    known = tuple(_with_remarks(term, others.get(_key(term))) for term in held.terms)
    new = tuple(term for term in concept.terms if _key(term) not in {_key(one) for one in known})
    remarks = (*held.remarks, *_lacking(held.remarks, concept.remarks))
    joined = replace(held, terms=_in_order((*known, *new)), remarks=remarks)
    if joined == held:
        merged.unchanged += 1
        return
    merged.concepts[place] = joined
    merged.updated += 1


def _key(term: Term) -> tuple[str, str]:
    return term.language, match_key(term.text).casefold()


def _with_remarks(term: Term, other: Term | None) -> Term:
    if other is None or not other.remarks:
        return term
    return replace(term, remarks=(*term.remarks, *_lacking(term.remarks, other.remarks)))


def _lacking(held: Sequence[Remark], others: Sequence[Remark]) -> Sequence[Remark]:
    """List the remarks of kinds that were not there for that language."""
    known = {(remark.kind, remark.language) for remark in held}
    return [remark for remark in others if (remark.kind, remark.language) not in known]


def _in_order(terms: Sequence[Term]) -> tuple[Term, ...]:
    """Put the terms of one language together, as a glossary file does."""
    order = list(dict.fromkeys(term.language for term in terms))
    return tuple(sorted(terms, key=lambda term: order.index(term.language)))


def _free_id(concept: Concept, taken: Mapping[str, int]) -> str:
    wanted = concept.id or _slug(concept)
    number, free = 2, wanted
    while free in taken:
        free = f"{wanted}-{number}"
        number += 1
    return free


def _slug(concept: Concept) -> str:
    terms = sorted(concept.terms, key=lambda term: term.language != "en")
    plain = unicodedata.normalize("NFKD", terms[0].text).casefold()
    word = _NO_LETTER.sub("-", plain).strip("-")[:40].strip("-")
    return f"term-{word}" if word else "term"
