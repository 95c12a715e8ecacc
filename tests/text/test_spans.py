"""Stretches of a text are told apart from the rest, and filled."""

from __future__ import annotations

import doctest

from tm.text import spans as module
from tm.text.spans import without


def test_the_examples_in_the_documentation_hold() -> None:
    failed, tried = doctest.testmod(module)
    assert tried
    assert not failed


def test_nothing_moves() -> None:
    assert len(without("上午10时 and 5", [(0, 5), (10, 11)])) == len("上午10时 and 5")
    assert without("as it is", []) == "as it is"
