"""Sure matches are filled as translated, all others as fuzzy with the remembered source; nothing else is touched."""

from dataclasses import replace

import pytest

from tests.stores.fake import DictStore
from tests.workflow.conftest import FRENCH_TARGETS, NOW, Translator
from tm.exchange import po
from tm.memory.lookup import Query
from tm.model.language import FRENCH
from tm.model.match import Context, Entry, Kind, Match, Origin
from tm.model.unit import State, Unit
from tm.project.layout import Project
from tm.text.normalize import match_key
from tm.workflow.pretranslate import fill, pretranslate, queries


def match(kind: Kind, target: str, *, source: str = "A text.", score: float = 100.0) -> Match:
    return Match(score, kind, source, target, Origin("A/75/912", "", "2021-07-21"))


UNIT = Unit("A text.")


def test_without_a_match_a_unit_stays_as_it_is() -> None:
    assert fill(UNIT, []) is UNIT


@pytest.mark.parametrize(("kind", "how"), [(Kind.CONTEXT, ", in context"), (Kind.EXACT, "")])
def test_a_sure_match_is_taken_as_translated_and_says_where_it_comes_from(kind: Kind, how: str) -> None:
    filled = fill(UNIT, [match(kind, "Un texte.")])
    origin = f"100% A/75/912 (2021-07-21){how}"
    assert filled == replace(UNIT, target="Un texte.", state=State.TRANSLATED, origin=origin)


def test_exact_matches_that_contradict_each_other_become_fuzzy() -> None:
    filled = fill(UNIT, [match(Kind.EXACT, "Un texte."), match(Kind.EXACT, "Le texte.")])
    assert (filled.target, filled.state, filled.previous) == ("Un texte.", State.FUZZY, None)


def test_a_match_in_context_is_sure_whatever_others_say() -> None:
    filled = fill(UNIT, [match(Kind.CONTEXT, "Un texte."), match(Kind.EXACT, "Le texte.")])
    assert (filled.target, filled.state) == ("Un texte.", State.TRANSLATED)


@pytest.mark.parametrize("kind", [Kind.CONTEXT, Kind.EXACT])
@pytest.mark.parametrize("name", ["draft", "machine translation"])
def test_what_nobody_has_finished_is_not_taken_as_translated(kind: Kind, name: str) -> None:
    filled = fill(UNIT, [replace(match(kind, "Un texte."), penalties=((name, 3.0),))])
    assert (filled.target, filled.state, filled.previous) == ("Un texte.", State.FUZZY, None)
    assert filled.origin.endswith(f", {name}")


def test_an_alignment_in_context_is_taken_as_translated() -> None:
    filled = fill(UNIT, [replace(match(Kind.CONTEXT, "Un texte."), penalties=(("alignment not reviewed", 3.0),))])
    assert filled.state is State.TRANSLATED


def test_a_fuzzy_match_shows_the_remembered_source() -> None:
    filled = fill(UNIT, [match(Kind.FUZZY, "Un long texte.", source="A long text.", score=87.5)])
    assert (filled.target, filled.state, filled.previous) == ("Un long texte.", State.FUZZY, "A long text.")
    assert filled.origin == "87.5% A/75/912 (2021-07-21)"


@pytest.mark.parametrize(
    ("source", "remembered", "target", "expected"),
    [
        ("A text.\n", "A text.", "Un texte.", "Un texte.\n"),
        ("A text.", "\tA text.\n", "\tUn texte.\n", "Un texte."),
        ("\n A text.", "A text. ", "Un texte. ", "\n Un texte."),
        ("A text.\n", "A text.\n", "Un texte.", "Un texte."),
        ("A text.", "A text.", " Un texte.", " Un texte."),
    ],
)
def test_white_space_around_a_source_stands_around_its_target(
    source: str, remembered: str, target: str, expected: str
) -> None:
    """But where the remembered source had the same, its translator knew."""
    assert fill(Unit(source), [match(Kind.EXACT, target, source=remembered)]).target == expected


def test_the_neighbours_are_asked_for_and_the_ends_are_known() -> None:
    units = [Unit("a"), Unit("b"), Unit("gone", state=State.OBSOLETE), Unit("c", context="heading")]
    assert list(queries(units, "en", "fr")) == [
        Query("a", "en", "fr", "", "b", ""),
        Query("b", "en", "fr", "a", "c", ""),
        None,
        Query("c", "en", "fr", "b", "", "heading"),
    ]


def test_what_is_done_or_fuzzy_is_not_asked_for() -> None:
    units = [Unit("a", "x", state=State.TRANSLATED), Unit("b", "y", state=State.FUZZY), Unit(" "), Unit("c")]
    assert [query and query.text for query in queries(units, "en", "fr")] == [None, None, None, "c"]


def test_a_file_is_filled_and_only_its_own_empty_units_change(project: Project, translate: Translator) -> None:
    targets = {"Report": "Rapport", "Egypt": "Égypte"}
    translate(targets)
    store = DictStore()
    context = Context(match_key("Report"), match_key("It adopted the report."))
    origin = Origin("old", "", "2020-01-01")
    store.add(
        [
            Entry(0, {"en": "The Council met.", "fr": "Le Conseil s’est réuni."}, "", origin, context),
            Entry(0, {"en": "It adopted the reports.", "fr": "Il a adopté les rapports."}, "", origin),
            Entry(0, {"en": "Report", "fr": "Compte rendu"}, "heading", origin),
        ]
    )
    path = project.po_path("report", FRENCH)
    (done,) = pretranslate(project, store, [path], min_score=75, now=NOW)
    assert (dict(done.filled), done.left) == ({"context": 1, "fuzzy": 1}, 2)
    units = po.require_sound(po.read(path, shown="x")).units
    assert {unit.source: unit.target for unit in units} == {
        **dict.fromkeys(FRENCH_TARGETS, ""),
        **targets,
        "The Council met.": "Le Conseil s’est réuni.",
        "It adopted the report.": "Il a adopté les rapports.",
    }


def test_with_nothing_to_fill_not_a_byte_changes(project: Project) -> None:
    path = project.po_path("report", FRENCH)
    before = path.read_bytes()
    list(pretranslate(project, DictStore(), [path], min_score=50, now=NOW))
    assert path.read_bytes() == before


def test_within_a_big_file_it_is_told_how_many_units_were_looked_up(project: Project) -> None:
    path = project.po_path("report", FRENCH)
    units = "".join(f'\nmsgid "Sentence {number}."\nmsgstr ""\n' for number in range(250))
    path.write_text(f'msgid ""\nmsgstr "Language: fr\\n"\n{units}', encoding="utf-8")
    told: list[tuple[int, int]] = []
    list(pretranslate(project, DictStore(), [path], min_score=50, now=NOW, told=lambda *done: told.append(done)))
    assert told == [(100, 250), (200, 250), (250, 250)]


def test_the_match_of_the_same_role_is_not_contradicted_by_others() -> None:
    other = replace(match(Kind.EXACT, "Le texte."), penalties=(("other role", 1.0),))
    assert fill(UNIT, [match(Kind.EXACT, "Un texte."), other]).state is State.TRANSLATED
