"""Tell in which order Arabic groups of thousands stand, as they are read or as they are seen: 45 600, 600 45."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tm.text.placeable import Placeable
from tm.text.written_numbers import shifted

_GROUPS = re.compile(r"\d\s\d")
_NO_DIGIT = re.compile(r"\D")


def in_one_order(
    old: Placeable, written: str, new: Placeable, newly: str, there: Sequence[Placeable]
) -> tuple[Placeable, Placeable] | None:
    """Give two numbers with their values in the one order that fits both; None where none or more than one does.

    Args:
        old, written: of the remembered source.
        new, newly: of the query.
        there: what the target has, which may tell.

    >>> from tm.text.placeables import find_placeables
    >>> one, other = (find_placeables(text, "ar")[0] for text in ("600 45", "300 128"))
    >>> [number.value for number in in_one_order(one, "600 45", other, "300 128", ())]
    ['45600', '128300']
    """
    if written == newly or not (_GROUPS.search(written) or _GROUPS.search(newly)):
        return old, new
    mine, theirs = _readings(old, written), _readings(new, newly)
    found = {(mine[turned], theirs[turned]) for turned in mine if turned in theirs}
    if len(found) > 1:
        held = {value for placeable in there for value in (placeable.value, *placeable.others)}
        found = {pair for pair in found if pair[0] in held}
    if len(found) != 1:
        return None
    first, second = found.pop()
    return replace(old, value=first), replace(new, value=second)


def _readings(number: Placeable, written: str) -> dict[bool, str]:
    """Give the values of a number by whether its groups are turned; one without groups may be either."""
    if not _GROUPS.search(written):
        return dict.fromkeys((False, True), str(number.value))
    digits = _NO_DIGIT.sub("", written)
    return {shifted(str(value), -number.power) != digits: str(value) for value in (number.value, *number.others)}
