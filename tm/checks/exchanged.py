"""Tell two numbers that have changed places: "from 57 to 52" is not « de 52 à 57 »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from tm.checks.check import Fault
from tm.model.finding import Span
from tm.text.dates import find_dates
from tm.text.number import Form, Number
from tm.text.numbers import find_numbers
from tm.text.pattern import pattern
from tm.text.spans import inside

_REACH = 40
"""Characters from the first number to the second."""

_NEAR = 12
MAYBE = pattern(r"[fFbB\d](?:(?<=\d)\svotes?\sto\s|(?<!\w.)(?:(?<=[fF])rom|(?<=[bB])etween)\s[^.;]{0,60}\d)")
WORDS = frozenset(("from", "between", "vote", "votes"))
"""One of these is in all that `MAYBE` finds."""

MAYBE_YEARS = pattern(r"[12](?:(?<=1)9|(?<=2)0)\d\d(?<!\d....)(?!\d)[^;]{1,200}?(?<!\d)(?:19|20)\d\d(?!\d)")
_MOST_YEARS = 4
_OF_DIVISIONS = pattern(
    r"\b(?:article|art[ií]culo|paragraph|par[áa]grafo|párrafo|section|sección|annexe?|anexo|rule|règle|regla|chapter"
    r"|chapitre|capítulo|target|goal|cible|meta|table|tableau|cuadro|стать[ияюе]|пункт\w{0,2}|правил\w|глав\w)s?\s\d"
    r"|第\s?\d+\s?[条款项段章]|(?:المادة|الفقرة|المادتين|القاعدة|الفصل)\s\d",
    re.IGNORECASE,
)
"""Numbers of nouns before them change places as the nouns do: article 1, paragraph 4, is пункт 4 статьи 1."""

_NEXT_WORD = pattern(r"[\s-]?([^\W\d_]+|%)")
MAYBE_VOTES = pattern(r"in\sfavou?r\b")
WORDS_OF_VOTES = frozenset(("favor", "favour"))
_SIDES = {
    "en": pattern(r"(?P<for>in\sfavou?r\b)|(?P<against>\bagainst\b)"),
    "fr": pattern(r"(?P<for>\bpour\b|\ben\sfaveur\b)|(?P<against>\bcontre\b)"),
    "es": pattern(r"(?P<for>\ba\sfavor\b)|(?P<against>\b(?:en\s)?contra\b)"),
    "ru": pattern(r"(?P<for>\bза\b)|(?P<against>\bпротив\b)"),
    "zh": pattern(r"(?P<for>赞成)|(?P<against>反对)"),
    # in favour, against
    "ar": pattern(r"(?P<for>تأييدا|مؤيدا?|لصالح)|(?P<against>اعتراض|معارض|ضد|مقابل)"),
}
"""Behind the numbers of votes."""

_FROM = pattern(r"(?<!ranging\s)(?<!ranged\s)(?<!ranges\s)(?<!range\s)\b(?:[Ff]rom|[Bb]etween)\s")
"""A range may be told from either end."""

_TO = pattern(r"\b(?:to|and)\s(?:the\s|about\s|some\s|only\s|an?\s)?[$€£]?\Z")
_VOTES = pattern(r"\bvotes?\sto\s\Z")
_OPENS = {
    "fr": pattern(r"\b(?:de|du|des|d['’]|entre)\s?[^\d,;.]{0,9}\Z", re.IGNORECASE),
    "es": pattern(r"\b(?:de|del|desde|entre)\s[^\d,;.]{0,9}\Z", re.IGNORECASE),
    "ru": pattern(r"\b(?:со?|от|между)\s[^\d,;.]{0,9}\Z", re.IGNORECASE),
    "zh": pattern(r"[从由自](?:[12]\d{3}年(?:\d{1,2}月)?)?[^\d，。；]{0,8}\Z"),
    "ar": pattern(r"(?:من|بين)\s[^\d،.؛]{0,9}\Z"),
}
_CLOSES = {
    "fr": pattern(r"\b(?:à|au|aux|et)\s[^\d,;.]{0,9}\Z"),
    "es": pattern(r"\b(?:a|al|hasta|y)\s[^\d,;.]{0,9}\Z"),
    "ru": pattern(r"\b(?:до|и)\s[^\d,;.]{0,9}\Z"),
    "zh": pattern(r"[至到为与和](?:[12]\d{3}年(?:\d{1,2}月)?)?[^\d，。；]{0,8}\Z"),
    "ar": pattern(r"(?:إلى|و)\s?[^\d،.؛]{0,9}\Z"),
}
_AGAINST = {"fr": "contre", "es": "contra", "ru": "против", "zh": "对", "ar": "مقابل"}


def exchanged(source: str, target: str, source_language: str, target_language: str) -> list[Fault]:
    """Say when the two numbers of "from 57 to 52", or those of a vote, stand the other way round.

    >>> [fault.message for fault in exchanged("from 57 to 52", "de 52 à 57", "en", "fr")]
    ['52 and 57 have changed places']
    """
    if source_language != "en" or not MAYBE.search(source):
        return []
    theirs, ours = find_numbers(source, "en"), find_numbers(target, target_language)
    for first, second, is_vote in _pairs(source, theirs):
        low, high = _only(first, ours), _only(second, ours)
        if low and high and _joined(target, high, low, target_language, is_vote=is_vote):
            message = f"{high.text} and {low.text} have changed places"
            return [Fault(message, Span(high.start, low.end), Span(first.start, second.end))]
    return []


def _pairs(source: str, numbers: Sequence[Number]) -> Iterator[tuple[Number, Number, bool]]:
    """Give the two numbers of each "from … to …" and of each vote; years between them are no part of it."""
    opened = [match.end() for match in _FROM.finditer(source)]
    for place, second in enumerate(numbers):
        before = source[max(0, second.start - _NEAR) : second.start]
        if not _TO.search(before):
            continue
        is_vote = bool(_VOTES.search(before))
        for first in numbers[max(0, place - 2) : place]:
            near = any(first.start - _NEAR <= end <= first.start for end in opened)
            if (near or is_vote) and second.start - first.end <= _REACH and not first.values & second.values:
                yield first, second, is_vote
                break


def _only(wanted: Number, numbers: Sequence[Number]) -> Number | None:
    """Give the number of the same value, if it is the only one."""
    same = [one for one in numbers if one.values & wanted.values and one.form is not Form.CODE]
    return same[0] if len(same) == 1 else None


def _joined(target: str, first: Number, second: Number, language: str, *, is_vote: bool) -> bool:
    """Say whether the translation says so, too: from the first to the second."""
    if not first.end <= second.start <= first.end + _REACH:
        return False
    between = target[first.end : second.start]
    if is_vote:
        return _AGAINST[language] in between and "，" not in between
    before = target[max(0, first.start - 2 * _NEAR) : first.start]
    return bool(_OPENS[language].search(before) and _CLOSES[language].search(between))


def exchanged_years(source: str, target: str, source_language: str, target_language: str) -> list[Fault]:
    """Say when the numbers of two years, or more, have changed places: "3.4 in 2021 and 4.3 in 2022".

    >>> target = "4,3 millions en 2021 et 3,4 millions en 2022"
    >>> exchanged_years("3.4 million in 2021 and 4.3 million in 2022", target, "en", "fr")[0].message
    '4,3 millions and 3,4 millions have changed places'
    """
    theirs = _by_year(source, source_language)
    ours = _by_year(target, target_language) if theirs else {}
    if not ours or theirs.keys() != ours.keys():
        return []
    moved = [year for year in theirs if not theirs[year].values & ours[year].values]
    if len(moved) != 2:
        return []
    one, other = moved
    if _counted(source, theirs[one]) != _counted(source, theirs[other]):
        return []
    if not (theirs[one].values & ours[other].values and theirs[other].values & ours[one].values):
        return []
    first, second = sorted((ours[one], ours[other]), key=lambda number: number.start)
    places = sorted((theirs[one], theirs[other]), key=lambda number: number.start)
    message = f"{first.text} and {second.text} have changed places"
    return [Fault(message, Span(first.start, second.end), Span(places[0].start, places[1].end))]


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _by_year(text: str, language: str) -> Mapping[str, Number]:
    """Give the numbers of a text that stand in pairs with a year, by the year; none where another number is there."""
    in_date = inside((date.start, date.end) for date in find_dates(text, language))
    numbers = [
        number
        for number in find_numbers(text, language)
        if number.form is Form.FIGURES and (_is_year(number) or not in_date(number.start))  # no days and months
    ]
    if len(numbers) % 2 or not 2 < len(numbers) <= 2 * _MOST_YEARS or _OF_DIVISIONS.search(text):
        return {}
    found: dict[str, Number] = {}
    for one, two in zip(numbers[::2], numbers[1::2], strict=True):
        if _is_year(one) == _is_year(two):
            return {}
        year, number = (one, two) if _is_year(one) else (two, one)
        found[year.text] = number
    return found if 2 * len(found) == len(numbers) else {}


def _counted(text: str, number: Number) -> str:
    """Give the word behind a number, which says what it counts; those of other things may stand in another order."""
    word = _NEXT_WORD.match(text, number.end)
    return word[1] if word else ""


def _is_year(number: Number) -> bool:
    return len(number.text) == 4 and number.text.isdigit() and number.text[:2] in {"19", "20"}


def exchanged_votes(source: str, target: str, source_language: str, target_language: str) -> list[Fault]:
    """Say when the votes in favour and those against have changed places.

    >>> exchanged_votes("9 voted in favour and 6 against", "6 ont voté pour et 9 contre", "en", "fr")[0].message
    '6 and 9 have changed places'
    """
    theirs, ours = _votes(source, source_language), _votes(target, target_language)
    if not theirs or not ours or theirs[0].values & theirs[1].values:
        return []
    if not (theirs[0].values & ours[1].values and theirs[1].values & ours[0].values):
        return []
    message = f"{ours[0].text} and {ours[1].text} have changed places"
    return [Fault(message, Span(ours[0].start, ours[0].end), Span(theirs[0].start, theirs[0].end))]


def _votes(text: str, language: str) -> tuple[Number, Number] | None:
    """Give the numbers before "in favour" and "against", each named once."""
    found: dict[str, Number] = {}
    start, numbers = 0, [one for one in find_numbers(text, language) if one.form is Form.FIGURES]
    for side in _SIDES[language].finditer(text):
        before = [one for one in numbers if start <= one.start and one.end <= side.start() <= one.end + _REACH]
        if before:
            if (side.lastgroup or "") in found:
                return None
            found[side.lastgroup or ""] = before[-1]
        start = side.end()
    return (found["for"], found["against"]) if len(found) == 2 else None
