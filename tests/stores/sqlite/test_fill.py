"""A memory that is filled at once is the one that it would have become little by little."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tm.model.match import Entry, MatchKey, Origin
from tm.stores.sqlite import SqliteStore
from tm.stores.sqlite.digests import Digests
from tm.stores.sqlite.numbering import Numbering


def texts(count: int) -> Iterator[Entry]:
    """Yield entries of which some sentences come again, near and far."""
    for number in range(count):
        source, target = f"Sentence {number % 4000 if number % 3 else number}.", f"Phrase {number % 2500}."
        yield Entry(0, {"en": source, "fr": target}, "", Origin(f"document {number % 7}"))


def contents(path: Path) -> list[list[tuple[object, ...]]]:
    queries = (
        "SELECT language, key, hash FROM segment ORDER BY 1, 2",
        """SELECT o.key, e.document, t.language, s.key FROM entry e JOIN segment o ON o.id = e.segment
           JOIN text t ON t.entry = e.id JOIN segment s ON s.id = t.segment ORDER BY 1, 2, 3, 4""",
        "SELECT name, sql FROM sqlite_schema ORDER BY 1",
        "PRAGMA integrity_check",
    )
    with closing(sqlite3.connect(path)) as connection:
        return [connection.execute(query).fetchall() for query in queries]


def test_a_memory_filled_at_once_has_what_one_has_that_grew(tmp_path: Path) -> None:
    at_once, grown = tmp_path / "at_once.db", tmp_path / "grown.db"
    with closing(SqliteStore(str(at_once))) as store:
        tally = store.add(texts(12_000))
    with closing(SqliteStore(str(grown))) as store:
        everything = list(texts(12_000))
        parts = [store.add(everything[start : start + 2_000]) for start in range(0, 12_000, 2_000)]
    assert tally.added == sum(part.added for part in parts)
    assert contents(at_once) == contents(grown)
    assert contents(at_once)[-1] == [("ok",)]


def test_a_filling_that_ends_early_leaves_the_empty_memory_whole(tmp_path: Path) -> None:
    def breaking() -> Iterator[Entry]:
        yield from texts(11_000)
        raise InterruptedError

    path = tmp_path / "memory.db"
    with closing(SqliteStore(str(path))) as store:
        before = contents(path)
        with pytest.raises(InterruptedError):
            store.add(breaking())
        assert contents(path) == before
        assert store.add(texts(10)).added == 10


def test_segments_that_are_not_at_hand_any_more_are_known_by_their_digests(tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    SqliteStore(str(path)).close()
    names = [("en", MatchKey(f"Sentence {number}.")) for number in range(110_000)]
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        numbering = Numbering(connection)
        numbering.number(names)
        first = dict(numbering.known["en"])
        numbering.number([*names[5:50_000:9], ("fr", MatchKey("Sentence 5."))])
        assert numbering.last == len(names) + 1
        assert numbering.known["en"] == {key: first[key] for _, key in names[5:50_000:9]}
        numbering.finish()
        connection.execute("ROLLBACK")


@settings(max_examples=50)
@given(st.lists(st.lists(st.integers(0, 40).map(lambda n: n * 0x6666_6667 & 0xFFFF_FFFF), max_size=30), max_size=12))
def test_digests_are_found_with_all_their_numbers(chunks: list[list[int]]) -> None:
    digests, expected = Digests(), dict[int, list[int]]()
    number = 1
    for chunk in chunks:
        assert sorted(digests.find(chunk)) == sorted(n for digest in chunk for n in expected.get(digest, []))
        digests.add(number, chunk)
        for digest in chunk:
            expected.setdefault(digest, []).append(number)
            number += 1
    assert digests.find([crc32(b"none")]) == []
