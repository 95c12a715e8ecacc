"""Quotation marks that are typed for want of better, and those that are wrong."""

from __future__ import annotations

import pytest

from tm import checks
from tm.model.finding import Severity
from tm.model.language import BY_CODE, ENGLISH
from tm.model.unit import State, Unit

SOURCE = "He introduced the “World Day” and the “Plan”."


def _told(target: str, lang: str) -> list[Severity]:
    unit = Unit(SOURCE, target, state=State.TRANSLATED, line=1)
    found = checks.run([unit], path="x.po", source=ENGLISH, target=BY_CODE[lang], select=["quotes"])
    return [finding.severity for finding in found]


def test_straight_marks_are_only_information_in_arabic() -> None:
    assert set(_told('عرض "اليوم العالمي" و"الخطة".', "ar")) == {Severity.INFO}


@pytest.mark.parametrize("target", ['عرض "اليوم العالمي" و”الخطة“.', 'عرض "اليوم العالمي" و«الخطة».'])
def test_straight_marks_beside_others_are_a_warning_in_arabic(target: str) -> None:
    assert Severity.WARNING in _told(target, "ar")


def test_a_straight_mark_without_a_partner_is_a_warning_in_arabic() -> None:
    assert _told('عرض اليوم العالمي والخطة".', "ar") == [Severity.WARNING]


def test_straight_marks_beside_better_ones_of_the_source_are_a_warning_in_spanish() -> None:
    assert _told('Presentó el "Día Mundial" y el "Plan".', "es") == [Severity.WARNING, Severity.WARNING]


def test_apostrophes_inside_straight_marks_are_no_warning_in_arabic() -> None:
    assert set(_told("قال: \"قال لي: 'غادر القرية'\".", "ar")) == {Severity.INFO}
