"""Numbers of acts with an acronym or a session come back the same, in whatever letters a language writes the acronym."""

from __future__ import annotations

import pytest

from tm.checks.check import Pair
from tm.checks.numbered_acts import other_act
from tm.model.language import BY_CODE, ENGLISH
from tm.model.unit import State, Unit


def _told(source: str, language: str, target: str) -> list[tuple[str, str | None]]:
    pair = Pair(Unit(source, target, state=State.TRANSLATED, line=1), ENGLISH, BY_CODE[language])
    return [(target[one.at.start : one.at.end] if one.at else "", one.fix) for one in other_act(pair)]


@pytest.mark.parametrize(
    ("source", "language", "target", "expected"),
    [
        ("resolution <1>WHA68.3</1>", "zh", "<1>WHA63.8</1>号决议", [("WHA63.8", "WHA68.3")]),
        ("decision EB144(5)", "zh", "EB144（6）号决定", [("EB144（6）", "EB144(5)")]),
        ("resolution WHA68.3", "ar", "القرار ج ص ع 63-8", [("", None)]),  # the Arabic acronym
        ("decisions 1/CP.21 and 2/CP.21", "fr", "les décisions 1/CP.21 et 2/CP.12", [("2/CP.12", "2/CP.21")]),
    ],
)
def test_another_number_is_told_with_its_place(
    source: str, language: str, target: str, expected: list[tuple[str, str | None]]
) -> None:
    assert _told(source, language, target) == expected


@pytest.mark.parametrize(
    ("source", "language", "target"),
    [
        ("resolution WHA68.3", "ar", "القرار ج ص ع 68-3"),
        ("resolution MEPC.304(72)", "ru", "резолюция МЕПК.304(72)"),
        ("decision EB144(5)", "ru", "решение EB 144 (5)"),
        ("exposure to PM2.5", "fr", "exposition aux PM2,5"),
        ("document 38 C/5", "es", "documento 38 C/4"),  # C/5 is a symbol
        ("in A71. The Health Assembly", "fr", "dans la"),
    ],
)
def test_other_letters_spaces_and_what_is_no_act_are_left_alone(source: str, language: str, target: str) -> None:
    assert _told(source, language, target) == []
