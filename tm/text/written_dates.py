"""Find dates in the forms of six languages, lists and ranges of days included, and write others in the same form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tm.text.chinese_value import chinese_value
from tm.text.month_forms import dotted_pattern, is_short, month_pattern, read_month, write_dotted, write_month
from tm.text.ordinals.chinese import chinese_digits, chinese_numeral
from tm.text.pattern import pattern
from tm.text.placeable import Day, Kind, Placeable, Slot

_S = r"[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]"
_AND = {
    "en": rf"(?:,?{_S}(?:and|or|to|through){_S}(?:the{_S})?|{_S}?[-–—]{_S}?)",
    "fr": rf"(?:{_S}(?:et|ou|au|à){_S}(?:le{_S}|au{_S})?|{_S}?[-–—]{_S}?)",
    "es": rf"(?:{_S}(?:y|o|al?|hasta){_S}(?:el{_S})?|{_S}?[-–—]{_S}?)",
    "ru": rf"(?:{_S}(?:и|или|по|до){_S}|{_S}?[-–—]{_S}?)",
    "ar": rf"(?:{_S}(?:إلى|الى|أو|حتى){_S}|{_S}و{_S}?|{_S}?[-–—]{_S}?)",
    "zh": r"\s?(?:至|到|和|及|或|、|-|–|—|~|～)\s?",
}
"""What stands between two days: to, and, a stroke; a comma only in a list that ends with one of them."""

_ENUMERATING = frozenset("and or et ou y o и или و أو 和 及 或 、".split())
"""Between two dates with a year each, these make two placeables."""

_DAY = {
    "en": r"\d{1,2}(?:st|nd|rd|th)?",
    "fr": r"\d{1,2}(?:er|ᵉʳ)?",
    "es": r"\d{1,2}(?:\.?[º°])?",
    "ru": r"\d{1,2}(?:-го|-е)?",
    "ar": r"\d{1,2}",
}
_OF = {
    "en": f"(?:{_S}day)?{_S}(?:of{_S})?",
    "fr": _S,
    "es": f"{_S}(?:de{_S})?",
    "ru": _S,
    "ar": f"{_S}(?:من{_S})?(?:شهر{_S})?",
}
_YEAR = {
    "en": rf",?{_S}(?:of{_S})?",
    "fr": _S,
    "es": rf"{_S}(?:del?{_S})?(?:año{_S})?",
    "ru": _S,
    "ar": rf"{_S}(?:من{_S})?(?:عام{_S}|سنة{_S})?",
}
_END = r"(?![\w\u0300-\u036f\u064b-\u0652])"
"""No letter follows, nor a mark of one: mai is not part of maîtrise, even with its accent apart."""

_FIGURES = pattern(r"\d+(?:st|nd|rd|th|er|ᵉʳ|\.?[º°]|-го|-е)?")
_ISO = pattern(r"(?<![\w/.-])(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>[0-3]\d)(?![\w-])")
_DOTTED = pattern(r"(?<![\w/.-])(?P<day>[0-3]\d)\.(?P<month>0[1-9]|1[0-2])\.(?P<year>(?:19|20)\d\d)(?![\w-]|\.\d)")
_HAN = "〇○零一二三四五六七八九十"
_CHINESE_DAY = pattern(rf"\d{{1,2}}|[{_HAN}]{{1,3}}")
_SUFFIX = pattern(r"\D+\Z")
_GOES_ON = pattern(rf"[,;)]|{_S}(?:[a-zа-яёà-ÿ(–—-])")
"""Behind the full stop of an abbreviation, in the middle of a sentence."""


@cache
def _pattern(language: str) -> re.Pattern[str]:
    day, connector = _DAY[language], _AND[language]
    days = rf"{day}(?:(?:[,،]{_S}{day}){{0,6}}{connector}{day})?"
    after = rf"(?:\.?{_S}(?:the{_S})?(?P<after>{days})(?![\w:%/]|[.,]\d))?" if language == "en" else ""
    prefix = "[وفبل]{0,2}" if language == "ar" else ""
    elided = r"(?P<elided>(?<!\w)[Dd](?:['’]|e ))?" if language == "fr" else ""
    start = r"(?<![\w.,/])" if language != "ar" else r"(?<![\d.,/])"
    return re.compile(
        rf"(?:{start}(?P<days>{days}){_OF[language]}|(?<!\w){elided}){prefix}(?P<month>{month_pattern(language)}){_END}"
        rf"{after}(?:(?P<stop>\.)?{_YEAR[language]}(?P<year>\d{{4}})(?![\d/]|[.,]\d))?"
    )


@cache
def _chinese_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?<![\d{_HAN}])(?P<year>\d{{4}}|[{_HAN}]{{4}})(?P<gap>\s?)年\s?)?"
        rf"(?<![\d.{_HAN}])(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s?月(?!龄|经|球)"
        rf"(?:\s?(?P<days>(?:\d{{1,2}}|[{_HAN}]{{1,3}})\s?[日号]?(?:{_AND['zh']}(?:\d{{1,2}}|[{_HAN}]{{1,3}})\s?[日号]?){{0,6}})(?<=[日号]))?"
    )


def find_written_dates(text: str, language: str) -> tuple[Placeable, ...]:
    """Find the dates of a text in ASCII digits, in order; what a range joins is one placeable.

    >>> [date.value for date in find_written_dates("du 25 au 27 juillet 2022", "fr")]
    [((25, 7, 2022), (27, 7, 2022))]
    """
    found = list(_chinese(text) if language == "zh" else _named(text, language))
    if "-" in text:
        found += _numeric(text, _ISO)
    if "." in text and language in {"ru", "fr", "es"}:
        found += _numeric(text, _DOTTED)
    found.sort(key=lambda date: date.start)
    return tuple(_joined(text, found, language))


def _numeric(text: str, pattern: re.Pattern[str]) -> Iterator[Placeable]:
    for match in pattern.finditer(text):
        slots = sorted(
            (Slot(*match.span(name), part, (0,)) for part, name in enumerate(("day", "month", "year"))),
            key=lambda slot: slot.start,
        )
        value = ((int(match["day"]), int(match["month"]), int(match["year"])),)
        yield Placeable(*match.span(), Kind.DATE, value, tuple(slots))


def _named(text: str, language: str) -> Iterator[Placeable]:
    for match in _pattern(language).finditer(text):
        groups = match.groupdict()
        short = is_short(match["month"], language)
        is_name = short and language in {"es", "ru"} and not groups["days"]  # el mar., в янв.
        month = 0 if is_name or _is_seven(match) or _is_door(match) else read_month(match["month"], language)
        if month and not (groups["days"] and groups.get("after")):
            spans = [
                (found.start(), found.end(), int(_SUFFIX.sub("", found[0])))
                for name in ("days", "after")
                if groups.get(name)
                for found in _FIGURES.finditer(text, *match.span(name))
            ]
            while len(spans) > 1 and max(day for _, _, day in spans[:-1]) > 31:  # item 41 and 15 December
                spans.pop(0)
            if spans and spans[-1][2] > 31:
                spans = []
            start = match.start("elided") if groups.get("elided") else match.start("month")
            year = groups["year"] if short or not groups["stop"] else None
            yield _date(match, spans, (start, _end_of_month(match, short=short), month), year)


def _end_of_month(match: re.Match[str], *, short: bool) -> int:
    """Say where the name of a month ends, with the full stop of an abbreviation, unless that may end the sentence."""
    end = match.end("month")
    is_dotted = short and match.string[end : end + 1] == "."
    return end + 1 if is_dotted and (match["year"] or _GOES_ON.match(match.string, end + 1)) else end


def _is_seven(match: re.Match[str]) -> bool:
    """Say whether the French sept is the number: sept pays, but 3 sept. and sept. 2022."""
    is_alone = match["month"].lower() == "sept" and not match["days"] and not match["year"]
    return is_alone and match.string[match.end("month") : match.end("month") + 1] != "."


def _is_door(match: re.Match[str]) -> bool:
    """Say whether an Arabic اب, August without its madda, is no month: باب is a door or a title."""
    return match["month"] == "اب" and not match["days"] and (match[0][0] != "ا" or not match["year"])


def _chinese(text: str) -> Iterator[Placeable]:
    for match in _chinese_pattern().finditer(text):
        month = _number(match["month"])
        spans = [
            (found.start(), found.end(), _number(found[0]))
            for found in (_CHINESE_DAY.finditer(text, *match.span("days")) if match["days"] else ())
        ]
        if 0 < month <= 12 and (spans or match["year"] or match["month"].isdigit()):
            yield _date(match, spans, (*match.span("month"), month), match["year"])


def _date(
    match: re.Match[str], days: list[tuple[int, int, int]], month: tuple[int, int, int], year: str | None
) -> Placeable:
    count = range(max(len(days), 1))
    slots = [Slot(start, end, 0, (index,)) for index, (start, end, _) in enumerate(days)]
    slots.append(Slot(month[0], month[1], 1, tuple(count)))
    if year:
        slots.append(Slot(*match.span("year"), 2, tuple(count)))
    number = _number(year) if year else 0
    value = tuple((days[index][2] if days else 0, month[2], number) for index in count)
    slots.sort(key=lambda slot: slot.start)
    return Placeable(slots[0].start, slots[-1].end, Kind.DATE, value, tuple(slots))


def _number(text: str) -> int:
    return int(text) if text.isdigit() else chinese_value(text.replace("○", "〇")) or 0


def _joined(text: str, dates: list[Placeable], language: str) -> Iterator[Placeable]:
    """Join 30 July to 2 August 2022, whose year is said once, and ranges that say it twice."""
    held: Placeable | None = None
    for date in dates:
        if held and date.start < held.end:
            continue
        if held and (joined := _join(text, held, date, language)):
            held = joined
            continue
        if held:
            yield held
        held = date
    if held:
        yield held


def _join(text: str, one: Placeable, other: Placeable, language: str) -> Placeable | None:
    gap = re.fullmatch(rf"(?:\s?[日号月]|{_S}года)?(?:{_AND[language]})", text[one.end : other.start])
    left, right = one.value, other.value
    if not gap or not isinstance(left, tuple) or not isinstance(right, tuple):
        return None
    shared = bool(left[0][2]) != bool(right[0][2])
    both = bool(left[0][2] and right[0][2]) and not _ENUMERATING.intersection(gap[0].strip("日号月").split())
    if not (shared or both) or bool(left[0][0]) != bool(right[0][0]):
        return None
    size = len(left)
    moved = [Slot(s.start, s.end, s.part, tuple(day + size for day in s.days)) for s in other.slots]
    slots = [*one.slots, *moved]
    value = left + right
    if shared:
        every, year = tuple(range(len(value))), left[0][2] or right[0][2]
        slots = [Slot(s.start, s.end, s.part, every if s.part == 2 else s.days) for s in slots]
        value = tuple((day, month, year) for day, month, _ in value)
    return Placeable(one.start, other.end, Kind.DATE, value, tuple(slots))


def write_slot(text: str, slot: Slot, days: tuple[Day, ...], language: str) -> str:
    """Write a part of other days in the form that stands in a slot of a date; "" when it cannot be.

    >>> write_slot("1er août 2022", Slot(0, 3, 0, (0,)), ((2, 8, 2022),), "fr")
    '2'
    """
    values = {days[index][slot.part] for index in slot.days}
    value = values.pop()
    old = text[slot.start : slot.end]
    if values or not value:
        return ""
    if slot.part == 1 and not old.isdecimal() and language != "zh":
        return _write_month(text, old, value, language)
    if any(char in _HAN for char in old):
        if slot.part == 2:
            return chinese_digits(value, "○" if "○" in old else "零" if "零" in old else "〇")
        return chinese_numeral(value)
    digits = str(value).zfill(2) if _is_padded(text, slot) else str(value)
    return digits + (_suffix(old, value, language) if slot.part == 0 else "")


def _is_padded(text: str, slot: Slot) -> bool:
    """Say whether days and months have two figures here: 2022-07-05, 05.07.2022."""
    if text[slot.start] == "0":
        return True
    dotted = _DOTTED.match(text, max(0, slot.start - 3 * slot.part))
    return bool(dotted or _ISO.match(text, max(0, slot.start - (8, 5, 0)[slot.part])))


def _write_month(text: str, old: str, month: int, language: str) -> str:
    elided = re.match(r"[Dd](?:['’]|e )", old) if language == "fr" else None
    name = old[elided.end() :] if elided else old
    written = write_month(name, month, language)
    if not name.endswith(".") and not is_short(name, language) and dotted_pattern(language).search(text):
        written = write_dotted(name, month, language) or written  # mai among others such as déc.
    if not elided or not written:
        return written
    apostrophe = old[1] if old[1] != "e" else "\N{RIGHT SINGLE QUOTATION MARK}"
    return old[0] + (apostrophe if written[0].lower() in "ao" else "e ") + written


def _suffix(old: str, day: int, language: str) -> str:
    """Write what follows the day: 1er in French, and st, nd, rd, th where English has one."""
    found = _SUFFIX.search(old)
    suffix = found[0] if found else ""
    if language == "fr":
        return (suffix or "er") if day == 1 else ""
    if language == "es" and day != 1:
        return ""
    if language == "en" and suffix:
        return english_suffix(day)
    return suffix


def english_suffix(value: int) -> str:
    """Give the ending of an English ordinal in figures.

    >>> [english_suffix(value) for value in (1, 2, 3, 11, 21, 112)]
    ['st', 'nd', 'rd', 'th', 'st', 'th']
    """
    if value % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
