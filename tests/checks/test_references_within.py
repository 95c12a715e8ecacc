"""Annexes, letters, exchanged numbers, lengths of time and days are compared as what they are, in six languages."""

from __future__ import annotations

import pytest

from tm.checks.check import Fault
from tm.checks.day_month import other_month
from tm.checks.divisions import other_division
from tm.checks.durations import other_duration
from tm.checks.exchanged import exchanged
from tm.checks.letters import other_letter


def _said(found: list[Fault], target: str) -> list[str]:
    return [target[fault.at.start : fault.at.end] for fault in found if fault.at]


@pytest.mark.parametrize(
    ("source", "language", "target", "expected"),
    [
        ("see annex III", "fr", "voir l’annexe III", []),
        ("see annex III", "fr", "voir l’annexe IV", ["annexe IV"]),
        ("part two, chapter IV", "es", "segunda parte, capítulo IV", []),
        ("part two, chapter IV", "es", "segunda parte, capítulo VI", ["capítulo VI"]),
        ("volumes I and II", "ru", "тома I и II", []),
        ("part one", "ru", "часть третья", ["часть третья"]),
        ("annex 3", "zh", "附件三", []),
        ("part two", "zh", "第三部分", ["第三部分"]),
        ("annex II", "ar", "المرفق الثاني", []),
        ("annex II", "ar", "المرفق الثالث", ["المرفق الثالث"]),
        ("the third party took part in it", "fr", "la première partie", []),
    ],
)
def test_another_division_is_told(source: str, language: str, target: str, expected: list[str]) -> None:
    assert _said(other_division(source, target, "en", language), target) == expected


@pytest.mark.parametrize(
    ("source", "language", "target", "expected"),
    [
        ("paragraph 2 (d) of article 25", "fr", "alinéa d) du paragraphe 2 de l’article 25", []),
        ("paragraph 2 (d) of article 25", "fr", "alinéa b) du paragraphe 2 de l’article 25", ["b"]),
        ("paragraph 4 (c)", "ar", "الفقرة 4 (ج)", []),
        ("paragraph 4 (c)", "zh", "第4(e)段", ["e"]),
        ("section B", "ru", "раздел В", []),
        ("section B", "ru", "раздел С", ["С"]),
        ("decision 68/415 B", "ar", "المقرر 68/415 باء", []),
        ("decision 68/415 B", "es", "decisión 68/415 A", ["A"]),
        ("at least 6 feet (1.8 m) apart", "ru", "не менее 6 футов (1,8 м)", []),
    ],
)
def test_another_letter_is_told(source: str, language: str, target: str, expected: list[str]) -> None:
    assert _said(other_letter(source, target, "en", language), target) == expected


@pytest.mark.parametrize(
    ("source", "language", "target", "expected"),
    [
        ("from 57 posts in 2021 to 52 in 2022", "fr", "de 57 postes en 2021 à 52 en 2022", []),
        ("from 57 posts in 2021 to 52 in 2022", "fr", "52 en 2022, contre 57 en 2021", []),
        ("from 57 posts in 2021 to 52 in 2022", "zh", "从2021年的52个减至2022年的57个", ["52个减至2022年的57"]),
        ("ranging from 13 to 0.8 per cent", "zh", "从0.8%到13%", []),
        ("by 12 votes to 3", "ru", "3 голосами против 12", ["3 голосами против 12"]),
        ("by 12 votes to 3", "ar", "بأغلبية 12 صوتاً مقابل 3 أصوات", []),
    ],
)
def test_numbers_that_changed_places_are_told(source: str, language: str, target: str, expected: list[str]) -> None:
    assert _said(exchanged(source, target, "en", language), target) == expected


@pytest.mark.parametrize(
    ("source", "language", "target", "expected"),
    [
        ("for six months", "fr", "pour six mois", []),
        ("for six months", "fr", "pour six ans", ["six ans"]),
        ("within 24 hours", "es", "en un día", []),
        ("two weeks", "ar", "أسبوعين", []),
        ("two weeks", "ar", "شهرين", ["شهرين"]),
        ("30 days", "ru", "30 недель", ["30 недель"]),
        ("30 days", "zh", "30日", []),
        ("6 months", "zh", "6年", ["6年"]),
    ],
)
def test_another_length_of_time_is_told(source: str, language: str, target: str, expected: list[str]) -> None:
    assert _said(other_duration(source, target, language), target) == expected


@pytest.mark.parametrize(
    ("source", "language", "target", "expected"),
    [
        ("3 April and 4 May", "fr", "le 3 avril et le 4 mai", []),
        ("3 April and 4 May", "fr", "le 3 avril et le 4 avril", ["4 avril"]),
        ("from 1 to 5 May and from 5 to 9 June", "zh", "5月1日至5日和6月5日至9日", []),
    ],
)
def test_a_day_with_another_date_s_month_is_told(source: str, language: str, target: str, expected: list[str]) -> None:
    assert [one.strip() for one in _said(other_month(source, target, "en", language), target)] == expected
