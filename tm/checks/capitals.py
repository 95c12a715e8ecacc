"""Capital letters of names and agreed terms: États Membres, Генеральная Ассамблея."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tm.checks.check import Fault, Pair, check
from tm.checks.knowledge import Knowledge, OfPair
from tm.checks.place import span_of
from tm.checks.wording import Target, checked, named, target_of, terms
from tm.model.finding import Severity
from tm.model.term import Term, TermKind
from tm.terminology.recognize import Occurrence, content_keys
from tm.terminology.words import keys, word_list


@check(Severity.INFO, targets=("es", "fr", "ru"))
def capitals(knowledge: Knowledge) -> OfPair:
    """Flag a name or an agreed term without the capital letters that the glossary has.

    Only where the source writes it with a capital itself: « états membres » for Member States.

    Leaves alone: text that is all in capitals, common nouns, terms that the translation has elsewhere with capitals.
    """
    glossary = checked(knowledge.glossary)

    def of_pair(pair: Pair) -> Iterator[Fault]:
        source = [one for one in named(glossary, pair.unit.source, pair.source.code) if _is_proper(one)]
        if source and not pair.unit.target.isupper():
            target = target_of(glossary, pair.unit.target, pair.target.code)
            for one in {one.concept.id: one for one in source}.values():
                yield from _small(one, target)

    return of_pair


def _is_proper(one: Occurrence) -> bool:
    return one.term.text[0].isupper() and one.term.kind is not TermKind.ACRONYM


def _small(one: Occurrence, target: Target) -> Iterator[Fault]:
    wanted = [term for term in terms(one.concept, target.language) if term.kind is not TermKind.ACRONYM]
    if any(term.text in target.text for term in wanted):
        return  # as most are
    found = [(term, place) for term in wanted for place in _places(term, target)]
    if not found or any(all(map(_has_capital, *_both(term, place, target))) for term, place in found):
        return
    term, (start, end) = max(found, key=lambda one: one[0].text.casefold() == target.text[slice(*one[1])].casefold())
    if term.text[0].isupper():
        at = span_of(target.raw, target.text, start, end)
        yield Fault(f"{target.text[start:end]} is written {term.text}", at)


def _places(term: Term, target: Target) -> Iterator[tuple[int, int]]:
    """Yield where the words of a term stand one after the other, whatever their case."""
    wanted = list(content_keys(term.text, target.language))
    if not target.keys.issuperset(wanted):
        return
    spelled = [one for one in target.spelled if one[1]]
    there = [key for _, key, _ in spelled]
    for place in range(len(there) - len(wanted) + 1):
        if there[place : place + len(wanted)] == wanted:
            last, _, start = spelled[place + len(wanted) - 1]
            yield spelled[place][2], start + len(last)


def _telling(words: Sequence[str], language: str) -> list[tuple[str, str]]:
    seen = keys(language)
    return [(word, seen[word]) for word in words if seen[word]]


def _both(term: Term, place: tuple[int, int], target: Target) -> tuple[list[str], list[str]]:
    """Give the words of a term and those that stand in the text, in pairs."""
    wanted = [word for word, _ in _telling(word_list(term.text), target.language)]
    found = [word for word, _ in _telling(word_list(target.text[slice(*place)]), target.language)]
    return wanted, found


def _has_capital(wanted: str, found: str) -> bool:
    return found[0].isupper() or not wanted[0].isupper()
