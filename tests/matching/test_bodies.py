"""Numbers in the names of bodies are told from those that count or label."""

from __future__ import annotations

import doctest

import pytest

from tm.matching import bodies as module
from tm.matching.bodies import names_a_body
from tm.text.placeables import find_placeables


def test_the_examples_in_the_documentation_hold() -> None:
    failed, tried = doctest.testmod(module)
    assert tried
    assert not failed


@pytest.mark.parametrize(
    ("language", "text", "named"),
    [
        ("en", "Third Committee", True),
        ("en", "Third and Fourth Committees", True),
        ("en", "Working Group II", True),
        ("en", "the E-10", True),
        ("en", "a P-5 post", False),
        ("en", "a group of 10 experts", False),
        ("en", "the third session of the Committee", False),
        ("fr", "Groupe des 77", True),
        ("fr", "un groupe de 77 experts", False),
        ("fr", "le poste P-5", False),
        ("es", "Grupo de los 77", True),
        ("ru", "Группы 77", True),
        ("ru", "в группе 77", False),
        ("zh", "77国集团", True),
        ("zh", "77个国家", False),
        ("ar", "مجموعة الـ 77", True),
        ("ar", "اللجنة الثالثة", True),
        ("ar", "اللجنة في دورتها الثالثة", False),
    ],
)
def test_a_number_names_a_body_or_not(language: str, text: str, named: bool) -> None:
    assert names_a_body(text, find_placeables(text, language)[0], language) is named
