"""Numbers in words that count are found, and none that is a part of another, of a date or of a name."""

from __future__ import annotations

import doctest

import pytest

from tm.text import spelled as module
from tm.text.spelled import find_all, is_word, write_word


def test_the_examples_in_the_documentation_hold() -> None:
    failed, tried = doctest.testmod(module)
    assert tried
    assert not failed


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "Three years of two wars and five-year plans", ["3", "2", "5"]),
        ("en", "Part Two", []),
        ("en", "two hundred, two thirds, five-sixths, one hundred and two", []),
        ("en", "twenty-two, two-track", []),
        ("en", "two and a half years", []),
        ("fr", "les deux pays et neuf États", ["2", "9"]),
        ("fr", "un bâtiment neuf, cent deux, deux cents, deux tiers, deux cinquièmes, quatre-vingts, dix-sept", []),
        ("es", "ocho o nueve países", ["8", "9"]),
        ("es", "treinta y dos, dos mil, dos tercios, ciento dos, dos terceras partes, dos décimos", []),
        ("ru", "двух стран и пятью членами, трёх лет", ["2", "5", "3"]),
        ("ru", "двадцать два, пять тысяч, две трети, пять шестых, сто пять, два с половиной", []),
        ("ar", "ثلاث سنوات وخمسة أعضاء والدول الست", ["3", "5", "6"]),
        ("ar", "اثنتي عشرة دولة وإحدى عشرة سنة واثنا عشر، أحد عشر، الثانية عشرة", []),
        ("ar", "ثلاثة عشر عضوا وخمسة وعشرون وثلاثة آلاف وثلاثة أرباع", []),
        ("zh", "两个国家，三年，十二名专家，为期两年，三段", ["2", "3", "12", "2", "3"]),
        ("zh", "第三个，星期三人，二〇一三年，三月，三分之二，三峡，二十五名，三级", []),
    ],
)
def test_numbers_in_words_are_found(language: str, text: str, values: list[str]) -> None:
    assert [word.value for word in find_all(text, language) if is_word(word, text)] == values


@pytest.mark.parametrize(
    ("language", "written", "value", "expected"),
    [
        ("en", "Two", "12", "Twelve"),
        ("en", "two", "20", ""),
        ("fr", "seize", "2", "deux"),
        ("es", "dos", "16", "dieciséis"),
        ("ru", "две", "3", "три"),
        ("ru", "три", "2", ""),  # два and две
        ("ru", "двух", "5", ""),
        ("ru", "трёх", "2", "двух"),
        ("ru", "пятью", "8", "восемью"),
        ("ru", "Пяти", "8", "Восьми"),
        ("ar", "ثلاث", "8", "ثماني"),
        ("ar", "ثلاثة", "2", ""),
        ("ar", "ثلاثة", "11", ""),
        ("zh", "三", "2", "两"),
        ("zh", "两", "12", "十二"),
    ],
)
def test_another_number_is_written_in_the_same_form(language: str, written: str, value: str, expected: str) -> None:
    assert write_word(written, value, language) == expected
