"""A translation of what the source said once: the source was reworded, or means something else now."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tm.checks.check import Fault, Pair, check
from tm.checks.knowledge import Knowledge, OfPair
from tm.checks.sameness import loose_source
from tm.checks.values import compare
from tm.matching.similarity import differences, similarity
from tm.model.finding import Severity
from tm.model.unit import State, Unit
from tm.text.normalize import match_key
from tm.text.plain import plain
from tm.text.symbols import find_symbols

_NEAR = 60.0
"""Per cent of similarity from which a segment is thought to be what a unit's source has become."""

_NEGATION = re.compile(r"\b(?:not|no|never|none|nor|neither|without|cannot)\b|n[’']t\b", re.IGNORECASE)
_LEAST = 4
"""Letters of a word in which one or two may have been a typo."""


@dataclass(frozen=True, slots=True)
class _Source:
    """A source document as it is now.

    Attributes:
        loose: of its segments, without case, spacing and punctuation at the ends.
        texts: the segments, by role.
    """

    loose: frozenset[str]
    texts: Mapping[str | None, Sequence[str]]


@check(Severity.WARNING, states=frozenset({State.TRANSLATED, State.FUZZY}))
def stale_source(knowledge: Knowledge) -> OfPair:
    """Flag a translation whose source has been reworded since.

    A translated unit: its source is no segment of its document in `source/` any more, and a similar one is. A fuzzy
    unit: its old source (`#|`) has another number, date, symbol or negation than the new one, and the translation still
    has the old. Says what differs.

    Leaves alone: case, spacing, punctuation at the ends, and a typo put right (one or two letters within a word);
    documents that are not in `source/`; in a fuzzy unit, other words, since a person looks at it anyway.
    """

    @cache
    def known(path: str) -> _Source | None:
        units = knowledge.sources.get(path)
        return _source(units) if units else None

    def of_pair(pair: Pair) -> Iterator[Fault]:
        unit = pair.unit
        if unit.state is State.FUZZY:
            if unit.previous is not None and unit.target:
                yield from _of_fuzzy(unit.previous, pair)
        elif unit.places and knowledge.sources:
            found = map(known, {place.path for place in unit.places})
            yield from _of_translated(unit, [source for source in found if source])

    return of_pair


def _source(units: Sequence[Unit]) -> _Source:
    texts: dict[str | None, list[str]] = {}
    for unit in units:
        texts.setdefault(unit.context, []).append(unit.source)
    return _Source(frozenset(loose_source(unit.source) for unit in units), texts)


def _of_translated(unit: Unit, sources: Sequence[_Source]) -> Iterator[Fault]:
    if not sources or any(loose_source(unit.source) in source.loose for source in sources):
        return
    old = match_key(unit.source)
    candidates = [match_key(text) for source in sources for text in source.texts.get(unit.context, ())]
    scored = [(similarity(old, new), new) for new in candidates if len(new) < 4 * len(old) + 40]
    score, new = max(scored, default=(0.0, old))
    if score >= _NEAR:
        told = [_told(step) for step in differences(new, old) if not _is_typo(step)]
        if told:
            yield Fault(f"the source has been reworded since: {'; '.join(told[:3])}")


def _told(step: tuple[str, str, str]) -> str:
    kind, new, old = step
    if kind == "insert":
        return f"“{new}” was added"
    return f"“{old}” was taken out" if kind == "delete" else f"“{new}” instead of “{old}”"


def _is_typo(step: tuple[str, str, str]) -> bool:
    """Say whether a step puts letters of words right, or only changes punctuation or case."""
    kind, new, old = step
    if not any(map(str.isalnum, new + old)) or loose_source(new) == loose_source(old):
        return True
    if kind != "replace" or any(map(str.isdigit, new + old)) or len(new.split()) != len(old.split()):
        return False
    return all(_is_slip(a, b) for a, b in zip(old.split(), new.split(), strict=True))


def _is_slip(old: str, new: str) -> bool:
    if old.casefold() == new.casefold():
        return True
    if min(len(old), len(new)) < _LEAST or bool(_NEGATION.search(old)) is not bool(_NEGATION.search(new)):
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(old.casefold(), new.casefold()) <= (1 if min(len(old), len(new)) <= _LEAST + 1 else 2)


def _of_fuzzy(previous: str, pair: Pair) -> Iterator[Fault]:
    """Compare what the source said with what it says, and look whether the translation follows."""
    old, new, target = previous, pair.unit.source, pair.unit.target
    language = pair.source.code
    changed = compare(old, new, language, language)
    if changed.numbers or changed.dates:
        against = compare(new, target, language, pair.target.code)
        if against.numbers or against.dates:
            said = "; ".join(fault.message for fault in (*changed.dates, *changed.numbers))
            yield Fault(f"the source has changed: {_of_sources(said)}")
    before, now = _symbols(old), _symbols(new)
    if before != now and now != _symbols(target):
        lost, added = sorted((before - now).elements()), sorted((now - before).elements())
        yield Fault(
            f"the source has changed: {', '.join(added) or 'nothing'} instead of {', '.join(lost) or 'nothing'}"
        )
    if language == "en" and _negations(old) != _negations(new):
        is_more = _negations(new) > _negations(old)
        found = _NEGATION.search(plain(new if is_more else old))
        yield Fault(f"the source has changed: “{found[0] if found else ''}” was {'added' if is_more else 'taken out'}")


def _of_sources(message: str) -> str:
    """Say of an old and a new source what is said of a source and its translation."""
    message = message.replace("the translation has", "it has").replace("where the source has", "where it had")
    return message.replace("the translation", "it now").replace("the source", "it before")


def _symbols(text: str) -> Counter[str]:
    return Counter(symbol.text for symbol in find_symbols(plain(text)))


def _negations(text: str) -> int:
    return len(_NEGATION.findall(plain(text)))
