"""What only a translation has keeps values from being changed where it may hang on them."""

from __future__ import annotations

import doctest

import pytest

from tm.matching import extras as module
from tm.matching.extras import hang_on
from tm.text.placeables import find_placeables


def test_the_examples_in_the_documentation_hold() -> None:
    failed, tried = doctest.testmod(module)
    assert tried
    assert not failed


@pytest.mark.parametrize(
    ("source", "query", "target", "hangs"),
    [
        ("3 May 2021", "4 May 2021", "lundi 3 mai 2021", True),
        ("3 May 2021", "4 May 2021", "le 3 mai 2021", False),
        ("Monday, 3 May 2021", "Monday, 4 May 2021", "lundi 3 mai 2021", False),
        ("3 January 2021", "3 March 2021", "du 3 janvier 2021 à la mi-janvier", True),
        ("the first matrix", "the second matrix", "la première matrice moins la deuxième", True),
        ("the first matrix", "the third matrix", "la première matrice moins la deuxième", False),
        ("2 people died", "3 people died", "2 décès (SARS-CoV-2)", True),
        ("2 people died", "3 people died", "2 décès (COVID-19)", False),
    ],
)
def test_what_hangs_on_a_value_is_told(source: str, query: str, target: str, hangs: bool) -> None:
    held, wanted, there = (find_placeables(*one) for one in ((source, "en"), (query, "en"), (target, "fr")))
    changes = [(old, new) for old, new in zip(held, wanted, strict=True) if old.value != new.value]
    assert hang_on(changes, held, there) is hangs
