"""The tokens of a key, which similarity counts: words, Chinese characters, signs, inline tags."""

from __future__ import annotations

import re
from functools import cache

from tm.model.match import MatchKey
from tm.text import characters

_TAG = r"</?\d+/?>"

_ASCII = re.compile(_TAG + r"|\w+|[^\s\w]", re.ASCII)


def tokens(key: MatchKey) -> tuple[str, ...]:
    """Cut a key into its tokens, casefolded.

    >>> tokens(MatchKey("See <1>A/75/912</1>, §2"))
    ('see', '<1>', 'a', '/', '75', '/', '912', '</1>', ',', '§', '2')
    >>> tokens(MatchKey("第76届"))
    ('第', '76', '届')
    """
    folded = key.casefold()
    return tuple(_pattern(folded).findall(folded))


def token_spans(key: MatchKey) -> tuple[tuple[int, int], ...]:
    """Say where the tokens of a key stand in it, before folding.

    >>> token_spans(MatchKey("Annex II"))
    ((0, 5), (6, 8))
    """
    return tuple([found.span() for found in _pattern(key).finditer(key)])


def _pattern(text: str) -> re.Pattern[str]:
    return _ASCII if text.isascii() else _unicode()


@cache
def _unicode() -> re.Pattern[str]:
    # Compiled when first needed, as it takes some milliseconds. `re` looks a class below U+10000 up in a table, but
    # walks through the ranges above: the lookahead spares other characters that walk.
    above = r"(?=[\U00010000-\U0010ffff])"
    alone = rf"[{characters.ALONE}]|{above}[{characters.ALONE_ASTRAL}]"
    word = rf"(?:[{characters.WORD}]+|{above}[{characters.WORD_ASTRAL}]+)+"
    # Information separators (U+001C to U+001F) are space for `re` but not in Unicode; no key holds one.
    return re.compile(rf"{_TAG}|{alone}|{word}|[^\s{characters.WORD}]")
