"""Find "no longer" of a source that its translation tells as "still": « obligeait toujours », 仍要求."""

from __future__ import annotations

import re

from tm.text.pattern import pattern

_NO_LONGER = pattern(r"\b(?P<no>no)\slonger\b", re.IGNORECASE)
_STILL_OF_ENGLISH = pattern(
    r"\b(?:still|yet|remain|continu|always|persist|maintain|keep|kept|stay|ongoing)", re.IGNORECASE
)

_STILL = {
    "fr": pattern(r"\b(?:toujours|encore|continu\w*|demeur\w+)\b", re.IGNORECASE),
    "es": pattern(r"\b(?:todavía|aún|sigue\w*|seguían?|continú\w*|continuaban?)\b", re.IGNORECASE),
    "ru": pattern(r"\b(?:по-прежнему|вс[её]\sещ[её]|ещ[её]|продолжа\w+)\b", re.IGNORECASE),
    "zh": pattern("仍|依然|依旧|还在|继续"),
    "ar": pattern(r"(?<!\w)[وف]?(?:لا\s[يت]زال\w*|ما\sزال\w*|[يت]ظل|[يت]ستمر|ظل(?:ت|وا)?)(?!\w)"),
}
_CEASED = {
    "fr": pattern(
        r"\b(?:plus|cess\w+|ne\b|n[’']|fin|arrêt\w*|anci?enn?e?s?|supprim\w+|abrog\w+|aboli\w*|dispens\w+)",
        re.IGNORECASE,
    ),
    "es": pattern(
        r"\b(?:ya\sno|no\b|dej\w+|ces\w+|nunca|sin\b|anterior\w*|suprim\w+|derog\w+|abol\w+|exim\w+)", re.IGNORECASE
    ),
    "ru": pattern(r"\b(?:не\b|нет|перест\w+|прекра\w+|утрат\w+|отмен\w+|упраздн\w+|уже\b|больше\b)", re.IGNORECASE),
    "zh": pattern("不|没|未|无|停|废|取消|终止|失去|免"),
    "ar": pattern(
        r"(?<!\w)[وف]?(?:لم|لن|ليس\w*|غير|عدم|توقف\w*|كف\w*|انقطع\w*|[أُ]*لغ\w+|انته\w+|دون|بلا|لا(?!\s[يت]زال))(?!\w)"
    ),
}
"""What may say that it was so once."""


def told_as_still(source: str, target: str, language: str) -> re.Match[str] | None:
    """Find the only "no longer" of an English source where its translation says "still" and nothing ends in it.

    >>> target = "La loi obligeait toujours les travailleurs à y vivre."
    >>> told_as_still("The law no longer required workers to live there.", target, "fr")["no"]
    'no'
    """
    if "longer" not in source or language not in _STILL or _STILL_OF_ENGLISH.search(source):
        return None
    found = list(_NO_LONGER.finditer(source))
    if len(found) != 1 or not _STILL[language].search(target) or _CEASED[language].search(target):
        return None
    return found[0]
