"""Find figures, acronyms and words by how they begin, which texts of two languages share: comité, committee."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tm.text.pattern import pattern

_WORD = pattern(r"\d+|[^\W\d_]{2,}")
_FOLD = str.maketrans(
    "àâäáãçéèêëíìîïñóòôöõúùûüабвгдезийклмнопрстуфхцчшщыэюяёcyjq",
    "aaaaaceeeeiiiinooooouuuuabvgdeziiklmnoprstufhkcssieuaekiik",
)
"""Makes beginnings alike of words that languages share: comité, committee, комитет."""

_BEGINNING, _WITHOUT_WORDS = 5, frozenset(("ar", "zh"))
"""Letters by which words are known again, and languages that share with English only figures and acronyms."""


class Point(NamedTuple):
    """A figure, an acronym or a word that texts share, and where it is."""

    key: str
    start: int
    end: int


@lru_cache(maxsize=256)  # all clauses of a text ask for them, and all languages of its document
def points(text: str, language: str) -> Sequence[Point]:
    """Find figures, acronyms and, in languages that share many with English, words by how they begin."""
    low, found = text.lower().translate(_FOLD), []
    for match in _WORD.finditer(text):
        word = match[0]
        if word.isdigit() or word.isupper():
            if word.isascii():
                found.append(Point(word, *match.span()))
        elif len(word) >= _BEGINNING and language not in _WITHOUT_WORDS:
            found.append(Point(low[match.start() : match.start() + _BEGINNING], *match.span()))
    return found
