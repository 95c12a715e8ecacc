"""The small word before a number is written as the new number is read."""

from __future__ import annotations

import doctest

import pytest

from tm.matching import leads as module
from tm.matching.leads import alike, led
from tm.text.placeables import find_placeables


def test_the_examples_in_the_documentation_hold() -> None:
    failed, tried = doctest.testmod(module)
    assert tried
    assert not failed


@pytest.mark.parametrize(
    ("language", "text", "new", "fit"),
    [
        ("en", "A 5-year plan", "8", "An"),
        ("en", "an 11-member board", "12", "a"),
        ("en", "a $5 million loan", "8", "an"),
        ("en", "a 110-page report", "111", None),
        ("en", "a 1905 treaty", "1895", "an"),
        ("en", "a 5-year plan", "1,100", None),
        ("en", "a tenth meeting", "eleventh", "an"),
        ("en", "an 8 May letter", "9 May", "a"),
        ("en", "USA 5", "8", None),
        ("es", "7 o 9", "8", "u"),
        ("es", "7 u 8", "9", "o"),
        ("es", "7 o 80", "800", None),
        ("ru", "Об 11 странах", "5", "О"),
        ("ru", "со 2 мая", "3 мая", "с"),
        ("fr", "le 8 mai", "11", None),
        ("fr", "d’1,5 million", "2,4", "de "),
        ("fr", "d’11 %", "8", "de "),
        ("fr", "d’1,5 million", "1,8", None),
        ("fr", "de 2,4 millions", "1,5", None),
    ],
)
def test_the_word_before_a_number_is_kept_or_written_anew(language: str, text: str, new: str, fit: str | None) -> None:
    edits = led(text, find_placeables(text, language)[-1], new, language)
    assert edits is not None
    assert [word for _, _, word in edits] == ([fit] if fit else [])


@pytest.mark.parametrize(
    ("language", "text", "new"),
    [
        ("en", "an A/75/1 text", "S/2021/1"),
        ("en", "an 5-year plan", "8"),
        ("ru", "о 5 млн", "1,5"),
        ("es", "7 u 9", "8"),
        ("fr", "d’A/75/1", "S/2021/1"),
    ],
)
def test_what_is_not_known_or_was_wrong_before_is_not_done(language: str, text: str, new: str) -> None:
    assert led(text, find_placeables(text, language)[-1], new, language) is None


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "for an ", "for a "),
        ("en", "An $", "A $"),
        ("ru", "об ", "о "),
        ("ru", "Ко ", "К "),
        ("es", "u ", "o "),
        ("fr", "d’", "de "),
    ],
)
def test_two_forms_of_one_word_are_alike(language: str, one: str, other: str) -> None:
    assert alike(one, language) == alike(other, language)
