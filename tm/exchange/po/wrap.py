"""Texts as quoted lines, wrapped as gettext wraps them, so that msgcat changes nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tm.exchange.po.breaks import opportunities, width
from tm.exchange.po.strings import escape

PAGE = 79
"""The page width of gettext's tools, in columns."""

_ATOM = re.compile(
    r"\\.|[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0400-\u0481\u048a-\u052f\u0620-\u064a]+|.", re.DOTALL
)
"""What is never broken: an escape, a run of letters, any other character by itself."""


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
        pieces = _pieces(line)
        if len(_wrapped(line, pieces, len(lead) + 2 - len(mark) - 1, len(mark))) == 1:
            return [f'{lead} "{line}"']
        return [f'{lead} ""', *(f'{mark}"{piece}"' for piece in _wrapped(line, pieces, 0, len(mark)))]
    escaped = [escape(portion + "\n") for portion in portions[:-1]] + [escape(portions[-1])][: bool(portions[-1])]
    if wrap:
        escaped = [line for portion in escaped for line in _wrapped(portion, _pieces(portion), 0, len(mark))]
    return [f'{lead} ""', *(f'{mark}"{line}"' for line in escaped)]


def _pieces(portion: str) -> list[tuple[int, int]]:
    r"""Give characters and columns of each piece of an escaped text: a line may break before each but the first.

    At most one `\n` is in it, and that at its end.
    """
    atoms = _ATOM.findall(portion)
    free = opportunities(atoms)
    if atoms[-1] == "\\n":
        free[-1] = False
    pieces, length, columns = [], 0, 0
    for atom, is_free in zip(atoms, free, strict=True):
        if is_free:
            pieces.append((length, columns))
            length = columns = 0
        length += len(atom)
        columns += len(atom) if atom.isascii() and atom.isprintable() else sum(map(width, atom))
    return [*pieces, (length, columns)]


def _wrapped(portion: str, pieces: Sequence[tuple[int, int]], start: int, indent: int) -> list[str]:
    """Break an escaped text into lines that fit the page.

    Args:
        start: the column where it begins, counted from where the lines that follow do.
        indent: columns before the opening quotation mark.
    """
    room = PAGE - 2 - indent
    lines, begin, cut, column = [], 0, 0, start
    for length, columns in pieces:
        if cut > begin and column + columns > room:
            lines.append(portion[begin:cut])
            begin, column = cut, 0
        cut, column = cut + length, column + columns
    return [*lines, portion[begin:]]
