"""Where the fields of a paragraph begin, have their separator and end: in one pass, however they are nested."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tm.documents.docx.markup import Token, attribute, tokens
from tm.text.layer import Layer

FIELD = "<w:r>"
"""What the opening of a link begins with that is a field."""


def find_fields(row: Sequence[Token], containers: Sequence[Layer], inside: int) -> Mapping[int, tuple[int, int]]:
    """Give the separator and the end of each field that begins in a stretch, by the place where it begins.

    What is not there, or not in the same link as the beginning, is 0.

    Args:
        containers: around the stretch.
        inside: how many elements of a run are open where it begins.
    """
    around = sum(token.step for layer in containers if not layer.raw.startswith(FIELD) for token in tokens(layer.raw))
    open_ = list(range(-around - inside, 0))
    found: dict[int, tuple[int, int]] = {}
    begun: list[tuple[int, int]] = []
    for place, token in enumerate(row):
        if token.name == "w:fldChar" and token.step >= 0:
            _take(place, attribute(token.raw, "w:fldCharType"), open_[-2] if len(open_) > 1 else 0, begun, found)
        if token.step > 0:
            open_.append(place + 1)
        elif token.step < 0 and open_:
            open_.pop()
    return found


def _take(
    place: int, kind: str, container: int, begun: list[tuple[int, int]], found: dict[int, tuple[int, int]]
) -> None:
    """Take in one edge of a field."""
    if kind == "begin":
        begun.append((place, container))
        found[place] = 0, 0
    elif begun:
        begin, other = begun[-1]
        separator, _ = found[begin]
        if kind == "separate":
            found[begin] = place if container == other else separator, 0
        elif kind == "end":
            begun.pop()
            found[begin] = separator, place if container == other else 0
