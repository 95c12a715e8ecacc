"""Links: what may follow the closing bracket of a link's text (CommonMark 0.31, 6.3)."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

LONGEST_LABEL = 999
"""The most code points of a link label, by CommonMark."""

_MOST_PARENTHESES = 32
"""Deeper nesting in an address is no address; other implementations draw the line there too."""

_LONGEST_TITLE = 4_000

_SPACE = re.compile(r"[ \t]*(?:\n[ \t]*)?")
_POINTED = re.compile(r"<(?:[^<>\n\\]|\\.)*>")
_PLAIN = re.compile(r"(?:[^\s()\\\x00-\x1f\x7f]|\\[!-/:-@\[-`{-~]|\\)+")
_TITLE = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\)""", re.DOTALL)
_LABEL = re.compile(rf"\[((?:[^\[\]\\]|\\.){{0,{LONGEST_LABEL}}})\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class LinkTail:
    """What closes a link; the offsets of its title's text are 0 when it has none."""

    end: int
    title_start: int = 0
    title_end: int = 0

    @property
    def title(self) -> bool:
        return self.title_end > self.title_start


def tail_at(text: str, begin: int, at: int, references: Collection[str]) -> LinkTail | None:
    """Read what makes a link of the brackets that close at an offset; None when nothing does.

    Args:
        begin: the offset where the link's text begins.
        references: normalized labels that are defined.
    """
    if text.startswith("(", at + 1) and (tail := _inline(text, at + 2)):
        return tail
    label = label_at(text, at + 1)
    if label:
        return LinkTail(at + len(label) + 3) if normalize(label) in references else None
    if not references or at - begin > LONGEST_LABEL or normalize(text[begin:at]) not in references:
        return None
    return LinkTail(at + 3 if text.startswith("[]", at + 1) else at + 1)


def label_at(text: str, at: int) -> str:
    """Give the label between the brackets that open at an offset; "" when there is none."""
    label = _LABEL.match(text, at)
    return label[1] if label and label[1].strip() else ""


def normalize(label: str) -> str:
    """Make labels alike that name the same reference, as markdown-it does."""
    return " ".join(label.split()).lower().upper()


def _inline(text: str, at: int) -> LinkTail | None:
    """Read `address "title")`."""
    at = _skip(text, at)
    end = _address(text, at)
    if end < 0:
        return None
    at = _skip(text, end)
    if text.startswith(")", at):
        return LinkTail(at + 1)
    title = _TITLE.match(text, at, at + _LONGEST_TITLE) if at > end else None
    if title is None:
        return None
    close = _skip(text, title.end())
    return LinkTail(close + 1, title.start() + 1, title.end() - 1) if text.startswith(")", close) else None


def _skip(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at


def _address(text: str, at: int) -> int:
    """Give the end of the address that begins at an offset; -1 when there is none."""
    if text.startswith("<", at):
        pointed = _POINTED.match(text, at)
        return pointed.end() if pointed else -1
    depth = 0
    while True:
        plain = _PLAIN.match(text, at)
        at = plain.end() if plain else at
        if text.startswith("(", at):
            depth += 1
            if depth > _MOST_PARENTHESES:
                return -1
        elif text.startswith(")", at) and depth:
            depth -= 1
        else:
            return at if depth == 0 else -1
        at += 1
