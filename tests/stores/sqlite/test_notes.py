"""What other programs say costs nothing where they say nothing, and is never given out other than as it was written."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from time import process_time

import pytest

from tests.stores.data import pair, quiet, sentence
from tm.memory.acts import Batch, Choice
from tm.memory.store import Tally
from tm.model.errors import DamagedError, StoreError
from tm.model.match import Entry, Origin
from tm.model.note import Form, Note
from tm.project.config import Settings
from tm.project.layout import Project
from tm.stores.sqlite import SqliteStore
from tm.stores.sqlite.entries import read_entries
from tm.stores.sqlite.migrate import NEWEST, migrate
from tm.stores.sqlite.notes import find_notes
from tm.stores.sqlite.telling import _ROOM
from tm.workflow.verify import look, repair

NOTES = (
    Note("Согласовано", Form.PROPERTY, "client", language="ru"),  # agreed
    Note("已确认\r\n", about="fr", encoding="gb18030"),  # confirmed
    Note("3", Form.ATTRIBUTE, "usagecount", "fr"),
)


def peace(*notes: Note, document: str = "charter") -> Entry:
    return Entry(0, {"en": "Peace", "fr": "Paix"}, "", Origin(document), notes=notes)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "memory.db"


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


def test_an_entry_of_which_nothing_is_said_has_no_row_and_nothing_is_left_of_telling(path: Path) -> None:
    with closing(SqliteStore(str(path))) as store:
        store.add([pair("A.", "1"), peace(*NOTES)])
        store.add([pair("A.", "2"), pair("B.", "3")])
        assert store._connection.execute("SELECT count(*) FROM sqlite_temp_schema").fetchone() == (0,)
    assert rows(path, "SELECT entry, language, ended FROM note") == [(2, "", 0), (2, "fr", 0)]


def test_an_import_that_fails_says_nothing(path: Path) -> None:
    def broken() -> Iterator[Entry]:
        yield peace(Note("x" * 2_000_000))
        yield from (peace(Note(str(number)), document=str(number)) for number in range(6_000))
        raise KeyboardInterrupt

    with closing(SqliteStore(str(path))) as store:
        with pytest.raises(KeyboardInterrupt):
            store.add(broken())
        with pytest.raises(StoreError, match="half a character"):
            store.add([peace(Note("half \ud800"))])
        assert store.add([peace(*NOTES)]) == Tally(1)
        assert [entry.notes for entry in store.entries()] == [NOTES]


def test_large_notes_and_many_are_kept_whole(path: Path) -> None:
    notes = (Note("и" * 7_000_000), *(Note(str(n), Form.PROPERTY, f"x-{n}") for n in range(1_000)))
    with closing(SqliteStore(str(path))) as store:
        store.add([peace(*notes), *(peace(notes[0], document=str(number)) for number in range(3))])
        assert next(store.entries()).notes == notes
        assert store.add([peace(*notes)]) == Tally(unchanged=1)


def test_what_many_units_say_of_one_text_is_kept_as_far_as_there_is_room(path: Path) -> None:
    part = _ROOM // 10
    told = [peace(Note(f"{number} " + "x" * part)) for number in range(20)]
    with closing(SqliteStore(str(path))) as store:
        assert store.add(told) == Tally(1, 0, 19)
        (entry,) = store.entries()
        assert [note.text.partition(" ")[0] for note in entry.notes] == [str(number) for number in range(9)]
        assert store.add(told) == Tally(unchanged=20)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE note SET said = replace(said, 'Согласовано', 'Согласована') WHERE language = ''",
        "UPDATE note SET language = 'en' WHERE language = ''",
        "UPDATE note SET entry = 1 WHERE language = ''",
        "UPDATE note SET hash = hash + 1 WHERE language = ''",
        "UPDATE note SET said = x'ff' WHERE language = ''",
    ],
)
def test_notes_that_are_not_what_was_written_are_told_never_given_and_left_out_of_a_repaired_memory(
    damage: str, path: Path
) -> None:
    with closing(SqliteStore(str(path))) as store:
        store.add([pair("A.", "1"), peace(*NOTES)])
    assert look(str(path), full=False, tell=quiet) == []
    change(path, damage)
    number = 1 if "entry = 1" in damage else 2
    with closing(SqliteStore(str(path))) as store:
        for use in (lambda: list(store.entries()), lambda: store.notes([number]), lambda: store.history(number)):
            with pytest.raises(DamagedError):
                use()
        assert len(store.exact(peace().texts["en"], "en", "fr")) == 1  # type: ignore[arg-type]  # it is its own key
    found = look(str(path), full=False, tell=quiet)
    assert {one.part for one in found} <= {"note", "file"}
    assert any(one.part == "note" for one in found)
    done = repair(str(path), found, Project(path.parent, Settings()), full=False, tell=quiet)
    assert (done.left, done.mended.kept, done.mended.unreadable, done.mended.unsaid) == ((), 4, 0, 1)
    with closing(SqliteStore(str(path))) as store:
        assert [entry.notes for entry in store.entries()] == [(), NOTES[1:]]


def test_notes_of_what_there_never_was_are_told(path: Path) -> None:
    with closing(SqliteStore(str(path))) as store:
        store.add([peace(*NOTES)])
    change(path, "DELETE FROM text WHERE language = 'fr'")
    found = look(str(path), full=False, tell=quiet)
    assert "something is said of the text in fr of entry 1, which there never was" in {one.message for one in found}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Give the bytes of a memory in which much is said, some of it of several pages."""
    path = tmp_path_factory.mktemp("whole") / "memory.db"
    with closing(SqliteStore(str(path))) as store:
        store.add(
            [
                replace(
                    pair(sentence(n), f"Phrase {n} !"),
                    notes=(Note(f"{n} " + "ذ" * (n % 7 * 900), about="fr"), Note(str(n))),
                )
                for n in range(300)
            ],
            Batch("x.tmx", "/x.tmx"),
        )
    return path.read_bytes()


def notes_of(path: Path) -> list[tuple[str, tuple[Note, ...]]]:
    with closing(SqliteStore(str(path), create=False)) as store:
        return [(entry.texts["fr"], entry.notes) for entry in store.entries()]


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"XXXX" + data[4:],
        lambda data: bytes(4096) + data[4096:],
        lambda data: data.replace(b"CREATE TABLE note", b"CREATE TABLE nota"),
    ],
    ids=["magic", "first page", "table renamed"],
)
def test_all_notes_outlive_the_loss_of_the_header_and_of_names(damage: object, whole: bytes, path: Path) -> None:
    path.write_bytes(whole)
    everything = notes_of(path)
    path.write_bytes(damage(whole))  # type: ignore[operator]  # a function
    found = look(str(path), full=False, tell=quiet)
    assert found
    done = repair(str(path), found, Project(path.parent, Settings()), full=False, tell=quiet)
    assert (done.left, done.mended.unsaid) == ((), 0)
    assert notes_of(path) == everything


def test_of_lost_pages_all_other_notes_are_kept_and_the_loss_is_told(whole: bytes, path: Path) -> None:
    path.write_bytes(whole)
    everything = notes_of(path)
    (page, *_), *_ = rows(path, "SELECT pageno FROM dbstat WHERE name = 'note' AND pagetype = 'leaf' ORDER BY pageno")
    assert isinstance(page, int)
    path.write_bytes(whole[: (page - 1) * 4096] + bytes(4096) + whole[page * 4096 :])
    found = look(str(path), full=False, tell=quiet)
    done = repair(str(path), found, Project(path.parent, Settings()), full=False, tell=quiet)
    kept = notes_of(path)
    assert [text for text, _ in kept] == [text for text, _ in everything]
    lost = [set(was) - set(now) for (_, was), (_, now) in zip(everything, kept, strict=True)]
    assert 0 < sum(map(len, lost)) == done.mended.unsaid
    assert all(set(now) <= set(was) for (_, was), (_, now) in zip(everything, kept, strict=True))


# Memories of the form before


def old(path: Path) -> None:
    """Make a memory of version 3, in which an import stands."""
    with closing(SqliteStore(str(path))) as store:
        store.add([peace(), pair("A.", "1")])
    for table in ("note", "header"):
        change(path, f"DROP TABLE {table}")
    change(path, "PRAGMA user_version = 3")
    assert (files("tm.stores") / "sql" / "0004.sql").is_file()


def test_a_memory_of_version_3_is_brought_up_to_date(path: Path) -> None:
    old(path)
    with closing(SqliteStore(str(path))) as store:
        assert store.add([peace(*NOTES)]) == Tally(0, 1, 0)
        assert [entry.notes for entry in store.entries()] == [NOTES, ()]
    assert rows(path, "PRAGMA user_version") == [(NEWEST,)]
    assert look(str(path), full=True, tell=quiet) == []


@pytest.mark.parametrize("uri", ["?immutable=1", "?mode=ro"])
def test_a_memory_of_version_3_that_cannot_be_written_is_read_as_it_stands(uri: str, path: Path) -> None:
    old(path)
    before = path.read_bytes()
    with closing(sqlite3.connect(f"file:{path}{uri}", uri=True, isolation_level=None)) as connection:
        with pytest.raises(sqlite3.OperationalError):
            migrate(connection, str(path))
        migrate(connection, str(path), create=False)
        assert len(list(read_entries(connection))) == 2
        assert find_notes(connection, [1]) == {}
    assert path.read_bytes() == before


def test_a_damaged_memory_of_version_3_is_saved(path: Path) -> None:
    old(path)
    change(path, "UPDATE segment SET key = 'Poix' WHERE key = 'Paix'")
    found = look(str(path), full=False, tell=quiet)
    done = repair(str(path), found, Project(path.parent, Settings()), full=False, tell=quiet)
    assert (done.left, done.mended.kept, done.mended.unreadable, done.mended.unsaid) == ((), 3, 1, 0)


def test_to_bring_a_few_entries_back_does_not_look_at_all_that_was_ever_said(path: Path) -> None:
    with closing(SqliteStore(str(path))) as store:
        began = process_time()
        for document, count in (("letter", 3000), ("charter", 30)):
            store.add(
                [
                    Entry(0, {"en": f"Peace {number}", "fr": f"Paix {number}"}, "", Origin(document), notes=NOTES)
                    for number in range(count)
                ],
                Batch(document, first=1),
            )
        store.undo()
        middle = process_time()
        assert store.restore(Choice(document="charter")).restored == 30
        assert process_time() - middle < (middle - began) / 3
        assert sum(len(entry.notes) for entry in store.entries()) == 30 * len(NOTES)
