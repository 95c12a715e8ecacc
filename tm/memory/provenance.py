"""The note in which a pretranslated unit says where its text comes from: `87% A/75/912 (2021-07-21)`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tm.matching.rank import UNFINISHED
from tm.model.match import Kind, Match

_CONTEXT = ", in context"
_ARROW = " → "
_SCORE = re.compile(r"(\d{1,3}(?:\.\d)?)% ", re.ASCII)
_UNFINISHED = "|".join(UNFINISHED)
_END = re.compile(rf" \(\d{{4}}[\d-]*\)| through [a-z]{{2}}, |{_CONTEXT}|, (?:{_UNFINISHED})(?=,|\Z)", re.ASCII)
"""What follows the name of the document."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """What such a note says: the similarity of the match, 0 to 100, how it came about, and its document."""

    score: float
    kind: Kind
    document: str


def write_provenance(match: Match) -> str:
    """Say where a match comes from and how it came about: `87% A/75/912 (2021-07-21), 3 mai 2020 → 4 mai 2020`."""
    date = f" ({match.origin.date})" if match.origin.date else ""
    through = f" through {match.through.language}, {match.through.origin.document}" if match.through else ""
    context = _CONTEXT if match.kind is Kind.CONTEXT else ""
    unfinished = "".join(f", {name}" for name in unfinished_by(match))
    changes = "".join(f", {change.old}{_ARROW}{change.new}" for change in match.changes)
    return f"{match.score:g}% {match.origin.document}{date}{through}{context}{unfinished}{changes}"


def unfinished_by(match: Match) -> list[str]:
    """Name what shows that nobody has finished a translation: that it is a draft, or a machine's."""
    return [name for name, _ in match.penalties if name in UNFINISHED]


def is_finished(match: Match) -> bool:
    """Tell whether a person has finished a translation, and of this very source, not of one in a third language."""
    return match.through is None and not unfinished_by(match)


def read_provenance(note: str) -> Provenance | None:
    """Read such a note; None for one that says something else.

    >>> read_provenance("87% A/75/912 (2021-07-21), 3 mai 2020 → 4 mai 2020")
    Provenance(score=87.0, kind=<Kind.ADAPTED: 1>, document='A/75/912')
    """
    found = _SCORE.match(note)
    if not found or float(found[1]) > 100:
        return None
    score, said = float(found[1]), note[found.end() :]
    end = _END.search(said)
    after = said[end.start() :] if end else said
    document = said[: end.start()] if end else said.partition(", ")[0] if _ARROW in said else said
    kind = Kind.EXACT if score == 100 else Kind.FUZZY
    if _ARROW in after:
        kind = Kind.ADAPTED
    elif _CONTEXT in after:
        kind = Kind.CONTEXT
    return Provenance(score, kind, document)
