"""What fragments and nearest entries every store must give: true ones, in six languages, and the longest that there are."""

import random
from collections.abc import Callable, Sequence

import pytest

from tests.stores.data import LANGUAGES, entries, pair, real_texts
from tm.memory.fragments import Fragments, find_fragments
from tm.memory.lookup import Query
from tm.memory.store import Store
from tm.model.match import Context
from tm.text.normalize import match_key
from tm.text.tokens import tokens

NewStore = Callable[[], Store]

FILLING = [
    (f"The {one} is in the work of the session on the {two}, as on the first and in the last.", f"{one} {two}")
    for one in ("report", "text", "letter", "council")
    for two in ("treaty", "annex")
]
"""What makes small words frequent."""


def ask(store: Store, text: str, source: str = "en", target: str = "fr", *, limit: int = 5) -> Fragments:
    return find_fragments(store, Query(text, source, target), limit=limit)


def filled(new_store: NewStore, *more: tuple[str, str]) -> Store:
    store = new_store()
    store.add([pair(source, target) for source, target in [*FILLING, *more]])
    return store


def holds(text: str, part: str) -> bool:
    """Tell whether the tokens of a part stand in a text one after the other."""
    whole, wanted = tokens(match_key(text)), tokens(match_key(part))
    return any(whole[start : start + len(wanted)] == wanted for start in range(len(whole) - len(wanted) + 1))


def test_the_longest_sequence_that_the_memory_holds_is_offered_with_its_entries(new_store: NewStore) -> None:
    store = filled(
        new_store,
        ("Illicit trafficking in cultural property continues.", "Le trafic illicite de biens culturels continue."),
        ("Cultural property is protected.", "Les biens culturels sont protégés."),
    )
    query = "We deplore, as before, illicit trafficking in cultural property wherever it occurs."
    found = ask(store, query)
    (fragment,) = found.fragments
    assert fragment.text == "illicit trafficking in cultural property"
    assert query[fragment.start : fragment.end] == fragment.text
    assert [match.target for match in fragment.matches] == ["Le trafic illicite de biens culturels continue."]
    assert [(near.match.target, near.shared) for near in found.nearest[:2]] == [
        ("Le trafic illicite de biens culturels continue.", ("illicit", "trafficking", "cultural", "property")),
        ("Les biens culturels sont protégés.", ("cultural", "property")),
    ]
    store.close()


@pytest.mark.parametrize(
    ("memory", "query", "expected"),
    [
        ("Mr. Ulugbek Rashidov spoke.", "A letter from Ulugbek Rashidov, dated today", ["Ulugbek Rashidov"]),
        ("Desertification", "Combating desertification", []),
        ("the work of the session", "on the work of the session.", []),
        ("Peat, moss and fern", "(peat, moss!) fern", ["peat, moss"]),
        ("<1>Peat moss</1> fern", "Peat moss</1> fern <2/>", ["Peat moss</1> fern"]),
        ("Peat moss grows. Fern and reed wither.", "Fern and reed; peat moss", ["Fern and reed", "peat moss"]),
    ],
    ids=[
        "a name of two",
        "one word is none",
        "no rare word",
        "signs at its ends are left out",
        "tags within",
        "in order",
    ],
)
def test_what_is_a_fragment(new_store: NewStore, memory: str, query: str, expected: list[str]) -> None:
    store = filled(new_store, (memory, "x"))
    assert [fragment.text for fragment in ask(store, query).fragments] == expected
    store.close()


def test_of_two_that_overlap_the_longer_is_whole(new_store: NewStore) -> None:
    store = filled(new_store, ("alpha beta gamma delta", "1"), ("gamma delta epsilon zeta eta theta", "2"))
    found = ask(store, "alpha beta gamma delta epsilon zeta eta theta").fragments
    assert [fragment.text for fragment in found] == ["alpha beta", "gamma delta epsilon zeta eta theta"]
    store.close()


def test_four_chinese_characters_are_a_fragment_and_three_a_name(new_store: NewStore) -> None:
    store = new_store()
    texts = [
        "大会通过了决议。",
        "打击文化财产贩运",
        "会议在日内瓦举行",
        "委员会的报告",
        "成员国的意见",
        "秘书长的说明",
        "会上的发言",
    ]
    store.add(entries([{"en": f"{number} x", "zh": text} for number, text in enumerate(texts)], "zh"))
    query = "关于文化财产，在日内瓦！"
    found = ask(store, query, "zh", "en")
    assert [fragment.text for fragment in found.fragments] == ["文化财产", "在日内瓦"]
    assert all(query[fragment.start : fragment.end] == fragment.text for fragment in found.fragments)
    assert {near.shared for near in found.nearest[:2]} == {("文化财产",), ("在日内瓦",)}
    store.close()


def test_what_chinese_texts_share_is_shown_with_the_frequent_characters_within(new_store: NewStore) -> None:
    store = new_store()
    texts = ["联合打击人口贩运之友", *(f"人{sign}" for sign in "大会议员各国代表发言")]  # Friends United against …
    store.add(entries([{"en": f"{number} x", "zh": text} for number, text in enumerate(texts)], "zh"))
    near = ask(store, "关于打击人口贩运", "zh", "en").nearest[0]
    assert near.shared == ("打击人口贩运",)
    store.close()


def test_places_are_those_of_the_segment_as_it_is_written(new_store: NewStore) -> None:
    store = filled(new_store, ("Cooperation in outer space matters.", "1"), ("résumé détaillé des débats", "2"))
    for query, text in {
        "  Our  co\N{SOFT HYPHEN}operation\N{NO-BREAK SPACE}in outer\nspace ": "co\N{SOFT HYPHEN}operation\N{NO-BREAK SPACE}in outer\nspace",
        "le re\N{COMBINING ACUTE ACCENT}sume\N{COMBINING ACUTE ACCENT}  détaillé des débats": "re\N{COMBINING ACUTE ACCENT}sume\N{COMBINING ACUTE ACCENT}  détaillé des débats",
    }.items():
        (fragment,) = ask(store, query).fragments
        assert (fragment.text, query[fragment.start : fragment.end]) == (text, text)
    store.close()


@pytest.mark.parametrize("source", LANGUAGES)
@pytest.mark.parametrize("name", ["udhr/udhr.tmx", "sdg/sdg.tmx", "tico19/tico19.tmx.gz"])
def test_fragments_of_real_texts_stand_in_their_entries(new_store: NewStore, name: str, source: str) -> None:
    rng = random.Random(f"{name} {source}")
    target = "fr" if source != "fr" else "ru"
    units = [unit for unit in real_texts(name) if {source, target} <= unit.keys()]
    units = rng.sample(units, min(250, len(units)))
    asked, kept = units[:25], units[25:]
    store = new_store()
    store.add(entries(kept, "real"))
    some = 0
    for unit in asked:
        found = ask(store, unit[source], source, target)
        is_true(found, unit[source])
        some += bool(found.fragments)
    assert some
    spliced = " ".join(words_of(kept[0][source]) + words_of(kept[1][source]))
    is_true(ask(store, spliced, source, target), spliced)
    store.close()


def words_of(text: str) -> Sequence[str]:
    parts = text.split()
    return parts[: max(len(parts) // 2, 1)]


def is_true(found: Fragments, query: str) -> None:
    """Check all that holds of any answer."""
    ends = [0]
    for fragment in found.fragments:
        assert fragment.text == query[fragment.start : fragment.end]
        assert fragment.start >= ends[-1]
        ends.append(fragment.end)
        assert fragment.matches
        assert all(holds(match.source, fragment.text) for match in fragment.matches)
    for near in found.nearest:
        held = tokens(match_key(near.match.source))
        assert near.shared
        assert all(token in held for word in near.shared for token in tokens(match_key(word)))
        assert near.match.score < 100


def test_only_entries_with_the_wanted_language_are_offered(new_store: NewStore) -> None:
    store = new_store()
    kept = "Illicit trafficking in cultural property "
    texts = [kept + f"of kind {number}" for number in range(30)] + [f"No. {number} is other" for number in range(4000)]
    store.add(entries([{"en": text, "fr": "x"} for text in texts], "fr"))
    store.add(entries([{"en": kept + "in general and beyond", "ru": "y"}], "ru"))
    found = ask(store, "Why illicit trafficking in cultural property?", target="ru")
    assert [[match.target for match in fragment.matches] for fragment in found.fragments] == [["y"]]
    assert [near.match.target for near in found.nearest] == ["y"]
    assert ask(store, "Why illicit trafficking in cultural property?", target="zh") == Fragments()
    store.close()


def test_the_key_itself_is_no_entry_near_it(new_store: NewStore) -> None:
    store = filled(new_store, ("Cultural property is protected.", "Les biens culturels sont protégés."))
    found = ask(store, "Cultural property is protected.")
    assert [near.match.target for near in found.nearest] == []
    assert found.fragments == ()
    store.close()


def test_what_is_added_and_taken_away_counts_at_once(new_store: NewStore) -> None:
    store = filled(new_store)
    query = "On peat, moss and fern"
    assert ask(store, query).fragments == ()
    store.add([pair("Peat, moss and fern grow.", "La tourbe", context=Context())])
    assert [fragment.text for fragment in ask(store, query).fragments] == ["peat, moss and fern"]
    store.undo()
    assert ask(store, query).fragments == ()
    store.close()


@pytest.mark.parametrize("query", ["", "  ", "!", "<1></1>", "one", "a " * 3000, "half a character \ud800"])
def test_odd_segments_have_an_answer(new_store: NewStore, query: str) -> None:
    store = new_store()
    assert ask(store, query) == Fragments()
    store.add([pair("a a a b", "x"), pair("One", "y"), pair("!", "z")])
    is_true(ask(store, query), query)
    assert ask(store, query, limit=0) == Fragments()
    store.close()
