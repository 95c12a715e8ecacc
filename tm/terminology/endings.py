"""Take the endings of declension off a Russian word, names included, which stemmers take for verbs: Ирана."""

from __future__ import annotations

from tm.text.pattern import pattern

_ENDINGS = {
    4: frozenset(("иями", "ьями")),
    3: frozenset("ями ами ьми ыми ими ого его ому ему".split()),
    2: frozenset("ев ов ем ом ам ям ах ях ей ий ый ой ых их ым им ую юю".split()),
    1: frozenset("аеёийоуыьэюя"),
}
"""By length; what is left of the word has three letters or more."""

_LEAST = 3
_REFLEXIVE = pattern("(?<=щ..)ся$|(?<=щ...)ся$|(?<=вш..)ся$|(?<=вш...)ся$")
_FLEETING = pattern("(?<=[бвгджзклмнпрстфхцчшщ])[ео](?=[тцкл]$)")
"""The vowel of Египет that Египта has not."""


def russian_key(word: str) -> str:
    """Give what all forms of a Russian noun or adjective share; different words may share it, too.

    >>> {russian_key(word) for word in ("китай", "китая", "китаем", "китаю")}
    {'кит'}
    >>> {russian_key(word) for word in ("острова", "островов", "островах")}
    {'остр'}
    """
    if word.endswith("ся"):
        word = _REFLEXIVE.sub("", word)
    while (shorter := _without_ending(word)) != word:
        word = shorter
    return _FLEETING.sub("", word) if word.endswith(("т", "ц", "к", "л")) else word


def _without_ending(word: str) -> str:
    """Take the longest ending off."""
    for size, endings in _ENDINGS.items():
        if word[-size:] in endings and len(word) >= size + _LEAST:
            return word[:-size]
    return word
