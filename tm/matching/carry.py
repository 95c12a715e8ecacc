"""Carry translations over to the units of an edited source, so that none is lost and no unchanged one is touched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tm.matching.similarity import distance, score
from tm.matching.words import WordIndex, Words
from tm.model.match import MatchKey
from tm.model.unit import State, Unit
from tm.text.normalize import match_key
from tm.text.tokens import tokens

Key = tuple[str | None, str]

THRESHOLD = 50.0
"""The least similarity, 0 to 100, of a changed sentence to what it was."""

_NEAR_BY = 20.0
"""How much less similar they may be in the same place between the same neighbours."""

_STEPS = 2
"""How many units further from a common neighbour still is the same place."""

_BOTH = 2
"""The same place, counted from the neighbours on both sides."""

_NEIGHBOUR = 4.0
"""What the same place counts in choosing between candidates, on each side."""

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
    sources = _pair(gone, fresh, _Nearness.of(old, new), threshold)
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


def _pair(gone: Sequence[Unit], fresh: Sequence[Unit], nearness: _Nearness, threshold: float) -> dict[Key, Unit]:
    """Choose for each fresh unit at most one that has gone, the most alike first, each once."""
    ranked = sorted(
        (-points, abs(there - here), here, there)
        for here, there, points in _candidates(gone, fresh, nearness, threshold)
    )
    chosen: dict[Key, Unit] = {}
    taken: set[int] = set()
    for _, _, here, there in ranked:
        if there not in taken and fresh[here].key not in chosen:
            chosen[fresh[here].key] = gone[there]
            taken.add(there)
    return chosen


def _candidates(
    gone: Sequence[Unit], fresh: Sequence[Unit], nearness: _Nearness, threshold: float
) -> Iterator[tuple[int, int, float]]:
    """Yield (index in fresh, index in gone, points) of all pairs that are alike enough."""
    keys = [match_key(unit.source) for unit in gone]
    words = WordIndex([tokens(key) for key in keys])
    places = {unit.key: index for index, unit in enumerate(gone)}
    for here, unit in enumerate(fresh):
        key = match_key(unit.source)
        mine = tokens(key)
        near = Counter(places[neighbour] for neighbour in nearness.near(unit.key) if neighbour in places)
        for there in near.keys() | words.alike(mine, threshold):
            least = threshold - _NEAR_BY if near[there] == _BOTH else threshold
            points = _points(key, keys[there], mine, words.texts[there], least)
            if points is None and near[there]:
                points = _as_piece(mine, words.texts[there])
            if points is not None:
                same_role = gone[there].context == unit.context
                yield here, there, points + _NEIGHBOUR * near[there] + same_role


def _points(key: MatchKey, other_key: MatchKey, mine: Words, other: Words, least: float) -> float | None:
    """Score two sentences if they are alike enough."""
    if key == other_key:
        return 100.0
    if not mine or not other:
        return None
    points = score(distance(mine, other), max(len(mine), len(other)))
    return points if points >= least else None


def _as_piece(mine: Words, other: Words) -> float | None:
    """Score two sentences of which one may be a part of the other: at most 50, so that a whole one comes first."""
    shorter = min(len(mine), len(other))
    if shorter < _SHORTEST_PIECE:
        return None
    from rapidfuzz.distance import LCSseq

    inside = LCSseq.similarity(mine, other)
    return 100.0 * inside / (len(mine) + len(other)) if 100 * inside >= _WITHIN * shorter else None


@dataclass(frozen=True, slots=True)
class _Nearness:
    """Where units stand, counted from the nearest unchanged unit before and after them, in the old order and the new.

    Attributes:
        old: the old units at each (unchanged unit, or None at the border, steps from it; negative before it).
        new: where each new unit stands, likewise.
    """

    old: dict[tuple[Key | None, int], Key]
    new: dict[Key, tuple[tuple[Key | None, int], tuple[Key | None, int]]]

    @classmethod
    def of(cls, old: Sequence[Unit], new: Sequence[Unit]) -> _Nearness:
        before = [unit.key for unit in old if unit.is_live]
        now = [unit.key for unit in new]
        common = set(before) & set(now)
        return cls(
            {place: key for key, places in _around(before, common).items() for place in places}, _around(now, common)
        )

    def near(self, new: Key) -> Iterator[Key]:
        """Yield the old units in the place of a new one, or close to it; twice if counted from both sides."""
        for anchor, steps in self.new[new]:
            for other in range(steps - _STEPS, steps + _STEPS + 1):
                key = self.old.get((anchor, other))
                if key is not None and (other > 0) == (steps > 0):
                    yield key


def _around(keys: Sequence[Key], common: set[Key]) -> dict[Key, tuple[tuple[Key | None, int], tuple[Key | None, int]]]:
    sides: list[dict[Key, tuple[Key | None, int]]] = []
    for order, sign in ((keys, 1), (keys[::-1], -1)):
        side: dict[Key, tuple[Key | None, int]] = {}
        anchor, steps = None, 0
        for key in order:
            steps += sign
            side[key] = (anchor, steps)
            if key in common:
                anchor, steps = key, 0
        sides.append(side)
    return {key: (sides[0][key], sides[1][key]) for key in keys}
