"""Words that only a translation has keep it from being adapted where they may be untrue of the new values."""

from __future__ import annotations

import doctest
import re

import pytest

from tests.matching.test_adapt import CASES, REFUSED
from tm.matching import relations as module
from tm.matching.adapt import adapt

RELATIONS = module.said_of_values()
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")


def test_the_examples_in_the_documentation_hold() -> None:
    failed, tried = doctest.testmod(module)
    assert tried
    assert not failed


@pytest.mark.parametrize("relation", RELATIONS, ids=lambda relation: relation["name"])
def test_a_relation_says_all_that_is_needed(relation: dict[str, str]) -> None:
    assert relation["of"] in {"counts", "dates", "times", "numbered"}
    assert relation["keeps"] in module._KEEPS or relation["keeps"].isdecimal()
    known = {"name", "of", "keeps", *LANGUAGES, *(f"{language} also" for language in LANGUAGES)}
    assert set(LANGUAGES) <= set(relation) <= known
    for key, words in relation.items():
        assert re.compile(words)
        assert all(words.split("|")), key


@pytest.mark.parametrize(
    ("old", "new", "target", "expected"),
    [
        ("from 40 to 80", "from 50 to 100", "doublé, de 40 à 80", "doublé, de 50 à 100"),
        ("from 40 to 80", "from 50 to 101", "doublé, de 40 à 80", None),
        ("from 40 to 80", "from 40 to 70", "en hausse, de 40 à 80", "en hausse, de 40 à 70"),
        ("from 40 to 80", "from 80 to 70", "en hausse, de 40 à 80", None),
        ("2014–2015", "2016–2017", "exercice biennal 2014-2015", "exercice biennal 2016-2017"),
        ("2014–2015", "2016–2018", "exercice biennal 2014-2015", None),
        ("the biennium 2014–2015", "the biennium 2016–2018", "le biennium 2014-2015", "le biennium 2016-2018"),
        ("in 1995", "in 1998", "au XXe siècle, en 1995", None),
        ("at 10 a.m.", "at 11 a.m.", "le matin, à 10 heures", "le matin, à 11 heures"),
        ("at 10 a.m.", "at 3 p.m.", "le matin, à 10 heures", None),
        ("the 2 parties", "the 4 parties", "les 2 parties, l’une et l’autre", None),
        ("the 3 parties", "the 4 parties", "les 3 parties, l’une et l’autre", "les 4 parties, l’une et l’autre"),
    ],
)
def test_what_a_word_says_may_stay_true(old: str, new: str, target: str, expected: str | None) -> None:
    adapted = adapt(new, old, target, "en", "fr")
    assert (adapted and adapted.text) == expected


def test_a_word_far_from_the_values_does_no_harm() -> None:
    target = (
        "Il y a eu 40 cas. " + "Le texte continue ici sans chiffres et sans rien qui compte. " * 2 + "Tout a doublé."
    )
    adapted = adapt("There were 50 cases.", "There were 40 cases.", target, "en", "fr")
    assert adapted
    assert "50 cas" in adapted.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_examples_of_what_is_refused_and_of_what_is_done(language: str) -> None:
    answers = {case.expected == REFUSED for case in CASES if case.target_language == language}
    assert answers == {True, False}
