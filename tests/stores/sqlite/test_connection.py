"""A memory that cannot be used is refused with one sentence that says what to do, and is left as it is."""

import os
import signal
import sqlite3
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from tests.limits import files_up_to
from tests.stores.data import pair
from tm.memory.concordance import Wanted, find_hits
from tm.memory.fragments import find_fragments
from tm.memory.lookup import Query, lookup
from tm.memory.store import Tally
from tm.model.errors import StoreError
from tm.stores.sqlite import SqliteStore
from tm.stores.sqlite.connection import DAMAGED, FULL, listen, reported


def refusal(path: Path, *, create: bool = True) -> str:
    with pytest.raises(StoreError) as caught:
        SqliteStore(str(path), create=create)
    return str(caught.value).removeprefix(f"{path}: ")


def filled(path: Path, count: int = 2000) -> Path:
    store = SqliteStore(str(path))
    store.add(pair(f"Sentence number {number}.", f"Phrase {number}.") for number in range(count))
    store.close()
    return path


def test_a_memory_is_made_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / ".tm" / "deep" / "memory.db"
    SqliteStore(str(path)).close()
    assert path.exists()


def test_what_a_killed_process_left_of_a_first_making_is_cleared_away_later(tmp_path: Path) -> None:
    names = ["memory.db.12-345.new", "memory.db.12-345.new-journal"]
    others = [
        "memory.db.new",
        "memory.db.12-345.new.txt",
        "memory.db.x-1.new",
        "old.db.12-345.new",
        "memory.db-wal.new",
    ]
    long_ago = time.time() - 2 * 3600
    for name in (*names, *others):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (long_ago, long_ago))
    fresh = tmp_path / "memory.db.13-345.new"
    fresh.touch()
    SqliteStore(str(tmp_path / "memory.db")).close()
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {"memory.db", fresh.name, *others}
    os.utime(fresh, (long_ago, long_ago))
    SqliteStore(str(tmp_path / "memory.db"), create=False).close()
    assert fresh.exists(), "who reads changes nothing"
    SqliteStore(str(tmp_path / "memory.db")).close()
    assert not fresh.exists()


def test_a_memory_that_is_not_there_is_not_made_where_it_should_only_be_read(tmp_path: Path) -> None:
    path = tmp_path / ".tm" / "memory.db"
    assert refusal(path, create=False) == "there is no memory yet: run: tm import locales"
    assert not path.parent.exists()


def test_an_empty_file_becomes_a_memory_where_one_may_be_made_and_is_none_elsewhere(tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    path.touch()
    assert refusal(path, create=False) == (
        "an empty file, damaged (a full disk leaves such): run: tm import locales, which makes it anew; "
        "then import what else was in it"
    )
    store = SqliteStore(str(path))
    assert store.add([pair("A.", "B.")]) == Tally(added=1)
    store.close()


def test_a_folder_is_no_memory(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "a folder: name a file as the memory"


@pytest.mark.parametrize("create", [True, False])
def test_a_pipe_or_a_device_is_no_memory(tmp_path: Path, *, create: bool) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path(os.devnull)):
        assert refusal(path, create=create) == "a pipe or a device: name a file as the memory"


def test_a_place_that_no_file_can_have_is_named(tmp_path: Path) -> None:
    (tmp_path / ".tm").write_text("in the way")
    for path in (tmp_path / ".tm" / "memory.db", tmp_path / ("m" * 300)):
        assert refusal(path).startswith("a memory cannot be kept there: ")


@pytest.mark.parametrize("name", [":memory:", "file:x.db?mode=memory", "100% real #1?.db", "память.db"])
def test_any_path_is_a_file_of_that_name(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    SqliteStore(name).close()
    assert (tmp_path / name).exists()


@pytest.mark.parametrize("content", [b"not a database" * 100, b"\0" * 8192, b"SQLite format 3\0" + b"x" * 8192])
def test_a_file_of_another_kind_is_refused_and_left_alone(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    path.write_bytes(content)
    assert refusal(path) == f"not a memory, or {DAMAGED}"
    assert path.read_bytes() == content


def test_damage_is_reported_or_does_no_harm_and_never_ends_in_another_error(tmp_path: Path) -> None:
    whole = filled(tmp_path / "whole.db").read_bytes()
    reported = 0
    for number in range(0, len(whole), 4096 * 15 + 501):
        path = tmp_path / f"{number}.db"
        path.write_bytes(whole[:number] + b"\xff\x00\xfe\x80" * 300 + whole[number + 1200 :])
        try:
            with closing(SqliteStore(str(path))) as store:
                for text in range(0, 2000, 400):
                    lookup(store, Query(f"Sentence number {text}.", "en", "fr"), min_score=70, limit=5)
                store.add(pair(f"Sentence number {text}.", "Other.") for text in range(0, 2000, 10))
        except StoreError as error:
            reported += 1
            assert str(error).endswith(DAMAGED), error
    assert reported


def test_a_truncated_file_is_reported(tmp_path: Path) -> None:
    path = filled(tmp_path / "memory.db")
    path.write_bytes(path.read_bytes()[:20_000])
    assert refusal(path) == DAMAGED


def test_a_memory_in_use_is_waited_for_and_then_reported(tmp_path: Path) -> None:
    path = filled(tmp_path / "memory.db", 1)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store = SqliteStore(str(path), patience=0.05)
    with pytest.raises(StoreError, match="in use by another process: try again when it has finished"):
        store.add([pair("A.", "B.")])
    assert len(lookup(store, Query("Sentence number 0.", "en", "fr"), min_score=70, limit=5)) == 1
    other.execute("ROLLBACK")
    other.close()
    assert store.add([pair("A.", "B.")]) == Tally(added=1)
    store.close()


def test_a_full_disk_is_reported_and_nothing_of_the_import_is_kept(tmp_path: Path) -> None:
    path = filled(tmp_path / "memory.db", 100)
    store = SqliteStore(str(path))
    store._connection.execute("PRAGMA max_page_count = 100")
    with pytest.raises(StoreError, match="the disk is full: make room and try again"):
        store.add(pair(f"A further sentence {number}.", "B.") for number in range(20_000))
    assert lookup(store, Query("A further sentence 1.", "en", "fr"), min_score=99, limit=5) == []
    assert len(lookup(store, Query("Sentence number 5.", "en", "fr"), min_score=100, limit=5)) == 1
    store.close()


def test_a_disk_too_full_for_the_files_beside_a_memory_is_reported_as_full_and_the_memory_is_read(
    tmp_path: Path,
) -> None:
    path = filled(tmp_path / "memory.db", 100)
    with files_up_to(4096):
        assert refusal(path) == FULL
        with closing(SqliteStore(str(path), create=False)) as store:
            assert (
                lookup(store, Query("Sentence number 5!", "en", "fr"), min_score=70, limit=1)[0].target == "Phrase 5."
            )
            assert len(list(store.entries())) == 100
    SqliteStore(str(path), create=False).close()


def test_a_disk_too_full_for_an_index_is_searched_without_one(tmp_path: Path) -> None:
    path = filled(tmp_path / "memory.db", 100)
    store = SqliteStore(str(path), create=False)
    store._connection.execute(f"PRAGMA max_page_count = {path.stat().st_size // 4096}")
    query = Query("Sentence number 5!", "en", "fr")
    assert lookup(store, query, min_score=70, limit=1)[0].target == "Phrase 5."
    assert find_fragments(store, query, limit=1).nearest
    for stemmed in (False, True):
        assert find_hits(store, Wanted("number 5", "en", "fr", stemmed), limit=1).hits[0].target == "Phrase 5."
    assert store.stats().indexed == ()
    store.close()


def test_where_files_may_not_grow_a_memory_is_searched_and_what_is_to_be_written_names_the_limit(
    tmp_path: Path,
) -> None:
    path = filled(tmp_path / "memory.db", 1000)
    with files_up_to(40_000), closing(SqliteStore(str(path), create=False)) as store:
        found = lookup(store, Query("Sentence number 5!", "en", "fr"), min_score=70, limit=1)
        assert found[0].target == "Phrase 5."
        assert find_hits(store, Wanted("number 5", "en", "fr"), limit=1).hits[0].target == "Phrase 5."
        with pytest.raises(StoreError, match="check it, your quota and the limit on the size of files"):
            store.add(pair(f"A further sentence {number}.", "B.") for number in range(2000))


def test_where_there_is_no_room_for_a_new_memory_no_file_is_left(tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    with files_up_to(8192):
        refusal(path)
    assert list(tmp_path.iterdir()) == []
    assert refusal(path, create=False) == "there is no memory yet: run: tm import locales"
    SqliteStore(str(path)).close()


def test_a_link_leads_to_the_memory_also_where_there_is_none_yet(tmp_path: Path) -> None:
    path, real = tmp_path / "link.db", tmp_path / "shared" / "memory.db"
    path.symlink_to(real)
    assert refusal(path, create=False) == "there is no memory yet: run: tm import locales"
    filled(path, 3)
    with closing(SqliteStore(str(real), create=False)) as store:
        assert len(list(store.entries())) == 3
    assert path.is_symlink()
    with closing(SqliteStore(str(path))) as store:
        assert store.stats().size >= real.stat().st_size
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    refusal(tmp_path / "circle")


def test_of_two_that_make_a_memory_at_once_both_get_the_same(tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    with ThreadPoolExecutor() as pool:
        made = [pool.submit(filled, path, count) for count in range(1, 9)]
    assert {one.result() for one in made} == {path}
    with closing(SqliteStore(str(path))) as store:
        assert len(list(store.entries())) == 8
    assert [file.name for file in tmp_path.iterdir()] == ["memory.db"]


def test_a_schema_that_is_not_utf_8_is_damage(tmp_path: Path) -> None:
    path = filled(tmp_path / "memory.db", 100)
    path.write_bytes(path.read_bytes().replace(b"CREATE TABLE history", b"CREATE TABLE his\xe4ory"))
    assert refusal(path) == DAMAGED


def test_a_memory_in_a_folder_without_permission_is_read_and_not_written(tmp_path: Path) -> None:
    path = filled(tmp_path / "memory.db", 1)
    tmp_path.chmod(0o500)
    if os.access(tmp_path, os.W_OK):
        pytest.skip("nothing is forbidden to this user")
    store = SqliteStore(str(path))
    assert len(lookup(store, Query("Sentence number 0.", "en", "fr"), min_score=70, limit=5)) == 1
    with pytest.raises(StoreError, match="cannot be written: check the permissions of the file and its folder"):
        store.add([pair("A.", "B.")])
    store.close()
    assert refusal(tmp_path / "new.db") == "cannot be opened: check the permissions of the file and its folder"
    tmp_path.chmod(0o700)


def test_closing_twice_does_no_harm(tmp_path: Path) -> None:
    store = SqliteStore(str(tmp_path / "memory.db"))
    store.close()
    store.close()
    with pytest.raises(StoreError):
        store.add([pair("A.", "B.")])


def test_a_memory_that_is_closed_is_one_file(tmp_path: Path) -> None:
    filled(tmp_path / "memory.db")
    assert [path.name for path in tmp_path.iterdir()] == ["memory.db"]


ENDLESS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n WHERE i < 0"


def test_an_interrupt_ends_a_long_statement_and_is_no_damage() -> None:
    timer = threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT))
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        listen(connection)
        connection.execute("CREATE TABLE kept (i)")
        begun = time.monotonic()
        timer.start()
        with pytest.raises(KeyboardInterrupt), reported("memory.db"):
            connection.execute(ENDLESS)
        assert time.monotonic() - begun < 60  # it would never end
        assert connection.execute("SELECT count(*) FROM kept").fetchone() == (0,)
