"""Negations of a sentence, where others of the text must not stand for them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from tm.checks.negations import GATES
from tm.checks.sentence_count import wide
from tm.checks.sentences import sentence_ends
from tm.text.pattern import pattern

_MOST = 6
"""Sentences of a text that are looked at one by one."""

_SLACK, _UNLIKE = 10, 0.5
"""Characters added to both sides, and by how much two sentences differ that may not be each other's, as a logarithm."""

_UNTIL = {
    "fr": pattern(r"\btant\squ[^,;.]*", re.IGNORECASE),
    "es": pattern(r"\b(?:hasta\s(?:que|tanto)|mientras|en\stanto)\b[^,;.]*", re.IGNORECASE),
    "ru": pattern(r",?\s(?:до\sтех\sпор,?\s)?пока\b[^,;.]*", re.IGNORECASE),
    "ar": pattern(r"(?<!\w)(?:ما\sدام|طالما|ما\sلم)[^،؛.]*"),
}
"""Clauses that say "until" with a negation of their own: « tant que … ne »."""

_WAITS = {
    "fr": pattern(
        r"\b(?:atten|avant|patient|une\sfois|d['’]abord|après|évit|dès|rest|demeur|gard|laiss|maint|conserv)",
        re.IGNORECASE,
    ),
    "es": pattern(
        r"\b(?:esper|aguard|antes|una\svez|primero|después|evit|solo|cuando|perman|qued|mant|sig[au]|conserv|guard|dej)",
        re.IGNORECASE,
    ),
    "ru": pattern(
        r"\b(?:подожд|дожд|жд|прежде|сначала|после|избег|только|лишь|оста[внё]|сохран|держ|храни)", re.IGNORECASE
    ),
    "ar": pattern(r"انتظ|قبل|بعد|أولا|تجنب|إلا|امتنع|ابق|بقاء|اترك|احتفظ|حافظ|ظل"),
}
"""Other words for what may not be done until something else is."""

_UNLESS = {
    "fr": pattern(
        r"\b(?:à\smoins\s(?:que|qu['’]|de|d['’])|sauf\s(?:si|s['’]|en|lorsqu|quand|sur|autoris|dispos|indic|avis|accord)"
        r"|si\s(?=[^,;.]*\b(?:ne\b|n['’]))|sans\s)[^,;.]*",
        re.IGNORECASE,
    ),
    "es": pattern(
        r"\b(?:a\smenos\sque|a\sno\sser|salvo|excepto|si\s(?=no\b)|sin\s|mientras\sno\b)[^,;.]*", re.IGNORECASE
    ),
    "ru": pattern(
        r"\b(?:если\b(?=[^,;.]*\bне\b)|кроме|за\sисключением|без\b|пока\b(?=[^,;.]*\bне\b))[^,;.]*(?:,\s(?:когда|как|если)\b[^,;.]*)?",
        re.IGNORECASE,
    ),
    "ar": pattern(r"(?<!\w)(?:ما\sلم|إلا|ب?دون|بغير)(?!\w)[^،؛.]*"),
    "zh": pattern("(?:除非|除|如无|如未|若非|未经|未获|没有)[^，,。；]*(?:，否则)?"),
}
"""Clauses that say "unless" with a negation of their own: « à moins que … ne », 未经允许."""

_NOT_UNLESS = pattern(
    r"\b(?P<no>not\b(?!\s(?:only|merely|just|simply|solely)\b)|never\b|cannot\b|no\b|none\b|nobody\b|nothing\b|neither\b|\w+n['’]t\b)(?=[^.;]{1,120}\bunless\b)",
    re.IGNORECASE,
)

_CLAUSES = {
    "en": pattern(r"[,;]\s(?:(?:and|but|or)\s)?|\s(?:and|but)\s"),
    "fr": pattern(r"[,;]\s(?:(?:et|mais|ou)\s)?|\s;\s|\s(?:et|mais)\s"),
    "es": pattern(r"[,;]\s(?:(?:y|e|pero|o)\s)?|\s(?:[ye]|pero)\s"),
    "ru": pattern(r"[,;]\s(?:(?:и|а|но|или)\s)?|\s(?:и|но)\s"),
    "ar": pattern(r"[،؛]\s|\s(?=و(?:ال|لا|لم|لن|ليس|ينبغي|يجب|يجوز|يمكن|أن|قد|إن|هو|هي|هم))|\s(?=ولكن)"),
    "zh": pattern("[，；]"),
}
"""Where the clauses of a sentence part; in Chinese only where a sign does."""

_SEMICOLON = pattern(r"[;；؛](?=\s*\w)")

_THAT = {
    "en": pattern(r",\sthat\b|,?\sand\sthat\b"),
    "fr": pattern(r",\squ(?:e\b|['’])|,?\set\squ(?:e\b|['’])"),
    "es": pattern(r",\s(?:(?:de|por|en|a)\s)?que\b|,?\s[ye]\s(?:(?:de|por|en|a)\s)?que\b"),
    "ru": pattern(r",\s(?:о\sтом,\s)?что(?:бы)?\b|,?\sи\s(?:о\sтом,\s)?что(?:бы)?\b"),
    "ar": pattern(r"،?\s(?=و(?:ب|ل|إلى\s|من\s|على\s|عن\s)?أن\w{0,3}\s)"),
}
"""Where what is said in one sentence parts: the Committee noted that …, that … and that …"""

_MOST_CLAUSES, _CLAUSE = 3, 12
"""Clauses of a sentence that are looked at one by one, and characters of English that each has."""

_FORBIDS = pattern(
    r"(?:please,?\s)?(?:do\s|you\s(?:should|must|may|shall)\s)?(?P<no>not\b|never\b|don['’]t\b)", re.IGNORECASE
)


def sentences(source: str, target: str, languages: tuple[str, str]) -> Iterator[tuple[int, str, str]]:
    """Give the sentences of an English text that negate and are translated by one, with where they begin in it.

    >>> [one for _, one, _ in sentences("It met. It did not vote.", "Il s’est réuni. Il n’a pas voté.", ("en", "fr"))]
    ['It did not vote.']
    """
    target = target.strip()
    source_ends, target_ends = _ends(source.rstrip(), target)
    if not 0 < len(source_ends) == len(target_ends) < _MOST:
        return
    for (start, end), (first, last) in zip(
        pairwise((0, *source_ends, len(source))), pairwise((0, *target_ends, len(target))), strict=True
    ):
        if not GATES["en"].search(source, start, end):
            continue
        theirs, ours = source[start:end], target[first:last]
        lengths = wide(theirs, *languages), wide(ours, languages[1], languages[0])
        if abs(math.log((lengths[1] + _SLACK) / (lengths[0] + _SLACK))) < _UNLIKE:
            lead = len(theirs) - len(theirs.lstrip())
            yield start + lead, theirs.strip(), ours.strip()


def _ends(source: str, target: str) -> tuple[Sequence[int], Sequence[int]]:
    """Give where the sentences of both texts end; so do parts between semicolons, if both have as many of these."""
    ends = sentence_ends(source), sentence_ends(target)
    if ";" in source:
        parts = [[match.end() for match in _SEMICOLON.finditer(text)] for text in (source, target)]
        if len(parts[0]) == len(parts[1]):
            return sorted({*ends[0], *parts[0]}), sorted({*ends[1], *parts[1]})
    return ends


def clauses(source: str, target: str, languages: tuple[str, str]) -> Sequence[tuple[int, str, str]]:
    """Give the clauses of an English sentence with where they begin and their translations, if those may be in order.

    >>> [its for _, _, its in clauses("It does not work, and it never will.", "它不起作用，也永远不会。", ("en", "zh"))]
    ['它不起作用', '也永远不会。']
    """
    theirs = _clauses(source, _CLAUSES[languages[0]])
    if not 1 < len(theirs) <= _MOST_CLAUSES:
        return ()
    return _paired(theirs, _clauses(target, _CLAUSES[languages[1]]), (source, target), languages)


def contents(source: str, target: str, languages: tuple[str, str]) -> Sequence[tuple[int, str, str]]:
    """Give what an English sentence says that something is, "that …, that … and that …", as `clauses` does.

    >>> text = "Elle a noté que le poste était vacant et que rien n’avait été fait."
    >>> source = "It noted that the post was vacant and that nothing had been done."
    >>> [its for _, _, its in contents(source, text, ("en", "fr"))]
    ['Elle a noté que le poste était vacant', ' rien n’avait été fait.']
    """
    if languages[1] not in _THAT:
        return ()
    theirs, ours = _clauses(source, _THAT[languages[0]]), _clauses(target, _THAT[languages[1]])
    if len(ours) == len(theirs) + 1:  # a comma stands in Russian before the first one, too
        ours = [(ours[0][0], ours[1][1]), *ours[2:]]
    return _paired(theirs, ours, (source, target), languages)


def _paired(
    theirs: Sequence[tuple[int, int]],
    ours: Sequence[tuple[int, int]],
    texts: tuple[str, str],
    languages: tuple[str, str],
) -> Sequence[tuple[int, str, str]]:
    """Give the texts of as many clauses on both sides, each about as long as its translation."""
    if not 1 < len(theirs) == len(ours):
        return ()
    found = []
    for (start, end), (first, last) in zip(theirs, ours, strict=True):
        one, its = texts[0][start:end], texts[1][first:last]
        lengths = wide(one, *languages), wide(its, languages[1], languages[0])
        if lengths[0] < _CLAUSE or abs(math.log((lengths[1] + _SLACK) / (lengths[0] + _SLACK))) >= _UNLIKE:
            return ()
        found.append((start, one, its))
    return found


@lru_cache(maxsize=256)  # a source is read once for all languages of its document
def _clauses(text: str, cut: re.Pattern[str]) -> Sequence[tuple[int, int]]:
    parts = [match.span() for match in cut.finditer(text)]
    return list(zip((0, *(end for _, end in parts)), (*(start for start, _ in parts), len(text)), strict=True))


def forbids_until(source: str) -> re.Match[str] | None:
    """Find the negation of an English sentence that forbids something until something else is so.

    >>> forbids_until("Do not enter until the lights are on.")["no"]
    'not'
    """
    return _FORBIDS.match(source) if "until" in source else None


def without_until(target: str, language: str) -> str | None:
    """Give a translation without the clause that says "until"; None where it has none, or says that one has to wait."""
    if language not in _UNTIL or _WAITS[language].search(target):
        return None
    rest, count = _UNTIL[language].subn("", target)
    return rest if count else None


def denies_unless(source: str) -> re.Match[str] | None:
    """Find the last negation of an English sentence that denies something unless something else is so.

    >>> denies_unless("It may not be used unless the lights are on.")["no"]
    'not'
    """
    found = list(_NOT_UNLESS.finditer(source)) if "unless" in source else []
    return found[-1] if found else None


def unless_of(target: str, language: str) -> re.Match[str] | None:
    """Find the last clause of a translation that says "unless" with a negation of its own.

    >>> unless_of("Utilisez-le, à moins qu’il ne pleuve.", "fr")[0]
    'à moins qu’il ne pleuve'
    """
    found = list(_UNLESS[language].finditer(target)) if language in _UNLESS else []
    return found[-1] if found else None


def without_unless(target: str, language: str) -> str | None:
    """Give a translation without the clause that says "unless"; None where it has none.

    >>> without_unless("Utilisez-le, à moins qu’il ne pleuve.", "fr")
    'Utilisez-le, .'
    """
    if language not in _UNLESS:
        return None
    rest, count = _UNLESS[language].subn("", target)
    return rest if count else None
