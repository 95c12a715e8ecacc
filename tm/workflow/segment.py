"""Make or update the PO files of source documents."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tm.documents import format as formats
from tm.documents.units import units as units_of
from tm.exchange import po
from tm.matching.carry import carry
from tm.model.document import Document
from tm.model.errors import FormatError, SettingsError
from tm.model.language import BY_CODE, Language
from tm.model.unit import State, Unit
from tm.project.layout import Project
from tm.project.place import real
from tm.segmentation.rules import RuleSet, read_srx
from tm.workflow.terms import read_glossary, state_names


@dataclass(frozen=True, slots=True)
class Segmented:
    """What was done to one PO file; counts are units.

    Attributes:
        written: whether the file changed at all.
    """

    path: Path
    document: str
    language: Language
    units: int
    untranslated: int
    fuzzy: int
    obsolete: int
    written: bool


def read_documents(project: Project, sources: Sequence[Path]) -> Iterator[Document]:
    """Read source documents, all of the project when none is named, or `source/` itself.

    Raises:
        FormatError: a document, the glossary or the segmentation rules cannot be read.
        SettingsError: a file that is not there, or two documents with one name.
    """
    everything = project.sources()  # which refuses names that clash, also for those that are named
    folder = real(project.root / "source")
    is_whole = any(real(path) == folder for path in sources)
    paths = everything if is_whole else list(dict.fromkeys(map(project.source, sources))) or everything
    if not paths:
        raise SettingsError(f"{project.root / 'source'}: no document in it: put a .txt, .md or .docx file there")
    yield from map(document_reader(project), paths)


def document_reader(project: Project) -> Callable[[Path], Document]:
    """Make what reads documents of `source/`, by their paths there; the glossary and the rules are read once.

    Raises:
        FormatError: the glossary or the segmentation rules cannot be read; by what is made, a document.
    """
    names = state_names(read_glossary(project))
    rules = _rules(project)

    def read(path: Path) -> Document:
        data = path.read_bytes()
        if not data.strip():
            shown = project.shown(path)
            raise FormatError(shown, 0, "the document is empty: put its text in, or take the file away")
        return formats.read(
            data,
            f"source/{path.name}",
            shown=project.shown(path),
            language=project.settings.source_language.code,
            rules=rules,
            states=names,
        )

    return read


def _rules(project: Project) -> RuleSet | None:
    named = project.settings.segmentation_rules
    return read_srx((project.root / named).read_bytes(), named) if named else None


def targets(project: Project, document: Document, asked: Sequence[Language]) -> Sequence[Language]:
    """Choose the languages to translate a document into: those asked for, less its own."""
    return [language for language in asked or project.settings.languages if language.code != document.language]


def segment(
    project: Project, sources: Sequence[Path], asked: Sequence[Language], *, now: datetime
) -> Iterator[Segmented]:
    """Bring the PO files of each document up to date with its source, and tell of each.

    Raises:
        TmError: a source or PO file that cannot be read or written; files before it are done, it is untouched.
    """
    for document in list(read_documents(project, sources)):
        fresh = units_of(document)
        for language in targets(project, document, asked):
            yield _update(project, document, fresh, language, now)


def _update(
    project: Project, document: Document, fresh: Sequence[Unit], language: Language, now: datetime
) -> Segmented:
    path = project.po_path(document.name, language)
    if os.path.lexists(path):  # also what cannot be read, so that nothing is made in its place
        base = po.require_sound(po.read(path, shown=project.shown(path)))
        require_kin(project, base, document, language)
        units = carry(base.units, fresh)
        written = po.save(path, base, units, now=now)
    else:
        units = tuple(fresh)
        data = po.create(
            document.name,
            language,
            BY_CODE[document.language],
            units,
            now=now,
            notice=project.settings.po_notice,
            translator=project.settings.po_translator,
            team=project.settings.po_team,
        )
        written = po.save_new(path, data)
    return _counted(path, document.name, language, units, written=written)


def require_kin(project: Project, base: po.PoFile, document: Document, language: Language) -> None:
    """Refuse to update a PO file of another language or of another document.

    Raises:
        FormatError: its header names another language, or none of its places lie in the document; unless that they
            lie in is gone and has sentences of this one, which then is the same under another name.
    """
    if base.language not in {"", language.code}:
        raise FormatError(
            base.path, 1, f"the header says Language: {base.language}, the folder says {language.code}: move the file"
        )
    places = {place.path for unit in base.units if unit.is_live for place in unit.places}
    if not places or document.path in places or _stem(document.path) & {s for p in places for s in _stem(p)}:
        return
    is_gone = not any((project.root / place).exists() for place in places)
    sources = {unit.source for unit in base.units}
    if not (is_gone and any(segment.text in sources for _, segment in document.segments())):
        other = sorted(places)[0]
        raise FormatError(
            base.path, 1, f"this PO file was made from {other}, not from {document.path}: rename one of them"
        )


def _stem(path: str) -> set[str]:
    return {Path(path).stem}


def _counted(path: Path, document: str, language: Language, units: Sequence[Unit], *, written: bool) -> Segmented:
    count = {state: sum(unit.state is state for unit in units) for state in State}
    return Segmented(
        path,
        document,
        language,
        len(units) - count[State.OBSOLETE],
        count[State.UNTRANSLATED],
        count[State.FUZZY],
        count[State.OBSOLETE],
        written,
    )
