"""Count the acts of a list, "to train …, to mark … and to prosecute …": a translation may have one more or fewer."""

from __future__ import annotations

from collections.abc import Sequence

from tm.text.pattern import pattern

_LONGEST = 1200
"""Characters of texts that are looked at: a longer one is no sentence."""

_LEAST = 2
"""Acts behind the first, at least: of two, one may become a noun."""

_ENGLISH = pattern(
    r"(?:[,;]\s(?:and\s|or\s)?|\s(?:and|or)\s)(?:[a-z]+ly\s|not\s|also\s){0,2}"
    r"to\s(?!(?:date|this|that|the|a|an|their|its)\b)[a-z]+\b"
)
_FRENCH = r"(?:ne\spas\s|s[’']|se\s|en\s|y\s|l[’']|les?\s|la\s|leur\s|lui\s|mieux\s){0,2}\w{2,}(?:er|ir|re)\b"
_SPANISH = r"(?:no\s|mejor\s)?\w{2,}(?:[aei]r|[áéí]r)(?:se|los?|las?|les?|selos?)?\b"
_RUSSIAN = r"(?:не\s|\w+о\s)?\w{2,}(?:ть|ти|чь)(?:ся)?\b"
_NAMED = {
    "fr": (
        pattern(rf"(?:[,;]\s(?:et\s|ou\s)?|\s(?:et|ou)\s)à\s{_FRENCH}"),
        pattern(rf"(?:[,;]\s(?:et\s|ou\s)?|\s(?:et|ou)\s)d(?:e\s|[’']){_FRENCH}"),
    ),
    "es": (
        pattern(rf"(?:[,;]\s(?:[yeou]\s)?|\s[yeou]\s)a\s{_SPANISH}"),
        pattern(rf"(?:[,;]\s(?:[yeou]\s)?|\s[yeou]\s)(?:de\s)?{_SPANISH}"),
    ),
    "ru": (pattern(rf"(?:[,;]\s(?:и\s|или\s|а\sтакже\s)?|\s(?:и|или|а\sтакже)\s){_RUSSIAN}"),),
    "ar": (
        pattern(r"[،؛\s]\s?وب(?:أن|\w{3,})"),
        pattern(r"[،؛\s]\s?و(?:أن|ألا)(?!\w)"),
        pattern(r"[،؛\s]\s?وإلى(?!\w)"),
        pattern(r"[،؛\s]\s?وعلى(?!\w)"),
    ),
}
"""Acts behind the first, in each way in which the language may join them."""


def more_members(source: str, target: str, language: str) -> tuple[int, int] | None:
    """Give the place of the last act of a translation that has one more than its plain English source.

    >>> target = "Ils s’engagent à former les forces, à signaler les sites, à avertir l’ONU et à agir."
    >>> more_members("They undertake to train the forces, to mark sites and to act.", target, "fr")
    (73, 83)
    """
    wanted = _acts(source, language)
    found = _found(target, language) if wanted else ()
    return found[-1] if wanted and len(found) > len(wanted) else None


def fewer_members(source: str, target: str, language: str) -> tuple[int, int] | None:
    """Give the place of the last act of a plain English source of which its translation has one fewer, but a list.

    >>> target = "Ils s’engagent à former les forces et à agir."
    >>> fewer_members("They undertake to train the forces, to mark sites and to act.", target, "fr")
    (49, 60)
    """
    wanted = _acts(source, language)
    found = _found(target, language) if wanted else ()
    return wanted[-1] if found and len(found) < len(wanted) else None


def _acts(source: str, language: str) -> Sequence[tuple[int, int]]:
    """List the acts of a source behind the first; none where they are no list."""
    if language not in _NAMED or ", to " not in source or len(source) > _LONGEST:
        return ()
    found = [match.span() for match in _ENGLISH.finditer(source)]
    return found if len(found) >= _LEAST else ()


def _found(target: str, language: str) -> Sequence[tuple[int, int]]:
    """List the acts of a translation behind the first, in the way in which it joins most."""
    if len(target) > 2 * _LONGEST:
        return ()
    return max(([match.span() for match in form.finditer(target)] for form in _NAMED[language]), key=len)
