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
        ("en", "twenty-two, two-track, fifty-fifty, twenty two", ["22", "20", "2"]),
        ("en", "two and a half years", []),
        ("fr", "les deux pays et neuf États", ["2", "9"]),
        ("fr", "un bâtiment neuf, cent deux, deux cents, deux tiers, deux cinquièmes, quatre-vingt mille", []),
        (
            "fr",
            "quatre-vingts, dix-sept, vingt et une, soixante et onze, quatre-vingt-dix-neuf",
            ["80", "17", "21", "71", "99"],
        ),
        ("fr", "vingt-et-un, cent vingt-deux, vingt-deux mille", ["21"]),
        ("es", "ocho o nueve países", ["8", "9"]),
        ("es", "dos mil, dos tercios, ciento dos, doscientas dos, dos terceras partes, dos décimos, ochenta mil", []),
        ("es", "treinta y dos, veintiún, noventa y una, veinte, entre dos y tres", ["32", "21", "91", "20", "2", "3"]),
        ("ru", "двух стран и пятью членами, трёх лет", ["2", "5", "3"]),
        ("ru", "пять тысяч, две трети, пять шестых, сто пять, два с половиной, сорок тысяч, двадцать пятая", []),
        (
            "ru",
            "двадцать два, сорока трёх, пятьюдесятью пятью, девяноста, тридцать одну",
            ["22", "43", "55", "90", "31"],
        ),
        ("ar", "ثلاث سنوات وخمسة أعضاء والدول الست", ["3", "5", "6"]),
        ("ar", "اثنتي عشرة دولة وإحدى عشرة سنة واثنا عشر، أحد عشر، الثانية عشرة", ["12", "11"]),
        ("ar", "خمسة وعشرون ألفا وثلاثة آلاف وثلاثة أرباع ومائة وخمسة وعشرون عضوا والثلاثة والعشرين", []),
        (
            "ar",
            "ثلاثة عشر عضوا وخمسة وعشرون عضوا وستين دولة وأحد عشر عضوا وإحدى وعشرين دولة",
            ["13", "25", "60", "11", "21"],
        ),
        ("zh", "两个国家，三年，十二名专家，为期两年，三段", ["2", "3", "12", "2", "3"]),
        ("zh", "第三个，星期三人，二〇一三年，三月，三分之二，三峡，二十五万名，三级，三四十名，第二十条", []),
        ("zh", "二十五名，六十个，九十九人", ["25", "60", "99"]),
    ],
)
def test_numbers_in_words_are_found(language: str, text: str, values: list[str]) -> None:
    assert [word.value for word in find_all(text, language) if is_word(word, text)] == values


@pytest.mark.parametrize(
    ("language", "written", "value", "expected"),
    [
        ("en", "Two", "12", "Twelve"),
        ("en", "two", "20", "twenty"),
        ("en", "Sixty", "75", "Seventy-five"),
        ("fr", "vingt et une", "34", "trente-quatre"),
        ("fr", "trente-quatre", "21", ""),  # vingt et un, vingt et une
        ("es", "veintiuna", "32", "treinta y dos"),
        ("es", "veintiún", "41", "cuarenta y un"),
        ("fr", "seize", "2", "deux"),
        ("es", "dos", "16", "dieciséis"),
        ("ru", "две", "3", "три"),
        ("ru", "три", "2", ""),  # два and две
        ("ru", "двух", "5", ""),
        ("ru", "двух", "22", ""),  # of two persons, the accusative: видел двадцать два
        ("ru", "восемнадцать", "25", "двадцать пять"),
        ("ru", "двадцати двух", "33", "тридцати трех"),
        ("ru", "сорока", "50", ""),  # пятидесяти, пятьюдесятью
        ("ru", "трёх", "2", "двух"),
        ("ru", "пятью", "8", "восемью"),
        ("ru", "Пяти", "8", "Восьми"),
        ("ar", "ثلاث", "8", "ثماني"),
        ("ar", "ثلاثة", "2", ""),
        ("ar", "ثلاثة", "11", ""),
        ("ar", "ثمانية وعشرين", "13", "ثلاثة عشر"),
        ("ar", "ثلاثة عشر", "21", ""),
        ("ar", "عشرين", "13", ""),
        ("ar", "ستون", "75", ""),
        ("ar", "ستون", "70", "سبعون"),
        ("zh", "三", "2", "两"),
        ("zh", "两", "12", "十二"),
        ("zh", "十八", "25", "二十五"),
    ],
)
def test_another_number_is_written_in_the_same_form(language: str, written: str, value: str, expected: str) -> None:
    assert write_word(written, value, language) == expected


def test_an_arabic_number_stands_in_the_case_that_a_preposition_asks_for() -> None:
    assert write_word("ثلاثة عشر", "21", "ar", "يتألف من ") == "واحد وعشرين"
    assert write_word("ثلاثة عشر", "12", "ar", "يتألف من ") == "اثني عشر"
