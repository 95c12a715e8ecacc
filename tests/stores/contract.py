"""What every store must do; `test_sqlite.py` and `test_fake.py` run it on theirs, through the fixture `new_store`."""

import random
from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.stores.concordance import *  # noqa: F403  # part of the suite
from tests.stores.data import LANGUAGES, disturbed, entries, pair, real_texts, scores
from tests.stores.fragments import *  # noqa: F403  # part of the suite
from tests.stores.headers import *  # noqa: F403  # part of the suite
from tests.stores.notes import *  # noqa: F403  # part of the suite
from tests.stores.whole import *  # noqa: F403  # part of the suite
from tm.memory.acts import Batch, Choice, Deed, Version
from tm.memory.lookup import Query, lookup
from tm.memory.store import Store, Tally
from tm.model.errors import StoreError
from tm.model.match import Context, Entry, Kind, Match, Origin, Status
from tm.text.normalize import match_key

NewStore = Callable[[], Store]


def ask(store: Store, text: str, source: str = "en", target: str = "fr", *, min_score: float = 70.0) -> list[Match]:
    return lookup(store, Query(text, source, target), min_score=min_score, limit=10_000)


def versions(store: Store, entry: int) -> list[Version]:
    holding = store.history(entry)
    assert holding is not None
    assert (holding.id, holding.document, holding.original) == (entry, "letter", "en")
    return list(holding.texts)


def answers_like_brute_force(store: Store, texts: Iterable[str], query: str, min_score: float) -> None:
    """Check the scores of all matches, and of the first three, when each text has one translation."""
    expected = scores(query, texts, min_score) if match_key(query) else []
    found = ask(store, query, min_score=min_score)
    assert [match.score for match in found] == expected
    first = lookup(store, Query(query, "en", "fr"), min_score=min_score, limit=3)
    assert [match.score for match in first] == expected[:3]


# The same answer as comparing with every entry


@pytest.mark.parametrize("source", LANGUAGES)
@pytest.mark.parametrize("name", ["udhr/udhr.tmx", "sdg/sdg.tmx", "tico19/tico19.tmx.gz"])
def test_real_texts_in_each_language_are_found_as_by_brute_force(new_store: NewStore, name: str, source: str) -> None:
    rng = random.Random(f"{name} {source}")
    units = real_texts(name)
    units = [unit for unit in rng.sample(units, min(250, len(units))) if source in unit]
    target = "fr" if source != "fr" else "ru"
    texts = [unit[source] for unit in units if target in unit]
    store = new_store()
    store.add(entries(units, "real"))
    for min_score in (50, 60.5, 75, 90, 99, 100):
        query = disturbed(rng, rng.choice(texts), rng.choice(texts))
        found = lookup(store, Query(query, source, target), min_score=min_score, limit=10_000)
        expected = scores(query, texts, min_score)
        assert sorted({(match.score, match_key(match.source)) for match in found}, reverse=True) == sorted(
            {(score, key) for key in map(match_key, texts) for score in scores(query, [key], min_score)}, reverse=True
        )
        best = lookup(store, Query(query, source, target), min_score=min_score, limit=1)
        assert [match.score for match in best] == expected[:1]
    store.close()


WORDS = (
    "the",
    "The",
    "of",
    "of",
    "A/75/912",
    "<1>",
    "</1>",
    ",",
    "2022",
    "Assembly",
    "État",
    "会议",
    "第",
    "الأمم",
    "Ё",
)
TEXTS = st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join)


@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_nothing_is_missed_and_nothing_else_found_while_entries_come_and_change(
    new_store: NewStore, data: st.DataObject
) -> None:
    store, texts = new_store(), set[str]()
    for step in range(data.draw(st.integers(1, 5))):
        for text in data.draw(st.lists(TEXTS, max_size=12)):
            store.add([pair(text, f"fr {match_key(text)} {step}")])
            texts.add(text)
        query = data.draw(TEXTS)
        min_score = data.draw(st.integers(500, 1000)) / 10
        found = {(match.score, match_key(match.source)) for match in ask(store, query, min_score=min_score)}
        assert found == {
            (score, key)
            for key in map(match_key, texts)
            for score in (scores(query, [key], min_score) if match_key(query) else [])
        }
    store.close()


def test_families_of_boilerplate_are_found_whole(new_store: NewStore) -> None:
    family = [
        f"Letter dated {day} July 20{year} from the Permanent Representative of State {day * year % 7} to the Secretary-General"
        for day in range(1, 29)
        for year in range(10, 24)
    ]
    store = new_store()
    store.add(pair(text, f"Lettre {number}") for number, text in enumerate(family))
    for min_score in (50, 85, 94, 95):
        answers_like_brute_force(store, family, family[200].replace("July", "May"), min_score)
    store.close()


LONG = " ".join(f"word{number % 321}" for number in range(1000))
ODD = [
    "One.",
    "one.",
    "One .",
    "Word",
    "a a a a a a a a",
    "a a a a a a a",
    "a b a b a b a b",
    LONG,
    LONG + " more",
    "Unseen",
    "!",
    "\N{NO-BREAK SPACE}padded\N{NO-BREAK SPACE}",
    "😀 😀",
    "x" * 10_000,
]


@pytest.mark.parametrize(
    "query",
    [*ODD, "", "  ", "never seen at all", "a", "a a a a a a", LONG.replace("word7 ", "other "), "padded", "?"],
    ids=range(len(ODD) + 8),
)
def test_odd_texts_are_found_as_by_brute_force(new_store: NewStore, query: str) -> None:
    store = new_store()
    store.add(pair(text, f"fr {number}") for number, text in enumerate(ODD))
    for min_score in (50, 70, 99, 99.9, 100):
        answers_like_brute_force(store, ODD, query, min_score)
    store.close()


@pytest.mark.parametrize("seed", range(4))
def test_of_many_that_score_the_same_the_first_are_those_that_rank_first(new_store: NewStore, seed: int) -> None:
    rng = random.Random(seed)
    store = new_store()
    for document in ("letter-1", "report-2", "note"):
        store.add(
            Entry(
                0,
                {"en": f"Adopted at the meeting of {word}.", "fr": rng.choice(["Adopté.", f"Adopté : {word}."])},
                rng.choice(["", "heading"]),
                Origin(document, f"{document}:{number}", f"200{rng.randrange(3)}-01-01"),
                Context(match_key("Before."), match_key(rng.choice(["After.", "Other."]))),
                rng.choice([Status.TRANSLATED, Status.MACHINE, Status.DRAFT]),
            )
            for number, word in enumerate(rng.sample([f"word{number}" for number in range(90)], 40))
        )
    for text in ("Adopted at the meeting of today.", "Adopted at the meeting of word7."):
        for neighbours in ((None, None), ("Before.", "After."), ("", "After.")):
            query = Query(text, "en", "fr", *neighbours, role="heading", document="report-9")
            first, every = (lookup(store, query, min_score=70, limit=limit) for limit in (6, 10_000))
            assert first == every[:6]
            store.add([pair(text + query.text, "Autre chose.", document="other")])  # what was read is read anew
    store.close()


def test_an_empty_store_has_no_answer(new_store: NewStore) -> None:
    store = new_store()
    assert ask(store, "Anything") == []
    assert ask(store, "half a character \ud800") == []
    assert store.add([]) == Tally()
    store.close()


def test_proposals_come_once_each_and_none_is_below_the_truth(new_store: NewStore) -> None:
    store = new_store()
    store.add(pair(text, "fr") for text in ODD)
    for query in ODD:
        proposals = list(store.similar(match_key(query), "en", "fr", lambda: 50.0, lambda _: True))
        assert len({proposal.key for proposal in proposals}) == len(proposals)
        assert all(scores(query, [proposal.key], 0)[0] <= proposal.bound for proposal in proposals)
    store.close()


# Entries


def test_languages_join_one_entry_and_any_asks_any_other(new_store: NewStore) -> None:
    store = new_store()
    words = {"en": "Peace", "ar": "السلام", "es": "Paz", "fr": "Paix", "ru": "Мир", "zh": "和平"}
    for language in LANGUAGES:
        if language != "en":
            origin = Origin("charter", f"charter.txt:{len(language)}", f"2020-01-0{LANGUAGES.index(language) + 1}")
            assert store.add([Entry(0, {"en": "Peace", language: words[language]}, "", origin)]) == Tally(added=1)
    for source in LANGUAGES:
        for target in LANGUAGES:
            if source != target:
                (match,) = ask(store, words[source], source, target)
                assert (match.source, match.target) == (words[source], words[target])
                assert match.origin.document == "charter"
                dated = target if target != "en" else source
                assert match.origin.date == f"2020-01-0{LANGUAGES.index(dated) + 1}"
    store.close()


def test_a_text_that_two_entries_share_is_a_bridge(new_store: NewStore) -> None:
    store = new_store()
    store.add([
        Entry(0, {"en": "Peace", "fr": "Paix", "zh": "和平"}, "", Origin("a")),
        Entry(0, {"fr": "Paix\N{NO-BREAK SPACE}", "ru": "Мир"}, "", Origin("b")),
        Entry(0, {"zh": "和平", "ru": "Покой"}, "", Origin("c")),
        Entry(0, {"ar": "سلام", "ru": "Мир"}, "", Origin("d")),
    ])  # fmt: skip
    found = store.bridges(match_key("Peace"), "en", "ru")
    assert sorted((b.language, b.first.origin.document, b.second.origin.document) for b in found) == [
        ("fr", "a", "b"),
        ("zh", "a", "c"),
    ]
    assert {b.second.texts["ru"] for b in found} == {"Мир", "Покой"}
    assert list(store.bridges(match_key("Unknown"), "en", "ru")) == []
    assert [b.first.origin.document for b in store.bridges(match_key("سلام"), "ar", "fr")] == ["d"]
    store.close()


def test_adding_twice_adds_nothing(new_store: NewStore) -> None:
    store = new_store()
    given = [
        pair("One.", "Un.", context=Context(match_key(""), match_key("Two."))),
        pair("Two.", "Deux."),
        pair("Two.", "Deux", role="heading"),
        pair("Two.\N{NO-BREAK SPACE}", "Deux !"),
        pair("Two.", "Deux.", document="other"),
    ]
    assert store.add(given) == Tally(added=5)
    before = [ask(store, text) for text in ("One.", "Two.")]
    assert store.add(given) == Tally(unchanged=5)
    assert [ask(store, text) for text in ("One.", "Two.")] == before
    store.close()


def test_a_changed_text_takes_the_place_of_the_old_one_which_becomes_history(new_store: NewStore) -> None:
    store = new_store()
    entry = pair("Hello.", "Bonjour.")
    store.add([entry])
    changed = Entry(0, {"en": "Hello.", "fr": "Salut."}, "", Origin("letter", "letter.txt:1", "2021-05-05"))
    assert store.add([changed]) == Tally(updated=1)
    (match,) = ask(store, "Hello.")
    assert (match.target, match.origin.date) == ("Salut.", "2021-05-05")
    (found,) = store.exact(match_key("Hello."), "en", "fr")
    place = "letter.txt:1"
    assert versions(store, found.id) == [
        Version("en", "Hello.", "2020-01-01", Status.TRANSLATED, place, brought=1),
        Version("fr", "Salut.", "2021-05-05", Status.TRANSLATED, place, brought=2),
        Version("fr", "Bonjour.", "2020-01-01", Status.TRANSLATED, place, brought=1, ended=2),
    ]
    assert ask(store, "Bonjour.", "fr", "en", min_score=100) == []
    assert [match.target for match in ask(store, "Salut.", "fr", "en")] == ["Hello."]
    store.add([entry])
    assert [version.text for version in versions(store, found.id) if version.ended] == ["Salut.", "Bonjour."]
    store.close()


def test_a_change_within_one_import_counts_as_one_too(new_store: NewStore) -> None:
    store = new_store()
    assert store.add([pair("A.", "1"), pair("A.", "2"), pair("A.", "2")]) == Tally(1, 1, 1)
    (match,) = ask(store, "A.")
    assert match.target == "2"
    store.close()


def test_an_unchanged_text_keeps_its_date_but_learns_its_place_and_neighbours(new_store: NewStore) -> None:
    store = new_store()
    store.add([pair("Hello.", "Bonjour.", context=Context(match_key("Old."), None))])
    later = Origin("letter", "letter.txt:9", "2024-01-01")
    moved = Entry(0, {"en": "Hello.", "fr": "Bonjour."}, "", later, Context(None, match_key("Next.")))
    assert store.add([moved]) == Tally(updated=1)
    assert store.add([moved]) == Tally(unchanged=1)
    (found,) = store.exact(match_key("Hello."), "en", "fr")
    assert found.origin == Origin("letter", "letter.txt:9", "2020-01-01")
    assert found.context == Context(match_key("Old."), match_key("Next."))
    assert [version.text for version in versions(store, found.id)] == ["Hello.", "Bonjour."]
    store.close()


def test_only_the_date_of_an_unchanged_text_is_no_change(new_store: NewStore) -> None:
    store = new_store()
    entry = pair("Hello.", "Bonjour.")
    store.add([entry])
    later = Origin("letter", "letter.txt:1", "2024-01-01")
    assert store.add([Entry(0, entry.texts, "", later)]) == Tally(unchanged=1)
    store.close()


def test_texts_come_back_as_they_were_written(new_store: NewStore) -> None:
    store = new_store()
    source, target = " Distr.:\N{NO-BREAK SPACE}General\n", "\N{RIGHT-TO-LEFT MARK}التوزيـع: عام\0 "
    store.add([Entry(0, {"en": source, "ar": target}, "masthead", Origin("a", "b", "c"), status=Status.REVIEWED)])
    (found,) = store.exact(match_key(source), "en", "ar")
    assert dict(found.texts) == {"en": source, "ar": target}
    assert (found.role, found.origin, found.status) == ("masthead", Origin("a", "b", "c"), Status.REVIEWED)
    assert found.context == Context()
    store.close()


def test_the_ends_of_a_document_are_neighbours_too(new_store: NewStore) -> None:
    store = new_store()
    store.add([pair("Only.", "Seule.", context=Context(match_key(""), match_key("")))])
    (found,) = store.exact(match_key("Only."), "en", "fr")
    assert found.context == Context(match_key(""), match_key(""))
    (match,) = lookup(store, Query("Only.", "en", "fr", "", ""), min_score=70, limit=5)
    assert match.kind is Kind.CONTEXT
    store.close()


def test_a_match_in_context_comes_first_and_unknown_context_is_no_penalty(new_store: NewStore) -> None:
    store = new_store()
    store.add([
        pair("Yes.", "Oui.", document="a", context=Context(match_key("Is it?"), match_key("Good."))),
        pair("Yes.", "Si.", document="b", context=Context(match_key("Is it not?"), match_key("Good."))),
        pair("Yes.", "Da.", document="c"),
    ])  # fmt: skip
    for before, first in (("Is it?", "Oui."), ("Is it not?", "Si.")):
        found = lookup(store, Query("Yes.", "en", "fr", before, "Good."), min_score=70, limit=5)
        assert [match.kind for match in found] == [Kind.CONTEXT, Kind.EXACT, Kind.EXACT]
        assert found[0].target == first
        assert all(match.penalties == () and match.score == 100 for match in found)
    assert {match.kind for match in ask(store, "Yes.")} == {Kind.EXACT}
    store.close()


def test_neighbours_are_compared_in_the_language_that_is_asked(new_store: NewStore) -> None:
    store = new_store()
    document = [("First.", "Un.", "Раз."), ("Yes.", "Oui.", "Да."), ("Last.", "Fin.", None)]
    for place, (text, french, russian) in enumerate(document):
        around = [match_key(document[at][0]) if 0 <= at < 3 else match_key("") for at in (place - 1, place + 1)]
        texts = {"en": text, "fr": french} | ({"ru": russian} if russian else {})
        store.add([Entry(0, texts, origin=Origin("a"), context=Context(*around))])
    store.add([pair("First.", "D’abord.", document="b"), pair("Yes.", "Oui.", document="b")])
    for source, target, before, after, kind in (
        ("en", "ru", "First.", "Last.", Kind.CONTEXT),
        ("fr", "ru", "Un.", "Fin.", Kind.CONTEXT),
        ("fr", "en", "Un.", "Fin.", Kind.CONTEXT),
        ("fr", "ru", "D’abord.", "Fin.", Kind.EXACT),
        ("fr", "ru", "First.", "Last.", Kind.EXACT),
        ("ru", "fr", "Раз.", "", Kind.EXACT),
        ("ru", "fr", "Раз.", "Last.", Kind.EXACT),
    ):
        text = {"en": "Yes.", "fr": "Oui.", "ru": "Да."}[source]
        (first, *_) = lookup(store, Query(text, source, target, before, after), min_score=70, limit=5)
        assert (first.origin.document, first.kind) == ("a", kind), (source, target, before)
    (match,) = lookup(store, Query("Un.", "fr", "ru", "", "Oui."), min_score=70, limit=5)
    assert match.kind is Kind.CONTEXT
    store.close()


def test_an_import_that_fails_leaves_nothing_behind(new_store: NewStore) -> None:
    def broken() -> Iterable[Entry]:
        yield pair("Kept?", "Gardé ?")
        raise KeyboardInterrupt

    store = new_store()
    for given_entries, error in (
        (broken(), KeyboardInterrupt),
        ([pair("Kept?", "Gardé ?"), pair("half \ud800", "x")], StoreError),
        ([pair("Kept?", "Gardé ?"), pair("x", "half \udfff")], StoreError),
        ([pair("Kept?", "Gardé ?"), Entry(0, {"en": "Kept?", "de": "Behalten?"})], StoreError),
        ([pair("Kept?", "Gardé ?"), Entry(0, {})], StoreError),
    ):
        with pytest.raises(error):
            store.add(given_entries)
        assert ask(store, "Kept?") == []
    assert store.add([pair("Kept?", "Gardé ?")]) == Tally(added=1)
    store.close()


# Acts


def held(store: Store) -> dict[str, str]:
    """List what English texts have as their French translations."""
    return {one.texts[0].text: text.text for one in store.holdings() for text in one.texts if text.language == "fr"}


def number(store: Store, text: str) -> int:
    (found,) = store.find(match_key(text), "en")
    return found


def test_what_is_deleted_is_found_no_more_and_can_be_restored(new_store: NewStore) -> None:
    store = new_store()
    store.add([pair("A long sentence.", "1"), pair("Another long sentence.", "2")])
    one = number(store, "A long sentence.")
    change = store.delete(Choice((one,)), "entry 1")
    assert (change.acts[0].deed, change.acts[0].label, change.removed) == (Deed.DELETE, "entry 1", 1)
    assert [match.target for match in ask(store, "A long sentence.", min_score=50)] == ["2"]
    assert ask(store, "1", "fr", "en") == []
    assert store.find(match_key("A long sentence."), "en") == [one]
    assert {version.ended for version in versions(store, one)} == {change.acts[0].id}
    assert store.restore().restored == 1
    assert [match.target for match in ask(store, "A long sentence.", min_score=50)] == ["1", "2"]
    with pytest.raises(StoreError):
        store.restore()
    store.close()


def test_of_what_an_act_ended_the_original_is_told_first(new_store: NewStore) -> None:
    store = new_store()
    store.add([Entry(0, {"en": "Peace", "ar": "السلام", "fr": "Paix", "zh": "和平"}, "", Origin("letter"))])
    store.add([Entry(0, {"en": "Peace", "fr": "La paix"}, "", Origin("letter"))])
    one = number(store, "Peace")
    store.delete(Choice((one,)))
    assert [version.language for version in versions(store, one)] == ["en", "ar", "fr", "zh", "fr"]
    assert [version.text for version in versions(store, one) if version.language == "fr"] == ["La paix", "Paix"]
    store.close()


def test_numbers_that_no_entry_ever_had_are_not_restored_and_nothing_beside_them(new_store: NewStore) -> None:
    store = new_store()
    store.add([pair("Peace", "Paix"), pair("War", "Guerre")])
    (number,) = store.find(match_key("Peace"), "en")
    (there,) = store.find(match_key("War"), "en")
    store.delete(Choice((number,)))
    with pytest.raises(StoreError):
        store.restore(Choice((number, 999)))
    assert not store.exact(match_key("Peace"), "en", "fr")
    assert store.restore(Choice((number, there))).restored == 1
    store.close()


def test_numbers_that_are_not_there_are_refused_and_nothing_is_deleted(new_store: NewStore) -> None:
    store = new_store()
    store.add([pair("A.", "1")])
    for choice in (
        Choice((number(store, "A."), 99)),
        Choice((number(store, "A."),), language="ru"),
        Choice(document="none"),
        Choice(),
        Choice((2**70,)),
    ):
        with pytest.raises(StoreError):
            store.delete(choice)
        with pytest.raises(StoreError):
            store.restore(choice)
    assert store.history(99) is None
    assert store.history(2**70) is None
    assert held(store) == {"A.": "1"}
    assert [act.deed for act in store.acts(9)] == [Deed.IMPORT]
    store.close()


def test_a_document_is_deleted_with_the_second_translations_in_it(new_store: NewStore) -> None:
    store = new_store()
    names = ("old.tmx", "old.tmx#1c6ce987", "old.tmx#1c6ce98g", "old.tmx#2", "older.tmx", "old.tmx#1c6ce987#1c6ce988")
    store.add([pair("Yes.", f"Oui, {name}", document=name) for name in names])
    assert store.delete(Choice(document="old.tmx")).removed == 2
    left = {match.origin.document for match in ask(store, "Yes.")}
    assert left == set(names[2:])
    assert store.restore(Choice(document="old.tmx")).restored == 2
    assert store.delete(Choice(document="old.tmx#1c6ce987")).removed == 2
    assert store.undo().restored == 2
    store.close()


def test_one_language_is_deleted_and_the_last_text_of_an_entry_goes_with_it(new_store: NewStore) -> None:
    store = new_store()
    store.add([Entry(0, {"en": "Peace", "fr": "Paix", "ru": "Мир"}, "", Origin("charter"))])
    one = Choice((number(store, "Peace"),), language="fr")
    assert store.delete(one).removed == 1
    assert ask(store, "Peace", "en", "fr") == []
    assert [match.target for match in ask(store, "Peace", "en", "ru")] == ["Мир"]
    store.delete(Choice(document="charter", language="ru"))
    assert list(store.holdings()) == []
    assert store.restore(one).restored == 1
    assert [match.target for match in ask(store, "Peace", "en", "fr")] == ["Paix"]
    assert ask(store, "Peace", "en", "ru") == []
    assert store.restore(Choice(document="charter")).restored == 1
    assert [match.target for match in ask(store, "Мир", "ru", "fr")] == ["Paix"]
    store.close()


def test_without_its_original_an_entry_still_answers_between_the_other_languages(new_store: NewStore) -> None:
    store = new_store()
    given = Entry(0, {"en": "Peace", "fr": "Paix", "ru": "Мир"}, "", Origin("charter"))
    store.add([given])
    store.delete(Choice((number(store, "Peace"),), language="en"))
    assert ask(store, "Peace", "en", "fr") == []
    assert [match.target for match in ask(store, "Мир", "ru", "fr")] == ["Paix"]
    assert store.add([given]) == Tally(added=1)
    assert [match.target for match in ask(store, "Peace", "en", "fr")] == ["Paix"]
    store.close()


def test_what_went_with_an_undone_import_is_restored_only_where_nothing_else_is_missing(new_store: NewStore) -> None:
    store = new_store()
    store.add([pair("Peace", "Paix"), pair("War", "Guerre")])
    wrong = store.add([Entry(0, {"en": "Peace", "ru": "Не то"}, "", Origin("letter")), pair("New", "Neuf")]).act
    store.undo()
    one = Choice((number(store, "Peace"),))
    store.delete(one)
    store.add([pair("Peace", "Autre")])
    store.undo()
    change = store.restore(one)
    assert (change.restored, change.revived, change.withheld) == (1, (), 1)
    assert [match.target for match in ask(store, "Peace")] == ["Paix"]
    assert ask(store, "Peace", "en", "ru") == []
    change = store.restore(one)
    assert (change.restored, [act.id for act in change.revived], change.withheld) == (1, [wrong], 0)
    assert [match.target for match in ask(store, "Peace", "en", "ru")] == ["Не то"]
    store.undo()
    store.delete(one)
    assert [act.id for act in store.restore(replace(one, language="ru")).revived] == [wrong], "its original comes along"
    assert ask(store, "Peace") == []
    store.undo()
    store.undo()
    change = store.restore(Choice(document="letter"))
    assert (change.restored, len(change.revived), change.withheld) == (2, 1, 0)
    assert held(store) == {"Peace": "Paix", "War": "Guerre", "New": "Neuf"}
    store.close()


def test_undoing_an_import_brings_back_what_it_changed_and_takes_away_what_it_added(new_store: NewStore) -> None:
    store = new_store()
    store.add([pair("Changed.", "before"), pair("Kept.", "kept"), pair("Reviewed.", "r")])
    before = [store.exact(match_key(text), "en", "fr") for text in ("Changed.", "Kept.", "Reviewed.")]
    reviewed = Entry(0, {"en": "Reviewed.", "fr": "r"}, "", Origin("letter"), status=Status.REVIEWED)
    given = [
        pair("Changed.", "between"),
        pair("Changed.", "after", context=Context(match_key("x"), match_key("y"))),
        pair("Kept.", "kept"),
        pair("New.", "new"),
        pair("New.", "newer"),
        reviewed,
        Entry(0, {"en": "Kept.", "ru": "и"}, "", Origin("letter")),
    ]
    tally = store.add(given, Batch("b.po"))
    assert tally == Tally(added=2, updated=4, unchanged=1)
    change = store.undo()
    assert ([act.label for act in change.acts], change.removed, change.restored) == (["b.po"], 2, 2)
    assert [store.exact(match_key(text), "en", "fr") for text in ("Changed.", "Kept.", "Reviewed.")] == before
    assert ask(store, "New.") == []
    assert ask(store, "Kept.", "en", "ru") == []
    assert [act.undone for act in store.acts(9)] == [0, store.acts(1)[0].id, 0]
    assert store.add(given) == tally
    assert ask(store, "New.")[0].target == "newer"
    store.undo()
    assert store.undo().removed == 3
    assert held(store) == {}
    with pytest.raises(StoreError, match="there is nothing to undo"):
        store.undo()
    store.close()


def test_deletions_and_restorations_are_undone_too_one_after_the_other(new_store: NewStore) -> None:
    store = new_store()
    store.add([pair("A.", "1"), pair("B.", "2")])
    store.delete(Choice((number(store, "A."),)))
    store.add([pair("A.", "3")])
    store.delete(Choice(document="letter"))
    store.restore()
    states = []
    while store.acts(99)[-1].undone == 0:
        states.append(held(store))
        store.undo()
    assert states == [{"A.": "3", "B.": "2"}, {}, {"A.": "3", "B.": "2"}, {"B.": "2"}, {"A.": "1", "B.": "2"}]
    assert held(store) == {}
    store.restore(Choice((number(store, "A."), number(store, "B."))))
    assert held(store) == {"A.": "1", "B.": "2"}
    store.close()


def test_the_files_of_one_command_are_undone_together_also_where_another_came_between(new_store: NewStore) -> None:
    store = new_store()
    first = store.add([pair("A.", "1")], Batch("a.po")).act
    store.add([pair("B.", "2")], Batch("b.po", first=first))
    other = store.add([pair("C.", "3")], Batch("other.po")).act
    store.add([pair("D.", "4")], Batch("d.po", first=first))
    store.add([pair("E.", "5")], Batch("more.po", first=other))
    change = store.undo()
    assert ([act.label for act in change.acts], change.removed, change.left) == (["more.po", "other.po"], 2, ())
    assert held(store) == {"A.": "1", "B.": "2", "D.": "4"}
    change = store.undo()
    assert ([act.label for act in change.acts], change.removed, change.left) == (["d.po", "b.po", "a.po"], 3, ())
    assert held(store) == {}
    store.close()


def test_what_a_command_changed_before_another_changed_it_too_is_undone_after_that_one(new_store: NewStore) -> None:
    store = new_store()
    store.add([pair("A.", "0"), pair("B.", "0")])
    first = store.add([pair("A.", "1")], Batch("a.po")).act
    store.add([pair("A.", "2"), pair("B.", "2")], Batch("other.po"))
    store.add([pair("B.", "3")], Batch("b.po", first=first))
    change = store.undo()
    assert [[act.label for act in acts] for acts in (change.acts, change.left)] == [["b.po"], ["a.po"]]
    assert held(store) == {"A.": "2", "B.": "2"}
    assert [act.label for act in store.undo().acts] == ["other.po"]
    change = store.undo()
    assert ([act.label for act in change.acts], change.left) == (["a.po"], ())
    assert held(store) == {"A.": "0", "B.": "0"}
    store.close()


def test_what_a_command_changed_after_another_is_undone_whole_and_the_other_stays(new_store: NewStore) -> None:
    store = new_store()
    store.add([pair("B.", "0")])
    first = store.add([pair("A.", "1")], Batch("a.po")).act
    store.add([pair("B.", "2")], Batch("other.po"))
    store.add([pair("B.", "3")], Batch("b.po", first=first))
    change = store.undo()
    assert ([act.label for act in change.acts], change.left) == (["b.po", "a.po"], ())
    assert held(store) == {"B.": "2"}
    store.undo()
    assert held(store) == {"B.": "0"}
    store.close()


def test_commands_that_brought_other_languages_of_the_same_entries_are_undone_each_by_itself(
    new_store: NewStore,
) -> None:
    store = new_store()

    def given(**texts: str) -> list[Entry]:
        return [Entry(0, {"en": "A."} | texts, "", Origin("letter"))]

    store.add(given(fr="un"))
    first = store.add(given(ar="1"), Batch("ar.po")).act
    other = store.add(given(ru="2"), Batch("ru.po")).act
    store.add(given(es="3"), Batch("es.po", first=first))
    store.add(given(zh="4"), Batch("zh.po", first=other))
    assert [act.label for act in store.undo().acts] == ["zh.po", "ru.po"]
    assert [dict(entry.texts) for entry in store.entries()] == [{"en": "A.", "ar": "1", "es": "3", "fr": "un"}]
    assert [act.label for act in store.undo().acts] == ["es.po", "ar.po"]
    assert [dict(entry.texts) for entry in store.entries()] == [{"en": "A.", "fr": "un"}]
    store.close()


def test_an_original_stays_while_a_translation_of_another_command_rests_on_it(new_store: NewStore) -> None:
    store = new_store()
    first = store.add([Entry(0, {"en": "A.", "ar": "1"}, "", Origin("letter"))], Batch("ar.po")).act
    store.add([pair("A.", "2")], Batch("fr.po"))
    store.add([Entry(0, {"en": "A.", "es": "3"}, "", Origin("letter"))], Batch("es.po", first=first))
    change = store.undo()
    assert [[act.label for act in acts] for acts in (change.acts, change.left)] == [["es.po"], ["ar.po"]]
    assert held(store) == {"A.": "2"}
    store.undo()
    assert [act.label for act in store.undo().acts] == ["ar.po"]
    assert held(store) == {}
    store.close()


def test_a_file_that_two_commands_brought_is_undone_with_the_later_one_first(new_store: NewStore) -> None:
    store = new_store()
    whole = Batch("l.po", "/p/fr/l.po", "letter", "fr")
    first = store.add([pair("A.", "1")], whole).act
    store.add([pair("A.", "1"), pair("B.", "2")], whole)
    store.add([pair("C.", "3", document="other")], Batch("o.po", first=first))
    change = store.undo()
    assert [[act.label for act in acts] for acts in (change.acts, change.left)] == [["o.po"], ["l.po"]]
    store.undo()
    store.undo()
    assert held(store) == {}
    store.close()


def test_what_a_file_no_longer_holds_goes_and_what_came_from_elsewhere_stays(new_store: NewStore) -> None:
    store = new_store()
    whole = Batch("l.po", "/p/fr/l.po", "letter", "fr")
    russian = Entry(0, {"en": "Gone.", "ru": "x"}, "", Origin("letter"))
    store.add([pair("Kept.", "1"), pair("Gone.", "2"), pair("Gone.", "2", role="heading")], whole)
    store.add([russian], Batch("l.po", "/p/ru/l.po", "letter", "ru"))
    store.add([pair("By hand.", "3")])
    store.add([pair("Elsewhere.", "4", document="other")], Batch("o.po", "/p/fr/o.po", "other", "fr"))
    assert store.add([pair("Kept.", "1")], whole) == Tally(unchanged=1, removed=2)
    assert held(store) == {"Kept.": "1", "By hand.": "3", "Elsewhere.": "4"}
    assert [match.target for match in ask(store, "Gone.", "en", "ru")] == ["x"]
    assert store.add([pair("Kept.", "1")], whole) == Tally(unchanged=1)
    assert store.add([], Batch("l.po", "/q/fr/l.po", "letter", "fr")) == Tally()
    assert store.undo().restored == 2
    assert held(store) == {"Kept.": "1", "Gone.": "2", "By hand.": "3", "Elsewhere.": "4"}
    assert store.add([], whole) == Tally(removed=3)
    assert store.add([pair("Gone.", "2")], whole) == Tally(added=1)
    store.close()


def test_a_restored_text_stays_though_its_file_does_not_hold_it(new_store: NewStore) -> None:
    store = new_store()
    whole = Batch("l.po", "/p/fr/l.po", "letter", "fr")
    store.add([pair("Kept.", "1"), pair("Gone.", "2")], whole)
    store.add([pair("Kept.", "1")], whole)
    store.restore(Choice((number(store, "Gone."),)))
    assert store.add([pair("Kept.", "1")], whole) == Tally(unchanged=1)
    assert held(store) == {"Kept.": "1", "Gone.": "2"}
    store.close()


def test_a_text_keeps_its_author_until_it_changes(new_store: NewStore) -> None:
    store = new_store()

    def by(author: str, text: str) -> Entry:
        return Entry(0, {"en": "A.", "fr": text}, "", Origin("letter", "p", "2020-01-01", author))

    for entry, expected in (
        (by("", "un"), ""),
        (by("Ana", "un"), "Ana"),
        (by("Bo", "un"), "Ana"),
        (by("Bo", "deux"), "Bo"),
        (by("", "deux"), "Bo"),
    ):
        store.add([entry])
        (found,) = store.exact(match_key("A."), "en", "fr")
        assert found.origin.author == expected
    authors = [version.author for version in versions(store, found.id) if version.language == "fr"]
    assert authors == ["Bo", "Ana"]
    store.close()


def test_figures_tell_what_there_is(new_store: NewStore) -> None:
    store = new_store()
    store.add([
        Entry(0, {"en": "Peace", "fr": "Paix", "ru": "Мир"}, "", Origin("charter")),
        Entry(0, {"zh": "和平", "ar": "السلام"}, "", Origin("other"), status=Status.ALIGNED),
        pair("Gone.", "x"),
    ])  # fmt: skip
    store.delete(Choice(document="letter"))
    stats = store.stats()
    assert dict(stats.entries) == {("en", "fr", "ru"): 1, ("ar", "zh"): 1}
    assert dict(stats.texts) == {
        ("charter", "en", Status.TRANSLATED): 1,
        ("charter", "fr", Status.TRANSLATED): 1,
        ("charter", "ru", Status.TRANSLATED): 1,
        ("other", "ar", Status.ALIGNED): 1,
        ("other", "zh", Status.ALIGNED): 1,
    }
    assert [(one.document, one.original, [text.text for text in one.texts]) for one in store.holdings()] == [
        ("charter", "en", ["Peace", "Paix", "Мир"]),
        ("other", "zh", ["和平", "السلام"]),
    ]
    store.close()
