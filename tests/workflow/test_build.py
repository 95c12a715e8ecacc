"""Versions hold what is translated, mark what is not, and with `strict` are made only when all is done."""

from pathlib import Path

import pytest

from tests.workflow.conftest import FRENCH_TARGETS, SOURCE, Translator
from tm.model.errors import FormatError, SettingsError, WorkLeft
from tm.model.language import ENGLISH, FRENCH, RUSSIAN
from tm.model.unit import State
from tm.project.layout import Project
from tm.workflow.build import build


def test_the_source_language_is_given_back_byte_for_byte(project: Project) -> None:
    list(build(project, [], [ENGLISH]))
    assert (project.build / "en" / "report.md").read_bytes() == SOURCE.encode()


def test_translations_stand_in_place_and_states_in_their_own_order(project: Project, translate: Translator) -> None:
    translate(FRENCH_TARGETS)
    done = list(build(project, [], [FRENCH]))
    assert [(one.path.name, one.left) for one in done] == [("report.md", 0), ("report.html", 0)]
    text = (project.build / "fr" / "report.md").read_text(encoding="utf-8")
    assert text.startswith("# Rapport\n\nLe Conseil s’est réuni. Il a adopté le rapport.\n\n")
    assert [line.strip() for line in text.splitlines()[4:]] == ["Égypte", "Inde", "Pérou"]


def test_what_is_untranslated_or_fuzzy_stays_in_the_source_language_and_is_marked(
    project: Project, translate: Translator
) -> None:
    translate({**FRENCH_TARGETS, "Report": ""})
    translate({"The Council met.": "Le Conseil siège."}, state=State.FUZZY)
    (done,) = build(project, [], [FRENCH], kinds=["text"])
    text = done.path.read_text(encoding="utf-8")
    assert text.startswith("# ⟦Report⟧\n\n⟦The Council met.⟧ Il a adopté le rapport.\n")
    assert done.left == 2


def test_strict_refuses_with_a_list_and_writes_nothing(project: Project, translate: Translator) -> None:
    translate({**FRENCH_TARGETS, "Report": ""})
    translate({"Egypt": "Égypte"}, state=State.FUZZY)
    with pytest.raises(WorkLeft) as left:
        list(build(project, [], [FRENCH], strict=True))
    assert "untranslated: Report" in str(left.value)
    assert "fuzzy: Egypt" in str(left.value)
    assert not project.build.exists()


def test_a_language_without_a_po_file_is_built_untranslated(project: Project) -> None:
    (done, _) = build(project, [], [RUSSIAN])
    assert done.left == 6


def test_the_folder_can_be_named_and_building_again_writes_nothing(project: Project, tmp_path: Path) -> None:
    for _ in range(2):
        done = list(build(project, [Path("report.md")], [ENGLISH], kinds=["html"], output=tmp_path / "out"))
    assert [one.path for one in done] == [tmp_path / "out" / "en" / "report.html"]
    before = done[0].path.stat().st_mtime_ns
    list(build(project, [], [ENGLISH], kinds=["html"], output=tmp_path / "out"))
    assert done[0].path.stat().st_mtime_ns == before


def test_a_broken_po_file_is_refused(project: Project) -> None:
    project.po_path("report", FRENCH).write_text('msgid "a\n', encoding="utf-8")
    with pytest.raises(FormatError):
        list(build(project, [], [FRENCH]))


@pytest.mark.parametrize("folder", ["source", "source/fr", "locales"])
def test_versions_are_never_written_among_the_originals_or_the_po_files(project: Project, folder: str) -> None:
    with pytest.raises(SettingsError, match="versions are never written into"):
        list(build(project, [], [FRENCH], output=project.root / folder))


def test_only_pictures_of_the_source_folder_are_put_into_a_page(project: Project) -> None:
    (project.root / "secret.png").write_bytes(b"no")
    (project.root / "source" / "own.png").write_bytes(b"yes")
    text = "![a](own.png) ![b](../secret.png) text\n"
    (project.root / "source" / "pictures.md").write_text(text, encoding="utf-8")
    (done,) = build(project, [Path("pictures.md")], [ENGLISH], kinds=["html"])
    html = done.path.read_text(encoding="utf-8")
    assert "base64,eWVz" in html
    assert 'src="../secret.png"' in html
