"""Negations that cancel each other: "no State has failed", "not a single one did not", "never without"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tm.text.pattern import pattern
from tm.text.words import folded

_NO = r"(?:no(?!\slonger|r)|none|nobody|nothing|neither|never|hardly|not)\b|\bcannot\b|\w+n['’]t\b"
_NOT = r"(?:not|never|cannot|without|\w+n['’]t)\b"

_IN = (
    r"in(?:access|accur|adequa|admiss|advis|applic|appropri|capab|compat|complet|conceiv|consequen|considerab|consist|correct"
    r"|defens|effect|effici|elig|equit|escap|evit|exact|expens|expli|feas|frequen|hum|just\b|sensit|signific|suffic|surmount"
    r"|tolera|valid\b|visib)\w+|im(?:moral|practic|precis|prob|prop|prud|perfect|plaus|poss)\w+|immune\b|il(?:leg|lic|log)\w+"
    r"|ir(?:regul|relev|respons|revers|rational)\w+"
)
_LACK = (
    r"(?:fail(?:s|ed|ing|ure)?|refus(?:e|es|ed|ing|al)|neglect(?:s|ed|ing)?|omit(?:s|ted|ting)?|lack(?:s|ed|ing)?|shortage|dearth"
    rf"|absent|absence|without|unable|unaware|overlook(?:s|ed)?|den(?:y|ied|ies)|reject(?:s|ed)?|declin(?:es|ed)|exclud(?:es|ed)|abstain(?:s|ed)?|spared?|missing|oppos(?:es|ed)|object(?:s|ed)|violat(?:es|ed)|disput(?:es|ed)|contest(?:s|ed)|ignor(?:e|es|ed)|exempt|dislike\w*|disagree\w*|{_IN}"
    r"|un(?!der|til|it|iv|iq|if|less|ion|anim|ic)-?[a-z]{4,})\b"
)
_GAP = r"(?:\s(?!(?:and|but|or|nor)\b)[\w’'()/-]+){0,%d}?\s"

_CANCELLED = pattern(
    rf"\b(?:{_NO})(?:{_GAP % 1}{_LACK})"
    rf"|\b(?:(?:no(?!\slonger)|none|nobody|nothing|neither|not\s(?:a|one|even))\b{_GAP % 9}|never{_GAP % 3})"
    rf"(?:{_LACK}|{_NOT})|\b(?:hardly|scarcely|barely)\b{_GAP % 9}{_NOT}"
)
"""In small letters: without regard to case, it would take three times as long to compile."""

_SAYS = {
    "fr": pattern(
        r"\b(?:failli|ménag|épargn|déclin|dérob|contest|oppos|viol|enfrei|object|absten|fatalité|inéluct|inévitab)",
        re.IGNORECASE,
    ),
    "es": pattern(
        r"\b(?:incumpl|escatim|ahorr|declin|opus|opon|viol|infring|obje|contrav|impugn|inevitab|inelud|ineluct|fatalidad)",
        re.IGNORECASE,
    ),
    "ru": pattern(
        r"\b(?:наруш|щад|пощад|жал[ее]|уклон|возра|против|провал|оспар|оспор|неизбеж|неотврат)", re.IGNORECASE
    ),
    "zh": pattern("违|吝|惜|反对|弃权|婉|异议|质疑"),
    "ar": pattern(r"نتهك|دخر|عارض|عترض|خالف|[أي]خل\b|طعن|محتوم|حتمي|لا مفر|لا محالة"),
}
"""What translations say for such words that is neither a negation nor a lack: to violate, to oppose, fatality."""


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def cancelled(source: str) -> Sequence[tuple[int, int]]:
    """Give where in an English text two negations make a text that affirms.

    >>> text = "No State has failed to comply, and none was absent."
    >>> [text[start:end] for start, end in cancelled(text)]
    ['No State has failed', 'none was absent']
    """
    return [match.span() for match in _CANCELLED.finditer(folded(source))]


def is_outside(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Say whether a place is in none of the spans."""
    return all(not start <= place < end for start, end in spans)


def is_said(target: str, language: str) -> bool:
    """Say whether a translation has a word for what nobody did: to violate, to oppose.

    >>> is_said("Les États ont violé l’accord.", "fr"), is_said("Les États ont respecté l’accord.", "fr")
    (True, False)
    """
    return language in _SAYS and bool(_SAYS[language].search(target))
