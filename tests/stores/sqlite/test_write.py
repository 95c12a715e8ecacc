"""What was acknowledged is kept, whatever happens to the process; several may work on one memory."""

import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from tests.stores.data import pair
from tm.memory.lookup import Query, lookup
from tm.memory.store import Tally
from tm.model.match import Entry, Origin
from tm.stores.sqlite import SqliteStore

IMPORTER = """
import sys
from tm.model.match import Entry, Origin
from tm.stores import open_store

path, name, first, count, size = sys.argv[1], sys.argv[2], *map(int, sys.argv[3:])
store = open_store(path)
print("open", flush=True)
for batch in range(first, first + count):
    texts = [(f"{name} {batch} {i}.", f"fr {name} {batch} {i}.") for i in range(size)]
    store.add(Entry(0, {"en": source, "fr": target}, "", Origin(name)) for source, target in texts)
    print(batch, flush=True)
store.close()
"""


def importer(path: Path, name: str, first: int, count: int, size: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", IMPORTER, str(path), name, str(first), str(count), str(size)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def batches(path: Path) -> dict[int, int]:
    """Count the entries of each batch in the file, which must be sound."""
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    keys = [
        key
        for (key,) in connection.execute(
            "SELECT key FROM text JOIN segment s ON s.id = segment WHERE s.language = 'en'"
        )
    ]
    connection.close()
    numbers = [int(key.split()[1]) for key in keys]
    return {number: numbers.count(number) for number in set(numbers)}


def test_killed_at_any_moment_a_memory_keeps_each_acknowledged_import_and_no_part_of_another(tmp_path: Path) -> None:
    path, rng = tmp_path / "memory.db", random.Random(7)
    acknowledged: set[int] = set()
    for kill in range(20):
        child = importer(path, "killed", kill * 1000, 1000, rng.choice((1, 40, 800)))
        assert child.stdout is not None
        child.stdout.readline()
        if kill % 4 == 0:  # on a busy machine nothing may be acknowledged in so short a time
            acknowledged.add(int(child.stdout.readline()))
        time.sleep(rng.uniform(0, 0.08))
        child.send_signal(signal.SIGKILL)
        acknowledged.update(int(line) for line in child.stdout if line.endswith("\n"))
        child.wait()
        child.stdout.close()
        kept = batches(path)
        assert acknowledged <= kept.keys()
        sizes = {kept[batch] for batch in kept if batch // 1000 == kill}
        assert len(sizes) <= 1
        assert sizes <= {1, 40, 800}
        assert len(kept.keys() - acknowledged) <= kill + 1
    assert acknowledged


def test_two_processes_may_begin_a_memory_and_add_to_it_at_once(tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    children = [importer(path, "same" if number else "other", number * 100, 15, 30) for number in (0, 1, 2)]
    for child in children:
        child.communicate()
    assert [child.returncode for child in children] == [0, 0, 0]
    assert batches(path) == {number: 30 for start in (0, 100, 200) for number in range(start, start + 15)}


def test_what_another_process_adds_is_found_by_the_next_lookup(tmp_path: Path) -> None:
    path = str(tmp_path / "memory.db")
    mine, other = SqliteStore(path), SqliteStore(path)
    for number in range(3):
        query = Query(f"Newly added sentence {number} !", "en", "fr")
        found = lookup(mine, query, min_score=80, limit=9)
        assert len([match for match in found if match.score == 100]) == 0
        other.add([pair(f"Newly added sentence {number} .", "Ajoutée.", document=str(number))])
        assert lookup(mine, query, min_score=80, limit=9)[0].source == f"Newly added sentence {number} ."
    mine.close()
    other.close()


def test_equal_texts_are_kept_once(tmp_path: Path) -> None:
    store = SqliteStore(str(tmp_path / "memory.db"))
    tally = store.add(pair("Thank you.", "Merci.", document=f"letter {number}") for number in range(12_000))
    assert tally == Tally(added=12_000)
    assert store._connection.execute("SELECT count(*) FROM segment").fetchone() == (2,)
    (match,) = lookup(store, Query("Thank you.", "en", "fr"), min_score=70, limit=5)
    assert match.score == 100
    store.close()


def test_an_import_longer_than_a_chunk_joins_its_own_entries(tmp_path: Path) -> None:
    store = SqliteStore(str(tmp_path / "memory.db"))
    texts = [f"Sentence {number}." for number in range(6_000)]
    for expected in (Tally(added=12_000), Tally(unchanged=12_000)):
        tally = store.add(
            Entry(0, {"en": text, language: f"{language} {text}"}, "", Origin("long"))
            for language in ("fr", "ru")
            for text in texts
        )
        assert tally == expected
    assert store._connection.execute("SELECT count(*) FROM entry").fetchone() == (6_000,)
    store.close()
