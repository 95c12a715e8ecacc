"""Gather what checks need to know besides the units: agreed terms, earlier translations, sources, dictionaries."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tm.checks.knowledge import Knowledge, Remembered
from tm.documents.units import units as units_of
from tm.memory.store import Store
from tm.model.errors import FormatError
from tm.model.match import MatchKey, Status
from tm.model.unit import Unit
from tm.project.layout import Project
from tm.stores import open_store
from tm.terminology.glossary import Glossary
from tm.workflow.dictionaries import dictionaries
from tm.workflow.segment import read_documents
from tm.workflow.terms import read_glossary

_FINISHED = frozenset({Status.TRANSLATED, Status.REVIEWED})


def gather(project: Project) -> Knowledge:
    """Gather what the checks of single units need; source documents are read when one is asked for.

    Raises:
        FormatError: the glossary is not a sound TBX file.
    """
    glossary = Glossary(tuple(read_glossary(project)))
    return Knowledge(glossary=glossary, sources=Sources(project), dictionaries=dictionaries())


class Sources(Mapping[str, Sequence[Unit]]):
    """The units that the documents in `source/` give now, by their paths as in `#:` places.

    A document that cannot be read gives none: to say so is for the command that builds from it.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        folder = project.root / "source"
        self._paths = {f"source/{path.name}": path for path in (project.sources() if folder.is_dir() else ())}
        self._read: dict[str, Sequence[Unit]] = {}

    def __getitem__(self, name: str) -> Sequence[Unit]:
        if name not in self._read:
            self._read[name] = self._units(self._paths[name])
        return self._read[name]

    def _units(self, path: Path) -> Sequence[Unit]:
        try:
            return [unit for document in read_documents(self._project, [path]) for unit in units_of(document)]
        except FormatError:
            return ()

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


@dataclass(frozen=True, slots=True)
class Translation:
    """Which document a PO file translates, and the codes of its languages."""

    document: str
    source: str
    target: str


@contextmanager
def remembering(
    project: Project, memory: str | None, files: Mapping[str, Translation]
) -> Iterator[Callable[[str, MatchKey], Sequence[Remembered]]]:
    """Open the memory, where there is one, to be asked for translations from other documents than that of a file.

    Args:
        memory: as it was named; None for that of the project.
        files: by path as findings show it.

    Raises:
        StoreError: it cannot be read.
    """
    url = project.memory_url(memory)
    if "://" not in url and not Path(url).is_file():
        yield lambda path, key: ()
        return
    store = open_store(url, create=False)
    try:
        yield lambda path, key: _remembered(store, key, files[path]) if path in files else ()
    finally:
        store.close()


def _remembered(store: Store, key: MatchKey, file: Translation) -> Sequence[Remembered]:
    return [
        Remembered(entry.texts[file.target], entry.origin.document, entry.role)
        for entry in store.exact(key, file.source, file.target)
        if entry.status in _FINISHED and entry.origin.document != file.document
    ]
