"""Tell a day whose month or year has become that of another date: 4 May is not « 4 avril », though April is named."""

from __future__ import annotations

from collections.abc import Sequence

from tm.checks.check import Fault
from tm.model.finding import Span
from tm.text.dates import Date, find_dates
from tm.text.number import Form
from tm.text.numbers import find_numbers
from tm.text.plain import plain
from tm.text.spans import inside


def other_month(source: str, target: str, source_language: str, target_language: str) -> list[Fault]:
    """Say when a day stands with another month, or day and month with another year, and nowhere with its own.

    A day that also stands without a month may belong to a range, 7月18日至20日, and says nothing.

    >>> [fault.message for fault in other_month("3 April and 4 May", "le 3 avril et le 4 avril", "en", "fr")]
    ['the translation has 4 avril where the source has 4 May']
    """
    named = find_dates(plain(source), source_language)
    if len(named) < 2:  # as in most
        return []
    theirs = _whole(named)
    ours = _whole(find_dates(plain(target), target_language)) if len(theirs) > 1 else []
    if not ours:
        return []
    loose = _loose(plain(source), source_language, theirs) | _loose(plain(target), target_language, ours)
    for mine in theirs:
        if mine.day in loose or any(_is_same(mine, one) for one in ours):
            continue
        others = [one for one in ours if one.day == mine.day and not any(_is_same(one, known) for known in theirs)]
        if len(others) == 1:
            message = f"the translation has {others[0].text.strip()} where the source has {mine.text.strip()}"
            return [Fault(message, Span(others[0].start, others[0].end), Span(mine.start, mine.end))]
    return []


def _whole(dates: Sequence[Date]) -> list[Date]:
    return [one for one in dates if one.day and one.sure]


def _is_same(one: Date, other: Date) -> bool:
    """Say whether two dates may be the same: a year may be left out."""
    return (one.day, one.month) == (other.day, other.month) and (one.year or other.year) == (other.year or one.year)


def _loose(text: str, language: str, dates: Sequence[Date]) -> frozenset[int | None]:
    """Give the figures outside of dates."""
    in_date = inside((date.start, date.end) for date in dates)
    return frozenset(
        int(number.text)
        for number in find_numbers(text, language)
        if number.form is Form.FIGURES and number.text.isdigit() and not in_date(number.start)
    )
