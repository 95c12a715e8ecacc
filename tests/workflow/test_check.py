"""Reports gather the findings of units, files and languages, and say how much was looked at."""

from pathlib import Path

import pytest

from tests.workflow.conftest import FRENCH_TARGETS, Translator
from tm.model.errors import SettingsError
from tm.model.finding import Severity
from tm.project.layout import Project
from tm.workflow.check import check


def test_finished_translations_have_no_findings(project: Project, translate: Translator) -> None:
    translate(FRENCH_TARGETS)
    report = check(project, project.po_files())
    assert (report.units, report.findings) == (6, ())


def test_findings_come_by_path_and_line_with_their_severity(project: Project, translate: Translator) -> None:
    translate({**FRENCH_TARGETS, "Report": "", "The Council met.": "Le Conseil s’est réuni"})
    report = check(project, project.po_files())
    assert [(one.check, one.severity) for one in report.findings] == [
        ("missing", Severity.ERROR),
        ("end-punctuation", Severity.WARNING),
    ]
    assert report.findings[0].line < report.findings[1].line
    assert (report.count(Severity.ERROR), report.count(Severity.WARNING), report.count(Severity.INFO)) == (1, 1, 0)


def test_checks_can_be_selected_and_ignored(project: Project) -> None:
    paths = project.po_files()
    assert {one.check for one in check(project, paths, select=["missing"]).findings} == {"missing"}
    assert check(project, paths, ignore=["missing"]).findings == ()
    with pytest.raises(SettingsError, match="unknown check 'spelling'"):
        check(project, paths, select=["spelling"])


def test_a_broken_file_is_a_finding_and_the_others_are_checked(project: Project) -> None:
    broken = project.root / "locales" / "fr" / "broken.po"
    broken.write_text('msgid "a\nmsgstr "b"\n', encoding="utf-8")
    report = check(project, project.po_files())
    found = {(Path(one.path).name, one.check) for one in report.findings}
    assert {("broken.po", "po-syntax"), ("report.po", "missing")} <= found
