"""The table of meanings says the same, however its ways are looked up."""

from __future__ import annotations

import re
from pathlib import Path

import polib
import pytest

from tm.checks import meanings
from tm.checks.meaning_ways import rows, ways
from tm.text.words import folded

_LOCALES = Path(__file__).resolve().parents[2] / "locales"
_COLUMNS = ("en", "fr", "es", "ru", "zh", "ar")


@pytest.mark.parametrize("language", meanings.LANGUAGES)
def test_all_ways_of_the_table_are_found_as_if_each_were_tried(language: str) -> None:
    entries = polib.pofile(str(_LOCALES / language / "letter-2022-07-25.po"))
    whole = folded(" | ".join(entry.msgstr for entry in entries))
    text = re.sub(r"\s|[\u0610-\u061a\u0640\u064b-\u065f\u0670]", _as_read, whole)
    assert set(meanings.meanings(text, language)) == _tried(text, language)


def _as_read(sign: re.Match[str]) -> str:
    return " " if sign[0].isspace() else ""


def _tried(text: str, language: str) -> set[meanings.Said]:
    column, found = _COLUMNS.index(language), set[meanings.Said]()
    for number, row in enumerate(rows()):
        before = "" if language == "zh" else r"(?<![^\W\d_])" + ("[وف]?[بلكس]?(?:ال|ل)?" if language == "ar" else "")
        for way in ways(row[column]) if row[column] else ():
            for place in re.finditer(f"{before}({way})", text):
                found.add(meanings.Said(place.start(), number))
    return found


def test_a_short_word_is_heard_once() -> None:
    said = [one.meaning for one in meanings._in_words("we go home", "en")]
    assert len(said) == len(set(said))


@pytest.mark.parametrize(
    ("word", "text"), [("worker", "workers"), ("disab", "disability"), ("all countries", "all countries")]
)
def test_english_may_say_what_its_words_begin(word: str, text: str) -> None:
    numbers = {number for number, row in enumerate(rows()) if word in ways(row[0])}
    assert numbers <= meanings.meant(text)
