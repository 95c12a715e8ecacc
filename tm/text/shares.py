"""Find shares of a whole in words, in six languages: two thirds, la moitié, две трети, ثلاثة أرباع, 三分之一."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from tm.text.chinese_value import chinese_value
from tm.text.pattern import pattern
from tm.text.words import letter_runs

_ABOVE = {
    "en": "a|one two three four five six seven eight nine",
    "fr": "un deux trois quatre cinq six sept huit neuf",
    "es": "un|una dos tres cuatro cinco seis siete ocho nueve",
    "ru": "одн(?:а|ой|у) (?:две|двух|двум|двумя) (?:три|тр[её]х|тр[её]м|тремя) (?:четыре|четыр[её]х) (?:пять|пяти)",
    "ar": "- - ثلاثة|ثلاث أربعة|اربعة|أربع خمسة|خمس ستة|ست سبعة|سبع ثمانية|ثماني تسعة|تسع",
}
"""How many parts, from one."""

_BELOW = {
    "en": "half|halves thirds? quarters?|fourths? fifths? sixths? sevenths? eighths? ninths? tenths?",
    "fr": "demi tiers quarts? cinquièmes? sixièmes? septièmes? huitièmes? neuvièmes? dixièmes?",
    "es": "medio (?:tercios?|terceras?\\spartes?) (?:cuartos?|cuartas?\\spartes?) (?:quintos?|quintas?\\spartes?)"
    " sextas?\\spartes? séptimas?\\spartes? octavas?\\spartes? novenas?\\spartes? (?:décimos|décimas?\\spartes?)",
    "ru": "- (?:треть|трети|третью|третей|третям|третями|третях|третья\\sчасть|третьей\\sчасти)"
    " (?:четверт(?:ь|и|ью|ей|ям|ями|ях)|четвертая\\sчасть) пят(?:ая|ой|ую|ых|ые|ыми)"
    " шест(?:ая|ой|ую|ых|ые) седьм(?:ая|ой|ую|ых|ые) восьм(?:ая|ой|ую|ых|ые) девят(?:ая|ой|ую|ых|ые)"
    " десят(?:ая|ой|ую|ых|ые)",
    "ar": "- [أا]ثلاث [أا]رباع [أا]خماس [أا]سداس [أا]سباع [أا]ثمان [أا]تساع [أا]عشار",
}
"""Which part, from half."""

_NO_NOUN = r"(?=\s(?:of|in|by|and|to|from|or|less|more|as|are|is|were|was|have|had)\b|\W*\Z|[,;.)])"
"""After "a third": otherwise it is the third in a row."""

_ALONE = {
    "en": {
        r"(?<!and\sa\s)(?<!first\s)(?<!second\s)(?<!latter\s)(?:one[\s-])?half"
        r"(?![\s-]a\s)(?!-)(?!\s(?:day|year|hour|century|time))": "1/2",
        rf"(?:one[\s-]third|a[\s-]third{_NO_NOUN})": "1/3",
        rf"(?:one[\s-]quarter|a[\s-]quarter{_NO_NOUN})": "1/4",
    },
    "fr": {r"moitié": "1/2", r"(?:un|le|du|au|d['’]un)\stiers": "1/3", r"(?:un|le|du|au|d['’]un)\squart": "1/4"},
    "es": {
        r"mitad": "1/2",
        r"un\stercio": "1/3",
        r"un\scuarto": "1/4",
        r"tercera\sparte": "1/3",
        r"cuarta\sparte": "1/4",
        r"quinta\sparte": "1/5",
    },
    "ru": {
        r"(?<!с\s)половин(?:а|ы|е|у|ой)": "1/2",
        r"(?:треть|трети|третью|третья\sчасть)": "1/3",
        r"(?:четверть|четверти|четвертью|четвертая\sчасть)": "1/4",
    },
    "ar": {
        r"(?:ال|بال|ب|ل|لل|وال)?نصف": "1/2",
        r"(?:و|ب|ل)?(?:ال)?ثلث(?:ا|ي|ان|ين)": "2/3",
        r"و?(?:ب|ل|بال|ال|لل)?ثلث": "1/3",
        r"و?(?:ب|ل|بال|لل)?ربع": "1/4",
    },
}
"""Shares of a word or two with a numerator of their own."""

_EXCLUDED_AFTER = {
    "en": r"(?![\s-](?:of\sa\s)?(?:million|billion|trillion|dozen|party|parties|countr|person|State))",
    "fr": r"(?!(?:\sde|\sd['’]un)?[\s-](?:million|milliard))",
    "es": r"(?!(?:\sde)?(?:\sun)?\s(?:mill|bill|hora))",
    "ru": r"(?!\s(?:миллио|миллиа|млн|млрд|века))",
    "ar": r"(?!\s(?:مليون|مليار|بليون|ساعة|سنوي))",
}
"""Half a million is a number, and a third party no share."""

_CHINESE = pattern(r"([零一二三四五六七八九两十]{1,3})分之([零一二三四五六七八九两十]{1,3})|一半|半数")


@dataclass(frozen=True, slots=True)
class Share:
    """A share of one, and where it stands."""

    start: int
    end: int
    text: str
    value: Fraction


def _slots(words: str, start: int) -> dict[int, str]:
    return {index: forms for index, forms in enumerate(words.split(), start) if forms != "-"}


def _patterns(language: str) -> Iterator[tuple[str, Fraction]]:
    above, below = _slots(_ABOVE[language], 1), _slots(_BELOW[language], 2)
    for part, forms in below.items():
        for count, words in above.items():
            if count < part and (count > 1 or part > 4):
                yield rf"(?:{words})[\s-](?:{forms})", Fraction(count, part)
    for form, value in _ALONE[language].items():
        yield form, Fraction(value)


_VALUES = {language: [value for _, value in _patterns(language)] for language in _ALONE}
_SHARE = {
    language: pattern(
        r"(?<![^\W\d_])(?:"
        + "|".join(f"({form})" for form, _ in _patterns(language))
        + rf")(?![^\W\d_]){_EXCLUDED_AFTER[language]}",
        re.IGNORECASE,
    )
    for language in _ALONE
}
_HINT = {
    "fr": pattern(r"moitié|tiers|quart|ième"),
    "es": pattern(r"mitad|parte|terci|cuarto|quinto|décimo"),
    "ru": pattern(r"половин|трет|четверт|пят|шест|седьм|восьм|девят|десят"),
    "ar": pattern(r"نصف|ثلث|ربع|ثلاث|رباع|خماس|سداس|سباع|[أا]ثمان|تساع|عشار"),
}


"""Quick to look for: most texts have no share."""

_ENGLISH = frozenset(
    "half halves third thirds quarter quarters fourth fourths fifth fifths sixth sixths seventh sevenths eighth eighths"
    " ninth ninths tenth tenths".split()
)
"""Quicker still, and most sources are English."""


_COUNTED = tuple("one two three four five six seven eight nine ten".split())
_ONES = frozenset((*_COUNTED[:4], *map(str.title, _COUNTED[:4])))
_OF_SO_MANY = pattern(
    rf"\b({'|'.join(_COUNTED)})\s(?:in|out\sof)\s(?:every\s)?({'|'.join(_COUNTED)})\b(?!\s(?:years|months|weeks|days|hours))",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)  # a source is read once for all languages of its document
def find_shares(text: str, language: str) -> tuple[Share, ...]:
    """Find the shares that words name surely, in order; per cent, figures and ordinals are none.

    >>> [str(share.value) for share in find_shares("la moitié ou les deux tiers", "fr")]
    ['1/2', '2/3']
    """
    if language == "zh":
        return tuple(_chinese(text)) if "分之" in text or "半" in text else ()
    if language == "en":
        runs = letter_runs(text)
        named = () if _ENGLISH.isdisjoint(runs) else tuple(_named(text, language))
        return named if _ONES.isdisjoint(runs) else (*named, *_one_in_ten(text))
    return tuple(_named(text, language)) if _HINT[language].search(text.lower()) else ()


def _one_in_ten(text: str) -> Iterator[Share]:
    """Yield what English says as so many of so many: one in ten, two out of three."""
    for match in _OF_SO_MANY.finditer(text):
        above, below = (_COUNTED.index(part.lower()) + 1 for part in match.groups())
        if above < below:
            yield Share(*match.span(), match[0], Fraction(above, below))


def _named(text: str, language: str) -> Iterator[Share]:
    for match in _SHARE[language].finditer(text):
        yield Share(*match.span(), match[0], _VALUES[language][(match.lastindex or 1) - 1])


def _chinese(text: str) -> Iterator[Share]:
    for match in _CHINESE.finditer(text):
        below, above = (chinese_value(part) if part else None for part in match.groups())
        if not match[1]:
            yield Share(*match.span(), match[0], Fraction(1, 2))
        elif below and above and above < below:
            yield Share(*match.span(), match[0], Fraction(above, below))
