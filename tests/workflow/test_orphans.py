"""A document that was renamed leaves its PO files behind: they are told, and may be renamed like it."""

from pathlib import Path

import pytest

from tests.workflow.conftest import FRENCH_TARGETS, NOW, Translator
from tm.exchange import po
from tm.model.errors import FormatError
from tm.model.language import FRENCH
from tm.project.layout import Project
from tm.workflow.build import build
from tm.workflow.orphans import orphans
from tm.workflow.segment import segment


@pytest.fixture
def renamed(project: Project, translate: Translator) -> Project:
    translate(FRENCH_TARGETS)
    source = project.root / "source" / "report.md"
    source.rename(source.with_name("review.md"))
    return project


def test_po_files_of_a_document_that_is_gone_are_found(renamed: Project) -> None:
    found = {path: place for path, place in orphans(renamed) if path.parent.name == "fr"}
    assert found == {renamed.po_path("report", FRENCH): "source/report.md"}


def test_po_files_of_a_document_that_is_there_or_of_other_programs_are_none(project: Project) -> None:
    other = project.root / "locales" / "fr" / "manual.po"
    other.write_text('msgid ""\nmsgstr "Language: fr\\n"\n\n#: manual.c:3\nmsgid "One"\nmsgstr ""\n', encoding="utf-8")
    assert list(orphans(project)) == []


def test_a_po_file_that_was_renamed_like_its_document_is_taken(renamed: Project) -> None:
    path = renamed.po_path("review", FRENCH)
    renamed.po_path("report", FRENCH).rename(path)
    assert {one.left for one in build(renamed, [], [FRENCH])} == {0}
    list(segment(renamed, [], [FRENCH], now=NOW))
    units = po.read(path).units
    assert {unit.source: unit.target for unit in units} == FRENCH_TARGETS
    assert {place.path for unit in units for place in unit.places} == {"source/review.md"}


def test_a_po_file_of_another_document_is_refused_though_that_is_gone(renamed: Project) -> None:
    (renamed.root / "source" / "review.md").write_text("Other words stand here.", encoding="utf-8")
    renamed.po_path("report", FRENCH).rename(renamed.po_path("review", FRENCH))
    with pytest.raises(FormatError, match=r"was made from source/report\.md, not from source/review\.md"):
        list(segment(renamed, [Path("review.md")], [FRENCH], now=NOW))
