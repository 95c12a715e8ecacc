"""All that can be read of a damaged memory is kept, and what was lost is never told smaller than it is."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.limits import files_up_to
from tests.stores.data import pair, quiet, sentence
from tm.memory.acts import Choice
from tm.memory.concordance import Wanted, find_hits
from tm.memory.lookup import Query, lookup
from tm.model.errors import StoreError
from tm.model.match import Entry, Origin
from tm.project.config import Settings
from tm.project.layout import Project
from tm.stores.sqlite import SqliteStore
from tm.workflow.verify import Repair, look, repair

PAGE = 4096
SPACES = " \N{NO-BREAK SPACE}"
Texts = set[tuple[str, ...]]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Give the bytes of a memory with all that one can have: indexes, texts of several pages, history, free pages."""
    path = tmp_path_factory.mktemp("whole") / "memory.db"
    with closing(SqliteStore(str(path))) as store:
        store.add(pair(sentence(number), f"Phrase{SPACES[number % 2]}{number} !") for number in range(400))
        store.add(
            [Entry(0, {"en": "Long. " * 2000, "ru": "Долго. " * 3000}, "heading", Origin("resolution", author="A."))]
        )
        lookup(store, Query(sentence(3), "en", "fr"), min_score=50, limit=3)
        find_hits(store, Wanted("number", "en", "fr"), limit=3)
        store.delete(Choice((1, 2)))
        store.add([pair(sentence(7), "Autre.")])
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE concordance_en")
        connection.commit()
    return path.read_bytes()


def texts(path: Path) -> Texts:
    """Give each text with number, document and role of its entry, and language and author."""
    with closing(SqliteStore(str(path), create=False)) as store:
        return {
            (str(holding.id), holding.document, holding.role, text.language, text.text, text.author)
            for holding in store.holdings()
            for text in holding.texts
        }


def repaired(data: bytes, folder: Path) -> tuple[Repair, Texts]:
    """Repair a memory, which is sound then, and of which the damaged file is kept."""
    path = folder / "memory.db"
    path.write_bytes(data)
    found = look(str(path), full=False, tell=quiet)
    assert found
    done = repair(str(path), found, Project(folder, Settings()), full=False, tell=quiet)
    assert done.left == ()
    if done.mended.aside:
        assert len(Path(done.mended.aside).read_bytes()) == len(data)
    kept = texts(path)
    assert {one.name for one in folder.iterdir()} <= {"memory.db", "memory.db.damaged"}
    for one in folder.iterdir():
        one.unlink()
    return done, kept


@pytest.fixture(scope="module")
def everything(whole: bytes, tmp_path_factory: pytest.TempPathFactory) -> Texts:
    path = tmp_path_factory.mktemp("all") / "memory.db"
    path.write_bytes(whole)
    return texts(path)


def without(page: int) -> Callable[[bytes], bytes]:
    return lambda data: data[: page * PAGE] + bytes(PAGE) + data[(page + 1) * PAGE :]


def pages_of(whole: bytes, name: str, folder: Path) -> list[int]:
    """List the pages of a tree, counted from 0."""
    (folder / "pages.db").write_bytes(whole)
    with closing(sqlite3.connect(folder / "pages.db")) as connection:
        rows = connection.execute("SELECT pageno FROM dbstat WHERE name = ? ORDER BY pageno", (name,)).fetchall()
    (folder / "pages.db").unlink()
    return [number - 1 for (number,) in rows]


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"XXXX" + data[4:],
        lambda data: data[:16] + b"\xff" * 8 + data[24:],
        lambda data: data[:16] + bytes(84) + data[100:],
        without(0),
        lambda data: data.replace(b"CREATE TABLE history", b"CREATE TABLE his\xe4ory"),
        lambda data: data.replace(b"CREATE TABLE segment", b"CREATE TABLE sogment"),
        lambda data: data.replace(b"CREATE TABLE text", b"CREATE TABBE text"),
    ],
    ids=["magic", "page size", "header", "first page", "not UTF-8", "table renamed", "no statement"],
)
def test_all_texts_outlive_the_loss_of_the_header_and_of_names(
    damage: Callable[[bytes], bytes], whole: bytes, everything: Texts, tmp_path: Path
) -> None:
    data = damage(whole)
    assert data != whole
    done, kept = repaired(data, tmp_path)
    assert kept == everything
    assert done.mended.unreadable == 0


def test_all_texts_outlive_the_loss_of_each_page_with_the_schema(
    whole: bytes, everything: Texts, tmp_path: Path
) -> None:
    pages = pages_of(whole, "sqlite_schema", tmp_path)
    assert len(pages) > 1
    for page in pages:
        assert repaired(without(page)(whole), tmp_path)[1] == everything


@pytest.mark.parametrize("tree", ["document", "entry", "import", "segment_hash", "text_segment", "history"])
def test_all_texts_outlive_the_loss_of_what_an_index_holds_too(
    tree: str, whole: bytes, everything: Texts, tmp_path: Path
) -> None:
    for page in pages_of(whole, tree, tmp_path)[:2]:
        assert repaired(without(page)(whole), tmp_path)[1] == everything


def test_a_file_that_was_cut_off_keeps_what_is_left(whole: bytes, everything: Texts, tmp_path: Path) -> None:
    count = 0
    for pages in range(1, len(whole) // PAGE, 30):
        done, kept = repaired(whole[: pages * PAGE - 100], tmp_path)
        assert kept <= everything
        assert len(kept) >= count
        assert not done.mended.is_counted or done.mended.unreadable >= len(everything - kept)
        count = len(kept)
    assert count > 700
    done, kept = repaired(whole[:-PAGE], tmp_path)
    assert kept == everything
    assert done.mended.is_counted


@pytest.mark.parametrize("tree", ["segment", "text", "entry_identity"])
def test_no_text_is_wrong_where_a_page_is_lost_and_the_loss_is_told(
    tree: str, whole: bytes, everything: Texts, tmp_path: Path
) -> None:
    for page in pages_of(whole, tree, tmp_path)[:4]:
        done, kept = repaired(without(page)(whole), tmp_path)
        assert kept <= everything
        assert len(kept) > 600
        assert done.mended.unreadable >= len(everything - kept)


def test_a_text_that_an_index_contradicts_is_not_kept_even_if_sqlite_cannot_read_that_index(
    whole: bytes, everything: Texts, tmp_path: Path
) -> None:
    path = tmp_path / "memory.db"
    path.write_bytes(whole)
    with closing(sqlite3.connect(path)) as connection:
        roots = dict(connection.execute("SELECT name, rootpage FROM sqlite_schema").fetchall())
        (entry, segment), (_, other) = connection.execute(
            "SELECT entry, segment FROM text WHERE language = 'fr' AND entry IN (51, 61) ORDER BY entry"
        ).fetchall()
    data = bytearray(whole)
    row = bytes([entry]) + b"fr" + segment.to_bytes(2, "big")
    places = [
        place for page in pages_of(whole, "text", tmp_path)
        if (place := data.find(row, page * PAGE, (page + 1) * PAGE)) >= 0
    ]  # fmt: skip
    data[places[0] : places[0] + len(row)] = bytes([entry]) + b"fr" + other.to_bytes(2, "big")
    data[(roots["text_segment"] - 1) * PAGE] = 0  # no page of a tree any more
    kept = repaired(bytes(data), tmp_path)[1]
    assert kept <= everything
    assert len(kept) >= len(everything) - 2


@pytest.mark.parametrize("data", [b"", b"nothing of a memory " * 1000, b"short"])
def test_where_nothing_can_be_read_nothing_is_said_to_be_whole(data: bytes, tmp_path: Path) -> None:
    done, kept = repaired(data, tmp_path)
    assert kept == set()
    assert (done.mended.kept, done.mended.is_counted) == (0, False)


def test_where_there_is_no_room_for_a_new_memory_the_damaged_one_stays_as_it_is(whole: bytes, tmp_path: Path) -> None:
    data = without(pages_of(whole, "segment", tmp_path)[1])(whole)
    path = tmp_path / "memory.db"
    path.write_bytes(data)
    damage = look(str(path), full=False, tell=quiet)
    with files_up_to(150_000), pytest.raises(StoreError, match=r"memory\.db: the disk "):
        repair(str(path), damage, Project(tmp_path, Settings()), full=False, tell=quiet)
    assert list(tmp_path.iterdir()) == [path]
    assert path.read_bytes()[PAGE:] == data[PAGE:]
