"""The index of words is made when it is first asked for, goes on where it was interrupted, and can be done without."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stores.concordance import concordance, sources
from tests.stores.data import pair
from tm.memory.concordance import Wanted, find_hits
from tm.memory.store import Store
from tm.model.match import MatchKey
from tm.stores import open_store
from tm.stores.sqlite import concordance as index
from tm.text.phrase import make_phrase

PHRASE = make_phrase(MatchKey("text of"), "en")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "memory.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    opened = open_store(str(path))
    opened.add(pair(f"The text of {number}", f"fr {number}", document=str(number)) for number in range(30))
    yield opened
    opened.close()


def reached(path: Path) -> dict[str, int]:
    with sqlite3.connect(path) as connection:
        try:
            return dict(connection.execute("SELECT name, reached FROM concordance"))
        except sqlite3.OperationalError:
            return {}


def test_a_language_is_indexed_when_it_is_first_asked_for_and_with_stems_apart(store: Store, path: Path) -> None:
    assert reached(path) == {}
    concordance(store, "text")
    assert reached(path).keys() == {"concordance_en"}
    concordance(store, "text", stem=True)
    assert reached(path).keys() == {"concordance_en", "concordance_en_stems"}
    last = reached(path)["concordance_en"]
    store.add([pair("Another text of it", "x")])
    assert reached(path)["concordance_en"] == last
    assert len(concordance(store, "text of").hits) == 31
    assert reached(path)["concordance_en"] > last


def test_what_is_made_is_told(store: Store) -> None:
    told: list[str] = []
    for _ in range(2):
        find_hits(store, Wanted("text", "en", "fr"), limit=1, tell=told.append)
    assert told == ["indexing the words of en: 30 of 30 segments"]


def test_an_interrupted_index_goes_on_from_there(store: Store, path: Path) -> None:
    with sqlite3.connect(path, isolation_level=None) as connection:
        steps = index.growing(connection, PHRASE, batch=8)
        assert [next(steps), next(steps)] == [(8, 30), (16, 30)]
        steps.close()
        assert len(index.read_passages(connection, PHRASE, "fr", 100, by_index=True).keys) == 30
    told: list[str] = []
    found = find_hits(store, Wanted("text of", "en", "fr"), limit=100, tell=told.append)
    assert len(found.hits) == 30
    assert told == ["indexing the words of en: 14 of 14 segments"]


def test_stems_by_other_rules_are_indexed_anew(store: Store, path: Path) -> None:
    concordance(store, "text", stem=True)
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT version FROM concordance").fetchone()[0].startswith("snowballstemmer ")
        connection.execute("UPDATE concordance SET version = 'snowballstemmer 1'")
    told: list[str] = []
    found = find_hits(store, Wanted("texts", "en", "fr", stemmed=True), limit=100, tell=told.append)
    assert len(found.hits) == 30
    assert told == ["indexing the words of en: 30 of 30 segments"]


@pytest.mark.parametrize("indexed", [0, 16, 30])
def test_what_is_not_indexed_is_read(store: Store, path: Path, indexed: int) -> None:
    with sqlite3.connect(path, isolation_level=None) as connection:
        steps = index.growing(connection, PHRASE)
        if indexed:
            next(steps)
            connection.execute("UPDATE concordance SET reached = ?", (2 * indexed,))
        for by_index in (True, False):
            found = index.read_passages(connection, PHRASE, "fr", 100, by_index=by_index)
            assert sorted(found.keys) == sorted(f"The text of {n}" for n in range(30))
            assert not found.more


def test_a_memory_that_cannot_be_written_is_read(store: Store, path: Path) -> None:
    concordance(store, "text")
    store.add([pair("A new text of it", "x")])
    store.close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    with sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None) as connection:
        for stemmed in (False, True):
            phrase = make_phrase(MatchKey("text of"), "en", stemmed=stemmed)
            assert len(index.find_passages(connection, phrase, "fr", 100, str).keys) == 31


def test_a_memory_that_another_process_writes_to_is_read(store: Store, path: Path) -> None:
    from tm.stores.sqlite import SqliteStore

    other = SqliteStore(str(path), patience=0.1)
    with sqlite3.connect(path, isolation_level=None) as connection:
        connection.execute("BEGIN IMMEDIATE")
        assert len(concordance(other, "text of").hits) == 30
        connection.execute("ROLLBACK")
    assert reached(path) == {}
    assert len(concordance(other, "text of").hits) == 30
    assert reached(path)
    other.close()


def test_the_index_agrees_with_reading_everything(store: Store, path: Path) -> None:
    store.add(pair(f"{word} text, {word} of it <1>x</1>", word) for word in ("The", "No", "'", '"', "😀", "\0"))
    concordance(store, "made")
    with sqlite3.connect(path, isolation_level=None) as connection:
        for words in (
            "text",
            "text of",
            "the text",
            "' text",
            '" text',
            "😀 text",
            "of it x",
            "it <1>x",
            "<1>",
            "\0 text",
        ):
            phrase = make_phrase(MatchKey(words), "en")
            by_index, by_reading = (
                index.read_passages(connection, phrase, "fr", 100, by_index=by_index) for by_index in (True, False)
            )
            assert by_index == by_reading
            assert by_index.keys
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_looking_in_vain_for_translations_ends(store: Store) -> None:
    many = index._READ * 2 + index._AT_ONCE
    store.add(pair(f"Many a text of {number}", "fr", document=str(number)) for number in range(many))
    store.concordance(PHRASE, "fr", 2, str)
    found = store.concordance(PHRASE, "ru", 2, str)
    assert (list(found.keys), found.more) == ([], True)
    assert sources(concordance(store, "text of", target="ru")) == []


def test_texts_that_are_gone_do_not_hide_those_that_are_there(store: Store) -> None:
    many = index._READ * 2 + index._AT_ONCE
    store.add(pair(f"Many a text of {number}", "fr", document=str(number)) for number in range(many))
    store.undo()
    for target in ("fr", None):
        found = store.concordance(PHRASE, target, 30, str)
        assert (len(found.keys), found.more) == (30, False)
        assert len(store.concordance(PHRASE, target, 2, str).keys) == 2
