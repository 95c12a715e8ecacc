"""Names and agreed terms: what the glossary has for a term of the source stands in the translation, in any form."""

from __future__ import annotations

from collections.abc import Iterator

from tm.checks.check import Fault, Pair, check
from tm.checks.knowledge import Knowledge, OfPair
from tm.checks.place import span_of
from tm.checks.wording import Target, missing, named, terms
from tm.model.finding import Severity
from tm.model.term import Concept, TermStatus
from tm.terminology.recognize import Occurrence

_BODIES = frozenset({"organ", "committee", "agency", "programme"})


@check(Severity.WARNING)
def term(knowledge: Knowledge) -> OfPair:
    """Flag a name or an agreed term of the glossary that the translation renders otherwise.

    Any form of the words will do, and any term that the glossary does not forbid.
    """
    glossary = knowledge.glossary

    def of_pair(pair: Pair) -> Iterator[Fault]:
        source = named(glossary, pair.unit.source, pair.source.code)
        if source:
            target = Target(glossary, pair.unit.target, pair.target.code)
            lost = missing(source, target)
            if lost:
                yield from _faults(source, lost, target)

    return of_pair


def _faults(source: tuple[Occurrence, ...], lost: list[Occurrence], target: Target) -> Iterator[Fault]:
    known = {one.concept.id for one in source}
    others = [one for one in target.named if one.concept.id not in known]
    for one in lost:
        intruder = next((other for other in others if _is_kin(one.concept, other.concept)), None)
        wanted = next(terms(one.concept, target.language, TermStatus.PREFERRED))
        if intruder is not None:
            others.remove(intruder)
            what = target.text[intruder.start : intruder.end]
            at = span_of(target.raw, target.text, intruder.start, intruder.end)
            yield Fault(f"the translation has {what} where the source has {one.term.text}", at)
        else:
            yield Fault(f"{one.term.text} ({wanted.text}) is not in the translation")


def _is_kin(one: Concept, other: Concept) -> bool:
    return one.subject == other.subject or {one.subject, other.subject} <= _BODIES
