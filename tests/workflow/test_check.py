"""Reports gather the findings of units, files and languages, and say how much was looked at."""

import re
from pathlib import Path

import pytest

from tests.workflow.conftest import FRENCH_TARGETS, Translator
from tm.model.errors import FormatError, SettingsError
from tm.model.finding import Severity, Silence
from tm.model.language import FRENCH
from tm.project.layout import Project, find_project
from tm.workflow.check import Scope, Way, check


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
    with pytest.raises(SettingsError, match="unknown check 'beauty'"):
        check(project, paths, select=["beauty"])
    with pytest.raises(SettingsError, match="leaves out every check that would run"):
        check(project, paths, select=["missing"], ignore=["missing", "fuzzy"])


def test_what_a_unit_silences_is_told_apart_with_its_reason(project: Project, translate: Translator) -> None:
    translate({**FRENCH_TARGETS, "The Council met.": "Le Conseil s’est réuni"})
    path = project.po_path("report", FRENCH)
    text = path.read_text(encoding="utf-8")
    comment = "# tm: ignore end-punctuation — as in the original\n"
    path.write_text(re.sub(r"(#\. role: paragraph\n)", comment + r"\1", text, count=1), encoding="utf-8")
    report = check(project, project.po_files())
    assert report.findings == ()
    assert [(one.check, one.silence) for one in report.silenced] == [
        ("end-punctuation", Silence("comment", "as in the original"))
    ]


def test_settings_silence_checks_in_files_and_languages_and_are_told_where_they_do_not(
    project: Project, translate: Translator
) -> None:
    translate({**FRENCH_TARGETS, "The Council met.": "Le Conseil s’est réuni"})
    settings = "[check.paths]\n'locales/fr/rep*.po' = ['end-punctuation']\n[check.languages]\nzh = ['number']\n"
    (project.root / "tm.toml").write_text(settings, encoding="utf-8")
    found = find_project(project.root)
    report = check(found, found.po_files())
    assert [one.silence for one in report.silenced] == [Silence("settings", "locales/fr/rep*.po")]
    assert [(Path(one.path).name, one.line, one.message) for one in report.findings] == [
        ("tm.toml", 4, "zh: the silence of number silences nothing: take it out")
    ]
    assert check(found, found.po_files(), ignore=["number"]).findings == ()


def test_settings_that_silence_what_is_no_check_are_refused(project: Project) -> None:
    (project.root / "tm.toml").write_text("[check]\nignore = ['nmber']\n", encoding="utf-8")
    with pytest.raises(FormatError, match=r"tm\.toml:2: check: ignore: unknown check 'nmber': did you mean number\?"):
        check(find_project(project.root), [])


def test_several_processes_find_what_one_finds(project: Project, translate: Translator) -> None:
    translate({**FRENCH_TARGETS, "The Council met.": "Le Conseil s’est réuni"})
    first = project.po_path("report", FRENCH)
    for number in range(40):
        text = first.read_text(encoding="utf-8").replace("Rapport", f"Rapport {number}")
        first.with_name(f"{number:02}.po").write_text(text, encoding="utf-8")
    told: list[tuple[int, int]] = []
    alone = check(project, project.po_files())
    together = check(project, project.po_files(), way=Way(jobs=2, tell=lambda *done: told.append(done)))
    assert together == alone
    assert told[-1] == (41, 41)
    assert len({one.check for one in alone.findings}) > 2


def test_a_broken_file_is_a_finding_and_the_others_are_checked(project: Project) -> None:
    broken = project.root / "locales" / "fr" / "broken.po"
    broken.write_text('msgid "a\nmsgstr "b"\n', encoding="utf-8")
    report = check(project, project.po_files())
    found = {(Path(one.path).name, one.check) for one in report.findings}
    assert {("broken.po", "po-syntax"), ("report.po", "missing")} <= found


@pytest.mark.parametrize(
    "data",
    [
        'msgid "One"\nmsgstr "Un"\n'.encode("utf-16"),
        b'<<<<<<< ours\nmsgid "One"\nmsgstr "Un"\n',
        b'msgid "One"\nmsgstr "Un\n',
    ],
    ids=["utf-16", "conflict", "syntax"],
)
def test_a_file_that_cannot_be_read_never_passes(project: Project, data: bytes) -> None:
    path = project.root / "x.po"
    path.write_bytes(data)
    for choice in ({"select": ["number"]}, {"ignore": ["po-syntax", "po-header"]}):
        report = check(project, [path], **choice)
        assert {one.check for one in report.findings} == {"po-syntax"}
        assert report.count(Severity.ERROR) == len(report.findings)


def test_a_part_of_the_files_says_nothing_of_checks_that_compare_files() -> None:
    part = Scope(frozenset({"number", "inconsistent-target"}), frozenset({"a.po"}), is_whole=False)
    whole = Scope(part.names, part.places, is_whole=True)
    asked = [("number", "a.po"), ("number", "b.po"), ("inconsistent-target", "a.po"), ("date", "a.po")]
    assert [part.judged(*one) for one in asked] == [True, False, False, False]
    assert [whole.judged(*one) for one in asked] == [True, True, True, False]
