"""Tell agreed terms that are taken for each other: refugees for displaced persons, peacekeeping for peacebuilding."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from tm.checks.check import Fault
from tm.checks.tables import read_table
from tm.model.finding import Span
from tm.text.beginnings import ByBeginning
from tm.text.literals import may_be_in
from tm.text.pattern import pattern

_LONGEST = 600
"""Characters of sources that are looked at: longer ones say the same thing in several ways."""


class _Term(NamedTuple):
    kind: str
    forms: dict[str, str]
    """What the file has, by its names."""

    def named(self, language: str) -> re.Pattern[str]:
        return _pattern(self.forms[language], language)

    def kept(self, language: str) -> re.Pattern[str]:
        """Give it with what may stand for it, too, but is not sure to; in English, what may be meant by it."""
        also = self.forms.get("also" if language == "en" else f"{language}_also")
        return _pattern(f"{self.forms[language]}|{also}" if also else self.forms[language], language)

    def may_be_in(self, text: str, language: str) -> bool:
        return may_be_in(_spaced(self.forms[language]), text)


def may_have_terms(source: str) -> bool:
    """Say whether an English source has a term that is taken for others."""
    return len(source) <= _LONGEST and bool(_named(source))


def other_term(source: str, target: str, language: str) -> list[Fault]:
    """Say when a term of the English source is not there, and another of its kind, which the source lacks, is.

    >>> [fault.message for fault in other_term("Peacebuilding Fund", "Fonds pour le maintien de la paix", "fr")]
    ['the translation has maintien de la paix where the source has Peacebuild']
    """
    if len(source) > _LONGEST:
        return []
    for term, match in _named(source):
        if language not in term.forms:
            continue
        others = [other for other in _of_kind(term.kind) if other is not term and other.may_be_in(target, language)]
        if not others or term.kept(language).search(target):
            continue
        for other in others:
            there = other.named(language).search(target)
            if there and not other.kept("en").search(source):
                message = f"the translation has {there[0].strip()} where the source has {match[0].strip()}"
                return [Fault(message, Span(*there.span()), Span(*match.span()))]
    return []


@cache
def _of_kind(kind: str) -> Sequence[_Term]:
    return [term for term in _terms() if term.kind == kind]


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _named(source: str) -> tuple[tuple[_Term, re.Match[str]], ...]:
    return tuple((term, match) for term in _by_beginning().of(source) if (match := term.named("en").search(source)))


@cache
def _by_beginning() -> ByBeginning[_Term]:
    forms = (forms["en"] for terms in _kinds().values() for forms in terms.values())
    return ByBeginning(zip(forms, _terms(), strict=True))


@cache
def _kinds() -> dict[str, dict[str, dict[str, str]]]:
    table: dict[str, dict[str, dict[str, str]]] = read_table("confused.toml")
    return table


@cache
def _terms() -> tuple[_Term, ...]:
    return tuple(_Term(kind, forms) for kind, terms in _kinds().items() for forms in terms.values())


@cache
def _pattern(form: str, language: str) -> re.Pattern[str]:
    spaced = _spaced(form)
    edge = {"zh": "", "ar": r"(?<!\w)[وفبلك]{0,2}"}.get(language, r"(?<!\w)")
    return pattern(f"{edge}(?:{spaced})", letters=spaced)


@cache
def _spaced(form: str) -> str:
    return form.replace(" ", r"\s")
