"""Say whether two texts come to the same in other words: four times a year, ежеквартально; 0.3 per cent, 千分之三."""

from __future__ import annotations

from tm.checks.check import Fault
from tm.checks.customary import frequencies
from tm.checks.otherwise import amounts
from tm.model.finding import Span
from tm.text.pattern import pattern

OFTEN, SHARE = "per year", "exact share"
_MAYBE = pattern(
    r"\b(?:[Tt]wice|times)\s(?:an?|per|each|every|in\sa)\s(?:year|month)\b|\b[Ee]very\s\S+\s(?:years|months)\b"
)


def may_have_frequency(source: str) -> bool:
    """Say quickly whether an English source may say by a number how often a year something is."""
    return ("every " in source or "times " in source or "wice " in source) and _MAYBE.search(source) is not None


def other_frequency(source: str, target: str, language: str) -> list[Fault]:
    """Say when a number says that something is more or less often: twice a year is not every two years.

    >>> other_frequency("It meets twice a year.", "Il se réunit tous les deux ans.", "fr")[0].message
    'the translation has tous les deux ans where the source has twice a year'
    """
    if not may_have_frequency(source):
        return []
    theirs, ours = frequencies(source, "en"), frequencies(target, language)
    if len(theirs) != 1 or len(ours) != 1:
        return []
    was, now = theirs[0], ours[0]
    for one, other, languages in ((was, (source, target), ("en", language)), (now, (target, source), (language, "en"))):
        if comes_to_same(OFTEN, other[0], (one.start, one.end), other[1], languages):
            return []
    message = f"the translation has {target[now.start : now.end]} where the source has {source[was.start : was.end]}"
    return [Fault(message, Span(now.start, now.end), Span(was.start, was.end))]


def comes_to_same(kind: str, text: str, place: tuple[int, int], other: str, languages: tuple[str, str]) -> bool:
    """Say whether what stands at a place of a plain text comes to the same as something in another.

    Args:
        kind: what is compared: how often, or the exact share.
        languages: of the text, and of the other.

    >>> comes_to_same(OFTEN, "It meets twice a year.", (9, 21), "Il se réunit chaque semestre.", ("en", "fr"))
    True
    """
    start, end = place
    own = [one for one in amounts(text, languages[0]) if one.kind == kind and one.start < end and start < one.end]
    values = frozenset().union(*(one.values for one in own))
    return any(one.kind == kind and not values.isdisjoint(one.values) for one in amounts(other, languages[1]))
