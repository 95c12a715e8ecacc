"""The examples of the checks: files of pairs, and how their invisible characters are written."""

from __future__ import annotations

import re
import unicodedata

_NAMED = re.compile(r"\{([A-Z][A-Z0-9 -]{1,60})\}")


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
