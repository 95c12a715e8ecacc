"""Numbers that the other text says in other ones are explained, those that come to something else are not."""

from __future__ import annotations

import pytest

from tm.checks.values import compare


@pytest.mark.parametrize(
    ("source", "language", "target", "is_told"),
    [
        ("It took 30 months.", "fr", "Cela a duré deux ans et demi.", False),
        ("It took 30 months.", "fr", "Cela a duré trois ans et demi.", True),
        ("It took 36 months.", "es", "Duró tres años.", False),
        ("It took 36 months.", "es", "Duró cuatro años.", True),
        ("two decades of work", "es", "veinte años de trabajo", False),
        ("It took 30 months.", "ru", "Это заняло два с половиной года.", False),
        ("It took 30 months.", "ru", "Это заняло два года.", True),
        ("It took 50 years.", "ru", "Это заняло полвека.", False),
        ("It took 30 months.", "zh", "历时两年半。", False),
        ("It took 30 months.", "zh", "历时三年半。", True),
        ("It took 30 months.", "ar", "استغرق ذلك سنتين ونصف السنة.", False),
        ("It took 18 months.", "ar", "استغرق ذلك سنتين ونصف السنة.", True),
        ("One in four is a woman.", "ru", "Женщины составляют 25 процентов.", False),
        ("One in four is a woman.", "ru", "Женщины составляют 35 процентов.", True),
        ("The rate fell to 9.2 per cent.", "fr", "Le taux est tombé à 9,7 %.", True),
        ("Some 200 came.", "es", "Vinieron dos centenares.", False),
        ("Some 200 came.", "es", "Vinieron tres centenares.", True),
        ("Received: 12/03/2019 (12 March)", "ru", "Получено: 12 марта 2019 года", False),
    ],
)
def test_only_what_comes_to_the_same_is_explained(source: str, language: str, target: str, is_told: bool) -> None:
    found = compare(source, target, "en", language)
    assert bool(found.numbers or found.dates) is is_told, (found.numbers, found.dates)
