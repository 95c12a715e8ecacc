"""Make the localized documents: text in the source's own format, and one HTML page, per language."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tm.documents import format as formats
from tm.documents.fill import fill
from tm.documents.page import page
from tm.documents.units import context_of
from tm.exchange import po
from tm.exchange.atomic import replace_file
from tm.model.document import Block, Document, Segment
from tm.model.errors import SettingsError, WorkLeft
from tm.model.language import Language
from tm.model.unit import State, Unit
from tm.project.layout import Project
from tm.workflow.segment import read_documents, require_kin

Units = Mapping[tuple[str | None, str], Unit]

OPEN, CLOSE = "⟦", "⟧"
"""What stands around a segment that is left in the source language, in a text version."""


@dataclass(frozen=True, slots=True)
class Built:
    """One file made; `left` counts the segments in it that are not translated or fuzzy."""

    path: Path
    document: str
    language: Language
    left: int


def build(
    project: Project,
    sources: Sequence[Path],
    asked: Sequence[Language],
    *,
    kinds: Sequence[str] = ("text", "html"),
    strict: bool = False,
    output: Path | None = None,
) -> Iterator[Built]:
    """Write `<output>/<lang>/<document>.<ext>` and `.html` for each document and language.

    Args:
        kinds: "text" for the source's own format, "html" for a page.
        strict: write nothing at all when a segment is not translated, or fuzzy.

    Raises:
        WorkLeft: `strict`, and something is left; the message lists it.
        FormatError: a source or PO file that cannot be read.
    """
    _refuse_own_folders(project, output)
    plan = [
        (document, language, _units(project, document, language))
        for document in list(read_documents(project, sources))
        for language in asked or project.settings.languages
    ]
    if strict:
        _require_all(project, plan)
    for document, language, units in plan:
        folder = (output or project.build) / language.code
        left = sum(1 for _ in _left(document, language, units))
        for kind in kinds:
            name, text = _render(project, document, language, units, kind)
            path = folder / name
            if not path.is_file() or path.read_bytes() != text:
                replace_file(path, text)
            yield Built(path, document.name, language, left)


def _refuse_own_folders(project: Project, output: Path | None) -> None:
    for name in ("source", "locales"):
        own = (project.root / name).resolve()
        if output is not None and (output.resolve() == own or own in output.resolve().parents):
            raise SettingsError(f"{output}: versions are never written into {name}/: name another folder")


MAX_PICTURE = 16 * 2**20
"""Bytes; a larger picture stays beside the page."""


def _picture(project: Project, name: str) -> bytes | None:
    """Read a picture that lies in `source/`; None when there is none, or when it is too large."""
    folder = (project.root / "source").resolve()
    path = (folder / name).resolve()
    if folder not in path.parents or not path.is_file() or path.stat().st_size > MAX_PICTURE:
        return None
    return path.read_bytes()


def _units(project: Project, document: Document, language: Language) -> Units:
    path = project.po_path(document.name, language)
    if language.code == document.language or not os.path.lexists(path):
        return {}
    file = po.require_sound(po.read(path, shown=project.shown(path)))
    require_kin(project, file, document, language)
    return {unit.key: unit for unit in file.units if unit.is_live}


def _left(document: Document, language: Language, units: Units) -> Iterator[tuple[Segment, int, str]]:
    """Yield the segments that keep the source's words, each with its line in the PO file (0: not there) and why."""
    if language.code == document.language:
        return
    for block, segment in document.segments():
        unit = units.get((context_of(block), segment.text))
        if unit is None or unit.state is not State.TRANSLATED:
            line = unit.line if unit else 0
            yield segment, line, "fuzzy" if unit and unit.state is State.FUZZY else "untranslated"


def _require_all(project: Project, plan: Sequence[tuple[Document, Language, Units]]) -> None:
    lines = [
        f"{_place(project, document, language, segment, line)}: {reason}: {segment.text}"
        for document, language, units in plan
        for segment, line, reason in _left(document, language, units)
    ]
    if lines:
        raise WorkLeft("\n".join([*lines, f"tm: left to do: {len(lines)}: nothing was built"]))


def _place(project: Project, document: Document, language: Language, segment: Segment, line: int) -> str:
    """Say where a segment waits for its translation: in the PO file, or in the source where that has no unit for it."""
    po_file = project.shown(project.po_path(document.name, language))
    if line:
        return f"{po_file}:{line}"
    source = project.shown(project.root / document.path)
    return f"{source}:{segment.line}: not in {po_file}, run tm segment"


def _render(project: Project, document: Document, language: Language, units: Units, kind: str) -> tuple[str, bytes]:
    def translate(block: Block, segment: Segment) -> str | None:
        unit = units.get((context_of(block), segment.text))
        return unit.target if unit is not None and unit.state is State.TRANSLATED else None

    sort_states = project.settings.sort_states
    if kind == "html":
        load = partial(_picture, project)
        text = page(document, language, translate, sort_states=sort_states, load=load)
        return f"{document.name}.html", text.encode()
    suffix = Path(document.path).suffix
    if language.code == document.language:
        return document.name + suffix, formats.write(document)
    text = fill(document, language, translate, sort_states=sort_states, mark=lambda raw: f"{OPEN}{raw}{CLOSE}")
    return document.name + suffix, formats.encode(document, text)
