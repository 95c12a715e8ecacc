"""What is said without figures comes to the same as the numbers of the other text, or is told."""

from __future__ import annotations

import pytest

from tm.checks.values import compare


@pytest.mark.parametrize(
    ("source", "language", "target", "is_told"),
    [
        ("It cost a quarter of a million dollars.", "zh", "费用为25万美元。", False),
        ("It cost a quarter of a million dollars.", "zh", "费用为75万美元。", True),
        ("It cost 250,000 dollars.", "fr", "Cela a coûté un quart de million de dollars.", False),
        ("It cost three quarters of a million dollars.", "ru", "Это обошлось в 250 000 долларов.", True),
        ("Some 500,000 people fled.", "ru", "Бежали около полумиллиона человек.", False),
        ("The tax is 0.3 per cent.", "es", "El impuesto es del 3 por mil.", False),
        ("The tax is 0.3 per cent.", "es", "El impuesto es del 5 por mil.", True),
        ("The tariff is 0.5 cent.", "ru", "Тариф составляет полцента.", False),
        ("The tariff is 1.5 cent.", "ru", "Тариф составляет полцента.", True),
        ("It was exceeded by 100 per cent.", "ru", "Она была превышена вдвое.", False),
        ("It was exceeded by 100 per cent.", "ru", "Она была превышена втрое.", True),
        ("It rose by 200 per cent.", "zh", "增加了两倍。", False),
        ("It rose by 100 per cent.", "zh", "增加了两倍。", True),
        ("It rose by 100 per cent.", "ar", "تضاعف.", False),
        ("It rose by 100 per cent.", "ar", "ارتفع بنسبة 200 في المائة.", True),
        ("The day is seven and a half hours.", "fr", "La journée est de 7 heures 30.", False),
        ("The day is seven and a half hours.", "fr", "La journée est de 7 heures 15.", True),
        ("In the nineteen nineties it grew.", "fr", "Il a grandi dans les années 1990.", False),
        ("In the nineteen nineties it grew.", "fr", "Il a grandi dans les années 1980.", True),
        ("It is issued four times a year.", "ru", "Издается ежеквартально.", False),
        ("It is issued every six months.", "es", "Se publica semestralmente.", False),
        ("It is issued 12 times a year.", "es", "Se publica semestralmente.", True),
    ],
)
def test_what_comes_to_the_same_is_not_told(source: str, language: str, target: str, is_told: bool) -> None:
    found = compare(source, target, "en", language)
    assert bool(found.numbers or found.dates) is is_told, (found.numbers, found.dates)
