"""A source that was reworded since it was translated."""

from __future__ import annotations

import pytest

from tm import checks
from tm.checks.knowledge import Knowledge
from tm.model.language import ENGLISH, FRENCH
from tm.model.unit import Place, State, Unit

PLACES = (Place("source/letter.md", 3),)


def _messages(unit: Unit, *now: str) -> list[str]:
    units = [Unit(text, places=PLACES) for text in now]
    more = checks.informed(Knowledge(sources={"source/letter.md": units} if now else {}))
    found = checks.run([unit], path="a.po", source=ENGLISH, target=FRENCH, select=["stale-source"], more=more)
    return [one.message for one in found]


def _translated(source: str) -> Unit:
    return Unit(source, "Traduction.", state=State.TRANSLATED, places=PLACES, line=3)


OLD = "The Committee decided not to adopt the 12 recommendations."


def test_a_reworded_source_is_told_with_what_differs() -> None:
    told = _messages(_translated(OLD), "The Committee decided to adopt the 13 recommendations.")
    assert told == ["the source has been reworded since: “not” was taken out; “13” instead of “12”"]


@pytest.mark.parametrize(
    "now",
    [
        OLD,
        "The committee decided not to adopt the 12 recommendations",
        "The Committee  decided not to adopt the 12 recommendations:",
        "The Comittee decided not to adopt the 12 recomendations.",
        "Nothing like it is here at all.",
    ],
)
def test_a_typo_case_and_punctuation_are_no_rewording_nor_is_another_text(now: str) -> None:
    assert _messages(_translated(OLD), now) == []


def test_a_segment_that_is_still_there_is_not_stale_whatever_is_like_it() -> None:
    assert _messages(_translated(OLD), "The Committee decided to adopt the 12 recommendations.", OLD) == []


def test_a_document_that_is_not_in_source_is_left_alone() -> None:
    assert _messages(_translated(OLD)) == []
    other = Unit(OLD, "Traduction.", state=State.TRANSLATED, places=(Place("other.md", 3),))
    assert _messages(other, "The Committee decided to adopt the 13 recommendations.") == []


def _fuzzy(previous: str, source: str, target: str) -> Unit:
    return Unit(source, target, state=State.FUZZY, previous=previous, line=3)


@pytest.mark.parametrize(
    ("previous", "source", "target", "expected"),
    [
        ("12 members", "13 members", "12 membres", "the source has changed: it has 13 where it had 12"),
        ("on 3 March", "on 3 May", "le 3 mars", "the source has changed: it has"),
        ("See A/76/1.", "See A/77/1.", "Voir A/76/1.", "the source has changed: A/77/1 instead of A/76/1"),
        ("It decided.", "It did not decide.", "Il a décidé.", "the source has changed: “not” was added"),
    ],
)
def test_a_fuzzy_unit_whose_source_means_something_else_says_what(
    previous: str, source: str, target: str, expected: str
) -> None:
    told = _messages(_fuzzy(previous, source, target))
    assert len(told) == 1
    assert told[0].startswith(expected)


@pytest.mark.parametrize(
    ("previous", "source", "target"),
    [
        ("12 members", "13 members", "13 membres"),
        ("See A/76/1.", "See A/77/1.", "Voir A/77/1."),
        ("the memebers", "the members", "les membres"),
        ("the members met", "the delegations met", "les membres"),
        ("", "the members", ""),
    ],
)
def test_a_fuzzy_unit_that_follows_or_has_other_words_only_is_left_to_the_translator(
    previous: str, source: str, target: str
) -> None:
    assert _messages(_fuzzy(previous, source, target)) == []
