"""Pair the numbers of two texts by their values, the surest first, and give what finds no partner."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter

from tm.checks.number_parts import in_parts
from tm.text.number import Form, Number, Value

Numbers = list[Number]
Kind = Callable[[Number], bool]

_FIGURES = Form.FIGURES
_START, _IS_LOOSE = attrgetter("start"), attrgetter("loose")


def leftovers(left: Sequence[Number], right: Sequence[Number], *, loose: bool) -> tuple[Numbers, Numbers]:
    """Pair numbers of equal value, figures with figures first, and give in order what is left on either side.

    Args:
        loose: whether numbers are paired, too, where all that are left may be missed.
    """
    lost, added = _figures(left, right)
    has_figures = bool(lost or added)
    lost += [number for number in left if number.form is not _FIGURES]
    added += [number for number in right if number.form is not _FIGURES]
    if not (has_figures or loose) and all(map(_IS_LOOSE, (*lost, *added))):
        return lost, added
    if has_figures:
        lost, added = _without_same(lost, added)
    for mine, theirs in _ORDER if has_figures else _WORDS:
        lost, added = _pair(lost, added, mine, theirs)
    lost.sort(key=_START)
    added.sort(key=_START)
    return _pair_parts(lost, added, left, right, _is_any)


def _figures(left: Sequence[Number], right: Sequence[Number]) -> tuple[Numbers, Numbers]:
    """Pair figures with figures."""
    lost = [number for number in left if number.form is _FIGURES]
    added = [number for number in right if number.form is _FIGURES]
    values = [number.values for number in lost]
    if values == [number.values for number in added] and set(map(len, values)) <= {1}:  # as most
        return [], []
    lost, added = _pair(lost, added, _is_any, _is_any)
    return _pair_parts(lost, added, left, right, is_figures)


def _without_same(lost: Numbers, added: Numbers) -> tuple[Numbers, Numbers]:
    """Leave out words that may mean several numbers and stand in both texts: a week is no partner of a lost 7."""
    theirs = [number for number in added if _is_vague(number)]
    if not theirs:
        return lost, added
    left = []
    for number in lost:
        same = [one for one in theirs if _share(number, one)] if _is_vague(number) else ()
        if same:
            theirs.remove(same[0])
            added = [one for one in added if one is not same[0]]
        else:
            left.append(number)
    return left, added


_LEAST = 7
"""Below that, one number alone says too little of a word: "both" may be a 2 as well."""


def _is_vague(number: Number) -> bool:
    return number.loose and number.form is Form.WORDS


def _share(one: Number, other: Number) -> bool:
    common = one.values & other.values
    return len(common) > 1 or any(isinstance(value, int) and value >= _LEAST for value in common)


def _is_any(number: Number) -> bool:
    return True


def is_figures(number: Number) -> bool:
    return number.form is _FIGURES


def _is_spelled(number: Number) -> bool:
    """Say whether it is a word, a Roman numeral or part of a name."""
    return number.form is not _FIGURES


def is_firm(number: Number) -> bool:
    """Say whether it is one of these, and may not be missed."""
    return not number.loose and number.form is not _FIGURES


_WORDS: tuple[tuple[Kind, Kind], ...] = ((is_firm, is_firm), (_is_spelled, _is_spelled))
_ORDER: tuple[tuple[Kind, Kind], ...] = (
    (is_figures, is_firm),
    (is_firm, is_figures),
    (is_figures, _is_spelled),
    (_is_spelled, is_figures),
    *_WORDS,
)
"""What finds a partner first: the surest."""


def _pair(lost: Numbers, added: Numbers, mine: Kind, theirs: Kind) -> tuple[Numbers, Numbers]:
    if not lost or not added:
        return lost, added
    by_value: dict[Value, Numbers] = {}
    for number in reversed(added):
        if theirs(number):
            for value in number.values:
                by_value.setdefault(value, []).append(number)
    if not by_value:
        return lost, added
    gone: set[int] = set()
    left = []
    for number in sorted(lost, key=_choices):  # noon has but one partner, midnight may have several
        partner = _take(number.values, by_value, gone) if mine(number) else None
        if partner is None:
            left.append(number)
        else:
            gone.add(id(partner))
    return left, [number for number in added if id(number) not in gone]


def _take(values: frozenset[Value], by_value: dict[Value, Numbers], gone: set[int]) -> Number | None:
    for value in values if len(values) == 1 else sorted(values, key=_surest):
        candidates = by_value.get(value, [])
        while candidates:
            number = candidates.pop()
            if id(number) not in gone:
                return number
    return None


def _choices(number: Number) -> int:
    return len(number.values)


def _surest(value: Value) -> tuple[bool, str]:
    """Order values for the same answer on every run: none last, as minutes are 00 in 24 ч 00 мин."""
    return value == 0, str(value)


def _pair_parts(
    lost: Numbers, added: Numbers, left: Sequence[Number], right: Sequence[Number], which: Kind
) -> tuple[Numbers, Numbers]:
    """Read what may be several numbers as several: 2019/20 against 2019–2020, 4/7 against "four of seven"."""
    if not lost or not added or not any(number.parts for number in (*lost, *added)):
        return lost, added
    mine, theirs = list(filter(which, left)), list(filter(which, right))
    split_lost = [(number, in_parts(number, mine, theirs)) for number in lost]
    split_added = [(number, in_parts(number, theirs, mine)) for number in added]
    rest = _pair([p for _, ps in split_lost for p in ps], [p for _, ps in split_added for p in ps], which, which)
    return _whole(split_lost, rest[0]), _whole(split_added, rest[1])


def _whole(split: list[tuple[Number, tuple[Number, ...]]], rest: Numbers) -> Numbers:
    """Give the numbers of which something is left."""
    ids = {id(part) for part in rest}
    return [number for number, parts in split if any(id(part) in ids for part in parts)]
