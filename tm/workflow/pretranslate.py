"""Fill the untranslated units of PO files from the memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from tm.exchange import po
from tm.memory.learn import neighbours
from tm.memory.lookup import Query, lookup
from tm.memory.store import Store
from tm.model.match import Kind, Match
from tm.model.unit import State, Unit
from tm.project.layout import Project
from tm.workflow.learn import language_of_file


@dataclass(frozen=True, slots=True)
class Pretranslated:
    """What was filled in one file; counts are units, `filled` by kind of match."""

    path: Path
    filled: Mapping[str, int]
    left: int


def pretranslate(
    project: Project, store: Store, paths: Sequence[Path], *, min_score: float, now: datetime
) -> Iterator[Pretranslated]:
    """Fill each file, write it if anything was found, and tell of it.

    Raises:
        FormatError: a file that is not sound; it is not touched.
    """
    for path in paths:
        file = po.require_sound(po.read(path, shown=project.shown(path)))
        target = language_of_file(file, path).code
        filled: Counter[str] = Counter()
        units = []
        for unit, query in zip(file.units, queries(file.units, file.source_language, target), strict=True):
            matches = lookup(store, query, min_score=min_score, limit=3) if query else ()
            filled.update(match.kind.label for match in matches[:1])
            units.append(fill(unit, matches))
        if units != list(file.units):
            po.save(path, file, units, now=now)
        left = sum(unit.state is State.UNTRANSLATED for unit in units)
        yield Pretranslated(path, filled, left)


def queries(units: Sequence[Unit], source: str, target: str) -> Iterator[Query | None]:
    """Make what to ask for each unit; None for one that has nothing to be filled."""
    around = iter(neighbours([unit for unit in units if unit.is_live]))
    for unit in units:
        if not unit.is_live:
            yield None
            continue
        before, after = next(around)
        asks = unit.state is State.UNTRANSLATED and unit.source_plural is None and unit.source.strip()
        yield Query(unit.source, source, target, before, after, unit.context or "") if asks else None


def fill(unit: Unit, matches: Sequence[Match]) -> Unit:
    """Fill an untranslated unit with the best of its matches, best first; itself when there is none.

    A match in context, and an exact one that no other exact one contradicts, is taken as translated;
    anything else becomes fuzzy and shows the remembered source.
    """
    if not matches:
        return unit
    best = matches[0]
    rivals = {match.target for match in matches if match.kind is Kind.EXACT and match.penalties == best.penalties}
    sure = best.kind is Kind.CONTEXT or (best.kind is Kind.EXACT and len(rivals) == 1)
    sure = sure and best.through is None
    date = f" ({best.origin.date})" if best.origin.date else ""
    return replace(
        unit,
        target=best.target,
        state=State.TRANSLATED if sure else State.FUZZY,
        origin=f"{best.score:g}% {best.origin.document}{date}",
        previous=None if sure or best.source == unit.source else best.source,
    )
