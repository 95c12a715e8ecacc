"""The key under which equal segments meet: text without what writing habits add to it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from tm.model.match import MatchKey

_DROPPED = re.compile(
    "["
    "\N{SOFT HYPHEN}"
    "\N{ARABIC TATWEEL}"
    "\N{ARABIC LETTER MARK}"
    "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"
    "\N{LEFT-TO-RIGHT EMBEDDING}-\N{RIGHT-TO-LEFT OVERRIDE}"
    "\N{LEFT-TO-RIGHT ISOLATE}-\N{POP DIRECTIONAL ISOLATE}"
    "]"
)


# Few: a text is asked for again with its neighbours, and may be half a megabyte long.
@lru_cache(maxsize=16)
def match_key(text: str) -> MatchKey:
    """Normalize a text: NFC; soft hyphens, kashida and bidi controls dropped; white space runs one space; trimmed.

    The order is the contract's, and decides where they meet: a mark that stood behind a kashida stays a mark.

    >>> match_key("  Distr.:\\N{NO-BREAK SPACE}General \\N{RIGHT-TO-LEFT MARK}")
    'Distr.: General'
    """
    if not text.isascii():
        text = _DROPPED.sub("", unicodedata.normalize("NFC", text))
    elif text.isprintable() and "  " not in text and text[:1] != " " != text[-1:]:
        return MatchKey(text)  # as most are
    return MatchKey(" ".join(text.split()))


def has_key(text: str) -> bool:
    r"""Tell whether the key of a text is more than "", for most texts without making it.

    >>> has_key("(a)"), has_key(" \N{RIGHT-TO-LEFT MARK}")
    (True, False)
    """
    return "!" <= text[:1] <= "~" or bool(match_key(text))
