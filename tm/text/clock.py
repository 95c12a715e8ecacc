"""Find times of day in six languages, as minutes after midnight, and write others in the same form."""

from __future__ import annotations

import re
from functools import cache

from tm.text.hours import sharing, write_sharing
from tm.text.pattern import pattern

_COLON = r"(?<![\w:.,])(?P<ch>\d{1,2}):(?P<cm>\d\d)(?![\w:]|\.\d)"
_S = r"[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]"
_HOURS_OF = {
    "凌晨": range(6), "清晨": range(5, 8), "早上": range(6, 10), "上午": range(6, 12), "中午": range(12, 13),
    "下午": range(13, 19), "傍晚": range(17, 20), "晚上": range(18, 24),
}  # fmt: skip
"""Which hours a part of the day has in Chinese."""

_SAID = {
    "en": r"{_S}?(?:noon|midnight|in{_S}the{_S}(?:\w+{_S})?(?:morning|afternoon|evening)|at{_S}night|o['’]clock)",
    "fr": r"{_S}(?:du{_S}matin|de{_S}l['’]après|du{_S}soir)",
    "es": r"{_S}(?:horas?{_S})?(?:de{_S}la{_S}(?:mañana|tarde|noche|madrugada)|[ap]\.?{_S}?m\b)",
    "ru": r"{_S}(?:утра|дня|вечера|ночи)",
    "zh": r"\b\B",
    "ar": r"{_S}(?:صباح|مساء|قبل{_S}الظهر|بعد{_S}الظهر|ظهر|ليل|فجر|عصر)",
}
"""What says behind a time which half of the day it is in, so that the other half would be said otherwise."""

_STANDARD = ("凌晨", "上午", "中午", "下午", "晚上")
_PATTERNS = {
    "en": rf"(?<![\w:.,])(?P<h>\d{{1,2}})(?:(?P<gap>[:.])(?P<m>\d\d))?{_S}?(?P<half>[ap]\.{_S}?m\.|[ap]m\b|[AP]M\b)",
    "fr": rf"(?:(?<=à{_S})|(?<=de{_S})|(?<=\x00,{_S})|(?<=[a-zûé][a-zûé][a-zûé]{_S}\d\d\d\d,{_S})"
    rf"|(?<=,{_S})(?=\d+{_S}heures?{_S}\((?:heure|GMT|UTC)))"
    rf"(?P<h>\d{{1,2}}){_S}(?P<hours>heures?)(?!\w)(?!{_S}\d)"
    rf"|(?<![\w:.,])(?P<hh>\d{{1,2}}){_S}?h{_S}?(?P<m>\d\d?)(?!\w)",
    "es": rf"(?<![\w:.,])(?P<h>\d{{1,2}})[.:](?P<m>\d\d)(?={_S}(?:horas|h\b|hrs?\b))"
    rf"|(?<=las{_S})(?P<hh>\d{{1,2}})\.(?P<mm>\d\d)(?!\d)",
    "ru": rf"(?<![\w:.,])(?P<h>\d{{1,2}}){_S}ч\.?{_S}(?P<m>\d\d){_S}м(?:ин)?(?!\w)",
    "zh": rf"(?P<half>{'|'.join(_HOURS_OF)})?\s?(?<!\d)(?P<h>\d{{1,2}})\s?(?:时|点)(?!间)"
    r"(?:\s?(?P<m>\d\d?)\s?分(?!钟))?",
    "ar": rf"(?<=الساعة{_S})(?P<h>\d{{1,2}})(?:[:/](?P<m>\d\d))?(?:{_S}(?P<half>صباحا?ً?|مساءً?))?(?![\w/:])",
}
_AFTERNOON = ("p", "P", "下午", "傍晚", "晚上", "مساء")
_HALF_BEFORE = pattern(rf"(?:{'|'.join(_HOURS_OF)})\s?\Z")
_HALF_OF_A_RANGE = pattern(rf"(?P<half>{'|'.join(_HOURS_OF)})[\d\s时点分]{{2,12}}[至到、和与—–-]\s?\Z")
_COLON_TIME = pattern(r"\d:\d\d(?!\d)")
_DAY = 24 * 60


@cache
def _pattern(language: str) -> re.Pattern[str]:
    return re.compile(f"{_PATTERNS[language]}|{_COLON}")


@cache
def _said(language: str) -> re.Pattern[str]:
    return re.compile(_SAID[language].replace("{_S}", _S))


def find_times(text: str, language: str) -> list[tuple[int, int, int]]:
    """Find the times of day of a text in ASCII digits: start, end, minutes.

    >>> find_times("at 3.30 p.m.", "en"), find_times("à 15 h 30", "fr"), find_times("下午3时30分", "zh")
    ([(3, 12, 930)], [(2, 9, 930)], [(0, 7, 930)])
    """
    found = []
    for match in _pattern(language).finditer(text):
        minutes = _minutes(match) if language != "zh" else _minutes_in_chinese(match)
        if 0 <= minutes < _DAY and not _is_said_apart(text, match, language):
            lead = len(match[0]) - len(match[0].lstrip())
            found.append((match.start() + lead, match.end(), minutes))
    return sorted({*found, *sharing(text, found, language)})


def _is_said_apart(text: str, match: re.Match[str], language: str) -> bool:
    """Say whether words that are no part of the time tell the half of the day."""
    if language == "zh":
        return bool(match["ch"] and _HALF_BEFORE.search(text[max(0, match.start() - 4) : match.start()]))
    return bool(_said(language).match(text, match.end()))


def _part(match: re.Match[str], *names: str) -> str:
    """Give the name of the group that matched."""
    groups = match.groupdict()
    return next((name for name in names if groups.get(name)), "")


def _minutes(match: re.Match[str]) -> int:
    hour, minute = (int(match[name]) if name else 0 for name in _groups(match))
    if half := match.groupdict().get("half"):
        if half in _HOURS_OF:
            hour = _hour_in_chinese(half, hour)
        elif not 1 <= hour <= 12:
            return -1
        else:
            hour = hour % 12 + (12 if half.startswith(_AFTERNOON) else 0)
    return 60 * hour + minute if hour >= 0 and minute < 60 else -1


def _hour_in_chinese(half: str, hour: int) -> int:
    """Give the hour of the day, -1 where none is meant: 上午12时 is read in two ways."""
    if half == "中午":
        return 12 if hour == 12 else -1
    if half == "下午" and hour == 12:
        return 12
    return hour + (12 if half in _AFTERNOON else 0) if 0 <= hour < 12 else -1


def _minutes_in_chinese(match: re.Match[str]) -> int:
    """Give the minutes of a time that may share its half of the day with the one before: 下午3时至6时."""
    minutes, start = _minutes(match), match.start()
    shared = None if match["half"] or match["ch"] else _HALF_OF_A_RANGE.search(match.string[max(0, start - 20) : start])
    if not shared or minutes < 0:
        return minutes
    hour = _hour_in_chinese(shared["half"], minutes // 60)
    return 60 * hour + minutes % 60 if hour >= 0 else -1


def _groups(match: re.Match[str]) -> tuple[str, str]:
    """Give the names of the groups that hold hour and minutes."""
    return _part(match, "h", "hh", "ch"), _part(match, "m", "mm", "cm")


_HALVES = (("a", "p"), ("A", "P"))


def write_time(text: str, start: int, end: int, minutes: int, language: str) -> str:
    """Write another time in the form that stands at a place; "" where that form cannot hold it.

    >>> write_time("at 3.30 p.m.", 3, 12, 615, "en"), write_time("15 h 30", 0, 7, 615, "fr")
    ('10.15 a.m.', '10 h 15')
    >>> write_time("at 3 p.m.", 3, 9, 600, "en"), write_time("下午3时", 0, 4, 600, "zh")
    ('10 a.m.', '上午10时')
    """
    match = _pattern(language).match(text, start)
    if not match or match.end() != end:
        return write_sharing(text[start:end], minutes, language)
    hour, minute = divmod(minutes, 60)
    hours, tail = _groups(match)
    whole = language in {"en", "fr", "zh"} and tail != "cm"
    if (minute and not tail) or (tail and not minute and whole and match[tail] not in {"00", "0"}):
        shape = _other_shape(text, match, tail, language)
        text, end = text[:start] + shape + text[end:], start + len(shape)
        return write_time(text, start, end, minutes, language) if shape else ""
    new = {hours: f"{hour:02d}" if match[hours].startswith("0") else str(hour)}
    if tail:
        new[tail] = f"{minute:02d}" if len(match[tail]) > 1 else str(minute)
    if half := match.groupdict().get("half"):
        new |= _in_half(match, hours, half, hour, minute, language)
    elif language == "zh" and _HALF_OF_A_RANGE.search(text[max(0, start - 20) : start]):
        new[hours] = str(hour if hour < 13 else hour - 12)  # right only if the half is: who writes reads it again
    if language == "es" and 1 in {hour, int(match[hours])}:
        return ""  # a las 9.00, a la 1.00
    if match.groupdict().get("hours") and (hour < 2) != (int(match[hours]) < 2):
        return ""
    return "" if not all(new.values()) else _filled(match, start, new)


def _other_shape(text: str, match: re.Match[str], tail: str, language: str) -> str:
    """Write a time without its minutes, or with those of a full hour; "" where how is not known."""
    hours, written = _groups(match)[0], match[0].lstrip()
    after = text[match.end(hours) : match.end()]
    if language == "zh":
        is_full = text[match.end() : match.end() + 1] == "整"  # sharp
        return written.removesuffix(after) + after[:1] if tail else "" if is_full else f"{written}00分"
    if language == "en":
        if tail:
            return written.removesuffix(after) + after[1 + len(match[tail]) :]
        return written.removesuffix(after) + (":00" if _COLON_TIME.search(text) else ".00") + after
    if language == "fr" and after[:1].isspace():
        return written.removesuffix(after) + after[0] + ("heures" if tail else f"h{after[0]}0")
    return ""


def _in_half(match: re.Match[str], hours: str, half: str, hour: int, minute: int, language: str) -> dict[str, str]:
    """Give the hour and the half of the day that it is in; nothing for noon and midnight where they are ambiguous."""
    if language == "zh":
        is_past_noon = half == "下午" and hour == 12 and minute  # 12.30 p.m.
        part = half if is_past_noon else _part_of_day(half, hour)
        return {"half": part, hours: str(hour if hour < 13 else hour - 12)}
    if hour % 12 == 0 and not (minute and language == "en"):
        return {hours: ""}
    return {"half": _half(half, hour >= 12), hours: str(hour % 12 or 12)}


def _part_of_day(old: str, hour: int) -> str:
    return old if hour in _HOURS_OF[old] else next(part for part in _STANDARD if hour in _HOURS_OF[part])


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
