"""Compare what rates are told by: mg/kg is no mg/l, a sum per month no sum per year, and a ton no ounce."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from tm.checks.as_often import OFTEN, comes_to_same
from tm.checks.check import Fault
from tm.checks.tables import read_table
from tm.checks.units import units
from tm.model.finding import Span
from tm.text.literals import ByLiterals
from tm.text.pattern import pattern

_LONGEST = 4000
"""Characters of sources that are looked at: a longer one is no sentence."""

_MAYBE = pattern(r"[/p](?:(?<=/)\s?[a-zA-Z]|(?<!\w.)er\s(?!cent\b))")
_MAYBE_A = pattern(
    r" an? (?:ton|kilo|gram|kg|pound|lb|ounce|oz|carat|quintal|barrel|bushel|lit(?:re|er)|gallon|hectare|acre|mile"
    r"|met(?:re|er)|cubic|square|second|minute|hour|day|week|month|quarter|year)"
)
_KINDS = frozenset({"length", "mass", "area", "volume"})
_COUNTED = (
    "(?:"
    + "|".join(rf"(?<={word}\s)" for word in (r"\d", "dollars", "euros", "cents", "illion", "once", "twice", "times"))
    + ")"
)
"""Before "a ton", where something is told by it."""

_BY = {
    "en": rf"/\s?|(?:\bper\s|{_COUNTED}an?\s)(?:square\s|cubic\s)?",
    "fr": r"/\s?|\bpar\s|\bau\s|\b(?:à\s)?l['’]|\bl[ae]\s",
    "es": r"/\s?|\bpor\s|\bal\s|\b(?:a\s)?la\s|\bel\s",
    "ru": r"/\s?|(?<!\w)(?:в|на|за)\s(?:один\s|одну\s|1\s)?",
    "zh": r"/\s?|每一?",
    "ar": r"/\s?|(?<!\w)(?:لكل|كل|في)\s|(?=لل)",
}
"""Before what a rate is told by."""

_TEMPLATE = pattern(r"\b(?:dd?|mm?|yyyy|yy)(?:[/.-](?:dd?|mm?|yyyy|yy)){1,2}\b", re.IGNORECASE)
"""How a date is to be written: dd/mm/yyyy."""

_PREFIX = 3
"""Characters of the longest prefix of an Arabic unit."""


class _Rate(NamedTuple):
    written: dict[str, str]
    named: dict[str, re.Pattern[str]]
    by: dict[str, re.Pattern[str]]


def may_have_rates(source: str) -> bool:
    """Say whether an English source tells something by a unit."""
    return bool(_of_source(source))


def other_rate(source: str, target: str, language: str) -> list[Fault]:
    """Say when a unit that the English source tells something by has become another.

    >>> [fault.message for fault in other_rate("0.05 mg/kg", "0,05 mg/l", "fr")]
    ['the translation has /l where the source has /kg']
    """
    theirs = _of_source(source)
    for name, match in theirs:
        if language not in _rates()[name].named or _rates()[name].named[language].search(target):
            continue
        for other in _likely(target, language):
            there = _rates()[other].by[language].search(target) if other != name else None
            if (
                there
                and not _rates()[other].named["en"].search(source)
                and not _is_as_often(source, match, target, language)
            ):
                message = f"the translation has {there[0].strip()} where the source has {match[0].strip()}"
                return [Fault(message, Span(*there.span()), Span(*match.span()))]
    return []


def _is_as_often(source: str, found: re.Match[str], target: str, language: str) -> bool:
    """Say whether the translation says as often in another unit of time: twice a year, « par semestre »."""
    return comes_to_same(OFTEN, source, found.span(), target, ("en", language))


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _of_source(source: str) -> Sequence[tuple[str, re.Match[str]]]:
    if len(source) > _LONGEST or not _is_told(source):
        return ()
    if "yy" in source.lower():
        source = _TEMPLATE.sub(lambda match: " " * len(match[0]), source)
    return [(name, match) for name in _likely(source, "en") if (match := _rates()[name].by["en"].search(source))]


def _likely(text: str, language: str) -> Sequence[str]:
    """Name the units whose letters stand where a text may tell something by one."""
    places = [(match.start(), match.end() + _PREFIX) for match in _by(language).finditer(text)]
    return _names(language).near(text, places) if places else ()


def _is_told(source: str) -> bool:
    """Say quickly whether an English text may tell something by a unit: /kg, per hour, a ton."""
    if ("/" in source or "per" in source) and _MAYBE.search(source):
        return True
    return " a" in source and _MAYBE_A.search(source) is not None


@cache
def _by(language: str) -> re.Pattern[str]:
    return re.compile(_BY[language])


@cache
def _names(language: str) -> ByLiterals[str]:
    rates = ((rate.written.get(language), name) for name, rate in _rates().items())
    return ByLiterals((written, name) for written, name in rates if written)


@cache
def _rates() -> dict[str, _Rate]:
    times: dict[str, dict[str, str]] = read_table("rates.toml")
    found = {
        name: _rate({language: _whole(form, language) for language, form in forms.items()})
        for name, forms in times.items()
    }
    for unit in units():
        if unit.kind in _KINDS:
            found[unit.name] = _rate(unit.written)
    return found


def _rate(forms: dict[str, str]) -> _Rate:
    return _Rate(
        forms,
        {language: pattern(form, letters=form) for language, form in forms.items()},
        {language: pattern(rf"(?:{_BY[language]})(?:{form})", letters=form) for language, form in forms.items()},
    )


def _whole(form: str, language: str) -> str:
    return form if language == "zh" else rf"(?<![^\W_])(?:{form})(?![^\W_])"
