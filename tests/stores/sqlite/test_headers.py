"""What files say of themselves is guarded by a checksum, outlives a repair, and is missed by no older memory."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.stores.data import quiet
from tests.stores.headers import CANADA, CLIENT, HELLO, batch, peace
from tm.memory.store import Tally
from tm.model.errors import DamagedError
from tm.project.config import Settings
from tm.project.layout import Project
from tm.stores.sqlite import SqliteStore
from tm.stores.sqlite.entries import read_entries
from tm.stores.sqlite.headers import read_header
from tm.stores.sqlite.migrate import migrate
from tm.workflow.verify import look, repair


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "memory.db"
    with closing(SqliteStore(str(path))) as store:
        store.add([peace(zh="和平")], batch(HELLO, CLIENT, CANADA))
    yield path


def change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


def said(path: Path) -> tuple[object, object]:
    with closing(SqliteStore(str(path))) as store:
        return store.header(), [entry.notes for entry in store.entries()]


def mend(path: Path) -> None:
    found = look(str(path), full=True, tell=quiet)
    assert found
    done = repair(str(path), found, Project(path.parent, Settings()), full=True, tell=quiet)
    assert done.left == ()


def test_what_a_file_did_not_say_is_damage_which_a_repair_leaves_out(path: Path) -> None:
    assert look(str(path), full=True, tell=quiet) == []
    change(path, "UPDATE header SET said = replace(said, 'Bonjour', 'Bonsoir') WHERE language = ''")
    with pytest.raises(DamagedError):
        said(path)
    mend(path)
    assert said(path) == ((), [(CANADA,)])


def test_what_files_say_outlives_the_repair_of_what_else_is_damaged(path: Path) -> None:
    change(path, "UPDATE segment SET key = '和' WHERE language = 'zh'")
    mend(path)
    assert said(path) == ((HELLO, CLIENT), [(CANADA,)])


def test_what_files_say_is_found_in_the_pages_when_its_table_is_lost(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA journal_mode = DELETE")
    data = path.read_bytes()
    path.write_bytes(data.replace(b"CREATE TABLE header", b"CREATE TXBLE header"))
    mend(path)
    assert said(path) == ((HELLO, CLIENT), [(CANADA,)])


def old(path: Path) -> None:
    """Make the memory one of version 4."""
    change(path, "DROP TABLE header")
    change(path, "PRAGMA user_version = 4")


def test_files_imported_into_a_memory_of_version_4_say_it_when_they_are_imported_again(path: Path) -> None:
    old(path)
    assert said(path) == ((), [()])
    with closing(SqliteStore(str(path))) as store:
        assert store.add([peace(zh="和平")], batch(HELLO, CANADA)) == Tally(0, 0, 1)
    assert said(path) == ((HELLO,), [(CANADA,)])
    assert look(str(path), full=True, tell=quiet) == []


@pytest.mark.parametrize("uri", ["?immutable=1", "?mode=ro"])
def test_a_memory_of_version_4_that_cannot_be_written_is_read_as_it_stands(uri: str, path: Path) -> None:
    old(path)
    with closing(sqlite3.connect(f"file:{path}{uri}", uri=True, isolation_level=None)) as connection:
        migrate(connection, str(path), create=False)
        assert [entry.notes for entry in read_entries(connection)] == [()]
        assert read_header(connection) == ()
