"""Which match comes first: by score, context, penalties, and the newest."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tm.model.match import Context, Entry, Kind, Status

_DISTRUST = {
    Status.ALIGNED: ("alignment not reviewed", 3.0),
    Status.DRAFT: ("draft", 3.0),
    Status.MACHINE: ("machine translation", 10.0),
}
UNFINISHED = tuple(_DISTRUST[status][0] for status in (Status.DRAFT, Status.MACHINE))
"""Names of the penalties of what nobody has finished."""

_OTHER_ROLE = ("other role", 1.0)

_TYPE = re.compile(r"\D*")

Standing = tuple[float, int, float, bool, str, int]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry found for a query.

    Attributes:
        score: of its source against the query's, 0 to 100.
        agreement: how many of its neighbours are known to be the query's, 0 to 2.
        penalties: name and points.
        is_akin: whether it comes from a document of the query's type.
    """

    entry: Entry
    score: float
    agreement: int = 0
    penalties: tuple[tuple[str, float], ...] = ()
    is_akin: bool = False

    @property
    def kind(self) -> Kind:
        if self.score < 100:
            return Kind.FUZZY
        return Kind.CONTEXT if self.agreement == 2 else Kind.EXACT


def agreement(query: Context, entry: Context) -> int:
    """Count on how many sides the neighbours are known and equal; both documents' ends count as equal."""
    before = query.before is not None and query.before == entry.before
    after = query.after is not None and query.after == entry.after
    return before + after


def penalties(entry: Entry, role: str) -> tuple[tuple[str, float], ...]:
    """Say what speaks against an entry for a query of this role; "" asks for no role."""
    found = [_DISTRUST[entry.status]] if entry.status in _DISTRUST else []
    if role and entry.role != role:
        found.append(_OTHER_ROLE)
    return tuple(found)


def document_type(name: str) -> str:
    """Tell the type of a document by its name: the last part of it up to the first digit.

    >>> document_type("letter-2022-07-25"), document_type("reports/A_RES_70_1")
    ('letter', 'a_res')
    """
    return _TYPE.match(name.rpartition("/")[2])[0].rstrip("-_. ").casefold()  # type: ignore[index]  # always matches


def rank(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Put candidates in order, best first.

    By score, context, penalties, type of document, date; of equals the one that the store took last comes first.
    """
    return sorted(candidates, key=standing, reverse=True)


def standing(found: Candidate) -> Standing:
    """Say where a candidate stands among others: the higher, the better."""
    points = sum([points for _, points in found.penalties])
    return found.score, found.agreement, -points, found.is_akin, found.entry.origin.date, found.entry.id
