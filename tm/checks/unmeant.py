"""Find a stretch of a translation whose words mean nothing that its source says: « et leurs familles »."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from tm.checks.cognates import points
from tm.checks.joints import AND, SIGN, SIGN_OF_ENGLISH
from tm.checks.meanings import Said, meanings, meant
from tm.checks.name_lengths import spelled_out
from tm.checks.sentence_count import wide
from tm.checks.sentences import sentence_ends
from tm.text.pattern import pattern
from tm.text.prose import OBJECT

_LONGEST, _SHORTEST = 900, 10
"""Characters of sources that are looked at, and of English below which a length says nothing."""

_LAST, _PARTS = 12, 2
"""Places from which on an end may be more, at most, and parts between signs that are more together."""

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

_AND_OF_ENGLISH = pattern(
    r"\b(?:and|or|nor|as\swell\sas|both|together\swith|along\swith|in\saddition|also|but|with|plus|&|while|which|who"
    r"|whom|whose|that|where)\b|/"
)
"""What may stand in the source for what joins in the translation."""

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
_ENOUGH = 1.4
"""The sum that one of a thousand published texts surpasses, nearly all of them with words that their source has not."""


class _Shared(NamedTuple):
    """What a translation says that its source says, too.

    Attributes:
        says: places of words that mean what it says, and how many of each meaning.
        points: places of what both texts have, and how many of each.
    """

    says: Sequence[Said]
    of_all: Counter[int]
    points: Sequence[tuple[str, int]]
    of_text: Counter[str]


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
    if usual < _SHORTEST or whole <= usual or whole <= (usual := usual + spelled_out(source, target, language)):
        return None
    said, held, excess = meanings(target, language), meant(source), math.log(whole / usual)
    lacks = [one for one in said if one.meaning not in held]
    loose = _BASE[language] + _WEIGHTS.excess * min(excess, 1)
    most = loose + _WEIGHTS.signs + _WEIGHTS.joins + _WEIGHTS.sentences
    scored = ((span, _bound(span, target, language, lacks, (usual, whole))) for span in _spans(target, language, lacks))
    hopeful = [(span, bound) for span, bound in scored if bound + most > _ENOUGH]
    if not hopeful:  # as nearly always
        return None
    base = loose + _signs_say(source, target, language)
    shared = _shared(source, target, language, [one for one in said if one.meaning in held])
    best = max((base + bound - _against(span, target, shared), span) for span, bound in hopeful)
    return best[1] if best[0] > _ENOUGH else None


def all_is_meant(source: str, target: str, span: tuple[int, int], language: str) -> bool:
    """Say whether a stretch says what its plain English source says too, and is the only one that does, and no more.

    >>> target = "Le camp est grand, et tous les enfants vont à l’école."
    >>> all_is_meant("The camp is big, with schooling for all children.", target, (17, len(target)), "fr")
    True
    """
    start, end = span
    said = meanings(target, language)
    within = Counter(one.meaning for one in said if start <= one.start < end)
    if not within.keys() <= meant(source):
        return False
    return any(within[one] == sum(other.meaning == one for other in said) for one in within)


def _signs_say(source: str, target: str, language: str) -> float:
    """Say how much signs and words that join speak for any stretch of a translation."""
    return (
        _WEIGHTS.signs * (len(SIGN.findall(target)) > len(SIGN_OF_ENGLISH.findall(source)))
        + _WEIGHTS.joins * (len(AND[language].findall(target)) > len(_AND_OF_ENGLISH.findall(source)))
        + _WEIGHTS.sentences * (len(sentence_ends(target)) > len(sentence_ends(source)))
        + _WEIGHTS.acronyms * min(len(_ACRONYM.findall(source)), 2)
    )


def _shared(source: str, target: str, language: str, says: Sequence[Said]) -> _Shared:
    theirs = {point.key for point in points(source, "en")}
    ours = [(point.key, point.start) for point in points(target, language) if point.key in theirs]
    return _Shared(says, Counter(one.meaning for one in says), ours, Counter(key for key, _ in ours))


def _spans(target: str, language: str, lacks: Sequence[Said]) -> Sequence[tuple[int, int]]:
    """List the stretches that may be more: ends, and parts between signs, where something is that the source lacks."""
    if not lacks:
        return ()
    end = len(target)
    signs = sorted({0, *(match.start() for match in SIGN.finditer(target))})
    starts = sorted({*signs, *(match.start() for match in _JOIN[language].finditer(target))})
    stops = [*signs[1:], end]
    found = {(start, end) for start in starts[-_LAST:]}
    found |= {(start, stop) for place, start in enumerate(signs) for stop in stops[place : place + _PARTS]}
    found.discard((0, end))
    return sorted(span for span in found if any(span[0] <= one.start < span[1] for one in lacks))


def _bound(
    span: tuple[int, int], target: str, language: str, lacks: Sequence[Said], lengths: tuple[float, float]
) -> float:
    """Say how much the words that the source does not have and the lengths speak for a stretch.

    Args:
        lengths: the usual one, and that of the translation, in characters of English.
    """
    start, end = span
    count = len({one.meaning for one in lacks if start <= one.start < end})
    size = wide(target[start:end], language, "en")
    return (
        _WEIGHTS.two * (count > 1)
        + _WEIGHTS.three * (count > 2)
        + _WEIGHTS.four * (count > 3)
        + _WEIGHTS.rest * abs(math.log(max(lengths[1] - size, 1) / lengths[0]))
        + _WEIGHTS.size * math.log(max(size, 5) / 40)
        + _WEIGHTS.last * (end >= len(target) - 2)
    )


def _against(span: tuple[int, int], target: str, shared: _Shared) -> float:
    """Say how much speaks against a stretch: what the source says, too, and the brackets that it is in."""
    start, end = span
    within = Counter(one.meaning for one in shared.says if start <= one.start < end)
    inside = Counter(key for key, place in shared.points if start <= place < end)
    part = target[start:end].strip()
    return -(
        _WEIGHTS.also * min(sum(within[one] < shared.of_all[one] for one in within), 2)
        + _WEIGHTS.inside * min(sum(inside[key] for key in inside if inside[key] == shared.of_text[key]), 4)
        + _WEIGHTS.brackets * (part.startswith(_BRACKETS[0]) or part.endswith(_BRACKETS[1]))
    )
