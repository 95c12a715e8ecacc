"""Say whether words that only a translation has may be untrue of the values of a query: doubled, biennium, both."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from tm.matching.extras import Change, Texts, family
from tm.text.pattern import pattern
from tm.text.placeable import Kind, Placeable
from tm.text.spans import without

_OF = {
    "counts": frozenset((Kind.NUMBER, Kind.PERCENT, Kind.MONEY)),
    "dates": frozenset((Kind.DATE, Kind.YEAR)),
    "times": frozenset((Kind.TIME,)),
    "numbered": frozenset(
        (Kind.ORDINAL, Kind.ROMAN, Kind.LABEL, Kind.ITEM, Kind.PARAGRAPH, Kind.ACT, Kind.SYMBOL, Kind.LETTER)
    ),
}
"""Which values a word speaks of, as relations.txt has it."""

_LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
_BESIDE = 10
"""Characters between two years of one span: between 2014 and 2015."""

_REACH = 60, 30
"""Characters between a word and a value, fewer in Chinese; what is farther off speaks of something else."""

_WORD = r"(?<!\w)"
_BEGIN = {"zh": "", "ar": r"(?<!\w)[وف]?[بلك]?(?:ال|لل)?"}


@dataclass(frozen=True, slots=True)
class _Relation:
    """Words that say the same of values, as patterns by language, and whether what they say is kept."""

    words: Mapping[str, re.Pattern[str]]
    also: Mapping[str, re.Pattern[str]]
    is_kept: Callable[[Sequence[Change]], bool]

    def is_added(self, source: str, target: str, places: Sequence[int], mine: str, theirs: str) -> bool:
        """Say whether the target has such a word near one of some places, and the source none that says as much."""
        reach = _REACH[theirs == "zh"]
        return any(
            match.start() - reach < place < match.end() + reach
            for match in self.words[theirs].finditer(target)
            for place in places
        ) and not (self.words[mine].search(source) or (mine in self.also and self.also[mine].search(source)))


def untrue(texts: Texts, changes: Sequence[Change], places: Sequence[Placeable]) -> bool:
    """Say whether a word that only the target has may be untrue of the new values.

    Args:
        changes: each value of the source and what the query has in its place, in order, also where both are equal.
        places: the values of the target that change.

    >>> from tm.text.placeables import find_placeables as find
    >>> source, query, target = "from 40 to 80", "from 41 to 70", "doublé, de 40 à 80"
    >>> held, there = find(source, "en"), find(target, "fr")
    >>> untrue(Texts(source, target, held, there, ("en", "fr")), list(zip(held, find(query, "en"))), there)
    True
    """
    times = [one for one in texts.there if one.kind in {Kind.DATE, Kind.WEEKDAY, Kind.TIME}]
    target = without(texts.target, [(one.start, one.end) for one in times])  # 上午10时 says no more than 10 a.m.
    kins = {family(place.kind) for place in places}
    near = [one.start for one in texts.there if family(one.kind) in kins]
    for of, kinds in _OF.items():
        some = [change for change in changes if change[0].kind in kinds]
        if any(old.value != new.value for old, new in some) and any(
            relation.is_added(texts.source, target, near, *texts.languages) and not relation.is_kept(some)
            for relation in _relations(of)
        ):
            return True
    return False


@cache
def _relations(of: str) -> tuple[_Relation, ...]:
    return tuple(_relation(said) for said in said_of_values() if said["of"] == of)


def said_of_values() -> list[dict[str, str]]:
    """Read relations.txt, each block with its name; what reads it is quick to load."""
    content = (pkgutil.get_data("tm.matching", "relations.txt") or b"").decode()
    blocks: list[dict[str, str]] = []
    for line in content.splitlines():
        key, _, value = line.partition(": ")
        if line.startswith("["):
            blocks.append({"name": line[1:-1]})
        elif value and not line.startswith("#"):
            blocks[-1][key] = value
    return blocks


def _relation(said: Mapping[str, str]) -> _Relation:
    keeps = said["keeps"]
    return _Relation(
        {language: _pattern(said[language], language) for language in _LANGUAGES},
        {language: _pattern(words, language) for language in _LANGUAGES if (words := said.get(f"{language} also"))},
        _keeps_number(keeps) if keeps.isdecimal() else _KEEPS[keeps],
    )


def _pattern(words: str, language: str) -> re.Pattern[str]:
    return pattern(f"{_BEGIN.get(language, _WORD)}(?:{words})", re.IGNORECASE, letters=words)


def _keeps_number(number: str) -> Callable[[Sequence[Change]], bool]:
    return lambda changes: all(old.value != number or new.value == number for old, new in changes)


def _keeps_nothing(changes: Sequence[Change]) -> bool:
    return False


def _keeps_ratio(changes: Sequence[Change]) -> bool:
    """Say whether two values or more become as many times as much, and no other changes."""
    numbers = [(_sizes(old), _sizes(new)) for old, new in changes if old.value != new.value]
    factors = {round(new[0] / old[0], 9) if old and new and old[0] else 0 for old, new in numbers}
    return len(numbers) > 1 and len(factors) == 1 and 0 not in factors


def _keeps_order(changes: Sequence[Change]) -> bool:
    """Say whether what was more, or later, than the value before it still is."""
    before, after = ([size for placeable in side for size in _sizes(placeable)] for side in zip(*changes, strict=True))
    return _signs(before) == _signs(after)


def _sizes(placeable: Placeable) -> list[float]:
    if placeable.kind in _OF["dates"]:
        return [float(day) for day in _days(placeable)]
    value = str(placeable.value)
    return [float(value)] if value.replace(".", "", 1).isdecimal() else []


def _signs(values: Sequence[float]) -> list[int]:
    return [(other > one) - (other < one) for one, other in pairwise(values)]


def _days(placeable: Placeable) -> list[int]:
    """Count days as if all months had 31."""
    if isinstance(placeable.value, tuple):
        return [372 * year + 31 * month + day for day, month, year in placeable.value]
    return [372 * int(placeable.value)] if str(placeable.value).isdecimal() else []


def _keeps_difference(changes: Sequence[Change]) -> bool:
    """Say whether years that stand side by side are as far apart as before, or, where none do, all move alike."""
    moves = [[b - a for a, b in zip(_days(old), _days(new), strict=False)] for old, new in changes]
    spans = [move for move in moves if len(move) > 1]
    spans += [
        [*one, *other]
        for (one, other), ((left, _), (right, _)) in zip(pairwise(moves), pairwise(changes), strict=True)
        if right.start - left.end <= _BESIDE
    ]
    return all(len(set(span)) == 1 for span in spans or [[day for move in moves for day in move]])


def _keeps_century(changes: Sequence[Change]) -> bool:
    return all(
        [(day // 372 - 1) // 100 for day in _days(old)] == [(day // 372 - 1) // 100 for day in _days(new)]
        for old, new in changes
    )


_NOON, _EVENING = 12 * 60, 18 * 60


def _keeps_half(changes: Sequence[Change]) -> bool:
    return all(_half(old) == _half(new) for old, new in changes)


def _half(time: Placeable) -> int:
    return (int(str(time.value)) >= _NOON) + (int(str(time.value)) >= _EVENING)


_KEEPS = {
    "nothing": _keeps_nothing,
    "ratio": _keeps_ratio,
    "order": _keeps_order,
    "difference": _keeps_difference,
    "century": _keeps_century,
    "half": _keeps_half,
}
