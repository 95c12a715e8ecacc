"""Tell a listing of commands or settings, which is no prose, from text in several lines."""

from __future__ import annotations

import re

_COMMAND = re.compile(
    r"\s*(?:[#$>}]|d-i\s|&gt;)"
    r"|[^\n]*(?:[{}\\]|\$\{?\w|\w=\S|\s/\w|\w/\w+/\w|(?<!\w)[^\W_]*+_\w++[=(])"
    r"|\s*[\w-]+\s+\"?[\w./:-]+\"?;\s*\Z"
)
_SESSION = re.compile(r"\s*(?:[\w.-]{1,40}@[\w.-]{1,40}[:~/\w.-]{0,80})?\$ [a-z./~][^\n]*\n")
"""The prompt of a shell before the first line; what follows is its answer."""

_PARAGRAPH = re.compile(r"</(?:p|li|h[1-6]|a|div|td|th|ul|ol)>", re.IGNORECASE)
"""Of a Web page: the lines have strokes, but those of tags and addresses."""

_SHARE = 0.5
"""Of the lines that are not empty."""


def is_listing(text: str) -> bool:
    """Say whether most lines of a text are commands, settings or comments on them.

    >>> is_listing("menuentry 'New' {\\ninsmod ext2\\nset root='(hd0)'\\n}"), is_listing("One line.\\nAnother.")
    (True, False)
    """
    if "\n" not in text or "\n" not in text.strip():
        return False
    if "$ " in text and _SESSION.match(text):
        return True
    if "</" in text and _PARAGRAPH.search(text):
        return False
    lines = [line for line in text.split("\n") if line.strip()]
    return sum(bool(_COMMAND.match(line)) for line in lines) >= _SHARE * len(lines)
