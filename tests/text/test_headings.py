"""The number of a heading is read and written in words, and no other word that a text begins with is taken for one."""

from __future__ import annotations

import doctest

import pytest

from tm.text import headings as module
from tm.text.headings import find_heading, write_heading
from tm.text.placeables import find_placeables


def test_the_examples_in_the_documentation_hold() -> None:
    failed, tried = doctest.testmod(module)
    assert tried
    assert not failed


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("ar", "أولا - مقدمة", 1),
        ("ar", "تاسعًا - الخلاصة", 9),
        ("ar", "عاشراً – الخلاصة", 10),
        ("ar", "سابع عشر - الخلاصة", 17),
        ("zh", "一、导言", 1),
        ("zh", "十九. 结论", 19),
        ("zh", "二．结论", 2),
    ],
)
def test_the_number_of_a_heading_is_found_and_written_again(language: str, text: str, value: int) -> None:
    found = find_heading(text, language)
    assert found
    start, end, number = found
    assert number == value
    assert write_heading(text[start:end], value, language) == text[start:end]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "ثانيا، أرحب بالتقرير"),
        ("ar", "الاستنتاجات: ثانيا - الخلاصة"),
        ("zh", "一般性意见. 结论"),
        ("zh", "二、"),
        ("zh", "十月、十一月"),
        ("en", "II. Conclusions"),
    ],
)
def test_other_words_are_no_number_of_a_heading(language: str, text: str) -> None:
    assert find_heading(text, language) is None


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "V. Conclusions", ["5"]),
        ("ru", "X. Выводы", ["10"]),
        ("en", "Appendix of V. Conclusions", []),
        ("en", "C. Conclusions", []),
        ("en", "I.2", []),
    ],
)
def test_one_letter_before_a_heading_is_a_roman_number(language: str, text: str, values: list[str]) -> None:
    assert [found.value for found in find_placeables(text, language) if found.kind == "roman"] == values
