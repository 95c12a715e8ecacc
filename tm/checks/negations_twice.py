"""Of two negations that make one affirmation, "unlikely that … not", a translation that has only one."""

from __future__ import annotations

import re
from functools import lru_cache

from tm.checks.antonyms import turned
from tm.checks.lacks import excuses
from tm.checks.negations import NEUTRAL, WEAK
from tm.checks.negations_counted import count_denials, count_negations, count_weak, find_negations
from tm.text.pattern import pattern
from tm.text.words import bare, folded

_LONGEST = 220
"""Characters of sources that are looked at."""

_MAY_BE = (
    "unlikel",
    "improbab",
    "impossib",
    "inconceiv",
    "unthink",
    "hard",
    "rare",
    "seldom",
    "scarcely",
    "barely",
    "few",
)
"""One of these letters is in what is looked for."""

_GAP = r"(?:\s(?!(?:and|but|or|nor|which|who|whose|where|when|if|because|unless)\b)[\w’'()/-]+){0,9}?\s"
_TWO = pattern(
    rf"\b(?P<first>unlikely|improbable|impossible|inconceivable|unthinkable|hard(?:ly|\sto)|rare(?:ly)?|few|seldom|scarcely|barely)\b"
    rf"{_GAP}(?P<no>not|never|without|fails?|failed)\b"
)

_FIRST = {
    "fr": pattern(
        r"\bn[e’']\s?\w+\s(?:presque|quasiment|pratiquement)\sjamais|\bpeu\s(?:probab|vraisemb|de\schance)\w*|\bimprob\w+|\binvraisemb\w+"
        r"|\brare\w*|\bimpossib\w+|\binconcev\w+|\bimpens\w+|\bguère|\bdifficil\w*|\bà\speine|\bdout\w+|\bpeu\sd",
        re.IGNORECASE,
    ),
    "es": pattern(
        r"\bpoco\s(?:probab|verosím)\w*|\bimprob\w+|\binverosím\w+|\bdifícil\w*|\brar[oa]s?\b|\braramente|\bcasi\s(?:nunca|ning\w+)"
        r"|\bimposib\w+|\binconceb\w+|\bimpensab\w+|\bapenas|\bpoc[oa]s\b|\bno\ses\sprobable",
        re.IGNORECASE,
    ),
    "ru": pattern(
        r"(?<!\w)(?:маловероят\w+|вряд\sли|едва\sли|редк\w+|редко|почти\s(?:никогда|никто|никак\w+|нет)(?:\sне)?(?!\w)|невозможн\w+"
        r"|нельзя|немысл\w+|невероят\w+|трудно|сложно|едва|немног\w+|мало)",
        re.IGNORECASE,
    ),
    "zh": pattern(
        "不(?:太|大)?可能|不会|[很极甚]少|几乎(?:从?[不没未]|没有)(?:有)?|难以|很难|无法|罕|未必|不可想象|难得|少数|寥寥|可能性[不很]?[大小]|不能"
    ),
    "ar": pattern(
        r"(?<!\w)[وف]?(?:نادرا|قلما|قل\sأن|(?:من\s)?غير\s(?:ال)?(?:مرجح|محتمل|متصور|ممكن)|(?:من\s)?(?:ال)?مستبعد|[يُت]+ستبعد|(?:من\s)?(?:ال)?مستحيل"
        r"|[يت]ستحيل|[يت]صعب|من\sالصعب|لا\s[يت]كاد|لا\s[يت]مكن|[يت]تعذر|لا\sيحتمل|(?:عدد\s)?قليل)\w*"
    ),
}
"""What says the first of the two: unlikely, rarely."""

_LIKELY = {
    "fr": pattern(
        r"\b(?:probab|vraisemb|sans\sdoute|sûrement|souvent|possible|presque\s(?:toujours|tous|toutes))", re.IGNORECASE
    ),
    "es": pattern(r"\b(?:probab|previsib|seguramente|seguro|posible|menudo|casi\s(?:siempre|tod))", re.IGNORECASE),
    "ru": pattern(
        r"(?<!\w)(?:вероятн|скорее\sвсего|по\sвсей\sвид|видимо|возможн|часто|почти\s(?:всегда|все|кажд))", re.IGNORECASE
    ),
    "zh": pattern("可能|大概|多半|往往|经常|几乎(?:总|每|都)"),
    "ar": pattern(r"(?<!\w)(?:من\s)?(?:ال)?(?:مرجح|محتمل|أرجح|أغلب|غالبا|ممكن|[يُ]+رجح|[يُ]+حتمل)"),
}
"""What says the contrary of it."""


def lost_of_two(source: str, target: str, language: str) -> re.Match[str] | None:
    """Find two negations of an English source, for which its translation has the one without the other.

    >>> source = "It is unlikely that the quorum will not be reached."
    >>> lost_of_two(source, "Il est peu probable que le quorum soit atteint.", "fr")["no"]
    'not'
    >>> lost_of_two(source, "Il est probable que le quorum ne sera pas atteint.", "fr")["no"]
    'not'
    >>> lost_of_two(source, "Il est probable que le quorum sera atteint.", "fr")
    """
    if not any(map(source.__contains__, _MAY_BE)) or language not in _FIRST or (two := _two(source)) is None:
        return None
    read = bare(target, language)
    if NEUTRAL[language].search(read):
        return None
    rest, count = _FIRST[language].subn("_", read)
    others = count_negations(rest, language)
    if count:
        is_there = others or count_weak(rest, language) or excuses(rest, language)
        return None if is_there or turned(source, find_negations(source, "en"), rest, ("en", language)) else two
    return two if others == 1 and _LIKELY[language].search(rest) and not count_weak(rest, language) else None


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _two(source: str) -> re.Match[str] | None:
    """Find the two, where nothing else in a source negates."""
    if len(source) > _LONGEST:
        return None
    low = folded(source)
    two = _TWO.search(low)
    if two is None or count_denials(source) > 1:
        return None
    rest = f"{low[: two.start('first')]}_{low[two.end('first') : two.start('no')]}_{low[two.end('no') :]}"
    return None if WEAK["en"].search(rest) or count_denials(rest) else _TWO.search(source)
