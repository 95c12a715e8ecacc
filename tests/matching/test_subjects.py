"""A number is no subject behind a preposition or a bracket, where nothing that agrees with it follows."""

from __future__ import annotations

import doctest

import pytest

from tm.matching import subjects as module
from tm.matching.subjects import is_no_subject


def test_the_examples_in_the_documentation_hold() -> None:
    failed, tried = doctest.testmod(module)
    assert tried
    assert not failed


@pytest.mark.parametrize(
    ("language", "before", "number", "after", "expected"),
    [
        ("fr", "a augmenté de ", "1,5 %", ".", True),
        ("fr", "le total (", "1,5 %", ")", True),
        ("fr", "Près de ", "1,5 %", " du total", False),
        ("fr", "à ", "1,5 %", " qui restent", False),
        ("es", "aumentó en un ", "1 %", ".", True),
        ("es", "Más de ", "1 %", " de ellos", False),
        ("es", "al ", "1 %", " destinado a obras", False),
        ("ar", "بمبلغ ", "14 مليون", " دولار", True),
        ("en", "by ", "1 per cent", "", False),
    ],
)
def test_what_is_no_subject_is_told(language: str, before: str, number: str, after: str, expected: bool) -> None:
    start = len(before)
    assert is_no_subject(before + number + after, start, start + len(number), language) is expected
