"""Recognize entries that need no reading line by line: one comment, keyword or string a line, nothing out of order.

Most entries of most files are such, and to tell them takes an eighth of the time. What is recognized here is sound
whatever stands around it, and means just what it is read as here; anything else is left to the reading of lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tm.exchange.po.record import Entry, Line, Part
from tm.exchange.po.remarks import KINDS, NOTHING, read_remarks
from tm.exchange.po.strings import unescape
from tm.model.unit import State, Unit

_STRING = r'[^"\\\n]*+(?:\\.[^"\\\n]*+)*+'

_STRINGS = rf'"({_STRING}(?:"\n"{_STRING})*+)"\n'
"""A string, and the lines that continue it; what stands between them is `_BORDER`."""

_BORDER = '"\n"'

_COMMENT = r"#(?:[^|~\n].*+)?+\n"
"""A comment that is neither an old text nor within an obsolete unit."""

_ENTRY = re.compile(
    rf"(\n*+)((?:{_COMMENT})*+)((?:msgctxt {_STRINGS})?+)msgid {_STRINGS}msgstr {_STRINGS}"
    # What follows has to begin an entry of its own: a string might go on after empty lines.
    r"(?=\n*+(?:#(?!~)|msgid |msgctxt |\Z))"
)

Plain = re.Match[str]
"""A plain entry: its groups are empty lines, comments, the lines of msgctxt and what they say, msgid, msgstr."""


def find_plain(text: str, at: int) -> Plain | None:
    """Find the plain entry that begins at an offset, with the empty lines before it; the header is none."""
    found = _ENTRY.match(text, at)
    return found if found and (found[5].strip(_BORDER) or found[3]) else None


def unit_of(found: Plain, before: int) -> Unit:
    """Make the unit of an entry before which there are so many lines.

    Raises:
        BadEscapeError: an escape that gettext does not know.
    """
    gap, remarks, head, context, source, target = found.groups()
    line = before + len(gap) + 1
    if head:
        line += head.count("\n")
    says = NOTHING
    if remarks:
        line += remarks.count("\n")
        says = read_remarks(_comments(remarks))
    state = State.TRANSLATED
    flags = says.flags
    translation = _said(target)
    if not translation:
        state = State.UNTRANSLATED
    if "fuzzy" in flags:
        state = State.FUZZY if translation else state
        flags = tuple(flag for flag in flags if flag != "fuzzy")
    return Unit(
        _said(source),
        translation,
        None if context is None else _said(context),
        state,
        says.role,
        says.places,
        says.notes,
        says.origin,
        says.comments,
        flags,
        line=line,
    )


def _said(written: str) -> str:
    if "\\" in written:
        return "".join(map(unescape, written.split(_BORDER)))
    return written.replace(_BORDER, "") if '"' in written else written


def _comments(written: str) -> Iterator[Line]:
    for line in _lines(written):
        yield Line(KINDS.get(line[1:2], Part.COMMENT), line)


def entry_of(found: Plain, before: int) -> Entry:
    """Give the lines of an entry before which there are so many lines."""
    gap, remarks = found.group(1, 2)
    lines = [*_comments(remarks)] if remarks else []
    for part, start, end in (
        (Part.CONTEXT, found.start(3), found.end(3)),
        (Part.SOURCE, found.end(3), found.end(5) + 2),
        (Part.TARGET, found.end(5) + 2, found.end()),
    ):
        lines += [Line(part, line) for line in _lines(found.string[start:end])]
    return Entry(gap, tuple(lines), before + len(gap) + 1)


def _lines(text: str) -> list[str]:
    return [line + "\n" for line in text.split("\n")[:-1]]
