"""Lengths of time in words, and how quickly it is told that a text has none."""

from __future__ import annotations

import pytest

from tm.checks.durations import counted_times, may_spell_times
from tm.text.number import Form
from tm.text.numbers import find_numbers

_SPELLED = [
    ("en", "It met for twenty-one working days."),
    ("en", "A break of two-and-a-half to three months followed."),
    ("fr", "Le mandat est de quatre ans."),
    ("fr", "Elle dispose de plus d’une vingtaine d’années, ou de trente années."),
    ("es", "El plazo es de seis meses."),
    ("ru", "Срок составляет шесть месяцев."),
    ("ru", "Через двадцать пять лет"),
    ("zh", "为期六个月"),
    ("zh", "十多年来"),
    ("ar", "لمدة ثلاثة أشهر"),
    ("ar", "لمدة خَمسة أعوام"),
    ("ar", "في غضون شهرين"),
]


@pytest.mark.parametrize(("language", "text"), _SPELLED)
def test_no_text_with_a_time_in_words_is_passed_over(language: str, text: str) -> None:
    """What counts units of time in words is never taken for what has nothing of the kind."""
    spelled = [number for number in find_numbers(text, language) if number.form is Form.WORDS]
    assert list(counted_times(text, language, spelled))
    assert may_spell_times(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Six States met for 30 days."),
        ("fr", "Deux États ont siégé pendant 30 jours."),
        ("es", "Dos Estados se reunieron durante 30 días."),
        ("ru", "Два государства заседали 30 дней."),
        ("zh", "两国于6月1日开会"),
        ("ar", "اجتمعت الدول في 30 يوما"),
    ],
)
def test_a_text_without_a_time_in_words_is_passed_over(language: str, text: str) -> None:
    """A number that counts something else, and times in figures, are not looked at."""
    assert not may_spell_times(text, language)
