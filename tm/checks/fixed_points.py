"""Find sentences that are surely in two texts, as figures, acronyms, code or addresses in them are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from tm.checks.sentences import sentence_ends
from tm.text.pattern import pattern
from tm.text.prose import OBJECT

_TOKEN = pattern(rf"{OBJECT}|[A-Za-z\d](?:[\w./+-]*[A-Za-z\d])?", re.ASCII)
_SIGN = pattern(r"[\d./_]|(?<=\w)[A-Z]")
"""Of figures, code and acronyms."""

_LATIN = frozenset(("en", "fr", "es"))
"""Languages between which small Latin words say nothing: they are their own."""


def confirmed(text: str, other: str, languages: tuple[str, str]) -> Sequence[bool]:
    """Say of each sentence of a plain text whether something in it stands as often in the other text.

    Such a sentence is not lost, nor added.

    >>> confirmed("WHO was there. It spoke. It left in 1946.", "L’OMS était là. Elle est partie en 1946.", ("en", "fr"))
    [False, False, True]
    """
    is_latin = _LATIN.issuperset(languages)
    edges = (0, *sentence_ends(text), len(text))
    held = [_points(text[start:end], is_latin=is_latin) for start, end in pairwise(edges)]
    theirs = Counter(_points(other, is_latin=is_latin))
    ours = Counter(one for sentence in held for one in sentence)
    return [any(ours[one] == theirs[one] for one in sentence) for sentence in held]


def _points(text: str, *, is_latin: bool) -> Sequence[str]:
    found = _TOKEN.findall(text)
    return [one for one in found if one == OBJECT or _SIGN.search(one) or (not is_latin and len(one) > 1)]
