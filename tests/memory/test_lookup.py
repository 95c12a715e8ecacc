"""A lookup gives the best matches, each once, best first."""

from collections.abc import Callable, Iterator

import pytest

from tests.stores.data import pair
from tests.stores.fake import DictStore
from tm.memory.lookup import Query, lookup
from tm.memory.store import Proposal
from tm.model.match import Change, Context, Entry, Kind, Match, MatchKey, Origin, Status, Through
from tm.text.normalize import match_key


class Ascending(DictStore):
    """Proposes with true bounds, and counts how many proposals were looked at."""

    def __init__(self, proposals: list[tuple[MatchKey, float]]) -> None:
        super().__init__()
        self.proposals, self.taken = proposals, 0

    def similar(
        self, key: MatchKey, source: str, target: str, floor: Callable[[], float], tied: Callable[[Entry], bool]
    ) -> Iterator[Proposal]:
        for other, bound in self.proposals:
            if bound >= floor():
                self.taken += 1
                yield Proposal(other, bound, self.exact(other, source, target))


def filled(*entries: Entry) -> DictStore:
    store = DictStore()
    store.add(entries)
    return store


def ask(store: DictStore, text: str, *, limit: int = 5, role: str = "") -> list[Match]:
    return lookup(store, Query(text, "en", "fr", role=role), min_score=70, limit=limit)


def test_a_match_is_told_whole() -> None:
    context = Context(match_key("Before."), match_key("After."))
    store = filled(pair("Adopted on 3 May 2020.", "Adopté le 3 mai 2020.", context=context))
    query = Query("Adopted on 4 May 2020.", "en", "fr", "Before.", "After.")
    assert lookup(store, query, min_score=75, limit=5) == [
        Match(
            83.3,
            Kind.ADAPTED,
            "Adopted on 3 May 2020.",
            "Adopté le 4 mai 2020.",
            Origin("letter", "letter.txt:1", "2020-01-01"),
            entry=1,
            remembered="Adopté le 3 mai 2020.",
            changes=(Change(10, 20, "3 mai 2020", "4 mai 2020", "date"),),
        )
    ]


def test_equal_pairs_of_several_documents_are_one_match_of_the_newest() -> None:
    old, new = (
        Entry(0, {"en": "Yes.", "fr": "Oui."}, "", Origin(document, "", date))
        for document, date in (("old", "2001-01-01"), ("new", "2002-01-01"))
    )
    (match,) = ask(filled(new, old), "Yes.")
    assert match.origin.document == "new"


def test_different_targets_of_one_source_are_all_shown() -> None:
    store = filled(*(pair("Yes.", target, document=target) for target in ("Oui.", "Si.", "Certes.")))
    assert {match.target for match in ask(store, "Yes.")} == {"Oui.", "Si.", "Certes."}
    assert len(ask(store, "Yes.", limit=2)) == 2


def test_penalties_lower_the_rank_and_leave_the_score() -> None:
    machine = Entry(0, {"en": "Yes.", "fr": "Ouais."}, "", Origin("m", "", "2024-01-01"), status=Status.MACHINE)
    found = ask(filled(machine, pair("Yes.", "Oui.")), "Yes.")
    assert [(match.target, match.score) for match in found] == [("Oui.", 100.0), ("Ouais.", 100.0)]
    assert found[1].penalties == (("machine translation", 10.0),)


def test_the_role_asked_for_comes_first() -> None:
    store = filled(pair("Annex", "Annexe", role="heading"), pair("Annex", "annexe", document="new"))
    assert [match.target for match in ask(store, "Annex", role="heading")] == ["Annexe", "annexe"]


@pytest.mark.parametrize("text", ["", " \N{NO-BREAK SPACE}\n"])
def test_an_empty_segment_has_no_match(text: str) -> None:
    assert ask(filled(pair("", ""), pair("A.", "B.")), text) == []


def test_nothing_is_proposed_to_a_lookup_that_has_enough_exact_matches() -> None:
    store = Ascending([])
    store.add([pair("A.", "1", document="1"), pair("A.", "2", document="2")])
    store.similar = None  # type: ignore[assignment, method-assign]  # calling it would fail
    assert len(ask(store, "A.", limit=2)) == 2


def test_proposals_that_cannot_be_among_the_best_are_not_looked_at() -> None:
    texts = ["a b c d e f g h x", "a b c d e f g x y", "a b c d e f x y z"]
    store = Ascending([(match_key(text), bound) for text, bound in zip(texts, (90.0, 88.8, 66.6), strict=True)])
    store.add(pair(text, text.upper()) for text in texts)
    query = "a b c d e f g h i"
    assert [match.score for match in ask(store, query, limit=1)] == [88.8]
    assert store.taken == 2
    assert [match.score for match in ask(store, query, limit=5)] == [88.8, 77.7]


def test_all_that_share_the_last_place_are_compared_by_rank() -> None:
    store = filled(
        *(
            Entry(0, {"en": f"a b c d {letter}", "fr": letter}, "", Origin(letter, "", f"20{number:02}-01-01"))
            for number, letter in enumerate("qrstuvwxyz")
        )
    )
    assert [match.target for match in ask(store, "a b c d e", limit=3)] == ["z", "y", "x"]


def test_what_differs_in_a_word_is_not_adapted() -> None:
    (match,) = ask(filled(pair("Adopted on 3 May 2020.", "Adopté le 3 mai 2020.")), "Rejected on 3 May 2020.")
    assert (match.kind, match.target, match.remembered, match.changes) == (Kind.FUZZY, "Adopté le 3 mai 2020.", "", ())


def test_a_document_of_the_same_type_comes_before_a_newer_one() -> None:
    store = filled(
        *(
            Entry(0, {"en": "Yes.", "fr": target}, "", Origin(document, "", date))
            for document, target, date in (("letter-2020", "Oui.", "2020-01-01"), ("report-2021", "Si.", "2021-01-01"))
        )
    )
    for document, first in (("letter-2022", "Oui."), ("report-2022", "Si."), ("", "Si."), ("note", "Si.")):
        found = lookup(store, Query("Yes.", "en", "fr", document=document), min_score=70, limit=5)
        assert next(match.target for match in found) == first


def through_french() -> DictStore:
    return filled(
        Entry(0, {"en": "World peace", "fr": "La paix du monde"}, "", Origin("charter", "", "2001-01-01")),
        Entry(0, {"fr": "La paix du monde", "ru": "Мир во всем мире"}, "", Origin("speech", "", "2002-01-01")),
    )


def test_a_third_language_leads_where_no_entry_has_both() -> None:
    (match,) = lookup(through_french(), Query("World peace", "en", "ru"), min_score=70, limit=5)
    assert (match.score, match.kind, match.target, match.origin.document) == (
        100.0, Kind.EXACT, "Мир во всем мире", "speech"
    )  # fmt: skip
    assert match.through == Through("fr", "La paix du monde", Origin("charter", "", "2001-01-01"))
    assert match.penalties == (("through French", 5.0),)


def test_a_similar_segment_is_found_through_a_third_language_too() -> None:
    (match,) = lookup(through_french(), Query("World peace now", "en", "ru"), min_score=50, limit=5)
    assert (match.score, match.kind, match.source) == (66.6, Kind.FUZZY, "World peace")


def test_what_comes_through_a_third_language_is_adapted_too() -> None:
    store = filled(
        Entry(0, {"en": "Agenda item 12", "fr": "Point 12 de l’ordre du jour"}, "", Origin("a")),
        Entry(0, {"fr": "Point 12 de l’ordre du jour", "ru": "Пункт 12 повестки дня"}, "", Origin("b")),
    )
    (match,) = lookup(store, Query("Agenda item 15", "en", "ru"), min_score=60, limit=5)
    assert (match.score, match.kind, match.target) == (66.6, Kind.ADAPTED, "Пункт 15 повестки дня")
    assert (match.remembered, match.through) == (
        "Пункт 12 повестки дня",
        Through("fr", "Point 12 de l’ordre du jour", Origin("a")),
    )


def test_what_comes_through_a_third_language_is_below_all_others() -> None:
    store = through_french()
    store.add([Entry(0, {"en": "World peace now !", "ru": "Мир сейчас!"}, "", Origin("x"))])
    found = lookup(store, Query("World peace", "en", "ru"), min_score=50, limit=5)
    assert [(match.score, match.target) for match in found] == [(50.0, "Мир сейчас!"), (100.0, "Мир во всем мире")]
    (match,) = lookup(store, Query("World peace", "en", "ru"), min_score=50, limit=1)
    assert match.through is None
