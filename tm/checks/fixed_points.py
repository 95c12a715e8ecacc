"""Find sentences that are surely in two texts, as figures, acronyms, code, addresses or words in them are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from tm.checks.cognates import points
from tm.checks.sentences import sentence_ends
from tm.text.pattern import pattern
from tm.text.prose import OBJECT

_TOKEN = pattern(rf"{OBJECT}|[A-Za-z\d](?:[\w./+-]*[A-Za-z\d])?", re.ASCII)
_SIGN = pattern(r"[\d./_]|(?<=\w)[A-Z]")
"""Of figures, code and acronyms."""

_LATIN = frozenset(("en", "fr", "es"))
"""Languages between which small Latin words say nothing: they are their own."""

_SHARE = {"fr": 0.2, "es": 0.2, "ru": 0.15}
_LEAST = 3
"""What part of the words of a sentence both texts begin alike, if it is in both, and of how many: of sentences put
behind others of the same texts, not one in a hundred has as many."""


def confirmed(text: str, other: str, languages: tuple[str, str]) -> Sequence[bool]:
    """Say of each sentence of a plain text whether something in it stands as often in the other text, or many words do.

    Such a sentence is not lost, nor added. One of the two texts is English.

    >>> confirmed("WHO was there. It spoke. It left in 1946.", "L’OMS était là. Elle est partie en 1946.", ("en", "fr"))
    [False, False, True]
    """
    is_latin = _LATIN.issuperset(languages)
    edges = (0, *sentence_ends(text), len(text))
    held = [_points(text[start:end], is_latin=is_latin) for start, end in pairwise(edges)]
    theirs = Counter(_points(other, is_latin=is_latin))
    ours = Counter(one for sentence in held for one in sentence)
    alike = _alike(text, other, languages, edges)
    return [
        like or any(ours[one] == theirs[one] for one in sentence) for like, sentence in zip(alike, held, strict=True)
    ]


def _alike(text: str, other: str, languages: tuple[str, str], edges: Sequence[int]) -> Sequence[bool]:
    """Say of each sentence whether many of its words begin as words of the other text, which has each as often."""
    least = _SHARE.get(languages[1] if languages[0] == "en" else languages[0])
    if least is None or "en" not in languages:
        return [False] * (len(edges) - 1)
    mine = points(text, languages[0])
    ours, theirs = Counter(one.key for one in mine), Counter(one.key for one in points(other, languages[1]))
    found = []
    for start, end in pairwise(edges):
        keys = [one.key for one in mine if start <= one.start < end]
        shared = sum(0 < ours[key] <= theirs[key] for key in keys)
        found.append(len(keys) >= _LEAST and shared >= least * len(keys))
    return found


def _points(text: str, *, is_latin: bool) -> Sequence[str]:
    found = _TOKEN.findall(text)
    return [one for one in found if one == OBJECT or _SIGN.search(one) or (not is_latin and len(one) > 1)]
