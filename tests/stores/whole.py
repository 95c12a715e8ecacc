"""What every store must do with entries in parts, with files of many documents, and when all is asked of it."""

from collections.abc import Callable
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tm.memory.acts import Batch
from tm.memory.store import Store, Tally
from tm.model.match import Context, Entry, MatchKey, Origin, Status

NewStore = Callable[[], Store]


def test_an_entry_in_parts_is_one_and_comes_out_in_parts(new_store: NewStore) -> None:
    store = new_store()
    french = Entry(
        0, {"en": "A.", "fr": "1"}, "", Origin("doc", "a:1", "2020-01-01", "Ann"), Context(None, MatchKey("B."))
    )
    russian = Entry(0, {"en": "A.", "ru": "2"}, "", Origin("doc", "a:1", "2021-01-01", ""), Context(), Status.REVIEWED)
    assert store.add([french, russian]) == Tally(1, 0, 0)
    assert store.add([french, russian]) == Tally(0, 0, 1)
    assert [replace(entry, id=0) for entry in store.entries()] == [french, russian]


def test_an_original_that_shares_nothing_with_its_translations_keeps_what_it_has(new_store: NewStore) -> None:
    store, again = new_store(), new_store()
    entry = Entry(0, {"en": "A.", "fr": "1"}, "", Origin("doc"))
    store.add([entry])
    store.add([replace(entry, status=Status.REVIEWED)])
    again.add(store.entries())
    assert again.stats().texts == store.stats().texts == {("doc", "en", "translated"): 1, ("doc", "fr", "reviewed"): 1}


NEIGHBOURS = st.sampled_from([None, MatchKey(""), MatchKey("B.")])
ALIKE = st.builds(
    Entry,
    st.just(0),
    st.dictionaries(st.sampled_from(["fr", "ru", "zh"]), st.sampled_from(["1", "2 "]), min_size=1).map(
        lambda translations: {"en": "A."} | translations
    ),
    st.sampled_from(["", "heading"]),
    st.builds(Origin, st.just("doc"), st.sampled_from(["", "a:1"]), st.sampled_from(["", "2020-01-01"])),
    st.builds(Context, NEIGHBOURS, NEIGHBOURS),
    st.sampled_from([Status.TRANSLATED, Status.REVIEWED]),
)
"""Entries that meet."""


@given(st.lists(ALIKE, max_size=6), st.lists(ALIKE, max_size=3))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_all_entries_make_the_same_memory_again(new_store: NewStore, some: list[Entry], more: list[Entry]) -> None:
    first, second = new_store(), new_store()
    first.add(some)
    first.add(more)
    second.add(first.entries())
    told = [replace(entry, id=0) for entry in first.entries()]
    assert [replace(entry, id=0) for entry in second.entries()] == told
    assert second.stats().texts == first.stats().texts


def test_what_a_file_of_many_documents_and_languages_held_is_taken_away_with_it(new_store: NewStore) -> None:
    store = new_store()
    one = Entry(0, {"en": "A.", "fr": "1", "ru": "2"}, "", Origin("one"))
    two = Entry(0, {"en": "A.", "fr": "3"}, "", Origin("two"))
    other = Entry(0, {"en": "A.", "fr": "4"}, "", Origin("three"))
    file = Batch("x.tmx", "/x.tmx")
    assert store.add([one, two], file) == Tally(2)
    assert store.add([other], Batch("y.tmx", "/y.tmx")) == Tally(1)
    assert store.add([replace(one, texts={"en": "A.", "fr": "1"})], file) == Tally(0, 0, 1, removed=2)
    held = [(entry.origin.document, dict(entry.texts)) for entry in store.entries()]
    assert held == [("one", {"en": "A.", "fr": "1"}), ("three", {"en": "A.", "fr": "4"})]
    store.undo()
    assert len(list(store.entries())) == 3
