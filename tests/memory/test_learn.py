"""Finished units become entries, and the others are counted with the reason."""

from collections import Counter

from tests.stores.fake import DictStore
from tm.memory.learn import EMPTY_CONTEXT, entries, neighbours, rejected, unkept_forms
from tm.memory.lookup import Query, lookup
from tm.memory.store import Tally
from tm.model.match import Context, Entry, Kind, Origin
from tm.model.unit import Place, State, Unit
from tm.text.normalize import match_key

TRANSLATED = State.TRANSLATED


def learned(units: list[Unit], target: str = "fr") -> list[Entry]:
    return list(entries(units, document="letter", source="en", target=target, date="2022-07-30"))


def texts(units: list[Unit], target: str = "fr") -> list[tuple[str, str]]:
    return [(entry.texts["en"], entry.texts[target]) for entry in learned(units, target)]


def test_a_translated_unit_becomes_an_entry_with_its_place_date_and_neighbours() -> None:
    units = [
        Unit("Title", "Titre", "heading", TRANSLATED, places=(Place("source/letter.txt", 3), Place("x", 9))),
        Unit("One.", "Un.", None, TRANSLATED),
    ]
    origin = Origin("letter", "source/letter.txt:3", "2022-07-30")
    assert learned(units) == [
        Entry(0, {"en": "Title", "fr": "Titre"}, "heading", origin, Context(match_key(""), match_key("One."))),
        Entry(
            0,
            {"en": "One.", "fr": "Un."},
            "",
            Origin("letter", "", "2022-07-30"),
            Context(match_key("Title"), match_key("")),
        ),
    ]


def test_unfinished_units_are_neighbours_but_no_entries_and_obsolete_ones_are_neither() -> None:
    units = [
        Unit("A.", "a", None, State.FUZZY),
        Unit("Gone.", "parti", None, State.OBSOLETE),
        Unit("B.", "b", None, TRANSLATED),
        Unit("C.", "", None, State.UNTRANSLATED),
        Unit("D.", "\N{NO-BREAK SPACE}", None, TRANSLATED),
    ]
    (entry,) = learned(units)
    assert entry.texts["en"] == "B."
    assert entry.context == Context(match_key("A."), match_key("C."))
    assert rejected(units) == Counter(fuzzy=1, obsolete=1, untranslated=1, empty=1)
    assert rejected([]) == Counter()


def plural(*targets: str) -> Unit:
    return Unit("%d day", targets[0], None, TRANSLATED, source_plural="%d days", targets=targets)


def test_a_plural_unit_gives_its_singular_and_its_plural() -> None:
    assert texts([plural("%d jour", "%d jours")]) == [("%d day", "%d jour"), ("%d days", "%d jours")]
    assert texts([plural("%d день", "%d дня", "%d дней")], "ru") == [("%d day", "%d день"), ("%d days", "%d дней")]
    assert texts([plural("%d 天")], "zh") == [("%d day", "%d 天"), ("%d days", "%d 天")]
    arabic = plural("لا أيام", "يوم واحد", "يومان", "%d أيام", "%d يوما", "%d يوم")
    assert texts([arabic], "ar") == [("%d day", "يوم واحد"), ("%d days", "%d يوم")]
    same = Unit("sheep", "mouton", None, TRANSLATED, source_plural="sheep", targets=("mouton", "moutons"))
    assert texts([same]) == [("sheep", "mouton")]


def test_files_of_two_languages_meet_in_one_entry() -> None:
    store = DictStore()
    for target, text in (("fr", "Bonjour."), ("ru", "Здравствуйте.")):
        units = [Unit("Hello.", text, None, TRANSLATED), Unit("End.", "", None, State.UNTRANSLATED)]
        assert store.add(entries(units, document="letter", source="en", target=target, date="")) == Tally(added=1)
    (match,) = lookup(store, Query("Здравствуйте.", "ru", "fr"), min_score=75, limit=5)
    assert (match.target, match.kind, match.origin.document) == ("Bonjour.", Kind.EXACT, "letter")


def test_neighbours_are_those_of_the_document_where_a_sentence_occurs_again() -> None:
    lines = {"Alpha met.": [1], "It was adopted.": [3, 7], "Beta met.": [5], "Gamma met.": [9]}
    units = [
        Unit(source, places=tuple(Place("source/a.txt", line) for line in places)) for source, places in lines.items()
    ]
    assert neighbours(units) == [
        ("", "It was adopted."),
        ("Alpha met.", "Beta met."),
        ("It was adopted.", "It was adopted."),
        ("It was adopted.", ""),
    ]


def test_without_places_neighbours_are_those_of_the_file() -> None:
    assert neighbours([Unit("a"), Unit("b", places=(Place("x", 1),))]) == [("", "b"), ("a", "")]


def test_forms_of_plurals_that_give_no_entry_are_found() -> None:
    six = plural("لا أيام", "يوم", "يومان", "أيام", "يومًا", "يوم واحد")
    assert texts([six], "ar") == [("%d day", "يوم"), ("%d days", "يوم واحد")]
    assert list(unkept_forms([six, plural("a", "b"), plural("a", "b", "b")], "ar")) == [(0, 4)]
    assert list(unkept_forms([plural("день", "дня", "дней")], "ru")) == [(0, 1)]


def test_an_empty_msgctxt_is_another_than_none() -> None:
    store = DictStore()
    store.add(learned([Unit("May", "Mai", None, TRANSLATED), Unit("May", "Peut", "", TRANSLATED)]))
    assert [(entry.role, entry.texts["fr"]) for entry in store.entries()] == [("", "Mai"), (EMPTY_CONTEXT, "Peut")]
    assert [entry.role for entry in learned([Unit("May", "Peut", "", TRANSLATED)])] == [""]
