"""Tell a range from its two ends: paragraphs 12 to 15 are four, paragraphs 12 and 15 two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tm.checks.check import Fault
from tm.model.finding import Span
from tm.text.digits import ascii_digits
from tm.text.pattern import pattern

_LABELS = (
    "paragraph para article art section item rule chapter page table annex annexe recommendation regulation principle"
    " target goal indicator subparagraph"
).split()
WORDS = frozenset(label + ending for label in (*_LABELS, "pp") for ending in ("", "s", "es"))
"""One of these is before every range of an English text."""

_LABEL = rf"(?:{'|'.join(f'[{label[0].upper()}{label[0]}]{label[1:]}' for label in _LABELS)}|pp)(?:s|es)?\.?"
MAYBE = pattern(r"[a-z]\.?\s\d{1,4}\s?(?:and|or|to|[–-])\s?\d")
_TWO = pattern(rf"\b{_LABEL}\s(?P<one>\d{{1,4}})(?P<by>\s(?:and|or|to)\s|\s?[–-]\s?)(?P<two>\d{{1,4}})(?![\d/.]|\s?%)")
_BOTH = {
    "fr": r"(?:,?\set\s|\sou\s|,\s)(?:de\s|au\s|du\s|le\s)?",
    "es": r"(?:\s[yeou]\s|,\s)(?:del?\s|al\s|el\s)?",
    "ru": r"(?:\sи\s|\sили\s|,\s)",
    "zh": r"[和及与或、](?:第)?",
    "ar": r"(?:\s?و\s?|\sأو\s|،\s)",
}
_RANGE = {
    "fr": r"(?:\sà\s|\sau\s|\sjusqu['’]à\s|\s?[–—-]\s?)",
    "es": r"(?:\sa\s|\sal\s|\shasta\s|\s?[–—-]\s?)",
    "ru": r"(?:\sдо\s|\sпо\s|\s?[–—-]\s?)",
    "zh": r"(?:\s?[至到~～–—-]{1,2}\s?第?)",
    "ar": r"(?:\s(?:إلى|الى|حتى)\s|\s?[–—-]\s?)",
}


def other_range(source: str, target: str, source_language: str, target_language: str) -> list[Fault]:
    """Say when two numbers of references became a range, or a range its two ends.

    >>> other_range("paragraphs 12 and 15", "les paragraphes 12 à 15", "en", "fr")[0].message
    'the translation has 12 à 15 where the source has 12 and 15'
    """
    if target_language not in _BOTH:
        return []
    for match in _of_source(source):
        is_range = match["by"].strip() not in ("and", "or")
        right, wrong = (_RANGE, _BOTH) if is_range else (_BOTH, _RANGE)
        read = ascii_digits(target)
        if int(match["two"]) - int(match["one"]) < 2 or _find(match, right[target_language], read):
            continue
        if there := _find(match, wrong[target_language], read):
            was = source[match.start("one") : match.end()]
            message = f"the translation has {target[slice(*there.span())]} where the source has {was}"
            return [Fault(message, Span(*there.span()), Span(match.start("one"), match.end()))]
    return []


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _of_source(source: str) -> Sequence[re.Match[str]]:
    return list(_TWO.finditer(source)) if MAYBE.search(source) else ()


def _find(match: re.Match[str], between: str, target: str) -> re.Match[str] | None:
    """Find the two numbers with something between them, each at its whole."""
    return re.search(rf"(?<![\d.,/–-]){match['one']}{between}{match['two']}(?![\d/])", target)
