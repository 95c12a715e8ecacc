"""Lists and planes find the same: each segment that reaches a threshold, while segments come one by one or in crowds."""

import random
import sqlite3
from pathlib import Path

import pytest
from rapidfuzz.distance import Levenshtein

from tests.stores.data import pair, scores
from tm.matching.shape import Shape, shape
from tm.matching.similarity import edits_allowed
from tm.memory.lookup import Query, lookup
from tm.stores import find_damage
from tm.stores.sqlite import SqliteStore, grow, pieces, planes
from tm.stores.sqlite.lists import Lists
from tm.stores.sqlite.planes import Planes, find_planes
from tm.stores.sqlite.search import by_lists, by_planes
from tm.stores.sqlite.state import find_search
from tm.text.normalize import match_key
from tm.text.tokens import tokens

WORDS = "the of and report Council session adopted noted paragraph 7 12 peace water women budget law".split()
LEAST = 8


@pytest.fixture
def few_make_a_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "_LEAST", LEAST)
    monkeypatch.setattr(planes, "_CROWD", 1)


def segments(rng: random.Random, count: int) -> list[str]:
    return [" ".join(rng.choices(WORDS, k=rng.randint(1, 25))) for _ in range(count)]


def reached(held: dict[int, Shape], text: Shape, least: float) -> set[int]:
    """Compare with all."""
    return {
        number
        for number, other in held.items()
        if Levenshtein.distance(text, other) <= edits_allowed(max(len(text), len(other)), least)
    }


def shapes(connection: sqlite3.Connection) -> dict[int, Shape]:
    rows = connection.execute("SELECT id, key FROM segment WHERE language = 'en'").fetchall()
    return {number: shape(tokens(key)) for number, key in rows}


def counts(connection: sqlite3.Connection) -> list[int]:
    return [count for (count,) in connection.execute("SELECT length(numbers) / 4 FROM piece ORDER BY 1 DESC")]


@pytest.mark.usefixtures("few_make_a_piece")
def test_both_ways_find_just_what_reaches_a_threshold_whatever_is_added_how(tmp_path: Path) -> None:
    rng, path = random.Random(5), str(tmp_path / "memory.db")
    store, other = SqliteStore(path), SqliteStore(path)
    store.add(pair(text, "T") for text in segments(rng, 30))
    lookup(store, Query("the report", "en", "fr"), min_score=70, limit=5)
    connection = store._connection
    lists, counted = Lists(connection), Planes(connection)
    for turn in range(40):
        count = rng.choice((1, 1, 1, 5, 60))
        (store, other)[turn % 2].add([pair(text, "T") for text in segments(rng, count)])
        lists.forget()
        counted.forget()
        search, held = find_search(connection, "en"), shapes(connection)
        assert search is not None
        assert search.ready
        for query in [*segments(rng, 3), *rng.sample(sorted(held.values()), 2)]:
            text, least = shape(tokens(query)), rng.choice((50.0, 62.5, 70.0, 85.0, 99.0))  # type: ignore[arg-type]
            expected = reached(held, text, least)
            for found in (
                by_lists(lists, search, text, lambda at=least: at),
                by_planes(lists, counted, search, text, lambda at=least: at),
            ):  # type: ignore[misc]
                numbers = [number for _, number in found]
                assert sorted(numbers) == sorted(expected)
    assert sum(counts(connection)) + len(search.tail) // 4 == len(held)
    assert len(counts(connection)) < 12
    store.close()
    other.close()
    assert list(find_damage(path, full=True, tell=lambda _: None)) == []


@pytest.mark.usefixtures("few_make_a_piece")
def test_small_pieces_are_joined_into_larger_ones(tmp_path: Path) -> None:
    store = SqliteStore(str(tmp_path / "memory.db"))
    store.add(pair(f"Sentence {number}.", "T") for number in range(200))
    lookup(store, Query("the report", "en", "fr"), min_score=70, limit=5)
    for number in range(100):
        store.add([pair(f"Another sentence {number}.", "T")])
    assert len(counts(store._connection)) <= 4
    store.close()


@pytest.mark.usefixtures("few_make_a_piece")
def test_planes_that_are_not_what_was_written_are_damage(tmp_path: Path) -> None:
    path = str(tmp_path / "memory.db")
    store = SqliteStore(path)
    store.add(pair(f"Sentence {number} of many.", "T") for number in range(50))
    lookup(store, Query("the report", "en", "fr"), min_score=70, limit=5)
    (number, slot) = store._connection.execute("SELECT id, slot FROM piece").fetchone()
    assert find_planes(store._connection, slot, number)
    store._connection.execute("UPDATE plane SET data = zeroblob(7) WHERE id = (SELECT max(id) FROM plane)")
    store.close()
    (damage,) = find_damage(path, full=False, tell=lambda _: None)
    assert (damage.part, damage.derived) == ("index", True)
    assert damage.message == f"piece {number} of en is not what its texts make it"


def test_an_order_learned_anew_leaves_no_piece_of_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grow, "SAMPLE", 100)
    path = str(tmp_path / "memory.db")
    store = SqliteStore(path)
    store.add(pair(f"Sentence {number} of many.", "T") for number in range(300))
    lookup(store, Query("the report", "en", "fr"), min_score=70, limit=5)
    store.add(pair(f"Another sentence {number}.", "T") for number in range(4000))
    assert counts(store._connection) == [4300]
    found = lookup(store, Query("Another sentence 77 !", "en", "fr"), min_score=70, limit=1)
    assert [match.source for match in found] == ["Another sentence 77."]
    store.close()
    assert list(find_damage(path, full=False, tell=lambda _: None)) == []


@pytest.mark.usefixtures("few_make_a_piece")
def test_what_was_expected_is_read_once_for_all_who_open_the_memory_meanwhile(tmp_path: Path) -> None:
    rng, path = random.Random(7), str(tmp_path / "memory.db")
    first = SqliteStore(path)
    held = segments(rng, 60)
    first.add(pair(text, "T") for text in held)
    first.expect("en")
    second, asked = SqliteStore(path), list[str]()
    second._connection.set_trace_callback(asked.append)

    def both(queries: list[str]) -> tuple[int, list[object], list[object]]:
        asked.clear()
        ours, theirs = (
            [lookup(store, Query(text, "en", "fr"), min_score=50, limit=9) for text in queries]
            for store in (first, second)
        )
        return sum("FROM plane" in statement for statement in asked), list(ours), list(theirs)

    reads, ours, theirs = both([f"Again {text}" for text in held])
    assert ours == theirs
    assert any(ours)
    assert reads == 0
    for adding in (first, second, first):
        held = segments(rng, 30)
        adding.add(pair(text, "T") for text in held)
        reads, ours, theirs = both([f"Again {text}" for text in held])
        assert ours == theirs
        assert any(ours)
        assert reads > 0
    first.close()
    second.close()


def test_a_language_without_texts_may_be_expected(tmp_path: Path) -> None:
    store = SqliteStore(str(tmp_path / "memory.db"))
    store.expect("zh")
    assert lookup(store, Query("文件", "zh", "fr"), min_score=50, limit=5) == []
    store.close()


@pytest.mark.usefixtures("few_make_a_piece")
def test_of_a_crowd_the_best_are_found_though_the_likeliest_are_compared_first(tmp_path: Path) -> None:
    rng, store = random.Random(11), SqliteStore(str(tmp_path / "memory.db"))
    family = "The Council adopted the report of the session on peace and security in paragraph".split()
    texts = {" ".join([*family[: rng.randint(6, 14)], *rng.sample(WORDS, rng.randint(0, 4))]) for _ in range(300)}
    store.add(pair(text, "T") for text in texts)
    for query in [*rng.sample(sorted(texts), 5), " ".join(family), " ".join(family[:9])]:
        for least, limit in ((50.0, 1), (50.0, 7), (70.0, 300), (90.0, 3)):
            found = lookup(store, Query(query, "en", "fr"), min_score=least, limit=limit)
            assert [match.score for match in found] == scores(query, texts, least)[:limit]
    store.close()


def test_what_others_add_meanwhile_is_seen_when_the_reading_ends(tmp_path: Path) -> None:
    path = str(tmp_path / "memory.db")
    store, other = SqliteStore(path), SqliteStore(path)
    store.add([pair("Peace and law", "Paix et droit")])
    new = match_key("Peace and laws")
    with store.reading("en"):
        assert store.exact(match_key("Peace and law"), "en", "fr")
        other.add([pair("Peace and laws", "Paix et lois")])
        assert not store.exact(new, "en", "fr")
        assert not [*store.similar(match_key("Peace and law"), "en", "fr", lambda: 50.0, lambda entry: True)]
    assert store.exact(new, "en", "fr")
    assert [*store.similar(match_key("Peace and law"), "en", "fr", lambda: 50.0, lambda entry: True)]
    store.close()
    other.close()


def test_only_exact_matches_need_no_index(tmp_path: Path) -> None:
    store = SqliteStore(str(tmp_path / "memory.db"))
    store.add([pair("Peace and law", "Paix et droit")])
    assert lookup(store, Query("Peace and law", "en", "fr"), min_score=100, limit=5)
    assert find_search(store._connection, "en") is None
    assert lookup(store, Query("Peace and law", "en", "fr"), min_score=99, limit=5)
    assert find_search(store._connection, "en") is not None
    store.close()
