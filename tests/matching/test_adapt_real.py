"""Numbers and dates of real translations, changed in one language, are changed in the other, as the checks see it."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from tests.stores.data import LANGUAGES, real_texts
from tm.checks.values import compare
from tm.matching.adapt import adapt
from tm.text.placeable import Kind, Placeable, Value
from tm.text.placeables import find_placeables
from tm.text.replacements import write

EVERY = 4
"""Of the pairs of languages, so that the test stays quick."""


def other(rng: random.Random, placeable: Placeable) -> Value | None:
    """Give another value as an editor may write it."""
    value = placeable.value
    if isinstance(value, tuple):
        return tuple(
            (rng.randint(1, 28) if day else 0, rng.randint(1, 12), rng.randint(1990, 2030) if year else 0)
            for day, _, year in value
        )
    if placeable.kind is Kind.YEAR:
        return str(rng.randint(1950, 2030))
    if placeable.kind in {Kind.NUMBER, Kind.PERCENT, Kind.MONEY} and str(value).isdecimal() and not placeable.power:
        return str(int(str(value)) + rng.randint(1, 40))
    return None


def asked(texts: list[dict[str, str]]) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield queries that differ from a text in one value, with its translation and both languages."""
    rng = random.Random(76)
    for number, unit in enumerate(texts):
        for turn, mine in enumerate(LANGUAGES):
            found = [p for p in find_placeables(unit.get(mine, ""), mine) if other(rng, p)]
            theirs = LANGUAGES[(turn + 1 + number % 5) % 6]
            if not found or not unit.get(theirs) or (number + turn) % EVERY:
                continue
            placeable = rng.choice(found)
            value = other(rng, placeable) or ""
            text = query = unit[mine]
            for start, end, new in reversed(write(text, placeable, placeable.value, value, mine, str(value))):
                query = query[:start] + new + query[end:]
            yield query, text, unit[theirs], mine, theirs


@pytest.mark.parametrize(("name", "least"), [("sdg/sdg.tmx", 0.75), ("tico19/tico19.tmx.gz", 0.75)])
def test_the_checks_find_no_more_than_before(name: str, least: float) -> None:
    done = worse = tried = 0
    for query, source, target, mine, theirs in asked(list(real_texts(name))):
        tried += 1
        if adapted := adapt(query, source, target, mine, theirs):
            done += 1
            before, after = (compare(*texts, mine, theirs) for texts in ((source, target), (query, adapted.text)))
            worse += len(after.numbers + after.dates) > len(before.numbers + before.dates)
    assert done >= least * tried
    assert worse <= done / 100
