"""Make entries of the units of a PO file that are finished, and say why others are left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tm.model.language import BY_CODE
from tm.model.match import Context, Entry, MatchKey, Origin
from tm.model.unit import State, Unit
from tm.text.normalize import has_key, match_key


def entries(
    units: Sequence[Unit], *, document: str, source: str, target: str, date: str, author: str = ""
) -> Iterator[Entry]:
    """Make entries of the translated units, in order; those that `rejected` counts are left out.

    Neighbours are the live units around a unit, translated or not, since the document has them all; "" at its ends.
    A plural unit gives two entries: the singular with its form for one, the plural with the form for many.

    Args:
        units: of one file, in the order of the document.
        document: its name without the ending.
        source, target: codes of the languages.
        date: ISO 8601, of the translations; "" unknown.
        author: who wrote the translations; "" unknown.
    """
    live = [unit for unit in units if unit.is_live]
    keys = {unit.source: match_key(unit.source) for unit in live} | {"": MatchKey("")}
    nowhere = Origin(document, "", date, author)
    twins = _twins(live)
    for unit, (before, after) in zip(live, neighbours(live), strict=True):
        if _reason(unit):
            continue
        context = Context(keys[before], keys[after])
        origin = replace(nowhere, place=str(unit.places[0])) if unit.places else nowhere
        for text, translation in _pairs(unit, target):
            role = EMPTY_CONTEXT if unit.context == "" and unit.source in twins else unit.context or ""
            yield Entry(0, {source: text, target: translation}, role, origin, context)


EMPTY_CONTEXT = '""'
"""The role of a unit whose msgctxt is there and empty, beside one with the same msgid and none: gettext tells them."""


def _twins(live: Sequence[Unit]) -> frozenset[str]:
    """Give the sources of units without msgctxt, where some have an empty one."""
    if not any(unit.context == "" for unit in live):
        return frozenset()
    return frozenset(unit.source for unit in live if unit.context is None)


def neighbours(live: Sequence[Unit]) -> list[tuple[str, str]]:
    """Give for each live unit of a file the sources before and after it in the document, "" at its ends.

    A sentence that occurs again is one unit with several places; so the places tell the order of the document, and
    the neighbours are those of the first. Where a unit has no place, or places lie in several documents, the order
    of the file is taken.
    """
    is_placed = all(unit.places for unit in live)
    if is_placed and len({(place.path, bool(place.line)) for unit in live for place in unit.places}) == 1:
        order = [n for _, n in sorted((place.line, n) for n, unit in enumerate(live) for place in unit.places)]
    else:
        texts = ["", *(unit.source for unit in live), ""]
        return list(zip(texts, texts[2:], strict=False))
    first: dict[int, int] = {}
    for at, n in enumerate(order):
        first.setdefault(n, at)
    sources = ["", *(live[n].source for n in order), ""]
    return [(sources[first[n]], sources[first[n] + 2]) for n in range(len(live))]


def rejected(units: Sequence[Unit]) -> Counter[str]:
    """Count the units that give no entry, by reason: obsolete, untranslated, fuzzy, empty."""
    return Counter(reason for unit in units if (reason := _reason(unit)))


def _reason(unit: Unit) -> str:
    if unit.state is not State.TRANSLATED:
        return unit.state.value
    return "" if has_key(unit.source) and has_key(unit.target) else "empty"


def _pairs(unit: Unit, target: str) -> Iterable[tuple[str, str]]:
    if unit.source_plural is None or not unit.targets:
        return ((unit.source, unit.target),)
    return _plural_pairs(unit, unit.source_plural, target)


def _plural_pairs(unit: Unit, plural: str, target: str) -> Iterator[tuple[str, str]]:
    one, many = _forms(target, len(unit.targets))
    if unit.targets[one].strip():
        yield unit.source, unit.targets[one]
    if unit.targets[many].strip() and plural != unit.source:
        yield plural, unit.targets[many]


def unkept_forms(units: Iterable[Unit], target: str) -> Iterator[tuple[int, int]]:
    """Yield lines of finished plurals with forms that give no entry, and how many such forms they have.

    Forms that say the same as one that is kept are not lost.
    """
    for unit in units:
        if unit.source_plural is not None and len(unit.targets) > 1 and not _reason(unit):
            one, many = _forms(target, len(unit.targets))
            kept = {unit.targets[one], unit.targets[many], ""}
            lost = len(set(unit.targets) - kept)
            if lost:
                yield unit.line, lost


def _forms(target: str, count: int) -> tuple[int, int]:
    """Say which plural forms stand for one and for many; Arabic has a form for zero before that for one."""
    has_zero = target == "ar" and count == BY_CODE["ar"].plural_count
    return (1 if has_zero else 0), count - 1
