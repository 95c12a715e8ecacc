"""Tell what translations say by opposites: "not complex" as « simple », "persist" as « ne pas cesser »."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache

from tm.checks.tables import read_table
from tm.text.literals import ByLiterals
from tm.text.pattern import pattern
from tm.text.words import bare, folded

_NEAR = 0.3
"""Part of a text by which an opposite may stand elsewhere than the negation."""

_REACH = 45
"""Characters by which it may do so in any text."""

_SHORT = 160
"""Characters of a translation in which some opposites may stand anywhere."""

_MAY = re.compile(r"\bmay\b", re.IGNORECASE)
_FORBIDS = pattern(
    r"interdi|prohib|oppos|refus|exclu|empêch|défen|prohíb|veda|rechaz|opon|impid|imped"
    r"|запре|воспрещ|исключ|препят|возраж|противор|禁|反对|拒|排除|妨|阻|حظر|محظور|منع|ممنوع|حرم|عارض|يعترض|رفض|استبعد",
    re.IGNORECASE,
)
"""What may be denied by "may", in languages other than English."""

_BETWEEN = r"(?:(?!and\s|but\s|which\s)[\w’'-]+,?\s){1,5}?"
"""The negation, and up to four words before what it negates."""


def turned(source: str, negations: Sequence[re.Match[str]], target: str, languages: tuple[str, str]) -> int:
    """Count the negations that may be said by an opposite, each by the opposites of what it negates.

    >>> turned("It is not complex.", [re.search("not", "It is not complex.")], "C’est simple.", ("en", "fr"))
    1

    Args:
        languages: the codes of the source's and the target's language, one of which is English.
    """
    theirs, ours = languages
    target = bare(target, ours)
    if theirs != "en":
        return len(negations) if ours == "en" and _is_turned_back(source, target, theirs) else 0
    if ours not in _BEHIND:
        return 0
    kinds = _both("negation", ours, source, target)
    return sum(1 for match in negations if _is_turned(source, match, target, ours, kinds))


def _is_turned_back(source: str, target: str, language: str) -> bool:
    """Say whether an English translation has an opposite that the source does not have: « pas complexe » as "simple".

    Of "approved", which the source has, too (n’a pas approuvé), the negation is lost; and "may" is none of « ne peut »,
    only of what forbids or opposes.
    """
    read = bare(source, language)
    target = target if _FORBIDS.search(read) else _MAY.sub("", target)
    kinds = zip(_said("negation", "said"), _said("negation", language), strict=True)
    return any(english.search(target) and not own.search(read) for english, own in kinds)


def _is_turned(source: str, match: re.Match[str], target: str, language: str, kinds: Sequence[int]) -> bool:
    """Say whether an opposite stands in the translation about where the negation stands in the source."""
    place = match.start() / len(source) * len(target)
    reach = max(_REACH, _NEAR * len(target))
    start, end = max(0, int(place - reach)), int(place + reach)
    is_short = len(target) < _SHORT
    english, others, is_free = _english("negation"), _said("negation", language), _free("negation")
    for kind in kinds:
        negated, said, own, is_anywhere = english[kind], others[kind], _said("negation", "said")[kind], is_free[kind]
        denied = _denied(negated, source, match)
        if denied is None:
            continue
        span = (0, len(target)) if is_short and is_anywhere else (start, end)
        if said.search(target, *span) and not _is_own(own, source, denied, len(said.findall(target))):
            return True
    return False


def _both(table: str, language: str, source: str, target: str) -> Sequence[int]:
    """Give the places of the kinds of which both texts have letters."""
    there = frozenset(_letters(table, language).of(folded(target)))
    return [kind for kind in _letters(table, "en").of(folded(source)) if kind in there]


def _denied(negated: re.Pattern[str], source: str, match: re.Match[str]) -> re.Match[str] | None:
    """Find what a negation denies if it is of a kind: behind it, or with words before it, as in "only one has not"."""
    if negated in _around():
        found = (one for one in negated.finditer(source) if one.start() <= match.start() < one.end())
        return next(found, None)
    return negated.match(source, match.start())


def _is_own(own: re.Pattern[str], source: str, denied: re.Match[str], count: int) -> bool:
    """Say whether the source has the opposite, too, apart from what it denies: an open wound for "do not close"."""
    return sum(1 for one in own.finditer(source) if not denied.start() <= one.start() < denied.end()) >= count


def is_rounded(source: str, target: str, language: str) -> bool:
    """Say whether an English lack is said the other way round: "few failed to reply" as « presque tous ».

    >>> is_rounded("Only a few States failed to reply.", "Presque tous les États ont répondu.", "fr")
    True
    """
    if language not in _BEHIND:
        return False
    english, others = _english("lack"), _said("lack", language)
    kinds = _both("lack", language, source, target)
    return any(english[kind].search(source) and others[kind].search(target) for kind in kinds)


def is_turned_into(source: str, target: str, start: int, language: str) -> bool:
    """Say whether a negation of the translation denies the opposite of an English word: "persist", « ne cesse pas ».

    >>> is_turned_into("If symptoms persist, call.", "Si los síntomas no desaparecen, llame.", 16, "es")
    True

    Args:
        start: where the negation begins in the translation.
    """
    read = bare(target, language)
    denial = bare(target[start : start + _BEHIND[language]], language)
    denied, words, is_free = _said("added", language), _english("added"), _free("added")
    return any(
        denied[kind].search(read if is_free[kind] else denial) and words[kind].search(source)
        for kind in _both("added", language, source, read)
    )


_BEHIND = {"fr": 30, "es": 25, "ru": 28, "ar": 25, "zh": 5}
"""Characters behind a negation in which what it denies is sought."""


@cache
def _tables() -> dict[str, dict[str, dict[str, str]]]:
    tables: dict[str, dict[str, dict[str, str]]] = read_table("antonyms.toml")
    return tables


def _kinds(table: str) -> Collection[dict[str, str]]:
    return _tables()[table].values()


@cache
def _letters(table: str, language: str) -> ByLiterals[int]:
    """Tell by their letters which kinds may be in a text without case."""
    whole = ("around", "whole") if language == "en" else ()
    forms = (next(kind[name] for name in (*whole, language) if name in kind) for kind in _kinds(table))
    return ByLiterals((form.lower(), place) for place, form in enumerate(forms))


@cache
def _free(table: str) -> Sequence[bool]:
    """Say of each kind of opposites whether they may stand anywhere in a short translation: forbidden, former."""
    return tuple(bool(kind.get("anywhere")) for kind in _kinds(table))


@cache
def _around() -> frozenset[re.Pattern[str]]:
    """Give the English patterns that may begin before the negation."""
    kinds = zip(_kinds("negation"), _english("negation"), strict=True)
    return frozenset(negated for kind, negated in kinds if kind.get("around"))


@cache
def _english(table: str) -> Sequence[re.Pattern[str]]:
    """Give what English has of each kind; what is negated is matched from where the negation begins."""
    start = _BETWEEN if table == "negation" else r"(?<!\w)"
    forms = (kind.get("around") or kind.get("whole") or f"{start}(?:{kind['en']})" for kind in _kinds(table))
    return tuple(pattern(form, re.IGNORECASE) for form in forms)


@cache
def _said(table: str, language: str) -> Sequence[re.Pattern[str]]:
    """Give the opposites of each kind, in letters only from the beginning of a word."""
    edge = {"zh": "", "ar": r"(?<!\w)[وفبلك]{0,2}(?:ال|لل)?"}.get(language, r"(?<!\w)")
    forms = (kind[language] for kind in _kinds(table))
    return tuple(pattern(f"{edge}(?:{form})", re.IGNORECASE, letters=form) for form in forms)
