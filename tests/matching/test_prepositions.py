"""A Russian preposition stands in the form that the number behind it asks for."""

from __future__ import annotations

import doctest

import pytest

from tm.matching import prepositions as module
from tm.matching.prepositions import preposition
from tm.text.placeable import Kind


def test_the_examples_in_the_documentation_hold() -> None:
    failed, tried = doctest.testmod(module)
    assert tried
    assert not failed


@pytest.mark.parametrize(
    ("before", "old", "new", "kind", "after", "fit"),
    [
        ("о", "5", "11", Kind.NUMBER, " докладах", "об"),
        ("Об", "1", "21", Kind.NUMBER, " случае", "О"),
        ("об", "1", "11", Kind.NUMBER, " случаях", "об"),
        ("о", "5 000", "11 000", Kind.NUMBER, " случаях", "об"),
        ("о", "5", "1,5", Kind.NUMBER, " докладах", None),
        ("о", "1,5", "2,5", Kind.NUMBER, " млн", None),
        ("о", "3,5", "11,5", Kind.NUMBER, " млн", "об"),
        ("с", "71,5", "32,9", Kind.NUMBER, " до 8", "с"),
        ("с", "71,5", "132,9", Kind.NUMBER, " до 8", "со"),
        ("с", "1,5", "2,5", Kind.NUMBER, " до 8", "с"),
        ("о", "мае", "августе", Kind.DATE, "", "об"),
        ("об", "июле", "апреле", Kind.DATE, "", "об"),
        ("в", "пятом", "втором", Kind.ORDINAL, " веке", "во"),
        ("в", "пятом", "двадцать втором", Kind.ORDINAL, " веке", "в"),
        ("во", "II", "III", Kind.ROMAN, " квартале", "в"),
        ("с", "5", "2", Kind.NUMBER, " класса", None),
        ("с", "2", "5", Kind.NUMBER, " до 8", "с"),
        ("с", "5", "2", Kind.NUMBER, " странами", "с"),
        ("с", "50", "100", Kind.NUMBER, " странами", "со"),
        ("с", "50", "100", Kind.NUMBER, " до 200", None),
        ("в", "2", "3", Kind.NUMBER, " раза", "в"),
        ("к", "50", "100", Kind.NUMBER, " странам", None),
        ("с", "5-го", "100-го", Kind.ORDINAL, " заседания", "с"),
        ("с", "5-го", "101-го", Kind.ORDINAL, " заседания", "со"),
        ("к", "1995", "2005", Kind.YEAR, " году", "к"),
        ("в", "10 ч. 00 м.", "2 ч. 00 м.", Kind.TIME, "", "в"),
        ("в", "втором", "пятом", Kind.ORDINAL, " веке", None),
    ],
)
def test_a_preposition_gets_the_form_that_fits_or_is_not_known(
    before: str, old: str, new: str, kind: Kind, after: str, fit: str | None
) -> None:
    assert preposition(before, old, new, kind, after) == fit
