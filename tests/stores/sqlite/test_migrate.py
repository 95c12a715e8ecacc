"""Tables are made and renewed by numbered steps; what is foreign or newer is refused and left alone."""

import re
import sqlite3
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from zlib import crc32

import pytest

from tm.memory.acts import Deed, Version
from tm.memory.lookup import Query, lookup
from tm.memory.store import Tally
from tm.model.errors import DamagedError, StoreError
from tm.model.match import Context, Entry, Origin, Status
from tm.stores import find_damage
from tm.stores.sqlite import SqliteStore
from tm.stores.sqlite.migrate import APPLICATION, NEWEST, migrate
from tm.text.normalize import match_key


def close_as(connection: sqlite3.Connection, version: int) -> None:
    """Mark a memory as one of an older version, and close it."""
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {version}")
    connection.commit()
    connection.close()


def peace(store: SqliteStore) -> tuple[str, str]:
    (match,) = lookup(store, Query("Peace and laws", "en", "fr"), min_score=50, limit=5)
    return match.source, match.target


def test_the_steps_are_numbered_without_a_gap() -> None:
    names = sorted(path.name for path in (files("tm.stores") / "sql").iterdir())
    assert names == [f"{step:04}.sql" for step in range(1, NEWEST + 1)]


def test_a_new_memory_is_marked_durable_and_in_the_newest_form(tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    store = SqliteStore(str(path))
    assert store._connection.execute("PRAGMA synchronous").fetchone() == (2,)
    store.close()
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
    assert connection.execute("PRAGMA user_version").fetchone() == (NEWEST,)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


@pytest.mark.parametrize("version", [1, 2])
def test_one_too_old_to_be_read_as_it_stands_is_told_to_be_copied_where_it_cannot_be_written(
    version: int, tmp_path: Path
) -> None:
    path = tmp_path / "memory.db"
    old = sqlite3.connect(path)
    for step in range(1, version + 1):
        old.executescript((files("tm.stores") / "sql" / f"{step:04}.sql").read_text(encoding="utf-8"))
    close_as(old, version)
    forbidden = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None)
    for create in (True, False):
        with pytest.raises(StoreError, match="an older version of tm, and cannot be brought up to date here: copy it"):
            migrate(forbidden, str(path), create=create)
    forbidden.close()
    SqliteStore(str(path)).close()


def test_a_step_that_was_interrupted_is_done_anew(tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("CREATE TABLE segment (id)")
    connection.close()
    SqliteStore(str(path)).close()


@pytest.mark.parametrize(
    ("statements", "problem"),
    [
        (["CREATE TABLE bookmark (id)"], "a database of another program: name another file as the memory"),
        (
            ["CREATE TABLE bookmark (id)", "PRAGMA user_version = 1"],
            "a database of another program: name another file as the memory",
        ),
        (
            [f"PRAGMA application_id = {APPLICATION}", f"PRAGMA user_version = {NEWEST + 1}"],
            "written by a newer version of tm: update tm",
        ),
    ],
)
def test_what_is_foreign_or_newer_is_refused_and_left_alone(
    statements: list[str], problem: str, tmp_path: Path
) -> None:
    path = tmp_path / "memory.db"
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreError) as caught:
        SqliteStore(str(path))
    assert str(caught.value) == f"{path}: {problem}"
    assert path.read_bytes() == before


def test_a_memory_of_version_1_is_brought_up_to_date_with_all_its_entries(tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    connection = sqlite3.connect(path)
    connection.executescript((files("tm.stores") / "sql" / "0001.sql").read_text(encoding="utf-8"))
    texts = [
        ("en", "Peace"),
        ("fr", "Paix"),
        ("ru", "Мир"),
        ("zh", "和平"),
        ("ar", "السلام"),
        ("es", "Paz"),
        ("fr", "Paix ?"),
    ]
    for number, (language, text) in enumerate(texts, start=1):
        digest = crc32(f"{language}\0{text}".encode())
        connection.execute("INSERT INTO segment VALUES (?, ?, ?, ?)", (number, language, digest, text))
    connection.execute("INSERT INTO document VALUES (1, 'charter')")
    connection.execute("INSERT INTO import (id) VALUES (1), (2)")
    connection.execute("INSERT INTO entry VALUES (1, 1, 1, '', 'heading')")
    for number, (language, _) in enumerate(texts[:6], start=1):
        row = (1, language, number, "", 0, None, "charter.txt:1", "2020-01-01", "reviewed", 2)
        connection.execute("INSERT INTO text VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    connection.execute("INSERT INTO history VALUES (1, 1, 'fr', 7, '', '2019-01-01', 'draft', 1, 2)")
    close_as(connection, 1)
    store = SqliteStore(str(path))
    for source, text in texts[:6]:
        for target, translation in texts[:6]:
            if source != target:
                (found,) = store.exact(match_key(text), source, target)
                assert dict(found.texts) == {source: text, target: translation}
                assert found.origin == Origin("charter", "charter.txt:1", "2020-01-01")
                assert (found.role, found.status) == ("heading", Status.REVIEWED)
                assert found.context == Context(match_key(""), None)
        assert (
            len(lookup(store, Query(f"{text} !", source, "fr" if source != "fr" else "en"), min_score=50, limit=5)) == 1
        )
    holding = store.history(1)
    assert holding is not None
    assert holding.texts[-1] == Version("fr", "Paix ?", "2019-01-01", Status.DRAFT, brought=1, ended=2)
    assert [act.deed for act in store.acts(9)] == [Deed.IMPORT, Deed.IMPORT]
    assert store.add([Entry(0, dict(texts[:2]), "heading", Origin("charter"), status=Status.REVIEWED)]) == Tally(
        unchanged=1
    )
    store.close()
    assert list(find_damage(str(path), full=True, tell=lambda _: None)) == []


def test_an_index_of_version_2_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    connection = sqlite3.connect(path)
    for step in ("0001.sql", "0002.sql"):
        connection.executescript((files("tm.stores") / "sql" / step).read_text(encoding="utf-8"))
    for number, (language, text) in enumerate([("en", "Peace and law"), ("fr", "Paix et droit")], start=1):
        digest = crc32(f"{language}\0{text}".encode())
        connection.execute("INSERT INTO segment VALUES (?, ?, ?, ?)", (number, language, digest, text))
    connection.execute("INSERT INTO document VALUES (1, 'charter')")
    connection.execute("INSERT INTO import (id) VALUES (1)")
    connection.execute("INSERT INTO entry VALUES (1, 1, 1, '', '', 'en')")
    for number, language in ((1, "en"), (2, "fr")):
        row = (1, language, number, "", None, None, "charter.txt:1", "2020-01-01", "reviewed", 1, "")
        connection.execute("INSERT INTO text VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    connection.execute("INSERT INTO search VALUES ('en', 0, zeroblob(55296), 1, 1, 1, 1)")
    connection.execute("INSERT INTO posting VALUES (1, x'00')")
    close_as(connection, 2)
    store = SqliteStore(str(path))
    assert peace(store) == ("Peace and law", "Paix et droit")
    store.close()
    assert list(find_damage(str(path), full=True, tell=lambda _: None)) == []


COLUMN = re.compile(r"ALTER TABLE (\w+) ADD COLUMN (\w+) [^;]*;")


def unsettled(there: Sequence[str]) -> str:
    """Give the second step as it was while it grew: with these of its columns, and the index as it always had it."""
    step = (files("tm.stores") / "sql" / "0002.sql").read_text(encoding="utf-8")
    columns = "\n".join(found[0] for found in COLUMN.finditer(step) if f"{found[1]}.{found[2]}" in there)
    return columns + step[step.index("-- The tokens of a segment") :]


HISTORY = ["text.author", *(f"history.{column}" for column in ("before", "after", "place", "author", "visible"))]


@pytest.mark.parametrize("there", [[], HISTORY, [*HISTORY, "entry.language"]])
def test_a_memory_that_has_a_part_of_version_2_gets_the_rest(there: list[str], tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    connection = sqlite3.connect(path)
    connection.executescript((files("tm.stores") / "sql" / "0001.sql").read_text(encoding="utf-8"))
    connection.executescript(unsettled(there))
    for number, (language, text) in enumerate([("en", "Peace and law"), ("fr", "Paix et droit")], start=1):
        digest = crc32(f"{language}\0{text}".encode())
        connection.execute("INSERT INTO segment VALUES (?, ?, ?, ?)", (number, language, digest, text))
        row = (1, language, number, "", None, None, "charter.txt:1", "2020-01-01", "reviewed", 1)
        columns = "entry, language, segment, verbatim, before, after, place, date, status, import"
        connection.execute(f"INSERT INTO text ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    connection.execute("INSERT INTO document VALUES (1, 'charter')")
    connection.execute("INSERT INTO import (id) VALUES (1)")
    connection.execute("INSERT INTO entry (id, segment, document, verbatim, role) VALUES (1, 1, 1, '', '')")
    close_as(connection, 2)
    store = SqliteStore(str(path))
    assert peace(store) == ("Peace and law", "Paix et droit")
    assert [entry.texts for entry in store.entries()] == [{"en": "Peace and law", "fr": "Paix et droit"}]
    store.close()
    new = tmp_path / "new.db"
    SqliteStore(str(new)).close()
    assert columns_of(path) == columns_of(new)
    assert list(find_damage(str(path), full=True, tell=lambda _: None)) == []


def columns_of(path: Path) -> set[tuple[str, str]]:
    connection = sqlite3.connect(path)
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    found = {(table, row[1]) for table in tables for row in connection.execute(f"PRAGMA table_info({table})")}
    connection.close()
    return found


@pytest.mark.parametrize("pragma", ["application_id = 7", "user_version = 0", "user_version = 70000"])
def test_a_memory_whose_header_is_damaged_is_not_taken_for_another_programs(pragma: str, tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    SqliteStore(str(path)).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA {pragma}")
    connection.close()
    with pytest.raises(DamagedError):
        SqliteStore(str(path))
