"""What every store must do with what other programs say of entries and texts."""

from collections.abc import Callable
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.laws.entries import noted_entries
from tm.memory.acts import Batch, Choice, Told
from tm.memory.store import Store, Tally
from tm.model.match import Entry, Origin
from tm.model.note import Form, Note
from tm.text.normalize import match_key

NewStore = Callable[[], Store]

WHOLE = Note("Согласовано", Form.PROPERTY, "client")  # agreed
SEEN = Note("已确认", about="fr", language="zh")  # confirmed
COUNT = Note("3", Form.ATTRIBUTE, "usagecount", "fr")
FILE = Batch("x.tmx", "/x.tmx")


def peace(*notes: Note, fr: str = "Paix", **more: str) -> Entry:
    return Entry(0, {"en": "Peace", "fr": fr, **more}, "", Origin("charter"), notes=notes)


def said(store: Store) -> list[tuple[Note, ...]]:
    return [entry.notes for entry in store.entries()]


def told(store: Store) -> tuple[Told, ...]:
    holding = store.history(1)
    assert holding
    return holding.told


def test_what_is_said_is_kept_with_the_entry_and_its_texts(new_store: NewStore) -> None:
    store = new_store()
    entry = peace(WHOLE, COUNT, SEEN, SEEN)
    assert store.add([entry, Entry(0, {"en": "War", "fr": "Guerre"}, "", Origin("charter"))]) == Tally(2)
    assert said(store) == [(WHOLE, COUNT, SEEN, SEEN), ()]
    assert store.notes([]) == {}
    found = store.notes([2**70, 99, 2, 1])
    assert {number: list(notes) for number, notes in found.items()} == {1: [WHOLE, COUNT, SEEN, SEEN]}
    assert told(store) == (Told("", (WHOLE,), 1), Told("fr", (COUNT, SEEN, SEEN), 1))
    assert store.add([entry]) == Tally(0, 0, 1)


def test_what_is_said_anew_takes_the_place_of_what_was_said(new_store: NewStore) -> None:
    store = new_store()
    store.add([peace(WHOLE, SEEN)])
    other = replace(SEEN, text="¿?")
    assert store.add([peace(other)]) == Tally(0, 1, 0)
    assert said(store) == [(WHOLE, other)]
    assert told(store) == (Told("", (WHOLE,), 1), Told("fr", (other,), 2), Told("fr", (SEEN,), 1, 2))
    assert store.add([peace()]) == Tally(0, 0, 1)
    change = store.undo()
    assert (change.acts[0].id, change.removed, change.restored, change.resaid) == (2, 0, 0, 1)
    assert said(store) == [(WHOLE, SEEN)]
    assert told(store) == (Told("", (WHOLE,), 1), Told("fr", (SEEN,), 1), Told("fr", (other,), 2, 3))


def test_what_is_said_of_a_text_goes_with_it_and_comes_back_with_it(new_store: NewStore) -> None:
    store = new_store()
    store.add([peace(WHOLE, SEEN, ru="Мир")])
    store.add([peace(fr="La paix")])
    assert said(store) == [(WHOLE,)]
    store.undo()
    assert said(store) == [(WHOLE, SEEN)]
    store.delete(Choice((1,), language="fr"))
    assert said(store) == [(WHOLE,)]
    store.delete(Choice((1,)))
    assert said(store) == []
    assert told(store)[:2] == (Told("", (WHOLE,), 1, 5), Told("fr", (SEEN,), 1, 4))
    store.restore(Choice((1,)))
    assert said(store) == [(WHOLE, SEEN)]


def test_what_is_said_of_a_deleted_text_is_not_said_of_another_one_that_comes(new_store: NewStore) -> None:
    store = new_store()
    store.add([peace(WHOLE, SEEN)])
    store.delete(Choice((1,)))
    store.add([peace(fr="La paix")])
    assert said(store) == [()]
    store.undo()
    store.restore()
    assert said(store) == [(WHOLE, SEEN)]


def test_a_restored_text_of_an_undone_import_has_its_notes_again(new_store: NewStore) -> None:
    store = new_store()
    store.add([peace(WHOLE, SEEN)])
    store.undo()
    assert said(store) == []
    store.restore(Choice((1,)))
    assert said(store) == [(WHOLE, SEEN)]
    store.undo()
    assert store.add([peace(SEEN)]) == Tally(1)
    assert said(store) == [(SEEN,)]


def test_what_a_file_said_before_and_does_not_say_any_more_is_taken_away(new_store: NewStore) -> None:
    store = new_store()
    store.add([peace(WHOLE, SEEN, ru="Мир")], FILE)
    assert store.add([peace(ru="Мир")], Batch("y.tmx", "/y.tmx")) == Tally(0, 0, 1)
    assert said(store) == [(WHOLE, SEEN)]
    assert store.add([peace(SEEN, ru="Мир")], FILE) == Tally(0, 1, 0)
    assert said(store) == [(SEEN,)]
    assert store.add([Entry(0, {"en": "Peace", "ru": "Мир"}, "", Origin("charter"))], FILE) == Tally(0, 0, 1, 1)
    assert said(store) == [()]
    store.undo()
    assert said(store) == [(SEEN,)]


def test_what_several_units_of_a_file_say_of_one_entry_is_joined(new_store: NewStore) -> None:
    store = new_store()
    russian = Entry(
        0, {"en": "Peace", "ru": "Мир"}, "", Origin("charter"), notes=(WHOLE, Note("b"), Note("r", about="ru"))
    )
    given = [
        peace(WHOLE, COUNT, SEEN),
        Entry(0, {"en": "War", "fr": "Guerre"}, "", Origin("charter")),
        russian,
        Entry(0, {"en": "Peace"}, "", Origin("charter"), notes=(replace(COUNT, text="4"), replace(SEEN, text="c"))),
    ]
    expected = (WHOLE, Note("b"), replace(COUNT, text="4"), SEEN, replace(SEEN, text="c"), Note("r", about="ru"))
    assert store.add(given, FILE) == Tally(3)
    assert said(store) == [expected, ()]
    assert store.add(given, FILE) == Tally(0, 0, 3)
    assert said(store) == [expected, ()]


def test_a_text_that_changes_and_changes_back_in_one_import_keeps_what_is_said_of_it(new_store: NewStore) -> None:
    store = new_store()
    store.add([peace(WHOLE, SEEN)])
    assert store.add([peace(fr="La paix"), peace()]).updated == 2
    assert said(store) == [(WHOLE, SEEN)]
    store.add([peace(fr="La paix"), peace(fr="Paix !")])
    assert said(store) == [(WHOLE,)]


def test_what_is_said_of_a_text_that_is_not_there_is_not_kept(new_store: NewStore) -> None:
    store = new_store()
    store.add([peace(Note("x", about="zh"))])
    assert said(store) == [()]
    assert told(store) == ()


@given(st.lists(noted_entries(), max_size=4), st.lists(noted_entries(), max_size=2))
@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_what_is_said_makes_the_same_memory_again(new_store: NewStore, some: list[Entry], more: list[Entry]) -> None:
    first, second = new_store(), new_store()
    first.add(some)
    first.add([replace(entry, texts=entry.texts | {"zh": "新"}) for entry in (*some, *more)])
    second.add(first.entries())
    told = [replace(entry, id=0) for entry in first.entries()]
    assert [replace(entry, id=0) for entry in second.entries()] == told
    assert any(entry.notes for entry in told) or not any(entry.notes for entry in (*some, *more))
    assert list(first.find(match_key("none"), "en")) == []


def test_of_texts_that_went_at_different_times_what_was_said_last_is_said_again(new_store: NewStore) -> None:
    store = new_store()
    first, last = Note("first"), Note("last")
    store.add([peace(first, fr="Paix", ru="Мир", zh="和平", ar="السلام")])
    store.undo()
    store.add([peace(last, fr="La paix", ru="мир")])
    store.undo()
    store.restore(Choice((1,)))
    assert [notes[0] for notes in said(store)] == [last]
