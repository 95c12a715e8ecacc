"""Tell two amounts that have changed places on both sides of "against": $15.2 million, against $14.8 million."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tm.checks.check import Fault
from tm.model.finding import Span
from tm.text.number import Form, Number
from tm.text.numbers import find_numbers
from tm.text.pattern import pattern

MAYBE = pattern(r"(?:\bagainst\b|\bcompared\s(?:with|to)\b|\bversus\b|\bas\sopposed\sto\b|\bup\sfrom\b|\bdown\sfrom\b)")
WORDS = frozenset(("against", "compared", "versus", "opposed", "up", "down"))
"""One of these is in all of them."""

_LONGEST = 90
"""Characters between the two amounts."""

_BUDGET = {
    "en": r"appropriations?|budget\w*|provisions?|allocations?|apportionments?|approved\samounts?|estimates?|targets?",
    "fr": r"crédits?|budgets?|montants?\s(?:approuvés?|prévus?|ouverts?)|enveloppes?|ouvertures?|prévisions?"
    r"|objectifs?",
    "es": r"consignaci(?:ón|ones)|presupuesto\w*|créditos?|asignaci(?:ón|ones)|objetivos?|estimaci(?:ón|ones)",
    "ru": r"ассигнован\w+|бюджет\w*|смет\w+|целев\w+",
    "ar": r"اعتماد\w*|ميزانية|مخصصات|تقديرات|هدف",
    "zh": "批款|拨款|核定预算|预算|经费|估计数|目标",
}
"""What the second amount is, where the source says what it is."""

_COMPARED = {
    "fr": r"\bcontre\b|\bpar\srapport\s(?:à|aux?)\b|\bcomparée?s?\sà\b|\bau\slieu\sde\b|\bface\sà\b"
    r"|\bcontrairement\sà\b",
    "es": r"\bfrente\sal?\b|\bcontra\b|\ben\scomparación\scon\b|\bcomparad[oa]s?\scon\b|\ben\slugar\sde\b"
    r"|\brespecto\sde\b",
    "ru": r"\bпротив\b|\b(?:по\sсравнению|в\sсравнении)\sс\b|\bвместо\b",
    "ar": r"مقابل|مقارنة|بالمقارنة|بدلا",
    "zh": "[高低多少]于|超过|不及",
}
"""What says "against" between two amounts."""


def exchanged_compared(source: str, target: str, source_language: str, target_language: str) -> list[Fault]:
    """Say when two amounts that are compared stand the other way round, on both sides of what compares them.

    >>> target = "14,8 millions de dollars, contre un budget de 15,2 millions"
    >>> exchanged_compared("$15.2 million, against a budget of $14.8 million", target, "en", "fr")[0].message
    '14,8 millions and 15,2 millions have changed places'
    """
    if source_language != "en" or target_language not in _COMPARED:
        return []
    theirs, ours = _amounts(source, "en"), _amounts(target, target_language)
    if len(theirs) != 2 or len(ours) != 2 or theirs[0].values & theirs[1].values:
        return []
    if not (theirs[0].values & ours[1].values and theirs[1].values & ours[0].values):
        return []
    (one, two), (first, second) = theirs, ours
    here, there = source[one.end : two.start], target[first.end : second.start]
    said = MAYBE.search(here)
    if not said or max(len(here), len(there)) > _LONGEST:
        return []
    is_budget = re.search(rf"\b(?:{_BUDGET['en']})\s\w*[\s$€£]*\Z", here) is not None
    behind = rf"(?:{_BUDGET[target_language]})[^,;.，؛،]{{0,24}}\Z"
    if re.search(behind, there) if is_budget else re.search(_COMPARED[target_language], there):
        message = f"{first.text} and {second.text} have changed places"
        return [Fault(message, Span(first.start, second.end), Span(one.start, two.end))]
    return []


def _amounts(text: str, language: str) -> Sequence[Number]:
    """Give the numbers in figures that are no years."""
    return [
        one
        for one in find_numbers(text, language)
        if one.form is Form.FIGURES and not (len(one.text) == 4 and one.text[:2] in {"19", "20"})
    ]
