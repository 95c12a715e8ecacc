"""Hand units of PO files over to a translator's tool, as XLIFF, with what the memory offers for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tm.exchange import atomic, po, xliff
from tm.exchange.xliff.po_units import to_xliff
from tm.memory.learn import neighbours
from tm.memory.lookup import Query, lookup
from tm.memory.store import Store
from tm.model.errors import SettingsError
from tm.model.match import Kind, Match
from tm.model.note import is_code
from tm.model.unit import State, Unit
from tm.project.layout import Project, language_of
from tm.project.place import below
from tm.workflow.learn import language_of_file
from tm.workflow.originals import source_of

KINDS = (".xlf", ".xliff")
"""The endings of XLIFF files."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be in the file.

    Attributes:
        codes: languages; all where it is empty.
        version: "2.1" or "1.2".
        matches: how many of the memory's matches a unit without a finished translation gets, at most.
        fill: whether targets that are not there yet hold the source, for tools such as OmegaT that show nothing else.
    """

    codes: tuple[str, ...] = ()
    version: str = "2.1"
    matches: int = 3
    fill: bool = False


@dataclass(slots=True)
class HandedOver:
    """What a file holds: how many documents, matches, and units by state; of `unsaid` matches it leaves notes out."""

    documents: int = 0
    matches: int = 0
    unsaid: int = 0
    units: Counter[State] = field(default_factory=Counter)


def hand_over(project: Project, store: Store | None, paths: Sequence[Path], target: Path, wanted: Wanted) -> HandedOver:
    """Write the units of PO files of one language to a file, whole or not at all.

    Raises:
        FormatError: a PO file that is not sound, or whose language cannot be told.
        SettingsError: no unit in the languages wanted, several target languages where the version holds one, a PO file
            outside of the project, or a file that cannot be written.
    """
    files = [file for file in _read(project, paths, wanted) if any(unit.is_live for unit in file.po.units)]
    if not files:
        inside = f" in {', '.join(wanted.codes)}" if wanted.codes else ""
        raise SettingsError(f"no unit{inside} to write to {target}: make PO files with tm segment, or name some")
    languages = sorted({file.language for file in files})
    if len(languages) > 1 and wanted.version != "1.2":
        raise SettingsError(
            f"XLIFF {wanted.version} holds one target language, and there are {', '.join(languages)}: "
            f"name one, as in --lang {languages[0]}, or use --xliff 1.2"
        )
    handed = HandedOver()
    with atomic.new_file(target) as stream:
        stream.writelines(xliff.write((_file(file, project, store, wanted, handed) for file in files), wanted.version))
    return handed


@dataclass(frozen=True, slots=True)
class _Read:
    """A PO file, the code of its language, and its path in the project."""

    po: po.PoFile
    language: str
    original: str
    document: str


def _read(project: Project, paths: Sequence[Path], wanted: Wanted) -> Iterator[_Read]:
    for path in paths:
        by_folder = language_of(path)
        if wanted.codes and by_folder and by_folder.code not in wanted.codes:
            continue
        file = po.require_sound(po.read(path, shown=project.shown(path)))
        language = language_of_file(file, path).code
        if wanted.codes and language not in wanted.codes:
            continue
        if below(path, project.root) is None:
            raise SettingsError(
                f"{project.shown(path)}: not in the project {project.root}, so that it could not come back: "
                "name its folder with --root"
            )
        yield _Read(file, language, project.place_of(path), project.document_of(path))


def _file(read: _Read, project: Project, store: Store | None, wanted: Wanted, handed: HandedOver) -> xliff.File:
    live = [unit for unit in read.po.units if unit.is_live]
    units: list[xliff.Unit] = []
    source = source_of(read.po, project.settings.source_language).code
    for unit, (before, after) in zip(live, neighbours(live), strict=True):
        candidates: list[xliff.Candidate] = []
        if store and wanted.matches and _asks(unit):
            query = Query(unit.source, source, read.language, before, after, unit.context or "", read.document)
            found = lookup(store, query, min_score=project.settings.min_score, limit=wanted.matches)
            candidates = [_candidate(match) for match in found]
            notes = store.notes([match.entry for match in found])
            handed.unsaid += sum(not all(map(is_code, said)) for said in notes.values())
        units += to_xliff(unit, candidates, fill=wanted.fill)
        handed.units[unit.state] += 1
        handed.matches += len(candidates)
    handed.documents += 1
    return xliff.File(read.original, source, read.language, tuple(units))


def _asks(unit: Unit) -> bool:
    return unit.state is not State.TRANSLATED and unit.source_plural is None and bool(unit.source.strip())


def _candidate(match: Match) -> xliff.Candidate:
    """Make a candidate of a match; one through a third language says so."""
    where = " ".join(part for part in (match.origin.document, match.origin.date[:10]) if part)
    through = f"through {match.through.language}" if match.through else ""
    origin = ", ".join(part for part in (where, through) if part)
    return xliff.Candidate(match.source, match.target, match.score, origin, match.kind is Kind.CONTEXT)
