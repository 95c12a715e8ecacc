"""What an English source says that somebody cannot do, and its translation that he can: « qui peuvent »."""

from __future__ import annotations

import re
from functools import lru_cache

from tm.checks.negations import NEUTRAL
from tm.checks.negations_counted import find_negations
from tm.checks.negations_paired import cancelled, is_outside
from tm.text.pattern import pattern
from tm.text.words import bare

_LONGEST = 500
"""Characters of sources that are looked at."""

_CANNOT = pattern(
    r"\b(?P<no>cannot|(?:can|could)\snot)\b(?!\s(?:\w+\s){0,6}?(?:unless|until|without|but|except|only|too|over\w+)\b)"
)
_MAY = pattern(
    r"\b(?:can(?!\snot\b)|could(?!\snot\b)|may|might|able|abilit\w+|capab\w+|capac\w+|possib\w+|allow\w*|enabl\w+|power\w*|empower\w*|potential\w*"
    r"|opportun\w+|option\w*|likely|perhaps|only|other\sthan|except|unless|until|entitle\w*|right\sto|free\sto|need\snot|must\snot)\b",
    re.IGNORECASE,
)
"""What else a translation may say so of: with it nothing can be told."""

_CAN = {
    "fr": pattern(
        r"\b(?:peu(?:t|vent)|pourr(?:a|ont|ait|aient)|pouvai(?:t|ent)|(?:a|ont|avait|avaient)\spu)\b(?!-être)",
        letters="pe|po|pu",
    ),
    "es": pattern(r"\b(?:pued(?:e|en|a|an)|podr(?:á|án|ía|ían)|pod(?:ía|ían)|pudo|pudieron)\b", letters="pued|pod|pud"),
    "ru": pattern(
        r"(?<!\w)(?:с?мо(?:жет|гут|гла|гло|гли)|с?мог|в\sсостоянии|способн\w+)(?!\w)", letters="мо|состоян|способн"
    ),
    "zh": pattern("能够|可以|有能力|(?<=[国者员人方])能(?=[^源力量见级])"),
    "ar": pattern(
        r"(?<!\w)[وفس]{0,2}(?:(?:أن\s)?[يت]مكن\w*|[يت]ستطيع\w*|استطاع\w*|بإمكان\w*|بوسع\w*|قادر\w*|القادر\w*|تمكن\w*)(?!\w)"
    ),
}
"""What says that somebody can."""

_DENIES = {
    "fr": pattern(
        r"\b(?:ne|n['’]\w*|nul|nulle|aucune?s?|personne|rien|sans|jamais|ni|impossib\w*|incapab\w*|impuissan\w*|hors\sd['’]état|seule?s?|que|qu['’]\w*)\b",
        re.IGNORECASE,
    ),
    "es": pattern(
        r"\b(?:no|ni|nadie|ning[uú]n\w*|nada|sin|nunca|jamás|tampoco|imposib\w*|incapa\w*|solo|sólo|únic\w*|solamente)\b",
        re.IGNORECASE,
    ),
    "ru": pattern(
        r"(?<!\w)(?:не|ни|нет|без|нельзя|невозможн\w*|неспособн\w*|только|лишь|никто|ничто|никак\w+)(?!\w)",
        re.IGNORECASE,
    ),
    "zh": pattern("[不没未无难非仅只勿才]"),
    "ar": pattern(
        r"(?<!\w)[وفبل]{0,2}(?:لا|لم|لن|ليس\w*|غير|عدم|ما|دون|بدون|تعذر|[يت]تعذر|عاجز\w*|عجز\w*|[يت]ستحيل|إلا|فقط|ألا)(?!\w)"
    ),
}
"""What denies it, near before or behind, or says that only some can."""

_IMPOSSIBLE = {
    "fr": pattern(
        r"impossib|incapab|impuissan|hors\sd['’]état|empêch|mesure\sde|dans\sl['’]incapacité|faute\sd", re.IGNORECASE
    ),
    "es": pattern(r"imposib|incapa|impid|imped|condiciones\sde|falta\sd", re.IGNORECASE),
    "ru": pattern(r"невозможн|неспособ|нельзя|бессил|лишен|лишён|не\sпод|неприм|затрудн", re.IGNORECASE),
    "zh": pattern("无法|不能|不可|未能|难以|无从|无力|不了|不会|没有能力|无权|没能"),
    "ar": pattern(r"تعذر|عجز|عاجز|استح[اي]ل|[يت]ستحيل|حال\s|تحول|منع|صعب"),
}
"""What else says that nobody can."""

_REACH, _REACH_ZH = 40, 3
"""Characters before and behind the word in which it is denied; in Chinese only before it."""

_NOBODY_ZH = pattern("没有[^，。；]{0,6}[国人者]|无人|无一|任何|谁也|[只仅]")
"""What denies it, or says "only", from farther before it."""

_CLAUSE = pattern(
    r"[,;:.،؛，；。：]|\b(?:qui|que|quien(?:es)?)\s\Z|\s(?=котор)|(?<!\w)(?:التي|الذي|الذين|اللذين)(?!\w)",
    re.IGNORECASE,
)
"""Where a clause begins, of whose verb nothing before it says whether it is denied."""


def lost_cannot(source: str, target: str, language: str) -> re.Match[str] | None:
    """Find what an English source says cannot be, where its translation has only that it can.

    >>> source = "States shall not register ships that cannot show a link."
    >>> lost_cannot(source, "Les États n’immatriculent pas les navires qui peuvent justifier d’un lien.", "fr")["no"]
    'cannot'
    >>> lost_cannot(source, "Les États n’immatriculent pas les navires qui ne peuvent justifier d’un lien.", "fr")
    """
    if language not in _CAN or (found := _cannot(source)) is None:
        return None
    read = bare(target, language) if language == "ar" else target
    own = list(_CAN[language].finditer(read))
    if not own or len(own) > 1 or NEUTRAL[language].search(read) or _IMPOSSIBLE[language].search(read):
        return None
    if any(_is_denied(read, word, language) for word in own):
        return None
    return found


def _is_denied(text: str, word: re.Match[str], language: str) -> bool:
    head, tail = _CLAUSE.split(text[: word.start()])[-1], _CLAUSE.split(text[word.end() :])[0]
    if language == "zh":
        return bool(_DENIES["zh"].search(head[-_REACH_ZH:]) or _NOBODY_ZH.search(head))
    return bool(_DENIES[language].search(head[-_REACH:]) or _DENIES[language].search(tail[:_REACH]))


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _cannot(source: str) -> re.Match[str] | None:
    """Find the only "cannot" of a source that nothing else says somebody can."""
    if len(source) > _LONGEST or ("cannot" not in source and "can not" not in source and "could not" not in source):
        return None
    found = list(_CANNOT.finditer(source))
    if len(found) != 1 or _MAY.search(source) or len(find_negations(source, "en")) < 2:
        return None
    return found[0] if is_outside(found[0].start(), cancelled(source)) else None
