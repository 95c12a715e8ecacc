"""Numbers that are said otherwise: two weeks are quinze jours, 24 hours a day круглосуточно, 38 per 1,000 is 38‰."""

from __future__ import annotations

import re

from tm.checks.check import Fault
from tm.text.pattern import pattern

_PER_MILLE = "‰|千分之|промилле|pour\\smille|por\\smil(?!l)|في\\sالألف"
_IDIOMS: tuple[tuple[re.Pattern[str], dict[str, re.Pattern[str]]], ...] = tuple(
    (pattern(english, re.IGNORECASE), {code: pattern(form, re.IGNORECASE) for code, form in forms.items()})
    for english, forms in (
        (
            r"\b(?:two|2)[\s-]weeks?\b|\bfortnight",
            {
                "fr": r"\b(?:quinze|15)\s(?:\(15\)\s)?jours\b|\bquinzaine\b",
                "es": r"\b(?:quince|15)\sdías\b|\bquincena",
                "ru": r"\b(?:14|15)\sдней\b",
                "zh": "14天|15天|半个?月",
            },
        ),
        (
            r"\b24[\s-]hours?\b|\b24/7\b|\b24[\s-]hour\b",
            {
                "fr": r"jour\set\snuit|24\sheures\ssur\s24|24\sh/24",
                "es": r"día\sy\snoche|todo\sel\sdía|las\s24\shoras",
                "ru": r"круглосуточн|круглые\sсутки|в\sсутки|суток|сутки",
                "zh": "全天候|昼夜|全天|一昼夜",
                "ar": r"مدار\sالساعة|ليل\s?نهار|يوم\sكامل",
            },
        ),
        (r"\bper\s(?:1[,\s]?000|thousand)\b", dict.fromkeys(("fr", "es", "ru", "zh", "ar"), _PER_MILLE)),
    )
)


def is_idiom(fault: Fault, source: str, target: str, language: str) -> bool:
    """Say whether a number of the English source that is not in the translation is said there in its own way.

    Args:
        fault: with the place of the number in the plain source.
    """
    if fault.of is None:
        return False
    return any(
        match.start() <= fault.of.start < match.end() and language in forms and forms[language].search(target)
        for english, forms in _IDIOMS
        for match in english.finditer(source)
    )
