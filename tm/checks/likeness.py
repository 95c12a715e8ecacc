"""Say why two texts cannot be translations of each other: length, script, numbers, dates, symbols."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from tm.checks.check import Fault, Pair, UnitCheck
from tm.checks.completeness import untranslated
from tm.checks.placeables import date, number, symbol
from tm.checks.references import agenda_item, resolution
from tm.model.language import BY_CODE
from tm.model.unit import Unit

KINDS = ("length", "script", "untranslated", "number", "date", "symbol")
"""What can speak against two texts, the quickest to find out first."""

_LENGTH = {"en": 1.0, "fr": 1.2, "es": 1.17, "ru": 1.15, "ar": 0.9, "zh": 0.3}
"""Characters for one of English: medians of the Goals' indicators, the Universal Declaration and TICO-19."""

_SLACK = 15
"""Characters added to both sides, so that short texts may differ more."""

_MOST = 3.0
"""Of real pairs of these three sets, one in two thousand is further apart, most of them wrongly paired."""

_SCRIPTS = {
    "Arab": re.compile("[\u0620-\u064a\u0671-\u06d3]"),
    "Cyrl": re.compile("[\u0400-\u052f]"),
    "Hans": re.compile("[\u3400-\u9fff]"),
}
"""The letters of each script but the Latin one, which names and symbols keep in all languages."""

_CHECKS: dict[str, tuple[UnitCheck, ...]] = {
    "untranslated": (untranslated,),
    "number": (number, agenda_item),
    "date": (date,),
    "symbol": (symbol, resolution),
}


def doubts(
    source: str, target: str, source_language: str, target_language: str, kinds: Collection[str] = KINDS
) -> Iterator[tuple[str, str]]:
    """Yield what speaks against a pair of texts, each a kind and a sentence; languages are codes.

    >>> list(doubts("Resolution 70/1", "Résolution 70/11", "en", "fr", ["symbol"]))
    [('symbol', 'the translation has 70/11, the source 70/1')]
    """
    if "length" in kinds:
        ratio = (len(target) / _LENGTH[target_language] + _SLACK) / (len(source) / _LENGTH[source_language] + _SLACK)
        if not 1 / _MOST <= ratio <= _MOST:
            yield "length", f"{len(source)} and {len(target)} characters"
    if "script" in kinds:
        for text, code in ((source, source_language), (target, target_language)):
            found = _foreign_script(text, BY_CODE[code].script)
            if found:
                yield "script", f"the {BY_CODE[code].name} text is in {found} letters"
    pair = Pair(Unit(source, target), BY_CODE[source_language], BY_CODE[target_language])
    for name, checks in _CHECKS.items():
        for check in checks if name in kinds else ():
            yield from ((name, fault.message if isinstance(fault, Fault) else fault) for fault in check.function(pair))


def _foreign_script(text: str, script: str) -> str:
    """Name the script that most letters of a text are in, where it is one that the language is not written in."""
    if text.isascii():
        return ""
    counts = {name: len(letters.findall(text)) for name, letters in _SCRIPTS.items()}
    most = max(counts, key=counts.__getitem__)
    letters = sum(map(str.isalpha, text))
    if most == script or 2 * counts[most] <= letters:
        return ""
    return {"Arab": "Arabic", "Cyrl": "Cyrillic", "Hans": "Chinese"}[most]
