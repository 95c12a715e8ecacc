"""The cache gives back what was put in, or nothing; damage, rivals and age cost only time."""

import multiprocessing
import sqlite3
from pathlib import Path
from random import Random

import pytest

from tests.workflow.conftest import FRENCH_TARGETS, Translator
from tm.model.language import FRENCH
from tm.project.layout import Project, find_project
from tm.workflow.cache import Cache, digest
from tm.workflow.check import Report, Way, check

TODAY = 740_000
KEYS = [digest(bytes([number])) for number in range(8)]


def _keep(path: Path, *keys: bytes, today: int = TODAY, size: int = 10, most: int = 1 << 20) -> None:
    with Cache(path, today=today, most_bytes=most) as cache:
        cache.put((key, b"head" * size, b"body" * size) for key in keys)


def _kept(path: Path, today: int = TODAY) -> set[bytes]:
    with Cache(path, today=today) as cache:
        return set(cache.get(KEYS))


def test_rows_come_back(tmp_path: Path) -> None:
    path = tmp_path / "a" / "check.db"
    _keep(path, *KEYS[:2])
    with Cache(path, today=TODAY) as cache:
        assert cache.get(KEYS) == dict.fromkeys(KEYS[:2], (b"head" * 10, b"body" * 10))


def test_the_parts_of_a_key_are_kept_apart() -> None:
    assert len({digest(b"ab", b"c"), digest(b"a", b"bc"), digest(b"abc"), digest(b"", b"abc")}) == 4


def test_a_cache_of_no_file_keeps_nothing() -> None:
    with Cache(None, today=TODAY) as cache:
        cache.put([(KEYS[0], b"head", b"body")])
        assert cache.get(KEYS) == {}


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 100, None])
def test_a_damaged_file_is_made_anew(tmp_path: Path, damage: bytes | None) -> None:
    path = tmp_path / "check.db"
    _keep(path, *KEYS, size=2000)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2] + bytes(len(whole) // 2) if damage is None else damage)
    with Cache(path, today=TODAY) as cache:
        assert all(row == (b"head" * 2000, b"body" * 2000) for row in cache.get(KEYS).values())
        cache.put([(KEYS[0], b"new", b"new")])
    with Cache(path, today=TODAY) as cache:
        assert cache.get(KEYS[:1]) == {KEYS[0]: (b"new", b"new")}


def test_a_row_that_is_not_as_it_was_written_is_not_used(tmp_path: Path) -> None:
    path = tmp_path / "check.db"
    _keep(path, *KEYS[:3])
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("UPDATE row SET head = x'00' WHERE key = ?", (KEYS[0],))
        connection.execute("UPDATE row SET head = 'text' WHERE key = ?", (KEYS[2],))
    connection.close()
    assert _kept(path) == {KEYS[1]}


def test_a_file_of_another_layout_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "check.db"
    connection = sqlite3.connect(path)
    connection.executescript("CREATE TABLE row (a); PRAGMA user_version = 999")
    connection.close()
    _keep(path, *KEYS[:1])
    assert _kept(path) == {KEYS[0]}


def test_where_nothing_may_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    _keep(tmp_path / "file" / "check.db", *KEYS)
    assert _kept(tmp_path / "file" / "check.db") == set()


def test_rows_of_no_use_go_after_a_month(tmp_path: Path) -> None:
    path = tmp_path / "check.db"
    _keep(path, *KEYS[:2])
    with Cache(path, today=TODAY + 20) as cache:
        cache.get(KEYS[:1])
    _keep(path, KEYS[2], today=TODAY + 31)
    assert _kept(path, TODAY + 31) == {KEYS[0], KEYS[2]}


def test_a_file_that_grows_too_big_loses_its_older_half(tmp_path: Path) -> None:
    path = tmp_path / "check.db"
    _keep(path, *KEYS[:4], today=TODAY - 1, size=20_000, most=1 << 30)
    before = path.stat().st_size
    _keep(path, *KEYS[4:], size=20_000, most=before)
    assert path.stat().st_size <= before
    assert _kept(path) <= set(KEYS[4:])


def _write_often(path: Path) -> None:
    for _ in range(20):
        _keep(path, *KEYS)


def test_two_processes_may_write_at_once(tmp_path: Path) -> None:
    path = tmp_path / "check.db"
    context = multiprocessing.get_context("fork")
    both = [context.Process(target=_write_often, args=(path,)) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert [one.exitcode for one in both] == [0, 0]
    assert _kept(path) == set(KEYS)


def _checked(project: Project) -> Report:
    with Cache(project.root / ".tm" / "cache" / "check.db", today=TODAY) as cache:
        return check(project, project.po_files(), way=Way(cache=cache))


def test_what_was_checked_before_is_not_checked_again_and_gives_the_same(
    project: Project, translate: Translator
) -> None:
    translate({**FRENCH_TARGETS, "The Council met.": "Le Conseil s’est réuni"})
    first = _checked(project)
    assert first.findings
    assert _checked(project) == first == check(project, project.po_files())
    path = project.po_path("report", FRENCH)
    path.write_text(path.read_text(encoding="utf-8").replace("réuni", "réuni."), encoding="utf-8")
    assert _checked(project) == check(project, project.po_files()) != first


HEAD = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
SOURCES = ["Egypt", "India", "egypt", "Peru", "The Council met."]
TARGETS = ["Égypte", "Inde", "Pérou", "Égypte.", "Le Conseil s’est réuni."]


def test_after_any_change_the_cache_finds_what_is_found_without(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "locales" / "fr").mkdir(parents=True)
    project, random = find_project(tmp_path), Random(4)
    seen = set()
    for step in range(18):
        path = tmp_path / "locales" / "fr" / f"{random.randrange(4)}.po"
        if step % 9 == 8:
            path.unlink(missing_ok=True)
        else:
            units = "".join(
                f"\n{random.choice(['', '#, ignore-inconsistent-target', '# moved'])}"
                f'\nmsgid "{source}"\nmsgstr "{random.choice(TARGETS)}"\n'
                for source in random.sample(SOURCES, 3)
            )
            path.write_text(HEAD + units, encoding="utf-8")
        found = _checked(project)
        assert found == check(project, project.po_files())
        seen |= {one.check for one in (*found.findings, *found.silenced)}
    assert {"inconsistent-target", "inconsistent-source", "unused-silence"} <= seen


def test_every_thing_that_findings_rest_on_is_looked_at(project: Project, translate: Translator) -> None:
    translate(FRENCH_TARGETS)
    assert _checked(project).findings == ()
    glossary = """<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
      <conceptEntry id="c1"><langSec xml:lang="en"><termSec><term>Council</term></termSec></langSec>
      <langSec xml:lang="fr"><termSec><term>Sénat</term></termSec></langSec></conceptEntry></body></text></tbx>"""
    project.glossary.write_text(glossary, encoding="utf-8")
    assert _checked(project).findings == check(project, project.po_files()).findings
    (project.root / "source" / "report.md").write_text("# Another\n", encoding="utf-8")
    assert _checked(project).findings == check(project, project.po_files()).findings
