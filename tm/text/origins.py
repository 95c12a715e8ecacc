"""Where the characters of a key stand in the text that it was made of."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from tm.text.normalize import match_key
from tm.text.phrase import Span


def spans_in_text(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Say where spans of the key of a text stand in the text itself.

    >>> spans_in_text("Co\\N{SOFT HYPHEN}operation  and  peace", [(0, 11), (16, 21)])
    ((0, 12), (19, 24))
    """
    if match_key(text) == text:
        return tuple(spans)
    places = _places(text)
    return tuple((places[start][0], places[end - 1][1]) for start, end in spans)


def _places(text: str) -> list[Span]:
    """Say from which characters of a text each character of its key was made."""
    places: list[Span] = []
    space: Span | None = None
    for start, end in _pieces(text):
        piece = text[start:end]
        if piece[0].isspace():
            space = space or (start, start + 1)
        made = match_key(piece)
        if made and space:
            if places:
                places.append(space)
            space = None
        places += [(start, end)] * len(made)
    return places


def _pieces(text: str) -> Iterator[Span]:
    """Cut a text into pieces of which no two become one character together (canonical composition, UAX 15)."""
    start = 0
    for end in range(1, len(text)):
        sign = text[end]
        if sign.isascii() or (not unicodedata.combining(sign) and not _compose(text[start:end], sign)):
            yield start, end
            start = end
    if text:
        yield start, len(text)


def _compose(piece: str, sign: str) -> bool:
    apart = unicodedata.normalize("NFC", piece) + unicodedata.normalize("NFC", sign)
    return unicodedata.normalize("NFC", piece + sign) != apart
