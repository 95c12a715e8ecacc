"""What a translation has beside a value and its source has not keeps the value from being changed."""

from __future__ import annotations

import doctest

import pytest

from tm.matching import additions as module
from tm.matching.adapt import adapt


def test_the_examples_in_the_documentation_hold() -> None:
    failed, tried = doctest.testmod(module)
    assert tried
    assert not failed


@pytest.mark.parametrize(
    ("old", "new", "target", "expected"),
    [
        ("on 1 May 2022", "on 3 June 2022", "le 1er mai 2022 (année 1443)", None),
        ("on 1 May 2022", "on 3 June 2022", "en date du 1er mai 2022", "en date du 3 juin 2022"),
        ("from 50 to 60", "from 50 to 65", "de 50 à 60 (20 %)", None),
        ("from 2010 to 2018", "from 2010 to 2019", "de 2010 à 2018, soit pendant huit ans", None),
        ("12 members", "14 members", "12 membres, dont deux observateurs", None),
        ("item 5 on COVID-19", "item 6 on COVID-19", "point 5 relatif au coronavirus (COVID-19)", "point 6 relatif au coronavirus (COVID-19)"),
        ("Goal 13", "Goal 14", "Objectif 13 (climat)", None),
        ("Goal 13", "Goal 14", "Objectif 13 : climat", None),
        ("Goal 13 (climate)", "Goal 14 (climate)", "Objectif 13 (climat)", "Objectif 14 (climat)"),
        ("resolution 70/1", "resolution 70/2", "résolution 70/1, « Transformer notre monde »", None),
        ("resolution 70/1", "resolution 70/2", "résolution 70/1 (2015)", None),
        ("para. 20 (e)", "para. 21 (e)", "par. 20 e)", "par. 21 e)"),
        ("the first matrix", "the third matrix", "la première matrice moins la deuxième", "la troisième matrice moins la deuxième"),
    ],
)  # fmt: skip
def test_what_stands_beside_a_value(old: str, new: str, target: str, expected: str | None) -> None:
    adapted = adapt(new, old, target, "en", "fr")
    assert (adapted and adapted.text) == expected


@pytest.mark.parametrize(
    ("old", "new", "target", "languages"),
    [
        ("تعمل دولتان مع 12 شريكا", "تعمل دولتان مع 15 شريكا", "Two States work with 12 partners", ("ar", "en")),
        ("20 seconds", "30 seconds", "20 segundos", ("en", "es")),
    ],
)
def test_a_dual_and_a_second_are_no_numbers_of_their_own(
    old: str, new: str, target: str, languages: tuple[str, str]
) -> None:
    assert adapt(new, old, target, *languages)
