"""A baseline lets known findings be, lets new ones fail, and tells which are gone."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from tests.workflow.conftest import FRENCH_TARGETS, Translator
from tm.model.errors import FormatError, SettingsError
from tm.model.finding import Finding, Severity, Silence
from tm.model.language import FRENCH
from tm.project.layout import Project
from tm.workflow.baseline import apply_baseline, identity, read_baseline, write_baseline
from tm.workflow.check import Way, check

FINDING = Finding("number", Severity.ERROR, "a.po", 7, "fr", "47 members", "74 membres", "see b.po:12: 74\tfor 47")


def same(path: str) -> str:
    return path


def test_the_identity_is_a_line_without_line_numbers() -> None:
    line = identity(FINDING, same)
    assert line.split("\t") == ["a.po", "number", line.split("\t")[2], "see b.po: 74 for 47"]
    assert identity(replace(FINDING, line=99, message="see b.po:90: 74 for 47"), same) == line
    assert identity(replace(FINDING, target="75 membres"), same) == line
    for other in ({"source": "48 members"}, {"context": "heading"}, {"path": "b.po"}, {"check": "date"}):
        assert identity(replace(FINDING, **other), same) != line  # type: ignore[arg-type]
    assert identity(replace(FINDING, source=""), same).split("\t")[2] == "-"


def test_a_baseline_is_sorted_and_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "known.txt"
    findings = [replace(FINDING, path=name) for name in ("c.po", "a.po", "b.po", "a.po")]
    write_baseline(path, findings, same)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("#")
    assert lines[1:] == sorted(lines[1:])
    assert read_baseline(path) == Counter(identity(finding, same) for finding in findings)


def test_what_was_not_looked_for_stays_known(tmp_path: Path) -> None:
    path = tmp_path / "known.txt"
    elsewhere, other, gone = (replace(FINDING, path="b.po"), replace(FINDING, check="date"), FINDING)
    write_baseline(path, [elsewhere, other, gone], same)
    new = replace(FINDING, message="new")

    def judged(check: str, path: str) -> bool:
        return (check, path) == ("number", "a.po")

    assert write_baseline(path, [new, other], same, judged=judged) == 1
    assert read_baseline(path) == Counter(identity(one, same) for one in (elsewhere, other, new))
    assert write_baseline(path, [new], same) == 0
    assert read_baseline(path) == Counter([identity(new, same)])


def test_all_is_made_anew_whatever_was_there_and_a_part_is_not(tmp_path: Path) -> None:
    path = tmp_path / "known.txt"
    path.write_text("<<<<<<< ours\n", encoding="utf-8")
    with pytest.raises(FormatError):
        write_baseline(path, [FINDING], same, judged=lambda check, path: True)
    assert write_baseline(path, [FINDING], same) == 0
    assert read_baseline(path).total() == 1


def test_each_line_silences_one_finding_and_those_left_are_gone() -> None:
    known = Counter({identity(FINDING, same): 2, identity(replace(FINDING, check="date"), same): 1})
    found, gone = apply_baseline([FINDING] * 3, known, same, judged=lambda check, path: True)
    assert [finding.silence for finding in found] == [Silence("baseline"), Silence("baseline"), None]
    assert [line.split("\t")[1] for line in gone] == ["date"]
    assert apply_baseline([FINDING], known, same, judged=lambda check, path: False)[1] == []


def test_only_new_findings_count(project: Project, translate: Translator, tmp_path: Path) -> None:
    translate({**FRENCH_TARGETS, "The Council met.": "Le Conseil s’est réuni"})
    path = tmp_path / "known.txt"
    before = check(project, project.po_files())
    write_baseline(path, before.findings, lambda shown: project.place_of(Path(shown)))
    assert "locales/fr/report.po\tend-punctuation\t" in path.read_text(encoding="utf-8")
    known = check(project, project.po_files(), way=Way(baseline=path))
    assert (known.findings, len(known.silenced), known.gone) == ((), 1, ())
    translate({"It adopted the report.": ""})
    assert [one.check for one in check(project, project.po_files(), way=Way(baseline=path)).findings] == ["missing"]
    translate(FRENCH_TARGETS)
    assert len(check(project, project.po_files(), way=Way(baseline=path)).gone) == 1
    assert check(project, project.po_files(), ignore=["end-punctuation"], way=Way(baseline=path)).gone == ()
    project.po_path("report", FRENCH).unlink()
    other = project.root / "locales" / "fr" / "other.po"
    other.write_text('msgid ""\nmsgstr "Language: fr\\n"\n', encoding="utf-8")
    assert len(check(project, [other], way=Way(baseline=path)).gone) == 1, "the project has no other file"


@pytest.mark.parametrize("text", ["<<<<<<< ours\n", "a.po\tnumber\tx\n", "a\tb\tc\td\te\n"])
def test_what_is_no_baseline_is_refused_with_its_line(tmp_path: Path, text: str) -> None:
    path = tmp_path / "known.txt"
    path.write_text(f"# Known\n{text}", encoding="utf-8")
    with pytest.raises(FormatError, match=r"known\.txt:2: not a line of a baseline"):
        read_baseline(path)


def test_a_baseline_that_is_not_there_or_not_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="the baseline cannot be read: no such file"):
        read_baseline(tmp_path / "none.txt")
    (tmp_path / "binary").write_bytes(b"\xff\xfe")
    with pytest.raises(FormatError, match="not UTF-8"):
        read_baseline(tmp_path / "binary")
