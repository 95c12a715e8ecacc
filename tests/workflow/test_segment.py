"""PO files follow their source; what cannot be right is refused, and then nothing is touched."""

from pathlib import Path

import pytest

from tests.workflow.conftest import FRENCH_TARGETS, NOW, SOURCE, Translator
from tm.exchange import po
from tm.model.errors import FormatError, SettingsError
from tm.model.language import FRENCH, LANGUAGES, RUSSIAN
from tm.model.unit import State, Unit
from tm.project.layout import Project, find_project
from tm.workflow.build import build
from tm.workflow.segment import document_reader, read_documents, segment


def units(project: Project) -> list[Unit]:
    path = project.po_path("report", FRENCH)
    return list(po.require_sound(po.read(path, shown=str(path))).units)


def test_each_language_but_the_documents_own_gets_a_po_file(project: Project) -> None:
    done = list(segment(project, [], [], now=NOW))
    assert [one.language for one in done] == [language for language in LANGUAGES if language.code != "en"]
    assert {one.written for one in done if one.language == FRENCH} == {False}


def test_only_the_documents_named_are_segmented(project: Project) -> None:
    (project.root / "source" / "other.txt").write_text("Text.", encoding="utf-8")
    assert [one.document for one in segment(project, [Path("other.txt")], [FRENCH], now=NOW)] == ["other"]


def test_the_glossary_is_read_once_for_all_documents(project: Project) -> None:
    read = document_reader(project)
    expected = list(read_documents(project, []))
    (project.root / "locales" / "glossary.tbx").write_text("no glossary", encoding="utf-8")
    assert [read(path) for path in project.sources()] == expected


def test_the_folder_of_sources_stands_for_all_in_it(project: Project) -> None:
    (project.root / "source" / "other.txt").write_text("Text.", encoding="utf-8")
    done = segment(project, [project.root / "source"], [FRENCH], now=NOW)
    assert [one.document for one in done] == ["other", "report"]


def test_an_unchanged_source_changes_no_byte(project: Project, translate: Translator) -> None:
    translate(FRENCH_TARGETS)
    path = project.po_path("report", FRENCH)
    before = path.read_bytes()
    assert [one.written for one in segment(project, [], [FRENCH], now=NOW)] == [False]
    assert path.read_bytes() == before


def test_an_edited_sentence_alone_becomes_fuzzy_and_shows_its_old_source(
    project: Project, translate: Translator
) -> None:
    translate(FRENCH_TARGETS)
    edited = SOURCE.replace("adopted the report", "adopted the annual report")
    (project.root / "source" / "report.md").write_text(edited, encoding="utf-8")
    list(segment(project, [], [FRENCH], now=NOW))
    changed = [unit for unit in units(project) if unit.state is State.FUZZY]
    assert [(unit.previous, unit.target) for unit in changed] == [("It adopted the report.", "Il a adopté le rapport.")]
    assert sum(unit.state is State.TRANSLATED for unit in units(project)) == len(FRENCH_TARGETS) - 1


def test_a_sentence_that_comes_back_finds_its_translation(project: Project, translate: Translator) -> None:
    translate(FRENCH_TARGETS)
    source = project.root / "source" / "report.md"
    source.write_text(SOURCE.replace("The Council met. ", ""), encoding="utf-8")
    list(segment(project, [], [FRENCH], now=NOW))
    assert [unit.source for unit in units(project) if unit.state is State.OBSOLETE] == ["The Council met."]
    source.write_text(SOURCE, encoding="utf-8")
    list(segment(project, [], [FRENCH], now=NOW))
    assert {unit.source: unit.target for unit in units(project)} == FRENCH_TARGETS
    assert {unit.state for unit in units(project)} == {State.TRANSLATED}


def test_a_po_file_of_another_language_is_refused_untouched(project: Project) -> None:
    wrong = project.po_path("report", RUSSIAN)
    wrong.parent.mkdir()
    wrong.write_bytes(project.po_path("report", FRENCH).read_bytes())
    before = wrong.read_bytes()
    with pytest.raises(FormatError, match="the header says Language: fr, the folder says ru"):
        list(segment(project, [], [RUSSIAN], now=NOW))
    assert wrong.read_bytes() == before


def test_a_po_file_of_another_document_is_refused(project: Project) -> None:
    (project.root / "source" / "other.txt").write_text("Other words stand here.", encoding="utf-8")
    project.po_path("other", FRENCH).write_bytes(project.po_path("report", FRENCH).read_bytes())
    with pytest.raises(FormatError, match=r"was made from source/report\.md, not from source/other\.txt"):
        list(segment(project, [Path("other.txt")], [FRENCH], now=NOW))


def test_an_empty_document_is_refused_and_its_translations_stay(project: Project, translate: Translator) -> None:
    translate(FRENCH_TARGETS)
    (project.root / "source" / "report.md").write_text(" \n", encoding="utf-8")
    with pytest.raises(FormatError, match="the document is empty"):
        list(segment(project, [], [FRENCH], now=NOW))
    assert {unit.source: unit.target for unit in units(project)} == FRENCH_TARGETS


def test_a_project_without_documents_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    with pytest.raises(SettingsError, match="no document in it"):
        list(segment(find_project(tmp_path), [], [], now=NOW))


def test_segmentation_rules_named_in_the_settings_are_used(project: Project) -> None:
    rules = (
        '<srx xmlns="http://www.lisa.org/srx20" version="2.0"><header segmentsubflows="yes" cascade="no"/><body>'
        '<languagerules><languagerule languagerulename="all"><rule break="yes"><beforebreak>met\\.</beforebreak>'
        "<afterbreak>\\s</afterbreak></rule></languagerule></languagerules>"
        '<maprules><languagemap languagepattern=".*" languagerulename="all"/></maprules></body></srx>'
    )
    (project.root / "own.srx").write_text(rules, encoding="utf-8")
    (project.root / "tm.toml").write_text('segmentation-rules = "own.srx"\n', encoding="utf-8")
    (project.root / "source" / "report.md").write_text("We met. It ended. They met. End.\n", encoding="utf-8")
    list(segment(find_project(project.root), [], [FRENCH], now=NOW))
    assert [unit.source for unit in units(project) if unit.is_live] == ["We met.", "It ended. They met.", "End."]


def test_a_po_file_that_is_a_link_to_nowhere_is_told_and_none_made_there(project: Project, tmp_path: Path) -> None:
    path = project.po_path("report", FRENCH)
    path.unlink()
    path.symlink_to(tmp_path / "gone.po")
    with pytest.raises(SettingsError, match=r"report\.po: the file cannot be read"):
        list(segment(project, [], [FRENCH], now=NOW))
    with pytest.raises(SettingsError, match=r"report\.po: the file cannot be read"):
        list(build(project, [], [FRENCH]))
    assert not (tmp_path / "gone.po").exists()
