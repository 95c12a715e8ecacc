"""Find what helps where no match does: the parts of a segment that the memory holds, and the entries nearest to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

from tm.matching.kin import ALONE, Kin, Likeness, Words, trigrams, words
from tm.matching.rank import Candidate, penalties, rank
from tm.matching.runs import Run, fragments, longest_runs
from tm.matching.shape import Shape, shape
from tm.matching.similarity import distance, score
from tm.memory.lookup import Query, adapted
from tm.memory.store import Proposal, Store
from tm.model.match import Kind, Match, MatchKey
from tm.text.normalize import match_key
from tm.text.origins import spans_in_text
from tm.text.phrase import Span
from tm.text.tokens import token_spans, tokens

_HOLDERS = 3
"""Entries shown with a fragment."""

_SPARE = 3
"""Further entries that may be nearest, and are looked at more closely."""

_SORTED = 0.5
"""How much the characters of the words in alphabetical order count, beside words and trigrams."""


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
    asked = tokens(key)
    if not asked or limit < 1:
        return Fragments()
    plan = _Plan(words(asked, shape(asked)), limit)
    found = [_text(query, asked, proposal) for proposal in store.sharing(key, query.source, query.target, plan.choose)]
    places = spans_in_text(query.text, token_spans(key))
    parts = (_fragment(query.text, places, run, _holders(asked, run, found)) for run in sorted(plan.runs))
    near = (
        Near(adapted(query, text.match), _shared(query.text, places, plan, text.tokens))
        for text in _best(key, plan, found)[:limit]
    )
    return Fragments(tuple(part for part in parts if part.matches), tuple(one for one in near if one.shared))


def _best(key: MatchKey, plan: _Plan, texts: Sequence[_Text]) -> list[_Text]:
    """Put the most alike first, by words and by characters: words may stand in another form, or place."""
    from rapidfuzz.fuzz import token_sort_ratio

    folded, asked = key.casefold(), trigrams(plan.asked.tokens)

    def likeness(text: _Text) -> float:
        held = trigrams(text.tokens)
        shared = len(asked & held)
        characters = shared / (len(asked) + len(held) - shared)
        ratio = token_sort_ratio(folded, text.key.casefold()) / 100
        return plan.likeness(shape(text.tokens)) + characters + _SORTED * ratio

    return sorted(texts[: plan.near], key=likeness, reverse=True)


@dataclass(frozen=True, slots=True)
class _Text:
    """A text that was proposed: its key and tokens, and its best entry."""

    key: MatchKey
    tokens: Sequence[str]
    match: Match


def _text(query: Query, asked: Sequence[str], proposal: Proposal) -> _Text:
    held = tokens(proposal.key)
    points = score(distance(asked, held), max(len(asked), len(held)))
    best = rank([Candidate(entry, points, 0, penalties(entry, query.role)) for entry in proposal.entries])[0]
    entry = best.entry
    texts = entry.texts[query.source], entry.texts[query.target]
    return _Text(
        proposal.key, held, Match(points, Kind.FUZZY, *texts, entry.origin, entry.id, penalties=best.penalties)
    )


class _Plan:
    """Chooses which texts to read, and remembers for what."""

    def __init__(self, asked: Words, limit: int) -> None:
        self.asked = asked
        self.runs: Sequence[Run] = ()
        self.telling: Sequence[tuple[int, str]] = ()
        self.near = limit + _SPARE
        self.likeness: Callable[[Shape], float] = len

    def choose(self, kin: Kin) -> Sequence[int]:
        """Choose the nearest, then for each fragment those of which it is the greatest part."""
        text, shapes = self.asked.shape, kin.shapes
        self.runs = fragments(self.asked, self.asked.rare(kin.weights), longest_runs(text, shapes))
        self.telling = self.asked.telling(kin.weights)
        likeness = Likeness(self.asked, kin.weights)
        self.likeness = likeness.of
        chosen = likeness.best(shapes, self.near)
        self.near = len(chosen)
        by_length = sorted(range(len(shapes)), key=lambda place: len(shapes[place]))
        for start, end in self.runs:
            holders = (place for place in by_length if text[start:end] in shapes[place])
            chosen += islice(holders, _HOLDERS)
        return list(dict.fromkeys(chosen))


def _holders(asked: Sequence[str], run: Run, texts: Sequence[_Text]) -> list[_Text]:
    """List the texts that have the words of a run one after the other, the shortest first."""
    wanted = _joined(asked[run[0] : run[1]])
    holders = [text for text in texts if wanted in _joined(text.tokens)]
    return sorted(holders, key=lambda text: len(text.tokens))[:_HOLDERS]


def _joined(tokens: Sequence[str]) -> str:
    return "\0" + "\0".join(tokens) + "\0"


def _fragment(text: str, places: Sequence[Span], run: Run, holders: Sequence[_Text]) -> Fragment:
    start, end = places[run[0]][0], places[run[1] - 1][1]
    matches = {one.match.target: one.match for one in reversed(holders)}
    return Fragment(text[start:end], start, end, tuple(reversed(matches.values())))


def _shared(text: str, places: Sequence[Span], plan: _Plan, held: Sequence[str]) -> tuple[str, ...]:
    """List the words that tell most and that another text has too; Chinese characters that stand together as one.

    A frequent character between two of them, 人 in 人口, stands with them if the other text has it, too.
    """
    found, last = list[Span](), -3
    counts, tokens_asked = plan.asked.counts, plan.asked.tokens
    for place, token in plan.telling:
        if token in held:
            between = range(max(last, 0), place + 1)
            is_one = place - last <= _GAP and all(counts[one] == ALONE and tokens_asked[one] in held for one in between)
            start = found.pop()[0] if is_one else places[place][0]
            found.append((start, places[place][1]))
            last = place
    return tuple(dict.fromkeys(text[start:end] for start, end in found))


_GAP = 2
"""From one character to the next of one word."""
