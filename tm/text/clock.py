"""Find times of day in six languages, as minutes after midnight, and write others in the same form."""

from __future__ import annotations

import re
from functools import cache

_COLON = r"(?<![\w:.,])(?P<ch>\d{1,2}):(?P<cm>\d\d)(?![\w:]|\.\d)"
_S = r"[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]"
_PATTERNS = {
    "en": rf"(?<![\w:.,])(?P<h>\d{{1,2}})(?:(?P<gap>[:.])(?P<m>\d\d))?{_S}?(?P<half>[ap]\.{_S}?m\.|[ap]m\b|[AP]M\b)",
    "fr": rf"(?:(?<=à{_S})|(?<=de{_S}))(?P<h>\d{{1,2}}){_S}(?P<hours>heures?)(?!\w)(?!{_S}\d)"
    rf"|(?<![\w:.,])(?P<hh>\d{{1,2}}){_S}?h{_S}?(?P<m>\d\d)(?!\w)",
    "es": rf"(?<![\w:.,])(?P<h>\d{{1,2}})[.:](?P<m>\d\d)(?={_S}(?:horas|h\b|hrs?\b))"
    rf"|(?<=las{_S})(?P<hh>\d{{1,2}})\.(?P<mm>\d\d)(?!\d)",
    "ru": rf"(?<![\w:.,])(?P<h>\d{{1,2}}){_S}ч\.?{_S}(?P<m>\d\d){_S}м(?:ин)?(?!\w)",
    "zh": r"(?P<half>上午|下午|晚上)?\s?(?<!\d)(?P<h>\d{1,2})\s?(?:时|点)(?!间)(?:\s?(?P<m>\d\d)\s?分)?",
    "ar": rf"(?<=الساعة{_S})(?P<h>\d{{1,2}})(?:[:/](?P<m>\d\d))?(?:{_S}(?P<half>صباحا?ً?|مساءً?))?(?![\w/:])",
}
_AFTERNOON = ("p", "P", "下午", "晚上", "مساء")
_DAY = 24 * 60


@cache
def _pattern(language: str) -> re.Pattern[str]:
    return re.compile(f"{_PATTERNS[language]}|{_COLON}")


def find_times(text: str, language: str) -> list[tuple[int, int, int]]:
    """Find the times of day of a text in ASCII digits: start, end, minutes.

    >>> find_times("at 3.30 p.m.", "en"), find_times("à 15 h 30", "fr"), find_times("下午3时30分", "zh")
    ([(3, 12, 930)], [(2, 9, 930)], [(0, 7, 930)])
    """
    found = []
    for match in _pattern(language).finditer(text):
        minutes = _minutes(match)
        if 0 <= minutes < _DAY:
            lead = len(match[0]) - len(match[0].lstrip())
            found.append((match.start() + lead, match.end(), minutes))
    return found


def _part(match: re.Match[str], *names: str) -> str:
    """Give the name of the group that matched."""
    groups = match.groupdict()
    return next((name for name in names if groups.get(name)), "")


def _minutes(match: re.Match[str]) -> int:
    hour, minute = (int(match[name]) if name else 0 for name in _groups(match))
    if half := match.groupdict().get("half"):
        if not 1 <= hour <= 12:
            return -1
        hour = hour % 12 + (12 if half.startswith(_AFTERNOON) else 0)
    return 60 * hour + minute if minute < 60 else -1


def _groups(match: re.Match[str]) -> tuple[str, str]:
    """Give the names of the groups that hold hour and minutes."""
    return _part(match, "h", "hh", "ch"), _part(match, "m", "mm", "cm")


_HALVES = (("a", "p"), ("A", "P"), ("上午", "下午"))


def write_time(text: str, start: int, end: int, minutes: int, language: str) -> str:
    """Write another time in the form that stands at a place; "" where that form cannot hold it.

    >>> write_time("at 3.30 p.m.", 3, 12, 615, "en"), write_time("15 h 30", 0, 7, 615, "fr")
    ('10.15 a.m.', '10 h 15')
    >>> write_time("at 3 p.m.", 3, 9, 600, "en"), write_time("下午3时", 0, 4, 600, "zh")
    ('10 a.m.', '上午10时')
    """
    match = _pattern(language).match(text, start)
    if not match or match.end() != end:
        return ""
    hour, minute = divmod(minutes, 60)
    hours, tail = _groups(match)
    whole = language in {"en", "fr", "zh"} and tail != "cm"
    if (minute and not tail) or (tail and not minute and whole and match[tail] != "00"):
        return ""
    new = {hours: f"{hour:02d}" if match[hours].startswith("0") else str(hour)}
    if tail:
        new[tail] = f"{minute:02d}"
    if half := match.groupdict().get("half"):
        new["half"] = _half(half, hour >= 12)
        new[hours] = str(hour % 12 or 12)
    if match.groupdict().get("hours") and (hour < 2) != (int(match[hours]) < 2):
        return ""
    return "" if not all(new.values()) else _filled(match, start, new)


def _half(old: str, afternoon: bool) -> str:
    """Write a.m. or p.m. in the form of the old one."""
    if old.startswith(_AFTERNOON) == afternoon:
        return old
    for one, other in _HALVES:
        for mine, theirs in ((one, other), (other, one)):
            if old.startswith(mine):
                return theirs + old[len(mine) :]
    return ""


def _filled(match: re.Match[str], start: int, new: dict[str, str]) -> str:
    written, place = "", start
    for name in sorted(new, key=match.start):
        written += match.string[place : match.start(name)] + new[name]
        place = match.end(name)
    return written + match.string[place : match.end()]
