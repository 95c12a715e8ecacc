"""Find what helps where no match does: the parts of a segment that the memory holds, and the entries nearest to it."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import islice

from tm.matching.kin import ALONE, Kin, Likeness, Words, words_of
from tm.matching.rank import Candidate, penalties, rank
from tm.matching.runs import Run, fragments, longest_runs
from tm.matching.similarity import distance, score
from tm.matching.trigrams import tokens_of, trigrams
from tm.memory.lookup import Query, adapted
from tm.memory.store import Proposal, Store
from tm.model.match import Kind, Match, MatchKey
from tm.text.normalize import match_key
from tm.text.origins import spans_in_text
from tm.text.phrase import Span
from tm.text.tokens import token_spans

_HOLDERS = 3
"""Entries shown with a fragment."""

_SPARE = 2
"""Further entries that may be nearest, and are looked at more closely."""

_CHARACTERS = 1.5
"""How much the trigrams in common count, beside words and pairs of words."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words of a segment that stand in the memory just so.

    Attributes:
        text: as they stand in the segment.
        start, end: where, in characters.
        matches: the entries that hold them, those first of which they are the greatest part.
    """

    text: str
    start: int
    end: int
    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class Near:
    """An entry that shares rare words with a segment: the match, and the words as they stand in the segment."""

    match: Match
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fragments:
    """What a memory has below the threshold: parts of the segment, in order, and the nearest entries, best first."""

    fragments: tuple[Fragment, ...] = ()
    nearest: tuple[Near, ...] = ()


def find_fragments(store: Store, query: Query, *, limit: int) -> Fragments:
    """Find the longest word sequences of a segment that the memory holds, and up to `limit` nearest entries.

    A sequence has three words or more, one of them rare, or it is a name or a term of two rare ones. Four Chinese
    characters count as three words. Nearest are those that share the rarest words, adapted where that is sure.

    Raises:
        StoreError: the memory cannot be read.
    """
    key = match_key(query.text)
    asked = words_of(key)
    if not asked.tokens or limit < 1:
        return Fragments()
    plan = _Plan(asked, limit)
    proposals = store.sharing(key, query.source, query.target, plan.choose)
    found = [_text(query, plan, proposal) for proposal in proposals]
    places = spans_in_text(query.text, token_spans(key))
    parts = [_fragment(query.text, places, run, _holders(asked.tokens, run, found)) for run in sorted(plan.runs)]
    near = [
        Near(adapted(query, text.match), _shared(query.text, places, plan, frozenset(text.tokens)))
        for text in found[: plan.near]
    ]
    return Fragments(tuple([part for part in parts if part.matches]), tuple([one for one in near if one.shared]))


@dataclass(frozen=True, slots=True)
class _Text:
    """A text that was proposed: its tokens, what lies between two of them marked, and its best entry."""

    tokens: Sequence[str]
    joined: str
    match: Match


def _text(query: Query, plan: _Plan, proposal: Proposal) -> _Text:
    asked, held, entries = plan.asked.tokens, plan.tokens_of(proposal.key), proposal.entries
    points = score(distance(asked, held), max(len(asked), len(held)))
    entry = entries[0]
    if len(entries) > 1:
        entry = rank([Candidate(one, points, 0, penalties(one, query.role)) for one in entries])[0].entry
    texts = entry.texts[query.source], entry.texts[query.target]
    against = penalties(entry, query.role)
    return _Text(held, _joined(held), Match(points, Kind.FUZZY, *texts, entry.origin, entry.id, penalties=against))


class _Plan:
    """Chooses which texts to read, and remembers for what."""

    def __init__(self, asked: Words, limit: int) -> None:
        self.asked = asked
        self.runs: Sequence[Run] = ()
        self.telling: Sequence[int] = ()
        self.near = 0
        self._limit = limit
        self._tokens: dict[MatchKey, Sequence[str]] = {}

    def tokens_of(self, key: MatchKey) -> Sequence[str]:
        """Give the tokens of a key, which is cut once."""
        found = self._tokens.get(key)
        if found is None:
            found = self._tokens[key] = tokens_of(key)
        return found

    def choose(self, kin: Kin) -> Sequence[int]:
        """Choose the nearest, then for each fragment those of which it is the greatest part."""
        text, shapes = self.asked.shape, kin.shapes
        self.runs = fragments(self.asked, self.asked.rare(kin.weights), longest_runs(text, shapes))
        self.telling = self.asked.telling(kin.weights)
        chosen = self._nearest(kin)
        self.near = len(chosen)
        if self.runs:
            by_length = sorted(range(len(shapes)), key=[*map(len, shapes)].__getitem__)
            for start, end in self.runs:
                part = text[start:end]
                chosen += islice([place for place in by_length if part in shapes[place]], _HOLDERS)
        return list(dict.fromkeys(chosen))

    def _nearest(self, kin: Kin) -> list[int]:
        """Put the most alike first, by words and by characters: words may stand in another form, or place."""
        some = Likeness(self.asked, kin.weights).best(kin.shapes, self._limit + _SPARE)
        asked = trigrams(self.asked.tokens)
        alike: dict[int, float] = {}
        for (place, likeness), key in zip(some.items(), kin.keys([*some]), strict=True):
            held = trigrams(self.tokens_of(key))
            shared = len(asked & held)
            characters = shared / max(len(asked) + len(held) - shared, 1)
            alike[place] = likeness + _CHARACTERS * characters
        return sorted(alike, key=alike.__getitem__, reverse=True)[: self._limit]


def _holders(asked: Sequence[str], run: Run, texts: Sequence[_Text]) -> list[_Text]:
    """List the texts that have the words of a run one after the other, the shortest first."""
    wanted = _joined(asked[run[0] : run[1]])
    holders = [text for text in texts if wanted in text.joined]
    return sorted(holders, key=lambda text: len(text.tokens))[:_HOLDERS]


def _joined(tokens: Sequence[str]) -> str:
    return "\0" + "\0".join(tokens) + "\0"


def _fragment(text: str, places: Sequence[Span], run: Run, holders: Sequence[_Text]) -> Fragment:
    start, end = places[run[0]][0], places[run[1] - 1][1]
    matches = {one.match.target: one.match for one in reversed(holders)}
    return Fragment(text[start:end], start, end, tuple(reversed(matches.values())))


def _shared(text: str, places: Sequence[Span], plan: _Plan, held: Set[str]) -> tuple[str, ...]:
    """List the words that tell most and that another text has too; Chinese characters that stand together as one.

    A frequent character between two of them, 人 in 人口, stands with them if the other text has it, too.
    """
    found, last = list[Span](), -3
    counts, tokens = plan.asked.counts, plan.asked.tokens
    for place in plan.telling:
        if tokens[place] in held:
            is_one = counts[place] == ALONE and place - last <= _GAP
            if is_one:
                is_one = all(counts[one] == ALONE and tokens[one] in held for one in range(max(last, 0), place))
            start = found.pop()[0] if is_one else places[place][0]
            found.append((start, places[place][1]))
            last = place
    return tuple(dict.fromkeys(text[start:end] for start, end in found))


_GAP = 2
"""From one character to the next of one word."""
