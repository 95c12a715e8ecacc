"""After any edit of the source no translation is lost, and no unchanged unit is touched."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tm.matching.carry import carry
from tm.model.unit import Place, State, Unit
from tm.text.normalize import match_key

SHARED = Path(__file__).resolve().parents[2].parent / "shared"


def done(source: str, **fields: object) -> Unit:
    unit = Unit(source, target=f"T {source}", state=State.TRANSLATED)
    return replace(unit, **fields)  # type: ignore[arg-type]  # a short hand for tests


def new(*sources: str) -> list[Unit]:
    return [Unit(source) for source in sources]


HELD = "The Committee held four meetings in New York."
HELD_FIVE = "The Committee held five meetings in New York."
HELD_SIX = "The Committee held six meetings in New York."
TOOK = "It took note of the report of the Secretary-General."
BOTH = "It took note of the report of the Secretary-General and decided to revert to the item at its next session."
DECIDED = "It decided to revert to the item at its next session."


def test_an_unchanged_unit_takes_new_places_and_keeps_the_rest() -> None:
    old = done(
        HELD, comments=("Check.",), flags=("ignore-number",), origin="100% A", places=(Place("a.md", 1),), line=9
    )
    fresh = Unit(HELD, places=(Place("a.md", 7),), notes=("<1> bold",), role="paragraph")
    assert carry([old], [fresh]) == (replace(old, places=(Place("a.md", 7),), notes=("<1> bold",), role="paragraph"),)


def test_a_changed_unit_is_fuzzy_with_the_old_source() -> None:
    old = done(HELD, comments=("Check.",), origin="100% A", line=9)
    expected = replace(old, source=HELD_FIVE, state=State.FUZZY, previous=HELD, origin="")
    assert carry([old], new(HELD_FIVE)) == (expected,)


def test_a_fuzzy_unit_that_changes_again_keeps_the_source_of_its_translation() -> None:
    once = carry([done(HELD)], new(HELD_FIVE))
    (twice,) = carry(once, new(HELD_SIX))
    assert (twice.state, twice.previous, twice.target) == (State.FUZZY, HELD, f"T {HELD}")


def test_a_changed_unit_that_is_as_it_was_again_stays_fuzzy_for_a_person() -> None:
    once = carry([done(HELD)], new(HELD_FIVE))
    (twice,) = carry(once, new(HELD))
    assert (twice.state, twice.previous, twice.target) == (State.FUZZY, None, f"T {HELD}")


def test_a_fuzzy_unit_stays_fuzzy() -> None:
    old = done(HELD, state=State.FUZZY, previous="Old.")
    assert carry([old], new(HELD)) == (old,)


def test_a_change_of_spacing_alone_is_none_of_the_translation() -> None:
    spaced = HELD.replace(" four ", "  four\N{NO-BREAK SPACE}")
    assert carry([done(HELD)], new(spaced)) == (replace(done(HELD), source=spaced),)


def test_the_same_words_in_another_role_are_fuzzy() -> None:
    old = done("Annex", context="heading")
    assert carry([old], new("Annex")) == (
        replace(old, context=None, state=State.FUZZY, previous="Annex", previous_context="heading"),
    )


def test_a_unit_still_in_use_gives_nothing_away() -> None:
    used = done("Annex", context="heading")
    assert carry([used], [Unit("Annex", context="heading"), Unit("Annex")]) == (used, Unit("Annex"))


def test_what_is_gone_is_obsolete_and_comes_back_as_it_went() -> None:
    fuzzy = done(TOOK, state=State.FUZZY, flags=("ignore-number",), previous="Old.", places=(Place("a.md", 2),))
    gone = carry([done(HELD, places=(Place("a.md", 1),)), fuzzy], new("Quite another text."))
    assert gone[1:] == (
        done(HELD, state=State.OBSOLETE),
        replace(fuzzy, state=State.OBSOLETE, places=(), flags=("fuzzy", "ignore-number")),
    )
    assert carry(gone, new(TOOK, HELD)) == (replace(fuzzy, places=()), done(HELD))


def test_what_is_gone_without_translation_is_dropped() -> None:
    assert carry(new(HELD), new("Quite another text.")) == tuple(new("Quite another text."))


def test_a_remark_on_an_untranslated_unit_follows_it() -> None:
    old = Unit(HELD, comments=("Ask New York.",), flags=("ignore-number",))
    assert carry([old], new(HELD_FIVE)) == (replace(old, source=HELD_FIVE),)


def test_a_new_text_gets_nothing_that_is_not_its_own() -> None:
    old = [done(HELD), done(TOOK)]
    assert (
        carry(old, new(HELD, "A wholly new paragraph stands here.", TOOK))[1]
        == new("A wholly new paragraph stands here.")[0]
    )


def test_a_split_sentence_gives_its_translation_to_the_better_piece() -> None:
    first, *others = carry([done(HELD), done(BOTH)], new(HELD, TOOK, DECIDED))
    assert first == done(HELD)
    assert [(unit.state, unit.previous) for unit in others] == [(State.FUZZY, BOTH), (State.UNTRANSLATED, None)]


def test_of_merged_sentences_one_gives_its_translation_and_one_is_kept() -> None:
    one, merged, dead = carry([done(HELD), done(TOOK), done(DECIDED)], new(HELD, BOTH))
    assert (one, merged.state, dead.state) == (done(HELD), State.FUZZY, State.OBSOLETE)
    assert {merged.target, dead.target} == {f"T {TOOK}", f"T {DECIDED}"}


def test_a_rewritten_sentence_between_the_same_neighbours_is_known_by_its_place() -> None:
    old = [done(HELD), done("Agenda item 12 (continued)"), done(TOOK)]
    units = carry(old, new(HELD, "Item 13 (continued)", TOOK))
    assert [unit.state for unit in units] == [State.TRANSLATED, State.FUZZY, State.TRANSLATED]


def test_of_like_sentences_each_goes_to_the_one_in_its_place() -> None:
    old = [done(f"Paragraph {n} of the annex was approved.") for n in range(1, 9)]
    fresh = [Unit(f"Paragraph {n} of the annexes was approved.") for n in range(1, 9)]
    assert [unit.previous for unit in carry(old, fresh)] == [unit.source for unit in old]


def test_of_two_units_with_one_key_the_translated_one_is_kept() -> None:
    assert carry([Unit(HELD), done(HELD, state=State.OBSOLETE)], new(HELD)) == (done(HELD),)


def test_a_plural_unit_keeps_its_forms_while_it_is_unchanged() -> None:
    old = done("day", source_plural="days", targets=("T day", "T days"))
    assert carry([old], [Unit("day")]) == (old,)
    (gone,) = carry([old], [])
    assert gone == replace(old, state=State.OBSOLETE)


# Any edit of any document.

Edit = Callable[[random.Random, list[list[str]]], None]


def edit_word(chance: random.Random, paragraphs: list[list[str]]) -> None:
    paragraph = chance.choice(paragraphs)
    place = chance.randrange(len(paragraph))
    words = paragraph[place].split(" ")
    words[chance.randrange(len(words))] = chance.choice(["each", "and every", "", "2022", "新"])
    paragraph[place] = " ".join(words) or "x"


def delete(chance: random.Random, paragraphs: list[list[str]]) -> None:
    if len(paragraphs) > 1:
        paragraphs.pop(chance.randrange(len(paragraphs)))


def insert(chance: random.Random, paragraphs: list[list[str]]) -> None:
    text = [f"A wholly new sentence {chance.random()} stands here."]
    paragraphs.insert(chance.randrange(len(paragraphs) + 1), text)


def move(chance: random.Random, paragraphs: list[list[str]]) -> None:
    paragraph = paragraphs.pop(chance.randrange(len(paragraphs)))
    paragraphs.insert(chance.randrange(len(paragraphs) + 1), paragraph)


def duplicate(chance: random.Random, paragraphs: list[list[str]]) -> None:
    paragraphs.insert(chance.randrange(len(paragraphs) + 1), list(chance.choice(paragraphs)))


def split(chance: random.Random, paragraphs: list[list[str]]) -> None:
    paragraph = chance.choice(paragraphs)
    place = chance.randrange(len(paragraph))
    words = paragraph[place].split(" ")
    cut = chance.randrange(len(words))
    paragraph[place : place + 1] = [part for part in (" ".join(words[:cut]), " ".join(words[cut:])) if part]


def merge(chance: random.Random, paragraphs: list[list[str]]) -> None:
    paragraph = chance.choice(paragraphs)
    if len(paragraph) > 1:
        place = chance.randrange(len(paragraph) - 1)
        paragraph[place : place + 2] = [" ".join(paragraph[place : place + 2])]


EDITS: Sequence[Edit] = (edit_word, edit_word, delete, insert, move, duplicate, split, merge)


def extract(paragraphs: Sequence[Sequence[str]]) -> list[Unit]:
    places: dict[str, list[Place]] = {}
    for line, paragraph in enumerate(paragraphs, 1):
        for sentence in paragraph:
            places.setdefault(sentence, []).append(Place("source/a.md", line))
    return [Unit(source, places=tuple(found), role="paragraph") for source, found in places.items()]


def translate(chance: random.Random, units: Sequence[Unit]) -> list[Unit]:
    """Let a translator do some of what is left, and doubt some."""
    result = []
    for unit in units:
        if unit.state is State.UNTRANSLATED and chance.random() < 0.8:
            state = State.FUZZY if chance.random() < 0.2 else State.TRANSLATED
            unit = replace(unit, target=f"T{chance.random()} {unit.source}", state=state)
        result.append(unit)
    return result


def targets(units: Sequence[Unit]) -> Counter[str]:
    return Counter(unit.target for unit in units if unit.target)


def hold_the_laws(old: Sequence[Unit], fresh: Sequence[Unit]) -> tuple[Unit, ...]:
    units = carry(old, fresh)
    assert targets(old) == targets(units), "a translation is lost, given twice, or came from nowhere"
    before = {unit.key: unit for unit in old}
    for unit, wanted in zip(units, fresh, strict=False):
        assert (unit.key, unit.places, unit.role) == (wanted.key, wanted.places, wanted.role)
        held = before.get(unit.key)
        if held is not None and held.is_live:
            assert unit == replace(held, places=wanted.places, role=wanted.role), "an unchanged unit was touched"
        elif held is not None:
            fuzzy = "fuzzy" in held.flags
            assert (unit.target, unit.state is State.FUZZY) == (held.target, fuzzy), "it did not come back as it went"
        elif unit.target:
            same = {match_key(gone.source) for gone in old if gone.target == unit.target}
            assert unit.state is State.FUZZY or match_key(unit.source) in same
    assert all(unit.state is State.OBSOLETE and unit.target for unit in units[len(fresh) :])
    assert len({unit.key for unit in units}) == len(units)
    assert carry(units, fresh) == units, "a second run changes something"
    return units


def edit_for_years(chance: random.Random, paragraphs: list[list[str]], *, versions: int, edits: int) -> None:
    units: Sequence[Unit] = translate(chance, extract(paragraphs))
    for _ in range(versions):
        for _ in range(edits):
            chance.choice(EDITS)(chance, paragraphs)
        units = translate(chance, hold_the_laws(units, extract(paragraphs)))


words = st.sampled_from("the of and report Committee session note took 委员会 الدول доклад 12 paragraph".split())
sentences = st.lists(words, min_size=1, max_size=12).map(" ".join)


@settings(max_examples=60)
@given(st.lists(st.lists(sentences, min_size=1, max_size=4), min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_no_edit_of_any_document_loses_a_translation(paragraphs: list[list[str]], chance: random.Random) -> None:
    edit_for_years(chance, paragraphs, versions=3, edits=4)


@pytest.mark.skipif(not (SHARED / "data/udhr/en.md").exists(), reason="the shared data are not here")
@pytest.mark.parametrize("seed", range(4))
def test_no_edit_of_the_universal_declaration_loses_a_translation(seed: int) -> None:
    text = (SHARED / "data/udhr/en.md").read_text(encoding="utf-8")
    paragraphs = [re.split(r"(?<=[.;]) ", part) for part in text.split("\n\n") if part.strip()]
    edit_for_years(random.Random(seed), paragraphs, versions=6, edits=15)


def test_a_long_document_is_carried_in_full() -> None:
    chance = random.Random(4)
    vocabulary = [f"word{number}" for number in range(2000)] + ["the", "of", "and"] * 400
    source = [" ".join(chance.choices(vocabulary, k=chance.randint(4, 30))) for _ in range(5000)]
    edited = [text.replace(" ", " new ", 1) if chance.random() < 0.1 else text for text in source]
    chance.shuffle(edited)
    old = [done(text) for text in source]
    units = hold_the_laws(old, extract([[text] for text in edited]))
    assert sum(unit.state is State.FUZZY for unit in units) == len(set(edited) - set(source))
