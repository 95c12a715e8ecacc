"""Say of a text and its translation why no memory should take them in: only what is never right, at little cost."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tm.model.language import BY_CODE
from tm.text.codes import strip_tags

_LENGTH = {"en": 1.0, "fr": 1.2, "es": 1.17, "ru": 1.15, "ar": 0.9, "zh": 0.3}
"""Characters for one of English, as in `tm.checks.likeness`."""

_SLACK = 15
"""Characters added to both sides, so that short texts may differ more."""

_LATIN = frozenset({"en", "es", "fr"})

_FAR = 3.0
_NEAR = 1 / _FAR
"""So many times as long as the other one, a text needs to agree with it in numbers, dates and symbols."""

_TOO_FAR = 8.0
"""So many times as long, no text is a translation: of 15,000 pairs of published texts one is, a list of synonyms."""

_LETTERS = {
    "Arab": "\u0620-\u064a\u0671-\u06d3",
    "Cyrl": "\u0400-\u052f",
    "Hans": "\u3400-\u9fff",
}
"""The letters of each script but the Latin one, which names and symbols keep in all languages."""

_NAMES = {"Arab": "Arabic", "Cyrl": "Cyrillic", "Hans": "Chinese", "Latn": "Latin"}

_STRANGE = 20
"""So many letters of another script for one of its own has no document: one Chinese character is worth four letters."""

_OWN = {script: re.compile(f"[{letters}]") for script, letters in _LETTERS.items()}

_OTHER = {
    script: re.compile("[" + "".join(letters for name, letters in _LETTERS.items() if name != script) + "]")
    for script in ("Arab", "Cyrl", "Hans", "Latn")
}

_WORD = re.compile(r"(?<!\S)[(«“\"']?([A-Za-z\u00c0-\u024f]{2,}(?:['’-][A-Za-z\u00c0-\u024f]+)*)[.,;:!?)»”\"']*(?!\S)")
"""A word in Latin letters between spaces: no part of an address, a path or a symbol."""

_PROSE = 5
"""Words of a text that would not be the same in two languages."""

_SENTENCE = 3
"""Words in Latin letters that may be a sentence, when all but one of them are in small letters."""


def objection(source: str, target: str, source_language: str, target_language: str) -> tuple[str, str] | None:
    """Give what speaks against a pair, in a word for counting and in a sentence; None: nothing does.

    The word is `empty`, `script`, `length` or `untranslated`. Languages are codes.

    >>> objection("Peace", "Мир", "en", "fr")
    ('script', 'the French text is in Cyrillic letters')
    >>> objection("A/76/912", "A/76/912", "en", "zh") is None
    True
    """
    if not source.strip() or not target.strip() or source[0] == "<" or target[0] == "<":
        empty = _empty(source, target)
        if empty:
            return "empty", f"the {BY_CODE[source_language if empty == 1 else target_language].name} text is empty"
    if source == target:
        return _copy(source, source_language, target_language)
    for text, language, other in ((source, source_language, target), (target, target_language, source)):
        if not (text.isascii() and language in _LATIN):
            foreign = _foreign_script(text, BY_CODE[language].script, other)
            if foreign:
                return "script", f"the {BY_CODE[language].name} text is in {foreign} letters"
    ratio = (len(target) / _LENGTH[target_language] + _SLACK) / (len(source) / _LENGTH[source_language] + _SLACK)
    if _NEAR <= ratio <= _FAR:
        return None
    return _length(source, target, source_language, target_language, ratio)


def strange_letters(text: str, language: str) -> str:
    """Name the script of a whole document that has next to no letter of its language's own; "" where it has.

    >>> strange_letters("Le Conseil a adopté le rapport.", "ru"), strange_letters("Le Conseil", "fr")
    ('Latin', '')
    """
    counts = {name: len(letters.findall(text)) for name, letters in _OWN.items()}
    counts["Latn"] = sum(map(str.isalpha, text)) - sum(counts.values())
    most = max(counts, key=counts.__getitem__)
    return _NAMES[most] if counts[most] > _STRANGE * counts[BY_CODE[language].script] else ""


def _empty(source: str, target: str) -> int:
    """Say which of two texts is empty but for codes: 1, 2, or 0 for none; both may be but codes."""
    held = [bool(strip_tags(text).strip()) for text in (source, target)]
    if not any(held) and source.strip() and target.strip():
        return 0
    return 0 if all(held) else 2 - (not held[0])


def _foreign_script(text: str, script: str, other: str) -> str:
    """Name the script that a text is in, where it is another than this one; "" where it is not.

    Names may be in Latin letters, above all those that stand so in the other text.
    """
    if not text.isascii() and _OTHER[script].search(text):
        counts = {name: len(letters.findall(text)) for name, letters in _OWN.items()}
        most = max(counts, key=counts.__getitem__)
        if most != script and 2 * counts[most] > sum(map(str.isalpha, text)):
            return _NAMES[most]
    if script != "Latn" and not _OWN[script].search(text):
        words = _WORD.findall(text)
        small = sum(map(str.islower, words))
        if len(words) >= _SENTENCE and small >= len(words) - 1:
            return "Latin"
        if len(words) > _SENTENCE and small > 1 and _is_new(words, other):
            return "Latin"
    return ""


def _is_new(words: Sequence[str], other: str) -> bool:
    """Say whether most words are not in the other text, so that they are no name that was kept."""
    held = other.casefold()
    return 2 * sum(word.casefold() not in held for word in words) > len(words)


def _length(
    source: str, target: str, source_language: str, target_language: str, ratio: float
) -> tuple[str, str] | None:
    from tm.checks.likeness import doubts  # as below: only few pairs need the checks, whose loading takes long

    is_too_far = not 1 / _TOO_FAR <= ratio <= _TOO_FAR
    if is_too_far or any(doubts(source, target, source_language, target_language, ("number", "date", "symbol"))):
        return "length", f"{len(source)} and {len(target)} characters cannot belong together"
    return None


def _copy(text: str, source_language: str, target_language: str) -> tuple[str, str] | None:
    """Object to prose that was left as it is; names, symbols and listings may be the same in both languages."""
    is_listing = "\n" in text.strip()
    if is_listing or (source_language != "zh" and len(text.split()) < _PROSE):
        return None
    from tm.checks.likeness import doubts

    for _, message in doubts(text, text, source_language, target_language, ("untranslated",)):
        return "untranslated", message
    return None
