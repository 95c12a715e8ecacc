"""A Word file goes the whole way of a document: PO files, versions, pages, alignment and stale units."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.documents.docx.made import entries, paragraph, run, shown, table, word
from tests.workflow.conftest import NOW
from tm.exchange import po
from tm.model.errors import FormatError, SettingsError
from tm.model.language import ARABIC, ENGLISH, FRENCH
from tm.model.unit import State
from tm.project.layout import Project, find_project
from tm.workflow.build import build
from tm.workflow.knowledge import gather
from tm.workflow.segment import segment
from tm.workflow.sentences import read_sentences
from tm.workflow.status import status

BODY = (
    paragraph(run("Report"), properties='<w:pStyle w:val="Titre1"/>')
    + paragraph(run("The Council met. It adopted the "), run("report", "<w:b/>"), run("."))
    + table((paragraph(run("Egypt")), paragraph(run("Peru"))))
)
FRENCH_TARGETS = {
    "Report": "Rapport",
    "The Council met.": "Le Conseil s’est réuni.",
    "It adopted the <1>report</1>.": "Il a adopté le <1>rapport</1>.",
    "Egypt": "Égypte",
    "Peru": "Pérou",
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "report.docx").write_bytes(word(BODY))
    found = find_project(tmp_path)
    list(segment(found, [], [FRENCH], now=NOW))
    return found


def translate(project: Project) -> None:
    path = project.po_path("report", FRENCH)
    file = po.require_sound(po.read(path, shown=str(path)))
    done = [replace(unit, target=FRENCH_TARGETS[unit.source], state=State.TRANSLATED) for unit in file.units]
    po.save(path, file, done, now=NOW)


def test_a_version_has_its_translations_and_the_source_language_is_the_file_itself(project: Project) -> None:
    translate(project)
    done = list(build(project, [], [ENGLISH, FRENCH]))
    assert [(one.path.name, one.left) for one in done] == [("report.docx", 0), ("report.html", 0)] * 2
    assert (project.build / "en" / "report.docx").read_bytes() == word(BODY)
    made = (project.build / "fr" / "report.docx").read_bytes()
    assert shown(made) == ["Rapport", "Le Conseil s’est réuni. Il a adopté le rapport.", "Égypte", "Pérou"]
    page = (project.build / "fr" / "report.html").read_text(encoding="utf-8")
    assert "Il a adopté le <strong>rapport</strong>." in page


def test_what_is_left_is_marked_and_built_again_the_same(project: Project) -> None:
    (done,) = build(project, [], [ARABIC], kinds=["text"])
    made = done.path.read_bytes()
    assert shown(made)[0].strip("\N{LEFT-TO-RIGHT MARK}") == "⟦Report⟧"
    before = done.path.stat().st_mtime_ns
    list(build(project, [], [ARABIC], kinds=["text"]))
    assert done.path.stat().st_mtime_ns == before
    assert set(entries(made)) == set(entries(word(BODY)))


def test_its_units_are_counted_and_those_that_it_has_no_more_are_known(project: Project) -> None:
    translate(project)
    (row,) = status(project, [FRENCH])
    assert (row.document, row.units, row.translated) == ("report", 5, 5)
    assert {unit.source for unit in gather(project).sources["source/report.docx"]} == set(FRENCH_TARGETS)


def test_an_edited_paragraph_alone_becomes_fuzzy(project: Project) -> None:
    translate(project)
    (project.root / "source" / "report.docx").write_bytes(word(BODY.replace("Council met", "Council then met")))
    (done,) = segment(project, [], [FRENCH], now=NOW)
    assert (done.units, done.fuzzy, done.untranslated) == (5, 1, 0)
    path = project.po_path("report", FRENCH)
    (fuzzy,) = [unit for unit in po.require_sound(po.read(path, shown="")).units if unit.state is State.FUZZY]
    assert fuzzy.source == "The Council then met."


def test_its_sentences_can_be_aligned(project: Project) -> None:
    path = project.root / "source" / "report.docx"
    sentences = read_sentences(path, ENGLISH, shown="report.docx")
    assert [sentence.text for sentence in sentences] == list(FRENCH_TARGETS)
    assert [sentence.line for sentence in sentences] == [1, 2, 2, 3, 4]


def test_a_damaged_file_is_refused_and_nothing_is_written(project: Project) -> None:
    (project.root / "source" / "report.docx").write_bytes(word(BODY)[:-40])
    with pytest.raises(FormatError, match=r"report\.docx: not a sound Word file"):
        list(build(project, [], []))
    assert not project.build.exists()


def test_a_word_file_and_a_text_of_one_name_would_share_their_po_file(project: Project) -> None:
    (project.root / "source" / "report.txt").write_text("Text.", encoding="utf-8")
    with pytest.raises(SettingsError, match="both would share one PO file"):
        project.sources()
