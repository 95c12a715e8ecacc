"""Text made literal in Markdown: what a translator types never becomes markup by accident."""

from __future__ import annotations

import re

from tm.model.document import RUNNING, Role

_URL = re.compile(r"(?:https?|ftp)://[^\s<>]+")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_SPECIAL = re.compile(r"[\\`*_\[\]<&~!|]")
_LINE_START = re.compile(
    r"""( \#{1,6}(?=\s|\Z) | [-+*](?=\s|\Z) | > | :(?=[ \t-])
        | [-=]+[ \t]*\Z | [-:|](?=[-:| \t]*\Z)           # underlines of headings, and of a table's first row
        ) | ([0-9]{1,9})([.)])(?=\s|\Z)""",
    re.VERBOSE,
)
_AFTER_BREAK = re.compile(r"[\r\n][ \t>]*\Z")
_IN_TITLE = re.compile(r"\]\([^\n]*\s[\"'(]\Z")
_QUOTES = re.compile(r"(\\.)|([\"'()])")
_CLOSING_HASHES = re.compile(r"#+[ \t]*\Z|(?<=[ \t])\{[#.:][^{}]*\}[ \t]*\Z")
"""What ends a heading and is no part of it: `# Title ##`, `# Title {#anchor}`."""

_MAYBE_IN_TABLE = frozenset(Role) - RUNNING - {Role.HEADING}
_LAST_BACKSLASH = re.compile(r"\\\\\Z")


def escape(text: str, before: str, after: str, role: Role) -> str:
    """Write a stretch of a segment as literal Markdown (CommonMark 2.4, backslash escapes).

    Args:
        before: what stands before it in the segment; "" at the segment's beginning.
        after: the markup behind it; "" at the segment's end.
        role: of the block: bars and closing hashes need care where it is no running text.
    """
    begins_line = not before or _AFTER_BREAK.search(before) is not None
    text = text.lstrip(" \t") if begins_line else text
    done = _literal(text, before, after, role)
    if begins_line and (start := _LINE_START.match(done)):
        done = _start(start) + done[start.end() :]
    elif before.endswith("]") and done.startswith(("(", ":")):
        done = f"\\{done}"  # a footnote's mark or a short link would become another
    if role is Role.LINK_TITLE or _IN_TITLE.search(before):
        done = _QUOTES.sub(lambda found: found[1] or f"\\{found[2]}", done)
    if role is Role.HEADING and not after and (end := _CLOSING_HASHES.search(done)):
        done = f"{done[: end.start()]}\\{end[0]}"
    if role in _MAYBE_IN_TABLE and not after:
        done = _LAST_BACKSLASH.sub("&#92;", done)  # the bar behind it would be taken for text
    return done


def _start(match: re.Match[str]) -> str:
    return rf"{match[2]}\{match[3]}" if match[2] else rf"\{match[0]}"


def _literal(text: str, before: str, after: str, role: Role) -> str:
    """Put a backslash before what could be markup; in addresses, a single asterisk stays as it is."""
    addresses = [match.span() for match in _URL.finditer(text)]
    alone = "*" if sum(text.count("*", *span) for span in addresses) == 1 else ""
    written: list[str] = []
    at = 0
    for match in _SPECIAL.finditer(text):
        place = match.start()
        if match[0] == alone and any(start <= place < end for start, end in addresses):
            continue
        left = text[place - 1] if place else before[-1:]
        right = text[place + 1] if place + 1 < len(text) else after[:1]
        if _is_markup(text, place, left, right, role):
            written += [text[at:place], "\\"]
            at = place
    written.append(text[at:])
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
        return role in _MAYBE_IN_TABLE
    return char != "\\" or not right or right == " " or right in _PUNCTUATION
