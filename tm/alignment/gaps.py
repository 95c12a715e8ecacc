"""Beads and the pairs found among the sentences that they leave over, put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from tm.alignment.beads import Bead

_SURE = 0.9
"""The confidence of a pair of one sentence each, below which they may belong elsewhere, as where two changed places."""

_SURE_OF_SEVERAL = 0.7
"""The same where either side has several sentences: a part of them often looks like the whole."""


def loosened(beads: Iterable[Bead]) -> list[Bead]:
    """Take apart pairs that are not sure, and those of several sentences on both sides, as they may cross."""
    found: list[Bead] = []
    for bead in beads:
        ours, theirs = bead.source[1] - bead.source[0], bead.target[1] - bead.target[0]
        sure = _SURE if ours == theirs == 1 else _SURE_OF_SEVERAL
        if bead.is_pair and (bead.confidence < sure or is_tangle(bead)):
            found += apart(bead.source, bead.target)
        else:
            found.append(bead)
    return found


def is_tangle(bead: Bead) -> bool:
    """Tell whether a bead has several sentences on both sides."""
    return bead.source[1] - bead.source[0] > 1 and bead.target[1] - bead.target[0] > 1


def apart(source: tuple[int, int], target: tuple[int, int]) -> Iterator[Bead]:
    """Leave sentences of both texts without a partner."""
    for place in range(*source):
        yield Bead((place, place + 1), (target[0], target[0]))
    for place in range(*target):
        yield Bead((source[1], source[1]), (place, place + 1))


def settled(beads: Sequence[Bead], pairs: Sequence[Bead]) -> tuple[list[Bead], list[Bead]]:
    """Put pairs found among the sentences left over, and in beads taken apart, where they belong.

    Args:
        pairs: of one sentence each, in the order of the source.

    Returns:
        The beads, which follow one another as before, and the pairs that cross them.
    """
    ours = {pair.source[0]: pair for pair in pairs}
    theirs = {pair.target[0]: pair for pair in pairs}
    kept: list[Bead] = []
    for bead in beads:
        yields = bead.is_pair and _yields(bead, ours, theirs)
        kept += apart(bead.source, bead.target) if yields else [bead]
    held = {place for bead in kept if bead.is_pair for place in range(*bead.source)}
    their_held = {place for bead in kept if bead.is_pair for place in range(*bead.target)}
    free = [pair for pair in pairs if pair.source[0] not in held and pair.target[0] not in their_held]
    whole: list[Bead] = []
    inside: set[Bead] = set()
    for is_pair, group in groupby(kept, key=lambda bead: bead.is_pair):
        run = list(group)
        filled = run if is_pair else _filled(run, free)
        inside.update(bead for bead in filled if not is_pair and bead.is_pair)
        whole += filled
    return whole, [pair for pair in free if pair not in inside]


def _yields(bead: Bead, ours: Mapping[int, Bead], theirs: Mapping[int, Bead]) -> bool:
    """Tell whether a bead yields to the pairs that take its sentences.

    It does if they take all of them elsewhere, or any that is surer there; one of several sentences on both sides only
    if they take all.
    """
    takers = [*map(ours.get, range(*bead.source)), *map(theirs.get, range(*bead.target))]
    if is_tangle(bead):
        return all(takers)
    elsewhere = [
        taker.confidence
        for taker in takers
        if taker and not (taker.source[0] in range(*bead.source) and taker.target[0] in range(*bead.target))
    ]
    return bool(elsewhere) and (all(takers) or max(elsewhere) > bead.confidence)


def _filled(gap: Sequence[Bead], pairs: Sequence[Bead]) -> list[Bead]:
    """Put the pairs that lie in a gap, and do not cross one another, between the sentences left over there."""
    (source, target), (end, other_end) = (gap[0].source[0], gap[0].target[0]), (gap[-1].source[1], gap[-1].target[1])
    found: list[Bead] = []
    for pair in pairs:
        if source <= pair.source[0] < end and target <= pair.target[0] < other_end:
            found += [*apart((source, pair.source[0]), (target, pair.target[0])), pair]
            source, target = pair.source[1], pair.target[1]
    return [*found, *apart((source, end), (target, other_end))]
