"""Numbers, dates and symbols: each value of the source in the translation, and no other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tm.checks.check import Pair, check
from tm.checks.values import compare
from tm.model.finding import Severity
from tm.text.plain import plain
from tm.text.symbols import find_acts, find_symbols


@check(Severity.ERROR)
def number(pair: Pair) -> Iterator[str]:
    """Flag a number that is changed, lost or added; figures may become words and words figures."""
    unit = pair.unit
    yield from compare(unit.source, unit.target, pair.source.code, pair.target.code).numbers


@check(Severity.ERROR)
def date(pair: Pair) -> Iterator[str]:
    """Flag a wrong day, month or year."""
    unit = pair.unit
    yield from compare(unit.source, unit.target, pair.source.code, pair.target.code).dates


@check(Severity.ERROR)
def symbol(pair: Pair) -> Iterator[str]:
    """Flag a document symbol or the number of a resolution that is altered, lost or added."""
    source, target = plain(pair.unit.source), plain(pair.unit.target)
    if "/" not in source and "/" not in target and "." not in source:
        return
    theirs, ours = find_symbols(source), find_symbols(target)
    wanted, found = Counter(one.text for one in theirs), Counter(one.text for one in ours)
    acts = Counter(one.text for one in find_acts(source))
    wanted += acts
    pairs = Counter(one.text for one in find_acts(target, named=False)) if acts else Counter[str]()
    lost = [text for text in wanted if text not in found and text not in pairs]
    added = [text for text in found if text not in wanted]
    if any(text in acts for text in lost):
        known = {one.text for one in find_acts(source, named=False)}
        added += [text for text in pairs if text not in known]
    if len(lost) == 1 and len(added) == 1:
        yield f"the translation has {added[0]}, the source {lost[0]}"
        return
    yield from (f"{text} is not in the translation" for text in lost)
    yield from (f"{text} is not in the source" for text in added)
