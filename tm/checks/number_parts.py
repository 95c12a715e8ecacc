"""Say which numbers of one text may be read as several, as the other text has them: 2019/20 as 2019 and 2020."""

from __future__ import annotations

from collections.abc import Sequence

from tm.text.digits import SPACE
from tm.text.number import Number

_SPACES = frozenset(SPACE)
_POINTS = frozenset(".,٫")
_MANY = 60
"""So many numbers only long tables have; there each part may stand anywhere, as each would be sought among all."""


def in_parts(number: Number, own: Sequence[Number], others: Sequence[Number]) -> tuple[Number, ...]:
    """Give the parts of a number where the other text may have them one by one, else the number itself.

    Parts stand in their order: 3.7 is no 7,3, and 10.05 a.m. no 5 h 10. In any order stand only those of 4/7 among
    numbers of their own (« 7人中有4人 »), of a date, and of figures with a space, which may be two numbers after all.

    Args:
        own, others: all numbers of the text that it stands in, and of the other.
    """
    parts = number.parts
    if not parts:
        return (number,)
    if not _SPACES.isdisjoint(number.text) or max(len(own), len(others)) > _MANY:
        return parts
    if _is_date(number, own):
        return (number,) if any(_swaps(number, other) for other in others) else parts
    alone = [one for other in others for one in _pieces(other, others)]
    if any(_are_alike(number, other) for other in others):
        return parts
    is_full = len(parts) == 2 and parts[1].text == "00" and _stand(parts[:1], alone, free=True)  # 10/00 is 10 a.m.
    if is_full and not any(one.text == "00" for one in alone):
        return parts[:1]
    if _stand(parts, alone, free="/" in number.text):
        return parts
    return parts[:1] if is_full else (number,)


def _pieces(number: Number, own: Sequence[Number]) -> tuple[Number, ...]:
    """Give what stands alone: a number without parts, or those of a date; nothing of 3.7."""
    if number.parts and not _SPACES.isdisjoint(number.text):
        return (number, *number.parts)
    if number.parts and _is_date(number, own):
        return number.parts
    return () if number.parts else (number,)


def _stand(parts: Sequence[Number], alone: Sequence[Number], *, free: bool) -> bool:
    """Say whether parts stand one behind the other among numbers of their own, or anywhere."""
    if free:
        return all(any(_meet(part, one) for one in alone) for part in parts)
    size = len(parts)
    return any(_agree(parts, alone[place : place + size]) for place in range(len(alone) - size + 1))


def _are_alike(number: Number, other: Number) -> bool:
    """Say whether two numbers have the same parts; 0.05 is no 0,005, whose zeros count."""
    if not _agree(number.parts, other.parts):
        return False
    are_decimals = len(number.parts) == 2 and not _POINTS.isdisjoint(number.text) and not _POINTS.isdisjoint(other.text)
    return not are_decimals or _zeros(number) == _zeros(other)


def _zeros(number: Number) -> int:
    """Count the zeros that the second part begins with."""
    text = number.parts[1].text
    return len(text) - len(text.lstrip("0٠"))


def _agree(parts: Sequence[Number], others: Sequence[Number]) -> bool:
    return len(parts) == len(others) and all(map(_meet, parts, others))


def _meet(one: Number, other: Number) -> bool:
    return not one.values.isdisjoint(other.values)


def _is_date(number: Number, own: Sequence[Number]) -> bool:
    """Say whether it is 25.07.2022 or 2022.07.25, or the day and month of 7/25/2022."""
    parts = number.parts
    if len(parts) == 2 and "/" in number.text:
        return _are_day_and_month(parts) and any(one.start == number.end + 1 and _is_year(one) for one in own)
    if len(parts) != 3:
        return False
    first, *_, last = parts
    return (_is_year(last) and _are_day_and_month(parts[:2])) or (_is_year(first) and _are_day_and_month(parts[1:]))


def _is_year(number: Number) -> bool:
    return len(number.text) == 4 and number.text.isdigit()


def _are_day_and_month(parts: Sequence[Number]) -> bool:
    days = sorted(value for part in parts for value in part.quantities)
    return len(days) == 2 and 1 <= days[0] <= 12 and days[1] <= 31


def _swaps(date: Number, other: Number) -> bool:
    """Say whether another date in the same form, which has the day before the month, has both exchanged."""
    mine, theirs = date.parts, other.parts
    if "/" in date.text or len(mine) != len(theirs) or _agree(mine, theirs):
        return False
    both = sorted(part.text.lstrip("0") for part in mine), sorted(part.text.lstrip("0") for part in theirs)
    return both[0] == both[1] and _is_year(mine[0]) == _is_year(theirs[0])
