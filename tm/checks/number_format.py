"""How figures are written: the decimal sign and the thousands in the habit of the language."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from tm.checks import foreign_figures
from tm.checks.check import Fault, Pair, check
from tm.checks.place import span_of
from tm.checks.plan import DIGITS
from tm.checks.split_decimals import split_decimals
from tm.checks.verbatim import is_code, is_verbatim
from tm.model.finding import Severity
from tm.text.digits import ascii_digits
from tm.text.pattern import pattern
from tm.text.plain import plain

_SOURCE = pattern(r"(?<![\w.,/:=-])\d{1,9}(?:,\d{3}){0,5}(?:\.\d{1,9})?(?![\w/:-]|[.,]\d)(?!\s?[ap]\.?m\b)")
_TARGET = pattern(r"(?<![A-Za-z\d_.,/:=-])\d{1,9}(?:[.,٫٬]\d{1,9})+(?![A-Za-z\d/:]|[.,٫٬]\d)")
_STRANGE = pattern(r"(?<![A-Za-z\d_.,/])\d{1,3}[’'‘´`·．。，、،؛;]\d{1,9}(?![A-Za-z\d_/’']|[.,]\d)")
"""With what no language has between figures: the apostrophe of handwriting, the comma of a text."""

_STRANGE_INSIDE = pattern(r"[’'‘´`·．。，、،؛;](?<=\d.)(?=\d)")
"""Is in all that; begins with one sign that it looks for, which makes it quick."""

_ARABIC_UNIT = pattern(r"(?:(?<=[.,]\d)|(?<=[.,]\d\d))\s?(?:[%٪]|في\sالما?ئة|مليون|مليار|بليون|ملايين|دولار)")
"""Behind one or two decimals."""

_INSIDE = pattern(r"[.,٫٬](?<=\d.)(?=\d)")
_UNIT = pattern(
    r"\s?(?:%|‰|°|º|℃)|[\s-](?:per\s?cent|percentage|million|billion|trillion|thousand|hundred|times|degrees?|dollars?|euros?|cents?"
    r"|(?:square\s|cubic\s)?(?:kilo|centi|milli)?(?:met|lit)(?:er|re)s?|km|cm|mm|kg|kilograms?|grams?|tons?|tonnes?|hectares?"
    r"|miles?|feet|inch(?:es)?|acres?|hours?|days?|weeks?|months?|years?|minutes?|seconds?|points?|people|persons|children|births"
    r"|deaths|cases|women|men|years?-old|US|GW|MW|kW|Gt|Mt|ha|m|l)(?![\w])"
)
_CURRENCY = pattern(r"(?:[$€£¥]|USD|EUR|US\$)\s?\Z")
_LABEL = pattern(
    r"\b(?:paragraph|para|section|sect|target|goal|indicator|version|table|figure|fig|annex|appendix|chapter|article|art|rule|item"
    r"|tier|level|principle|step|box|part|output|outcome|activity|recommendation|question|module|standard|release|clause|class"
    r"|equation|map|chart|graph|scenario|example|division|footnote|note|provision|regulation|resolution|ext|room|tel|No|v)s?\.?\s\(?(?:[\d.a-z]{1,8}(?:,|\sand|\sor|\sto)\s){0,4}\Z",
    re.IGNORECASE,
)
"""Before the numbers of parts and versions, which are written alike in all languages."""

_ANOTHER = pattern(r"\d\.\w|\b(?:the|a|an|see|in)\s\Z", re.IGNORECASE)
"""Beside a number without a unit: 6.1, 6.2 and 6.3 are parts, "the 1.0 format" is a version."""

_NAME = pattern(r"[A-Z][\w-]*\.?\s\Z")
_COMMA = frozenset(("fr", "es", "ru"))
"""Languages with a decimal comma and a space between thousands (CLDR); Spanish has a point, too."""

_THOUSANDS, _DECIMAL = pattern(r"\d{1,3}(?:,\d{3})+"), pattern(r"\d{1,3}\.\d{1,2}")
_SPACED = pattern(r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,4}(?![\d.,])")
_COMMA_OR_SPACE = frozenset(("ar", "zh"))
"""Languages whose texts have the one or the other between thousands, and not both."""

_MIXED = ","
"""Among the numbers of the source: the translation has a decimal comma."""

_SCALED = {
    "fr": pattern(r"(?<!\d)\d{1,9}\.\d{1,2}\s(?:millions?|milliards?|billions?|pour\scent|%)(?!\w)"),
    "es": pattern(r"(?<!\d)\d{1,9}\.\d{1,2}\s(?:millones|millón|billones|por\sciento|%)(?!\w)"),
    "ru": pattern(r"(?<!\d)\d{1,9}\.\d{1,2}\s(?:млн|млрд|тыс\.|миллион|миллиард|процент|%)"),
    "zh": pattern(r"(?<!\d)\d{1,9},\d{1,2}\s?[万亿%％]"),
    "ar": pattern(r"(?!)"),
    "en": pattern(r"(?!)"),
}
"""A decimal of another language beyond doubt, whatever the source has."""

_MILLIONS = pattern(r"[\s\u00a0\u202f]{1,2}(?:mill(?:i?on|ón)|млн|милли)")
_POINTED, _SCALE = pattern(r"[1-9]\d{0,2}\.\d{3}"), {"万": "0000", "亿": "00000000"}
"""Thousands with a point in Chinese, as 2.400万, and the zeros that what counts them stands for."""

_FIGURES = pattern(r"(?<![\d.,])\d")
_LONGEST = 40
"""Characters of figures that are compared."""

_GROUPS = pattern(r"(?<![\d.,])\d{1,3}(?:\s\d{3}){0,3}\s\Z")
_SWAPPED = str.maketrans(".,", ",.")
_NO_SIGNS = str.maketrans("", "", ".,٫٬")
_SPACE = "\N{NO-BREAK SPACE}"


@check(Severity.WARNING, signs=DIGITS)
def number_format(pair: Pair) -> Iterator[Fault]:
    """Flag a number whose decimal sign or thousands are in the habit of another language.

    French, Spanish and Russian write 1,25 and 10 000 for the English 1.25 and 10,000 (Spanish 10.000, too), and the
    reverse; Chinese writes 1.25. Arabic may write 1.25, 1,25 or ١٫٢٥, but no ٫ among Western digits, and no point
    among its own, where a point is a zero; there and in Chinese no text has 1 000 beside 2,000; in Arabic, no file
    has 2,000 or 1.25 that writes 1 000, or 1,25, nearly everywhere. No decimal falls apart, as « 5 75 » or « 5 ,75 ».
    Document symbols, numbers of paragraphs and targets, versions and times stay as they are.

    Source: CLDR, number symbols; the texts of the Sustainable Development Goals.
    """
    source = plain(pair.unit.source)
    is_english = pair.source.code == "en"
    target = plain(pair.unit.target)
    if is_english and "." not in source and "," not in source and not _SCALED[pair.target.code].search(target):
        return
    yield from _split(pair, source, target)
    written = list(_TARGET.finditer(target)) if _INSIDE.search(target) else []
    strange = list(_STRANGE.finditer(target)) if _STRANGE_INSIDE.search(target) else []
    if not (written or strange) or is_verbatim(pair.unit):
        return
    if is_english:
        quantities = _quantities(source, {match[0] for match in written}, pair.target.code)
    else:
        quantities = foreign_figures.quantities(source, pair.source.code)
    mixed = _mixed(written, quantities, target) if pair.target.code == "ar" else {}
    solid = {one.replace(",", "") for one in quantities}
    if pair.target.code in _COMMA_OR_SPACE and written:
        mixed |= _mixed_thousands(written, quantities, solid, target)
    for place, match in enumerate((*written, *strange)):
        right = _right(match[0], quantities, pair.target.code) or mixed.get(match[0], "")
        right = right or _of_billions(match, target, quantities, pair.target.code)
        if not right and not _is_there(match[0], source):
            right = _sure(match, target, solid, pair.target.code)
        if place >= len(written) and match[0] not in source:
            right = _meant(match[0], quantities, pair.target.code)
        if right:
            at = span_of(pair.unit.target, target, *match.span())
            if at is None or not is_code(pair.unit.target, at.start, at.end):
                yield Fault(f"{match[0]} is written as in another language", at, fix=right)
    yield from _as_elsewhere(pair, target, written, quantities - mixed.keys())


def _as_elsewhere(pair: Pair, target: str, written: Sequence[re.Match[str]], quantities: set[str]) -> Iterator[Fault]:
    """Yield 1,000 and 3.5 in an Arabic text as information: their file says whether they are slips."""
    for match in written if pair.target.code == "ar" and not pair.is_ours else ():
        is_decimal = _DECIMAL.fullmatch(match[0]) is not None
        if match[0] in quantities and (is_decimal or _THOUSANDS.fullmatch(match[0])):
            at = span_of(pair.unit.target, target, *match.span())
            right = match[0].replace(".", ",") if is_decimal else match[0].replace(",", _SPACE)
            yield Fault(f"{match[0]} is written otherwise: {right}", at, fix=right, severity=Severity.INFO)


def _split(pair: Pair, source: str, target: str) -> Iterator[Fault]:
    """Yield decimals of an English source that fall apart, placed in the translation with its markup."""
    if pair.source.code == "en":
        for fault in split_decimals(source, target, pair.target.code):
            yield replace(fault, at=fault.at and span_of(pair.unit.target, target, fault.at.start, fault.at.end))


def _is_there(figures: str, source: str) -> bool:
    """Say whether a source has figures, not as the end of longer ones; linear for all figures of a text together."""
    known, wanted = _all_figures(source), figures[:_LONGEST]
    place = bisect_left(known, wanted)
    return place < len(known) and known[place].startswith(wanted)


@lru_cache(maxsize=8)
def _all_figures(source: str) -> Sequence[str]:
    """Give in order what stands in a source from each beginning of figures on."""
    return sorted(source[match.start() : match.start() + _LONGEST] for match in _FIGURES.finditer(source))


def _sure(match: re.Match[str], target: str, solid: set[str], language: str) -> str:
    """Write rightly a decimal with a scale behind it, 17,5亿, or with other thousands than the source has.

    Args:
        solid: the numbers of the source without commas.
    """
    scale = _SCALE.get(target[match.end() : match.end() + 1]) if language == "zh" else None
    if scale and _POINTED.fullmatch(match[0]):
        figures = match[0].replace(".", "")
        return figures if match[0].endswith("0") or figures + scale in solid else ""
    wrong, sign = (",", ".") if language == "zh" else (".", ",")
    whole, _, decimals = match[0].partition(wrong)
    if language not in _SCALED or not (whole.isdigit() and decimals.isdigit()):
        return ""
    if _SCALED[language].match(target, match.start()):
        return whole + sign + decimals
    groups = _GROUPS.search(target, max(0, match.start() - 12), match.start())
    number = re.sub(r"\s", "", groups[0] if groups else "") + f"{whole}.{decimals}"
    is_there = len(number.partition(".")[0]) > 3 and number in solid
    return whole + sign + decimals if is_there else ""


def _of_billions(match: re.Match[str], target: str, quantities: set[str], language: str) -> str:
    """Write rightly the millions that are as many billions in the source: 3.2 billion as « 3,200 millones »."""
    if language not in _COMMA or not (_THOUSANDS.fullmatch(match[0]) and _MILLIONS.match(target, match.end())):
        return ""
    return match[0].replace(",", _SPACE) if f"{int(match[0].replace(',', '')) / 1000:g}" in quantities else ""


def _meant(figures: str, quantities: set[str], language: str) -> str:
    """Write rightly a number of the source that has a strange sign in it; "" when it is none."""
    for sign in ".,":
        number = re.sub(r"\D", sign, figures)
        if number in quantities:
            return _right(number, quantities, language) or number
    return ""


def _mixed(written: Sequence[re.Match[str]], quantities: set[str], target: str) -> dict[str, str]:
    """Give what is right for the decimals of an Arabic text that has a comma in some and a point in others."""
    decimals = [
        one[0]
        for one in written
        if one[0].isascii() and (one[0].replace(",", ".") in quantities or _ARABIC_UNIT.match(target, one.end()))
    ]
    commas, points = [one for one in decimals if "," in one], [one for one in decimals if "." in one]
    if not commas or not points:
        return {}
    if len(points) > len(commas):
        return {one: one.replace(",", ".") for one in commas}
    return {one: one.replace(".", ",") for one in points}


def _mixed_thousands(
    written: Sequence[re.Match[str]], quantities: set[str], solid: set[str], target: str
) -> dict[str, str]:
    """Give what is right for the thousands with a comma of a text that has a space in others."""
    spaced = (re.sub(r"\s", "", match[0]) for match in _SPACED.finditer(target))
    if solid.isdisjoint(spaced):
        return {}
    commas = (match[0] for match in written if "," in match[0] and match[0] in quantities)
    return {one: one.replace(",", _SPACE) for one in commas if one not in solid}


def _quantities(source: str, written: set[str], language: str) -> set[str]:
    """Give the numbers of the source that count something; where one of them is put right, the others count, too."""
    found = [match for match in _SOURCE.finditer(source) if not match[0].isdigit()]
    sure = {match[0] for match in found if _is_quantity(match, source)}
    put_right = {one for one in written if one.replace(",", ".") != one and one.count(",") == 1}
    if language != "zh" and any(match[0].replace(".", ",") in put_right for match in found if "," not in match[0]):
        if language == "ar":  # a comma is the sign of decimals here, and so none of thousands
            return sure | {_MIXED}
        return {match[0] for match in found if not _LABEL.search(source[max(0, match.start() - 36) : match.start()])}
    return sure


def _is_quantity(match: re.Match[str], source: str) -> bool:
    """Say whether a number has a sign in it, and counts something."""
    if match[0].startswith("0"):
        return match[0].startswith("0.")  # 06.1 is the code of a class
    before = source[max(0, match.start() - 36) : match.start()]
    if "," in match[0] or _UNIT.match(source, match.end()) or _CURRENCY.search(before):
        return True
    if match[0] + "." in source and re.search(rf"(?<![\d.]){re.escape(match[0])}\.\d", source):
        return False  # 17.1 beside 17.1.1
    if _ANOTHER.search(before[-12:]) or _ANOTHER.search(source[match.end() : match.end() + 12]):
        return False
    return bool(before.strip()) and not _LABEL.search(before) and not _NAME.search(before)


def _right(figures: str, quantities: set[str], language: str) -> str:
    """Write a number rightly; "" when it is right, or not known from the source."""
    if language in _COMMA:
        if figures in quantities:
            return figures.replace(",", _SPACE).replace(".", ",")
        thousands = figures.replace(".", ",")
        if language != "es" and "," not in figures and thousands in quantities:
            return figures.replace(".", _SPACE)
        return ""
    if language == "ar":
        return _right_in_arabic(figures, quantities)
    if _has_points(figures, quantities):
        return figures.replace(".", "," if language == "en" else _SPACE)
    swapped = figures.translate(_SWAPPED)
    if "," in figures and "." in figures and figures not in quantities and swapped in quantities:
        return swapped
    decimal = figures.replace(",", ".")
    is_decimal = figures.count(",") == 1 and (figures.startswith("0,") or len(figures.partition(",")[2]) != 3)
    return decimal if is_decimal and decimal in quantities and figures not in quantities else ""


def _has_points(figures: str, quantities: set[str]) -> bool:
    """Say whether a number has points between its thousands, as only Spanish and others write."""
    return "," not in figures and figures not in quantities and figures.replace(".", ",") in quantities


def _right_in_arabic(figures: str, quantities: set[str]) -> str:
    western = ascii_digits(figures).replace("٫", ".").replace("٬", ",")
    if _has_points(western, quantities) or (_MIXED in quantities and "," in western and western in quantities):
        return western.replace(".", _SPACE).replace(",", _SPACE) if figures.isascii() else ""
    if western not in quantities:
        return ""
    if figures.translate(_NO_SIGNS).isascii():
        return "" if figures.isascii() else western
    return figures.replace(".", "٫") if "." in figures else ""
