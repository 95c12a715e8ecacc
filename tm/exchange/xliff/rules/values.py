"""What values the attributes of the core of XLIFF 2 may have."""

from __future__ import annotations

import re
from collections.abc import Callable

Value = Callable[[str], str]
"""Gives "" for a value that is right, else what it should be."""

_NAME = r"[\w:\-.·]+"  # Nmtoken of XML 1.0, but for rare scripts
_CHARACTERS = re.compile("[\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 can hold (section 2.2)."""

_CONTROLS = re.compile("[\x7f-\x84\x86-\x9f]")
"""What it can hold, and advises against."""


def text(_: str) -> str:
    """Any text."""
    return ""


def _matching(pattern: str, wanted: str) -> Value:
    compiled = re.compile(pattern)
    return lambda value: "" if compiled.fullmatch(value) else wanted


def one_of(*values: str) -> Value:
    """One of a few words."""
    return lambda value: "" if value in values else f"one of {', '.join(values)}"


name = _matching(_NAME, "a name without blanks and signs such as / # \\")
names = _matching(rf"\s*{_NAME}(\s+{_NAME})*\s*", "names with blanks between them")
language = _matching(r"(?i:[a-z]{2,8}(-[a-z0-9]{1,8})*|[xi](-[a-z0-9]{1,8})+)", "a language code such as fr or zh-Hans")
own = _matching(r"[^\s:]+:[^\s:]+", "a word with a prefix, such as my:word")
count = _matching(r"\+?0*[1-9][0-9]{0,8}", "a number from 1")
priority = _matching(r"\+?0*([1-9]|10)", "a number from 1 to 10")
yes_no = one_of("yes", "no")
reorder = one_of("yes", "firstNo", "no")
direction = one_of("ltr", "rtl", "auto")
space = one_of("default", "preserve")
version = one_of("2.0", "2.1")


def marker(value: str) -> str:
    """Check the type of an annotation."""
    return "" if value in {"generic", "comment", "term"} or not own(value) else "generic, comment, term, or my:word"


def character(value: str) -> str:
    """Check that a code point is one that XML cannot hold."""
    wanted = "the hexadecimal code of a character that XML cannot hold"
    if not re.fullmatch(r"[0-9A-Fa-f]{4,6}", value) or int(value, 16) > 0x10FFFF:
        return wanted
    char = chr(int(value, 16))
    return wanted if _CHARACTERS.fullmatch(char) and not _CONTROLS.fullmatch(char) else ""
