"""Alphabetical order in the six languages, as far as lists of names need it.

The order follows the Unicode CLDR root collation with its Spanish and Russian tailorings: letters first, then accents,
then case; blanks before punctuation before digits before letters.  Two habits of UN lists are added: the Arabic article
does not count, and Chinese lists keep the order that they are in.
"""

from __future__ import annotations

import re
import unicodedata

from tm.model.language import Language

SortKey = tuple[tuple[tuple[int, str], ...], str, str]

_OWN_LETTERS = {"es": {"ñ": "n\N{LATIN SMALL LETTER EZH}"}, "ru": {"й": "й"}}
"""Letters that do not count as another with an accent, and under what they are filed (CLDR es, ru)."""

_EXPANDED = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})

_ARTICLE = re.compile(r"\A(?:ال)(?=\w{2})")
"""The bare article; `أل` with hamza, as in the names of Albania and Germany, belongs to the word."""

_ARABIC_FOLDED = str.maketrans({
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا",
    "ؤ": "و",
    "ئ": "ي", "ى": "ي",
    "ة": "ه",
    "\N{ARABIC TATWEEL}": "",
})  # fmt: skip


def sort_key(text: str, language: Language) -> SortKey:
    """Give the key by which names are sorted in a language; equal for all texts where the order stays (Chinese).

    >>> from tm.model.language import FRENCH
    >>> sorted(["Fidji", "Équateur", "Espagne"], key=lambda name: sort_key(name, FRENCH))
    ['Équateur', 'Espagne', 'Fidji']
    """
    if language.code == "zh":
        return (), "", ""
    folded = unicodedata.normalize("NFC", text).strip()
    if language.code == "ar":
        folded = _ARTICLE.sub("", folded).translate(_ARABIC_FOLDED)
    small = folded.casefold().translate(_EXPANDED)
    own = _OWN_LETTERS.get(language.code, {})
    primary = tuple(_weight(own[char] if char in own else _bare(char)) for char in small)
    return tuple(weight for weight in primary if weight[1]), unicodedata.normalize("NFD", small), text


def _bare(char: str) -> str:
    """Leave the accents out."""
    return "".join(part for part in unicodedata.normalize("NFD", char) if not unicodedata.combining(part))


def _weight(letter: str) -> tuple[int, str]:
    """Put blanks before punctuation before digits before letters."""
    first = letter[:1]
    if first.isspace():
        return 0, " "
    if not first.isalnum():
        return 1, letter
    return 2 + (not first.isdigit()), letter
