"""Count what negates in a text, and what may: the same for a source, a translation and their parts."""

from __future__ import annotations

import re
from functools import lru_cache

from tm.checks.lacks import lacks
from tm.checks.negations import GATES, LOOKALIKE, NEUTRAL, PLAIN, SURE, TWOFOLD, WEAK, WORDS
from tm.checks.negations_explained import kind_of
from tm.text.pattern import pattern
from tm.text.words import bare, words


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def find_negations(text: str, language: str) -> tuple[re.Match[str], ...]:
    """Find what a source negates: of another language than English, only verbs, as « sans danger » is “safe”."""
    if (language in WORDS and WORDS[language].isdisjoint(words(text))) or not GATES[language].search(text):
        return ()
    sought = _OF_SOURCE.get(language) or PLAIN[language]
    return tuple(sought.finditer(without_neutral(text, language)))


@lru_cache(maxsize=4096)
def count_denials(source: str) -> int:
    """Count what negates in an English source by itself, whatever it stands in: "no later than", too."""
    return 0 if WORDS["en"].isdisjoint(words(source)) else len(SURE["en"].findall(source))


_OF_SOURCE = {"en": SURE["en"], "ru": pattern(rf"{PLAIN['ru'].pattern}|\b[Нн]ет\b(?!\sв\sживых)")}
"""What a source negates, where that is more than a translation has by mistake only."""


@lru_cache(maxsize=4096)
def count_weak_of_source(text: str, language: str) -> int:
    """Count the words of a source that may stand for a negation."""
    return len(WEAK[language].findall(without_neutral(text, language)))


def count_known(source: str, target: str, language: str) -> int:
    """Count the words of an English source that may stand for a negation, and explain such of its translation.

    >>> count_known("stateless persons", "il est impossible", "fr")
    0
    >>> count_known("the free press", "la presse libre", "fr")
    1
    """
    theirs = [match[0] for match in WEAK["en"].finditer(without_neutral(source, "en"))]
    ours, known = [match[0] for match in WEAK[language].finditer(target)] if theirs else [], 0
    for word in theirs:
        kind = kind_of(word, "own", "like", "prefix")
        own = next((one for one in ours if kind is None or kind[language].match(one)), None)
        known += own is not None or kind is None
        if own is not None and kind is not None:
            ours.remove(own)
    return known


@lru_cache(maxsize=256)  # of a source all that speaks of negations asks
def without_neutral(text: str, language: str) -> str:
    """Blank the phrases that only look like negations, so that nothing moves."""
    return NEUTRAL[language].sub(lambda match: "_" * len(match[0]), text)


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def find_lacks(source: str) -> tuple[re.Match[str], ...]:
    """Find what an English source says is lacking; two negations, not impossible, are none, but "not unless" is one."""
    found = lacks(source)
    if not found:
        return ()
    text = without_neutral(source, "en")
    return tuple(one for one in found if text[one.start()] != "_" or one[0].casefold() == "unless")


_NI = {
    "fr": pattern(r"(?<=[a-zà-ÿ»,]\s)ni\s(?!pouvoir\b)"),
    "es": pattern(r"(?<=[a-zà-ÿ”»,]\s)ni\s(?!siquiera\b|una?\b|mucho\b)"),
}
"""What goes on with a negation, and is none without another one before it."""


_WITH = pattern(r"\b(?:ne|ni|sans|pas|non)\b|\bn['’]", re.IGNORECASE)
_BARE = pattern(
    r"\w\s(?:\w{1,6}\s)?(?:(?<!\bet\s)aucune?\s"
    r"|aucune?\s(?!(?:en|par|depuis|après|ensuite|dans|pour|chez|à|au|aux|avec|cette)\b))\w"
)
"""« Aucun » behind other words negates nothing without « ne », but « et aucun depuis » does."""


@lru_cache(maxsize=256)  # of a translation several ask
def count_negations(target: str, language: str) -> int:
    """Count the negations of a translation; « ne … pas » is one, and 非政府组织 none.

    >>> count_negations("NE PAS ENTRER", "fr"), count_negations("非政府组织", "zh")
    (1, 0)
    """
    if language == "ar":
        target = bare(target, language)
    if language in LOOKALIKE:
        target = LOOKALIKE[language].sub(lambda match: "_" * len(match[0]), target)
    found = len(SURE[language].findall(target))
    if found and language == "fr" and not _WITH.search(target):
        found -= len(_BARE.findall(target))
    if found == 1 and language in _NI and _NI[language].search(target):
        return 0
    return found - len(TWOFOLD[language].findall(target)) if found > 1 and language in TWOFOLD else found


def count_weak(target: str, language: str) -> int:
    """Count the words of a translation that may stand for a negation."""
    return len(WEAK[language].findall(bare(target, language)))


_ONLY = {
    "fr": pattern(r"\b(?:ne\s|n['’])(?![^,;.]{0,60}\b(?:pas|jamais)\b)[^,;.]{1,60}\s(?:que\b|qu['’])", re.IGNORECASE),
    "es": pattern(r"\bno\b[^,;.]{1,60}\s(?:más\sque|sino)\b", re.IGNORECASE),
}
"""What says "not without" with one negation: « ne peut être prolongée que sous contrôle »."""


def may_stand(target: str, language: str, known: int = 0) -> bool:
    """Say whether anything in a translation may stand for a negation, or make one of two: « ne … que ».

    Args:
        known: how many words that may are the source's own: incompatible.
    """
    return count_weak(target, language) > known or bool(NEUTRAL[language].search(target)) or is_only(target, language)


def is_only(target: str, language: str) -> bool:
    """Say whether a translation says so of "only": « ne s’applique qu’à »."""
    return language in _ONLY and _ONLY[language].search(target) is not None


def says_only(source: str, target: str, language: str) -> bool:
    """Say whether a translation negates to say "only", which its English source does: « ne … qu’en dernier recours ».

    >>> says_only("It was only a start.", "Ce n’était qu’un début.", "fr")
    True
    """
    if not _SAYS_ONLY.search(source):
        return False
    return is_only(target, language) or (language == "ar" and _EXCEPT.search(target) is not None)


_SAYS_ONLY = pattern(r"(?<!not\s)\bonly\b|\b(?:solely|exclusively)\b")
_EXCEPT = pattern(r"(?<!\w)[وف]?(?:لم|لا|لن|ألا|ليس)\s[^،.]{1,40}\s(?:إلا|سوى)(?!\w)")
