"""Units and currencies: kilometres stay kilometres, and dollars are no euros; a percentage keeps its sign."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib import resources

from tm.checks.check import Fault, Pair, check
from tm.checks.durations import has_durations, other_duration
from tm.checks.multiples import may_have_multiple, other_multiple
from tm.checks.place import span_of
from tm.model.finding import Severity, Span
from tm.text.pattern import pattern
from tm.text.plain import plain
from tm.text.shares import find_shares

_SCALE = r"(?:(?:hundred|thousand|million|billion|trillion|mn|bn)\s)?"
_OF_A_COUNTRY = r"(?:(?:square|cubic|metric|United|States|US|U\.S\.|Canadian|Australian|Swiss|international)\s){0,2}"
_FIGURE_OR_SIGN = pattern(r"[$€£\d]")
_PER_CENT = pattern(r"(\d[\d.,]{0,40}+)\s?(?:%|per\s?cent\b(?!age))")
_SHARE = {
    "ar": pattern(r"[%٪]|في\sالما?ئة|بالما?ئة|المائة|المئة|نسبة|نسب"),
    "es": pattern(r"%|por\s?ci?ento|porcentaje|porcentual", re.IGNORECASE),
    "fr": pattern(r"%|pour\s?cent|p\.\s?100|pourcentage", re.IGNORECASE),
    "ru": pattern(r"%|процент|проц\.", re.IGNORECASE),
    "zh": pattern(r"[%％]|百分|成|‰|比例|率"),
}
"""What says that a number is a share of a hundred."""


@dataclass(frozen=True, slots=True)
class _Unit:
    kind: str
    name: str
    counted: re.Pattern[str]
    """In English, behind its number or before it."""

    named: dict[str, re.Pattern[str]]
    """In any text of a language."""

    english: str
    """What is looked for in any English text."""


@check(Severity.WARNING)
def measure(pair: Pair) -> Iterator[Fault]:
    """Flag a unit or a currency that has become another, and a percentage without its sign.

    Kilometres and metres, tonnes and kilograms, hectares and acres, Celsius and Fahrenheit, dollars, euros and
    others; by name, by symbol or by sign; and thousands of dollars, above a table, that have become millions. Leaves
    alone what is converted and what is there as well, adjectives (10-kilometre), and what the source has without a
    number.

    Source: ISO 4217; BIPM, The International System of Units.
    """
    if pair.source.code != "en" or pair.target.code not in _SHARE:
        return
    source = plain(pair.unit.source)
    if not _may_measure(source):  # as most
        return
    counted, percent = _counted(source)
    target = plain(pair.unit.target)
    code = pair.target.code
    for fault in (*other_duration(source, target, code), *other_multiple(source, target, code)):
        at, of = (_place(*one) for one in ((pair.unit.target, target, fault.at), (pair.unit.source, source, fault.of)))
        yield replace(fault, at=at, of=of)
    for unit, match in counted:
        other = _instead(unit, source, target, pair.target.code)
        if other:
            at = span_of(pair.unit.target, target, *other.span())
            of = span_of(pair.unit.source, source, *match.span())
            yield Fault(f"the translation has {other[0].strip()} where the source has {match[0].strip()}", at, of)
    if percent and _is_bare(percent, source, target, pair.target.code):
        place = span_of(pair.unit.source, source, *percent.span())
        yield Fault(f"{percent[0]} is not a percentage in the translation", None, place)


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _may_measure(source: str) -> bool:
    """Say whether an English source has anything that this check compares."""
    counted, percent = _counted(source)
    return bool(counted or percent or has_durations(source) or may_have_multiple(source))


def _place(raw: str, text: str, span: Span | None) -> Span | None:
    return span_of(raw, text, span.start, span.end) if span else None


@lru_cache(maxsize=4096)
def _counted(source: str) -> tuple[tuple[tuple[_Unit, re.Match[str]], ...], re.Match[str] | None]:
    """Find the units that the source counts in, each once, and its first percentage."""
    if not _FIGURE_OR_SIGN.search(source):
        return (), None
    percent = _PER_CENT.search(source) if "%" in source or "cent" in source else None
    places = [match.start() for match in _any().finditer(source)]
    if not places:
        return (), percent
    return tuple((unit, match) for unit in _units() if (match := _first(unit.counted, source, places))), percent


def _first(counted: re.Pattern[str], source: str, places: Sequence[int]) -> re.Match[str] | None:
    return next(filter(None, (counted.match(source, place) for place in places)), None)


def _instead(unit: _Unit, source: str, target: str, language: str) -> re.Match[str] | None:
    """Find another unit of the kind that the source does not have, or has less often, where this one is not."""
    if unit.named[language].search(target):
        return None
    for other in _units():
        if other.kind == unit.kind and other is not unit:
            there = list(other.named[language].finditer(target))
            if len(there) > len(other.named["en"].findall(source)):
                return there[0]
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


@cache
def _any() -> re.Pattern[str]:
    """Make a pattern of where any unit may begin, so that texts are read once."""
    names = "|".join(unit.english for unit in _units())
    return re.compile(rf"[$€£\d](?:(?<=\D)|(?=[\s-]?{_SCALE}{_OF_A_COUNTRY}(?:{names})))")


@cache
def _units() -> tuple[_Unit, ...]:
    text = (resources.files("tm.checks") / "measures.toml").read_text("utf-8")
    kinds = tomllib.loads(text)
    return tuple(_unit(kind, name, forms) for kind, units in kinds.items() for name, forms in units.items())


def _unit(kind: str, name: str, forms: dict[str, str]) -> _Unit:
    sign = re.escape(forms.get("sign", ""))
    english = forms["en"]
    counted = rf"\d[\s-]{{0,1}}{_SCALE}{_OF_A_COUNTRY}(?:{english})(?![\w-])"
    if sign:
        counted = rf"{sign}\s?\d|\d\s?{sign}|{counted}"
    named = {language: _named(form, sign, language) for language, form in forms.items() if language != "sign"}
    patterns = {language: pattern(text) for language, text in named.items()}
    return _Unit(kind, name, pattern(counted), patterns, named["en"])


def _named(form: str, sign: str, language: str) -> str:
    words = form.replace("~", r"\w*")
    if language == "zh":
        return f"{words}|{sign}" if sign else words
    before = r"(?<![^\W\d_])(?:ال|بال|لل|وال|[وبلف])?" if language == "ar" else r"(?<![^\W\d_])"
    whole = rf"{before}(?:{words})(?![^\W_])"
    return f"{whole}|{sign}" if sign else whole
