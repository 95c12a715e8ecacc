"""Compare the ranks of posts: a Vice-Chair is no Chair, an Under-Secretary-General no Assistant one."""

from __future__ import annotations

import re
from functools import lru_cache

from tm.checks.check import Fault
from tm.model.finding import Span
from tm.text.pattern import pattern

_MAYBE = pattern(
    r"Deputy|Vice|Under-|Assistant|Associate|Chair|President|Secretary-General|Minister|Director|Representative|Rapporteur"
    r"|Commissioner|Prosecutor|Commander|Governor"
)
_POST = (
    r"(?:Executive\s|Permanent\s|Special\s|High\s|Force\s|Prime\s|Police\s|Regional\s|Managing\s|Resident\s)?(?:Chair(?:man|person|woman)?"
    r"|President|Secretary-General|Minister|Director(?:-General)?|Representative|Envoy|Commissioner|Prosecutor|Commander"
    r"|Administrator|Rapporteur|Registrar|Governor|Head|Chief|Secretary|Coordinator|Ambassador|Mayor|Speaker)"
)
_BELOW = pattern(
    rf"\b(?:Deputy|Vice|Under|Assistant|Associate|Alternate|Acting|Sub)[\s-]{_POST}s?\b|\b[Vv]ice-(?!versa)[a-z]{{4,}}"
)
_ABOVE = pattern(rf"\b{_POST}s?\b")
_HINT = pattern(
    r"\b(?:deput|vice|under-|assistant|associate|alternate|acting|sub-|junior|second|aide|substitut|adviser|helper)",
    re.IGNORECASE,
)


def _words(*lists: str) -> re.Pattern[str]:
    return pattern(rf"\b(?:{'|'.join(' '.join(lists).split())})", re.IGNORECASE)


_LOWER = {
    "fr": _words(
        r"vice- sous- adjointe?s?\b suppl[ée]ante?s?\b assistante?s?\b par\sint[ée]rim associ[ée]e?s?\b intérimaire"
    ),
    "es": _words(
        r"vice\w{4,} sub\w{4,} adjunt[oa]s?\b suplentes?\b auxiliar asistentes?\b interin[oa]s?\b asociad[oa]s?\b"
        r" en\sfunciones encargad[oa]s?\b"
    ),
    "ru": _words(r"заместител\w+ зам\b вице-\w+ помощни\w+ исполняющ\w+ врио\b и\.\s?о\. ассоцииров\w+ товарищ\w*"),
    "zh": pattern("副|助理|代理|协理|候补|次长|次官|署理"),
    "ar": pattern("نائب|نواب|نيابة|وكيل|وكلاء|وكالة|مساعد|معاون|بالإنابة|بالنيابة|مناوب"),
}
"""What says that somebody stands below, or in for, the holder of a post."""

_VICE = {
    "fr": pattern(r"\b[Vv]ice-(?:[Pp]résiden|[Mm]inistr|[Ss]ecrétaire)\w*"),
    "es": pattern(r"\b[Vv]ice(?:president|presidenci|ministr|secretari)\w*"),
    "ru": pattern(
        r"\b(?:[Зз]аместител\w+\s(?:[Пп]редседател|[Мм]инистр|[Гг]енеральн|[Дд]иректор)\w*|[Вв]ице-(?:през|предс|мин)\w*)"
    ),
    "zh": pattern("副(?:主席|秘书长|部长|总统|主任|代表)"),
    "ar": pattern(r"(?:نائب[ةا]?|نواب)\s(?:ال)?(?:رئيس|وزير|أمين|مدير)\w*"),
}
"""Those that are called so beyond doubt."""

_SG = "Secretary-General"
_USG, _ASG, _DSG = "Under-Secretary-General", "Assistant Secretary-General", "Deputy Secretary-General"
_SECRETARIES = {
    "en": (
        r"Under-Secretar(?:y|ies)-General",
        r"Assistant\sSecretar(?:y|ies)-General",
        r"Deputy\sSecretary-General",
    ),
    "fr": (
        r"(?<!ice-)[Ss]ecrétaires?\sgénérale?s?\sadjointe?s?|[Ss]ecrétaires?\sgénéraux\sadjoints",
        r"[Ss]ous-[Ss]ecrétaires?\sgénér\w+",
        r"[Vv]ice-[Ss]ecrétaire\sgénérale?",
    ),
    "es": (
        r"[Ss]ecretari[oa]s?\s[Gg]eneral(?:es)?\s[Aa]djunt[oa]s?",
        r"[Ss]ubsecretari[oa]s?\s[Gg]eneral(?:es)?",
        r"[Vv]icesecretari[oa]\s[Gg]eneral",
    ),
    "ru": (
        r"(?<!ервый\s)(?<!ервого\s)(?<!ервым\s)(?<!ервому\s)(?<!ервом\s)[Зз]аместител\w+\sГенерального\sсекретаря",
        r"[Пп]омощник\w*\sГенерального\sсекретаря",
        r"[Пп]ерв\w{2,3}\sзаместител\w+\sГенерального\sсекретаря",
    ),
    "zh": ("(?<!常务)副秘书长", "助理秘书长", "常务副秘书长"),
    "ar": (
        r"وكيل[ةا]?\s(?:ل?ل?أمين\sالعام|الأمين\sالعام|الأمينة\sالعامة)|وكلاء\sالأمين\sالعام",
        r"(?:الأمين\sالعام|الأمينة\sالعامة|الأمناء\sالعام\w+|أمين\w?\sعام\w?)\s(?:ال)?مساعد\w*"
        r"|مساعد\w?\sالأمين\sالعام",
        r"نائب[ةا]?\sالأمين\sالعام",
    ),
}
"""The three below the Secretary-General."""

_OF = {
    language: dict(zip((_USG, _ASG, _DSG), map(pattern, ranks), strict=True))
    for language, ranks in _SECRETARIES.items()
}


def other_rank(source: str, target: str, language: str) -> list[Fault]:
    """Say when a post of the English source has become one above it or below it.

    >>> [fault.message for fault in other_rank("The Vice-Chair spoke.", "Le Président prend la parole.", "fr")]
    ['nothing in the translation says that it is a Vice-Chair']
    """
    if language not in _LOWER or not may_have_posts(source):
        return []
    if found := _other_secretary(source, target, language):
        return found
    below = _BELOW.search(source)
    if below:
        if _LOWER[language].search(target):
            return []
        return [Fault(f"nothing in the translation says that it is a {below[0]}", None, Span(*below.span()))]
    vice = _VICE[language].search(target)
    if vice and not _HINT.search(source) and _ABOVE.search(source):
        return [Fault(f"the translation has {vice[0]}, and the source no deputy", Span(*vice.span()))]
    return []


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def may_have_posts(source: str) -> bool:
    """Say whether an English source may name a post."""
    return _MAYBE.search(source) is not None


def _other_secretary(source: str, target: str, language: str) -> list[Fault]:
    """Compare the ranks below the Secretary-General, of which each language has names of its own."""
    theirs = {rank: match for rank, pattern in _OF["en"].items() if (match := pattern.search(source))}
    head = source.find(_SG)
    if not theirs and (head < 0 or _HINT.search(source)):
        return []
    ours = {rank: match for rank, pattern in _OF[language].items() if (match := pattern.search(target))}
    if ours and not theirs:
        rank, now = next(iter(ours.items()))
        message = f"the translation has {now[0]} ({rank}) where the source has the {_SG}"
        return [Fault(message, Span(*now.span()), Span(head, head + len(_SG)))]
    lost, added = [rank for rank in theirs if rank not in ours], [rank for rank in ours if rank not in theirs]
    if not lost or not added:
        return []
    was, now = theirs[lost[0]], ours[added[0]]
    message = f"the translation has {now[0]} ({added[0]}) where the source has {was[0]}"
    return [Fault(message, Span(*now.span()), Span(*was.span()))]
