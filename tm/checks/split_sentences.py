"""Tell when a sentence of a translation stands for a relative clause: ", which ends …" as « Cela met fin … »."""

from __future__ import annotations

from tm.checks.sentences import sentence_ends
from tm.text.pattern import pattern

_WHICH = pattern(r",\s(?:which|who|where)\b")

_BEGINS = {
    "fr": pattern(r"(?:Cela|Ceci|Ce(?:tte|t|s)?|C[’']est|Il|Elle|Ils|Elles)\b"),
    "es": pattern(r"(?:Est?[aeo]s?|Ello|Ell[ao]s|Dich[oa]s?)\b"),
    "ru": pattern(r"(?:Эт[оиа]|Этот|Он|Она|Они|Тем самым)\b"),
    "zh": pattern("这|此|该|他们|她们|它"),
    "ar": pattern(r"و?(?:هذا|هذه|ذلك|هو|هي|هم)(?!\w)"),
}
"""What takes up what was said."""


def is_split(source: str, target: str, language: str) -> bool:
    """Say whether a translation has one sentence more than its English source, which takes up what was said before it.

    >>> is_split("Many marry young, which ends their schooling.", "许多人早婚。这使其学业中断。", "zh")
    True
    """
    ends = sentence_ends(target)
    if language not in _BEGINS or len(ends) != len(sentence_ends(source)) + 1 or not _WHICH.search(source):
        return False
    return any(_BEGINS[language].match(target[end:].lstrip()) for end in ends)
