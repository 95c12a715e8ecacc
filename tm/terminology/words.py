"""The words of a text under keys that all forms of a word share: number, case, article, accents apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from tm.terminology.endings import russian_key
from tm.text.phrase import stems
from tm.text.words import words

_WORD = re.compile(r"\w+")
_MOST = 200_000
"""Words whose keys are remembered."""

_SPELLINGS = {"labor": "labour", "program": "programme", "defense": "defence", "center": "centre"}
EMPTY = {
    "en": frozenset({"the"}),
    "fr": frozenset("de des du d l la le les et à au aux en un une".split()),
    "es": frozenset("de del la el los las lo y e en a al un una".split()),
    "ru": frozenset("и в во на о об с".split()),
    "ar": frozenset(),
    "zh": frozenset(),
}
"""Words that a term may gain or lose in a sentence."""


class Keys(dict[str, str]):
    """The key of each word of a language, worked out when first asked for; "" for a word that says nothing."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST:
            self.clear()
        key = self[word] = _key(word, self._language)
        return key


@cache
def keys(language: str) -> Keys:
    """Give the keys of a language."""
    return Keys(language)


def word_list(text: str) -> list[str]:
    """Cut a bare text into words as they are written; hyphens and apostrophes end one."""
    return _WORD.findall(text)


@lru_cache(maxsize=8)
def word_keys(text: str, language: str) -> Sequence[str]:
    """Give the key of each word of a bare text; several ask for those of one text."""
    return list(map(keys(language).__getitem__, words(text)))


def _key(word: str, language: str) -> str:
    folded = word.casefold()
    if folded in EMPTY[language]:
        return ""
    if language == "en":
        return _singular(folded)
    if language == "ar":
        return stems("ar")[folded] or folded
    if language == "ru":
        return russian_key(folded.replace("ё", "е"))
    stem = stems(language)[folded]
    if stem.isascii():
        return stem
    return "".join(char for char in unicodedata.normalize("NFD", stem) if not unicodedata.combining(char))


def _singular(word: str) -> str:
    """Give an English word in the singular, in British spelling.

    >>> [_singular(word) for word in ("countries", "states", "crisis", "organisations")]
    ['country', 'state', 'crisis', 'organization']
    """
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-3] + "y" if word.endswith("ies") else word[:-1]
    if "organis" in word:
        word = word.replace("organis", "organiz")
    return _SPELLINGS.get(word, word)
