"""Find what is left or a part of a number: all but two of the 47 members are 45, two thirds of the 90 islands 60."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from tm.checks.amount import Amount
from tm.text.number import Number
from tm.text.pattern import pattern
from tm.text.shares import find_shares

_BUT = {
    "en": pattern(r"\b[Aa]ll\sbut\s\Z"),
    "fr": pattern(r"\b[Tt]ou(?:te)?s,?\s(?:sauf|moins|excepté|hormis)\s\Z"),
    "es": pattern(r"\b[Tt]od[oa]s,?\s(?:menos|salvo|excepto)\s\Z"),
    "ru": pattern(r"\b[Вв]се,?\s(?:кроме|за\sисключением)\s\Z"),
}
_OF = {
    "en": pattern(r"\sof\s(?:the\s|its\s|their\s|our\s)?(?:\w+\s)?"),
    "fr": pattern(r"\s(?:des|de\s(?:ses|leurs|nos))\s"),
    "es": pattern(r"\sde\s(?:los|las|sus)\s"),
    "ru": pattern(r"\sиз\s(?:\w+\s)?"),
}
_REACH = 24
"""Characters before a number in which "all but" stands."""


def remainders(text: str, language: str, numbers: Sequence[Number]) -> Iterator[Amount]:
    """Yield what a plain text says so, at the place of the smaller number or the share.

    >>> from tm.text.numbers import find_numbers
    >>> text = "All but two of the 47 members agreed."
    >>> [int(value) for one in remainders(text, "en", find_numbers(text, "en")) for value in one.values]
    [45]
    """
    if language not in _BUT:
        return
    for one, two in pairwise(numbers):
        if _OF[language].fullmatch(text, one.end, two.start) and _BUT[language].search(
            text[max(0, one.start - _REACH) : one.start]
        ):
            values = frozenset(Fraction(b - a) for a in one.quantities for b in two.quantities if 0 < a < b)
            yield Amount(one.start, one.end, "count", values)
    for share in find_shares(text, language) if numbers else ():
        for whole in numbers:
            if share.end <= whole.start <= share.end + _REACH and _OF[language].fullmatch(text, share.end, whole.start):
                values = frozenset(share.value * Fraction(value) for value in whole.quantities)
                yield Amount(share.start, share.end, "count", values)
