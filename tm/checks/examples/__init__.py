"""The examples of the checks: files of pairs or of lines of PO, and how their invisible characters are written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_NAMED = re.compile(r"\{([A-Z][A-Z0-9 -]{1,60})\}")
_HEADING = re.compile(r"^=== (bad|good) (\w+)(?:: (.*))?\n", re.MULTILINE)


class Lines(NamedTuple):
    """Lines of a PO file that a check finds wrong ("bad") or right ("good"), with the language and a note."""

    verdict: str
    lang: str
    note: str
    text: str


def lines_of_po(written: str) -> Iterator[Lines]:
    r"""Take apart a file of examples, each below a heading.

    >>> [(one.lang, one.note, one.text) for one in lines_of_po('=== bad fr: no end\nmsgstr "a\n')]
    [('fr', 'no end', 'msgstr "a\n')]
    """
    _, *parts = _HEADING.split(written)
    for verdict, lang, note, text in zip(*[iter(parts)] * 4, strict=True):
        yield Lines(verdict, lang, note or "", characters(text))


def characters(text: str) -> str:
    """Put the characters in place of their names in braces: Unicode's names, or their usual short forms.

    >>> characters("{NBSP}{SOFT HYPHEN}{LF}{RLM} {NAME}") == "\\xa0\\xad\\n\\u200f {NAME}"
    True
    """
    return _NAMED.sub(_character, text)


def _character(found: re.Match[str]) -> str:
    try:
        return unicodedata.lookup(found[1])
    except KeyError:
        return found[0]
