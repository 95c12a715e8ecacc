"""Tell quickly whether a text may have a number that its translation must have as well: half of all texts have none."""

from __future__ import annotations

from functools import lru_cache

from tm.text import chinese_numbers, number_words, roman
from tm.text.digits import has_digit


def may_count(text: str, language: str) -> bool:
    """Say whether a text without markup may have a number that is not loose.

    >>> may_count("one of the words", "en"), may_count("one and a half", "en"), may_count("three words", "en")
    (False, True, True)
    """
    return has_digit(text) or may_spell(text, language)


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def may_spell(text: str, language: str) -> bool:
    """Say whether it may have one in words or Roman numerals.

    >>> may_spell("5 of the words", "en"), may_spell("2 of the three words", "en")
    (False, True)
    """
    if roman.may_be_sure(text):
        return True
    if language == "zh":
        return chinese_numbers.may_be_sure(text)
    return number_words.may_be_sure(text, language)
