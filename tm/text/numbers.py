"""Find the numbers of a text as values, however its language writes them: figures, words, Roman numerals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from operator import attrgetter

from tm.text.chinese_numbers import spelled_chinese
from tm.text.digits import ascii_digits, has_digit
from tm.text.figures import TURNED, next_figures, parts, readings
from tm.text.number import Form, Number, Value
from tm.text.number_words import Spelled, spelled
from tm.text.pattern import pattern
from tm.text.roman import romans
from tm.text.scales import scale_after

_FIGURES, _WORDS, _CODE = Form.FIGURES, Form.WORDS, Form.CODE
_START = attrgetter("start")
_RANGE = pattern(r"\s?(?:-|–|—|~|～|/|to|and|or|à|et|ou|a|y|o|до|и|или|至|到|和|或|إلى|الى|و|أو)\s?")
_WIDEST = 5
"""Characters of the longest of these, with a space on either side."""

_CHINESE_DECADE = pattern(r"(\d{1,2})\s?世纪\s?(\d0)\s?年代")
"""20世纪30年代 is the 1930s."""

_CHINESE_REST = pattern(r"\d{1,4}(?!\d)")
_NAME_BEFORE = pattern(r"[^\W\d_]+[-\N{NON-BREAKING HYPHEN}]?\Z")
_LETTER_BEFORE = pattern(r"(?<=[A-Za-zА-Яа-яёα-ωΑ-Ω])|(?<=[^\W\d_][-\N{NON-BREAKING HYPHEN}])")
_HYPHENS = "-", "\N{NON-BREAKING HYPHEN}"
_UNIT = (
    "st|nd|rd|th|s|e|er|re|ère|ème|nde?|es|a|o|os|as|x|h|hrs?|km|cm|mm|m|kg|g|mg|ml|l|pm|am|bn|mn|k|nm"
    "|GB|MB|kb|kW|MW|GW|ppm|ft|kPa|Hz|C"
)
"""Letters after a figure that leave it a number: endings of ordinals, units of measure."""

_MAYBE_CODE = pattern("[A-Za-z-]")
_CODE_AFTER = pattern(rf"(?!(?:{_UNIT})(?![A-Za-z]))(?:[A-Za-z]|-[A-Za-z]*[A-Z])")
_AFTERNOON = pattern(
    r"(?:[:.]\d\d)?\s?(?:p\.?\s?m\b|de\sla\s(?:tarde|noche)|(?:بعد\sالظهر|مساء)|час\w{0,2}\s(?:дня|вечера))",
    re.IGNORECASE,
)
_CHINESE_AFTERNOON = ("下午", "傍晚", "晚上")
_HOUR = pattern(r"(0?[1-9]|1[0-2])(?:\.([0-5]\d))?")
_DECADE_AFTER = pattern(r"'?s\b|-[хе]\b|\s?年代")
_DECADE_BEFORE = pattern(r"(?:años|années|decenio de los|década de los)\s\Z")
_DASHES = frozenset("-–/")
_NONE: frozenset[Value] = frozenset()
_SHARES = {
    sign: Fraction(value)
    for sign, value in zip(
        "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞", "1/2 1/3 2/3 1/4 3/4 1/5 2/5 3/5 4/5 1/6 5/6 1/8 3/8 5/8 7/8".split(), strict=True
    )
}
"""Signs behind a figure that add to it: 1¾."""

_AFTER = " بعد "
"""Between an Arabic ordinal and the hundred that it counts on from."""

_HUNDREDS: frozenset[int] = frozenset(range(100, 1000, 100))
_YEAR_BEFORE = pattern(r"(\d\d)\d\d[-–/]\Z")


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def find_numbers(text: str, language: str) -> tuple[Number, ...]:
    """Find all numbers of a text without markup, in order.

    Args:
        text: as `tm.text.plain.plain` gives it.
        language: code of one of the six; it says which words are numbers.

    >>> [sorted(number.values) for number in find_numbers("10万人，百分之五十", "zh")]
    [[100000], [50]]
    """
    figures: list[Number] = []
    if has_digit(text):
        text = ascii_digits(text)
        figures += _figures(text, language)
    words = spelled_chinese(text) if language == "zh" else spelled(text, language)
    found = figures + [
        Number(start, end, text[start:end], values, _WORDS, loose)
        for start, end, values, loose in (_outside(words, figures) if figures and words else words)
    ]
    found += romans(text)
    found.sort(key=_START)
    return tuple(_counted_on(found, text) if language == "ar" and _AFTER in text else found)


def _counted_on(numbers: Sequence[Number], text: str) -> Iterator[Number]:
    """Join the Arabic ordinals that count on from a hundred, or two: الرابعة والخمسين بعد المائة is the 154th."""
    previous: Number | None = None
    for number in numbers:
        is_on = previous and previous.form is _WORDS and text[previous.end : number.start].strip() == _AFTER.strip()
        if previous and is_on and number.values <= _HUNDREDS and len(number.values) == 1:
            hundred = next(value for value in number.values if isinstance(value, int))
            values = frozenset(value + hundred for value in previous.values if isinstance(value, int))
            previous = previous._replace(end=number.end, text=text[previous.start : number.end], values=values)
            continue
        if previous:
            yield previous
        previous = number
    if previous:
        yield previous


def _outside(words: Iterable[Spelled], figures: list[Number]) -> Iterator[Spelled]:
    """Leave out the words that multiply a figure: the million of "5 million"."""
    spans = iter(figures)
    span = next(spans, None)
    for word in words:
        while span and span.end <= word.start:
            span = next(spans, None)
        if not span or word.end <= span.start:
            yield word


def _figures(text: str, language: str) -> Iterator[Number]:
    previous: Number | None = None
    position = 0
    while match := next_figures(text, position):
        number, factor = _number(text, match, language)
        if previous:
            if match.start() - previous.end <= _WIDEST and _RANGE.fullmatch(text, previous.end, match.start()):
                previous = _sharing(previous, number, factor, text, language)
            yield previous
        previous, position = number, max(number.end, match.end())
    if previous:
        yield previous


def _sharing(number: Number, later: Number, factor: int, text: str, language: str) -> Number:
    """Read a number as what stands behind the next one says of both: 15–20 million, 3 to 6 p.m."""
    if factor > 1:
        return _scaled(number, factor, language)
    if not _AFTERNOON.match(text, later.end):
        return number
    begin, end = _HOUR.fullmatch(number.text), _HOUR.fullmatch(later.text)
    if not begin or not end or _past_twelve(begin) >= _past_twelve(end):
        return number  # 11 to 1 p.m. begins before noon
    also = frozenset((int(begin[1]) % 12 + 12,))
    if not number.parts:
        return number._replace(values=number.values | also)
    first, *rest = number.parts
    return number._replace(parts=(first._replace(values=first.values | also), *rest))


def _past_twelve(time: re.Match[str]) -> tuple[int, int]:
    return int(time[1]) % 12, int(time[2] or 0)


def _scaled(number: Number, factor: int, language: str) -> Number:
    """Read the 15 of "15–20 million" as fifteen million as well."""
    return number._replace(values=number.values | {v * factor for v in _multiplicands(number, factor, language)})


def _multiplicands(number: Number, factor: int, language: str) -> tuple[int | Fraction, ...]:
    """Give what a multiplier multiplies: before one, 1.716 is decimal in English, and thousands in Spanish.

    `1.500 millones` is 1.5 billion, which Spanish has no other word for; `1.500 mil millones` may be either.
    """
    values = number.quantities
    if number.text.count(".") != 1:
        return values
    if language == "en":
        return tuple(value for value in values if isinstance(value, Fraction)) or values
    if language == "es" and factor == 10**6:
        return tuple(value for value in values if isinstance(value, int)) or values
    return values


def _number(text: str, match: re.Match[str], language: str) -> tuple[Number, int]:
    """Read the number at a run of figures, and the factor that multiplies it."""
    start, end = match.span()
    if language == "ar" and text[start] == "0" and (turned := TURNED.match(text, start)):
        return Number(start, turned.end(), turned[0], frozenset((turned[0],))), 1
    if language == "zh" and (decade := _CHINESE_DECADE.match(text, start)):
        year = int(decade[1]) * 100 - 100 + int(decade[2])
        return Number(start, decade.end(), decade[0], frozenset((year,))), 1
    run, after, before = match[0], text[end : end + 8], text[start - 1 : start]
    values = readings(run, language)
    inside = () if run.isdigit() else parts(match, after)
    is_glued = (before.isalpha() or before in _HYPHENS) and _LETTER_BEFORE.match(text, start)
    if is_glued or (_MAYBE_CODE.match(after) and _CODE_AFTER.match(after)):
        return _code(match, values, text[max(0, start - 16) : start], inside), 1
    share = _SHARES.get(text[end : end + 1])
    if share:
        end, values = end + 1, frozenset(value + share for value in values if isinstance(value, int))
        run = text[start:end]
    scaled, factor = scale_after(text, end, language)
    if factor > 1:
        number = Number(start, end, run, values, _FIGURES, False, inside)
        return _multiplied(text, number, scaled, factor, language), factor
    if not share and (len(run) < 3 or run == "2000") and (more := _in_context(text, match, after)):
        values |= more
    return Number(start, end, run, values, _FIGURES, False, inside), 1


def _code(match: re.Match[str], values: frozenset[Value], before: str, inside: tuple[Number, ...]) -> Number:
    """Make the number of a name: COVID-19, which is also 2019冠状病毒病."""
    name = found[0] if (found := _NAME_BEFORE.search(before)) else ""
    if name.upper().startswith("COVID") and match[0] == "19":
        values |= {2019}
    return Number(*match.span(), name + match[0], values, _CODE, False, inside)


def _multiplied(text: str, number: Number, end: int, factor: int, language: str) -> Number:
    """Multiply by million, 万 and the like; in Chinese more figures may follow: 1亿2000万."""
    values = tuple(value * factor for value in _multiplicands(number, factor, language))
    if language == "zh" and text[end - 1] in "亿万" and (rest := _CHINESE_REST.match(text, end)):
        tail, _ = _number(text, rest, language)
        end, values = tail.end, tuple(value + more for value in values for more in tail.quantities)
    return Number(number.start, end, text[number.start : end], frozenset(values))


def _in_context(text: str, match: re.Match[str], after: str) -> frozenset[Value]:
    """Give 15 for "3 p.m.", 1990 for "the 90s", 21 for "the 2000s", and 2016 for the end of 2015–16."""
    if match[0] == "2000" and after.startswith("s"):  # the first decade of the century
        return frozenset((21,))
    if len(match[0]) > 2 or not match[0].isdigit():
        return _NONE
    value = int(match[0])
    if 0 < value <= 12 and _AFTERNOON.match(after):
        return frozenset((value % 12 + 12,))
    before = text[max(0, match.start() - 16) : match.start()]
    if 0 < value < 12 and before.rstrip().endswith(_CHINESE_AFTERNOON):
        return frozenset((value + 12,))
    if len(match[0]) < 2:
        return _NONE
    if value and value % 10 == 0 and (_DECADE_AFTER.match(after) or _DECADE_BEFORE.search(before)):
        return frozenset((1900 + value,))
    year = _YEAR_BEFORE.search(before) if before[-1:] in _DASHES else None
    return frozenset((int(year[1]) * 100 + value,)) if year else _NONE
