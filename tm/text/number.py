"""A number in a text: where it stands, what it may mean, how it is written."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

Value = int | Fraction | str
"""A label such as 12.8.1, or a pair such as 2019/20, is no quantity and stays a string."""


class Form(StrEnum):
    """How a number is written."""

    FIGURES = "figures"
    CODE = "code"
    WORDS = "words"
    ROMAN = "roman"


class Number(NamedTuple):
    """A number in a text; a tuple, as there are many and most live shortly.

    Attributes:
        start, end: where it stands in the text given.
        values: all that it may mean: 1.234 is a thousand and more, or a little more than one.
        form: a CODE is part of a name, as in COVID-19 or H1N1.
        loose: it may be missing from the other text, or stand there alone ("one", "second", 一).
        parts: the numbers that it is, should it not be one: 10 000 after all 10 and 000; 2019/20.
    """

    start: int
    end: int
    text: str
    values: frozenset[Value]
    form: Form = Form.FIGURES
    loose: bool = False
    parts: tuple[Number, ...] = ()

    @property
    def quantities(self) -> tuple[int | Fraction, ...]:
        """Its values without labels."""
        return tuple(value for value in self.values if not isinstance(value, str))
