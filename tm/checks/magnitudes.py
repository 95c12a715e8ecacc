"""Tell when vague hundreds have become thousands: "hundreds of people" is not « des milliers de personnes »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from tm.checks.check import Fault
from tm.model.finding import Span
from tm.text.pattern import pattern

MAYBE = pattern(r"s\b(?:(?<=undreds)|(?<=ousands)|(?<=illions))")

WORDS = frozenset(("hundreds", "thousands", "millions", "billions"))
"""One of these is in all vague numbers of an English text."""

_WORDS = {
    "en": r"hundreds thousands millions billions",
    "fr": r"centaines milliers millions milliards",
    "es": r"cientos|centenares|centenas miles|millares millones (?!)",
    "ru": r"сот(?:ни|ен|ням|нями|нях) тысяч(?:и|ам|ами|ах)? миллион(?:ы|ов|ам|ами|ах) миллиард(?:ы|ов|ам|ами|ах)",
    "ar": r"م[ئا]{1,2}ات آلاف|ألوف ملايين بلايين|مليارات",
}
"""Hundreds, thousands, millions and milliards."""

_TENS = {"en": "tens", "fr": "dizaines", "es": "decenas", "ru": "десят(?:ки|ков|кам|ками|ках)", "ar": "عشرات"}
_NUMBERS = {
    "en": "",
    "fr": "deux trois quatre cinq six sept huit neuf dix cent mille",
    "es": "dos tres cuatro cinco seis siete ocho nueve diez cien mil",
    "ru": "два две двух три трех трёх четыре пять шесть семь восемь девять десять сто",
    "ar": "ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة ثلاث أربع خمس ست سبع ثماني تسع",
}
"""Before them, they are vague no more."""

_POWERS = 2, 3, 6, 9
_CHINESE = pattern(
    "(?P<both>成百上千|成千上万)|(?:[数几]|好几|上|数以)(?P<word>十万|百万|千万|十亿|百亿|千亿|百|千|万|亿)(?![米克瓦卡分])"
)
_CHINESE_POWERS = {
    "百": 2,
    "千": 3,
    "万": 4,
    "十万": 5,
    "百万": 6,
    "千万": 7,
    "亿": 8,
    "十亿": 9,
    "百亿": 10,
    "千亿": 11,
}
_BOTH = {"成百上千": (2, 3), "成千上万": (3, 4)}


class _Vague(NamedTuple):
    """Vague hundreds, thousands or the like, by the powers of ten that they may be."""

    start: int
    end: int
    text: str
    powers: Sequence[int]


def has_magnitudes(source: str) -> bool:
    """Say whether an English text has vague hundreds, thousands or the like."""
    return bool(_of_source(source))


def other_magnitude(source: str, target: str, source_language: str, target_language: str) -> Sequence[Fault]:
    """Say when a translation has vague thousands, and no others, where its English source has vague hundreds.

    >>> [fault.message for fault in other_magnitude("hundreds of people", "miles de personas", "en", "es")]
    ['the translation has miles where the source has hundreds']
    """
    wanted = _of_source(source) if source_language == "en" else ()
    found = list(_vague(target, target_language)) if wanted else []
    here, there = ({power for one in side for power in one.powers} for side in (wanted, found))
    lost = [one for one in wanted if there.isdisjoint(one.powers)]
    added = [one for one in found if here.isdisjoint(one.powers)]
    if not lost or not added:
        return []
    message = f"the translation has {added[0].text} where the source has {lost[0].text}"
    return [Fault(message, Span(added[0].start, added[0].end), Span(lost[0].start, lost[0].end))]


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def _of_source(source: str) -> Sequence[_Vague]:
    return list(_vague(source, "en"))


def _vague(text: str, language: str) -> Iterator[_Vague]:
    if language == "zh":
        for match in _CHINESE.finditer(text):
            powers = _BOTH.get(match[0]) or (_CHINESE_POWERS[match["word"]],)
            yield _Vague(*match.span(), match[0], powers)
        return
    for match in _pattern(language).finditer(text):
        before = sum(power for name, power in (("tens", 1), ("hundreds", 2), ("thousands", 3)) if match[name])
        power = next(power for power in _POWERS if match[f"n{power}"])
        yield _Vague(*match.span(), match[0], (before + power,))


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = _WORDS[language].split()
    counted = "".join(rf"(?<!\b{word}\s)" for word in _NUMBERS[language].split())
    of = r"\s(?:of|de)\s" if language in {"en", "fr", "es"} else r"\s(?:ال)?"
    edge = r"(?<!\w)[وفبل]{0,2}(?:ال)?" if language == "ar" else r"\b"
    before = zip(("tens", "hundreds", "thousands"), (_TENS[language], *words), strict=False)
    tens = "|".join(f"(?P<{name}>(?:{word}){of})" for name, word in before)
    ones = "|".join(rf"(?P<n{power}>{word})" for power, word in zip(_POWERS, words, strict=True))
    return re.compile(rf"(?<![\d.,]\s){counted}{edge}(?:{tens})?(?:{ones})(?!\w)", re.IGNORECASE)
