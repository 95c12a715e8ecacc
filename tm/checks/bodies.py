"""Names of bodies with their acronyms: an acronym of another body, and a right acronym behind the name of none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from tm.checks.check import Fault
from tm.checks.heads import heads
from tm.checks.hints import is_ambiguous
from tm.checks.place import span_of
from tm.checks.wording import BODIES, EVERYWHERE, Target, terms
from tm.model.term import Concept, TermKind
from tm.terminology.recognize import Occurrence, content_keys
from tm.text.plain import plain

_GENERIC = content_keys("United Nations International World Organization Office Programme Committee Commission", "en")
"""Keys of words that the names of many bodies share."""

_SHORT = frozenset({TermKind.ACRONYM, TermKind.SHORT})
"""What stands in a translation for an acronym: Chinese has short names, 欧盟."""

_BRACKET = re.compile(r"\s?[(（]\s?\Z")


def other_acronyms(source: Sequence[Occurrence], raw: str, target: Target) -> Iterator[Fault]:
    """Yield acronyms of other bodies where the source has one twice, be it by its name, and the target less often.

    Args:
        raw: the source.
    """
    times = Counter([one.concept.id for one in source])
    if len(times) == len(source):
        return
    acronyms = {one.concept.id: one for one in source if one.term.kind is TermKind.ACRONYM and not is_ambiguous(one)}
    twice = {name: one for name, one in acronyms.items() if times[name] > 1 and one.concept.subject in BODIES}
    if not twice:  # without its full name, a body that is not there is told as lost
        return
    there = Counter(one.concept.id for one in target.sure)
    others = [one for one in target.sure if _is_other(one, times, target.text)]
    unsaid = [one for one in others if not _is_said(one.concept, raw)]
    for name, one in twice.items():
        own = [term.text for term in terms(one.concept, target.language) if term.kind in _SHORT]
        is_lost = one.term.text not in target.text and not any(text in target.text for text in own)
        kept = 0 if one.term.text in own else target.text.count(one.term.text)
        left = others if is_lost else unsaid
        if not own:  # what stands in brackets is an acronym, whatever the language has
            left = [one for one in left if _BRACKET.search(target.text, 0, one.start)]
        if not left or there[name] + kept >= times[name]:
            continue
        other = left[0]
        others, unsaid = ([one for one in bodies if one is not other] for bodies in (others, unsaid))
        what = target.text[other.start : other.end]
        at = span_of(target.raw, target.text, other.start, other.end)
        told = f" ({own[0]})" if own else ""
        yield Fault(f"the translation has {what} where the source has {one.term.text}{told}", at)


def _is_other(one: Occurrence, known: Counter[str], text: str) -> bool:
    """Say whether it is the acronym of a body that the source does not name, or any name in brackets."""
    if one.concept.subject not in BODIES or one.concept.id in known or one.concept.id in EVERYWHERE:
        return False
    is_short = one.term.kind in _SHORT or _BRACKET.search(text, 0, one.start) is not None
    return is_short and not is_ambiguous(one)


def _is_said(concept: Concept, source: str) -> bool:
    """Say whether the source may speak of a body in words that are no term of it."""
    there = _keys(plain(source))
    for term in terms(concept, "en"):
        wanted = set(content_keys(term.text, "en")) - set(_GENERIC)
        if wanted and 2 * len(wanted & there) >= len(wanted):
            return True
    return False


@lru_cache(maxsize=64)
def _keys(source: str) -> frozenset[str]:
    return frozenset(content_keys(source, "en"))


def _with_acronyms(source: Sequence[Occurrence], text: str) -> Iterator[tuple[Occurrence, Occurrence]]:
    """Yield names that have their acronym behind them in brackets, with it."""
    for one, acronym in pairwise(source):
        is_pair = one.concept.id == acronym.concept.id and acronym.term.kind is TermKind.ACRONYM is not one.term.kind
        if is_pair and _BRACKET.fullmatch(text, one.end, acronym.start):
            yield one, acronym


def other_names(source: Sequence[Occurrence], raw: str, target: Target) -> Iterator[Fault]:
    """Yield names with an acronym in brackets where the translation has the acronym, and before it another name.

    Args:
        raw: the source.
    """
    text = plain(raw)
    for one, acronym in _with_acronyms(source, text):
        if one.concept.subject not in BODIES:
            continue
        own = [term.text for term in terms(one.concept, target.language) if term.kind is TermKind.ACRONYM]
        place = _place_in_brackets((*own, acronym.term.text), target)
        if place is not None and not _may_be_named(one.concept, target, place):
            message = f"the name before {acronym.term.text} is not that of the {one.term.text}"
            yield Fault(message, None, span_of(raw, text, one.start, one.end))


def others_in_brackets(source: Sequence[Occurrence], raw: str, target: Target) -> Iterator[Fault]:
    """Yield acronyms in brackets behind the right name that are not the name's: another body's, or another language's.

    Args:
        raw: the source.
    """
    text = plain(raw)
    for one, acronym in _with_acronyms(source, text):
        own = [term.text for term in terms(one.concept, target.language) if term.kind in _SHORT]
        right = {acronym.term.text, *own, *(term.text for term in terms(one.concept, "en"))}
        for name in target.sure:
            found = _IN_BRACKETS.match(target.text, name.end) if name.concept.id == one.concept.id else None
            if not found or found[1] in right or found[1] in text or not _is_wrong(found[1], one.concept, own, target):
                continue
            told = f" ({own[0]})" if own else ""
            at = span_of(target.raw, target.text, *found.span(1))
            yield Fault(f"the translation has {found[1]} where the source has {acronym.term.text}{told}", at)


_IN_BRACKETS = re.compile(r"\s?[(（]\s?([^\W\d_][\w-]{1,20})\s?[)）]")


def _is_wrong(written: str, concept: Concept, own: Sequence[str], target: Target) -> bool:
    """Say whether what stands in brackets is an acronym, or in Arabic another kind of body than the name has."""
    if target.language == "ar" and not written.isascii():
        head = set(content_keys(written, "ar"))
        return written.startswith("ال") and head <= _arabic_kinds() and head.isdisjoint(heads(concept, "ar"))
    return written.isupper() and (bool(own) or target.language in {"ar", "zh"})


@lru_cache(maxsize=1)
def _arabic_kinds() -> frozenset[str]:
    return frozenset(content_keys(_ARABIC_KINDS, "ar"))


_ARABIC_KINDS = "لجنة هيئة وكالة منظمة مجلس برنامج صندوق مكتب مفوضية اتحاد معهد محكمة فريق بعثة إدارة مؤتمر"
"""Committee, body, agency, organization, council, programme, fund, office and so on."""


def _place_in_brackets(acronyms: Sequence[str], target: Target) -> int | None:
    """Say where an acronym stands in brackets behind a word."""
    found = (re.search(rf"(?<=\w)\s?[(（]\s?{re.escape(one)}(?![A-Za-z])", target.text) for one in acronyms)
    return next((match.start() for match in found if match), None)


def _may_be_named(concept: Concept, target: Target, place: int) -> bool:
    """Say whether most of a name's words are in a translation, or most of its characters right before a place."""
    for term in terms(concept, target.language):
        if term.kind is TermKind.ACRONYM:
            continue
        if target.language == "zh":
            near = target.text[max(0, place - len(term.text) - 3) : place]
            if 3 * len(set(term.text) & set(near)) >= 2 * len(set(term.text)):
                return True
        elif (wanted := set(content_keys(term.text, target.language))) and 2 * len(wanted & target.keys) > len(wanted):
            return True
    return False
