"""Find what is said of all: 100 per cent of the schools are « toutes les écoles »; and 24 hours: around the clock."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from tm.checks.amount import Amount
from tm.text.number import Number
from tm.text.pattern import pattern

_ALL = {
    "en": pattern(
        r"\b(?:all|every|every(?:one|body)|each|entire|entirely|whole|total|fully|complete|completely)\b", re.I
    ),
    "fr": pattern(
        r"\b(?:tous|tout(?:es?)?|totalité|totale?s?|totaux|intégral\w{1,5}|ensemble|enti[eè]r\w*|pleinement|complèt\w+)\b",
        re.I,
    ),
    "es": pattern(
        r"\b(?:tod[oa]s?|total|totales|totalidad|totalmente|íntegr\w+|plenamente|complet\w+|enter[oa]s?)\b", re.I
    ),
    "ru": pattern(r"\b(?:вс[её]|все[хмй]|всеми|всю|весь|вся|всего|полност\w+|целиком|полн\w{2,3}|кажд\w{2,3})\b", re.I),
    "ar": pattern(r"(?<!\w)[وفبلك]{0,2}(?:جميع|كل|كافة|(?:ال)?كامل|تماما|كليا|برمته\w?|مجمل)(?!\w)"),
    "zh": pattern(r"所有|全部|全体|全数|全面|全都|完全|每[一个所名家]|一律|悉数|百分之百"),
}
_HUNDRED = 100
_CLOCK = {
    "en": pattern(r"\ba?round[\s-]the[\s-]clock\b|\bday\sand\snight\b", re.I),
    "fr": pattern(r"\b24\s?h(?:eures)?(?:\ssur\s|/)24\b|\bjour\set\snuit\b|\bnuit\set\sjour\b", re.I),
    "es": pattern(r"\b(?:las\s)?24\shoras(?:\sdel\sdía)?\b|\bdía\sy\snoche\b", re.I),
    "ru": pattern(r"\bкруглосуточн\w+|\bкруглые\sсутки\b|\b24\sчаса\b", re.I),
    "ar": pattern(r"(?:مدار|طوال)\sالساعة|ليل\s?نهار|ليلا\sونهارا|24\sساعة"),
    "zh": pattern("昼夜|24小时|全天候|日夜"),
}
_DAY = Fraction(86_400)


def wholes(
    source: tuple[str, str], target: tuple[str, str], numbers: Sequence[Number]
) -> tuple[list[Amount], list[Amount]]:
    """Give what either of two plain texts says of all, more often than the other does, where 100 finds no partner.

    Args:
        source, target: the text and the code of its language.
        numbers: that find no partner in either.

    >>> from tm.text.numbers import find_numbers
    >>> source, target = ("100 per cent of the schools", "en"), ("Все школы", "ru")
    >>> [target[0][one.start : one.end] for one in wholes(source, target, find_numbers(*source))[1]]
    ['Все']
    """
    theirs, ours = list(_all_day(*source)), list(_all_day(*target))
    if any(_HUNDRED in number.quantities for number in numbers):
        left, right = list(_all(*source)), list(_all(*target))
        theirs += left if len(left) > len(right) else []
        ours += right if len(right) > len(left) else []
    return theirs, ours


def _all(text: str, language: str) -> Iterator[Amount]:
    for match in _ALL[language].finditer(text):
        yield Amount(*match.span(), "share", frozenset((Fraction(1),)))


def _all_day(text: str, language: str) -> Iterator[Amount]:
    for match in _CLOCK[language].finditer(text):
        yield Amount(*match.span(), "seconds", frozenset((_DAY,)))
