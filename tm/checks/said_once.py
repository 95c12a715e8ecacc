"""Shorten what an English source spells out, and other languages say in a word: "his or her life", sa vie."""

from __future__ import annotations

import re
from functools import lru_cache

from tm.text.pattern import pattern

_NUMBER = (
    r"(?:and|hundred|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)"
)

_SHORTER = (
    (
        (" or she", " or her", "/she", "/her"),
        pattern(r"(?:(?<=\b[Hh]e)|(?<=\b[Hh]i[sm])|(?<=\b[Hh]imself))(?:\sor\s|/)(?:she|hers?|herself)\b"),
        "",
    ),
    (
        (" thousand",),
        pattern(rf"\b(?:one|two)\sthousand(?:[\s-]{_NUMBER})*(?=[,.;:)]|\Z)", re.IGNORECASE),
        "2000",
    ),
    (("thers and ",), pattern(r"\b(?:fathers\sand\smothers|mothers\sand\sfathers)\b", re.IGNORECASE), "parents"),
    (
        ("girls", "Girls"),
        pattern(r"\b(?:girls\sand\sboys|boys\sand\sgirls)\b", re.IGNORECASE),
        "children",
    ),
    (
        ("sisters", "Sisters"),
        pattern(r"\b(?:sisters\sand\sbrothers|brothers\sand\ssisters)\b", re.IGNORECASE),
        "siblings",
    ),
)
"""One of some letters is in all that is shortened; what it is; and what stands for it."""


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def said_once(source: str) -> str:
    """Give an English source with what others say in a word as one: couples, and years that are spelled out.

    >>> said_once("Done this first day of May, one thousand nine hundred and ninety-seven.")
    'Done this first day of May, 2000.'
    """
    for letters, form, word in _SHORTER:
        if any(map(source.__contains__, letters)):
            source = form.sub(word, source)
    return source
