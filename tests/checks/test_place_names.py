"""Names of cities and States are found as letters where patterns would find them."""

from __future__ import annotations

import pytest

from tm.checks.geography import other_place
from tm.checks.place_names import LANGUAGES, names

BEFORE = {"ar": ("", "و", "ال", "لل", "وال", "شال")}
BEHIND = {"ar": ("", "ة", " ", "ي", "_"), "ru": ("", "ом", "-", " "), "zh": ("", "人")}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["cities", "nations"])
def test_letters_find_what_the_form_of_a_name_finds(kind: str, language: str) -> None:
    for name in (name for alike in names(kind, language).values() for name in alike.names):
        for letters in name.spellings:
            for before in BEFORE.get(language, ("", "x ", "x")):
                for behind in BEHIND.get(language, ("", "s", " ", "é", "_", "2")):
                    text = before + letters + behind
                    match = name.form.match(text, len(before))
                    assert name.end(text, len(before)) == (match.end() if match else -1), text
                    assert name.is_in(text) is bool(name.form.search(text)), text


@pytest.mark.parametrize(
    ("source", "language", "target", "has"),
    [
        ("the office in Nairobi", "ru", "отделение в Женеве", "Женеве"),
        ("the office in Nairobi", "ru", "отделение в Найроби, не в Женеве", ""),
        ("the Rome Statute", "ru", "Пражский статут", "Пражский"),
        ("the delegation of Mali", "es", "la delegación ugandesa", "ugandesa"),
        ("a visit to Kenya", "ar", "زيارة إلى أوغندا", "أوغندا"),
        ("a visit to Indonesia", "zh", "访问印度尼西亚", ""),
    ],
)
def test_another_place_is_told_in_any_form(source: str, language: str, target: str, has: str) -> None:
    found = other_place(source, target, language, "cities", "nations")
    assert (found is not None and found.at is not None and target[found.at.start : found.at.end]) == (has or False)
