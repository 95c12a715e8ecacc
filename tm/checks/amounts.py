"""Compare amounts one by one: the same number of another unit is another amount, 2 °C and 2 °F, 3 % and 3 ‰."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple

from tm.checks.as_often import SHARE, comes_to_same
from tm.checks.check import Fault
from tm.checks.units import Unit, farthest, starts, units
from tm.model.finding import Span
from tm.text.literals import ByLiterals
from tm.text.number import Form, Number, Value
from tm.text.numbers import find_numbers
from tm.text.pattern import pattern

_LONGEST = 4000
"""Characters of sources that are looked at: a longer one is no sentence."""

_WORD = pattern(r"[^\W\d_一-鿿]{6,}|[一-鿿]{3,}")
"""Between two numbers: the sign of the second is not that of the first, too."""

_THINGS = ("length", "mass", "volume", "area")
_GROUPS = dict.fromkeys(_THINGS, _THINGS)
"""Kinds whose symbols differ by a letter: 5 ml is no 5 mg."""

_BEFORE = 8
"""Characters of a sign or code before a number."""

_PREFIX = 3
"""Characters of the longest prefix of an Arabic unit."""

_OF_NUMBER = pattern(r"[百千]分之")
_TENTHS = "成"
"""Signs of shares that are read as a part of a Chinese number: 百分之三十, 三成."""


class _Amount(NamedTuple):
    """A number with what it counts; a word may name several units of a kind: 元."""

    number: Number
    units: Collection[str]
    start: int
    end: int


def other_amount(source: str, target: str, languages: tuple[str, str], counted: Iterable[Unit]) -> list[Fault]:
    """Say when a number of the source counts another unit of the kind, in all places where it stands.

    Args:
        languages: codes of the source's and the target's.
        counted: the units that the source may count in.

    >>> from tm.checks.units import units
    >>> other_amount("2 °C to 8 °C", "de 2 °C à 8 °F", ("en", "fr"), units())[0].message
    'the translation has 8 °F where the source has 8 °C'
    """
    if len(source) > _LONGEST:
        return []
    for kinds in dict.fromkeys(_GROUPS.get(unit.kind, (unit.kind,)) for unit in counted):
        wanted = _of_source(source, languages[0], kinds)
        values = frozenset(value for one in wanted for value in one.number.values)
        found = list(_amounts(target, languages[1], kinds, values)) if wanted else []
        for mine in wanted:
            theirs = [one for one in found if one.number.values & mine.number.values]
            known = {unit for one in wanted if one.number.values & mine.number.values for unit in one.units}
            if theirs and all(known.isdisjoint(one.units) for one in theirs):
                if "share" in kinds and _is_same_share(mine, source, target, languages):
                    continue
                was, now = source[mine.start : mine.end].strip(), target[theirs[0].start : theirs[0].end].strip()
                message = f"the translation has {now} where the source has {was}"
                return [Fault(message, Span(theirs[0].start, theirs[0].end), Span(mine.start, mine.end))]
    return []


def _is_same_share(mine: _Amount, source: str, target: str, languages: tuple[str, str]) -> bool:
    """Say whether the translation has a share as thousandths, or the reverse: 0.3 per cent, 3‰."""
    return comes_to_same(SHARE, source, (mine.start, mine.end), target, languages)


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _of_source(source: str, language: str, kinds: Sequence[str]) -> Sequence[_Amount]:
    return list(_amounts(source, language, kinds))


@cache
def _of_kinds(language: str, kinds: Sequence[str]) -> ByLiterals[Unit]:
    own = (unit for unit in units() if unit.kind in kinds and language in unit.named)
    return ByLiterals((unit.written[language], unit) for unit in own)


def _amounts(text: str, language: str, kinds: Sequence[str], only: frozenset[Value] = frozenset()) -> Iterator[_Amount]:
    """Give the numbers of a text that count units of some kinds; only those of some values, if any are given."""
    likely = _of_kinds(language, kinds)
    for number in find_numbers(text, language):
        if number.form is Form.CODE or (only and only.isdisjoint(number.values)):
            continue
        first = max(0, number.start - _BEFORE)
        end = number.end - number.text.endswith(_TENTHS)
        own = likely.near(text, [(first, farthest(language, text, end) + _PREFIX)])
        if not own:
            continue
        places = starts(language, text, end)
        behind = {unit.name: match for unit in own if (match := _match(unit.named[language], text, places))}
        sign = _OF_NUMBER.match(number.text)
        head = text[first : number.start] + (sign[0] if sign else "")
        before = {unit.name: match for unit in own if unit.before and (match := unit.before.search(head))}
        if behind or before:
            start = min((first + match.start() for match in before.values()), default=number.start)
            end = max((match.end() for match in behind.values()), default=number.end)
            yield _Amount(number, frozenset(behind) | frozenset(before), start, end)


def _match(form: re.Pattern[str], text: str, places: Iterable[int]) -> re.Match[str] | None:
    return next((match for place in places if (match := form.match(text, place))), None)


def bare_amount(source: str, target: str, language: str) -> list[Fault]:
    """Say when one percentage of several has lost its sign: « de 12,5 % en 2019 à 38,5 en 2021 ».

    Leaves alone "12.5 and 38.5 per cent", where the sign stands once for several numbers near each other.

    >>> bare_amount("12.5% in 2019 and 38.5% in 2021", "12,5 % en 2019 et 38,5 en 2021", "fr")[0].message
    '38,5 is no percentage, and the source has 38.5%'
    """
    if len(source) > _LONGEST:
        return []
    wanted = _of_source(source, "en", ("share",))
    found = list(_amounts(target, language, ("share",))) if len(wanted) > 1 else []
    if not found:
        return []
    numbers = [one for one in find_numbers(target, language) if one.form is not Form.CODE]
    for mine in wanted:
        same = [one for one in numbers if one.values & mine.number.values]
        if len(same) == 1 and not _is_share(same[0]) and not any(_shares(same[0], one, target) for one in found):
            message = f"{same[0].text} is no percentage, and the source has {source[mine.start : mine.end].strip()}"
            return [Fault(message, Span(same[0].start, same[0].end), Span(mine.start, mine.end))]
    return []


def _is_share(number: Number) -> bool:
    """Say whether a number in words is a share by itself: half of it is 50 per cent."""
    return number.form is Form.WORDS and any(isinstance(value, Fraction) for value in number.values)


def _shares(number: Number, other: _Amount, target: str) -> bool:
    """Say whether a sign belongs to a number: it is its own, or that of a number near it."""
    between = target[number.end : other.start]
    return number.start == other.number.start or (number.end < other.start and not _WORD.search(between))
