"""Say whether two texts come to the same in other words: four times a year, ежеквартально; 0.3 per cent, 千分之三."""

from __future__ import annotations

from tm.checks.otherwise import amounts

OFTEN, SHARE = "per year", "exact share"


def comes_to_same(kind: str, text: str, place: tuple[int, int], other: str, languages: tuple[str, str]) -> bool:
    """Say whether what stands at a place of a plain text comes to the same as something in another.

    Args:
        kind: what is compared: how often, or the exact share.
        languages: of the text, and of the other.

    >>> comes_to_same(OFTEN, "It meets twice a year.", (9, 21), "Il se réunit chaque semestre.", ("en", "fr"))
    True
    """
    start, end = place
    own = [one for one in amounts(text, languages[0]) if one.kind == kind and one.start < end and start < one.end]
    values = frozenset().union(*(one.values for one in own))
    return any(one.kind == kind and not values.isdisjoint(one.values) for one in amounts(other, languages[1]))
