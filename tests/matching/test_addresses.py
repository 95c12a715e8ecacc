"""An address that names a language names another in the translation."""

from __future__ import annotations

import doctest

import pytest

from tm.matching import addresses as module
from tm.matching.addresses import translated


def test_the_examples_in_the_documentation_hold() -> None:
    failed, tried = doctest.testmod(module)
    assert tried
    assert not failed


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://www.un.org/en", "https://www.un.org/es"),
        ("https://www.un.org/en/ga", "https://www.un.org/es/ga"),
        ("https://www.un.org/ga?lang=en", "https://www.un.org/ga?lang=es"),
        ("https://www.un.org/english/ga", ""),
        ("https://www.un.org/en/ga/en", ""),
        ("info@un.org", ""),
    ],
)
def test_the_language_is_a_part_of_the_path(address: str, expected: str) -> None:
    assert translated(address, "en", "es") == expected
