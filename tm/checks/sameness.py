"""What of a text counts when two translations are compared: the words, not how they are typed."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from tm.text.normalize import match_key
from tm.text.plain import plain

_DROPPED = re.compile(
    "[\u0610-\u061a\u0640\u064b-\u065f\u0670"  # vowel signs and kashida of Arabic
    "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}\N{COMBINING GRAPHEME JOINER}\N{OBJECT REPLACEMENT CHARACTER}]+"
)
_ALIKE = {
    **dict.fromkeys("«»“”„‟″〝〞〟《》〈〉「」『』＂", '"'),
    **dict.fromkeys("‘’‚‛′ʼʹ`´‹›＇", "'"),
    **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    **dict.fromkeys("أإآٱ", "ا"),
    **dict(zip("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789", strict=True)),
    "ى": "ي", "ё": "е", "œ": "oe", "æ": "ae", "،": ",", "؛": ";", "؟": "?", "。": ".", "…": "...", "、": ",", "·": "-",
}  # fmt: skip
_LETTERS = str.maketrans(_ALIKE)
_COUNTS = re.compile(r"[^\W_]")
_WHOLE = 4
"""Words."""

_PAIRED = re.compile(r"''|\"")


def is_whole(source: str) -> bool:
    """Say whether a source means the same in any role; shorter ones are what `msgctxt` is for."""
    return len(source.split()) >= _WHOLE


@lru_cache(maxsize=4096)
def loose_source(text: str) -> str:
    """Give what counts of a source: no case, no tags, one space, no punctuation at the ends.

    Where an address or an entity stands that only its document knows, the text is taken as it is.
    """
    read = plain(text)
    if "\N{OBJECT REPLACEMENT CHARACTER}" in read:
        return match_key(text).casefold()
    return match_key(_trimmed(read).translate(_LETTERS)).casefold() or match_key(read)


def loose_target(text: str) -> str:
    """Give what counts of a translation: the characters but for what writing habits and keyboards decide.

    No case, no spaces of any width, no quotation marks of one style or another, no punctuation at the ends, no vowel
    signs or kashida, no soft hyphens or direction marks, е for ё, ASCII digits, narrow letters and signs, NFC.

    >>> loose_target("«Les États\\N{NO-BREAK SPACE}Membres :»") == loose_target('"les états membres"')
    True
    """
    read = unicodedata.normalize("NFKC", plain(text)).casefold()
    read = unicodedata.normalize("NFC", _DROPPED.sub("", read).translate(_LETTERS))
    return _PAIRED.sub('"', "".join(_trimmed(read).split()))


def _trimmed(text: str) -> str:
    """Take off what is no letter or figure at the ends, in time that grows with the text."""
    first, last = _COUNTS.search(text), _COUNTS.search(text[::-1])
    return text[first.start() : len(text) - last.start()] if first and last else ""


def is_agreement(one: str, other: str) -> bool:
    """Say whether two words differ in an ending only, as words that agree with others do: approuvé, approuvée.

    >>> is_agreement("adoptée", "adoptés"), is_agreement("принят", "принята"), is_agreement("annexe", "appendice")
    (True, True, False)
    """
    if " " in one.strip() or " " in other.strip():
        return False
    one, other = (loose_target(word).removeprefix("ال") for word in (one, other))
    shared = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return shared >= 3 and max(len(one), len(other)) - shared <= 3 and 5 * shared >= 3 * max(len(one), len(other))
