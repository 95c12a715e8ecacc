"""What checking files gives is the same from one process and from several, also where a file changes meanwhile."""

import sqlite3
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from tm.model.errors import SettingsError
from tm.model.finding import Severity
from tm.project.layout import Project, find_project
from tm.workflow.cache import Cache
from tm.workflow.check import Report, Way, check
from tm.workflow.groups import Choice
from tm.workflow.inspection import Inspected, inspect
from tm.workflow.stamp import take_stamp

SELECT = ("double-space", "not-nfc", "inconsistent-target", "unused-silence", "po-header")
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: {lang}\\n"\n'
UNIT = '#, ignore-{silence}\nmsgid "{number}. {source}"\nmsgstr "{number}. {target}"\n'


def _text(lang: str, count: int, first: int = 0) -> str:
    """Write units of which every third is found, every seventh of these silenced, and a hundredth not composed."""
    units = [HEADER.format(lang=lang)]
    for number in range(first, first + count):
        target = "Le Conseil  s’est réuni." if number % 3 == 0 else "Le Conseil s’est réuni."
        if number % 100 == 1:
            target = unicodedata.normalize("NFD", target)
        silence = "double-space" if number % 7 == 0 else "number"
        units.append(UNIT.format(number=number, source="The Council met.", target=target, silence=silence))
    return "\n".join(units)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Make a project with files of many sizes; some are cut into pieces."""
    (tmp_path / "source").mkdir()
    for lang in ("fr", "ru"):
        folder = tmp_path / "locales" / lang
        folder.mkdir(parents=True)
        for name, count in (("big", 1000), ("small", 3), ("middle", 200)):
            (folder / f"{name}.po").write_text(_text(lang, count), encoding="utf-8")
    whole = (tmp_path / "locales" / "fr" / "big.po").read_bytes()
    (tmp_path / "locales" / "fr" / "damaged.po").write_bytes(whole[:60_000] + b"\xff" + whole[60_000:])
    (tmp_path / "locales" / "fr" / "cut.po").write_bytes(whole[:70_011])
    (tmp_path / "locales" / "fr" / "empty.po").write_bytes(b"")
    return find_project(tmp_path)


def _rows(path: Path) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT * FROM row ORDER BY rowid").fetchall()
    connection.close()
    return rows


def _checked(project: Project, jobs: int, cache: Path) -> Report:
    with Cache(cache, today=0) as kept:
        return check(project, project.po_files(), select=SELECT, way=Way(jobs=jobs, cache=kept))


def test_several_processes_give_the_same_report_and_the_same_cache(project: Project, tmp_path: Path) -> None:
    alone, together = (_checked(project, jobs, tmp_path / f"{jobs}.db") for jobs in (1, 2))
    again = _checked(project, 2, tmp_path / "1.db")
    assert together == alone == again
    assert _rows(tmp_path / "2.db") == _rows(tmp_path / "1.db")
    assert {one.check for one in alone.findings} >= {"double-space", "not-nfc", "unused-silence", "po-syntax"}
    assert {one.check for one in alone.silenced} == {"double-space"}
    marked = {(Path(one.path).name, one.severity) for one in alone.findings if one.check == "not-nfc"}
    assert {("big.po", Severity.WARNING), ("small.po", Severity.INFO)} <= marked  # few of all units, and one of three


def _inspecting(project: Project, jobs: int, cache: Path) -> Iterator[tuple[Path, Inspected]]:
    """Inspect all files and yield, before any other is checked, the one that the cache has."""
    first = project.root / "locales" / "fr" / "small.po"
    stamp, choice = take_stamp(project, ()), Choice(SELECT)
    with Cache(cache, today=0) as kept:
        list(inspect(project, [first], choice, cache=kept, stamp=stamp, jobs=1))
        inspecting = inspect(project, project.po_files(), choice, cache=kept, stamp=stamp, jobs=jobs)
        found = next(inspecting)
        assert found[0] == first
        yield found
        yield from inspecting


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_file_that_changes_meanwhile_is_checked_as_it_is_then(project: Project, tmp_path: Path, jobs: int) -> None:
    inspecting = _inspecting(project, jobs, tmp_path / "check.db")
    found = [next(inspecting)]
    (project.root / "locales" / "ru" / "big.po").write_text(_text("ru", 900, first=5), encoding="utf-8")
    (project.root / "locales" / "ru" / "small.po").write_text(_text("ru", 900, first=7), encoding="utf-8")
    found += inspecting
    assert dict(found) == dict(_inspecting(project, 1, tmp_path / "new.db"))


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_file_that_vanishes_meanwhile_is_told(project: Project, tmp_path: Path, jobs: int) -> None:
    inspecting = _inspecting(project, jobs, tmp_path / "check.db")
    next(inspecting)
    (project.root / "locales" / "ru" / "small.po").unlink()
    with pytest.raises(SettingsError, match=r"ru/small\.po: the file cannot be read: No such file"):
        list(inspecting)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_file_that_is_named_twice_is_checked_once(project: Project, jobs: int) -> None:
    path, nothing = project.root / "locales" / "fr" / "big.po", Cache(None, today=0)
    stamp = take_stamp(project, ())
    twice = inspect(project, [path, path], Choice(SELECT), cache=nothing, stamp=stamp, jobs=jobs)
    assert [found for found, _ in twice] == [path]


def test_a_source_that_changes_between_two_checks_of_one_process_is_read_anew(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "a.txt").write_text("The Group has 47 members.\n", encoding="utf-8")
    (tmp_path / "locales" / "fr").mkdir(parents=True)
    unit = '#: source/a.txt:1\nmsgid "The Group has 47 members."\nmsgstr "Le Groupe compte 47 membres."\n'
    (tmp_path / "locales" / "fr" / "a.po").write_text(HEADER.format(lang="fr") + "\n" + unit, encoding="utf-8")
    project, way = find_project(tmp_path), Way()
    assert check(project, project.po_files(), select=["stale-source"], way=way).findings == ()
    (tmp_path / "source" / "a.txt").write_text("The Group has 48 members.\n", encoding="utf-8")
    (found,) = check(project, project.po_files(), select=["stale-source"], way=way).findings
    assert found.message == "the source has been reworded since: “48” instead of “47”"
