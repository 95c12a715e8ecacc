"""Counts are of live units; a word is a token with a letter or digit."""

import pytest

from tests.workflow.conftest import Translator
from tm.model.unit import State
from tm.project.layout import Project
from tm.workflow.status import Status, count_words, status


def test_translated_fuzzy_and_untranslated_units_are_counted(project: Project, translate: Translator) -> None:
    translate({"Report": "Rapport"})
    translate({"Egypt": "Égypte"}, state=State.FUZZY)
    assert list(status(project)) == [Status("report", "fr", 6, 11, 1, 1, 4)]


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("The <1>Council</1> met, again.", 4), ("1 234,5 — ?", 3), ("大会通过", 4), ("تموز/يوليه 2022", 3)],
)
def test_words_are_tokens_with_a_letter_or_digit(text: str, words: int) -> None:
    assert count_words(text) == words
