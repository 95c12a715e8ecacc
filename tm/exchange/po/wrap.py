"""Texts as quoted lines, wrapped as gettext wraps them, so that msgcat changes nothing."""

from __future__ import annotations

from collections.abc import Iterator

from tm.exchange.po.breaks import opportunities, width
from tm.exchange.po.strings import escape

PAGE = 79
"""The page width of gettext's tools, in columns."""


def quoted(text: str, lead: str, *, wrap: bool = True) -> list[str]:
    r"""Give the lines of a text after `lead`: a keyword with what stands before it, such as `#~ msgid`.

    A text that is broken, at `\n` or to fit the page, begins on the line after the keyword.

    Args:
        wrap: False breaks at `\n` alone, as the flag `no-wrap` asks.

    >>> quoted("One.", "msgid")
    ['msgid "One."']
    >>> quoted("One.\nTwo.", "#~ msgid")
    ['#~ msgid ""', '#~ "One.\\n"', '#~ "Two."']
    """
    mark = lead[: len(lead) - len(lead.lstrip("#~| "))]
    portions = text.split("\n")
    if len(portions) == 1 or (len(portions) == 2 and not portions[1]):
        line = escape(text)
        columns = sum(map(width, line)) if not line.isascii() else len(line)
        if not line or not wrap or len(lead) + 2 + columns < PAGE:
            return [f'{lead} "{line}"']
        # A long text without a place to break stays beside its keyword.
        wrapped = list(_wrap(line, len(lead) + 2 - len(mark) - 1, len(mark)))
        if len(wrapped) == 1:
            return [f'{lead} "{line}"']
    escaped = [escape(portion + "\n") for portion in portions[:-1]] + [escape(portions[-1])][: bool(portions[-1])]
    lines = (line for portion in escaped for line in (_wrap(portion, 0, len(mark)) if wrap else (portion,)))
    return [f'{lead} ""', *(f'{mark}"{line}"' for line in lines)]


def _wrap(portion: str, start: int, indent: int) -> Iterator[str]:
    r"""Break an escaped text, with at most one `\n` and that at its end.

    Args:
        start: the column where it begins, counted from where the lines that follow do.
        indent: columns before the opening quotation mark.
    """
    room = PAGE - 2 - indent
    free = _free(portion)
    cuts: list[int] = []
    column, piece, cut = start, 0, -1
    for place, char in enumerate(portion):
        if free[place]:
            if cut >= 0 and column + piece > room:
                cuts.append(cut)
                column = 0
            column, piece, cut = column + piece, 0, place
        piece += width(char)
    if cut >= 0 and column + piece > room:
        cuts.append(cut)
    for begin, end in zip([0, *cuts], [*cuts, len(portion)], strict=True):
        yield portion[begin:end]


def _free(portion: str) -> list[bool]:
    """Say before which characters a line may break: not inside an escape, and not before the final `\\n`."""
    free = opportunities(portion)
    place = portion.find("\\")
    while place >= 0:
        free[place + 1] = False
        place = portion.find("\\", place + 2)
    if portion.endswith("\\n") and (len(portion) - len(portion[:-1].rstrip("\\"))) % 2 == 0:
        free[-2] = False
    return free
