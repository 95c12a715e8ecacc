"""One grouping for a text and its translations into several languages, of the beads of each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tm.alignment.beads import Bead


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbouring sentences of the source, and their translations.

    Attributes:
        source: a half-open range of sentences.
        targets: by language, the sentences that translate all of these.
        confidence: of the least sure bead among them.
    """

    source: tuple[int, int]
    targets: Mapping[str, tuple[int, ...]]
    confidence: float


def join(beads: Mapping[str, Sequence[Bead]]) -> list[Group]:
    """Join beads that share a sentence of the source into groups, as few together as can be.

    A language has no part in a group of which it translates only some sentences.

    Args:
        beads: pairs by language; of one language no two have a sentence of the source in common.
    """
    ranges = _merged(bead.source for pairs in beads.values() for bead in pairs)
    inside = {code: _inside(pairs, ranges) for code, pairs in beads.items()}
    groups = []
    for start, end in ranges:
        within = {code: found.get(start, []) for code, found in inside.items()}
        whole = {code: found for code, found in within.items() if _covered(found) == end - start}
        if whole:
            targets = {
                code: tuple(place for bead in found for place in range(*bead.target)) for code, found in whole.items()
            }
            least = min(bead.confidence for found in whole.values() for bead in found)
            groups.append(Group((start, end), targets, least))
    return groups


def _merged(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(set(ranges)):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _inside(beads: Sequence[Bead], ranges: Sequence[tuple[int, int]]) -> Mapping[int, Sequence[Bead]]:
    """Give the beads of each range by where it starts; each bead lies in one of them, and they are in order."""
    starts = [start for start, _ in ranges]
    found: dict[int, list[Bead]] = {}
    for bead in sorted(beads, key=lambda bead: bead.source):
        found.setdefault(starts[bisect_right(starts, bead.source[0]) - 1], []).append(bead)
    return found


def _covered(beads: Sequence[Bead]) -> int:
    return sum(bead.source[1] - bead.source[0] for bead in beads)
