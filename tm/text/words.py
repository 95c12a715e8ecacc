"""The words of a plain text, without case, cut once for all that look for words in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

_CUT = re.compile(r"(\w+)")
_LETTERS = re.compile(r"[^\W\d_]+")
_ARABIC_MARKS = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670]+")


def bare(text: str, language: str) -> str:
    """Give a plain text without vowel signs and kashida, which would cut Arabic words in two."""
    return _without_marks(text) if language == "ar" else text


@lru_cache(maxsize=64)
def _without_marks(text: str) -> str:
    return _ARABIC_MARKS.sub("", text)


def folded(text: str) -> str:
    """Give a text without case, every character in its place; what would become two characters stays."""
    low = text.casefold()
    if len(low) == len(text):
        return low
    return "".join([low if len(low := char.casefold()) == 1 else char for char in text])


@lru_cache(maxsize=64)
def _cut(text: str) -> tuple[Sequence[str], Sequence[str]]:
    """Cut a text into words and what stands between them; give also the words alone."""
    pieces = _CUT.split(folded(text))
    return pieces, pieces[1::2]


def words(text: str) -> Sequence[str]:
    """Cut a text into its words: runs of letters, digits and connectors; hyphens and apostrophes end one.

    >>> words("L’Assemblée (76e)")
    ['l', 'assemblée', '76e']
    """
    return _cut(text)[1]


@lru_cache(maxsize=64)
def letter_runs(text: str) -> Sequence[str]:
    """Give the runs of letters among the words; the very words where none has letters and figures, the usual case.

    >>> letter_runs("L’Assemblée (76e)")
    ['l', 'assemblée', 'e']
    """
    held = words(text)
    odd = [word for word in held if not word.isalpha()]
    return held if all(map(str.isdecimal, odd)) else _LETTERS.findall(folded(text))


def word_starts(text: str, places: Iterable[int]) -> Iterator[int]:
    """Say where some of the words of a text begin, chosen by their places in `words`, in order.

    >>> list(word_starts("L’Assemblée (76)", [0, 2]))
    [0, 13]
    """
    pieces, done, start = _cut(text)[0], 0, 0
    for place in places:
        start += sum(map(len, pieces[done : 2 * place + 1]))
        yield start
        done = 2 * place + 1
