"""Units and currencies: kilometres stay kilometres, and dollars are no euros; a percentage keeps its sign."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from tm.checks.amounts import bare_amount, other_amount
from tm.checks.as_often import SHARE, comes_to_same, may_have_frequency, other_frequency
from tm.checks.check import Fault, Pair, check
from tm.checks.customary import HALVED
from tm.checks.durations import has_durations, other_duration
from tm.checks.multiples import may_have_multiple, other_multiple
from tm.checks.place import span_of
from tm.checks.prefixed_units import are_as_much
from tm.checks.rates import may_have_rates, other_rate
from tm.checks.units import Unit, counted_units, units
from tm.model.finding import Severity, Span
from tm.text.literals import may_be_in
from tm.text.pattern import pattern
from tm.text.plain import plain
from tm.text.shares import find_shares

_PER_CENT = pattern(r"(\d[\d.,]{0,40}+)\s?(?:%|per\s?cent\b(?!age))")
_SHARE = {
    "ar": pattern(r"[%٪]|في\sالما?ئة|بالما?ئة|المائة|المئة|نسبة|نسب"),
    "es": pattern(r"%|por\s?ci?ento|porcentaje|porcentual", re.IGNORECASE),
    "fr": pattern(r"%|pour\s?cent|p\.\s?100|pourcentage", re.IGNORECASE),
    "ru": pattern(r"%|процент|проц\.", re.IGNORECASE),
    "zh": pattern(r"[%％]|百分|成|‰|比例|率"),
}
"""What says that a number is a share of a hundred."""


_MONEY = {
    "ar": pattern(r"[$€£¥₽₹]|[A-Z]{3}|عمل[ةه]|سنت"),
    "es": pattern(r"[$€£¥₽₹]|[A-Z]{3}|moneda|divisa|centavos"),
    "fr": pattern(r"[$€£¥₽₹]|[A-Z]{3}|monnaie|devise|cents"),
    "ru": pattern(r"[$€£¥₽₹]|[A-Z]{3}|валют|цент"),
    "zh": pattern(r"[$€£¥￥₽₹＄元圆币]|[A-Z]{3}|美分"),
}
"""What else speaks of money."""

_CURRENCY = ("currency",)
_NAMED_AT_LEAST_ONCE = (_CURRENCY, ("length", "mass", "volume", "area", "temperature", "power"))
_LETTER = pattern(r"[\d\s][a-z]\Z")
"""A unit of one letter may be something else: 5 m may be five million."""


@check(Severity.WARNING)
def measure(pair: Pair) -> Iterator[Fault]:
    """Flag a unit or a currency that has become another or is lost, and a percentage without its sign.

    Kilometres and metres, tonnes and kilograms, hectares and acres, Celsius and Fahrenheit, dollars, euros and
    others; by name, by symbol, by code or by sign, one amount at a time; what a rate is told by, mg/kg or per month;
    how often a year something is; and thousands of dollars, above a table, that have become millions. Leaves alone
    what is converted and what is there as well, adjectives (10-kilometre), and what the source has without a number.

    Source: ISO 4217; BIPM, The International System of Units.
    """
    source = plain(pair.unit.source)
    if pair.source.code != "en" or pair.target.code not in _SHARE:
        yield from _abroad(pair, source)
        return
    if not _may_measure(source):  # as most
        return
    counted, percent = counted_units(source), _percent(source)
    target = plain(pair.unit.target)
    code = pair.target.code
    amounts = other_amount(source, target, ("en", code), [unit for unit, _ in counted])
    apart = (*other_duration(source, target, code), *other_multiple(source, target, code), *amounts)
    for fault in (
        apart
        or other_frequency(source, target, code)
        or other_rate(source, target, code)
        or bare_amount(source, target, code)
    ):
        yield _placed(fault, pair, source, target)
    for unit, match in () if amounts else counted:
        other = _instead(unit, source, target, pair.target.code)
        if other:
            at = span_of(pair.unit.target, target, *other.span())
            of = span_of(pair.unit.source, source, *match.span())
            yield Fault(f"the translation has {other[0].strip()} where the source has {match[0].strip()}", at, of)
    if gone := _lost(counted, target, code):
        yield Fault(
            f"{gone[0]} is a mere number in the translation", None, span_of(pair.unit.source, source, *gone.span())
        )
    if percent and _is_bare(percent, source, target, pair.target.code):
        place = span_of(pair.unit.source, source, *percent.span())
        yield Fault(f"{percent[0]} is not a percentage in the translation", None, place)


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _may_measure(source: str) -> bool:
    """Say whether an English source has anything that this check compares."""
    if counted_units(source) or _percent(source) or has_durations(source):
        return True
    return may_have_multiple(source) or may_have_rates(source) or may_have_frequency(source)


def _abroad(pair: Pair, source: str) -> Iterator[Fault]:
    """Compare the amounts of a source in another language than English."""
    codes = pair.source.code, pair.target.code
    counted = [unit for unit in units() if codes[0] in unit.named and unit.named[codes[0]].search(source)]
    target = plain(pair.unit.target) if counted else ""
    for fault in other_amount(source, target, codes, counted) if target else ():
        yield _placed(fault, pair, source, target)


def _placed(fault: Fault, pair: Pair, source: str, target: str) -> Fault:
    """Find what a fault means in the texts as they stand in the file."""
    at, of = _place(pair.unit.target, target, fault.at), _place(pair.unit.source, source, fault.of)
    return replace(fault, at=at, of=of)


def _place(raw: str, text: str, span: Span | None) -> Span | None:
    return span_of(raw, text, span.start, span.end) if span else None


@lru_cache(maxsize=4096)
def _percent(source: str) -> re.Match[str] | None:
    """Find the first percentage of the source."""
    return _PER_CENT.search(source) if "%" in source or "cent" in source else None


def _instead(unit: Unit, source: str, target: str, language: str) -> re.Match[str] | None:
    """Find another unit of the kind that the source does not have, or has less often, where this one is not."""
    if unit.named[language].search(target) or are_as_much(source, target, language):
        return None
    if unit.kind == "share" and _is_same_share(unit, source, target, language):
        return None
    for other in units():
        if other.kind == unit.kind and other is not unit:
            is_there = may_be_in(other.written[language], target)
            there = list(other.named[language].finditer(target)) if is_there else []
            if len(there) > len(other.named["en"].findall(source)):
                return there[0]
    return None


def _is_same_share(unit: Unit, source: str, target: str, language: str) -> bool:
    """Say whether all shares of the source are in the translation as hundredths or thousandths: 3‰ is 0.3 per cent."""
    places = [match.span() for match in unit.named["en"].finditer(source)]
    return all(comes_to_same(SHARE, source, place, target, ("en", language)) for place in places)


def _names(unit: Unit, text: str, language: str) -> bool:
    return may_be_in(unit.written[language], text) and bool(unit.named[language].search(text))


def _lost(counted: Sequence[tuple[Unit, re.Match[str]]], target: str, language: str) -> re.Match[str] | None:
    """Find a currency or a unit of the source, where the translation names none at all."""
    if language == "ru" and "пол" in target and HALVED.search(target):
        return None
    for kinds in _NAMED_AT_LEAST_ONCE:
        first = next((match for unit, match in counted if unit.kind in kinds and not _LETTER.search(match[0])), None)
        if first is None or (kinds is _CURRENCY and _MONEY[language].search(target)):
            continue
        likely = [unit for unit, _ in counted if unit.kind in kinds]
        others = (unit for unit in units() if unit.kind in kinds)
        if not any(_names(unit, target, language) for unit in (*likely, *others)):
            return first
    return None


def _is_bare(percent: re.Match[str], source: str, target: str, language: str) -> bool:
    """Say whether the only percentage of the source stands in the translation as a mere number."""
    figures = percent[1].rstrip(".,")
    if len(_PER_CENT.findall(source)) > 1 or "percentage" in source or _SHARE[language].search(target):
        return False
    local = figures if language == "zh" else figures.replace(".", "[.,٫]")
    bare = re.search(rf"(?<![\d.,]){local}(?![\d]|[.,٫]\d)", target)
    shares = len(find_shares(target, language)) - len(find_shares(source, "en"))
    return bare is not None and source.count(figures) == 1 and shares <= 0
