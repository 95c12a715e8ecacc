r"""The quoted strings of PO files: what a line holds, and what its escapes mean (`\n`, `\"`, `\x41`, `\101`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

_STRING = r'"[^"\\]*+(?:\\.[^"\\]*+)*+"'
_NUMBER = r"\[[ \t]*+(?P<index>[0-9]{1,3})[ \t]*+\]"

LINE = re.compile(
    rf"[ \t]*+(?:(?P<keyword>[A-Za-z_]++)[ \t]*+(?:{_NUMBER})?+)?+"
    rf"[ \t]*+(?P<strings>(?:{_STRING}[ \t]*+)*+)"
)
"""A line of a message without its line ending: a keyword, one or more strings, or both."""

KEYWORDS = frozenset({"msgctxt", "msgid", "msgid_plural", "msgstr"})

_EACH = re.compile(_STRING)
_INDEX = re.compile(rf"{_NUMBER}[ \t]*+")
_ESCAPE = re.compile(r"\\(?:([abfnrtv\"\\])|([0-7]{1,3})|x([0-9A-Fa-f]+)|(.?))", re.DOTALL)
_MEANING = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", '"': '"', "\\": "\\"}
_ESCAPED = str.maketrans({meaning: "\\" + letter for letter, meaning in _MEANING.items()})


class BadEscapeError(ValueError):
    """A backslash before something that PO does not know."""


def escape(text: str) -> str:
    r"""Write a text as it stands between quotation marks.

    >>> print(escape('a "b"\n'))
    a \"b\"\n
    """
    return text.translate(_ESCAPED)


def unescape(written: str) -> str:
    """Read what stands between quotation marks.

    Raises:
        BadEscapeError: an escape that gettext does not know.
    """
    return _ESCAPE.sub(_meaning, written) if "\\" in written else written


def _meaning(found: re.Match[str]) -> str:
    letter, octal, hexadecimal, other = found.groups()
    if letter:
        return _MEANING[letter]
    number = int(octal, 8) if octal else int(hexadecimal, 16) if hexadecimal else -1
    # gettext makes bytes of numbers; only those of ASCII are text whatever follows.
    if 0 < number < 0x80:
        return chr(number)
    raise BadEscapeError(f"\\{octal or other}" if not hexadecimal else f"\\x{hexadecimal}")


def strings(written: str) -> str:
    """Read and join the strings that stand on one line.

    Raises:
        BadEscapeError: an escape that gettext does not know.
    """
    return "".join(unescape(one[1:-1]) for one in _EACH.findall(written))


def characters(line: str) -> Iterator[tuple[str, int, int]]:
    r"""Yield the characters that the strings of a line stand for, each with the columns [start, end) of its writing.

    >>> list(characters('msgstr "a\\n"'))
    [('a', 8, 9), ('\n', 9, 11)]

    Raises:
        BadEscapeError: an escape that gettext does not know.
    """
    for one in _EACH.finditer(line):
        at, end = one.start() + 1, one.end() - 1
        while at < end:
            escaped = _ESCAPE.match(line, at, end)
            after = escaped.end() if escaped else at + 1
            yield (_meaning(escaped) if escaped else line[at]), at, after
            at = after


def guard(line: str) -> str:
    """Keep a comment that ends with a backslash apart from the next line: gettext would join the two."""
    return line + " " if line.rstrip(" ").endswith("\\") else line


def diagnose(line: str) -> str:
    """Say why a line is not one of a PO file."""
    line = line.strip()
    word = re.match(r"[\w.\-]*", line)
    keyword = word.group() if word else ""
    rest = line[len(keyword) :].lstrip()
    if keyword and keyword not in KEYWORDS:
        return f"{_short(keyword)!r} is not a keyword of PO files: msgctxt, msgid, msgid_plural or msgstr is expected"
    if rest.startswith("["):
        index = _INDEX.match(rest)
        if index is None:
            number = _short(rest.partition('"')[0].rstrip())
            return f"{number} numbers no plural form: write msgstr[0], msgstr[1], …"
        rest = rest[index.end() :]
    if not rest.startswith('"'):
        return f'a text in quotation marks is expected: write {keyword or "msgstr"} "…"'
    closed = _EACH.match(rest)
    if closed is None:
        return "the text is not closed: add the missing quotation mark"
    return 'text stands after the closing quotation mark: write a quotation mark inside a text as \\"'


def _short(word: str) -> str:
    return word if len(word) <= 30 else word[:29] + "…"
