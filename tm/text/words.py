"""The words of a plain text, without case, cut once for all that look for words in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

_WORD = re.compile(r"\w+")
_APART = bytes(code if chr(code).isalnum() or chr(code) == "_" else ord(" ") for code in range(128)) + bytes(128)
"""Leaves of ASCII only what words are made of: five times as fast as to look for them."""

_SIGNS = ",.()-’'/:;%\"“”«»–—،؛"
_OTHERS = "。", "\N{ARABIC FATHATAN}", "\N{ARABIC DAMMA}", "\N{ARABIC SHADDA}"
"""Where one of these is, words are sooner looked for: Chinese has few, and vowel signs cut them anywhere."""

_LETTERS = re.compile(r"[^\W\d_]+")
_ARABIC_MARKS = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670]")


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
    """Cut a text into words, and into runs of letters."""
    low = folded(text)
    held = low.encode().translate(_APART).decode().split() if low.isascii() else _parted(low)
    if "".join(held).isalpha() or all(map(str.isdecimal, [word for word in held if not word.isalpha()])):
        return held, held
    return held, _LETTERS.findall(low)


def _parted(low: str) -> Sequence[str]:
    """Cut a text by the usual signs, which is quicker than to look for words; where that leaves any other sign, do so.

    >>> _parted("l’été (76\N{DEGREE SIGN})")
    ['l', 'été', '76']
    """
    if any(map(low.__contains__, _OTHERS)):
        return _WORD.findall(low)
    text = low
    for sign in _SIGNS:
        text = text.replace(sign, " ")
    held = text.split()
    return held if "".join(held).isalnum() else _WORD.findall(low)


def words(text: str) -> Sequence[str]:
    """Cut a text into its words: runs of letters, digits and connectors; hyphens and apostrophes end one.

    >>> words("L’Assemblée (76e)")
    ['l', 'assemblée', '76e']
    """
    return _cut(text)[0]


def letter_runs(text: str) -> Sequence[str]:
    """Give the runs of letters among the words; the very words where none has letters and figures, the usual case.

    >>> letter_runs("L’Assemblée (76e)")
    ['l', 'assemblée', 'e']
    """
    return _cut(text)[1]


@lru_cache(maxsize=64)
def word_starts(text: str) -> Sequence[int]:
    """Say where each word begins.

    >>> word_starts("L’Assemblée (76)")
    [0, 2, 13]
    """
    low, place = folded(text), 0
    starts = []
    for word in words(text):
        place = low.find(word, place)  # between words there is no letter of any
        starts.append(place)
        place += len(word)
    return starts


def whole(name: str, text: str) -> Iterator[int]:
    """Yield where a name stands in a text as one word or several, not within a longer one.

    >>> list(whole("UN", "UN, UNDP, UN"))
    [0, 10]
    """
    place = text.find(name)
    while place >= 0:
        end = place + len(name)
        if not (_is_of_word(text[place - 1 : place]) or _is_of_word(text[end : end + 1])):
            yield place
        place = text.find(name, place + 1)


def _is_of_word(char: str) -> bool:
    return char.isalnum() or char == "_"
