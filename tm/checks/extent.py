"""How long a translation is beside its source: cut off, far too long, or a sentence more."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from tm.checks.check import Fault, Pair, check
from tm.checks.sentences import sentence_ends
from tm.model.finding import Severity
from tm.text.plain import plain

_LENGTH = {"en": 1.0, "fr": 1.2, "es": 1.17, "ru": 1.15, "ar": 0.9, "zh": 0.3}
"""Characters for one of English: medians of the Goals' indicators, the Universal Declaration and TICO-19."""

_SHORT = {"en": 0.45, "fr": 0.4, "es": 0.42, "ru": 0.5, "ar": 0.68, "zh": 0.6}
_LONG = {"en": 0.6, "fr": 0.6, "es": 0.55, "ru": 0.65, "ar": 0.7, "zh": 1.1}
"""How much speaks for a lost end, or too great a length, in three of a thousand of their pairs."""

_SHORTEST = 25
"""Characters of English below which a length says nothing: headings."""

_OWN_LETTERS = frozenset(("ar", "ru", "zh"))
"""Languages of which a text in Latin letters is no translation: another check says so."""

_CLOSED = re.compile(
    r"[.!?…:;。．！？：；؟؛,،，、][\s\"'”’“„»›)\]}）】」』》〉*\d]{0,6}(?:\s(?:and|or|et|ou|y|e|o|u|и|или|و|أو))?\Z"
    r"|[；，、](?:以及|和|或|及)\Z"
)
_COMMAS, _CLAUSES = ",，،、", ";；؛:："


@dataclass(frozen=True, slots=True)
class _Extent:
    """What lengths say.

    Attributes:
        excess: by how much the translation is longer than usual, as a logarithm; it says more of longer texts.
        open_end: whether the source ends with a stop, and the translation does not.
        sentences: how many the translation has more than the source; commas, clauses: the same as shares.
        without: the excess if its shortest sentence were not there.
    """

    excess: float
    open_end: bool
    sentences: int
    commas: float
    clauses: float
    without: float


@lru_cache(maxsize=4)
def _extent(source: str, target: str, source_language: str, target_language: str) -> _Extent | None:
    """Compare two plain texts; None where the source is too short to say anything or the lengths are as usual."""
    length = len(source) / _LENGTH[source_language]
    if length < _SHORTEST or not target or (target_language in _OWN_LETTERS and target.isascii()):
        return None
    excess = math.log(len(target) / _LENGTH[target_language] / length)
    if -0.1 < excess < 0.08:
        return None
    weight = 1 + 0.4 * max(-1.2, min(math.log(length / 100), 1.2))
    ends = sentence_ends(target)
    shortest = min((end - start for start, end in pairwise((0, *ends, len(target)))), default=0) if ends else 0
    return _Extent(
        excess * weight,
        _is_closed(source) and not _is_closed(target),
        len(ends) - len(sentence_ends(source)),
        _surplus(source, target, _COMMAS),
        _surplus(source, target, _CLAUSES),
        (excess + math.log(1 - shortest / len(target))) * weight,
    )


def _has_more(extent: _Extent, language: str) -> bool:
    """Say whether a sentence is rather added than split off: the length is more usual without it than with it."""
    limit = 0.0 if language == "zh" else -0.1
    return extent.sentences > 0 and extent.excess > 0.1 and extent.excess + extent.without > limit


def _is_closed(text: str) -> bool:
    return bool(_CLOSED.search(text[-16:]))


def _surplus(source: str, target: str, signs: str) -> float:
    theirs, ours = (sum(map(text.count, signs)) for text in (source, target))
    return (ours - theirs) / (ours + theirs + 1)


def _of(pair: Pair) -> _Extent | None:
    source, target = plain(pair.unit.source).strip(), plain(pair.unit.target).strip()
    return _extent(source, target, pair.source.code, pair.target.code)


@check(Severity.WARNING)
def truncated(pair: Pair) -> Iterator[Fault]:
    """Flag a translation that is far too short for its source, or lacks its last sentence or clause.

    Lengths are compared with what is usual between the two languages; a missing final stop, fewer sentences and fewer
    commas weigh in. Short headings say nothing, and two sentences may become one.

    Source: measured on the Goals' indicators, the Universal Declaration and TICO-19.
    """
    extent = _of(pair)
    if extent is None:
        return
    lost = max(-extent.sentences, 0)
    signs = -0.1 * extent.commas - 0.08 * extent.clauses + 0.25 * min(lost, 1) + 0.5 * extent.open_end
    if extent.excess < 0 and signs - extent.excess > _SHORT[pair.target.code]:
        what = "a sentence seems to be missing" if lost else "the end seems to be missing"
        yield Fault(f"the translation is far shorter than usual: {what}")


@check(Severity.WARNING)
def added_text(pair: Pair) -> Iterator[Fault]:
    """Flag a translation with a sentence more than its source.

    One sentence rightly split in two is of usual length, and left alone.
    """
    extent = _of(pair)
    if extent and _has_more(extent, pair.target.code):
        yield Fault("the translation has a sentence more than the source, and is longer than usual")


@check(Severity.WARNING)
def length(pair: Pair) -> Iterator[Fault]:
    """Flag a translation that is far too long for its source, but has no sentence more.

    Lengths are compared with what is usual between the two languages; short headings say nothing.
    """
    extent = _of(pair)
    code = pair.target.code
    if extent and extent.excess > _LONG[code] and not _has_more(extent, code):
        yield Fault("the translation is far longer than usual")
