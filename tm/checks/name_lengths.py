"""Reckon how much shorter or longer a translation is by names that one of two texts abbreviates: SIDS, 儿基会."""

from __future__ import annotations

import math
import re
from collections import Counter

from tm.text.pattern import pattern

_ACRONYM = pattern(r"[A-Z](?<!\w.)[A-Z]{2,7}s?\b")
_EXPLAINED = pattern(r"\([A-Z]{2,8}s?\)")
_OWN_ACRONYMS = frozenset(("fr", "es"))
_SPELLED_OUT = 30
"""Characters of English that an acronym stands for."""

_ABBREVIATED = dict.fromkeys(("en", "fr", "es", "ar"), pattern(r"[A-Z](?<!\w.)[A-Z]{2,7}\b")) | {
    "ru": pattern(r"[А-ЯЁA-Z](?<!\w.)[А-ЯЁA-Z]{1,7}\b"),
    "zh": pattern(
        "(?:环境|规划|开发|难民|粮食|粮农|人居|妇女|工程|人口|教科文|世卫|劳工|移民|儿基|原子能|贸发|世贸|经社|气专)(?:署|组织|会议|会|机构|基金|委)"
    ),
}
"""Names for short in a translation."""


def abbreviated(source: str, target: str, language: str) -> float:
    """Say by how much, as a logarithm, a plain translation may be shorter that has names for short of its own."""
    written = _lost(_ABBREVIATED[language], target, source)
    return math.log(1 + _SPELLED_OUT * written / max(len(source), 1)) if written else 0.0


def spelled_out(source: str, target: str, language: str) -> int:
    """Give the characters of English by which acronyms make a source shorter that its plain translation has not.

    >>> spelled_out("SIDS met.", "Les petits États insulaires se sont réunis.", "fr")
    30
    """
    lost = _lost(_ACRONYM, _EXPLAINED.sub("", source) if "(" in source else source, target)
    if lost and language in _OWN_ACRONYMS:
        lost -= _lost(_ACRONYM, target, source)
    return _SPELLED_OUT * max(lost, 0)


def _lost(acronyms: re.Pattern[str], text: str, other: str) -> int:
    """Count the acronyms of a text that another does not have; each is looked for once, however often it stands."""
    counts = Counter(acronyms.findall(text))
    return sum(count for acronym, count in counts.items() if acronym not in other)
