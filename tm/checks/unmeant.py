"""Find a stretch of a translation whose words mean nothing that its source says: « et leurs familles »."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from tm.checks.cognates import points
from tm.checks.meanings import Said, is_meant, meanings
from tm.checks.sentence_count import wide
from tm.checks.sentences import sentence_ends
from tm.text.pattern import pattern
from tm.text.prose import OBJECT

_LONGEST, _SHORTEST = 900, 10
"""Characters of sources that are looked at, and of English below which a length says nothing."""

_LAST, _PARTS = 12, 2
"""Places from which on an end may be more, at most, and parts between signs that are more together."""

_SIGN = pattern(r"[,،，、;；؛:：—–()（）.。]")
_SIGN_OF_ENGLISH = pattern(r"[,;:—–.()]")
_JOIN = {
    "fr": pattern(
        r"\s(?:et|ou|ni|ainsi\sque|mais|qui|que|dont|où|pour|avec|sans|par|en|dans|afin|à|aux?|contre|après|avant|selon"
        r"|sous)\s"
    ),
    "es": pattern(r"\s(?:[yeou]|ni|así\scomo|que|para|con|sin|en|por|al?|contra|tras|según|bajo)\s"),
    "ru": pattern(
        r"\s(?:и|или|а\sтакже|но|для|со?|без|что|чтобы|в|на|по|от|из(?:-за)?|при|под|об?|к|за)\s",
    ),
    "zh": pattern(r"[和与及并或]|以及|也|(?<=[^、，])且"),
    "ar": pattern(r"\s(?=و[\u0621-\u064a]{3})|\s(?:أو|في|من|على|إلى|عن|بعد|قبل|مع|دون)\s|\s(?=[بل]\w{3})"),
}
"""What a stretch may begin with, besides signs."""

_AND = {
    "fr": pattern(r"\b(?:et|ou|ni|ainsi\sque)\b"),
    "es": pattern(r"\b(?:[yeou]|ni)\b"),
    "ru": pattern(r"\b(?:и|или|ни)\b"),
    "zh": pattern("[和与及并或、]|以及|也"),
    "ar": pattern(r"(?<=\s)و(?=[\u0621-\u064a]{3})|\sأو\s"),
}
_AND_OF_ENGLISH = pattern(
    r"\b(?:and|or|nor|as\swell\sas|both|together\swith|along\swith|in\saddition|also|but|with|plus|&|while|which|who"
    r"|whom|whose|that|where)\b|/"
)
"""What joins, strictly in the translation and generously in its source."""

_ACRONYM = pattern(rf"\b[A-Z]{{2,}}s?\b|{OBJECT}")
"""And what stands for an address, of which a translation may say whose it is."""

_DOTTED = pattern(r"\b(?:[A-Z]\.\s?){2,}(?=\W|\Z)")
"""An acronym with stops, I.C.J."""

_BRACKETS = ("(", "（"), (")", "）")


class _Weights(NamedTuple):
    """What speaks for a stretch that the source does not have, by logistic regression.

    Attributes:
        two, three, four: of so many meanings of which the source has nothing, each beside the one before.
        also: of each that it has, and that the rest of the translation says too; up to two.
        inside: of each figure, acronym or word by its beginning that both texts have, and that only it has; up to four.
        excess: of how much longer than usual the translation is, as a logarithm.
        rest: of how far from usual it is without the stretch.
        size: of the logarithm of its length.
        last: of an end.
        signs, joins, sentences: of more signs, words that join and sentences than the source has.
        brackets: of one in brackets; acronyms: of each of the source, which may be spelled out; up to two.
    """

    two: float = 2.9
    three: float = 2.15
    four: float = 0.95
    also: float = -0.85
    inside: float = -0.55
    excess: float = 1.5
    rest: float = -4.4
    size: float = -1.3
    last: float = 3.0
    signs: float = 0.1
    joins: float = 0.9
    sentences: float = 0.85
    brackets: float = -2.1
    acronyms: float = -1.25


_WEIGHTS = _Weights()
_BASE = {"fr": -3.2, "es": -2.85, "ru": -3.7, "zh": -3.6, "ar": -3.85}
_ENOUGH = 1.0
"""The sum that one of a thousand published texts surpasses, most of these with words that their source has not."""


class _Text(NamedTuple):
    """A translation, by what all its stretches are compared with.

    Attributes:
        lacks: places of words that mean what the source does not say.
        says: places of words that mean what it says, and how many of each meaning.
        shared: places of what both texts have, and how many of each.
        usual, whole: the lengths of the source and of the translation, in characters of English.
        base: what speaks for any stretch.
    """

    text: str
    language: str
    lacks: Sequence[Said]
    says: Sequence[Said]
    of_all: Counter[int]
    shared: Sequence[tuple[str, int]]
    of_text: Counter[str]
    usual: float
    whole: float
    base: float


def unmeant(source: str, target: str, language: str) -> tuple[int, int] | None:
    """Give the place of a stretch of a longer translation that means nothing of its plain English source.

    >>> target = "La note est adressée au secrétariat et à toutes les organisations non gouvernementales."
    >>> start, end = unmeant("The note is addressed to the secretariat.", target, "fr")
    >>> target[start:end]
    ' et à toutes les organisations non gouvernementales.'
    """
    if language not in _BASE or len(source) > _LONGEST:
        return None
    if "." in source[:-1]:
        source = _DOTTED.sub(lambda dotted: f"{dotted[0].replace('.', '').replace(' ', '')} ", source)
    usual, whole = wide(source, "en", language), wide(target, language, "en")
    if usual < _SHORTEST or whole <= usual:
        return None
    said = meanings(target, language)
    lacks = [one for one in said if not is_meant(one.meaning, source)]
    if not lacks:
        return None
    says = [one for one in said if is_meant(one.meaning, source)]
    base = _base(source, target, language, math.log(whole / usual))
    shared = _shared(source, target, language)
    of_all, of_text = Counter(one.meaning for one in says), Counter(key for key, _ in shared)
    text = _Text(target, language, lacks, says, of_all, shared, of_text, usual, whole, base)
    most, best = max(((_score(text, span), span) for span in _spans(text)), default=(0.0, None))
    return best if most > _ENOUGH else None


def all_is_meant(source: str, target: str, span: tuple[int, int], language: str) -> bool:
    """Say whether a stretch says what its plain English source says too, and is the only one that does, and no more.

    >>> target = "Le camp est grand, et tous les enfants vont à l’école."
    >>> all_is_meant("The camp is big, with schooling for all children.", target, (17, len(target)), "fr")
    True
    """
    start, end = span
    said = meanings(target, language)
    within = Counter(one.meaning for one in said if start <= one.start < end)
    if not all(is_meant(one, source) for one in within):
        return False
    return any(within[one] == sum(other.meaning == one for other in said) for one in within)


def _base(source: str, target: str, language: str, excess: float) -> float:
    """Say how much speaks for any stretch of a translation."""
    return (
        _BASE[language]
        + _WEIGHTS.excess * min(excess, 1)
        + _WEIGHTS.signs * (len(_SIGN.findall(target)) > len(_SIGN_OF_ENGLISH.findall(source)))
        + _WEIGHTS.joins * (len(_AND[language].findall(target)) > len(_AND_OF_ENGLISH.findall(source)))
        + _WEIGHTS.sentences * (len(sentence_ends(target)) > len(sentence_ends(source)))
        + _WEIGHTS.acronyms * min(len(_ACRONYM.findall(source)), 2)
    )


def _shared(source: str, target: str, language: str) -> Sequence[tuple[str, int]]:
    theirs = {point.key for point in points(source, "en")}
    return [(point.key, point.start) for point in points(target, language) if point.key in theirs]


def _spans(text: _Text) -> Sequence[tuple[int, int]]:
    """List the stretches that may be more: ends, and parts between signs, where something is that the source lacks."""
    end = len(text.text)
    signs = sorted({0, *(match.start() for match in _SIGN.finditer(text.text))})
    starts = sorted({*signs, *(match.start() for match in _JOIN[text.language].finditer(text.text))})
    stops = [*signs[1:], end]
    found = {(start, end) for start in starts[-_LAST:]}
    found |= {(start, stop) for place, start in enumerate(signs) for stop in stops[place : place + _PARTS]}
    found.discard((0, end))
    return sorted(span for span in found if any(span[0] <= one.start < span[1] for one in text.lacks))


def _score(text: _Text, span: tuple[int, int]) -> float:
    """Say how much speaks for a stretch that the source does not have."""
    start, end = span
    lacks = len({one.meaning for one in text.lacks if start <= one.start < end})
    within = Counter(one.meaning for one in text.says if start <= one.start < end)
    inside = Counter(key for key, place in text.shared if start <= place < end)
    size = wide(text.text[start:end], text.language, "en")
    part = text.text[start:end].strip()
    return (
        text.base
        + _WEIGHTS.two * (lacks > 1)
        + _WEIGHTS.three * (lacks > 2)
        + _WEIGHTS.four * (lacks > 3)
        + _WEIGHTS.also * min(sum(within[one] < text.of_all[one] for one in within), 2)
        + _WEIGHTS.inside * min(sum(inside[key] for key in inside if inside[key] == text.of_text[key]), 4)
        + _WEIGHTS.rest * abs(math.log(max(text.whole - size, 1) / text.usual))
        + _WEIGHTS.size * math.log(max(size, 5) / 40)
        + _WEIGHTS.last * (end >= len(text.text) - 2)
        + _WEIGHTS.brackets * (part.startswith(_BRACKETS[0]) or part.endswith(_BRACKETS[1]))
    )
