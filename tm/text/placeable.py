"""A placeable: a date, number or symbol in a text, with its value and the places that hold it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a placeable is."""

    ADDRESS = "address"
    SYMBOL = "symbol"
    ACT = "act"
    DATE = "date"
    WEEKDAY = "weekday"
    TIME = "time"
    ORDINAL = "ordinal"
    ROMAN = "roman"
    LETTER = "letter"
    CODE = "code"
    YEAR = "year"
    ITEM = "item"
    PARAGRAPH = "paragraph"
    LABEL = "label"
    PERCENT = "per cent"
    MONEY = "money"
    NUMBER = "number"


LABELS = frozenset((Kind.YEAR, Kind.ITEM, Kind.PARAGRAPH, Kind.LABEL, Kind.ROMAN, Kind.ORDINAL))
"""Numbers that count nothing: no word beside them is inflected for their sake."""

NUMERIC = LABELS | {Kind.PERCENT, Kind.MONEY, Kind.NUMBER}
"""Kinds that another language may write as another: its paragraph 5 is « 第5段 », an ordinal."""

ARABIC_PARTS = {"ألف": "A", "باء": "B", "جيم": "C", "دال": "D", "هاء": "E", "واو": "F"}
"""Names of letters, which Arabic puts for those of parts of resolutions: 77/256 ألف is 77/256 A."""

Day = tuple[int, int, int]
"""Day, month and year, 0 for what is not said."""

Value = str | int | tuple[Day, ...]
"""A number as a plain string of digits ("1234.50"), a time in minutes, dates as days, all else as it is written."""


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of a part of a value.

    Attributes:
        start, end: in the text.
        part: 0 for the day, 1 for the month, 2 for the year; -1 when the value has one part.
        days: which of the days of a date share it: both in 25–27 July.
    """

    start: int
    end: int
    part: int = -1
    days: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Placeable:
    """A piece of text that may be replaced by another of its kind.

    Attributes:
        start, end: where it stands.
        slots: what in it changes with the value; words between them ("to", "of") do not.
        others: further values that it may have: 1.234 in a text of unknown habit.
        power: the power of ten that a word behind it multiplies by: 6 for "5 million".
    """

    start: int
    end: int
    kind: Kind
    value: Value
    slots: tuple[Slot, ...]
    others: tuple[Value, ...] = ()
    power: int = 0
