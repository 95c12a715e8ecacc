"""Tell two numbers that have changed places: "from 57 to 52" is not « de 52 à 57 »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tm.checks.check import Fault
from tm.model.finding import Span
from tm.text.number import Form, Number
from tm.text.numbers import find_numbers
from tm.text.pattern import pattern

_REACH = 40
"""Characters from the first number to the second."""

_NEAR = 12
MAYBE = pattern(r"[fFbB\d](?:(?<=\d)\svotes?\sto\s|(?<!\w.)(?:(?<=[fF])rom|(?<=[bB])etween)\s[^.;]{0,60}\d)")
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
