"""Tables are made and renewed by numbered steps; what is foreign or newer is refused and left alone."""

import sqlite3
from importlib.resources import files
from pathlib import Path

import pytest

from tm.model.errors import StoreError
from tm.stores.sqlite import SqliteStore
from tm.stores.sqlite.migrate import APPLICATION, NEWEST


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
