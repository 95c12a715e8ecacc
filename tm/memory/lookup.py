"""Find the best matches for a segment: exact ones, then similar ones, as if compared with every entry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heappush, heappushpop

from tm.matching.rank import Candidate, agreement, penalties, rank
from tm.matching.similarity import differences, similarity
from tm.memory.store import Store
from tm.model.match import Context, Match, MatchKey
from tm.text.normalize import match_key


@dataclass(frozen=True, slots=True)
class Query:
    """A segment to look up.

    Attributes:
        text: the segment as it stands in the document.
        source, target: codes of its language and of the one wanted.
        before, after: its neighbours' texts; None unknown, "" the document's beginning or end.
        role: of its unit (msgctxt); "" when it does not matter.
    """

    text: str
    source: str
    target: str
    before: str | None = None
    after: str | None = None
    role: str = ""


def lookup(store: Store, query: Query, *, min_score: float, limit: int) -> list[Match]:
    """List up to `limit` matches of at least `min_score`, the best by (score, context, penalties, newest) first.

    Entries of one source and one target are one match, that of the entry which ranks first.

    Raises:
        StoreError: the memory cannot be read.
    """
    key = match_key(query.text)
    if not key or limit < 1:
        return []
    best = _Best(limit, min_score)
    best.take(_variants(store, query, key, 100.0))
    for proposal in _proposals(store, query, key, best):
        score = similarity(key, proposal)
        if score >= best.floor:
            best.take(_variants(store, query, proposal, score))
    return [_match(key, query, candidate) for candidate in rank(best.found)[:limit]]


class _Best:
    """Candidates found so far; `floor` is the score that a further one needs to be among the best."""

    def __init__(self, limit: int, min_score: float) -> None:
        self.found: list[Candidate] = []
        self.floor = min_score
        self._limit = limit
        self._highest: list[float] = []

    def take(self, candidates: Sequence[Candidate]) -> None:
        for candidate in candidates:
            self.found.append(candidate)
            if len(self._highest) < self._limit:
                heappush(self._highest, candidate.score)
            else:
                heappushpop(self._highest, candidate.score)
        if len(self._highest) == self._limit:
            self.floor = max(self.floor, self._highest[0])


def _proposals(store: Store, query: Query, key: MatchKey, best: _Best) -> Iterator[MatchKey]:
    """Yield the keys, other than the query's, that can still be among the best."""
    if best.floor == 100:
        return
    for proposal in store.similar(key, query.source, query.target, lambda: best.floor):
        if proposal.bound >= best.floor and proposal.key != key:
            yield proposal.key


def _variants(store: Store, query: Query, key: MatchKey, score: float) -> list[Candidate]:
    """Find the different translations of a key, each with the entry that ranks first."""
    asked = Context(_key(query.before), _key(query.after))
    entries = store.exact(key, query.source, query.target)
    ranked = rank(
        Candidate(entry, score, agreement(asked, entry.context), penalties(entry, query.role)) for entry in entries
    )
    by_target: dict[str, Candidate] = {}
    for candidate in ranked:
        by_target.setdefault(candidate.entry.texts[query.target], candidate)
    return list(by_target.values())


def _key(neighbour: str | None) -> MatchKey | None:
    return None if neighbour is None else match_key(neighbour)


def _match(key: MatchKey, query: Query, candidate: Candidate) -> Match:
    entry = candidate.entry
    source = entry.texts[query.source]
    return Match(
        candidate.score,
        candidate.kind,
        source,
        entry.texts[query.target],
        entry.origin,
        penalties=candidate.penalties,
        differences=differences(key, match_key(source)),
    )
