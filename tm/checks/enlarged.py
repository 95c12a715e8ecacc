"""Tell when a short phrase has grown by what is listed or joined in it, and the source has no such parts."""

from __future__ import annotations

import math

from tm.checks.sentence_count import wide
from tm.text.pattern import pattern

_SHORTEST, _LONGEST = 25, 110
"""Characters of English of the sources that are looked at: longer ones are compared clause by clause."""

_UNLIKE = pattern(r"\d|[A-Z]{2}|[:(<&%_/]")
_FIGURE = pattern(r"\d")
"""In a source, or a translation: figures, acronyms and marks, which languages write at different lengths."""

_JOINS = {
    "en": pattern(r"[,;–—]|\b(?:and|or)\b"),
    "fr": pattern(r"[,;–—]|\b(?:et|ou)\b"),
    "es": pattern(r"[,;–—]|\b[yeou]\b"),
    "ru": pattern(r"[,;–—]|\b(?:и|или)\b"),
    "zh": pattern("[,，、；;–—并和与及或]"),
    "ar": pattern(r"[،؛,;–—]|(?<!\w)و(?=[\u0620-\u064a\u064b-\u0652]{3})|(?<!\w)أو(?!\w)"),
}
"""Signs and words that join the parts of a phrase."""

_GROWN = {"fr": 0.47, "es": 0.4, "ru": 0.66, "zh": 0.55, "ar": 0.48}
"""By how much longer than usual, as a logarithm, none of 7,000 right translations is with two joins more."""


def is_enlarged(source: str, target: str, languages: tuple[str, str]) -> bool:
    """Say whether a translation is far longer than its short English source, and joins two parts more, at least.

    >>> target = "Bosques protegidos por ley, con presupuesto y con un órgano de vigilancia"
    >>> is_enlarged("Forests that are protected by law", target, ("en", "es"))
    True
    """
    theirs, ours = languages
    length = wide(source, theirs, ours)
    if theirs != "en" or ours not in _GROWN or not _SHORTEST <= length <= _LONGEST:
        return False
    if math.log(max(wide(target, ours, theirs), 1) / length) < _GROWN[ours] or _UNLIKE.search(source):
        return False
    return not _FIGURE.search(target) and len(_JOINS[ours].findall(target)) > 1 + len(_JOINS["en"].findall(source))
