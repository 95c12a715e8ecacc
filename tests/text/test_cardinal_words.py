"""The cardinals in words are whole, and each is found in a text and written again from any other of its form."""

from __future__ import annotations

import doctest

import pytest

from tm.text import cardinal_words as module
from tm.text.cardinal_words import cardinal, forms, in_same_form
from tm.text.spelled import find_all, is_word

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
COUNTED = {"fr": "{} pays", "ar": "{} عضوا", "zh": "{}名"}


def test_the_examples_in_the_documentation_hold() -> None:
    failed, tried = doctest.testmod(module)
    assert tried
    assert not failed


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_is_read_and_written_from_every_other_of_its_form(language: str) -> None:
    for form in forms(language):
        for number, word in form.items():
            assert cardinal(word, language) == number
            assert all(form[other] in in_same_form(word, other, language) for other in form)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_is_found_whole_in_a_text(language: str) -> None:
    for form in forms(language):
        for number, word in form.items():
            text = COUNTED.get(language, "({})").format(word)
            assert [found.value for found in find_all(text, language) if is_word(found, text)] == [str(number)], text


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_a_word_for_each_number_to_99(language: str) -> None:
    least = 3 if language == "ar" else 2
    assert {number for form in forms(language) for number in form} == set(range(least, 100))


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("fr", "vingt un"),
        ("fr", "quatre-vingt-et-un"),
        ("ru", "двадцать пяти"),
        ("ar", "ثلاثة عشرة"),
        ("zh", "二"),
        ("en", "one"),
    ],
)
def test_what_no_one_writes_is_no_number(language: str, word: str) -> None:
    assert cardinal(word, language) is None
