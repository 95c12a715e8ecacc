"""A Russian preposition stands in the form that the number behind it asks for."""

from __future__ import annotations

import doctest

import pytest

from tm.matching import prepositions as module
from tm.matching.prepositions import keeps
from tm.text.placeable import Kind


def test_the_examples_in_the_documentation_hold() -> None:
    failed, tried = doctest.testmod(module)
    assert tried
    assert not failed


@pytest.mark.parametrize(
    ("before", "old", "new", "kind", "after", "fits"),
    [
        ("о ", "5", "11", Kind.NUMBER, " докладах", False),
        ("Об ", "1", "21", Kind.NUMBER, " случае", False),
        ("об ", "1", "11", Kind.NUMBER, " случаях", True),
        ("о ", "5 000", "11 000", Kind.NUMBER, " случаях", False),
        ("о ", "5", "1,5", Kind.NUMBER, " млн", False),
        ("о ", "мае", "августе", Kind.DATE, "", False),
        ("об ", "июле", "апреле", Kind.DATE, "", True),
        ("в ", "пятом", "втором", Kind.ORDINAL, " веке", False),
        ("в ", "пятом", "двадцать втором", Kind.ORDINAL, " веке", True),
        ("во ", "II", "III", Kind.ROMAN, " квартале", False),
        ("с ", "5", "2", Kind.NUMBER, " класса", False),
        ("с ", "5", "2", Kind.NUMBER, " странами", True),
        ("с ", "50", "100", Kind.NUMBER, " странами", False),
        ("с ", "5-го", "100-го", Kind.ORDINAL, " заседания", True),
        ("с ", "5-го", "101-го", Kind.ORDINAL, " заседания", False),
        ("к ", "1995", "2005", Kind.YEAR, " году", True),
        ("в ", "10 ч. 00 м.", "2 ч. 00 м.", Kind.TIME, "", True),
        ("от ", "5", "11", Kind.NUMBER, " стран", True),
    ],
)
def test_a_preposition_fits_or_not(before: str, old: str, new: str, kind: Kind, after: str, fits: bool) -> None:
    assert keeps(before, old, new, kind, after) is fits
