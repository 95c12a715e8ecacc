"""States within the names of bodies: the Interim Force in Lebanon is none in Liberia."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from tm.checks.check import Fault
from tm.checks.place import span_of
from tm.checks.wording import Target, forms, terms
from tm.model.term import Concept, TermKind
from tm.terminology.glossary import Glossary
from tm.terminology.recognize import CASELESS, Occurrence, recognize
from tm.terminology.words import word_list
from tm.text.pattern import pattern
from tm.text.plain import plain

_ROOT = 3
"""Letters that a State's name and its adjective share: Lebanon, Lebanese."""

_BEFORE_BRACKET = pattern(r"[^.;:()（）]{0,40}\s?[(（]\s?\Z")
"""Between a State and an acronym in brackets, within the name before it."""


def other_states(
    source: Sequence[Occurrence], lost: Sequence[Occurrence], raw: str, target: Target
) -> Iterator[tuple[str, Fault]]:
    """Yield, by their concepts, names whose State is not in the translation, which has another one instead.

    Args:
        source: all that the source names.
        lost: what of it the translation does not name.
        raw: the source.
    """
    held = _within(target.glossary)
    inside = {one.concept.id: names for one in source if (names := held[one.concept.id])}
    if not inside:
        return
    known = {one.concept.id for one in source}.union(*inside.values())
    others = [one for one in target.sure if one.concept.subject == "state" and one.concept.id not in known]
    if not others:
        return
    others = [one for one in others if not _is_told_by_adjective(one.concept, source, plain(raw))]
    wanted, gone = forms(target.glossary, target.language), {one.concept.id for one in lost}
    for one in source:
        names = inside.get(one.concept.id, frozenset())
        if not names or any(target.has(form) for name in names for form in wanted[name]):
            continue
        for other in others if one.concept.id in gone else _before_acronyms(others, one.concept, target):
            what = target.text[other.start : other.end]
            at = span_of(target.raw, target.text, other.start, other.end)
            yield one.concept.id, Fault(f"the translation has {what} where the source has {one.term.text}", at)
            break


def _is_told_by_adjective(state: Concept, source: Sequence[Occurrence], text: str) -> bool:
    """Say whether the source speaks of a State by an adjective outside of the names that it has: Lebanese."""
    for one in reversed(source):
        text = text[: one.start] + text[one.end :]
    roots = {term.text.casefold()[:_ROOT] for term in terms(state, "en") if term.kind is not TermKind.ACRONYM}
    return any(word[:_ROOT].casefold() in roots for word in word_list(text))


def _before_acronyms(states: Sequence[Occurrence], concept: Concept, target: Target) -> Iterator[Occurrence]:
    """Yield States that stand right before the acronym of a body in brackets."""
    acronyms = {term.text for term in concept.terms if term.kind is TermKind.ACRONYM}
    for one in target.named:
        if one.concept.id == concept.id and target.text[one.start : one.end] in acronyms:
            for state in states:
                if state.end <= one.start and _BEFORE_BRACKET.fullmatch(target.text, state.end, one.start):
                    yield state


class _Within(dict[str, frozenset[str]]):
    """For each concept, by its id, the States within its English names; worked out when first asked."""

    def __init__(self, glossary: Glossary) -> None:
        super().__init__()
        self._concepts = {one.id: one for one in glossary.concepts}
        self._states = Glossary(tuple(one for one in glossary.concepts if one.subject == "state"))

    def __missing__(self, name: str) -> frozenset[str]:
        concept = self._concepts[name]
        names: list[str] = []
        if concept.subject not in CASELESS and concept.subject != "state":
            names = [term.text for term in terms(concept, "en") if term.kind is not TermKind.ACRONYM]
        there = frozenset(one.concept.id for name in names for one in recognize(self._states, name, "en"))
        self[name] = there
        return there


@lru_cache(maxsize=4)
def _within(glossary: Glossary) -> _Within:
    return _Within(glossary)
