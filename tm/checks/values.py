"""Compare two texts by the values of their numbers and dates, whatever the words and figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from tm.checks.check import Fault
from tm.checks.lost_words import lost_words, named
from tm.checks.minus import lost_minus
from tm.checks.month_pair import two_months
from tm.checks.named_days import said_by_name
from tm.checks.others_marks import others_marks
from tm.checks.otherwise import explained
from tm.checks.partners import is_figures, is_firm, leftovers
from tm.checks.plain_figures import are_alike
from tm.checks.quarter import other_quarter
from tm.checks.share import other_share
from tm.checks.weekday import other_weekday
from tm.model.finding import Span
from tm.text.counting import may_count
from tm.text.dates import Date, find_dates
from tm.text.number import Form, Number, Value
from tm.text.numbers import find_numbers
from tm.text.plain import plain
from tm.text.prose import OBJECT
from tm.text.shares import find_shares
from tm.text.spans import inside
from tm.text.symbols import find_symbols

_ORDINAL = frozenset({Form.WORDS, Form.ROMAN})
_ALL_DAY = re.compile(r"(?<![\d/.,])24/7(?![\d/])")
"""Said in many ways: « 24 heures sur 24 », круглосуточно."""

_NOTE, _FIGURE = re.compile(r"(?:\A|(?<=>))\s{0,9}<sup>\d{1,3}</sup>"), re.compile(r"\d")
"""The number of a note in the list of notes."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs in numbers and in dates, placed in the plain texts."""

    numbers: tuple[Fault, ...] = ()
    dates: tuple[Fault, ...] = ()


class _Side(NamedTuple):
    """One text by its values, with its language; numbers without those that symbols and months are made of."""

    text: tuple[str, str]
    numbers: Sequence[Number]
    dates: Sequence[Date]
    in_symbols: frozenset[str]
    is_in_date: Callable[[int], bool]


_LATIN = re.compile(r"[a-z][a-z-]*\Z")
_NOTHING = Comparison()


@lru_cache(maxsize=4)
def compare(source: str, target: str, source_language: str, target_language: str) -> Comparison:
    """Say which numbers and dates of two texts differ; both checks ask, so the last answers are kept."""
    theirs, ours = plain(_without_notes(source)), plain(_without_notes(target))
    numbers: Sequence[Fault] = ()
    dates: Sequence[Fault] = ()
    if _may_differ(theirs, ours, source_language, target_language):
        numbers, dates = _of_texts(theirs, ours, source_language, target_language)
        numbers = numbers or lost_minus(theirs, ours)
    numbers = numbers or other_quarter(theirs, ours, source_language, target_language)
    dates = dates or other_weekday(theirs, ours, source_language, target_language)
    if target_language == "ar":
        dates = dates or two_months(ours)
    return Comparison(tuple(numbers), tuple(dates)) if numbers or dates else _NOTHING


def _of_texts(
    source: str, target: str, source_language: str, target_language: str
) -> tuple[Sequence[Fault], Sequence[Fault]]:
    """Say which numbers, shares and dates differ."""
    mine, others = others_marks(source, target, source_language, target_language)
    if (
        not (mine or others)
        and are_alike(source, target, source_language, target_language)
        and _name_the_same(source, target, source_language, target_language)
    ):
        return (), ()
    left, right = _side(source, source_language, mine), _side(target, target_language, others)
    duals = "ar" in (source_language, target_language)
    numbers, dates = _differences(left, right, duals=duals)
    if dates:
        gone, new = said_by_name(left.text, left.dates, right.text, right.dates)
        if gone or new:
            numbers, dates = _differences(_without(left, gone), _without(right, new), duals=duals)
    return numbers or other_share(source, left.numbers, source_language, target, right.numbers, target_language), dates


def _are_named(source: str, target: str, source_language: str, target_language: str) -> bool:
    """Say whether either text has a month, or the source a share."""
    return bool(
        find_dates(source, source_language)
        or find_dates(target, target_language)
        or find_shares(source, source_language)
    )


def _name_the_same(source: str, target: str, source_language: str, target_language: str) -> bool:
    """Say whether both texts have the same dates, and the source no share."""
    theirs, ours = find_dates(source, source_language), find_dates(target, target_language)
    if len(theirs) != len(ours) or find_shares(source, source_language):
        return False
    return not theirs or sorted(map(_whole, theirs)) == sorted(map(_whole, ours))


def _whole(date: Date) -> tuple[int, int, int]:
    return date.year or 0, date.month, date.day or 0


def _without_notes(text: str) -> str:
    """Put a mark for each figure that numbers a note, <li><sup>4</sup>, at its beginning: it is another check's."""
    return _NOTE.sub(lambda match: _FIGURE.sub(OBJECT, match[0]), text) if "<sup>" in text else text


def _may_differ(source: str, target: str, source_language: str, target_language: str) -> bool:
    """Say quickly whether the texts have any number that must not be missed, any month or any share."""
    return (
        may_count(source, source_language)
        or may_count(target, target_language)
        or _are_named(source, target, source_language, target_language)
    )


def _differences(left: _Side, right: _Side, *, duals: bool) -> tuple[Sequence[Fault], Sequence[Fault]]:
    """Say which numbers differ, and which dates."""
    has_dates = bool(left.dates or right.dates)
    lost, added = leftovers(left.numbers, right.numbers, loose=has_dates)
    if not has_dates and all(number.loose for number in (*lost, *added)):  # as most
        return (), ()
    lost, added = _unexplained(lost, right, left), _unexplained(added, left, right)
    if not all(number.loose for number in (*lost, *added)):
        lost, added = explained(lost, added, left.text, right.text)
    in_words = lost_words(lost, left.text, (right.text[0], right.numbers), duals=duals) if lost else []
    if not has_dates:
        return _sentences(lost, added, duals) or in_words, ()
    months = _months(left, right, lost, added)
    in_dates = [number for number in lost if left.is_in_date(number.start)]
    out_dates = [number for number in added if right.is_in_date(number.start)]
    dates = months + _sentences(in_dates, out_dates, duals=False)
    numbers = _sentences(
        [number for number in lost if not left.is_in_date(number.start)],
        [number for number in added if not right.is_in_date(number.start)],
        duals,
    )
    return numbers or in_words, dates or list(_mixed_up(left, right))


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _side(text: str, language: str, marks: Iterable[tuple[int, int]]) -> _Side:
    spans = {(symbol.start, symbol.end) for symbol in find_symbols(text)}
    spans.update(marks)
    if "24/7" in text:
        spans |= {match.span() for match in _ALL_DAY.finditer(text)}
    dates = find_dates(text, language)
    numbers: Sequence[Number] = find_numbers(text, language)
    if spans and numbers:
        in_symbol = inside(spans)
        numbers = [number for number in numbers if not in_symbol(number.start)]
    if not dates:
        return _Side((text, language), numbers, dates, _figures(text, spans), _nowhere)
    in_date = inside((date.start, date.end) for date in dates)
    numbers = [number for number in numbers if not (in_date(number.start) and _is_month(number, text))]
    return _Side((text, language), numbers, dates, _figures(text, spans), in_date)


def _without(side: _Side, dates: Sequence[Date]) -> _Side:
    """Leave out dates, with their days, of a side."""
    in_date, gone = inside((date.start, date.end) for date in dates), frozenset(dates)
    days = {date.day for date in dates}
    numbers = [one for one in side.numbers if not (in_date(one.start) and days.intersection(one.values))]
    return side._replace(numbers=numbers, dates=[date for date in side.dates if date not in gone])


def _nowhere(place: int) -> bool:
    return False


def _figures(text: str, spans: Iterable[tuple[int, int]]) -> frozenset[str]:
    return frozenset(run for start, end in spans for run in re.findall(r"\d+", text[start:end]))


def _is_month(number: Number, text: str) -> bool:
    """Say whether a number in a date is the month of 2022年7月 or of 2022-07-25."""
    after = text[number.end : number.end + 2].lstrip()
    return after.startswith("月") or (after.startswith("-") and text[number.start - 1 : number.start] == "-")


def _unexplained(numbers: list[Number], other: _Side, own: _Side) -> list[Number]:
    """Leave out what symbols of the other side hold, and what is only said again: « 15岁及15岁以上 »."""
    if not numbers:
        return numbers
    left = {number.start for number in numbers}
    again = _values(number for number in own.numbers if number.start not in left)
    said = _values(other.numbers) & again
    return [
        n
        for n in numbers
        if n.text not in other.in_symbols and not (n.values & said and (n.form is Form.FIGURES or _great([n])))
    ]


def _values(numbers: Iterable[Number]) -> set[Value]:
    """Give what numbers mean, without the words that may mean none: a week says no 7 again."""
    return {value for number in numbers if not number.loose for value in number.values}


def _sentences(lost: list[Number], added: list[Number], duals: bool) -> list[Fault]:
    """Say what differs; a single 0 or 1 may go (« un jour », 3:00), and with Arabic duals a 2."""
    if not lost and not added:
        return []
    few: set[Value] = {0, 1, 2} if duals else {0, 1}
    hard_lost, hard_added = list(filter(is_figures, lost)), list(filter(is_figures, added))
    if not (hard_lost and hard_added):
        hard_lost = [number for number in hard_lost if not number.values <= few]
        hard_added = [number for number in hard_added if not number.values <= few]
    firm_lost, firm_added = list(filter(is_firm, lost)), list(filter(is_firm, added))
    if hard_lost or hard_added:
        mine = hard_lost or firm_lost
        theirs = hard_added or firm_added
        if len(mine) == len(theirs) == 1:
            return [_instead(mine[0], theirs[0])]
        return [*_list(hard_lost, "translation"), *_list(hard_added, "source")]
    for forms in (_ORDINAL, {Form.CODE}):
        mine = [number for number in firm_lost if number.form in forms]
        theirs = [number for number in firm_added if number.form in forms]
        if forms is not _ORDINAL:  # another number of the same name: H1N1 and H5N1, not COVID-19 and SARS-CoV-2
            names = {_name(number) for number in theirs}
            mine = [number for number in mine if _name(number) in names]
        elif duals:
            mine = [number for number in mine if number.form is Form.ROMAN or not number.values <= few]
        if mine and theirs:
            return [_instead(mine[0], theirs[0])]
    return list(_list(_great(firm_lost), "translation"))


def _great(numbers: list[Number]) -> list[Number]:
    """Give the numbers in words that no language leaves out: those above ten."""
    return [number for number in numbers if number.form is Form.WORDS and min(number.quantities, default=0) > 10]


def _list(numbers: list[Number], side: str) -> Iterator[Fault]:
    if numbers:
        yield _missing(f"{named(numbers)} not in the {side}", numbers[0], side)


def _missing(message: str, one: Number | Date, side: str) -> Fault:
    place = Span(one.start, one.end)
    return Fault(message, at=place) if side == "source" else Fault(message, of=place)


def _name(number: Number) -> str:
    """Give the name that a number is part of; Chinese and Arabic have none of their own before it."""
    name = number.text.rstrip("0123456789.,٠١٢٣٤٥٦٧٨٩").casefold()
    if "كوفيد" in name:
        return "covid-"
    latin = _LATIN.search(name)
    return latin[0] if latin else name


def _instead(mine: Number | Date, theirs: Number | Date) -> Fault:
    message = f"the translation has {theirs.text.strip()} where the source has {mine.text.strip()}"
    return Fault(message, Span(theirs.start, theirs.end), Span(mine.start, mine.end))


def _months(left: _Side, right: _Side, lost: list[Number], added: list[Number]) -> list[Fault]:
    """Say which months differ; a month may be a figure on one side, as in 25.07.2022."""
    mine, theirs = {date.month for date in left.dates}, {date.month for date in right.dates}
    gone = [
        date
        for date in _by_month(left.dates)
        if date.month not in theirs and not _spend(date.month, added, right, left)
    ]
    new = [
        date for date in _by_month(right.dates) if date.month not in mine and not _spend(date.month, lost, left, right)
    ]
    if gone and new:
        return [_instead(gone[0], new[0])]
    return [
        *(_missing(f"{date.text.strip()} is not in the translation", date, "translation") for date in gone[:1]),
        *(_missing(f"{date.text.strip()} is not in the source", date, "source") for date in new[:1]),
    ]


def _by_month(dates: Sequence[Date]) -> list[Date]:
    """Give the first sure date of each month."""
    first: dict[int, Date] = {}
    for date in dates:
        if date.sure:
            first.setdefault(date.month, date)
    return list(first.values())


def _spend(month: int, numbers: list[Number], side: _Side, other: _Side) -> bool:
    """Take the month out of the leftover numbers if it stands there as a figure, and not as a day.

    The day and year of 14.12.2023 must stand on the other side, too.
    """
    known = {value for number in other.numbers for value in number.values}
    for number in numbers:
        if side.is_in_date(number.start):
            continue
        parts = [part for part in (number.parts or (number,)) if month not in part.values]
        if len(parts) < max(1, len(number.parts)) and all(part.values & known for part in parts):
            numbers.remove(number)
            return True
    return False


def _mixed_up(left: _Side, right: _Side) -> Iterator[Fault]:
    """Say when the days, months and years are all there but belong to other dates."""
    mine = [date for date in left.dates if date.day and date.year]
    theirs = [date for date in right.dates if date.day and date.year]
    if len(mine) == len(theirs) > 1 and len(left.dates) == len(right.dates) == len(mine):
        wanted = sorted((date.year or 0, date.month, date.day or 0) for date in mine)
        found = sorted((date.year or 0, date.month, date.day or 0) for date in theirs)
        if wanted != found and not _has_ranges(left) and not _has_ranges(right):
            message = f"the days, months and years of {theirs[0].text} and {theirs[-1].text} are mixed up"
            yield Fault(message, Span(theirs[0].start, theirs[-1].end), Span(mine[0].start, mine[-1].end))


def _has_ranges(side: _Side) -> bool:
    """Say whether a number that may be a day or a year, the other end of a range, stands outside the dates."""
    return any(
        number.form is Form.FIGURES
        and not side.is_in_date(number.start)
        and any(isinstance(value, int) and (value <= 31 or 1800 < value < 2200) for value in number.values)
        for number in side.numbers
    )
