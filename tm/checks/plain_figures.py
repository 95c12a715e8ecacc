"""Tell quickly that two texts have the same figures, none of them more than it looks: most that have any do."""

from __future__ import annotations

from functools import lru_cache

from tm.text.counting import may_spell
from tm.text.pattern import pattern
from tm.text.scales import scale_after

_RUN = pattern(r"\d+")
_WHITE = frozenset(" \n\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}")
_HAN_OR_ARABIC = "\u0621-\u064a\u3400-\u9fff"
_BEFORE = pattern(rf"[{_HAN_OR_ARABIC}(（“«\"，。、；：\s]|\A|[-–](?<=\d.)(?!\d+-)")
"""What stands before figures that are no part of anything else, whatever the language; a range is two numbers."""

_NAME = pattern(r"(?<=[^\W\d_])[-\N{NON-BREAKING HYPHEN}]")
"""Between a name and its number, which stays what it is: COVID-19."""

_BEHIND = pattern(
    r"(?:[,.;:](?=\s|\Z)|[)）”»\"%，。、；：）（]|(?![\s万亿千百余多几来世月]|年代)[\u3400-\u9fff]|\s(?!\s?[\dpP年])"
    r"|[-–](?=\d)|\Z)"
)
"""And behind them: no other figure but the end of a range, nor what makes them greater, a month or a decade."""

_DECADE = pattern(r"(?:años|années|de los)\s\Z")
_FAR = 9
"""Characters of the longest of these."""


def are_alike(source: str, target: str, source_language: str, target_language: str) -> bool:
    """Say whether two plain texts have the same figures and no other number that may not be missed.

    >>> are_alike("for 30 days from 2019", "pendant 30 jours à partir de 2019", "en", "fr")
    True
    >>> are_alike("for 30 million in 2019", "pendant 30 jours en 2019", "en", "fr")
    False
    """
    theirs = _plain_figures(source, source_language)
    return theirs is not None and theirs == _plain_figures(target, target_language)


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _plain_figures(text: str, language: str) -> tuple[str, ...] | None:
    """Give the figures of a text in an order of their own; None where one of its numbers may be something else."""
    found = []
    for run in _RUN.finditer(text):
        start, end = run.span()
        place = start - 1 if start else 0
        is_name = _NAME.match(text, place) is not None
        if not _BEHIND.match(text, end) or not (is_name or _BEFORE.match(text, place)):
            return None
        if scale_after(text, end, language)[1] > 1 or not run[0].isascii():
            return None
        if end - start == 2 and _DECADE.search(text, max(0, start - _FAR), start):
            return None
        found.append(f"-{run[0]}" if is_name else run[0])
    return None if may_spell(text, language) else tuple(sorted(found))
