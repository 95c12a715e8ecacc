"""Write the digits of other scripts as 0 to 9, and know what stands between groups of them."""

from __future__ import annotations

import re
from functools import lru_cache

from tm.text.pattern import pattern

SPACE = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\N{FIGURE SPACE}"
"""What stands between thousands in French, Spanish and Russian, and in Arabic of the United Nations."""

_DIGIT = re.compile(r"\d")
_OTHER_DIGITS = pattern("[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]")
_WIDE_COMMA = pattern("(?<=[\uff10-\uff19])\uff0c(?=[\uff10-\uff19]{3})")
_TO_ASCII = {base + digit: str(digit) for base in (0x0660, 0x06F0, 0xFF10) for digit in range(10)} | {0xFF0E: "."}


@lru_cache(maxsize=64)  # several ask in turn
def has_digit(text: str) -> bool:
    """Say whether a text has a digit of any script.

    >>> has_digit("Part ٣"), has_digit("Part III")
    (True, False)
    """
    return _DIGIT.search(text) is not None


@lru_cache(maxsize=64)
def ascii_digits(text: str) -> str:
    """Write Arabic, Persian and full-width digits as 0 to 9, none moved."""
    if not text.isascii() and _OTHER_DIGITS.search(text):
        return _WIDE_COMMA.sub(",", text).translate(_TO_ASCII)
    return text
