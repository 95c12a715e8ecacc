"""Where the sentences of a text end, roughly: enough to see that one is missing or one is more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from tm.text.pattern import pattern

_STOP = pattern(r"[.!?؟…。！？][.!?؟…。！？]*[\"”»’)\]』」）¹²³⁰⁴-⁹]{0,4}")
_GAP = pattern(r"\s{1,4}[\"“«„(\[¿¡—–-]{0,3}\s?(?=[^\W\d_])[^a-zа-яёà-öø-ÿ\u3400-\u9fff]")
"""White space, and a letter that is not small."""

_DATE = pattern(r"\s{1,2}\d{1,4}\s[^\W\d_]{3}")
_LONG_WORD = pattern(r"[^\W\d_]{5}[»”\")]{0,2}\Z|\d{4}\Z")
"""Around a stop before figures, which more often follow an abbreviation: paras. 3 and 4."""

_GLUED = pattern(r"[A-ZÀ-ÞА-Я¿]")
_WORD_BEFORE = pattern(r"(?:[a-zà-ÿа-я)»”\"\d]{2}|[-‑]\d)\Z")
"""Around a stop without white space behind it: text that was taken out of web pages."""

_ABBREVIATION = pattern(
    r"(?<![^\W\d_])(?:(?<![\u064b-\u0652])[^\W\d_]|[Nn]os?|Mr|Mrs|Ms|Dr|Dra|Sr|Sra|St|Ste|MM|Mme|Prof|Gen|EE|RR|HH|[Aa]rts?|[Vv]ol|pp|[Pp]árrs?"
    r"|[Nn]úms?|págs?|paras|[Ss]ect|[Aa]dd|[Cc]orr|[Rr]ev|[Aa]mend|Inc|Ltd|Co|Corp|cf|vs|approx|etc|ex|ej|al|см|гг|ст|им|пп|тыс|млн|млрд"
    r"|долл|тел|Dist)\Z"
)

_NUMBER = 4
"""Characters at the beginning that may number a paragraph."""


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def sentence_ends(text: str) -> Sequence[int]:
    """Give the places behind all sentences but the last, of a text without white space around it.

    >>> sentence_ends("It met. It decided so, as Mr. Lee said.")
    (7,)
    """
    ends = [match.end() for match in _STOP.finditer(text) if match.end() < len(text) and _is_end(match, text)]
    return tuple(ends)  # which no search for circles looks at


def sentence_spans(text: str) -> Sequence[tuple[int, int]]:
    """Give the places of the sentences of a plain text, which together are all of it.

    >>> sentence_spans("It met. It spoke.")
    [(0, 7), (7, 17)]
    """
    return list(pairwise((0, *sentence_ends(text), len(text))))


def _is_end(match: re.Match[str], text: str) -> bool:
    stop, start, end = match[0], match.start(), match.end()
    if stop[0] in "。！？":
        return True
    before = text[max(0, start - 7) : start]
    if start < _NUMBER and stop == "." and before.isdigit():  # 12. The Committee
        return False
    if not (
        _GAP.match(text, end)
        or (len(stop) < 3 and _GLUED.match(text, end) and _WORD_BEFORE.search(before))
        or (_DATE.match(text, end) and _LONG_WORD.search(before))
    ):
        return False
    return stop[0] != "." or not _ABBREVIATION.search(before)
