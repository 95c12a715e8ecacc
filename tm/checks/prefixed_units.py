"""Read units with a scale in them: 25 kt, 2.5万吨 and 25 тыс. тонн are as much, and so are 3 GWh and 300万千瓦时."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache

from tm.checks.amount import Amount
from tm.text.number import Form, Number
from tm.text.numbers import find_numbers
from tm.text.pattern import pattern

_SYMBOLS = "t Wh W VA V Hz m g L J Pa B Bq".split()
_BASES = {
    "en": "tonnes?|metric\\stons?|tons? watt[\\s-]?hours? watts? volt[\\s-]?amperes? volts? hertz met(?:re|er)s?"
    " gram(?:me)?s? lit(?:re|er)s? joules? pascals? bytes? becquerels?",
    "fr": "tonnes? watt(?:s[\\s-]?|[\\s-])?heures? watts? volt(?:s)?[\\s-]?ampères? volts? hertz mètres? grammes?"
    " litres? joules? pascals? octets? becquerels?",
    "es": "toneladas? vatios?[\\s-]?horas? vatios? voltios?[\\s-]?amperios? voltios? hercios? metros? gramos? litros?"
    " julios? pascales? bytes? becquerels?",
    "ru": "тонн\\w? ватт-час\\w{0,2} ватт\\w{0,2} вольт-ампер\\w{0,2} вольт\\w{0,2} герц\\w{0,2} метр\\w{0,2}"
    " грамм\\w{0,2} литр\\w{0,2} джоул\\w{1,2} паскал\\w{1,2} байт\\w{0,2} беккерел\\w{1,2}",
    "zh": "吨 瓦小?时 瓦 伏安 伏特? 赫兹? 米 克 升 焦耳? 帕斯卡? 字节 贝克勒?尔?",
    "ar": "طنا?|أطنان واط(?:\\s|-|/)?ساعة واط فولط\\sأمبير فولط|فولت هرتز مترا?|أمتار غراما?|غرامات لترا?|لترات"
    " جول باسكال بايت بيكريل",
}
"""What each is called, in the order of the symbols."""

_PREFIXES = {
    "en": "kilo mega giga tera",
    "fr": "kilo méga giga téra",
    "es": "kil[oó] mega giga tera",
    "ru": "кило мега гига тера",
    "zh": "千|公(?=[里斤]) 兆|百万 吉|十亿 太|万亿",
    "ar": "كيلو ميغا غيغا تيرا",
}
_SCALES = {"k": 10**3, "M": 10**6, "G": 10**9, "T": 10**12}
_CHINESE = {"公里": ("m", 1000), "公斤": ("g", 1000), "千克": ("g", 1000), "度": ("Wh", 1000), "公吨": ("t", 1)}
"""Units with names of their own."""

_GAP = r"[\s-]?(?:d['’]|de\s)?"


def prefixed(text: str, language: str, numbers: Sequence[Number]) -> Iterator[Amount]:
    """Yield the numbers of a plain text that a unit stands behind which may have a scale in it.

    >>> from tm.text.numbers import find_numbers
    >>> [int(*one.values) for one in prefixed("25 kt", "en", find_numbers("25 kt", "en"))]
    [25000000000]
    """
    unit = _units(language) if language in _BASES else None
    for number in numbers if unit else ():
        match = unit.match(text, number.end) if unit and number.form is not Form.CODE else None
        if match is None:
            continue
        symbol, factor = _read(match)
        values = frozenset(Fraction(one) * factor for one in number.quantities)
        yield Amount(number.start, match.end(), symbol, values)


def are_as_much(source: str, target: str, language: str) -> bool:
    """Say whether a translation has all that its English source counts in such units: 3 GW as 300万千瓦.

    >>> are_as_much("Capacity rose to 3 GW.", "装机容量增至300万千瓦。", "zh")
    True
    """
    theirs, ours = (
        Counter((one.kind, one.values) for one in prefixed(text, code, find_numbers(text, code)))
        for text, code in ((source, "en"), (target, language))
    )
    return bool(theirs) and theirs <= ours


def _read(match: re.Match[str]) -> tuple[str, int]:
    """Say of what a unit is, and how many of it."""
    if match["own"]:
        symbol, scale = _CHINESE[match["own"]]
    elif match["symbol"]:
        symbol, scale = match["symbol"], _SCALES.get(match["scale"], 1)
    else:
        symbol = next(one for place, one in enumerate(_SYMBOLS) if match[f"base{place}"])
        scale = next((10 ** (3 * power) for power in range(1, 5) if match[f"prefix{power}"]), 1)
    return ("g", scale * 10**6) if symbol == "t" else (symbol, scale)


@cache
def _units(language: str) -> re.Pattern[str]:
    bases = "|".join(f"(?P<base{place}>{form})" for place, form in enumerate(_BASES[language].split()))
    prefixes = "|".join(f"(?P<prefix{power}>{form})" for power, form in enumerate(_PREFIXES[language].split(), 1))
    symbols = "|".join(_SYMBOLS)
    own = "|".join(_CHINESE) if language == "zh" else r"(?!)"
    edge = "" if language == "zh" else r"(?!\w)"
    return pattern(
        rf"{_GAP}(?:(?P<scale>[kMGT])?(?P<symbol>{symbols})(?![A-Za-z])|(?P<own>{own})"
        rf"|(?:{prefixes})?\s?(?:{bases}){edge})",
    )
