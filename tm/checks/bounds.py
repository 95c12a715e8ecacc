"""Compare what numbers are the bounds of: at least 30 days are not « au plus 30 jours »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tm.checks.check import Fault
from tm.model.finding import Span
from tm.text.literals import may_be_in
from tm.text.number import Form, Number, Value
from tm.text.numbers import find_numbers
from tm.text.pattern import pattern
from tm.text.words import folded, words

WORDS = frozenset(
    "least less fewer more most maximum minimum over older excess exceed exceeds exceeded exceeding under below above"
    "".split()
)
"""One of these is in all bounds of an English text that are looked at."""

_DENIED = pattern(r"\b(?:no|not|never|unlikely|without|nor)\b(?!\s(?:less|more|fewer|greater|later|exceed))|n['’]t\b")
"""Where something is denied, the other bound may say the same: "not before at least 18 months"."""

_REACH = 32
"""Characters before a number."""

_LEAST_BEFORE = {
    "en": r"at least|(?:not|no) (?:less|fewer) than|(?<!not )(?<!no )more than|over|exceed(?:ing|s|ed)|in excess of"
    r"|above|a minimum of",
    "fr": r"au moins|au minimum|(?<!pas )plus d[eu’']|pas moins d[e’']|supérieure?s? (?:ou égale?s? )?à|minimum de"
    r"|(?<!n[’'])excéd\w+|(?<!ne )dépass\w+|au-delà de|au-dessus de",
    "es": r"al menos|por lo menos|como mínimo|(?<!no )más del?|no menos del?|superior(?:es)? al?|mínimo de"
    r"|(?<!no )exced\w+ del?|por encima del?|mayor(?:es)? de",
    "ru": r"не (?:менее|реже)(?: чем)?|не меньше|не ниже|как минимум|минимум|по меньшей мере|по крайней мере"
    r"|(?<!не )более(?: чем)?|(?<!не )больше|(?<!не )свыше|(?<!не )превыш\w+|(?<!не )старше"
    r"|не (?:моложе|младше|короче)",
    "zh": r"至少|不少于|不低于|最少|不下|(?<!不)超过|(?<!不)多于|(?<!不)高于|大于|逾|起码",
    "ar": r"على الأقل|لا [يت]قل (?:\w+ ){0,3}(?:عن|على)|لا أقل من|(?<!لا )أكثر من|(?<!لا )[يت]زيد (?:على|عن)"
    r"|(?<!لا )[يت]تجاوز|[يت]فوق|حد أدنى",
}
_MOST_BEFORE = {
    "en": r"at most|(?:not|no) (?:more|greater) than|(?<!not )(?<!no )(?:less|fewer) than|not exceed(?:ing)?|under"
    r"|below|a maximum of",
    "fr": r"au plus|au maximum|(?<!pas )moins d[eu’']|pas plus d[e’']|inférieure?s? (?:ou égale?s? )?à|maximum de"
    r"|n[’']excéd\w+ pas|ne dépass\w+ pas|jusqu[’']à|au-dessous de",
    "es": r"como máximo|a lo sumo|(?<!no )(?<!al )(?<!lo )menos del?|no más del?|inferior(?:es)? al?|máximo de"
    r"|no exced\w+ del?|hasta|por debajo del?|menor(?:es)? de",
    "ru": r"не более(?: чем)?|не больше|не выше|не свыше|не превыш\w+|максимум|(?<!не )менее(?: чем)?|(?<!не )меньше"
    r"|(?<!не )ниже|до|(?<!не )младше|(?<!не )моложе|не старше",
    "zh": r"至多|最多|不超过|不多于|不高于|(?<!不)少于|(?<!不)低于|不到|不足|小于|未满",
    "ar": r"على الأكثر|لا [يت]زيد (?:\w+ ){0,3}(?:على|عن)|لا [يت]تجاوز(?: عدد\w*(?: \w+){0,2})?"
    r"|(?<!لا )أقل من|لا أكثر من"
    r"|(?<!لا )[يت]قل عن|حد أقصى|[يت]صل إلى",
}
_LEAST_BEHIND = {
    "en": "(?:or|and) (?:more|older|over|above)",
    "fr": "au moins|au minimum|ou plus|et plus|ou davantage",
    "es": "como mínimo|por lo menos|al menos|o más|y más",
    "ru": "(?:и|или) (?:более|больше|старше|выше)",
    "zh": "(?:及|或)?以上",
    "ar": "على الأقل|فأكثر|أو أكثر|فما فوق|كحد أدنى",
}
_MOST_BEHIND = {
    "en": "or (?:less|fewer|younger|under)",
    "fr": "au plus|au maximum|ou moins|maximum",
    "es": "como máximo|a lo sumo|o menos",
    "ru": "(?:и|или) (?:менее|меньше|младше|ниже)",
    "zh": "(?:及|或)?以下|以内|之内",
    "ar": "على الأكثر|كحد أقصى|أو أقل|فأقل|فما دون",
}
_GAP = r"\s?(?:(?:about|some|approximately|US|les|des|la|le|los|las|el|чем|约|حوالي|نحو)\s?)?[$€£]?\Z"


_FAR = 48
_TURNED = {
    True: pattern(
        r"превыш|выше|свыше|бол[еь]|dépass|excéd|supérieur|plus\s|exced|exceed|superior|mayor|más\s|more\s|[يت]تجاوز|[يت]زيد"
        r"|[يت]فوق|أكثر|超过|多于|高于|大于"
    ),
    False: pattern(r"ниже|мен[еь]|inférieur|moins\s|inferior|menor|menos\s|less\s|[يت]قل|أقل|少于|低于|小于"),
}
"""What says the opposite where it is denied: « no podrán contratarse más de tres », « ne peut être inférieur à »."""

_NOT = {
    "en": pattern(r"\b(?:not|no|never)\b"),
    "fr": pattern(r"\b(?:n[e’']|pas|sans|ni)"),
    "es": pattern(r"\b(?:no|sin|ni|nunca)\b", re.IGNORECASE),
    "ru": pattern(r"\b(?:не|ни|без)\b"),
    "zh": pattern(r"[不未勿非没]"),
    "ar": pattern(r"(?<!\w)[وف]?(?:لا|لم|لن|ألا|عدم|دون)(?!\w)"),
}


class Bounded(NamedTuple):
    """A number that is a bound, with what says so."""

    number: Number
    is_least: bool
    text: str
    start: int
    end: int


def other_bound(source: str, target: str, source_language: str, target_language: str) -> list[Fault]:
    """Say when a number that the English source has as the least stands as the most, or the reverse.

    >>> other_bound("at least 30 days", "30 jours au plus", "en", "fr")[0].message
    'the translation has 30 jours au plus where the source has at least 30'
    """
    wanted = bounds_of(source)
    if not wanted or _DENIED.search(source):
        return []
    values = frozenset(value for one in wanted for value in one.number.values)
    found = list(_bounded(target, target_language, values)) if target_language in _LEAST_BEFORE else []
    for mine in wanted:
        ours = [one for one in found if one.number.values & mine.number.values]
        theirs = [one for one in wanted if one.number.values & mine.number.values]
        sides = {one.is_least for one in theirs}
        if ours and sides.isdisjoint(one.is_least for one in ours):
            message = f"the translation has {ours[0].text} where the source has {mine.text}"
            return [Fault(message, Span(ours[0].start, ours[0].end), Span(mine.start, mine.end))]
    return []


def may_have(source: str) -> bool:
    """Say quickly whether an English text may have a bound: most have none."""
    return not WORDS.isdisjoint(words(source))


def has_bounds(source: str) -> bool:
    """Say whether it has one that nothing denies."""
    return bool(bounds_of(source)) and not _DENIED.search(source)


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def bounds_of(source: str) -> Sequence[Bounded]:
    """List the numbers of an English text that are bounds."""
    return list(_bounded(source, "en"))


def _bounded(text: str, language: str, only: frozenset[Value] = frozenset()) -> Iterator[Bounded]:
    """Give the numbers of a text that are bounds; only those of some values, if any are given."""
    for number in find_numbers(text, language):
        if number.form is Form.CODE or (only and only.isdisjoint(number.values)):
            continue
        first = max(0, number.start - _REACH)
        near = folded(text[first : number.start])
        for is_least in (True, False):
            form, before, behind = _patterns(language, is_least=is_least)
            match = before.search(text, first, number.start) if may_be_in(form, near) else None
            start, end = match.start() if match else number.start, number.end
            if not match and (match := behind.match(text, number.end)):
                end = match.end()
            if match and not _is_denied(text, match, language, is_least=is_least):
                yield Bounded(number, is_least, text[start:end].strip(), start, end)


def _is_denied(text: str, match: re.Match[str], language: str, *, is_least: bool) -> bool:
    """Say whether a word such as exceed is denied further before: ne devrait pas dépasser."""
    if language == "en" and not is_least:
        return False
    word = _TURNED[is_least].search(match[0])
    return word is not None and bool(_NOT[language].search(text, max(0, match.start() - _FAR), match.start()))


@lru_cache(maxsize=16)
def _patterns(language: str, *, is_least: bool) -> tuple[str, re.Pattern[str], re.Pattern[str]]:
    """Give what stands before a number that is a bound, in letters and as a pattern, and what behind it."""
    before = (_LEAST_BEFORE if is_least else _MOST_BEFORE)[language].replace(" ", r"\s")
    behind = (_LEAST_BEHIND if is_least else _MOST_BEHIND)[language].replace(" ", r"\s")
    if language == "zh":
        after = pattern(rf"[^，。；、\d]{{0,5}}?(?:{behind})", letters=behind)
        return before, pattern(rf"(?:{before}){_GAP}"), after
    edge = r"(?<!\w)[وفبلك]?" if language == "ar" else r"(?<!\w)"
    gap = r"\s(?:[^\s,.;:،؛]+\s){0,3}?"
    return (
        before,
        pattern(rf"{edge}(?:{before})(?:(?<=[’'])|(?!\w)){_GAP}", re.IGNORECASE),
        pattern(rf"{gap}(?:{behind})(?!\w)", re.IGNORECASE, letters=behind),
    )
