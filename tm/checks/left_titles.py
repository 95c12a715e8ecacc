"""Titles and regions left in English in a translation: la Recommendation on the Ethics of …, Sub-Saharan Africa."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tm.text.pattern import pattern

_HEAD = (
    r"(?:Recommendation|Declaration|Convention|Agreement|Protocol|Charter|Covenant|Guidelines|(?:Guiding )?Principles"
    r"|(?:Plan|Programme) of Action|Strategy|Resolution|Statute|Treaty|Code of Conduct|(?:Standard )?Minimum Rules"
    r"|Ad Hoc Committee|Special (?:Committee|Rapporteur|Representative|Envoy)|Working Group|Group of Experts|Committee"
    r"|Commission|Conference|High-level Panel|Independent Expert|International (?:Day|Year|Decade)|Decade"
    r"|Global Compact|Model Law|Trust Fund|Department|Office|(?:Prime )?Ministers?|Ministry|Permanent Representative"
    r"|(?:Under-|Deputy |Assistant )?Secretary-General|Director-General|(?:Deputy )?High Commissioner|Government"
    r"|Republic)"
)
_NAME = r"[A-Z][A-Za-z'’-]*"
_LINK = r"(?:of|on|for|the|and|in|to|against|from|with|by|at|an?|into|as)"
_HEADED = pattern(
    rf"(?<![A-Za-z\d_“\"«(（《„/.>-])(?:(?:Open-ended|Intergovernmental|Joint|International|World|Optional|Special|Third|Second"
    rf"|Standing) )?{_HEAD} (?:of|on|for|against|relating to|concerning|regarding)(?:,? (?:{_LINK}|{_NAME}))+"
    r"(?![A-Za-z\d_/@”\"»》<-]|\.\w)"
)
"""The name of a text, body, day or office of the United Nations."""

_LONG = pattern(
    rf"[A-Z](?<![A-Za-z\d_“\"«(（《„/.:=>-].)[A-Za-z'’-]*(?:,? (?:{_LINK}|{_NAME})){{3,}}"
    r"(?![A-Za-z\d_/@”\"»》<(-]|[.:]\w)"
)
_LINKS = frozenset("of on for the against".split())
_OTHERS = frozenset(
    """
    Society Center Centre Institute Foundation Association Coalition Alliance Network Union Federation Fund Bank Company
    University School College Museum Library Church Front Movement Army Press Journal Review Lawyers Friends Watch
    Action Campaign Initiative Physicians Doctors Reporters Save Order Project Annals Lancet Times Post Corporation
    Ltd Inc Trust Team Club League Brigade Brigades Partnership Partners Forum House Act Bureau Agency Churches
    Airlines Airways Shipping Lines Assets Treasury Homeland Holdings Group Studies Research Jurists Economists
    """.split()
)
"""What is in names of others, who keep theirs in English."""

_KIND = {
    "fr": pattern(
        r"\b(?:navires?|pétrolier|bateau|film|sociétés?|entreprises?|journal|revue|ONG|organisations?|livre|ouvrage"
        r"|groupe)\s\Z"
    ),
    "es": pattern(
        r"\b(?:buques?|petrolero|barco|película|empresas?|compañía|periódico|revista|ONG|organización|libro|grupo)\s\Z"
    ),
    "ru": pattern(
        r"\b(?:судн|судов|танкер|корабл|теплоход|фильм|компани|фирм|организаци|газет|журнал|книг|НПО|групп|фонд|проект"
        r"|сериал)\w*\s\Z",
        re.IGNORECASE,
    ),
    "ar": pattern(r"(?:سفينة|ناقلة|قارب|فيلم|شركة|منظمة|صحيفة|مجلة|كتاب|جمعية|مؤسسة|فرقة|مجموعة)\s\Z"),
    "zh": pattern(r"(?:影片|电影|公司|杂志|报纸|组织|油轮|船|集团|一书|基金会)\s?\Z"),
}
"""Before a name: what has one of its own, a ship, a film, a company, a paper."""

_KIND_BEHIND = pattern(r"\s?(?:号|公司|杂志|集团|一书|基金会)")

_WIND = (
    r"(?:Sub-Saharan|(?:North|South|East|West|Central)(?:ern)?|South-?[Ee]ast(?:ern)?|North-?[Ee]ast(?:ern)?|Latin)[ -]"
    r"(?:and Central )?"
)
_PLACE = (
    rf"{_WIND}(?:Africa|Asia|America|Europe)|(?:Middle|Near|Far) East|Horn of Africa"
    r"|(?:Black|Red|Baltic|Caribbean|Mediterranean|Aral|Caspian) Sea|(?:Indian|Atlantic|Pacific|Arctic) Ocean"
    r"|Gulf of (?:Aden|Guinea)|Great Lakes region|Lake Chad [Bb]asin"
)
_REGION = pattern(rf"(?<![\w/.@-])(?:{_PLACE})(?![\w/@-])")
_IN_SCRIPT = pattern(
    rf"(?<![\w/.@-])(?<![A-Za-z] )(?:(?:the )?(?:{_PLACE})|Africa|Asia|Europe)(?![A-Za-z\d_/@-]|[ ,]{{1,2}}[A-Za-z])"
)
_PARTS = ("frica", "sia", "urope", "East", "America", " Sea", "Ocean", "Gulf", "Lake")
_BESIDE = pattern(r"[A-Z][\w'’.-]* \Z|\b(?:of|for|in|the|and) \Z"), pattern(r"[ -](?:[A-Z]|of |for |and )")
_NEAR = 24
"""Characters of the longest word beside a region."""

_LATIN = frozenset(("fr", "es"))
REGIONS = frozenset(
    f"{word}{sign}" for word in ("Africa", "America", "East", "Sea", "Ocean") for sign in ("", ",", ".", ";")
)
"""One of these words is in a text in Latin letters that has the name of a region in English."""


def left_titles(source: str, target: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield the places in a translation of titles and regions that stand so in its English source.

    >>> list(left_titles("in Sub-Saharan Africa today", "اليوم في Sub-Saharan Africa", "ar"))
    [(9, 27)]
    >>> list(left_titles("the Convention on the Law of the Sea", "la Convention on the Law of the Sea", "es"))
    [(3, 35)]
    """
    is_latin = language in _LATIN
    if " of " in target or " on " in target or " for " in target or " against " in target or "ing to " in target:
        for one in _HEADED.finditer(target):
            if one[0] in source and _OTHERS.isdisjoint(one[0].split()) and not _is_named(target, *one.span(), language):
                yield one.span()
        for one in () if is_latin else _LONG.finditer(target):
            if _is_title(one[0]) and one[0] in source and not _is_named(target, *one.span(), language):
                yield one.span()
    if any(map(target.__contains__, _PARTS)):
        found = _REGION if is_latin else _IN_SCRIPT
        for one in found.finditer(target):
            if one[0] in source and not (is_latin and _is_in_name(target, *one.span())):
                yield one.span()


def _is_title(wording: str) -> bool:
    """Say whether words are a title with two small words at least, and no name of an organization or a company."""
    words = wording.replace(",", "").split()
    return sum(word in _LINKS for word in words) > 1 and _OTHERS.isdisjoint(words)


def _is_named(target: str, start: int, end: int, language: str) -> bool:
    """Say whether the language says before a name, or in Chinese behind it, that it is a ship's or a company's."""
    if _KIND[language].search(target, max(0, start - _NEAR), start):
        return True
    return language == "zh" and _KIND_BEHIND.match(target, end) is not None


def _is_in_name(target: str, start: int, end: int) -> bool:
    return bool(_BESIDE[0].search(target, max(0, start - _NEAR), start) or _BESIDE[1].match(target, end))
