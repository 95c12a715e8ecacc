"""Words that two languages share are known by how they begin."""

from __future__ import annotations

import pytest

from tm.checks.cognates import points


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The Committee met 2 times", "en", ["kommi", "2", "times"]),
        ("Le Comité du PNUD", "fr", ["komit", "PNUD"]),
        ("комитет ООН", "ru", ["komit"]),
        ("委员会 WHO 5", "zh", ["WHO", "5"]),
    ],
)
def test_words_are_cut_and_folded(text: str, language: str, expected: list[str]) -> None:
    assert [point.key for point in points(text, language)] == expected
