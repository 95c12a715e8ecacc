"""Find the best matches for a segment: exact ones, then similar ones, as if compared with every entry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from heapq import heappush, heappushpop

from tm.matching.rank import Candidate, Standing, agreement, document_type, penalties, rank, standing
from tm.matching.similarity import scorer
from tm.memory.store import Store
from tm.model.language import BY_CODE
from tm.model.match import Context, Entry, Kind, Match, MatchKey, Through
from tm.text.normalize import match_key

_BRIDGED = 100
"""Of the similar segments without a text in the language asked for, so many are tried through a third."""


@dataclass(frozen=True, slots=True)
class Query:
    """A segment to look up.

    Attributes:
        text: the segment as it stands in the document.
        source, target: codes of its language and of the one wanted.
        before, after: its neighbours' texts; None unknown, "" the document's beginning or end.
        role: of its unit (msgctxt); "" when it does not matter.
        document: the name of its document; of equals, entries of documents of the same type come first.
    """

    text: str
    source: str
    target: str
    before: str | None = None
    after: str | None = None
    role: str = ""
    document: str = ""


def lookup(store: Store, query: Query, *, min_score: float, limit: int) -> list[Match]:
    """List up to `limit` matches of at least `min_score`, the best first.

    They are ranked by score, context, penalties, type of document, and the newest. Entries of one source and one
    target are one match, that of the entry which ranks first. A remembered target that differs from what is wanted in
    numbers, dates and the like alone is adapted. Below all others come those found through a third language.

    Raises:
        StoreError: the memory cannot be read.
    """
    key = match_key(query.text)
    if not key or limit < 1:
        return []
    with store.reading(query.source) if min_score < 100 else nullcontext():
        best, orphans = _asked(store, query, key, min_score, limit)
        matches = [_match(query, candidate) for candidate in rank(best.found)[:limit]]
        if len(matches) < limit:
            matches += _bridged(store, query, orphans, matches, limit - len(matches))
    return matches


def _asked(
    store: Store, query: Query, key: MatchKey, min_score: float, limit: int
) -> tuple[_Best, Sequence[tuple[float, MatchKey]]]:
    """Give the best that a store has, and score and key of what has no text in the language wanted."""
    best = _Best(query, limit, min_score)
    orphans: list[tuple[float, MatchKey]] = []
    exact = store.exact(key, query.source, query.target)
    if exact:
        best.take(100.0, exact)
    else:
        orphans.append((100.0, key))
    if best.floor < 100:
        points = scorer(key)
        for proposal in store.similar(key, query.source, query.target, best.threshold, best.may_take):
            if proposal.bound >= best.floor and (score := points(proposal.key)) >= best.floor:
                if proposal.entries:
                    best.take(score, proposal.entries)
                else:
                    orphans.append((score, proposal.key))
    return best, orphans


class _Best:
    """Candidates found so far; `floor` is the score that a further one needs to be among the best."""

    def __init__(self, query: Query, limit: int, min_score: float) -> None:
        self.found: list[Candidate] = []
        self.floor = min_score
        self._query = query
        self._asked = Context(_key(query.before), _key(query.after))
        self._type = document_type(query.document)
        self._limit = limit
        self._highest: list[Standing] = []

    def threshold(self) -> float:
        return self.floor

    def may_take(self, entry: Entry) -> bool:
        """Tell whether an entry that scores what the floor is may be among the best, whatever its neighbours are."""
        if len(self._highest) < self._limit:
            return True
        best = replace(self._candidate(self.floor, entry), agreement=0 if self._asked == Context() else 2)
        return standing(best) > self._highest[0]

    def take(self, score: float, entries: Sequence[Entry]) -> None:
        """Take in the different translations of a source, each with the entry that ranks first."""
        by_target: dict[str, Candidate] = {}
        for candidate in rank([self._candidate(score, entry) for entry in entries]):
            by_target.setdefault(candidate.entry.texts[self._query.target], candidate)
        for candidate in by_target.values():
            self.found.append(candidate)
            if len(self._highest) < self._limit:
                heappush(self._highest, standing(candidate))
            else:
                heappushpop(self._highest, standing(candidate))
        if len(self._highest) == self._limit:
            self.floor = max(self.floor, self._highest[0][0])

    def _candidate(self, score: float, entry: Entry) -> Candidate:
        return Candidate(
            entry,
            score,
            agreement(self._asked, entry.context),
            penalties(entry, self._query.role),
            bool(self._type) and document_type(entry.origin.document) == self._type,
        )


def _key(neighbour: str | None) -> MatchKey | None:
    return None if neighbour is None else match_key(neighbour)


def _match(query: Query, candidate: Candidate) -> Match:
    entry = candidate.entry
    match = Match(
        candidate.score,
        candidate.kind,
        entry.texts[query.source],
        entry.texts[query.target],
        entry.origin,
        entry.id,
        penalties=candidate.penalties,
    )
    return adapted(query, match) if match.kind is Kind.FUZZY else match


def adapted(query: Query, match: Match) -> Match:
    """Give a match whose target has the numbers, dates and the like of the query where that is sure, or the same."""
    from tm.matching.adapt import adapt  # some milliseconds, which an exact match does not cost

    new = adapt(query.text, match.source, match.target, query.source, query.target)
    if new is None:
        return match
    return replace(match, kind=Kind.ADAPTED, target=new.text, remembered=match.target, changes=new.changes)


def _bridged(
    store: Store,
    query: Query,
    sources: Sequence[tuple[float, MatchKey]],
    found: Sequence[Match],
    limit: int,
) -> list[Match]:
    """List up to `limit` matches through a third language, best first, with targets that were not found otherwise."""
    known = {match.target for match in found}
    matches: list[Match] = []
    for score, source in sorted(sources, reverse=True)[:_BRIDGED]:
        for match in _through(store, query, source, score):
            if match.target not in known:
                known.add(match.target)
                matches.append(match)
        if len(matches) >= limit:
            break
    return matches[:limit]


def _through(store: Store, query: Query, source: MatchKey, score: float) -> Iterator[Match]:
    for bridge in store.bridges(source, query.source, query.target):
        first, second = bridge.first, bridge.second
        match = Match(
            score,
            Kind.EXACT if score == 100 else Kind.FUZZY,
            first.texts[query.source],
            second.texts[query.target],
            second.origin,
            second.id,
            penalties=((f"through {BY_CODE[bridge.language].name}", 5.0), *penalties(second, query.role)),
            through=Through(bridge.language, first.texts[bridge.language], first.origin),
        )
        yield adapted(query, match) if match.kind is Kind.FUZZY else match
