"""Make texts of unknown origin safe to print: nothing in them steers a terminal, and what is invisible shows."""

from __future__ import annotations

import re
import unicodedata

_PICTURES = {"\n": "↵", "\t": "⇥", "\x7f": "␡"}
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Controls, marks of direction, separators, and what cannot be encoded. Joiners are letters' business, and stay."""


def visible(text: str) -> str:
    r"""Write what steers or cannot be seen as a picture or an escape.

    >>> print(visible("a\x1b[31m\u202eb\n"))
    a␛[31m\u202eb↵
    """
    return _UNSAFE.sub(lambda found: _shown(found[0]), text)


def _shown(char: str) -> str:
    if char in _PICTURES:
        return _PICTURES[char]
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


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
