"""Tell when the two names of an Arabic month are of two months: حزيران/يوليه."""

from __future__ import annotations

import re
from functools import cache

from tm.checks.check import Fault
from tm.model.finding import Span
from tm.text.months import MONTHS

_LEVANTINE = re.compile("كانون|شباط|[آا]ذار|نيسان|[أا]يار|حزيران|تموز|آب|[أا]يلول|تشرين")
"""مايو/يونيو, two Egyptian names, are two months by intention: May/June."""


def two_months(target: str) -> list[Fault]:
    """Say when a pair of names, the Levantine and the Egyptian, does not name one month.

    >>> [fault.message for fault in two_months("14 حزيران/يوليه 2021")]
    ['حزيران/يوليه names two months']
    """
    if "/" not in target:
        return []
    return [
        Fault(f"{match[0]} names two months", Span(*match.span()))
        for match in _pair().finditer(target)
        if _LEVANTINE.match(match[1])
        and not _LEVANTINE.match(match[2])
        and not any(month.fullmatch(match[1]) and month.fullmatch(match[2]) for month in _months())
    ]


@cache
def _months() -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, MONTHS["ar"].split()))


@cache
def _pair() -> re.Pattern[str]:
    names = "|".join(sorted("|".join(MONTHS["ar"].split()).split("|"), key=lambda name: -len(name)))
    return re.compile(rf"(?<!\w)[وبلف]?({names})/({names})(?!\w)")
