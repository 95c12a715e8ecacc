"""One text, one form: composed characters, and no stretched Arabic words."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import is_normalized, normalize

from tm.checks.check import Fault, Pair, check
from tm.model.finding import Severity, Span
from tm.text.pattern import pattern
from tm.text.prose import BREAK, OBJECT, TAG, prose

_PROSE = pattern(f"[^{TAG}{OBJECT}{BREAK}]+")
_WORD = pattern(r"\S+")
_KASHIDA = pattern(
    "(?:(?<=[\u0621-\u063f\u0641-\u065f\u0670-\u06d3])|(?<=(?<![\u0621-\u065f\u0670-\u06d3])\u0640))"
    "\u0640++(?=[\u0621-\u063a\u0641-\u065f\u0670-\u06d3])"
)
"""From the first of a run on, or the second where no letter stands before: linear, however long the run."""


@check(Severity.WARNING)
def not_nfc(pair: Pair) -> Iterator[Fault]:
    """Flag text that is not in Unicode's composed form, NFC.

    The same word in another form is not found, matched or sorted with its likes. Where a file from elsewhere often
    has it, it is only told of.

    Source: Unicode Standard Annex 15; the World Wide Web Consortium's character model.
    """
    target = pair.unit.target
    if target.isascii() or is_normalized("NFC", target):
        return
    severity = None if pair.is_ours else Severity.INFO
    for stretch in _PROSE.finditer(prose(target)):
        words = [word for word in _WORD.finditer(stretch[0]) if not is_normalized("NFC", word[0])]
        if not words or is_normalized("NFC", stretch[0]):
            continue
        start, end = stretch.start() + words[0].start(), stretch.start() + words[-1].end()
        message = f"characters not composed, as in {words[0][0][:40]}"
        yield Fault(message, at=Span(start, end), fix=normalize("NFC", target[start:end]), severity=severity)


@check(Severity.WARNING, targets=("ar",), signs="\N{ARABIC TATWEEL}")
def kashida(pair: Pair) -> Iterator[Fault]:
    """Flag an Arabic word stretched by kashida (tatweel).

    A line is stretched by the program that sets it; in the text it hides the word. Where a file from elsewhere often
    has it, it is only told of.

    Left alone: the kashida that joins a particle to a number or name (لـ COVID-19), and abbreviations (هـ).
    """
    target = pair.unit.target
    if "\u0640" not in target:
        return
    text = prose(target)
    severity = None if pair.is_ours else Severity.INFO
    for found in _KASHIDA.finditer(text):
        yield Fault("a word stretched by kashida", at=Span(*found.span()), fix="", severity=severity)
