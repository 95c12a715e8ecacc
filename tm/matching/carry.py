"""Carry translations over to the units of an edited source, so that none is lost and no unchanged one is touched."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tm.matching.similarity import distance, score
from tm.model.match import MatchKey
from tm.model.unit import State, Unit
from tm.text.normalize import match_key
from tm.text.tokens import tokens

Key = tuple[str | None, str]

THRESHOLD = 50.0
"""The least similarity, 0 to 100, of a changed sentence to what it was."""

_NEAR_BY = 20.0
"""How much less similar they may be where both neighbours are the same."""

_NEIGHBOUR = 4.0
"""What a common neighbour counts in choosing between candidates."""

_WITHIN = 80
"""Percent of a piece's tokens that must come, in order, from the sentence that was split, or merged."""

_SHORTEST_PIECE = 4
"""Fewer tokens are in many sentences by chance."""


def carry(old: Sequence[Unit], new: Sequence[Unit], *, threshold: float = THRESHOLD) -> tuple[Unit, ...]:
    """Give the new units with the translations of the old ones, and then what is obsolete.

    Args:
        old: as read from a PO file, obsolete ones included.
        new: freshly extracted, in the order of the source, each key once.
        threshold: the least similarity, 0 to 100, at which a changed sentence keeps its translation as fuzzy.

    A unit of the same key keeps translation, state, comments and flags wherever it stands now, and comes back from
    being obsolete as it went. A changed one takes the translation of the most similar one that has gone, as fuzzy,
    with the source that the translation was made for as its previous one. Each translation is given once; what none
    took becomes, or stays, obsolete. Untranslated units that have gone are dropped.
    """
    new = tuple({unit.key: unit for unit in reversed(new)}.values())[::-1]
    held = _by_key(old)
    fresh = [unit for unit in new if unit.key not in held]
    wanted = {unit.key for unit in new}
    gone = [
        unit for key, unit in held.items() if key not in wanted and (unit.target or any(unit.targets) or _told(unit))
    ]
    sources = _pair(gone, fresh, _Neighbours.of(old, new), threshold)
    taken = {unit.key for unit in sources.values()}
    live = tuple(
        _kept(held[unit.key], unit)
        if unit.key in held
        else _changed(sources[unit.key], unit)
        if unit.key in sources
        else unit
        for unit in new
    )
    left = [unit for unit in gone if unit.key not in taken and (unit.target or any(unit.targets))]
    return (*live, *(unit for unit in left if not unit.is_live), *(_obsolete(unit) for unit in left if unit.is_live))


def _by_key(units: Sequence[Unit]) -> dict[Key, Unit]:
    """Index units; of two with one key the one with a translation, then the one in use, holds it."""
    found: dict[Key, Unit] = {}
    for unit in units:
        other = found.get(unit.key)
        if other is None or (bool(unit.target), unit.is_live) > (bool(other.target), other.is_live):
            found[unit.key] = unit
    return found


def _told(unit: Unit) -> bool:
    """Tell whether a translator left a word on the unit."""
    return bool(unit.comments or unit.flags)


def _kept(old: Unit, new: Unit) -> Unit:
    """Give an unchanged unit its new places; bring an obsolete one back."""
    unit = replace(old, places=new.places, notes=new.notes, role=new.role)
    if old.is_live:
        return unit
    flags = tuple(flag for flag in old.flags if flag != "fuzzy")
    return replace(unit, state=_state(old), flags=flags)


def _state(unit: Unit) -> State:
    """Tell the state of a unit, of an obsolete one that which it had."""
    if unit.is_live:
        return unit.state
    if not (unit.target or any(unit.targets)):
        return State.UNTRANSLATED
    return State.FUZZY if "fuzzy" in unit.flags else State.TRANSLATED


def _changed(old: Unit, new: Unit) -> Unit:
    """Give a changed unit the translation of what it was."""
    unit = _kept(old, new)
    unit = replace(unit, source=new.source, context=new.context, source_plural=new.source_plural)
    if new.source_plural is None:
        unit = replace(unit, target=old.target or next(filter(None, old.targets), ""), targets=())
    if not unit.target:
        return replace(unit, state=State.UNTRANSLATED, previous=None, previous_context=None)
    if old.context == new.context and match_key(old.source) == match_key(new.source):
        return unit  # only the spacing or invisible characters differ: it is still the same segment
    # A fuzzy unit that changes again keeps the source that its translation was made for.
    made_for = old.source, old.context
    if _state(old) is State.FUZZY and old.previous is not None:
        made_for = old.previous, old.previous_context
    if made_for == (new.source, new.context):
        return replace(unit, state=State.FUZZY, origin="", previous=None, previous_context=None)
    return replace(unit, state=State.FUZZY, origin="", previous=made_for[0], previous_context=made_for[1])


def _obsolete(unit: Unit) -> Unit:
    """Put a unit aside, remembering whether it was fuzzy."""
    flags = ("fuzzy", *unit.flags) if unit.state is State.FUZZY else unit.flags
    return replace(unit, state=State.OBSOLETE, places=(), flags=flags)


@dataclass(frozen=True, slots=True)
class _Neighbours:
    """The nearest unchanged units before and after each one, in the old order and in the new."""

    old: dict[Key, tuple[Key | None, Key | None]]
    new: dict[Key, tuple[Key | None, Key | None]]

    @classmethod
    def of(cls, old: Sequence[Unit], new: Sequence[Unit]) -> _Neighbours:
        before = [unit.key for unit in old if unit.is_live]
        now = [unit.key for unit in new]
        common = set(before) & set(now)
        return cls(_around(before, common), _around(now, common))

    def shared(self, old: Key, new: Key) -> int:
        """Count the neighbours that both have, 0 to 2."""
        one, other = self.old.get(old), self.new[new]
        return 0 if one is None else (one[0] == other[0]) + (one[1] == other[1])


def _around(keys: Sequence[Key], common: set[Key]) -> dict[Key, tuple[Key | None, Key | None]]:
    before: dict[Key, Key | None] = {}
    after: dict[Key, Key | None] = {}
    for order, side in ((keys, before), (keys[::-1], after)):
        last: Key | None = None
        for key in order:
            side[key] = last
            if key in common:
                last = key
    return {key: (before[key], after[key]) for key in keys}


def _pair(gone: Sequence[Unit], fresh: Sequence[Unit], near: _Neighbours, threshold: float) -> dict[Key, Unit]:
    """Choose for each fresh unit at most one that has gone, the most alike first, each once."""
    ranked = sorted(
        (-points, abs(there - here), here, there) for here, there, points in _candidates(gone, fresh, near, threshold)
    )
    chosen: dict[Key, Unit] = {}
    taken: set[int] = set()
    for _, _, here, there in ranked:
        if there not in taken and fresh[here].key not in chosen:
            chosen[fresh[here].key] = gone[there]
            taken.add(there)
    return chosen


def _candidates(
    gone: Sequence[Unit], fresh: Sequence[Unit], near: _Neighbours, threshold: float
) -> Iterator[tuple[int, int, float]]:
    """Yield (index in fresh, index in gone, points) of all pairs that are alike enough."""
    keys = [match_key(unit.source) for unit in gone]
    words = [tokens(key) for key in keys]
    postings: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for index, found in enumerate(words):
        for occurrence in _occurrences(found):
            postings[occurrence].append(index)
    for here, unit in enumerate(fresh):
        key = match_key(unit.source)
        mine = tokens(key)
        common = Counter(index for occurrence in _occurrences(mine) for index in postings.get(occurrence, ()))
        for there, shared in common.items():
            neighbours = near.shared(gone[there].key, unit.key)
            least = threshold - _NEAR_BY if neighbours == 2 else threshold
            pieces = bool(neighbours) and min(len(mine), len(words[there])) >= _SHORTEST_PIECE
            points = _alike(key, keys[there], mine, words[there], shared, least, pieces=pieces)
            if points is not None:
                same_role = gone[there].context == unit.context
                yield here, there, points + _NEIGHBOUR * neighbours + same_role


def _occurrences(words: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Number equal words, so that counting common ones counts each as often as both have it."""
    seen: Counter[str] = Counter()
    for word in words:
        yield word, seen[word]
        seen[word] += 1


def _alike(
    key: MatchKey,
    other_key: MatchKey,
    mine: Sequence[str],
    other: Sequence[str],
    shared: int,
    least: float,
    *,
    pieces: bool,
) -> float | None:
    """Score two sentences if they are alike enough; `shared` words bound how much they can be, at little cost."""
    longer, shorter = max(len(mine), len(other)), min(len(mine), len(other))
    if key == other_key:
        return 100.0
    points = None
    if 100 * shared >= least * longer:
        found = score(distance(mine, other), longer)
        points = found if found >= least else None
    if points is None and pieces and 100 * shared >= _WITHIN * shorter:
        from rapidfuzz.distance import LCSseq

        inside = LCSseq.similarity(mine, other)
        if 100 * inside >= _WITHIN * shorter:
            points = 100.0 * inside / (longer + shorter)  # at most 50: a whole sentence comes before a piece
    return points
