"""A phrase, and where in a text it stands: word after word, or form after form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from tm.model.match import MatchKey
from tm.text import characters
from tm.text.tokens import token_spans, tokens

if TYPE_CHECKING:
    from tm.text.stems import Stems

Span = tuple[int, int]
"""Where something begins and ends in a text, in characters."""

_TAG = re.compile(r"</?\d+/?>")
_TAG_SIGNS = frozenset("</>0123456789")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words to look for, one right after the other.

    Attributes:
        key: the phrase as it was asked for.
        language: code of the texts that are looked through.
        stemmed: whether any form of a word will do.
        words: its tokens, or their stems.
        tagged: whether there are inline tags among them; if not, those of a text are looked over.
        tag_like: whether it has signs of which tags are made.
    """

    key: MatchKey
    language: str
    stemmed: bool
    words: tuple[str, ...]
    tagged: bool
    tag_like: bool

    def places(self, key: MatchKey) -> tuple[Span, ...]:
        """Say where in a key the phrase stands; of occurrences that overlap, the first.

        >>> make_phrase(MatchKey("general assembly"), "en").places(MatchKey("The General <1>Assembly</1>"))
        ((4, 23),)
        """
        folded = key.casefold()
        has_tags = "<" in key
        if not self.stemmed and len(folded) == len(key) and not (has_tags and self.tag_like):
            pattern = _pattern(self.words, is_ascii=folded.isascii(), has_tags=has_tags)
            return tuple([found.span() for found in pattern.finditer(folded)])
        return self._places_of_tokens(key)

    def _places_of_tokens(self, key: MatchKey) -> tuple[Span, ...]:
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
    words = stems(language).of(found) if stemmed else found
    return Phrase(key, language, stemmed, words, tagged, not _TAG_SIGNS.isdisjoint(key))


def untagged(words: tuple[str, ...]) -> tuple[str, ...]:
    """Leave inline tags out."""
    return tuple(word for word in words if not _TAG.fullmatch(word))


@lru_cache(maxsize=16)
def _pattern(words: tuple[str, ...], *, is_ascii: bool, has_tags: bool) -> re.Pattern[str]:
    """Say to `re` that words stand together; this is ten times as fast as to compare tokens.

    Args:
        is_ascii: whether it is for texts in ASCII; the class of all letters costs time.
        has_tags: whether there may be tags in the text; the words have no sign that these have.
    """
    if not words:
        return re.compile("(?!)")
    word = r"\w" if is_ascii else f"[{characters.WORD}{characters.WORD_ASTRAL}]"
    letter = re.compile(word, re.ASCII)
    are_words = [bool(letter.match(each)) for each in words]
    near, apart = (rf"(?: ?{_TAG.pattern})* ?", rf"(?: |(?: ?{_TAG.pattern})+ ?)") if has_tags else (" ?", " ")
    first = re.escape(words[0])
    # Looking back is put off until the word was met: to begin with a literal text is what makes `re` quick.
    pattern = first + (f"(?<!{word}{first})" if are_words[0] else "")
    for both, each in zip(pairwise(are_words), words[1:], strict=True):
        pattern += (apart if all(both) else near) + re.escape(each)
    return re.compile(pattern + (f"(?!{word})" if are_words[-1] else ""), re.ASCII)


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
