"""Compare the quarters of a year that two texts name: the first is not the second."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tm.checks.check import Fault
from tm.model.finding import Span

_ORDINALS = {
    "en": "first|1st second|2nd third|3rd fourth|4th",
    "fr": "premiers?|1er deuxièmes?|seconds?|2e|2ème troisièmes?|3e|3ème quatrièmes?|4e|4ème",
    "es": "primero?|1er|1[.]?º segundo|2[.]?º tercero?|3er|3[.]?º cuarto|4[.]?º",
    "ru": "перв[а-я]{2,3}|1(?:-[а-я]{1,3})?|I втор[а-я]{2,3}|2(?:-[а-я]{1,3})?|II"
    " трет[а-я]{2,4}|3(?:-[а-я]{1,3})?|III четв[её]рт[а-я]{2,3}|4(?:-[а-я]{1,3})?|IV",
    "zh": "一|1 二|2 三|3 四|4",
    "ar": "(?:ال)?[أا]ول الثاني الثالث الرابع",
}
"""How the first, second, third and fourth are called."""

_AND = {
    "en": r"(?:,\s|,?\s(?:and|or|to)\s(?:the\s)?)",
    "fr": r"(?:,\s|\s(?:et|ou|à|et\sau|et\sdu|et\sle)\s)",
    "es": r"(?:,\s|\s(?:y|o|a|y\sel|y\sdel|al)\s)",
    "ru": r"(?:,\s|\s(?:и|или|и\sво?)\s|[-–—])",
    "zh": r"(?:、|和|或|至|到|及|与)第?",
    "ar": r"(?:،\s|\s(?:و|أو\s|إلى\s))",
}
_NAMED = {
    "en": r"\b(?P<all>{all})\squarters?\b(?!-)",
    "fr": r"\b(?P<all>{all})\strimestres?\b",
    "es": r"\b(?P<all>{all})\strimestres?\b|\btrimestres?\s(?P<behind>{all})(?!\w)",
    "ru": r"\b(?P<all>{all})\sквартал[а-я]{{0,3}}\b",
    "zh": r"(?<![前十\d])第?(?P<all>{all})季度",
    "ar": r"(?:ال|لل)ربع(?:ين)?\s(?P<all>{all})(?!\w)",
}
_WORD = {"en": "quarter", "fr": "trimestre", "es": "trimestre", "ru": "квартал", "zh": "季度", "ar": "ربع"}
"""Quick to look for: most texts have no quarter."""


class _Quarter(NamedTuple):
    start: int
    end: int
    text: str
    which: int


def other_quarter(source: str, target: str, source_language: str, target_language: str) -> list[Fault]:
    """Say when a quarter has become another: one of the source is not in the translation, nor its one in the source.

    >>> [fault.message for fault in other_quarter("in the first quarter", "第二季度", "en", "zh")]
    ['the translation has 第二季度 where the source has first quarter']
    """
    if _WORD[source_language] not in source or _WORD[target_language] not in target:
        return []
    wanted, found = list(_quarters(source, source_language)), list(_quarters(target, target_language))
    here, there = {one.which for one in wanted}, {one.which for one in found}
    lost = [one for one in wanted if one.which not in there]
    added = [one for one in found if one.which not in here]
    if not lost or not added:
        return []
    message = f"the translation has {added[0].text} where the source has {lost[0].text}"
    return [Fault(message, Span(added[0].start, added[0].end), Span(lost[0].start, lost[0].end))]


def quarters(text: str, language: str) -> frozenset[int]:
    """Say which quarters a text names.

    >>> sorted(quarters("the first and second quarters", "en"))
    [1, 2]
    """
    return frozenset(one.which for one in _quarters(text, language)) if _WORD[language] in text else frozenset()


def _quarters(text: str, language: str) -> Iterator[_Quarter]:
    """Give each quarter that is named, also both of "the first and second quarters"."""
    named, ordinal = _patterns(language)
    for match in named.finditer(text):
        group = "all" if match["all"] else "behind"
        for one in ordinal.finditer(text, *match.span(group)):
            yield _Quarter(*match.span(), match[0], int(one.lastindex or 0))


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Give the patterns of named quarters, and of one ordinal, whose group says which."""
    forms = _ORDINALS[language].split()
    one = "|".join(f"(?:{form})" for form in forms)
    several = f"(?:{one})(?:{_AND[language]}(?:{one})){{0,3}}"
    edge = "" if language in {"zh", "ar"} else r"(?<!\w)"
    end = "" if language == "zh" else r"(?!\w)"
    single = "|".join(f"({form})" for form in forms)
    return (
        re.compile(_NAMED[language].format(all=several), re.IGNORECASE),
        re.compile(f"{edge}(?:{single}){end}", re.IGNORECASE),
    )
