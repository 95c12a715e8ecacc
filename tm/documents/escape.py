"""Text made literal in Markdown: what a translator types never becomes markup by accident."""

from __future__ import annotations

import re

from tm.model.document import Role

_URL = re.compile(r"(?:https?|ftp)://[^\s<>]+")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_SPECIAL = re.compile(r"[\\`*_\[\]<&~!|]")
_LINE_START = re.compile(
    r"(#{1,6}(?=\s|\Z)|[-+](?=\s|\Z)|>|[-=]+\Z|-(?=[\s-]*\Z)|:(?=[ \t-]))|([0-9]{1,9})([.)])(?=\s|\Z)"
)
_IN_TITLE = re.compile(r"\]\([^\n]*\s[\"'(]\Z")
_QUOTES = re.compile(r"(?<!\\)[\"'()]")
_CLOSING_HASHES = re.compile(r"#+\Z")


def escape(text: str, before: str, after: str, role: Role) -> str:
    """Write a stretch of a segment as literal Markdown (CommonMark 2.4, backslash escapes).

    Args:
        before: what stands before it in the segment; "" at the segment's beginning.
        after: the markup behind it; "" at the segment's end.
        role: of the block: a cell's bars and a heading's closing hashes need care.
    """
    written: list[str] = []
    at = 0
    for match in _URL.finditer(text):
        written += [_literal(text, at, match.start(), before, after, role), match[0]]
        at = match.end()
    written.append(_literal(text, at, len(text), before, after, role))
    done = "".join(written)
    if not before or before.endswith(("\n", "\r")):
        done = _LINE_START.sub(_start, done, count=1) if _LINE_START.match(done) else done
    if role is Role.LINK_TITLE or _IN_TITLE.search(before):
        done = _QUOTES.sub(r"\\\g<0>", done)
    if role is Role.HEADING and not after and (hashes := _CLOSING_HASHES.search(done)):
        done = f"{done[: hashes.start()]}\\{hashes[0]}"
    return done


def _start(match: re.Match[str]) -> str:
    return rf"{match[2]}\{match[3]}" if match[2] else rf"\{match[0]}"


def _literal(text: str, begin: int, end: int, before: str, after: str, role: Role) -> str:
    written: list[str] = []
    at = begin
    for match in _SPECIAL.finditer(text, begin, end):
        place = match.start()
        left = text[place - 1] if place else before[-1:]
        right = text[place + 1] if place + 1 < len(text) else after[:1]
        if _is_markup(text, place, left, right, role):
            written += [text[at:place], "\\"]
            at = place
    written.append(text[at:end])
    return "".join(written)


def _is_markup(text: str, at: int, left: str, right: str, role: Role) -> bool:
    """Tell whether a special character could be read as markup between its neighbours."""
    char = text[at]
    if char == "_":
        return not (left.isalnum() and right.isalnum())
    if char == "*":
        return not left == right == " "
    if char == "~":
        return left == "~" or right == "~"
    if char == "<":
        return right.isalpha() or right in {"/", "!", "?"}
    if char == "&":
        return _ENTITY.match(text, at) is not None
    if char == "!":
        return right == "["
    if char == "|":
        return role is Role.TABLE_CELL
    return char != "\\" or not right or right in _PUNCTUATION
