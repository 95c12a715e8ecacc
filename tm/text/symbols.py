"""Find the symbols of United Nations documents, and the numbers of resolutions and decisions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tm.text.pattern import pattern
from tm.text.spans import inside

_PART = r"[A-Za-z0-9.]{1,24}(?:-[A-Za-z0-9.]{1,24}){0,3}(?:\(\d{1,2}\)(?=/))?"
_SYMBOL = pattern(
    rf"(?<![A-Za-z0-9/.\-])[A-Z]{{1,12}}(?:/{_PART}){{1,8}}(?<![.\-])(?![A-Za-z0-9]|:\d)"
    r"|(?<![A-Za-z0-9/.])(?:Add|Corr|Rev|Amend)\.\d{1,3}(?![\d])"
)
"""First an organ in capitals, then parts between strokes, ICCD/COP(15)/23; or a supplement by itself: "and Add.1".

No word boundary: a symbol stands beside 汉字 without a space. Source: UN Editorial Manual, document symbols.
"""

_JOINT = pattern(r"-(?=[AES]/\d)")
"""Between the symbols of a document of two organs, A/76/912-S/2022/580; others write a dash there."""

_SUPPLEMENTS = "Add.", "Corr.", "Rev.", "Amend."
_SUPPLEMENT = pattern(r"(?:Add|Corr|Rev|Amend)\.\d")
_RESOLUTION = pattern(r"(?<![\d/A-Za-z.,])(\d{1,4}/\d{1,4})(?:\s?(?:[A-F](?![\w])))?(?![\d/%])")
_PAIR = pattern(r"/(?<=\d/)\d")
_ACT = pattern(
    r"resolutions?|decisions?|recommendations?|résolutions?|décisions?|resoluci|decisi[oó]n|резолюц|решени|决议|决定"
    r"|قرار|مقرر|القرار",
    re.IGNORECASE,
)
_REACH = 160
"""Characters before a pair of numbers within which the word resolution makes it one: lists are long."""

_LONGEST = 20
"""Characters of the longest of these words, and more."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """A document symbol (`A/76/L.1`), a supplement (`Add.1`) or the number of an act (`64/293`)."""

    start: int
    end: int
    text: str


@lru_cache(maxsize=32)
def find_symbols(text: str) -> tuple[Symbol, ...]:
    """Find the document symbols of a text without markup, in order.

    >>> [symbol.text for symbol in find_symbols("见A/RES/64/293号文件和A/76/L.1。")]
    ['A/RES/64/293', 'A/76/L.1']
    >>> [symbol.text for symbol in find_symbols("A/76/912-S/2022/580")]
    ['A/76/912', 'S/2022/580']
    """
    if "/" not in text and not (any(map(text.__contains__, _SUPPLEMENTS)) and _SUPPLEMENT.search(text)):
        return ()
    return tuple(_documents(text))


def _documents(text: str) -> Iterator[Symbol]:
    for match in _SYMBOL.finditer(text):
        start = match.start()
        for written in _JOINT.split(match[0]):
            if any(char.isdigit() for char in written) and not written.endswith("/"):
                yield Symbol(start, start + len(written), written)
            start += len(written) + 1


def _follows(text: str, start: int) -> bool:
    """Say whether one of the words ends near before a place."""
    near = _ACT.finditer(text, max(0, start - _REACH - _LONGEST), start)
    return any(start - word.end() <= _REACH for word in near)


def find_acts(text: str, *, named: bool = True) -> tuple[Symbol, ...]:
    """Find the numbers of resolutions and decisions, `64/293`, in order.

    Args:
        named: only those that follow the word resolution or decision; otherwise every such pair of numbers.
    """
    if not _PAIR.search(text):
        return ()
    in_symbol = inside((symbol.start, symbol.end) for symbol in find_symbols(text))
    return tuple(
        Symbol(match.start(1), match.end(1), match[1])
        for match in _RESOLUTION.finditer(text)
        if not in_symbol(match.start()) and (not named or _follows(text, match.start()))
    )
