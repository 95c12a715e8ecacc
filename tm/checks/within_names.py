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


def other_states(
    source: Sequence[Occurrence], lost: Sequence[Occurrence], target: Target
) -> Iterator[tuple[str, Fault]]:
    """Yield, by their concepts, names whose State is not in the translation, which has another one instead.

    Args:
        source: all that the source names.
        lost: what of it the translation does not name.
    """
    named = [one for one in lost if one.concept.subject not in CASELESS and one.concept.subject != "state"]
    inside = {one.concept.id: states_within(target.glossary, one.concept) for one in named}
    if not any(inside.values()):
        return
    known = {one.concept.id for one in source}
    known = known.union(*(states_within(target.glossary, one.concept) for one in source))
    others = [one for one in target.sure if one.concept.subject == "state" and one.concept.id not in known]
    for one in named if others else ():
        wanted = forms(target.glossary, target.language)
        if any(target.has(form) for name in inside[one.concept.id] for form in wanted[name]):
            continue
        for other in others[:1] if inside[one.concept.id] else ():
            what = target.text[other.start : other.end]
            at = span_of(target.raw, target.text, other.start, other.end)
            yield one.concept.id, Fault(f"the translation has {what} where the source has {one.term.text}", at)


@lru_cache(maxsize=4096)
def states_within(glossary: Glossary, concept: Concept) -> frozenset[str]:
    """Name the States within the English names of a concept, by their ids."""
    names = (term.text for term in terms(concept, "en") if term.kind is not TermKind.ACRONYM)
    return frozenset(one.concept.id for name in names for one in recognize(_states(glossary), name, "en"))


@lru_cache(maxsize=4)
def _states(glossary: Glossary) -> Glossary:
    return Glossary(tuple(one for one in glossary.concepts if one.subject == "state"))
