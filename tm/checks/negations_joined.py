"""One of two negations of "neither … nor" that a translation affirms: « n’a pas signé et a ratifié »."""

from __future__ import annotations

import re
from functools import lru_cache

from tm.checks.antonyms import turned
from tm.checks.lacks import excuses
from tm.checks.negations import NEUTRAL
from tm.checks.negations_counted import count_denials, count_negations, count_weak, find_negations
from tm.checks.negations_explained import explaining
from tm.checks.negations_paired import cancelled, is_outside
from tm.text.pattern import pattern

_LONGEST = 450
"""Characters of sources that are looked at."""

_NEITHER = pattern(
    r"\b(?:has|have|had|is|are|was|were|shall|will|would|may|can|could|should|must|do|does|did)\s(?:\w+\s){0,4}?(?P<no>neither)\s"
    r"[^,.;]{2,140}?,?\snor\s"
)
_NEITHER_DID = pattern(r"\b(?P<no>neither)\s[a-z]{3,}ed\s(?:[^,.;]{1,100}?,?\s)?nor\s[a-z]{3,}ed\b")
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

_NOR = pattern(
    r"(?<=[,;]\s)(?P<no>nor)\s(?:shall|may|can|could|will|would|should|did|does|do|is|are|was|were|has|have|had|must)\s(?P<rest>[^;.]{15,200})"
    r"(?=\.?\Z)"
)
_CUT = {
    "fr": pattern(r"[;,]\s(?:(?:et|mais|or|tandis\sque|alors\sque)\s)?|\s(?:et|mais)\s"),
    "es": pattern(r"[;,]\s(?:(?:y|e|pero|mientras\sque)\s)?|\s(?:[ye]|pero)\s"),
    "ru": pattern(r"[;,]\s(?:(?:и|а|но|однако)\s)?|\s(?:и|но)\s"),
    "zh": pattern("[，；]"),
    "ar": pattern(r"[،؛]\s?|\s(?=و(?:ال)?\w{3,}\s)"),
}
"""Where the clause of "nor" may begin in a translation."""

_NEITHER_TOO = pattern(
    r"\b(?:ni|non\splus|nul(?:le)?s?|aucune?s?|tampoco|ning[uú]n\w*|ни|никак\w+|нет)\b", re.IGNORECASE
)
"""What denies in that clause without being counted as one."""

_OFF = 0.2
"""Part of a text by which it may begin elsewhere."""


_LEAST, _LEAST_ZH = 25, 8
"""Characters of such a clause: what is shorter goes on with the verb before it."""


def lost_nor(source: str, target: str, language: str) -> re.Match[str] | None:
    """Find "nor" before the last clause of an English source that no part of its translation from there on denies.

    >>> source = "No State is obliged to do so, nor shall its refusal be regarded as a breach."
    >>> lost_nor(source, "Aucun État n’y est tenu, et son refus est considéré comme un manquement.", "fr")["no"]
    'nor'
    >>> lost_nor(source, "Aucun État n’y est tenu, et son refus n’est pas considéré comme un manquement.", "fr")
    """
    if " nor " not in source or language not in _CUT or (found := _nor(source)) is None:
        return None
    place = found.start() / len(source)
    cuts = [cut for cut in _CUT[language].finditer(target) if abs(cut.start() / len(target) - place) <= _OFF]
    if not cuts or not count_negations(target[: cuts[0].start()], language):
        return None
    tail = target[cuts[0].start() :]
    if len(tail) < (_LEAST_ZH if language == "zh" else _LEAST):
        return None
    if count_negations(tail, language) or _NEITHER_TOO.search(tail) or NEUTRAL[language].search(tail):
        return None
    known = len(explaining(found["rest"]))
    if count_weak(tail, language) > known or turned(source, (found,), target, ("en", language)):
        return None
    return found


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _nor(source: str) -> re.Match[str] | None:
    found = _NOR.search(source) if len(source) <= _LONGEST else None
    if found is None or count_denials(found["rest"]):
        return None
    return found if is_outside(found.start(), cancelled(source)) else None


def is_joint(source: str, target: str) -> bool:
    """Say whether one negation may do for two verbs: "failed to agree and were unable to set a date".

    >>> source = "They failed to agree and were unable to set a date."
    >>> is_joint(source, "Они не смогли договориться и назначить дату.")
    True
    >>> is_joint(source, "Они не смогли договориться, но назначили дату.")
    False
    """
    return "able to" in source and _JOINT.search(source) is not None and not _BUT.search(target)


_JOINT = pattern(
    r"\b(?:fail(?:s|ed)?|unable)\sto\b[^.;]{2,90}\b(?:and|or)\s(?:(?:is|are|was|were|been)\s)?(?:unable|fail(?:s|ed)?)\sto\b"
)
_BUT = pattern(r"\b(?:mais|pero|но|однако|зато)\b|但|却|ولكن")


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
    if "neither" not in source or len(source) > _LONGEST:
        return None
    return _NEITHER.search(source) or _NEITHER_DID.search(source)
