"""Say for each segment of a job how much of its translation the memory, or the job itself, holds already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tm.documents.units import units as units_of
from tm.evaluation.leverage import Placed, band_of_match, band_of_score, steps_above
from tm.evaluation.rates import BANDS
from tm.exchange import po
from tm.matching.earlier import Earlier
from tm.memory.lookup import Query, lookup
from tm.memory.provenance import is_finished
from tm.memory.store import Store
from tm.model.language import Language
from tm.model.match import Kind, MatchKey
from tm.model.unit import State, Unit
from tm.project.layout import SOURCE_SUFFIXES, Project, language_of
from tm.text.normalize import match_key
from tm.workflow.learn import language_of_file
from tm.workflow.originals import source_of
from tm.workflow.other_languages import our_po_files
from tm.workflow.segment import read_documents, targets
from tm.workflow.status import count_words

_LEAST = 50.0


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment of a job: one for each place where it stands.

    Attributes:
        document: its name.
        query: what to ask the memory; its `source` and `target` are the languages.
        counts: False for one that is done and only helps with others.
    """

    document: str
    query: Query
    words: int
    counts: bool = True


def read_job(
    project: Project, paths: Sequence[Path], asked: Sequence[Language], *, untranslated: bool = False
) -> Sequence[Segment]:
    """Read the segments of PO files and source documents, by language, in the order of the documents.

    Args:
        paths: PO files, folders and source documents; without any, all PO files, and the documents that have none.
        asked: only these target languages; all by default.
        untranslated: whether segments that are translated count for nothing; fuzzy ones count.

    Raises:
        TmError: a file that is not there or cannot be read.
    """
    po_files, sources = _sort_out(project, paths) if paths else _everything(project)
    found: list[Segment] = []
    for path in po_files:
        if asked and language_of(path) not in {None, *asked}:
            continue
        file = po.require_sound(po.read(path, shown=project.shown(path)))
        target = language_of_file(file, path)
        if not asked or target in asked:
            name, units = project.document_of(path), [unit for unit in file.units if unit.is_live]
            source = source_of(file, project.settings.source_language).code
            found += _segments(name, units, source, target.code, untranslated)
    for document in read_documents(project, sources) if sources else ():
        fresh = units_of(document)
        for language in targets(project, document, asked):
            found += _segments(document.name, fresh, document.language, language.code, untranslated)
    return sorted(found, key=lambda segment: segment.query.target)


def _everything(project: Project) -> tuple[Sequence[Path], Sequence[Path]]:
    """Find all PO files, and the source documents that have none in any language."""
    po_files = project.po_files()
    begun = {project.document_of(path) for path in po_files}
    sources = project.sources() if (project.root / "source").is_dir() else ()
    return po_files, [path for path in sources if path.stem not in begun]


def _sort_out(project: Project, paths: Sequence[Path]) -> tuple[Sequence[Path], Sequence[Path]]:
    """Tell source documents from PO files; the folder `source/` stands for its documents."""
    po_files: list[Path] = []
    sources: list[Path] = []
    for path in paths:
        if path.is_dir() and path.resolve() == (project.root / "source").resolve():
            sources += project.sources()
        elif path.suffix.lower() in SOURCE_SUFFIXES:
            sources.append(project.source(path))
        else:
            po_files.append(path)
    return our_po_files(po_files), sources


def _segments(document: str, units: Sequence[Unit], source: str, target: str, untranslated: bool) -> Iterator[Segment]:
    order = _in_order(units)
    around = ["", *(unit.source for unit in order), ""]
    for at, unit in enumerate(order):
        query = Query(unit.source, source, target, around[at], around[at + 2], unit.context or "")
        counts = not (untranslated and unit.state is State.TRANSLATED)
        yield Segment(document, query, count_words(unit.source), counts)


def _in_order(units: Sequence[Unit]) -> Sequence[Unit]:
    """Put units in the order of the document, once for each place; where places do not tell, as they stand."""
    places = {(place.path, bool(place.line)) for unit in units for place in unit.places}
    if len(places) != 1 or not all(unit.places for unit in units):
        return units
    order = sorted((place.line, n) for n, unit in enumerate(units) for place in unit.places)
    return [units[n] for _, n in order]


def analyse(store: Store | None, job: Sequence[Segment], *, min_score: float) -> Iterator[Placed | None]:
    """Put each segment in its band; None for one that does not count.

    Args:
        min_score: from which similarity `tm pretranslate` fills in what is adapted; less is like any other of its band.

    A segment of a language pair is compared with the memory, if there is one, and with those before it; segments that
    are done are known from the beginning. Where both are worth the same, it is the memory's. What the memory holds
    unfinished, or in two entries that share a third language, is worth 100 less its penalties: somebody has to read it.

    Raises:
        StoreError: the memory cannot be read.
    """
    known: dict[tuple[str, str], Earlier] = {}
    for segment in job:
        earlier = known.setdefault((segment.query.source, segment.query.target), Earlier())
        if not segment.counts:
            earlier.add(match_key(segment.query.text))
    for segment in job:
        earlier = known[segment.query.source, segment.query.target]
        yield _place(store, segment, earlier, min_score) if segment.counts else None


def _place(store: Store | None, segment: Segment, earlier: Earlier, min_score: float) -> Placed:
    key = match_key(segment.query.text)
    band = _remembered(store, segment.query, min_score)
    inside = _repeated(key, band, earlier)
    earlier.add(key)
    internal = BANDS.index(inside) < BANDS.index(band)
    return Placed(segment.document, segment.query.target, segment.words, inside if internal else band, internal)


def _remembered(store: Store | None, query: Query, min_score: float) -> str:
    matches = lookup(store, query, min_score=_LEAST, limit=1) if store else ()
    if not matches:
        return "new"
    kind, score = matches[0].kind, matches[0].score
    if score == 100 and not is_finished(matches[0]):
        return band_of_score(score - sum(points for _, points in matches[0].penalties))
    return band_of_score(score) if kind is Kind.ADAPTED and score < min_score else band_of_match(kind, score)


def _repeated(key: MatchKey, band: str, earlier: Earlier) -> str:
    """Name the band that earlier segments of the job put one in, as far as it is worth more than `band`."""
    if key in earlier:
        return "repetition"
    steps = steps_above(band)
    return band_of_score(earlier.reach(key, steps)) if steps else band
