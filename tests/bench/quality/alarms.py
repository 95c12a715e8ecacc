"""What is found in text as people left it: how much, and how much of it is true."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quality.finders import findings, pofilter
from quality.judgements import Told, judgements, sample
from quality.pairs import LANGUAGES, Pair, pairs
from tm.model.finding import Severity


@dataclass(frozen=True, slots=True)
class Alarms:
    """Findings of warning and error on a set in a language.

    Attributes:
        units, flagged, peer: pairs in all, with a finding of ours, with one of pofilter's.
    """

    set: str
    language: str
    units: int
    flagged: int
    peer: int
    told: Sequence[Told]


def alarms(name: str, *, peer: bool) -> Iterator[Alarms]:
    """Check a set in each language."""
    for language in LANGUAGES:
        held = pairs(name, language) if (name, language) not in _ABSENT else ()
        told = {pair: list(_told(pair)) for pair in held}
        flagged = [found for found in told.values() if found]
        short = [pair for pair in held if len(pair.source) + len(pair.target) < _TOO_LONG_FOR_PEER]
        theirs = sum(bool(pofilter(pair.source, pair.target, language)) for pair in short) if peer else 0
        everything = [one for found in flagged for one in found]
        if held:
            yield Alarms(name, language, len(held), len(flagged), theirs, everything)


_TOO_LONG_FOR_PEER = 5_000
"""Characters of a pair with which pofilter takes minutes; it counts as silent there."""

_ABSENT = {("sdg-metadata", "ar"), ("sdg-metadata", "zh"), ("dimanual", "ar")}


def _told(pair: Pair) -> Iterator[Told]:
    for one in findings(pair.source, pair.target, pair.language, pair.notes):
        if one.severity is not Severity.INFO:
            yield Told(pair, one.check, one.message)


def precision(told: Sequence[Told], count: int) -> tuple[int, int, int]:
    """Give how many findings of a sample are true, false, and not judged."""
    verdicts = Counter(judgements().get(one.key) for one in sample(told, count))
    return verdicts[True], verdicts[False], verdicts[None]
