"""Units of measure and currencies: how each is written in the six languages, by its kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from tm.checks.tables import read_table
from tm.text.literals import ByLiterals
from tm.text.pattern import pattern

_SCALE = r"(?:(?:hundred|thousand|million|billion|trillion|mn|bn)\s)?"
_COUNTRY = r"(?:(?:square|cubic|metric|United|States|US|U\.S\.|Canadian|Australian|Swiss|international)\s)"
_OF_A_COUNTRY = rf"{_COUNTRY}{{0,2}}"
_GAP = pattern(r"([\s-]?)((?:de\s|d['’])?)")
_GAPS = {"en": pattern(rf"([\s-]?)({_SCALE})({_COUNTRY}?)({_COUNTRY}?)"), "zh": pattern(r"(\s?)")}
"""What stands between a number and its unit."""

_FIGURE_OR_SIGN = pattern(r"[$€£\d]")
_LETTER = r"(?<![^\W\d_])"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of its kind: of length, of mass, a currency."""

    kind: str
    name: str
    counted: re.Pattern[str]
    """In English, behind its number or before it."""

    named: dict[str, re.Pattern[str]]
    """In any text of a language."""

    before: re.Pattern[str] | None
    """Right before a number: a sign or a code."""

    written: dict[str, str]
    """What `named` is made of."""

    english: str
    """What is looked for in any English text."""

    code: str
    """What stands before its number, as a pattern."""


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def counted_units(source: str) -> tuple[tuple[Unit, re.Match[str]], ...]:
    """Find the units that an English text counts in, each once.

    >>> [(unit.name, match[0]) for unit, match in counted_units("CHF 5 000 for 12 km")]
    [('franc', 'CHF 5'), ('kilometre', '2 km')]
    """
    if not _FIGURE_OR_SIGN.search(source):
        return ()
    places = [match.start() for pattern in (_any(), _coded()) for match in pattern.finditer(source)]
    if not places:
        return ()
    near = _by_literals().near(source, [(place, farthest("en", source, place + 1)) for place in places])
    return tuple((unit, match) for unit in near if (match := _first(unit.counted, source, places)))


def _first(counted: re.Pattern[str], source: str, places: Sequence[int]) -> re.Match[str] | None:
    return next(filter(None, (counted.match(source, place) for place in places)), None)


@cache
def _by_literals() -> ByLiterals[Unit]:
    return ByLiterals((unit.written["en"], unit) for unit in units())


@cache
def _any() -> re.Pattern[str]:
    """Make a pattern of where any unit may begin, so that texts are read once."""
    names = "|".join(unit.english for unit in units())
    return re.compile(rf"[$€£\d](?:(?<=\D)|(?=[\s-]?{_SCALE}{_OF_A_COUNTRY}(?:{names})))")


@cache
def _coded() -> re.Pattern[str]:
    """Make a pattern of the codes before a number."""
    codes = "|".join(unit.code for unit in units() if unit.code)
    return re.compile(rf"[A-Z¥₹₽](?<![A-Za-z$].)(?<=(?=(?:{codes})\s?\d).)")


@cache
def units() -> tuple[Unit, ...]:
    """Give all units."""
    kinds: dict[str, dict[str, dict[str, str]]] = read_table("measures.toml")
    return tuple(_unit(kind, name, forms) for kind, named in kinds.items() for name, forms in named.items())


def _unit(kind: str, name: str, forms: dict[str, str]) -> Unit:
    sign, english = re.escape(forms.pop("sign", "")), forms["en"]
    code = forms.pop("code", "")
    counted = rf"\d[\s-]{{0,1}}{_SCALE}{_OF_A_COUNTRY}(?:{english})(?![\w-])"
    if sign:
        counted = rf"{sign}\s?\d|\d\s?{sign}|{counted}"
    if code:
        counted = rf"(?:{code})\s?\d|{counted}"
    signs = "|".join(filter(None, (sign, code)))
    named = {language: _named(form, signs, language) for language, form in forms.items()}
    return Unit(
        kind,
        name,
        pattern(counted),
        {language: pattern(text, letters=text) for language, text in named.items()},
        pattern(rf"(?:{signs})\s?\Z") if signs else None,
        named,
        english,
        code,
    )


def farthest(language: str, text: str, end: int) -> int:
    """Give the farthest of the places where the unit of a number may begin, by the end of the number."""
    gap = _GAPS.get(language, _GAP).match(text, end)
    return gap.end() if gap else end


def starts(language: str, text: str, end: int) -> Sequence[int]:
    """Give all of them, the farthest first.

    >>> starts("en", "5 million US dollars", 1)
    [13, 10, 2, 1]
    """
    gap = _GAPS.get(language, _GAP).match(text, end)
    return sorted({end, *(place for _, place in gap.regs)} - {-1}, reverse=True) if gap else (end,)


def _named(form: str, signs: str, language: str) -> str:
    words = form.replace("~", r"\w*")
    if language == "zh":
        whole = rf"(?<![A-Za-z](?=[A-Za-z]))(?:{words})(?!(?<=[A-Za-z])[A-Za-z])"  # g is none in kg
        return f"{whole}|{signs}" if signs else whole
    before = rf"{_LETTER}(?:ال|بال|لل|وال|[وبلف])?" if language == "ar" else _LETTER
    whole = rf"{before}(?:{words})(?![^\W_])"
    return f"{whole}|{signs}" if signs else whole
