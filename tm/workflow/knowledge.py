"""Gather what checks need to know besides the units: agreed terms, earlier translations, sources, dictionaries."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from tm.checks.knowledge import Knowledge, Remembered
from tm.memory.store import Store
from tm.model.document import Document
from tm.model.errors import FormatError
from tm.model.match import MatchKey, Status
from tm.model.unit import Unit
from tm.project.layout import Project
from tm.stores import open_store
from tm.terminology.glossary import Glossary
from tm.workflow.dictionaries import dictionaries
from tm.workflow.terms import read_glossary

_FINISHED = frozenset({Status.TRANSLATED, Status.REVIEWED})


def gather(project: Project, memory: str = "") -> Knowledge:
    """Gather what the checks need; source documents and the memory are opened when first asked.

    Args:
        memory: its address; empty, or that of a file which is not there, for none.

    Raises:
        FormatError: the glossary is not a sound TBX file.
    """
    known = Knowledge(
        glossary=Glossary(tuple(read_glossary(project))), sources=Sources(project), dictionaries=dictionaries()
    )
    return replace(known, remembered=Recollection(project, memory)) if is_there(memory) else known


def is_there(memory: str) -> bool:
    """Tell whether there is a memory to be asked; an address of a server is taken at its word."""
    return bool(memory) and ("://" in memory or Path(memory).is_file())


class Sources(Mapping[str, Sequence[Unit]]):
    """The units that the documents in `source/` give now, by their paths as in `#:` places.

    A document that cannot be read gives none: to say so is for the command that builds from it.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        folder = project.root / "source"
        self._paths = {f"source/{path.name}": path for path in (project.sources() if folder.is_dir() else ())}
        self._read: dict[str, Sequence[Unit]] = {}
        self._reader: Callable[[Path], Document] | None = None

    def __getitem__(self, name: str) -> Sequence[Unit]:
        if name not in self._read:
            self._read[name] = self._units(self._paths[name])
        return self._read[name]

    def _units(self, path: Path) -> Sequence[Unit]:
        from tm.documents.units import units as units_of  # most runs find all findings kept, and ask no source
        from tm.workflow.segment import document_reader

        try:
            if self._reader is None:
                self._reader = document_reader(self._project)
            return units_of(self._reader(path))
        except FormatError:
            return ()

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


class Recollection:
    """What the memory has of a source; each process opens it for itself.

    Raises, when asked:
        StoreError: it cannot be read.
    """

    def __init__(self, project: Project, memory: str) -> None:
        self._project, self._memory = project, memory
        self._stores: dict[int, Store] = {}
        self._documents: dict[str, str] = {}

    def __call__(self, path: str, key: MatchKey, source: str, target: str) -> Sequence[Remembered]:
        if path not in self._documents:
            self._documents[path] = self._project.document_of(Path(path))
        entries = self._store().exact(key, source, target)
        return [
            Remembered(entry.texts[target], entry.origin.document, entry.role)
            for entry in entries
            if entry.status in _FINISHED and entry.origin.document != self._documents[path]
        ]

    def _store(self) -> Store:
        process = os.getpid()
        if process not in self._stores:
            self._stores[process] = open_store(self._memory, create=False)
        return self._stores[process]
