"""Whoever reads a text compares it with its checksum: a text that is not what was written is never given out."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.stores.data import pair, sentence
from tm.memory.concordance import Wanted, find_hits
from tm.memory.fragments import find_fragments
from tm.memory.lookup import Query, lookup
from tm.model.errors import DamagedError
from tm.model.match import Context
from tm.stores.sqlite import SqliteStore
from tm.text.normalize import match_key

READERS: dict[str, Callable[[SqliteStore], object]] = {
    "lookup": lambda store: lookup(store, Query(sentence(77), "en", "fr"), min_score=70, limit=3),
    "exact lookup": lambda store: lookup(store, Query(sentence(77), "en", "fr"), min_score=100, limit=1),
    "fragments": lambda store: find_fragments(store, Query(f"Again: {sentence(77)}", "en", "fr"), limit=5).nearest,
    "export": lambda store: list(store.entries()),
    "dedupe": lambda store: list(store.holdings()),
    "history": lambda store: store.history(77),
    "concordance": lambda store: find_hits(store, Wanted("number 77", "en", "fr"), limit=10).hits,
    "occurrences": lambda store: store.occurrences(match_key(sentence(77)), "en"),
}
"""Each reads entry 77."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("whole") / "memory.db"
    with closing(SqliteStore(str(path))) as store:
        store.add(pair(sentence(number), f"Phrase\N{NO-BREAK SPACE}{number} !") for number in range(1, 100))
        store.add([pair(sentence(1), "Une.", context=Context(match_key(sentence(200)), None))])
    return path.read_bytes()


def damaged(whole: bytes, old: bytes, new: bytes, path: Path) -> Path:
    """Overwrite what is written somewhere with as many bytes."""
    assert old in whole
    assert len(old) == len(new)
    path.write_bytes(whole.replace(old, new))
    return path


@pytest.mark.parametrize("reader", READERS)
def test_a_sound_text_is_read(reader: str, whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    path.write_bytes(whole)
    with closing(SqliteStore(str(path), create=False)) as store:
        assert READERS[reader](store)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"Phrase 77 !", b"Phrase 78 !"),
        (b"Phrase\xc2\xa077 !", b"Phrase\xc2\xa078 !"),
        (b"Phrase 77 !", b"Phr\xe4se 77 !"),
    ],
    ids=["key", "beside its key", "not UTF-8"],
)
def test_a_translation_that_was_not_written_so_is_never_read(
    old: bytes, new: bytes, reader: str, whole: bytes, tmp_path: Path
) -> None:
    path = damaged(whole, old, new, tmp_path / "memory.db")
    with closing(SqliteStore(str(path), create=False)) as store, pytest.raises(DamagedError):
        READERS[reader](store)


@pytest.mark.parametrize("reader", READERS)
def test_a_source_that_was_not_written_so_is_never_read_nor_passed_over(
    reader: str, whole: bytes, tmp_path: Path
) -> None:
    path = damaged(whole, sentence(77).encode(), sentence(77).replace("Cou", "Con").encode(), tmp_path / "memory.db")
    with closing(SqliteStore(str(path), create=False)) as store, pytest.raises(DamagedError):
        READERS[reader](store)


@pytest.mark.parametrize("reader", READERS)
def test_a_source_that_is_not_utf_8_is_damage(reader: str, whole: bytes, tmp_path: Path) -> None:
    old = sentence(77).encode()
    path = damaged(whole, old, old.replace(b"tence", b"t\xe4nce"), tmp_path / "memory.db")
    with closing(SqliteStore(str(path), create=False)) as store, pytest.raises(DamagedError):
        READERS[reader](store)


def test_a_neighbour_that_was_not_written_so_is_not_exported(whole: bytes, tmp_path: Path) -> None:
    path = damaged(whole, sentence(200).encode(), sentence(201).encode(), tmp_path / "memory.db")
    with closing(SqliteStore(str(path), create=False)) as store, pytest.raises(DamagedError):
        list(store.entries())


@pytest.mark.parametrize("reader", ["export", "dedupe", "history", "occurrences"])
def test_a_language_that_is_not_that_of_the_text_is_damage(reader: str, whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    path.write_bytes(whole)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE text SET language = '&r' WHERE entry = 77 AND language = 'fr'")
        connection.commit()
    with closing(SqliteStore(str(path), create=False)) as store, pytest.raises(DamagedError):
        READERS[reader](store)


@pytest.mark.parametrize("place", ["place", "date", "author", "verbatim"])
def test_what_is_told_of_a_text_and_is_no_text_is_damage(place: str, whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    path.write_bytes(whole)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"UPDATE text SET {place} = x'41' WHERE entry = 77")
        connection.commit()
    for reader in ("exact lookup", "export", "dedupe", "history", "occurrences"):
        with closing(SqliteStore(str(path), create=False)) as store, pytest.raises(DamagedError):
            READERS[reader](store)


def test_an_exact_lookup_notices_that_the_index_of_checksums_does_not_find_a_text(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    path.write_bytes(whole)
    with closing(sqlite3.connect(path)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'segment_hash'").fetchone()
        (digest,) = connection.execute("SELECT hash FROM segment WHERE key = ?", (sentence(77),)).fetchone()
    data = bytearray(whole)
    at = data.index(digest.to_bytes(4 if digest < 1 << 31 else 6, "big"), (page - 1) * 4096, page * 4096)
    data[at + 1] ^= 4
    path.write_bytes(data)
    with closing(SqliteStore(str(path), create=False)) as store, pytest.raises(DamagedError):
        READERS["lookup"](store)
