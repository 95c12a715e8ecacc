"""The Latin words behind numbers of articles and paragraphs put in between others: 5 bis, 12 ter."""

from __future__ import annotations

from tm.checks.check import Fault
from tm.model.finding import Span
from tm.text.pattern import pattern

_WORDS = ("bis", "ter", "quater", "quinquies")
_NUMBERED = pattern(r"\d(?<![./-]\d)(?:\s|-)?(?P<word>bis|ter|quater|quinquies)(?![\w’'-])")
_RUSSIAN = dict(zip(("бис", "тер", "кватер", "квинквиес"), _WORDS, strict=True))
_OTHERS = {
    "ru": pattern(r"(?<![^\W\d_])(бис|тер|кватер|квинквиес|bis|ter|quater|quinquies)(?![^\W\d_])"),
    "zh": pattern("之([二三四五])|(?<![A-Za-z])(bis|ter|quater|quinquies)(?![A-Za-z])"),
    "ar": pattern("(مكرر|bis|ter|quater|quinquies)"),
}
_LATIN = pattern(r"(?<![^\W\d_])(bis|ter|quater|quinquies)(?![^\W\d_])")


def lost_multiplier(source: str, target: str, language: str) -> Fault | None:
    """Say when the word behind a number is lost, or another.

    >>> lost_multiplier("Paragraph 5 bis is new.", "El párrafo 5 es nuevo.", "es").message
    '5 bis has lost its bis'
    >>> lost_multiplier("Article 12 ter applies.", "适用第十二条之三。", "zh") is None
    True
    """
    found = _NUMBERED.search(source)
    if not found:
        return None
    theirs = _OTHERS.get(language, _LATIN).findall(target)
    words = {_read(word if isinstance(word, str) else "".join(word)) for word in theirs}
    word, shown = found["word"], source[_start(source, found.start()) : found.end()]
    if not words:
        return Fault(f"{shown} has lost its {word}", None, Span(*found.span("word")))
    if word in words or "مكرر" in words or language == "ar":
        return None
    return Fault(f"the translation has {min(words)} where the source has {shown}", None, Span(*found.span("word")))


def _start(text: str, place: int) -> int:
    while place and text[place - 1].isdigit():
        place -= 1
    return place


def _read(word: str) -> str:
    """Give the Latin word that another stands for: 之二 is bis."""
    if word in "二三四五":
        return _WORDS["二三四五".index(word)]
    return _RUSSIAN.get(word, word)
