"""The same said as before: a translation compared with what the memory has of other documents."""

from __future__ import annotations

from collections.abc import Iterator

from tm.checks.check import Fault, Pair, check
from tm.checks.knowledge import Knowledge, OfPair, Remembered, nothing, says_nothing
from tm.checks.sameness import is_agreement, is_whole, loose_target
from tm.model.finding import Severity
from tm.model.unit import Unit
from tm.text.normalize import match_key


@check(Severity.WARNING)
def inconsistent_memory(knowledge: Knowledge) -> OfPair:
    """Flag a source that the memory has with another translation, from another document.

    Only finished translations count, and only where all of them say the same: what has been translated in many ways
    may be translated in one more.

    Leaves alone what `inconsistent-target` leaves alone.
    """

    def of_pair(pair: Pair) -> Iterator[Fault]:
        unit = pair.unit
        found = knowledge.remembered(pair.path, match_key(unit.source), pair.source.code, pair.target.code)
        others = {loose_target(one.text): one for one in found if _is_comparable(one, unit)}
        if len(others) == 1 and unit.source_plural is None:
            (key, other) = next(iter(others.items()))
            if key != loose_target(unit.target) and not _agrees(unit, other):
                place = f" ({other.document})" if other.document else ""
                yield Fault(f"the memory has another translation of the same source{place}: {_quote(other.text)}")

    return of_pair if knowledge.remembered is not nothing else says_nothing


def _is_comparable(one: Remembered, unit: Unit) -> bool:
    return bool(loose_target(one.text)) and (is_whole(unit.source) or one.role == (unit.context or ""))


def _agrees(unit: Unit, other: Remembered) -> bool:
    return " " not in unit.source.strip() and is_agreement(unit.target, other.text)


def _quote(text: str) -> str:
    return f"“{text[:117]}…”" if len(text) > 120 else f"“{text}”"
