"""A number is read by its parts only where the other text has them, in their order."""

from __future__ import annotations

import pytest

from tm.checks.number_parts import in_parts
from tm.text.numbers import find_numbers


def parts_of(text: str, other: str) -> list[str]:
    """Give what the first number of an English text is read as, beside a French one."""
    own = find_numbers(text, "en")
    return [part.text for part in in_parts(own[0], own, find_numbers(other, "fr"))]


@pytest.mark.parametrize(
    ("text", "other", "expected"),
    [
        ("in 2019/20", "en 2019-2020", ["2019", "20"]),
        ("at 10.05 a.m.", "à 10 h 05", ["10", "05"]),
        ("at 10.05 a.m.", "à 5 h 10", ["10.05"]),
        ("3.7 per cent", "7,3 %", ["3.7"]),
        ("1.2 and 3.4", "4,1 et 2,3", ["1.2"]),
        ("4/7 of them", "sur 7 patients, 4", ["4", "7"]),
        ("3/4", "4/3", ["3/4"]),
        ("3/6/2017", "6/3/2017", ["3", "6"]),
        ("10/00", "à 10 heures", ["10"]),
        ("10/30", "à 10 heures", ["10/30"]),
        ("25.07.2022", "2022, le 25", ["25", "07", "2022"]),
        ("05.06.2017", "06.05.2017", ["05.06.2017"]),
        ("05.06.2017", "2017.06.05", ["05", "06", "2017"]),
    ],
)
def test_the_parts_of_a_number_stand_in_their_order(text: str, other: str, expected: list[str]) -> None:
    assert parts_of(text, other) == expected


def test_among_very_many_numbers_parts_stand_anywhere() -> None:
    assert parts_of("3.7 " * 61, "7,3 " * 61) == ["3", "7"]
