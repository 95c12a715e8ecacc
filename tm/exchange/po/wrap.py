"""Texts as quoted lines, wrapped as gettext wraps them, so that msgcat changes nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
    atoms = _ATOM.findall(portion)
    free = opportunities(atoms)
    if atoms[-1] == "\\n":
        free[-1] = False
    begin, place, cut = 0, 0, 0
    column, piece = start, 0
    for atom, is_free in zip(atoms, free, strict=True):
        if is_free:
            if cut > begin and column + piece > room:
                yield portion[begin:cut]
                begin, column = cut, 0
            column, piece, cut = column + piece, 0, place
        place += len(atom)
        piece += len(atom) if atom.isalpha() and atom.isascii() else sum(map(width, atom))
    if cut > begin and column + piece > room:
        yield portion[begin:cut]
        begin = cut
    yield portion[begin:]
