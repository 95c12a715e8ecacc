"""The word for million follows its number where nothing else would have to, and else nothing is said."""

from __future__ import annotations

import doctest

import pytest

from tm.matching import millions as module
from tm.matching.millions import fitted, scaled
from tm.text.placeables import find_placeables


def test_the_examples_in_the_documentation_hold() -> None:
    failed, tried = doctest.testmod(module)
    assert tried
    assert not failed


@pytest.mark.parametrize(
    ("language", "text", "value", "word"),
    [
        ("fr", "à 1,9 million de dollars", "14600000", "millions"),
        ("fr", "pour 7 milliards de dollars", "1500000000", "milliard"),
        ("fr", "d’environ 1,9 million", "3000000", "millions"),
        ("es", "la suma de 1 millón de euros", "2500000", "millones"),
        ("es", "por 3 millones de euros", "1000000", "millón"),
        ("ar", "بمبلغ 14 مليون دولار", "5000000", "ملايين"),
        ("ar", "إلى 5 آلاف شخص", "15000", "ألف"),
        ("ar", "نحو 7 ملايين شخص", "115000000", "مليون"),
    ],
)
def test_the_word_for_million_is_put_in_the_number_that_is_asked_for(
    language: str, text: str, value: str, word: str
) -> None:
    (number,) = find_placeables(text, language)
    edits = fitted(text, number, str(number.value), value, language)
    assert edits
    assert [new for _, _, new in edits] == [word]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "à 2,5 millions de dollars", "14600000"),
        ("es", "a 2,5 millones de dólares", "14600000"),
        ("ar", "بمبلغ 14.5 مليون دولار", "2500000"),
        ("ar", "بمبلغ 3.2 مليون دولار", "4500000"),  # as it stands, although 3.2 ملايين is written as well
    ],
)
def test_it_stays_where_both_numbers_ask_for_it(language: str, text: str, value: str) -> None:
    (number,) = find_placeables(text, language)
    assert fitted(text, number, str(number.value), value, language) == ()


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "1,9 million de dollars a été versé", "14600000"),
        ("fr", "Plus de 1,9 million de personnes", "14600000"),
        ("fr", "le montant de 1,9 million de dollars alloué au Fonds", "14600000"),
        ("fr", "pour 1,9 million qui reste", "14600000"),
        ("es", "Se asignó 1 millón de dólares", "3000000"),
        ("es", "la suma de 1 millón de dólares asignado", "3000000"),
        ("ar", "بمبلغ 14 مليون دولار", "2000000"),
        ("ar", "أنفق 14 مليون دولار", "5000000"),
        ("ar", "نحو 14 مليون شخص الذين", "1000000"),
        ("ru", "5 миллионов долларов", "3000000"),
        ("en", "5 million dollars", "1000000"),
    ],
)
def test_nothing_is_said_where_more_than_the_word_would_change(language: str, text: str, value: str) -> None:
    (number,) = find_placeables(text, language)
    assert fitted(text, number, str(number.value), value, language) is None


@pytest.mark.parametrize(
    ("language", "text", "value", "powers", "power", "words"),
    [
        ("zh", "约4万人", "1100000", (0, 6), 4, None),
        ("zh", "约4万人", "3500", (0, 0), 0, [""]),
        ("zh", "8500万美元", "250000000", (6, 6), 8, ["亿"]),
        ("fr", "à 985 millions", "1250000000", (6, 9), 9, ["milliard"]),
        ("ru", "985 млн", "1250000000", (6, 9), 9, ["млрд"]),
        ("en", "350,000 people", "1200000", (4, 4), 6, [" million"]),
        ("en", "1.2 million people", "350000", (4, 4), 0, [""]),
        ("en", "985 million", "1250000000", (6, 6), 9, ["billion"]),
        ("es", "985 millones", "1250000000", (6, 9), 6, []),
    ],
)
def test_a_value_is_written_in_the_power_that_the_language_has_for_it(
    language: str, text: str, value: str, powers: tuple[int, int], power: int, words: list[str] | None
) -> None:
    (number,) = find_placeables(text, language)
    found = scaled(text, number, (str(number.value), value), powers, language)
    assert found
    assert found.power == power
    assert (None if found.edits is None else [new for _, _, new in found.edits]) == words


@pytest.mark.parametrize(
    ("language", "text", "value", "powers"),
    [
        ("fr", "350 000 personnes", "1200000", (4, 4)),  # 1,2 million de personnes
        ("fr", "985 millions ont été versés", "1250000000", (6, 9)),
        ("ru", "985 миллионов", "1250000000", (6, 9)),
        ("fr", "1,2 million de dollars", "950000", (6, 0)),
        ("zh", "4万多人", "300000000", (4, 8)),
    ],
)
def test_a_value_is_not_written_where_more_would_change(
    language: str, text: str, value: str, powers: tuple[int, int]
) -> None:
    (number,) = find_placeables(text, language)
    assert scaled(text, number, (str(number.value), value), powers, language) is None
