"""A phrase, and where in a text it stands: word after word, or form after form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tm.model.match import MatchKey
from tm.text.tokens import token_spans, tokens

if TYPE_CHECKING:
    from tm.text.stems import Stems

Span = tuple[int, int]
"""Where something begins and ends in a text, in characters."""

_TAG = re.compile(r"</?\d+/?>")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words to look for, one right after the other.

    Attributes:
        key: the phrase as it was asked for.
        language: code of the texts that are looked through.
        stemmed: whether any form of a word will do.
        words: its tokens, or their stems.
        tagged: whether there are inline tags among them; if not, those of a text are looked over.
    """

    key: MatchKey
    language: str
    stemmed: bool
    words: tuple[str, ...]
    tagged: bool

    def places(self, key: MatchKey) -> tuple[Span, ...]:
        """Say where in a key the phrase stands; of occurrences that overlap, the first.

        >>> make_phrase(MatchKey("general assembly"), "en").places(MatchKey("The General <1>Assembly</1>"))
        ((4, 23),)
        """
        held, chosen = tokens(key), None
        if "<" in key and not self.tagged:
            chosen = [number for number, token in enumerate(held) if not _TAG.fullmatch(token)]
            held = tuple(held[number] for number in chosen)
        if self.stemmed:
            held = stems(self.language).of(held)
        starts = list(_runs(self.words, held))
        if not starts:
            return ()
        spans = token_spans(key)
        if chosen is not None:
            spans = tuple(spans[number] for number in chosen)
        return tuple((spans[start][0], spans[start + len(self.words) - 1][1]) for start in starts)


def make_phrase(key: MatchKey, language: str, *, stemmed: bool = False) -> Phrase:
    """Make a phrase of a key; every sign in it stands for itself."""
    found = tokens(key)
    tagged = any(map(_TAG.fullmatch, found))
    return Phrase(key, language, stemmed, stems(language).of(found) if stemmed else found, tagged)


def untagged(words: tuple[str, ...]) -> tuple[str, ...]:
    """Leave inline tags out."""
    return tuple(word for word in words if not _TAG.fullmatch(word))


@cache
def stems(language: str) -> Stems:
    """Give the stems of a language; their library is loaded when they are first asked for."""
    from tm.text.stems import Stems

    return Stems(language)


def _runs(wanted: tuple[str, ...], held: tuple[str, ...]) -> Iterator[int]:
    start, size = 0, len(wanted)
    while size:
        try:
            start = held.index(wanted[0], start)
        except ValueError:
            return
        if held[start : start + size] == wanted:
            yield start
            start += size
        else:
            start += 1
