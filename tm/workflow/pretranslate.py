"""Fill the untranslated units of PO files from the memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache, partial
from pathlib import Path

from tm.exchange import po
from tm.memory.learn import neighbours
from tm.memory.lookup import Query, lookup
from tm.memory.provenance import is_finished, write_provenance
from tm.memory.store import Store
from tm.model.match import Kind, Match
from tm.model.unit import State, Unit
from tm.project.layout import Project
from tm.stores import open_store
from tm.workflow.crew import Crew
from tm.workflow.learn import language_of_file
from tm.workflow.originals import source_of


@dataclass(frozen=True, slots=True)
class Pretranslated:
    """What was filled in one file; counts are units, `filled` by kind of match."""

    path: Path
    filled: Mapping[str, int]
    left: int


Matches = list[Match]

Helpers = Crew[Query, list[Matches]]

Told = Callable[[int, int], None]

_STEP = 100
"""Units between one report and the next."""

_LIMIT = 3
"""Matches that decide how a unit is filled: the best, and rivals of an exact one."""


def pretranslate(
    project: Project,
    store: Store,
    paths: Sequence[Path],
    *,
    min_score: float,
    now: datetime,
    crew: Helpers | None = None,
    told: Told = lambda done, total: None,
) -> Iterator[Pretranslated]:
    """Fill each file, write it if anything was found, and tell of it.

    Args:
        min_score: the lowest similarity, 0 to 100, that is filled in.
        crew: from `helpers`, with the same memory and score; big files are then done by several processes.
        told: is told within a big file how many of its units were looked up, of how many.

    Raises:
        FormatError: a file that is not sound; it is not touched.
    """
    for path in paths:
        file = po.require_sound(po.read(path, shown=project.shown(path)))
        target = language_of_file(file, path).code
        source = source_of(file, project.settings.source_language).code
        asked = list(queries(file.units, source, target, project.document_of(path)))
        wanted = [query for query in asked if query]
        found = _counted(_matches(store, wanted, min_score, crew), len(wanted), told)
        filled: Counter[str] = Counter()
        units = []
        for unit, query in zip(file.units, asked, strict=True):
            matches = next(found) if query else []
            filled.update(match.kind.label for match in matches[:1])
            units.append(fill(unit, matches))
        if units != list(file.units):
            po.save(path, file, units, now=now)
        left = sum(unit.state is State.UNTRANSLATED for unit in units)
        yield Pretranslated(path, filled, left)


def _counted(matches: Iterator[Matches], total: int, told: Told) -> Iterator[Matches]:
    """Tell how many have come, of how many, where there are many."""
    for done, found in enumerate(matches, start=1):
        if total > _STEP and (done % _STEP == 0 or done == total):
            told(done, total)
        yield found


def helpers(url: str, *, min_score: float, jobs: int) -> Helpers:
    """Make processes that look up in a memory, which each opens for itself."""
    return Crew(partial(_matches_of_another, url, min_score), jobs)


def _matches(store: Store, asked: Sequence[Query], min_score: float, crew: Helpers | None) -> Iterator[Matches]:
    if crew and crew.is_worth(len(asked)):
        store.expect(asked[0].source)  # once, before others ask for it
        for part in crew.do(asked):
            yield from part
    else:
        for query in asked:
            yield lookup(store, query, min_score=min_score, limit=_LIMIT)


def _matches_of_another(url: str, min_score: float, asked: Sequence[Query]) -> list[Matches]:
    store = _opened(url)
    return [lookup(store, query, min_score=min_score, limit=_LIMIT) for query in asked]


@lru_cache(maxsize=1)
def _opened(url: str) -> Store:
    return open_store(url, create=False)


def queries(units: Sequence[Unit], source: str, target: str, document: str = "") -> Iterator[Query | None]:
    """Make what to ask for each unit of a document; None for one that has nothing to be filled."""
    around = iter(neighbours([unit for unit in units if unit.is_live]))
    for unit in units:
        if not unit.is_live:
            yield None
            continue
        before, after = next(around)
        asks = unit.state is State.UNTRANSLATED and unit.source_plural is None and unit.source.strip()
        yield Query(unit.source, source, target, before, after, unit.context or "", document) if asks else None


def fill(unit: Unit, matches: Sequence[Match]) -> Unit:
    """Fill an untranslated unit with the best of its matches, best first; itself when there is none.

    A match in context, and an exact one that no other exact one contradicts, is taken as translated, unless it is a
    draft, a machine's or comes through a third language; anything else becomes fuzzy and shows the remembered source.
    White space around the source, which matches without counting, stands around the target too: with a new line at one
    end of one of them alone, msgfmt refuses the file.
    """
    if not matches:
        return unit
    best = matches[0]
    rivals = {match.target for match in matches if match.kind is Kind.EXACT and match.penalties == best.penalties}
    sure = best.kind is Kind.CONTEXT or (best.kind is Kind.EXACT and len(rivals) == 1)
    sure = sure and is_finished(best)
    return replace(
        unit,
        target=_between_edges(best.target, unit.source, best.source),
        state=State.TRANSLATED if sure else State.FUZZY,
        origin=write_provenance(best),
        previous=None if sure or best.source == unit.source else best.source,
    )


def _between_edges(target: str, source: str, remembered: str) -> str:
    """Put the white space at both ends of a source around a target, unless the remembered source had the same."""
    edges = _edges(source)
    if edges == _edges(remembered):
        return target
    return edges[0] + target.strip() + edges[1]


def _edges(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
