"""A phrase, and where in a text it stands: word after word, or form after form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from tm.model.match import MatchKey
from tm.text.tokens import token_spans, tokens

if TYPE_CHECKING:
    from tm.text.stems import Stems

Span = tuple[int, int]
"""Where something begins and ends in a text, in characters."""

_TAG = re.compile(r"</?\d+/?>")
_ALIKE = str.maketrans(
    {chr(wide): chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)}  # ， is , and ２ is 2
    | {
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{LEFT SINGLE QUOTATION MARK}": "'",
        "\N{MODIFIER LETTER APOSTROPHE}": "'",
        "\N{LEFT DOUBLE QUOTATION MARK}": '"',
        "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
        "\N{HYPHEN}": "-",
        "\N{EN DASH}": "-",
        "\N{NON-BREAKING HYPHEN}": "-",
        "ё": "е",
        "Ё": "Е",
    }
)
"""Signs that keyboards have, for those that are printed, and letters that Russian may write so or so.

Whoever looks for the one means the other.
"""

ALIKE_VERSION = "3"
"""Goes up when what is alike changes."""

_TAG_SIGNS = frozenset("</>0123456789")


def alike(key: MatchKey) -> MatchKey:
    """Write the signs of a key that are looked for under another in that way; none moves.

    >>> alike(MatchKey("l’Assemblée"))
    "l'Assemblée"
    """
    return MatchKey(key.translate(_ALIKE))


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

    def occurs_in(self, key: MatchKey) -> bool:
        """Tell whether the phrase stands in a key."""
        if self.stemmed:
            return next(_runs(self.words, self._words_of(key)[0]), None) is not None
        return bool(self.places(key))

    def places(self, key: MatchKey) -> tuple[Span, ...]:
        """Say where in a key the phrase stands; of occurrences that overlap, the first.

        >>> make_phrase(MatchKey("general assembly"), "en").places(MatchKey("The General <1>Assembly</1>"))
        ((4, 23),)
        """
        folded = alike(key).casefold()
        has_tags = "<" in key
        if self.stemmed or len(folded) != len(key) or (has_tags and self.tag_like):
            return self.places_of_words(key)
        return tuple(_spans(self.words, folded, has_tags=has_tags))

    def places_of_words(self, key: MatchKey) -> tuple[Span, ...]:
        """Say the same, by comparing word by word."""
        held, chosen = self._words_of(key)
        starts = list(_runs(self.words, held))
        if not starts:
            return ()
        spans = token_spans(alike(key))
        if chosen is not None:
            spans = tuple(spans[number] for number in chosen)
        return tuple((spans[start][0], spans[start + len(self.words) - 1][1]) for start in starts)

    def _words_of(self, key: MatchKey) -> tuple[tuple[str, ...], list[int] | None]:
        """Give the words of a key, and, if not all, their numbers."""
        held, chosen = tokens(alike(key)), None
        if "<" in key and not self.tagged:
            chosen = [number for number, token in enumerate(held) if not _TAG.fullmatch(token)]
            held = tuple(held[number] for number in chosen)
        return (stems(self.language).of(held) if self.stemmed else held), chosen


def make_phrase(key: MatchKey, language: str, *, stemmed: bool = False) -> Phrase:
    """Make a phrase of a key; every sign in it stands for itself, and for those that are `alike`."""
    found = tokens(alike(key))
    tagged = any(map(_TAG.fullmatch, found))
    words = stems(language).of(found) if stemmed else found
    return Phrase(key, language, stemmed, words, tagged, not _TAG_SIGNS.isdisjoint(key))


def untagged(words: tuple[str, ...]) -> tuple[str, ...]:
    """Leave inline tags out."""
    return tuple(word for word in words if not _TAG.fullmatch(word))


def _spans(words: tuple[str, ...], folded: str, *, has_tags: bool) -> Iterator[Span]:
    """Yield where words stand together in a folded text; this is ten times as fast as to compare tokens.

    Where there are tags in the text, the words have no sign that these have.
    """
    if not words:
        return
    pattern = _pattern(words, has_tags=has_tags)
    begins, ends = _is_letter(words[0][0]), _is_letter(words[-1][-1])
    place = 0
    while found := pattern.search(folded, place):
        start, end = found.span()
        if (begins and start and _is_letter(folded[start - 1])) or (ends and _is_letter(folded[end : end + 1])):
            place = start + 1
        else:
            yield start, end
            place = end


@lru_cache(maxsize=16)
def _pattern(words: tuple[str, ...], *, has_tags: bool) -> re.Pattern[str]:
    near, apart = (rf"(?: ?{_TAG.pattern})* ?", rf"(?: |(?: ?{_TAG.pattern})+ ?)") if has_tags else (" ?", " ")
    pattern = re.escape(words[0])
    for left, right in pairwise(words):
        pattern += (apart if _is_letter(left[-1]) and _is_letter(right[0]) else near) + re.escape(right)
    return re.compile(pattern)


@lru_cache(maxsize=10_000)
def _is_letter(sign: str) -> bool:
    """Tell whether a character joins a word, as letters, marks and digits of most scripts do."""
    return bool(sign.strip()) and len(tokens(MatchKey(f"a{sign}"))) == 1


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
