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
    rf"|absent|absence|without|unable|unaware|overlook(?:s|ed)?|den(?:y|ied|ies)|reject(?:s|ed)?|declin(?:es|ed)|exclud(?:es|ed)"
    r"|abstain(?:s|ed)?|spared?|missing|oppos(?:es|ed)|object(?:s|ed)"
    r"|violat(?:es|ed)|disput(?:es|ed)|contest(?:s|ed)|ignor(?:e|es|ed)|exempt"
    rf"|dislike\w*|disagree\w*|dissent\w*|{_IN}"
    r"|un(?!der|til|it|iv|iq|if|less|ion|anim|ic)-?[a-z]{4,})\b"
)
_GAP = r"(?:\s(?!(?:and|but|or|nor|why|whether|because|how|what)\b)[\w’'()/-]+){0,%d}?\s"

_EVIDENCE = (
    r"(?:evidence|proof|indication|sign|information|reason|grounds|guarantee|assurance|confirmation)\w*\s"
    r"(?:was\s\w+\s)?that"
)
"""What says that something is not: that is not cancelled by "no evidence"."""

_UNSURE = (
    r"(?:unlikely|improbable|impossible|inconceivable|unthinkable|hard(?:ly|\sto\b)?|difficult\sto"
    r"|rare(?:ly)?|few|seldom|scarcely|barely)"
)
_UNSURE_THAT = r"(?:\s(?!(?:and|but|or|nor|which|who|whose|where|when|if|because|unless)\b)[\w’'()/-]+){0,9}?\s"
_STOPS = (
    r"(?:preclud(?:e|es|ed)|prevent(?:s|ed)?|prohibit(?:s|ed)?|forbid(?:s|den)?|barr?(?:s|ed)?|hinder(?:s|ed)?|imped(?:e|es|ed)"
    r"|exclude|rul(?:e|es|ed)\sout)\b"
)
_MAY = (
    r"(?:shall|may|can|could|will|would|should|must|does|do|did|is|are|was|were|has|have|had)\s"
    r"(?:be\s(?:\w+\s(?:to|as)\s)?)?"
)

_CANCELLED = pattern(
    rf"\b(?:{_NO})(?:{_GAP % 1}{_LACK})"
    rf"|\b(?:not|never|cannot|\w+n['’]t)\s(?:be\s|been\s|\w+ly\s)?{_STOPS}"
    rf"|\b(?:nothing{_GAP % 9}(?:{_MAY})?|(?:no|nobody|none)\b{_GAP % 9}{_MAY}){_STOPS}"
    rf"|\bnor\s{_MAY}any(?:one|body|thing|(?:\s(?!refusal|failure|lack\b|absence)\w+){{1,6}}?)\s{_LACK}"
    rf"|\b{_UNSURE}{_UNSURE_THAT}{_NOT}|\b(?:rarely|seldom|hardly\sever|almost\snever)\s(?:\w+\s)?{_LACK}"
    rf"|\b(?:(?:no(?!\slonger|\s(?:\w+\s)?{_EVIDENCE})|none|nobody|nothing|neither|not\s(?:a|one|even))\b{_GAP % 9}"
    rf"|never{_GAP % 3})"
    rf"(?:{_LACK}|{_NOT})"
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

_STOPPED = pattern(_STOPS)
_SAYS_STOP = {
    "fr": pattern(r"\b(?:préven|prévien|prévin|entrav|gên)", re.IGNORECASE),
    "es": pattern(r"\b(?:preven|previn|previe|obstacul|obsta)", re.IGNORECASE),
    "ru": pattern(r"\b(?:предотвр|препят|предупре|меша|помеша)", re.IGNORECASE),
    "zh": pattern("防|阻|妨|碍"),
    "ar": pattern(r"منع|حال|[يت]حول|وقا|عرقل|عوق|عيق"),
}
"""What translations say for "prevent" that is neither a negation nor a lack."""


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


def is_said(source: str, target: str, language: str) -> bool:
    """Say whether a translation has a word for what nobody did: to violate, to oppose; or for what stopped nothing.

    >>> source = "No State has violated it."
    >>> is_said(source, "Les États l’ont violé.", "fr"), is_said(source, "Les États l’ont respecté.", "fr")
    (True, False)
    """
    if language not in _SAYS:
        return False
    if _SAYS[language].search(target):
        return True
    spans = cancelled(source)
    return any(_STOPPED.search(folded(source), *span) for span in spans) and bool(_SAYS_STOP[language].search(target))


UNAVOIDABLE = pattern(
    r"\b(?:not|never|no\s\w+|nothing|n['’]t|nor)\s(?:[\w’'-]+\s){0,5}?(?:inevitab|unavoidab|inescapab)\w+"
)
"""What may be avoided, said with two negations."""

_AVOIDS = {
    "fr": pattern(r"\bévit\w+", re.IGNORECASE),
    "es": pattern(r"\bevit\w+", re.IGNORECASE),
    "ru": pattern(r"(?<!\w)(?:избе[гж]|предотвр)\w+", re.IGNORECASE),
    "zh": pattern("避免|可避|防止"),
    "ar": pattern(r"(?<!\w)[وفبل]{0,2}(?:ال)?[تين]?تجنب|(?<!\w)[وفبل]{0,2}(?:ال)?تفادي"),
}


_NI = pattern(r"(?<!\w)ни(?=\s[^.;]{1,80}?\sне\s)", re.IGNORECASE)


def without_echoes(source: str, target: str, language: str) -> str:
    """Blank the words of a translation that lack nothing: ни beside не, "avoid" where a source has "not inevitable".

    >>> without_echoes("Hunger is not inevitable.", "El hambre se puede evitar.", "es")
    'El hambre se puede _.'
    >>> without_echoes("No vessel was refused.", "Ни одному судну не было отказано.", "ru")
    '_ одному судну не было отказано.'
    """
    if language == "ru":
        target = _NI.sub("_", target)
    if ("evitab" not in source and "avoidab" not in source) or language not in _AVOIDS:
        return target
    count = len(UNAVOIDABLE.findall(source))
    return _AVOIDS[language].sub("_", target, count) if count else target
