"""Say whether a target has beside a value that changes what the source lacks: a number, a date, a title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import permutations

from tm.matching.extras import Change, Texts, family
from tm.text.number import Form, Number
from tm.text.numbers import find_numbers
from tm.text.pattern import pattern
from tm.text.placeable import LABELS, NUMERIC, Kind, Placeable
from tm.text.scales import scale_after
from tm.text.spans import without

_BESIDE = 30
"""Characters between a value that changes and a number that may hang on it."""

_TAG = pattern(r"<[^<>]{1,8}>")
_STOP = pattern(r"[.;؛。；](?!\d)")
_YEAR = range(1000, 2600)
_DATES = frozenset((Kind.DATE, Kind.YEAR))
_TIMES = frozenset((Kind.DATE, Kind.TIME))
_NAMED = (LABELS | {Kind.ACT, Kind.SYMBOL, Kind.LETTER, Kind.CODE}) - {Kind.YEAR}
"""What may have a title: resolution 70/1, target 5.5, annex II."""

_REMARK = r"(?!هـ\))[^()（）]*[^\W\d_]{2}[^()（）]*"
_BRACKETED = pattern(rf"[(（]{_REMARK}[)）]")
_QUOTED = pattern(r"[«“„\"《『「]\s?[^«»“”„\"《》『』「」]{4,}[»”“\"》』」]")
_TITLED = pattern(
    rf"[条号段款项节章]?(?:决议|决定)?[\s\N{{NO-BREAK SPACE}}]?[)）]?[,，]?[\s\N{{NO-BREAK SPACE}}]?"
    rf"(?:(?P<bracketed>[(（]{_REMARK}[)）])|(?P<quoted>[«“„\"《『「]))"
)
_POINTED = pattern(
    r"[条号段款项节章]?(?:[\s\N{NO-BREAK SPACE}]?[:：]|[\s\N{NO-BREAK SPACE}][–—]|——)[\s\N{NO-BREAK SPACE}]?[^\W\d_]{2}"
)
_GOES_ON = pattern(
    r"[条号段款项节章]?(?:[.,，][\s\N{NO-BREAK SPACE}]?|[\s\N{NO-BREAK SPACE}]-[\s\N{NO-BREAK SPACE}]"
    r"|(?<=[\u4e00-\u9fff])[\s\u3000])[^\W\d_]{2}"
)
"""Behind the number with which the source ends: a full stop, a comma or a hyphen, in Chinese a space."""

_POINTS = pattern(r"[:：–—(（,;，；«“„\"《『「]|\s-\s|\.\s")
"""What may stand in a source for a colon or dash before a title."""

_BREAK_BEFORE = r"[(（:：]|[\s\N{NO-BREAK SPACE}][–—-][\s\N{NO-BREAK SPACE}]|——"
_BREAK = pattern(_BREAK_BEFORE)
_STOP_OR_BREAK = pattern(rf"{_BREAK_BEFORE}|[.;]\s|[。；](?!\Z)")
_LISTED = pattern(
    rf"[^.;。；(（:：]{{0,40}}?(?:{_BREAK_BEFORE})[^.;。；()（）:：]{{2,60}}?"
    r"(?:[,،，、](?!\d)|\s(?:and|et|y|e|и)\s|\sو(?=\w)|[和及与])"
)
_FEW = 12
"""Things that are still listed."""

_LETTERS = {"fr": 1.13, "es": 1.12, "ru": 1.12, "ar": 0.85, "zh": 0.33}
"""Letters that a language needs for one of English."""

_HAN = pattern(r"[\u4e00-\u9fff]")
_REMAINDER = 9
"""Letters that a short text may have beyond twice as many: пункт 5 повестки дня for "item 5"."""


def adds_beside(texts: Texts, changes: Sequence[Change], places: Sequence[Placeable]) -> bool:
    """Say whether what only the target has may hang on a value that changes.

    Args:
        changes: each value of the source and what the query has in its place, also where both are equal.
        places: the values of the target that change.

    >>> from tm.text.placeables import find_placeables
    >>> source, target = "Target 5.5", "Cible 5.5 (participation)"
    >>> held, there = find_placeables(source, "en"), find_placeables(target, "fr")
    >>> adds_beside(Texts(source, target, held, there, ("en", "fr")), (), there)
    True
    """
    named = [place for place in places if place.kind in _NAMED]
    if named and (_is_much_longer(texts) or any(_has_title(texts, place) for place in named)):
        return True
    if any(place.kind is Kind.NUMBER and _has_list(texts, place) for place in places):
        return True
    alone = _alone(texts)
    if any(extra.kind in _TIMES for extra in alone) and any(place.kind in _TIMES for place in places):
        return True
    kept = set(_kept(changes))
    added = [number for number in _added(texts, alone) if kept.isdisjoint(number.values)]
    if not added:
        return False
    if any(_is_beside(number, place, texts.target) for number in added for place in places):
        return True
    if any(place.kind in _DATES for place in places) and any(_is_year(number) for number in added):
        return True
    derived = {value for before, _ in _derived(changes) for value in before}
    return any(value in derived for number in added for value in number.quantities)


def _has_title(texts: Texts, place: Placeable) -> bool:
    """Say whether a title follows a number that the source has not: in brackets, in quotation marks, behind a colon."""
    source, target = texts.source, texts.target
    found = _TITLED.match(target, place.end)
    if found:
        kind = _BRACKETED if found["bracketed"] else _QUOTED
        return len(kind.findall(target)) > len(kind.findall(source))
    if _POINTS.search(source):
        return False
    last = texts.held[-1]
    is_last = last.value == place.value and not any(map(str.isalpha, source[last.end :]))
    return bool(_POINTED.match(target, place.end) or (is_last and _GOES_ON.match(target, place.end)))


def _has_list(texts: Texts, place: Placeable) -> bool:
    """Say whether what is counted is listed in the target alone: 3 membres : un juge, un procureur et un avocat."""
    value = str(place.value)
    if not value.isdecimal() or not 1 < int(value) <= _FEW:
        return False
    listed = _LISTED.match(texts.target, place.end)
    return bool(listed) and len(_BREAK.findall(texts.target)) > len(_STOP_OR_BREAK.findall(texts.source))


def _is_much_longer(texts: Texts) -> bool:
    """Say whether a target has more than twice as much to say as its source."""
    mine, theirs = texts.languages
    one, other = _length(texts.source, mine), _length(texts.target, theirs)
    return other > 2 * one + _REMAINDER


def _length(text: str, language: str) -> float:
    """Count letters as English would need them."""
    letters = sum(map(str.isalpha, text))
    if language != "zh":
        return letters / _LETTERS.get(language, 1)
    return letters + (1 / _LETTERS["zh"] - 1) * len(_HAN.findall(text))


def _alone(texts: Texts) -> list[Placeable]:
    """Give the placeables of a target whose value the source has not, or not as often."""
    left = Counter((family(one.kind), value) for one in texts.held for value in (one.value, *one.others))
    alone = []
    for one in texts.there:
        known = next((key for value in (one.value, *one.others) if left[key := (family(one.kind), value)] > 0), None)
        if known:
            left[known] -= 1
        else:
            alone.append(one)
    return alone


def _added(texts: Texts, alone: Sequence[Placeable]) -> Iterator[Number]:
    """Yield the numbers of a target that the source has in no way, neither in words nor in a name."""
    mine, theirs = texts.languages
    rest = _without(texts.target, [one for one in texts.there if one not in alone or one.kind not in NUMERIC], theirs)
    counting = {one.start for one in alone if one.kind is Kind.NUMBER} if mine != "ar" else set()
    numbers = [
        one
        for one in find_numbers(without(rest, [tag.span() for tag in _TAG.finditer(rest)]), theirs)
        if not _is_common(one, counting)
    ]
    if not numbers:
        return
    read = find_numbers(_without(texts.source, [one for one in texts.held if one.kind in _TIMES], mine), mine)
    known = {value for number in read for one in (number, *number.parts) for value in one.values}
    for number in numbers:
        if known.isdisjoint(number.values) and not any(known & part.values for part in number.parts):
            yield number


def _without(text: str, placeables: Iterable[Placeable], language: str) -> str:
    """Blank some placeables of a text, each with the word for million behind it."""
    return without(
        text, [(one.start, scale_after(text, one.end, language)[0] if one.power else one.end) for one in placeables]
    )


def _is_common(number: Number, counting: Container[int]) -> bool:
    """Say whether a number may stand in one language only: "one", the second, COVID-19, and a dual that Arabic has.

    Args:
        counting: where numbers in words count something.
    """
    if number.form is Form.WORDS:
        return number.loose or 1 in number.values or (2 in number.values and number.start not in counting)
    return number.loose or number.form is Form.CODE


def _is_beside(number: Number, place: Placeable, text: str) -> bool:
    gap = text[place.end : number.start] if place.end <= number.start else text[number.end : place.start]
    is_apart = place.end <= number.start or number.end <= place.start
    return is_apart and len(gap) <= _BESIDE and not _STOP.search(gap)


def _is_year(number: Number) -> bool:
    return number.form is Form.FIGURES and any(value in _YEAR for value in number.quantities)


def _kept(changes: Iterable[Change]) -> Iterator[Fraction]:
    """Yield what is reckoned from two values before as after: the years from 2016 to 2020, and from 2021 to 2025."""
    for before, after in _derived(changes):
        yield from (value for value, new in zip(before, after, strict=True) if value == new)


def _derived(changes: Iterable[Change]) -> Iterator[tuple[list[Fraction], list[Fraction]]]:
    """Yield what is reckoned from two values, of which one changes, before and after."""
    values = [(old, new) for one, other in changes if (old := _number(one)) and (new := _number(other))]
    for (one, new_one), (other, new_other) in permutations(values[:8], 2):
        if (one, other) != (new_one, new_other):
            yield list(_reckoned(one, other)), list(_reckoned(new_one, new_other))


def _reckoned(one: Fraction, other: Fraction) -> Iterator[Fraction]:
    """Yield a sum, a difference, years from first to last, a ratio, and share and growth, rounded as well."""
    yield from (one + other, one - other, one - other + 1, one / other)
    for share in (100 * one / other, 100 * (one - other) / other):
        yield from (share, Fraction(round(share)), Fraction(round(10 * share), 10))


def _number(placeable: Placeable) -> Fraction | None:
    if isinstance(placeable.value, tuple):
        return Fraction(placeable.value[0][2])
    return Fraction(str(placeable.value)) if re.fullmatch(r"\d+(?:\.\d+)?", str(placeable.value)) else None
