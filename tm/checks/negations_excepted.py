"""Negations of a source that make "only" of "except", which translations say without one: не … кроме как, 只有."""

from __future__ import annotations

import re
from functools import lru_cache

from tm.text.pattern import pattern

_EXCEPTED = pattern(
    r"\b(?P<no>no|not|never|none|nobody|nothing|cannot)\b(?!\sonly\b)(?=[^.;]{1,140}?\b(?:except|otherwise\sthan|other\sthan"
    r"|save\s(?:by|for|in|with|as|on|where|to)\b|but\s(?:by|in|with|for|on|to)\b|until))",
    re.IGNORECASE,
)
_NOR = pattern(
    r"(?<=[\s,;])(?P<no>nor)\s(?:shall|may|can|could|will|would|should|must|did|does|do|is|are|was|were|has|have|had)\b"
)

_ONLY = {
    "fr": pattern(r"\b(?:seule?s?|seulement|uniquement|exclusivement|exclusif|exclusive|strictement)\b", re.IGNORECASE),
    "es": pattern(r"\b(?:s[oó]lo|solamente|únicamente|exclusivamente|únic[oa]s?|exclusiv[oa]s?)\b", re.IGNORECASE),
    "ru": pattern(r"\b(?:только|лишь|исключительно|единственн\w+|строго)\b", re.IGNORECASE),
    "zh": pattern("[只仅唯才]|方可|方能|专用|专门"),
    "ar": pattern(r"(?<!\w)(?:فقط|فحسب|حصر[ااً]+|وحده\w?|[وف]?[يت]?قتصر|مقصور\w?)(?!\w)"),
}
"""What says "only"."""

_OR = {
    "fr": pattern(r"\b(?:ainsi\sque|ou)\b"),
    "es": pattern(r"\b(?:así\scomo|o|u)\b"),
    "ru": pattern(r"\b(?:равно\sкак|как\sи|или|либо)\b"),
    "zh": pattern("或"),
    "ar": pattern(r"(?<!\w)أو(?!\w)"),
}
"""What goes on with a negation that stands before it."""

_OR_EN = pattern(r"\bor\b")


def without_excepted(source: str, target: str, language: str) -> str:
    """Blank the negations of an English source that its translation says by "only", and "nor" where that has "or".

    >>> without_excepted("It may not be used except in war.", "Его можно применять только на войне.", "ru")
    'It may ___ be used except in war.'
    >>> without_excepted("It may not be used except in war.", "Его можно применять на войне.", "ru")
    'It may not be used except in war.'
    """
    if language not in _ONLY:
        return source
    if (only := _excepted(source)) and _ONLY[language].search(target):
        source = f"{source[: only[0]]}{'_' * (only[1] - only[0])}{source[only[1] :]}"
    if (nor := _nor(source)) and len(_OR[language].findall(target)) > len(_OR_EN.findall(source)):
        source = f"{source[: nor[0]]}___{source[nor[1] :]}"
    return source


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _excepted(source: str) -> tuple[int, int] | None:
    found = _EXCEPTED.search(source) if _may_except(source) else None
    return found.span("no") if found else None


def _may_except(source: str) -> bool:
    return any(word in source for word in ("except", " than", "save ", "but ", "until"))


@lru_cache(maxsize=4096)
def _nor(source: str) -> tuple[int, int] | None:
    found = _NOR.search(source) if "nor " in source else None
    return found.span("no") if found else None
