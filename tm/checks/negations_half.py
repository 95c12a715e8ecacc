"""Half a negation that a translation is left with: « ni » or никто without what goes with it, or нельзя избежать."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tm.checks.negations_counted import count_negations, count_weak, find_negations
from tm.checks.negations_paired import UNAVOIDABLE
from tm.text.pattern import pattern

_SENTENCE = re.compile(r"(?:&\w+;|[^.;:!?])+")

_NI = {
    "fr": re.compile(r"\bni\b"),
    "es": re.compile(r"\bni\b(?!\ssiquiera|\suna?\b)"),
    "ar": pattern(r"(?<!\w)ولا\s(?:عن|في|على|إلى|من|بين|مع|أي|ب\w{4,}|ل\w{4,})(?!\w)"),
}
_ASIDE = {
    "fr": pattern(r"\bsans\b(?:(?!\bni\b)[^,])*,", re.IGNORECASE),
    "es": pattern(r"\bsin\b(?:(?!\bni\b)[^,])*,", re.IGNORECASE),
    "ar": pattern(r"(?!)"),
}
"""What stands between commas, or before one, and goes with no « ni » behind it."""

_WITH_NI = {
    "fr": pattern(
        r"\b(?:ne|sans|pas|non|jamais|aucune?|nul|nulle|guère|peu|point|rien|personne|refus\w*|interdi\w*|impossib\w*|absence|empêch\w*)\b"
        r"|\bn['’]",
        re.IGNORECASE,
    ),
    "es": pattern(
        r"\b(?:no|sin|nunca|jamás|nadie|tampoco|ning[uú]n\w*|nada|apenas|poco|tan\spoco|imposib\w*|prohib\w*|prohíb\w*|ausencia|falta\w*"
        r"|neg[aó]\w*|nieg\w*|care[cz]\w*|imp[ie]d\w*|rechaz\w*|evit\w*)\b",
        re.IGNORECASE,
    ),
    "ar": pattern(
        r"(?<!\w)[وفبلك]{0,2}(?:لا(?!\s(?:عن|في|على|إلى|من|بين|مع|أي))|لم|لن|ليس\w*|ألا|لئلا|دون|بلا|عدم|ما)(?!\w)"
        r"|[يت]?حظر|ممنوع|محظور|منع|رفض|انعدام|امتن|نف[تىي]|استبع|حرم|فقد|خل[وات]|غياب|تعذر|استحال|مستحيل"
    ),
}
_LEADS = pattern(r"(?:\b(?:que|y|e|et|pero|mais|porque|si|cuando|donde|où|qu['’])|,)\s*\Z", re.IGNORECASE)
"""Before « ni … ni » that stands before its verb, and needs nothing else in Spanish."""

_RELATIVE = {
    "fr": pattern(r"\s(?:qu['’e]|qui|dont|lesquel\w*|auquel|si|car|parce)\b", re.IGNORECASE),
    "es": pattern(r"\s(?:que|quien\w*|cuy[oa]s?|si|porque)\b", re.IGNORECASE),
}
"""Behind « ni », where another clause begins, whose negation is not that of the verb before « ni »."""

_BEHIND_VERB = pattern(r"\b(?:nadie|nada|ning[uú]n\w*)\b", re.IGNORECASE)
"""Behind a verb, what goes with the « ni » before it."""

_ITS_OWN = pattern(r"\A\s(?:ne\b|n['’])")
"""What goes with « ni » before a verb."""

_JOINS = {"fr": " ni ", "es": " ni ", "ar": " ولا "}
_HEAD = 12
"""Characters before « ni » from which on a verb may stand there."""

_EVER_AR = pattern(r"(?<!\w)(?:قط|البتة|بتاتا)(?!\w)")
"""What says "never" only with a negation."""

_NOT_AR = pattern(r"(?<!\w)[وفب]?ما(?!\w)")

_NOBODY = pattern(
    r"(?<!\w)(?:никто|никого|никому|никем|ничто|ничего|ничему|ничем|никак(?:ой|ая|ое|ие|ого|их|им|ими|ую)|никогда|нигде|никуда"
    r"|ни\sод(?:ин|на|но|ного|ной|ному|ним|ну))(?!\w|[»“”\",.!?:;)]|\Z)(?!\s(?:ранее|прежде|иной|ин(?:ое|ые)|доселе|больше|более|впредь|снова|вновь)(?!\w))",
    re.IGNORECASE,
)
_MAY_BE_NOBODY = "икто", "ико", "икем", "ичто", "ичег", "ичем", "икак", "игде", "икуда", "и од"
"""One of these letters is in what is looked for."""

_WITH_NOBODY = pattern(
    r"(?<!\w)(?:не|нет|без|нельзя|невозможн\w*|неприемлем\w*|недопустим\w*|неспособ\w*|нечего|незачем|некому|отсутств\w*|запре\w*|отказ\w*|отверг\w*|отриц\w*|лиш\w+|воздерж\w*)(?!\w)"
    r"|(?<!\w)(?:не|бес|без)[а-яё]{3,}",
    re.IGNORECASE,
)

_AVOIDS = {
    "fr": pattern(
        r"\bne\s(?:peu|pou|p[uû]|saurai|doi)\w*\s(?:pas\s)?(?:éviter|(?:être\s)?évitée?s?|échapper|se\ssoustraire|se\sdérober|esquiver)\b",
        letters="évit|échapp|soustrai|dérobe|esquiv",
    ),
    "es": pattern(
        r"\bno\s(?:se\s)?(?:pued|pod|pud|deb)\w*\s(?:evitar(?:se)?|eludir|escapar|sustraerse|evadir|esquivar|librarse)(?!\w)",
        letters="evita|eludi|escapa|sustrae|evadi|esquiva|librarse",
    ),
    "ru": pattern(
        r"(?<!\w)не\s(?:мо[гж]\w*|смо[гж]\w*|уда\w+|долж\w+)\s(?:\w+\s)?(?:избе[гж]\w+|уклон\w+|миновать)",
        letters="избе|уклон|минов",
    ),
    "zh": pattern("(?:不可|不能|无法|难以)(?:避免|逃避|免于)(?!感染)", letters="避|免于"),
    "ar": pattern(
        r"لا\s(?:[يت]مكن\w*|[يت]ستطيع\w*|[يت]جوز)\s(?:\w+\s){0,2}?(?:تجنب|تفادي|تلافي|الإفلات|التهرب|الهروب)\w*",
        letters="تجنب|تفادي|تلافي|إفلات|تهرب|هروب",
    ),
}
_AVOIDS_EN = pattern(
    r"\b(?:avoid|escap|evad|inevit|unavoid|inescap|inexor|elud|evasion|shirk|dodg|circumvent|prevent|spare|elus|immun|exempt|free\b|help\b|overlook"
    r"|protect|keep|kept|stop|guard|against|safe|shield|being)",
    re.IGNORECASE,
)
"""What is avoided, which a translation says may not be: with no such word in the source, what is denied is affirmed."""

_NO_MORE = pattern(
    r"\b(?:[Nn]o\s(?!more\b)[a-z]|(?:not|never|cannot)\b(?!\s(?:more|only|just|merely|simply)\b))[^.;]{1,80}?\bmore\sthan\s"
    r"(?=one\b|two\b|three\b|four\b|five\b|six\b|ten\b|once\b|twice\b|half\b|\d)"
)
_MORE = {
    "fr": pattern(r"\bplus\s(?:d['’]une?|de)\b", re.IGNORECASE),
    "es": pattern(r"\bmás\sde\b", re.IGNORECASE),
    "ru": pattern(r"(?<!\w)(?:более|больше|свыше)\s(?!того|широк|тем)", re.IGNORECASE),
    "zh": pattern("以上|超过|多于|不止"),
    "ar": pattern(r"أكثر\sمن"),
}
_BARS = {
    "fr": pattern(r"interdi|exclu|refus|prohib|empêch|irrecev|impossib|rejet|défen|nul\b|écart", re.IGNORECASE),
    "es": pattern(r"prohib|prohíb|imped|impid|exclu|rechaz|imposib|inadmis|descart|veda", re.IGNORECASE),
    "ru": pattern(r"запре|исключ|невозмож|недопуст|отклон|воспрещ|лиш|мене[ея]|отказ", re.IGNORECASE),
    "zh": pattern("禁|拒|排除|驳回|作废"),
    "ar": pattern(r"حظر|محظور|منع|ممنوع|رفض|استبع|استحال|تعذر|إلا|سوى"),
}
"""What is forbidden or shut out."""

_OWN = {"es": pattern(r"\b(?:no|sin|nunca|jamás|tampoco|nadie|nada|salvo|excepto)\b", re.IGNORECASE)}
_JOINED = {"es": pattern(r"\b(?:ni|ning[uú]n\w*)\b", re.IGNORECASE)}
_WITHOUT = pattern(
    r"\bwithout\b(?!\s(?:delay|regard|exception|reservation|further|interruption|fail|fuss|ado|prejudice)\b)"
)


def lost_half(source: str, target: str, language: str) -> re.Match[str] | None:
    """Find a negation of an English source of which the translation has half, or for which it has one that affirms.

    >>> lost_half("No one may leave.", "Никто может уйти.", "ru")[0]
    'No'
    >>> source = "Without data, neither can be known."
    >>> lost_half(source, "Sin datos, es posible saber esto ni aquello.", "es")[0]
    'Without'
    >>> lost_half(source, "Sin datos, no es posible saber esto ni aquello.", "es")
    """
    found = find_negations(source, "en")
    if not found:
        return None
    if (
        language in _NI
        and _JOINS[language] in target
        and any(_is_bare_ni(part, language) for part in _sentences(target))
    ):
        return found[0]
    if (
        language == "ru"
        and any(map(target.__contains__, _MAY_BE_NOBODY))
        and any(map(_is_bare_nobody, _sentences(target)))
    ):
        return found[0]
    if language == "ar" and _EVER_AR.search(target) and not (count_negations(target, "ar") or _NOT_AR.search(target)):
        return found[0]
    if language in _AVOIDS and _affirms(source, target, language):
        return found[0]
    if "more than " in source and (more := _no_more(source, target, language)):
        return more
    return _without(source, target, language)


def _no_more(source: str, target: str, language: str) -> re.Match[str] | None:
    """Find what an English source denies to be more than some, where its translation only has what is more."""
    found = _NO_MORE.search(source) if language in _MORE and _MORE[language].search(target) else None
    if found is None or count_negations(target, language) or _BARS[language].search(target):
        return None
    return next((one for one in find_negations(source, "en") if one.start() <= found.start() < one.end()), None)


def _sentences(text: str) -> Iterator[str]:
    return (match[0] for match in _SENTENCE.finditer(text))


def _is_bare_ni(text: str, language: str) -> bool:
    """Say whether « ni » stands behind what may be a verb that nothing denies."""
    text = _ASIDE[language].sub(lambda match: "_" * len(match[0]), text)
    found = _NI[language].search(text)
    if found is None:
        return False
    head = text[: found.start()]
    if _LEADS.search(head) and _NI[language].search(text, found.end()):
        return False
    if len(head.strip(" _,")) < _HEAD or _WITH_NI[language].search(head):
        return False
    tail = text[found.end() :]
    if language in _RELATIVE:
        tail = _RELATIVE[language].split(_ITS_OWN.sub("", tail), maxsplit=1)[0]
    if language == "es":
        tail = _BEHIND_VERB.sub("_", tail)
    return not _WITH_NI[language].search(tail)


def _is_bare_nobody(text: str) -> bool:
    return _NOBODY.search(text) is not None and not _WITH_NOBODY.search(text)


def _affirms(source: str, target: str, language: str) -> bool:
    """Say whether a translation says that something cannot be avoided, of which the source has no word."""
    if not _AVOIDS[language].search(target):
        return False
    rest, count = UNAVOIDABLE.subn("", source)
    return not _AVOIDS_EN.search(rest) and (not count or count_negations(target, language) == 1)


def _without(source: str, target: str, language: str) -> re.Match[str] | None:
    """Find "without" in a source whose translation has only « ni » and « ningún », which cannot stand for it."""
    if language not in _OWN or "without" not in source or _OWN[language].search(target):
        return None
    found = _WITHOUT.search(source)
    if found is None or not _JOINED[language].search(target) or count_weak(target, language):
        return None
    return found
