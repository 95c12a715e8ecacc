"""Find decimals of an English source that fall apart in the translation: 5.75 as « 5 75 » or « 5 ,75 »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from tm.checks.check import Fault
from tm.model.finding import Span
from tm.text.digits import ascii_digits
from tm.text.pattern import pattern

_DECIMAL = pattern(r"[0-9](?<![\w.,/:-].)\d{0,2}\.\d{1,3}(?![\w/:-]|[.,]\d)")
_APART = pattern(r"[\d٠-٩](?:[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}][.,٫]?|[.,٫] ) ?[\d٠-٩]")
_SPACE = "[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]"
_SIGNS = {"zh": ".", "en": "."}
"""The sign of decimals, where it is no comma."""


def split_decimals(source: str, target: str, language: str) -> Iterator[Fault]:
    """Yield the decimals of an English text whose parts stand one behind the other in a plain translation.

    >>> [fault.message for fault in split_decimals("a rate of 5.75 per cent", "un taux de 5 75 %", "fr")]
    ['5 75 is no number: the source has 5.75']
    """
    if "." not in source or not (wanted := _decimals(source)) or not _APART.search(target):
        return
    read = ascii_digits(target)
    for decimal in wanted:
        whole, _, digits = decimal.partition(".")
        if re.search(rf"(?<!\d){whole}[.,٫]{digits}(?!\d)", read):
            continue
        none = rf"|{_SPACE}" if len(digits) < 3 or whole == "0" else ""  # 1 250 is a number, 0 512 none
        apart = rf"(?<![\d.,]){whole}(?:{_SPACE}[.,٫]{_SPACE}?|[.,٫]{_SPACE}{none}){digits}(?![\d]|[.,]\d)"
        if found := re.search(apart, read):
            sign = _SIGNS.get(language, "," if target[found.start()].isascii() else "٫")
            first, last = (
                target[found.start() : found.start() + len(whole)],
                target[found.end() - len(digits) : found.end()],
            )
            text = target[slice(*found.span())]
            yield Fault(f"{text} is no number: the source has {decimal}", Span(*found.span()), fix=first + sign + last)


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _decimals(source: str) -> Sequence[str]:
    return list(dict.fromkeys(_DECIMAL.findall(source)))
