"""Count the signs and words that join the parts of a text: commas, stops, brackets, "and"."""

from __future__ import annotations

from functools import lru_cache

from tm.text.pattern import pattern

SIGN = pattern(r"[,،，、;；؛:：—–()（）.。]")
SIGN_OF_ENGLISH = pattern(r"[,;:—–.()]")
AND = {
    "fr": pattern(r"\b(?:et|ou|ni|ainsi\sque)\b"),
    "es": pattern(r"\b(?:[yeou]|ni)\b"),
    "ru": pattern(r"\b(?:и|или|ни)\b"),
    "zh": pattern("[和与及并或、]|以及|也"),
    "ar": pattern(r"(?<=\s)و(?=[\u0621-\u064a]{3})|\sأو\s"),
}
_AND_OF_ENGLISH = pattern(r"\b(?:and|or|nor|as well as)\b")


def surplus(source: str, target: str, language: str) -> int:
    """Say how many joints more an English source has than its translation.

    >>> surplus("It met, and left, on Monday.", "Elle s’est réunie.", "fr")
    3
    """
    return _of_english(source) - len(SIGN.findall(target)) - len(AND[language].findall(target))


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _of_english(source: str) -> int:
    return len(SIGN_OF_ENGLISH.findall(source)) + len(_AND_OF_ENGLISH.findall(source))


def has_joint(part: str) -> bool:
    """Say whether a part of an English text has any, but for the stop at its end."""
    return SIGN_OF_ENGLISH.search(part.rstrip(". ")) is not None or _AND_OF_ENGLISH.search(part) is not None
