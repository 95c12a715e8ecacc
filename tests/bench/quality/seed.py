"""Put defects into right pairs, as many of each kind and language as the texts have room for."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, islice

from quality.defects.defect import Defect, Texts
from quality.pairs import pairs

SETS = ("own", "sdg", "udhr", "tico19")


@dataclass(frozen=True, slots=True)
class Seeded:
    """A defect in its place: the pair as it was, and as it is spoilt."""

    defect: Defect
    language: str
    right: Texts
    wrong: Texts


def seeded(defect: Defect, language: str, count: int) -> Iterator[Seeded]:
    """Spoil up to `count` pairs, from all sets in turn; the same ones on each run."""
    chance = random.Random(f"{defect.name} {language}")
    sets = []
    for name in SETS:
        held = list(pairs(name, language))
        chance.shuffle(held)
        sets.append(iter(held))
    return islice(_spoilt(defect, language, sets, chance), count)


def _spoilt(defect: Defect, language: str, sets: list[Iterator], chance: random.Random) -> Iterator[Seeded]:  # type: ignore[type-arg]
    empty = 0
    for held in cycle(sets):
        for pair in held:
            made = defect.spoil(pair.source, pair.target, language, chance)
            if made and made[0] != made[1]:
                empty = 0
                yield Seeded(defect, language, *made)
                break
        else:
            empty += 1
            if empty > len(sets):
                return
