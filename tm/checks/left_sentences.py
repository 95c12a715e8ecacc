"""A short sentence, a date or a label that was left in English between sentences of the language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tm.checks.leftover import english_words
from tm.checks.untouched import dictionary
from tm.text.pattern import pattern

_BEFORE = r"(?:(?<=\A)|(?<=[.!?؟。！？；;:：] )|(?<=[。！？；：])|(?<=\n))"
_BEHIND = r"(?=\s|\Z|[\u0600-\u06ff\u0400-\u04ff\u3400-\u9fff])"
_SENTENCE = pattern(rf"{_BEFORE}[A-Z][A-Za-z'’-]*(?:,? [A-Za-z\d][\w'’-]*){{2,60}}[.!?]{_BEHIND}")
_LABEL = pattern(rf"{_BEFORE}[A-Z][a-z]+(?: [a-z][a-z.]*){{1,4}}(?=\s?[:：])")
_MONTHS = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_APART = r"(?<![A-Za-z'’(（“«\"/-])(?<![A-Za-z,] )"
_DATE = pattern(
    rf"{_APART}(?:(?:Since|On|In|By|From|Until|Before|After|As of|As at|During|Between|Effective) )?"
    rf"(?:\d{{1,2}} {_MONTHS}\b(?: \d{{4}})?|(?<!\d ){_MONTHS} (?:\d{{1,2}}, )?\d{{4}}\b)"
    r"(?![”»\"]?[ ,]{0,2}[A-Za-z(])"
)

_SAID = frozenset(
    "they it he she we you i there this these those that which who is are was were be been has have had will would"
    " shall should can could may might must does did not its their his her our your".split()
)
"""Of these one at least is in a sentence, and none in a name or a title."""

_LATIN = frozenset(("fr", "es"))
_CODE = pattern(r"[={}<>\\#_]")
"""What is not in prose: there, dates and labels may be shown as they are."""

_LITTLE = frozenset("of and for the on in to at by a an from with as or".split())


def left_sentences(
    source: str, target: str, language: str, is_foreign: Callable[[str, str], bool]
) -> Iterator[tuple[int, int]]:
    """Yield the places in a translation of what stands so in its English source.

    Args:
        is_foreign: says of a word whether a language does not write so.

    >>> target = "委员会应按时完成工作。They thanked the Secretariat."
    >>> list(left_sentences("It met. They thanked the Secretariat.", target, "zh", lambda word, language: False))
    [(11, 40)]
    """
    if language in _LATIN:
        if ":" in target:
            yield from (one.span() for one in _labels(source, target) if _is_english(one[0], language, is_foreign))
    else:
        yield from (one.span() for one in _SENTENCE.finditer(target) if one[0] in source and _is_said(one[0]))
        if not _CODE.search(source):
            yield from (one.span() for one in _DATE.finditer(target) if one[0] in source)
            yield from (one.span() for one in _labels(source, target))


def _labels(source: str, target: str) -> Iterator[re.Match[str]]:
    return (one for one in _LABEL.finditer(target) if f"{one[0]}:" in source)


def _is_said(sentence: str) -> bool:
    words = sentence.rstrip(".!?").replace(",", "").split()
    small = [word for word in words if word.islower() and word not in _LITTLE]
    return bool(small) and not _SAID.isdisjoint(word.casefold() for word in words)


def _is_english(label: str, language: str, is_foreign: Callable[[str, str], bool]) -> bool:
    """Say whether a label has two words and more that are English, one of them beyond doubt."""
    words = label.casefold().split()[:2]
    known = english_words(language) | dictionary()
    is_said = all(word in known or is_foreign(word, language) for word in words)
    return is_said and not known.isdisjoint(words)
