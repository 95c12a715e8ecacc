"""Compare the number that a text begins with, behind a word for what it numbers: Module 3 is no الوحدة 2."""

from __future__ import annotations

from collections.abc import Sequence

from tm.checks.check import Fault
from tm.model.finding import Span
from tm.text.digits import ascii_digits
from tm.text.pattern import pattern

_LABEL = pattern(r"\W{0,3}[A-Z][a-z]{2,20}(?:\s(?:No\.|number))?\s[0-9]{1,3}(?=[\s.,:;)–—-]|\Z)(?![.,:–-]\d)")
_MONTH = pattern(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Some|About|Over|Nearly|Almost|Around)")
"""Before figures that number nothing, and may become words or be said later."""

_OWN = pattern(r"\A\W{0,3}[^\W\d_]{2,20}(?:\s(?:n[o°º]\.?|№|núm\.|رقم))?\s(\d{1,3})(?=[\s.,:;)–—-]|\Z)(?![.,:–-]\d)")
_CHINESE = pattern(r"\A\W{0,3}(?:第\s?|[一-鿿]{1,6}?\s?(?:第\s?)?)(\d{1,3})(?![\d.,%])")
_FIGURES = pattern(r"\d+")


def may_begin(source: str) -> bool:
    """Say quickly whether a text may begin so: most do not."""
    return _LABEL.match(source) is not None


def other_label(source: str, target: str, source_language: str, target_language: str) -> Sequence[Fault]:
    """Say when the number of the first word of an English text is another in the translation.

    >>> [fault.message for fault in other_label("Module 3: three tasks", "Módulo 2: tres tareas", "en", "es")]
    ['the translation has 2 where the source has 3']
    """
    label = _LABEL.match(source) if source_language == "en" else None
    if label is None or _MONTH.match(label[0].lstrip('"“(')):
        return []
    read = ascii_digits(target)
    own = (_CHINESE if target_language == "zh" else _OWN).match(read)
    wanted = _FIGURES.findall(label[0])[0]
    if own is None or int(own[1]) == int(wanted) or wanted in _FIGURES.findall(read):
        return []
    if own[1] in _FIGURES.findall(source):
        return []
    start = label[0].rindex(wanted)
    message = f"the translation has {own[1]} where the source has {wanted}"
    return [Fault(message, Span(*own.span(1)), Span(start, start + len(wanted)))]
