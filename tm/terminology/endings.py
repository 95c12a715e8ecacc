"""Take the endings of declension off a Russian word, names included, which stemmers take for verbs: Ирана."""

from __future__ import annotations

import re

_ENDING = re.compile(
    "(?<=...)(?:иями|ьями|ями|ами|ьми|ыми|ими|ого|его|ому|ему|ев|ов|ем|ом|ам|ям|ах|ях|ей|ий|ый|ой|ых|их|ым|им|ую|юю"
    "|[аеёийоуыьэюя])$"
)
_REFLEXIVE = re.compile("(?<=щ..)ся$|(?<=щ...)ся$")
_FLEETING = re.compile("(?<=[бвгджзклмнпрстфхцчшщ])[ео](?=[тцкл]$)")
"""The vowel of Египет that Египта has not."""


def russian_key(word: str) -> str:
    """Give what all forms of a Russian noun or adjective share; different words may share it, too.

    >>> {russian_key(word) for word in ("китай", "китая", "китаем", "китаю")}
    {'кит'}
    >>> {russian_key(word) for word in ("острова", "островов", "островах")}
    {'остр'}
    """
    word = _REFLEXIVE.sub("", word)
    while (shorter := _ENDING.sub("", word)) != word:
        word = shorter
    return _FLEETING.sub("", word)
