"""Placeholders of programs: {name}, %(name)s, %s, ${name}, each as it is in the source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tm.checks.check import Fault, Pair, check
from tm.model.finding import Severity, Span

_PLACEHOLDER = re.compile(
    r"\$?\{[A-Za-z_][\w.]{0,40}(?:[!:][^{}\s]{0,12})?\}|\{\d{1,2}\}"  # {name}, ${name}, {0}
    r"|%\(\w{1,40}\)[#0 +-]{0,2}\d{0,2}(?:\.\d{1,2})?[sdifr]"  # %(name)s
    r"|(?<![A-Za-z0-9%])(?<!\d\s)%(?:\d{1,2}\$)?(?:\.\d)?(?:l?[diu]|[sfc])(?![A-Za-z0-9%])"  # %s, %1$d
)

_MAYBE = re.compile(r"[{%](?:(?<=\{)[A-Za-z_\d]|(?<=%)[(\d.ldiusfc])")
"""The beginning of each: most texts have none."""

_REPLACE = re.compile(r"\b[Rr]eplace\s(\{\w{1,40}\})")
"""What the source asks the translator to fill in."""


@check(Severity.ERROR, signs="{%")
def placeholder(pair: Pair) -> Iterator[Fault]:
    """Flag a placeholder of a program that is lost, added, translated or broken; another order is fine.

    Those of Python, C and shell: {name}, {0}, ${name}, %(name)s, %s, %1$d. A per cent sign behind a number is none.

    Source: GNU gettext, format strings; Python, string formatting.
    """
    source, target = pair.unit.source, pair.unit.target
    if not _MAYBE.search(source):
        return
    theirs, ours = list(_PLACEHOLDER.finditer(source)), list(_PLACEHOLDER.finditer(target))
    told = {one[1] for one in _REPLACE.finditer(source)}
    theirs = [one for one in theirs if one[0] not in told]
    wanted, found = Counter(one[0] for one in theirs), Counter(one[0] for one in ours)
    if wanted == found or not wanted:
        return
    for text in wanted - found:
        place = next(one for one in theirs if one[0] == text)
        yield Fault(f"the placeholder {text} is not in the translation", None, Span(*place.span()))
    for text in found - wanted if not told else ():
        place = next(one for one in reversed(ours) if one[0] == text)
        yield Fault(f"the placeholder {text} is not in the source", Span(*place.span()))
