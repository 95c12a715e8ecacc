"""Put right what checks found wrong and know the one right answer to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tm.checks.check import Fault, Pair, UnitCheck
from tm.checks.silence import silences
from tm.model.language import Language
from tm.model.unit import Unit

_ROUNDS = 8
"""How often a text is looked at again: what one check puts right may be what another waits for."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A unit put right.

    Attributes:
        unit: as it should be; the very unit that was given when there was nothing to do.
        checks: the name of each check whose finding was put right, once for each place, in order.
    """

    unit: Unit
    checks: tuple[str, ...] = ()


def mend(
    unit: Unit, checks: Iterable[UnitCheck], *, source: Language, target: Language, is_ours: bool = True
) -> Mended:
    """Apply every fix that the checks know to the translation of a unit, to each form of a plural by itself.

    Tags, addresses and letters stay as they are; what is left can be mended again without a change. Obsolete units,
    and checks that the unit silences, are left alone.

    Args:
        is_ours: whether the file was made by this program.
    """
    able = [one for one in checks if _speaks_of(one, unit, target)]
    is_plural = unit.source_plural is not None and bool(unit.targets)
    singles = [_single(unit, index, form) for index, form in enumerate(unit.targets)] if is_plural else [unit]
    settled = [_settled(Pair(one, source, target, is_ours), able) for one in singles]
    names = tuple(name for _, fixed_by in settled for name in fixed_by)
    if not names:
        return Mended(unit)
    texts = tuple(text for text, _ in settled)
    return Mended(replace(unit, target=texts[0], targets=texts if is_plural else unit.targets), names)


def _speaks_of(one: UnitCheck, unit: Unit, target: Language) -> bool:
    is_silent = not unit.is_live or one.name in silences(unit)
    return not is_silent and unit.state in one.states and (not one.targets or target.code in one.targets)


def _single(unit: Unit, index: int, form: str) -> Unit:
    source = (unit.source if len(unit.targets) > 1 and index == 0 else unit.source_plural) or unit.source
    return replace(unit, source=source, target=form, source_plural=None, targets=())


def _settled(pair: Pair, checks: Sequence[UnitCheck]) -> tuple[str, tuple[str, ...]]:
    """Fix round by round until nothing is left to fix, or, should two checks never agree, for a bounded while."""
    text = pair.unit.target
    names: list[str] = []
    for _ in range(_ROUNDS):
        found = {one.name: tuple(_faults(pair, one)) for one in checks} if text else {}
        chosen = _apart((name, fault) for name, faults in found.items() for fault in faults)
        if not chosen:
            break
        names += [name for name, _ in chosen]
        text = fixed(text, [fault for _, fault in chosen])
        pair = replace(pair, unit=replace(pair.unit, target=text))
    return text, tuple(names)


def _faults(pair: Pair, one: UnitCheck) -> Iterator[Fault]:
    return (fault for fault in one.function(pair) if isinstance(fault, Fault) and fault.at and fault.fix is not None)


def _apart(found: Iterable[tuple[str, Fault]]) -> list[tuple[str, Fault]]:
    """Choose faults whose places do not overlap, the first in the text before the others, wide before narrow.

    What is put in where another fault begins or ends waits: nobody knows on which side it should stand.
    """
    chosen: list[tuple[str, Fault]] = []
    end, is_open = -1, False
    for name, fault in sorted(found, key=lambda one: (one[1].at.start, -one[1].at.end) if one[1].at else (0, 0)):
        if fault.at is None or fault.at.start < end:
            continue
        is_empty = fault.at.start == fault.at.end
        if fault.at.start > end or not (is_empty or is_open):
            chosen.append((name, fault))
            end, is_open = fault.at.end, is_empty
    return chosen


def fixed(text: str, faults: Iterable[Fault]) -> str:
    """Put each fault's fix at its place; what has no place or no fix, or overlaps what stands before, is left out.

    >>> from tm.model.finding import Span
    >>> fixed("a ,b", [Fault("space", at=Span(1, 2), fix=""), Fault("no space", at=Span(3, 3), fix=" ")])
    'a, b'
    """
    parts: list[str] = []
    last = 0
    for _, fault in _apart(("", fault) for fault in faults if fault.at and fault.fix is not None):
        if fault.at and fault.fix is not None:
            parts += [text[last : fault.at.start], fault.fix]
            last = fault.at.end
    return "".join(parts) + text[last:]
