"""Capital letters that name parts of a document are found behind the words for them, and written as they are."""

from __future__ import annotations

import doctest

import pytest

from tm.text import lettered as module
from tm.text.lettered import find_lettered, write_lettered


def test_the_examples_in_the_documentation_hold() -> None:
    failed, tried = doctest.testmod(module)
    assert tried
    assert not failed


@pytest.mark.parametrize(
    ("language", "text", "letters"),
    [
        ("en", "Sections A, B and D", "ABD"),
        ("en", "annex I, part V", ""),
        ("en", "Part A-1, section B's", ""),
        ("en", "chap. IV.B, E.21.II.D.4, sect. II.C", "BC"),
        ("ar", "الفصل الرابع - باء", "B"),
        ("fr", "l’annexe A à la section B", "AB"),
        ("fr", "la partie À", ""),
        ("es", "las partes A y B", "AB"),
        ("ru", "разделы A и B", "AB"),
        ("ru", "раздел В", ""),  # the Cyrillic letter
        ("ar", "المرفقين ألف وباء", "AB"),
        ("ar", "الفرع ألفا", ""),
        ("zh", "附件A、B和D", "ABD"),
    ],
)
def test_letters_are_found_behind_what_they_name(language: str, text: str, letters: str) -> None:
    assert "".join(letter for _, _, letter in find_lettered(text, language)) == letters


def test_a_letter_without_a_name_is_not_written_as_one() -> None:
    assert write_lettered("باء", "Q") == ""
