"""An index is made when a language is first asked for, goes on where it stopped, and never falls behind."""

import sqlite3
from pathlib import Path

import pytest

from tests.stores.data import pair
from tm.memory.lookup import Query, lookup
from tm.stores.sqlite import SqliteStore, grow


def filled(path: Path, count: int) -> None:
    store = SqliteStore(str(path))
    store.add(pair(f"Sentence number {number} of many.", f"Phrase {number}.") for number in range(count))
    store.close()


def search(path: Path) -> list[tuple[str, int, int, int]]:
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT language, learned, count, ready FROM search ORDER BY language").fetchall()
    connection.close()
    return rows


def ask(store: SqliteStore, text: str, source: str = "en", target: str = "fr") -> list[str]:
    return [match.source for match in lookup(store, Query(text, source, target), min_score=70, limit=5)]


def test_a_language_is_indexed_when_it_is_first_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    filled(path, 50)
    assert search(path) == []
    store = SqliteStore(str(path))
    assert "Sentence number 7 of many." in ask(store, "Sentence number 7 of some.")
    assert search(path) == [("en", 50, 50, 1)]
    ask(store, "Phrase 7 !", "fr", "en")
    assert search(path) == [("en", 50, 50, 1), ("fr", 50, 50, 1)]
    store.close()


def test_what_is_added_afterwards_is_in_the_index_at_once(tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    filled(path, 50)
    store = SqliteStore(str(path))
    ask(store, "Sentence")
    for number in range(300):
        store.add([pair(f"Added sentence {number} stands here.", "Ajout.")])
        assert ask(store, f"Added sentence {number} stands there.")[0].startswith("Added")
    assert search(path) == [("en", 50, 350, 1)]
    store.close()


def test_an_order_is_learned_anew_when_a_memory_has_outgrown_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grow, "SAMPLE", 100)
    path = tmp_path / "memory.db"
    filled(path, 20)
    store = SqliteStore(str(path))
    ask(store, "Sentence")
    other = SqliteStore(str(path))
    assert ask(other, "Sentence number 7 of some.")
    store.add(pair(f"Another sentence number {number}.", "Autre.") for number in range(400))
    assert search(path) == [("en", 420, 420, 1)]
    for asked in (store, other):
        assert "Another sentence number 7." in ask(asked, "Another sentence number 7 !")
        assert "Sentence number 7 of many." in ask(asked, "Sentence number 7 of some.")
    store.close()
    other.close()


def test_an_index_that_was_interrupted_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grow, "_BATCH", 10)
    path = tmp_path / "memory.db"
    filled(path, 35)
    told: list[tuple[int, int]] = []

    def growing(done: int, total: int) -> None:
        told.append((done, total))
        if len(told) == 2:
            raise KeyboardInterrupt

    store = SqliteStore(str(path), growing=growing)
    with pytest.raises(KeyboardInterrupt):
        ask(store, "Sentence number 7 of some.")
    assert search(path) == [("en", 35, 20, 0)]
    store.add([pair("Sentence number 70 of many.", "Phrase.")])
    assert ask(store, "Sentence number 70 of some.") == ["Sentence number 70 of many."]
    assert search(path) == [("en", 35, 36, 1)]
    assert told == [(10, 35), (20, 35), (30, 35), (36, 35)]
    store.close()


def test_while_a_long_index_is_made_it_is_told_how_far_it_has_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grow, "_SOME", 10)
    path = tmp_path / "memory.db"
    filled(path, 35)
    told: list[tuple[int, int]] = []
    store = SqliteStore(str(path), growing=lambda *done: told.append(done))
    ask(store, "Sentence number 7 of some.")
    assert told == [(10, 35), (20, 35), (30, 35), (35, 35)]
    store.close()


def test_distinct_texts_are_indexed_once_however_many_entries_they_have(tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    store = SqliteStore(str(path))
    store.add(pair("Thank you very much.", f"Merci {n}.", document=str(n)) for n in range(100))
    assert len(ask(store, "Thank you so much.")) == 5
    assert search(path) == [("en", 1, 1, 1)]
    store.close()


def test_a_locked_memory_is_searched_without_an_index(tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    filled(path, 20)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store = SqliteStore(str(path), patience=0.05)
    assert "Sentence number 7 of many." in ask(store, "Sentence number 7 of some.")
    other.execute("ROLLBACK")
    other.close()
    assert search(path) == []
    assert "Sentence number 7 of many." in ask(store, "Sentence number 7 of some.")
    assert search(path) == [("en", 20, 20, 1)]
    store.close()
