"""Say whether a short translation has what its source ends with, so that it is said shortly, and nothing cut off."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from tm.checks.meanings import meanings, places

_END = 0.33
"""What part of the source is its end."""

_SAME = 20
"""Characters up to which words of one meaning may be one name, as in Court of Justice."""


def says_end(source: str, target: str, language: str) -> bool:
    """Say whether a plain translation has a word for one that stands at the end of its English source.

    It has as many words of that meaning as the source, so that none of them stands for one of those before the end.

    >>> says_end("Article 1 of the Statute of the International Court", "Статья 1 Статута Международного Суда", "ru")
    True
    >>> says_end("Article 1 of the Statute of the International Court", "Статья 1 Статута", "ru")
    False
    """
    start = (1 - _END) * len(source)
    wanted = places(source)
    for meaning, count in Counter(one.meaning for one in meanings(target, language)).items():
        theirs = wanted.get(meaning, ())
        if theirs and theirs[-1] >= start and sum(b - a > _SAME for a, b in pairwise((-_SAME - 1, *theirs))) <= count:
            return True
    return False
