"""Read and write hours that share their half of the day, or the word for hours, with the next: 3 to 6 p.m."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tm.text.pattern import pattern

_S = r"[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]"
_HOUR = r"(?P<h>\d{1,2})(?:[:.](?P<m>\d\d))?"
_DASH = rf"{_S}?[–—-]{_S}?"
_BEFORE = {
    "en": pattern(rf"(?<![\w:.,/$€£-]){_HOUR}(?:{_S}(?:to|and|or|until){_S}|{_DASH})\Z"),
    "fr": pattern(rf"(?<=\bde{_S})(?P<h>\d{{1,2}})(?P<m>){_S}à{_S}\Z"),
    "es": pattern(rf"(?<![\w:.,/-])(?P<h>\d{{1,2}})[.:](?P<m>\d\d)(?:{_S}[ay]{_S}|{_DASH})\Z"),
}
_AFTER = {"ar": pattern(rf"(?:{_S}(?:إلى|حتى){_S}|{_DASH})(?P<h>\d{{1,2}})[:/](?P<m>\d\d)(?![\w/:])")}
_WRITTEN = pattern(r"(?P<h>\d{1,2})(?:(?P<gap>[.:/])(?P<m>\d\d))?")
_NEAR = 20
_NOON, _DAY = 12 * 60, 24 * 60

Time = tuple[int, int, int]
"""Where it stands, and minutes after midnight."""


def sharing(text: str, times: list[Time], language: str) -> Iterator[Time]:
    """Yield the hours of a text that are told by a time beside them.

    >>> list(sharing("from 3 to 6.30 p.m.", [(10, 19, 1110)], "en"))
    [(5, 6, 900)]
    """
    for start, end, minutes in times:
        near = max(0, start - _NEAR)
        if (before := _BEFORE.get(language)) and (found := before.search(text[near:start])):
            value = _minutes(found)
            if language == "en":
                value = value % _NOON + (_NOON if minutes >= _NOON else 0) if 0 < value // 60 <= 12 else -1
            if 0 <= value < minutes:
                yield near + found.start("h"), near + max(found.end("h"), found.end("m")), value
        found = after.match(text, end) if (after := _AFTER.get(language)) else None
        if found and minutes < _minutes(found) < _DAY:
            yield found.start("h"), found.end("m"), _minutes(found)


def _minutes(found: re.Match[str]) -> int:
    minute = int(found["m"] or 0)
    return 60 * int(found["h"]) + minute if minute < 60 else -1


def write_sharing(written: str, minutes: int, language: str) -> str:
    """Write another hour in the place of one; "" where its form cannot hold it.

    >>> write_sharing("3.15", 990, "en"), write_sharing("15", 960, "fr"), write_sharing("15", 990, "fr")
    ('4.30', '16', '')
    """
    found = _WRITTEN.fullmatch(written)
    hour, minute = divmod(minutes, 60)
    if not found or (minute and not found["m"]):
        return ""
    if language == "en":
        if hour % 12 == 0 or (found["m"] and not minute):
            return ""
        hour %= 12
    return f"{hour}{found['gap']}{minute:02d}" if found["m"] else str(hour)
