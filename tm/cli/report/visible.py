"""Make texts of unknown origin safe to print: nothing in them steers a terminal, and what is invisible shows."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby

from tm.cli.output import shown

_UNSEEN = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Marks of direction and others, and what cannot be encoded. Joiners are letters' business, and stay."""

_ARABIC = "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc"
_ARABIC_RUN = re.compile(
    rf"(?<=“)[^\w“”]*(?:\d[\d.,/]*\s)*[{_ARABIC}][^“”]*(?=”)|(?:\d[\d.,/]*\s)*[{_ARABIC}](?:[\W\d_]*[{_ARABIC}\d])*"
)
"""Arabic within an English sentence, with the figures that belong to it, or all that is quoted."""

ESCAPE = re.compile(r"\\(?:u[0-9a-f]{4}|U[0-9a-f]{8})")
"""What `visible` writes for what has no picture."""


def visible(text: str) -> str:
    r"""Write what steers or cannot be seen as a picture or an escape.

    >>> print(visible("a\x1b[31m\u202eb\n"))
    a␛[31m\u202eb↵
    """
    return _UNSEEN.sub(_escape, shown(text))


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def set_apart(message: str, begin: str, end: str) -> str:
    """Put signs around what an English message quotes in Arabic, so that it reads from the right and the rest stays."""
    return _ARABIC_RUN.sub(lambda found: f"{begin}{found[0]}{end}", message)


def blank(text: str) -> str:
    r"""Name a text that cannot be seen although it is no control; empty for one that can be.

    >>> blank(""), blank("\N{NO-BREAK SPACE}"), blank("  "), blank("a b")
    ('nothing', 'a no-break space', '2 spaces', '')
    """
    if text.strip():
        return ""
    names = [f"{len(list(run))} {unicodedata.name(char, visible(char)).lower()}" for char, run in groupby(text)]
    told = " and ".join(f"a {name[2:]}" if name.startswith("1 ") else f"{name}s" for name in names)
    return told or "nothing"


def width(text: str) -> int:
    """Count the cells that a text takes on a terminal: two for a wide character, none for a mark on another.

    >>> width("决议"), width("e\N{COMBINING ACUTE ACCENT}")
    (4, 1)
    """
    if text.isascii():
        return len(text)
    return sum(map(_cells, text))


def _cells(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1
