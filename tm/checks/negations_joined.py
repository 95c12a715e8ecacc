"""One of two negations of "neither … nor" that a translation affirms: « n’a pas signé et a ratifié »."""

from __future__ import annotations

import re
from functools import lru_cache

from tm.checks.lacks import excuses
from tm.checks.negations_counted import count_negations, count_weak, find_negations
from tm.text.pattern import pattern

_LONGEST = 450
"""Characters of sources that are looked at."""

_NEITHER = pattern(
    r"\b(?:has|have|had|is|are|was|were|shall|will|would|may|can|could|should|must|do|does|did)\s(?:\w+\s)?(?P<no>neither)\s"
    r"[^,.;]{2,140}?,?\snor\s"
)
_BE = pattern(r"(?:is|are|was|were)\b")
_JOINED = {
    "fr": pattern(
        r"\b(?:ni|ou|non\splus|pas\splus|aucun|aucune|nul|nulle|l.un\sou\sl.autre|manqu\w+|privée?s?|dépourvue?s?|dénuée?s?|absence|exempte?s?)\b",
        re.IGNORECASE,
    ),
    "es": pattern(
        r"\b(?:ni|o|u|tampoco|ning[uú]n\w*|care[cz]\w+|privad[oa]s?|desprovist[oa]s?|falta\w*|ausencia)\b",
        re.IGNORECASE,
    ),
    "ru": pattern(r"\b(?:ни|или|либо|ниче\w+|никак\w+|лиш[её]н\w*|отсутств\w+|нет)\b", re.IGNORECASE),
    "zh": pattern("[或和与及、]|[也亦均都皆且][未没不无非]|[也亦][^，。；]{0,6}[未没不无非]|缺[乏少]?|匮乏|毫无"),
    "ar": pattern(
        r"(?<!\w)(?:أو|أي|أيا)(?!\w)|(?:[يت]?فتقر|افتقار|محروم|حرمان|انعدام|غياب|خلو|[يت]خلو|خالي)|(?<!\w)و(?:لا|لم|لن|ليس\w*|عدم|دون|بدون)(?!\w)"
    ),
}
"""What denies two things at once, or the second as the first: both are lacking, « carecían de … y de … »."""


def lost_neither(source: str, target: str, language: str) -> re.Match[str] | None:
    """Find "neither" of an English source whose translation denies but one of two.

    >>> source = "The State has neither signed nor ratified it."
    >>> lost_neither(source, "L’État ne l’a pas signé et l’a ratifié.", "fr")["no"]
    'neither'
    >>> lost_neither(source, "L’État ne l’a ni signé ni ratifié.", "fr")
    """
    found = _neither(source) if language in _JOINED else None
    if found is None or _JOINED[language].search(target):
        return None
    wanted = len(find_negations(source, "en")) + 1
    said = count_negations(target, language) + count_weak(target, language)
    if _BE.match(found[0]):  # what is neither necessary nor useful may be unnecessary and useless
        said += excuses(target, language)
    return found if said < wanted else None


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _neither(source: str) -> re.Match[str] | None:
    return _NEITHER.search(source) if "neither" in source and len(source) <= _LONGEST else None
