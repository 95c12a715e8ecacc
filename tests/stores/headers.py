"""What every store must do with what files say of themselves, and how they write the codes of languages."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tm.memory.acts import Batch, Choice
from tm.memory.store import Store, Tally
from tm.model.match import Entry, Origin
from tm.model.note import Form, Note, code_of

NewStore = Callable[[], Store]

HELLO = Note("Bonjour", language="fr")
CLIENT = Note("Заказчик", Form.PROPERTY, "client", encoding="KOI8-R")  # client
CANADA, BELGIUM, CHINA = code_of("fr-CA", "fr"), code_of("fr-BE", "fr"), code_of("zh-Hans-CN", "zh")


def peace(*notes: Note, document: str = "charter", **texts: str) -> Entry:
    return Entry(0, {"en": "Peace", "fr": "Paix", **texts}, "", Origin(document), notes=notes)


def batch(*header: Note, name: str = "/a.tmx") -> Batch:
    return Batch(name, name, header=list(header))


def codes(store: Store) -> list[tuple[Note, ...]]:
    return [entry.notes for entry in store.entries()]


def test_what_a_file_says_of_itself_is_kept_and_importing_it_again_changes_nothing(new_store: NewStore) -> None:
    store = new_store()
    assert store.header() == ()
    assert store.add([peace()], batch(HELLO, CLIENT, HELLO)) == Tally(1)
    assert store.header() == (HELLO, CLIENT)
    again = store.add([peace()], batch(HELLO, CLIENT))
    assert (again, again.act) == (Tally(0, 0, 1), 0)
    assert codes(store) == [()]


def test_a_header_is_read_when_all_entries_have_come(new_store: NewStore) -> None:
    store, header = new_store(), list[Note]()

    def entries() -> list[Entry]:
        header.append(CLIENT)
        return [peace()]

    store.add((entry for entry in entries()), Batch("a", "/a.tmx", header=header))
    assert store.header() == (CLIENT,)


def test_what_a_file_says_now_takes_the_place_of_what_it_said_and_undoing_brings_that_back(
    new_store: NewStore,
) -> None:
    store = new_store()
    store.add([peace()], batch(HELLO, CANADA))
    other = store.add([peace()], batch(CLIENT, BELGIUM, CHINA))
    assert (other, other.act) == (Tally(0, 0, 1), 2)
    assert (store.header(), codes(store)) == ((CLIENT,), [(BELGIUM,)])
    store.add([peace()], batch())
    assert (store.header(), codes(store)) == ((), [()])
    store.undo()
    assert (store.header(), codes(store)) == ((CLIENT,), [(BELGIUM,)])
    store.undo()
    assert (store.header(), codes(store)) == ((HELLO,), [(CANADA,)])
    store.undo()
    assert (store.header(), codes(store)) == ((), [])
    store.add([peace()], batch(HELLO, CANADA))
    assert (store.header(), codes(store)) == ((HELLO,), [(CANADA,)])


def test_of_several_files_each_says_its_own_and_what_two_say_is_said_once(new_store: NewStore) -> None:
    store = new_store()
    store.add([peace()], batch(HELLO, CANADA))
    store.add([peace(document="treaty", zh="和平")], batch(CLIENT, HELLO, BELGIUM, CHINA, name="/b.tmx"))
    store.add([peace(document="letter")], Batch("letter.po", "/letter.po"))
    assert store.header() == (HELLO, CLIENT)
    assert codes(store) == [(CANADA,), (BELGIUM, CHINA), ()]


def test_what_is_said_of_a_text_itself_takes_the_place_of_what_its_file_says(new_store: NewStore) -> None:
    store = new_store()
    note = Note("seen", about="fr")
    store.add([peace(BELGIUM, note, zh="和平"), peace(note, document="treaty")], batch(CANADA, CHINA))
    assert [set(notes) for notes in codes(store)] == [{BELGIUM, CHINA, note}, {CANADA, note}]
    again = new_store()
    again.add(store.entries())
    assert [set(notes) for notes in codes(again)] == [{BELGIUM, CHINA, note}, {CANADA, note}]


def test_what_a_file_says_goes_with_its_last_text_and_comes_back(new_store: NewStore) -> None:
    store = new_store()
    store.add([peace(zh="和平")], batch(HELLO, CANADA, CHINA))
    store.add([peace(document="treaty")], Batch("treaty", "/treaty.po"))
    store.delete(Choice((1,), language="zh"))
    assert (store.header(), codes(store)) == ((HELLO,), [(CANADA,), ()])
    store.delete(Choice((1,)))
    assert (store.header(), codes(store)) == ((), [()])
    store.restore()
    assert (store.header(), codes(store)) == ((HELLO,), [(CANADA,), ()])
    store.restore(Choice((1,)))
    assert (store.header(), codes(store)) == ((HELLO,), [(CANADA, CHINA), ()])


def test_what_a_file_says_comes_back_past_an_undone_import_of_another(new_store: NewStore) -> None:
    store = new_store()
    store.add([peace(document="letter")], batch(HELLO, CANADA))
    store.delete(Choice((1,)))
    store.add([peace(document="letter")], Batch("other", "/other.tmx", header=[CLIENT, BELGIUM]))
    store.undo()
    store.restore(Choice((1,)))
    assert (store.header(), codes(store)) == ((HELLO,), [(CANADA,)])


NOTES = st.lists(st.sampled_from([HELLO, CLIENT, CANADA, CHINA]), max_size=3, unique=True)
ENTRIES = st.lists(
    st.builds(peace, st.sampled_from([BELGIUM, HELLO]), document=st.sampled_from("ab"), zh=st.sampled_from("中国")),
    max_size=3,
)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), ENTRIES, NOTES, st.sampled_from(["/a.tmx", "/b.tmx", ""])),
        st.sampled_from([("undo",), ("delete",), ("restore",)]),
    ),
    max_size=6,
)


@given(STEPS)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_empty_memory_that_is_given_all_says_the_same(new_store: NewStore, steps: list[tuple[object, ...]]) -> None:
    from tests.stores.fake import DictStore

    store, plain, again = new_store(), DictStore(), new_store()
    for step in steps:
        outcomes = [_do(one, step) for one in (store, plain)]
        assert outcomes[0] == outcomes[1]
        assert (store.header(), codes(store)) == (plain.header(), codes(plain))
    again.add(store.entries(), Batch("all", "/all.tmx", header=store.header()))
    assert (again.header(), codes(again)) == (store.header(), codes(store))


def _do(store: Store, step: tuple[object, ...]) -> object:
    from tm.model.errors import StoreError

    try:
        if step[0] == "add":
            _, entries, header, file = step
            return store.add(entries, Batch("x", file, header=header))  # type: ignore[arg-type]  # as STEPS gives them
        if step[0] == "undo":
            return len(store.undo().acts)
        numbers = tuple(holding.id for holding in store.holdings())[:1]
        return store.delete(Choice(numbers)).removed if step[0] == "delete" else store.restore().restored
    except StoreError:
        return "refused"
