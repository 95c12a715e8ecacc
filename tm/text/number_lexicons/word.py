"""What a number word is, and short ways to list the forms of many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from itertools import chain


class Part(Enum):
    """How a word enters a number: added, multiplying, standing for itself, or only joining."""

    ADD = "add"
    HUNDRED = "hundred"
    THOUSANDS = "thousands"
    FRACTION = "fraction"
    JOIN = "join"


@dataclass(frozen=True, slots=True)
class Word:
    """A number word.

    Attributes:
        value: what it adds or multiplies by; 0 for a word that joins.
        part: how it enters a number.
        other: further readings of the word alone ("third" is 3 and ⅓; half is ½ and 50 per cent).
        loose: too common or ambiguous to be missed: it only answers for a figure of the other side.
        needs_number: a plural like "millions" that is no number by itself.
        joined: carries its own "and" (Arabic و).
        is_ordinal: continues ordinals alone: los veinte primeros are twenty; told in French and Spanish, as need be.
    """

    value: int
    part: Part = Part.ADD
    other: tuple[int | Fraction, ...] = ()
    loose: bool = False
    needs_number: bool = False
    joined: bool = False
    is_ordinal: bool = False


Lexicon = Mapping[str, Word]
Forms = Iterable[tuple[str, Word]]

HALF: tuple[int | Fraction, ...] = (Fraction(1, 2), 50)
THIRD: tuple[int | Fraction, ...] = (Fraction(1, 3), 33)
TWO_THIRDS: tuple[int | Fraction, ...] = (Fraction(2, 3), 66, 67)
QUARTER: tuple[int | Fraction, ...] = (Fraction(1, 4), 25)
QUARTERS: tuple[int | Fraction, ...] = (*QUARTER, Fraction(3, 4), 75, 3)
FIFTH: tuple[int | Fraction, ...] = (Fraction(1, 5), 20)
"""A share of one, and how many per cent that is."""


def lexicon(*parts: Forms) -> Lexicon:
    """Put the forms together; a later part overrides an earlier one."""
    return dict(chain(*parts))


def slots(words: str, start: int, step: int = 1) -> Iterator[tuple[str, Word]]:
    """Number the slots of a list from `start`; a slot holds the forms of one number, with `|` between."""
    for index, forms in enumerate(words.split()):
        value = start + index * step
        for form in forms.split("|"):
            yield form, Word(value, loose=value <= 1)


def number(forms: str, value: int, *other: int | Fraction, loose: bool = False) -> Forms:
    """Give one number that can be added to."""
    return ((form, Word(value, Part.ADD, other, loose)) for form in forms.split())


def alone(forms: str, value: int) -> Forms:
    """Give an ordinal that continues no number in words: les vingt premiers are twenty."""
    return ((form, Word(value, loose=value <= 1, is_ordinal=True)) for form in forms.split())


def hundred(forms: str) -> Forms:
    return ((form, Word(100, Part.HUNDRED)) for form in forms.split())


def multiplier(forms: str, value: int, *other: int, loose: bool = False) -> Forms:
    """Give a thousand and what is above: alone it is a number, after one it multiplies it."""
    return ((form, Word(value, Part.THOUSANDS, other, loose)) for form in forms.split())


def plural(forms: str, value: int) -> Forms:
    """Give a multiplier that is a number only after another one: "millions"."""
    part = Part.HUNDRED if value == 100 else Part.THOUSANDS
    return ((form, Word(value, part, needs_number=True)) for form in forms.split())


def vague(forms: str, value: int, *other: int | Fraction) -> Forms:
    """Give words with a number in them, which may answer for it and are never missed: "twice", "decade"."""
    return ((form, Word(value, Part.FRACTION, other, loose=True)) for form in forms.split())


def folds(stems: str, endings: str, start: int) -> Forms:
    """Give words for multiplying by `start` and on, with their endings; `-` stands for a number without such a word."""
    for value, stem in enumerate(stems.split(), start):
        if stem != "-":
            yield from vague(" ".join(stem + ending for ending in endings.split()), value)


def joins(forms: str) -> Forms:
    return ((form, Word(0, Part.JOIN)) for form in forms.split())
