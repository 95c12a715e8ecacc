"""Find the numbers of a text as values, however its language writes them: figures, words, Roman numerals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from tm.text.chinese_numbers import spelled_chinese
from tm.text.number_words import Spelled, spelled

Value = int | Fraction | str
"""A label such as 12.8.1, or a pair such as 2019/20, is no quantity and stays a string."""


class Form(StrEnum):
    """How a number is written."""

    FIGURES = "figures"
    CODE = "code"
    WORDS = "words"
    ROMAN = "roman"


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text.

    Attributes:
        start, end: where it stands in the text given.
        values: all that it may mean: 1.234 is a thousand and more, or a little more than one.
        form: a CODE is part of a name, as in COVID-19 or H1N1.
        loose: it may be missing from the other text, or stand there alone ("one", "second", 一).
        parts: the numbers that it is, should it not be one: 10 000 after all 10 and 000; 12–15.
    """

    start: int
    end: int
    text: str
    values: frozenset[Value]
    form: Form = Form.FIGURES
    loose: bool = False
    parts: tuple[Number, ...] = ()


_SPACE = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\N{FIGURE SPACE}"
_FIGURES = re.compile(
    rf"[1-9]\d{{0,2}}(?:[{_SPACE}]\d{{3}})+(?!\d)(?:[.,٫]\d+(?!\d))?"
    r"|\d+(?:[.,٫٬’'·]\d+)+(?![.,]?\d)"
    r"|(?<![\w.)])\.\d+(?![\w.])"
    r"|\d+(?:/\d+)?"
)
_TURNED = re.compile(rf"0\d\d(?:[{_SPACE}]\d{{3}})*[{_SPACE}][1-9]\d{{0,2}}(?![\d{_SPACE}.,/]\d)")
"""Groups of thousands in the order in which they are seen, not read: Arabic 000 100 for 100,000."""

_OTHER_DIGITS = re.compile("[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]")
_WIDE_COMMA = re.compile("(?<=[\uff10-\uff19])\uff0c(?=[\uff10-\uff19]{3})")
_TO_ASCII = {base + digit: str(digit) for base in (0x0660, 0x06F0, 0xFF10) for digit in range(10)} | {0xFF0E: "."}
_MULTIPLIER = {
    "en": "thousand:3 million:6 mn:6 billion:9 bn:9 trillion:12 hundred:2 dozen:d",
    "fr": "mille:3 milliers?:3 millions?:6 milliards?:9 billions?:12 centaines?:2",
    "es": "mil:3 miles:3 mill[oó]n(?:es)?:6 bill[oó]n(?:es)?:12",
    "ru": r"тыс\.?:3 тысяч[а-я]*:3 млн\.?:6 миллион[а-я]*:6 млрд\.?:9 миллиард[а-я]*:9 трлн\.?:12 триллион[а-я]*:12",
    "ar": r"[اأ]لف[اً]*(?!\s?\():3 آلاف:3 ملايين:6 مليون[اً]*:6 مليار(?:ات|[اً]*):9 بليون[اً]*:9 بلايين:9 تريليون[اً]*:12",
    "zh": "万亿:12 亿:8 千万:7 百万:6 万:4 千(?![米克瓦卡年]):3 百(?!分):2",
}


def _scales(language: str) -> Iterator[tuple[re.Pattern[str], int]]:
    """Give the words that multiply a figure before them, longest first, and their factors."""
    end = "" if language == "zh" else r"(?!\w)"
    for item in _MULTIPLIER[language].split():
        pattern, power = item.rsplit(":", 1)
        yield re.compile(pattern + end, re.IGNORECASE), 12 if power == "d" else 10 ** int(power)


_SCALES = {language: tuple(_scales(language)) for language in _MULTIPLIER}
_BEFORE_SCALE = re.compile(rf"\+?(?:[{_SPACE}\-\N{{NON-BREAKING HYPHEN}}]?)(?:[余多几来]\s?)?(?:de\s)?(?=\D)")
_RANGE = re.compile(r"\s?(?:-|–|—|~|～|/|to|and|or|à|et|ou|a|y|o|до|и|или|至|到|和|或|إلى|الى|و|أو)\s?")
_NAME_BEFORE = re.compile(r"[^\W\d_]+[-\N{NON-BREAKING HYPHEN}]?\Z")
_CHINESE_DECADE = re.compile(r"(\d{1,2})\s?世纪\s?(\d0)\s?年代")
"""20世纪30年代 is the 1930s."""

_REST = re.compile(r"\d{1,4}(?!\d)")
_LETTER_BEFORE = re.compile(r"[A-Za-zА-Яа-яёα-ωΑ-Ω]\Z|[^\W\d_][-\N{NON-BREAKING HYPHEN}]\Z")
_UNIT = (
    "st|nd|rd|th|s|e|er|re|ère|ème|nde?|es|a|o|os|as|x|h|hrs?|km|cm|mm|m|kg|g|mg|ml|l|pm|am|bn|mn|k|nm"
    "|GB|MB|kb|kW|MW|GW|ppm|ft|kPa|Hz|C"
)
_CODE_AFTER = re.compile(rf"(?!(?:{_UNIT})(?![A-Za-z]))(?:[A-Za-z]|-[A-Za-z]*[A-Z])")
_AFTERNOON = re.compile(r"(?::(\d\d))?\s?p\.?\s?m\b", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}\.\d\d\s?(?:[ap]\.?\s?m\b|horas\b|h\b|hrs\b)", re.IGNORECASE)
_DECADE = re.compile(r"'?s\b|-[хе]\b|\s?年代")
_DECADE_BEFORE = re.compile(r"(?:años|années|decenio de los|década de los)\s\Z")
_ROMAN = re.compile(
    r"(?<![A-Za-z\d'’.-])(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?=(?:e|er|ème|es)?(?![A-Za-z\d'’]))"
)
_MARKER = re.compile(r"(?<![\w’'])([ivx]{1,5})[).]")
_MARKER_VALUE = {
    numeral: value for value, numeral in enumerate("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi".split(), 1)
}
_ROMAN_DIGIT = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def find_numbers(text: str, language: str) -> tuple[Number, ...]:
    """Find all numbers of a text without markup, in order.

    Args:
        text: as `tm.text.plain.plain` gives it.
        language: code of one of the six; it says which words are numbers.

    >>> [sorted(number.values) for number in find_numbers("10万人，百分之五十", "zh")]
    [[100000], [50]]
    """
    if _OTHER_DIGITS.search(text):
        text = _WIDE_COMMA.sub(",", text).translate(_TO_ASCII)
    figures = list(_figures(text, language))
    taken = [(number.start, number.end) for number in figures]
    words = spelled_chinese(text) if language == "zh" else spelled(text, language)
    found = figures + [
        Number(word.start, word.end, text[word.start : word.end], frozenset(word.values), Form.WORDS, word.loose)
        for word in _outside(words, taken)
    ]
    found += _romans(text)
    return tuple(sorted(found, key=lambda number: number.start))


def _outside(words: Iterator[Spelled], taken: list[tuple[int, int]]) -> Iterator[Spelled]:
    """Leave out the words that multiply a figure: the million of "5 million"."""
    spans = iter(taken)
    span = next(spans, None)
    for word in words:
        while span and span[1] <= word.start:
            span = next(spans, None)
        if not span or word.end <= span[0]:
            yield word


def _figures(text: str, language: str) -> Iterator[Number]:
    previous: Number | None = None
    position = 0
    while match := _FIGURES.search(text, position):
        number = _one(text, match, language)
        position = max(number.end, match.end())
        if (
            previous
            and number.end - match.end() > 0
            and (shared := _shared_scale(text, previous, number, match, language))
        ):
            previous = replace(previous, values=previous.values | shared)
        if previous:
            yield previous
        previous = number
    if previous:
        yield previous


def _shared_scale(text: str, previous: Number, number: Number, match: re.Match[str], language: str) -> frozenset[Value]:
    """Give the values of the 15 in "15–20 million"."""
    if not _RANGE.fullmatch(text, previous.end, match.start()):
        return frozenset()
    factor = _scale_of(number, match, language)
    return (
        frozenset(value * factor for value in previous.values if not isinstance(value, str)) if factor else frozenset()
    )


def _scale_of(number: Number, match: re.Match[str], language: str) -> int:
    plain = min((value for value in _readings(match[0], language) if not isinstance(value, str) and value), default=0)
    scaled = [value for value in number.values if not isinstance(value, str)]
    quotient = Fraction(min(scaled)) / plain if plain and scaled else Fraction(0)
    return int(quotient) if quotient.denominator == 1 else 0


def _one(text: str, match: re.Match[str], language: str) -> Number:
    start, end = match.span()
    if language == "ar" and (turned := _TURNED.match(text, start)):
        return Number(start, turned.end(), turned[0], frozenset((turned[0],)))
    values = _readings(match[0], language)
    before = text[max(0, start - 12) : start]
    if _LETTER_BEFORE.search(before) or _CODE_AFTER.match(text, end):
        name = _NAME_BEFORE.search(before)
        if name and name[0].upper().startswith("COVID") and match[0] == "19":
            values |= {2019}  # 2019冠状病毒病
        return Number(start, end, (name[0] if name else "") + match[0], values, Form.CODE, parts=_parts(match))
    if language == "zh" and (decade := _CHINESE_DECADE.match(text, start)):
        return Number(start, decade.end(), decade[0], frozenset((int(decade[1]) * 100 - 100 + int(decade[2]),)))
    end, factor = _scaled(text, end, language)
    if factor > 1:
        if language == "en" and match[0].count(".") == 1:  # 1.716 billion is no 1,716 billion
            values = frozenset(value for value in values if isinstance(value, Fraction)) or values
        values = frozenset(value * factor for value in values if not isinstance(value, str))
        if (
            language == "zh"
            and (rest := re.compile(r"\d{1,4}(?=万|千|百|\D|\Z)").match(text, end))
            and text[end - 1] in "亿万"
        ):
            tail = _one(text, rest, language)
            added = frozenset(
                a + b for a in values for b in tail.values if not isinstance(a, str) and not isinstance(b, str)
            )
            return Number(start, tail.end, text[start : tail.end], added)
        return Number(start, end, text[start:end], values)
    if clock := _CLOCK.match(text, start):
        return Number(start, end, match[0], values, parts=_clock_parts(match, text[end : clock.end()]))
    return Number(start, end, match[0], values | _clock_and_decade(text, match, values), parts=_parts(match))


def _sums(values: frozenset[Value], tails: frozenset[Value]) -> frozenset[Value]:
    """Add the 2000万 of 1亿2000万."""
    pairs = ((value, tail) for value in values for tail in tails)
    return frozenset(a + b for a, b in pairs if not isinstance(a, str) and not isinstance(b, str))


def _scaled(text: str, end: int, language: str) -> tuple[int, int]:
    """Read the multipliers after a figure: its end and its factor."""
    factor = 1
    while gap := _BEFORE_SCALE.match(text, end):
        for pattern, power in _SCALES[language]:
            if scale := pattern.match(text, gap.end()):
                end, factor = scale.end(), factor * power
                break
        else:
            break
        if factor > 10**15:
            break
    return end, factor


def _clock_parts(match: re.Match[str], after: str) -> tuple[Number, ...]:
    """Give hour and minutes of 3.30 p.m. (also 15) and of 15.30 horas."""
    hour, minutes = (int(part) for part in re.split(r"\D", match[0]))
    hours: frozenset[Value] = frozenset((hour, hour % 12 + 12) if "p" in after.lower() else (hour,))
    start, middle, end = match.start(), match.end() - 3, match.end()
    return (
        Number(start, middle, match[0][:-3], hours),
        Number(middle + 1, end, match[0][-2:], frozenset((minutes,))),
    )


def _clock_and_decade(text: str, match: re.Match[str], values: frozenset[Value]) -> frozenset[Value]:
    """Give 15 for "3 p.m.", 1990 for "the 90s", and 2016 for the end of 2015–16."""
    if not match[0].isdigit() or len(match[0]) > 4:
        return frozenset()
    value = int(match[0])
    if 0 < value <= 12 and _AFTERNOON.match(text, match.end()):
        return frozenset((value % 12 + 12,))
    if len(match[0]) == 2 and value % 10 == 0 and value:
        before = text[max(0, match.start() - 12) : match.start()]
        if _DECADE.match(text, match.end()) or _DECADE_BEFORE.search(before):
            return frozenset((1900 + value,))
    if len(match[0]) == 2 and re.search(r"\d{4}[-–/]\Z", text[max(0, match.start() - 5) : match.start()]):
        century = text[match.start() - 5 : match.start() - 3]
        return frozenset((int(century + match[0]),))
    return frozenset()


def _readings(text: str, language: str) -> frozenset[Value]:
    """Give all that a run of figures may mean.

    A comma before three figures groups them in English and Chinese; all else is seen both ways.
    """
    if text.isdigit():
        return frozenset((int(text) if len(text) < 400 else text,))
    if "/" in text:
        above, below = (int(part[:300]) for part in text.split("/"))
        share = frozenset((Fraction(above, below),)) if 0 < above < below <= 100 else frozenset[Value]()
        return frozenset((text,)) | share
    for space in _SPACE:
        text = text.replace(space, "")
    text = (
        ("0" + text if text.startswith(".") else text)
        .replace("٬", "")
        .replace("’", "")
        .replace("'", "")
        .replace("٫", "d")
    )
    marks = [char for char in text if not char.isdigit()]
    groups = re.split(r"\D", text)
    if not marks:
        return frozenset((int(text[:300]),))
    joined, decimal = "".join(groups), _decimal("".join(groups[:-1]), groups[-1])
    grouped = len(groups[0]) <= 3 and groups[0] != "0" and all(len(group) == 3 for group in groups[1:])
    if len(marks) == 1:
        if not grouped or marks[0] == "d":
            return frozenset((decimal,))
        strict = marks[0] == "," and language in {"en", "zh"}
        return frozenset((int(joined),) if strict or groups[1] == "000" else (int(joined), decimal))
    if len(set(marks)) == 1:
        return frozenset((int(joined[:300]), text)) if grouped else frozenset((text,))
    if all(len(group) == 3 for group in groups[1:-1]) and len(set(marks[:-1])) == 1:
        return frozenset((decimal,))
    return frozenset((text,))


def _decimal(whole: str, fraction: str) -> int | Fraction:
    value = Fraction(int((whole + fraction)[:300] or "0"), 10 ** min(len(fraction), 300))
    return int(value) if value.denominator == 1 else value


def _parts(match: re.Match[str]) -> tuple[Number, ...]:
    """Give the runs of digits inside, each as a number of its own."""
    groups = re.split(r"\D", match[0])
    thousands = len(groups) > 1 and all(len(group) == 3 for group in groups[1:]) and len(groups[0]) <= 3
    if match[0].isdigit() or (thousands and (" " not in match[0] or set(groups[1:]) == {"000"})):
        return ()
    parts = []
    for run in re.finditer(r"\d+", match[0]):
        start, value = run.start() + match.start(), int(run[0][:300])
        values: frozenset[Value] = frozenset((value,))
        if run.start() == 5 and match[0][4] == "/" and len(run[0]) == 2:  # 2019/20
            values = frozenset((value, int(match[0][:2]) * 100 + value))
        parts.append(Number(start, start + len(run[0]), run[0], values))
    return tuple(parts)


def _romans(text: str) -> Iterator[Number]:
    for match in _ROMAN.finditer(text):
        if match[0]:
            value = 0
            for digit, after in zip(match[0], (*match[0][1:], "I"), strict=True):
                worth = _ROMAN_DIGIT[digit]
                value += -worth if worth < _ROMAN_DIGIT[after] else worth
            loose = len(match[0]) == 1 or match[0] in {"CC", "LI", "XL"}
            yield Number(*match.span(), match[0], frozenset((value,)), Form.ROMAN, loose)
    for match in _MARKER.finditer(text):
        if match[1] in _MARKER_VALUE:
            yield Number(*match.span(1), match[1], frozenset((_MARKER_VALUE[match[1]],)), Form.ROMAN, loose=True)
