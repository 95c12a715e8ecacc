"""Arabic groups of thousands are read in one order in both texts, or not at all."""

from __future__ import annotations

import doctest

import pytest

from tm.matching import turned as module
from tm.matching.turned import in_one_order
from tm.text.placeables import find_placeables


def test_the_examples_in_the_documentation_hold() -> None:
    failed, tried = doctest.testmod(module)
    assert tried
    assert not failed


@pytest.mark.parametrize(
    ("old", "new", "there", "values"),
    [
        ("45 600", "300 128", "", ["45600", "300128"]),
        ("600 45", "300 128", "", ["45600", "128300"]),
        ("300 128", "400 256", "128,300", ["128300", "256400"]),
        ("300 128", "400 256", "300,128", ["300128", "400256"]),
        ("300 128", "400 256", "5", []),
        ("600 45", "45 600", "", []),
        ("950", "300 128", "950", []),
        ("950", "600 45", "950", ["950", "45600"]),
        ("950", "960", "", ["950", "960"]),
    ],
)
def test_both_numbers_are_read_in_one_order(old: str, new: str, there: str, values: list[str]) -> None:
    one, other = (find_placeables(text, "ar")[0] for text in (old, new))
    found = in_one_order(one, old, other, new, find_placeables(there, "en"))
    assert [number.value for number in found or ()] == values
