"""Days with a name and quarters are the dates that they are, and no others."""

from __future__ import annotations

import pytest

from tm.checks.values import compare


@pytest.mark.parametrize(
    ("source", "language", "target", "is_told"),
    [
        ("It was due on New Year’s Day.", "zh", "应于1月1日提交。", False),
        ("It was due on New Year’s Day.", "zh", "应于2月1日提交。", True),
        ("It is closed on Christmas Eve.", "ru", "Он закрыт 24 декабря.", False),
        ("It is closed on Christmas Eve.", "ru", "Он закрыт 25 декабря.", True),
        ("It closed on 31 December 2020.", "es", "Cerró en Nochevieja de 2020.", False),
        ("The day, 10 December, is Human Rights Day.", "fr", "C’est la Journée des droits de l’homme.", True),
        ("In the second quarter of 2019 it grew.", "fr", "Il a grandi d’avril à juin 2019.", False),
        ("In the second quarter of 2019 it grew.", "fr", "Il a grandi de juillet à septembre 2019.", True),
        ("From 1 July to 31 December 2018 it grew.", "zh", "2018年下半年有所增长。", False),
        ("From July to December 2018 it grew.", "zh", "2018年上半年有所增长。", True),
    ],
)
def test_only_the_date_that_the_words_name_is_left_alone(
    source: str, language: str, target: str, is_told: bool
) -> None:
    found = compare(source, target, "en", language)
    assert bool(found.numbers or found.dates) is is_told, (found.numbers, found.dates)
