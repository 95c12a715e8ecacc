"""Damage is found and repaired; what was acknowledged outlives it, and what was lost is told."""

import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.stores.data import pair, quiet, sentence
from tm.memory.acts import Choice
from tm.memory.damage import Damage
from tm.memory.lookup import Query, lookup
from tm.model.errors import DamagedError, StoreError
from tm.model.match import Entry, Origin
from tm.project.config import Settings
from tm.project.layout import Project
from tm.stores.sqlite import SqliteStore
from tm.stores.sqlite.lists import Lists
from tm.workflow.verify import look, repair


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Give the bytes of a sound memory with an index, deletions and history."""
    path = tmp_path_factory.mktemp("whole") / "memory.db"
    with closing(SqliteStore(str(path))) as store:
        store.add(pair(sentence(number), f"Phrase\N{NO-BREAK SPACE}{number} !") for number in range(600))
        store.add([Entry(0, {"en": sentence(5), "ru": "Предложение 5."}, "", Origin("letter"))])
        lookup(store, Query(sentence(3), "en", "fr"), min_score=50, limit=3)
        store.delete(Choice((1, 2)))
        store.add([pair(sentence(7), "Autre.")])
    return path.read_bytes()


def held(path: Path) -> set[tuple[str, ...]]:
    with closing(SqliteStore(str(path))) as store:
        return {tuple(text.text for text in holding.texts) for holding in store.holdings()}


def mended(path: Path) -> list[Damage]:
    """Repair a memory, and give what was wrong with it."""
    found = list(look(str(path), full=True, tell=quiet))
    done = repair(str(path), found, Project(path.parent, Settings()), full=True, tell=quiet)
    assert done.left == ()
    assert not (path.parent / "memory.db.new").exists()
    return found


def test_a_sound_memory_has_no_damage(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    path.write_bytes(whole)
    assert look(str(path), full=True, tell=quiet) == []
    assert look(str(path), full=False, tell=quiet) == []


def test_a_text_that_was_not_written_so_is_reported_by_lookups_and_by_verify(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    path.write_bytes(whole.replace(b"Phrase 77 !", b"Phrase 78 !"))
    with closing(SqliteStore(str(path))) as store, pytest.raises(DamagedError):
        lookup(store, Query(sentence(77), "en", "fr"), min_score=100, limit=3)
    assert [one.part for one in mended(path)] == ["segment", "text"]
    assert len(held(path)) == 598
    assert (path.parent / "memory.db.damaged").exists()


def test_a_text_that_became_bytes_is_damage_also_while_an_index_is_made(tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    with closing(SqliteStore(str(path))) as store:
        store.add(pair(sentence(number), "Phrase.") for number in range(60))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE segment SET key = CAST(key AS BLOB) WHERE id = (SELECT max(id) - 9 FROM segment)")
    with closing(SqliteStore(str(path), create=False)) as store, pytest.raises(DamagedError):
        lookup(store, Query("Another sentence", "en", "fr"), min_score=50, limit=3)


@pytest.mark.parametrize("table", ["plane", "posting"])
def test_an_index_with_nothing_where_data_should_be_is_damage(whole: bytes, tmp_path: Path, table: str) -> None:
    path = tmp_path / "memory.db"
    path.write_bytes(whole)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_schema SET sql = replace(sql, ' NOT NULL', '') WHERE name = ?", (table,))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"UPDATE {table} SET data = NULL")
        numbers = [number for (number,) in connection.execute(f"SELECT id >> 32 FROM {table}")]
    with closing(SqliteStore(str(path))) as store, pytest.raises((DamagedError, sqlite3.DatabaseError)):
        if table == "plane":
            store.expect("en")
        Lists(store._connection).postings([(min(numbers), min(numbers))])


def test_an_index_that_does_not_find_is_made_anew_in_place(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    path.write_bytes(whole)
    with closing(SqliteStore(str(path))) as store:
        store._connection.execute("UPDATE shape SET text = 'xyz' WHERE segment = 9")
        store._connection.execute("DELETE FROM posting WHERE id IN (SELECT id FROM posting LIMIT 500)")
    assert {(one.part, one.derived) for one in mended(path)} == {("index", True)}
    assert [one.name for one in path.parent.iterdir()] == ["memory.db"]
    with closing(SqliteStore(str(path))) as store:
        assert lookup(store, Query(sentence(9) + " !", "en", "fr"), min_score=80, limit=1)[0].source == sentence(9)
    assert look(str(path), full=True, tell=quiet) == []


def test_an_index_of_a_language_that_its_own_index_does_not_find_is_damage(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    path.write_bytes(whole)
    with closing(sqlite3.connect(path)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'search'").fetchone()
    data = bytearray(whole)
    place = data.rindex(b"en", (page - 1) * 4096, page * 4096)
    data[place : place + 2] = b"xx"
    path.write_bytes(data)
    assert {one.part for one in mended(path)} == {"file", "index"}
    with closing(SqliteStore(str(path))) as store:
        assert lookup(store, Query(sentence(9) + " !", "en", "fr"), min_score=80, limit=1)[0].source == sentence(9)


def test_behind_a_link_the_memory_itself_is_mended(whole: bytes, tmp_path: Path) -> None:
    path, link = tmp_path / "shared" / "memory.db", tmp_path / "link.db"
    path.parent.mkdir()
    path.write_bytes(whole[: len(whole) // 2])
    link.symlink_to(path)
    assert mended(link)
    assert link.is_symlink()
    assert sorted(one.name for one in path.parent.iterdir()) == ["memory.db", "memory.db.damaged"]
    assert look(str(path), full=False, tell=quiet) == []


def test_what_the_po_files_hold_comes_back_and_the_rest_is_kept_as_far_as_it_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / ".tm" / "memory.db"
    po = tmp_path / "locales" / "fr" / "charter.po"
    po.parent.mkdir(parents=True)
    units = "".join(f'\nmsgid "{sentence(number)}"\nmsgstr "La phrase {number}."\n' for number in range(300))
    po.write_text(f'msgid ""\nmsgstr "Language: fr\\n"\n{units}', encoding="utf-8")
    (po.parent / "broken.po").write_text("broken", encoding="utf-8")
    project = Project(tmp_path, Settings())
    with closing(SqliteStore(str(path))) as store:
        store.add(pair(f"By hand {number}.", f"À la main {number}.") for number in range(300))
    data = bytearray(path.read_bytes())
    place = data.index("À la main 200.".encode())
    page = place - place % 4096
    data[page : page + 4096] = bytes(4096)
    path.write_bytes(data)
    done = repair(str(path), look(str(path), full=False, tell=quiet), project, full=True, tell=quiet)
    assert done.left == ()
    assert done.files == 1
    assert done.again == 300
    assert [message.partition(":")[0].endswith("broken.po") for message in done.refused] == [True]
    texts = held(path)
    assert sum(f"La phrase {number}." in one for one in texts for number in range(300)) >= 300
    kept = sum(one[-1].startswith("À la main") for one in texts)
    assert 150 < kept < 300
    assert done.mended.unreadable >= 300 - kept


@pytest.mark.parametrize("seed", range(24))
def test_whatever_is_overwritten_nothing_wrong_is_answered_and_repair_leaves_a_sound_memory(
    whole: bytes, seed: int, tmp_path: Path
) -> None:
    rng, path, data = random.Random(seed), tmp_path / "memory.db", bytearray(whole)
    place = rng.randrange(len(data))
    if seed % 4 == 0:
        del data[place:]
    else:
        count = min((1, 300, 5000)[seed % 4 - 1], len(data) - place)
        data[place : place + count] = rng.randbytes(count)
    path.write_bytes(data)
    expected = {f"Phrase\N{NO-BREAK SPACE}{number} !" for number in range(600)} | {"Autre.", "Предложение 5."}
    try:
        with closing(SqliteStore(str(path))) as store:
            for number in range(10, 600, 40):
                found = lookup(store, Query(sentence(number), "en", "fr"), min_score=70, limit=3)
                assert {match.target for match in found} <= expected
            store.add([pair("New.", "Nouveau.")])
            expected.add("Nouveau.")  # stays, if it cannot be undone any more
            store.undo()
            expected.remove("Nouveau.")
    except DamagedError as error:
        assert "tm memory verify --repair" in str(error)
    mended(path)
    assert all(set(texts) & expected or len(texts) == 1 for texts in held(path))


def test_a_memory_that_another_process_has_open_is_not_replaced(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    path.write_bytes(whole.replace(b"Phrase 77 !", b"Phrase 78 !"))
    with closing(SqliteStore(str(path))) as store:
        store.stats()
        with pytest.raises(StoreError, match="open in another process: try again when it has finished"):
            mended(path)
    mended(path)


ADDER = """
import sys, time
from tm.model.match import Entry, Origin
from tm.stores import open_store
store = open_store(sys.argv[1])
for number in range(3):
    store.add([Entry(0, {"en": f"{number}.", "fr": f"n {number}."}, "", Origin("killed"))])
print("added", flush=True)
time.sleep(60)
"""


@pytest.mark.parametrize("zeroed", [True, False])
def test_what_was_acknowledged_does_not_depend_on_the_log(zeroed: bool, tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    with subprocess.Popen([sys.executable, "-c", ADDER, str(path)], stdout=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.readline()
        process.kill()
    for end in ("-wal", "-shm"):
        log = path.with_name(path.name + end)
        if zeroed:
            log.write_bytes(bytes(log.stat().st_size))
        else:
            log.unlink()
    assert held(path) == {(f"{number}.", f"n {number}.") for number in range(3)}
    assert look(str(path), full=True, tell=quiet) == []
