"""Ranges of which each date has its year are parted, others are not."""

from __future__ import annotations

import doctest

import pytest

from tm.matching import ranges as module
from tm.matching.ranges import parted
from tm.text.placeables import find_placeables


def test_the_examples_in_the_documentation_hold() -> None:
    failed, tried = doctest.testmod(module)
    assert tried
    assert not failed


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        ("en", "from 28 June to 9 July 2022", ["28 June to 9 July 2022"]),
        ("en", "from 1 July 2019 to 30 June 2020", ["1 July 2019", "30 June 2020"]),
        ("ru", "с 1 июля 2019 года по 30 июня 2020 года", ["1 июля 2019", "30 июня 2020"]),
        ("zh", "2019年7月1日至2020年6月30日", ["2019年7月1", "2020年6月30"]),
        ("en", "item 5", ["5"]),
    ],
)
def test_each_part_has_its_own_year(language: str, text: str, dates: list[str]) -> None:
    assert [text[part.start : part.end] for part in parted(find_placeables(text, language))] == dates
