"""Find small numbers that count and are written in words, and write others in the same form: five, двух, ثلاثة, 三."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tm.text.pattern import pattern
from tm.text.placeable import Kind, Placeable, Slot
from tm.text.placeables import find_placeables

_TEENS = " тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат"
_FROM_FIVE = "пят шест сем восем девят десят одиннадцат двенадцат" + _TEENS
_ROWS = {
    "en": (
        (2, "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
            " eighteen nineteen"),
    ),
    "fr": ((2, "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"),),
    "es": (
        (2, "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete"
            " dieciocho diecinueve"),
    ),
    "ru": (
        (2, "два три четыре"),
        (2, "две три четыре"),
        (2, "двух трех четырех"),
        (2, "двум трем четырем"),
        (2, "двумя тремя четырьмя"),
        (5, _FROM_FIVE.replace(" ", "ь ") + "ь"),
        (5, _FROM_FIVE.replace("восем ", "восьм ").replace(" ", "и ") + "и"),
        (5, _FROM_FIVE.replace(" ", "ью ") + "ью"),
    ),
    "ar": (
        (3, "ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة"),
        (3, "ثلاث أربع خمس ست سبع ثماني تسع عشر"),
    ),
    "zh": ((2, "两 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九"),),
}  # fmt: skip
"""Words of one gender and case, from a number on."""

_PREFIX = "(?:[وفبلك]?(?:ال)?|لل)"
_ARABIC_UNIT = "ثلاث|[أا]ربع|خمس|ست|سبع|ثماني?|تسع"
_MEASURE = (
    "个(?!别)|名|份|项|次|位|种|家(?!庭|属)|年(?!级|代)|天|条|件|所|组|批|类|章|轮|艘|架|辆|周(?!年|[一二三四五六日])"
    "|小时|分钟|人|段|场|座|页|届"
)
"""What is counted in Chinese; other signs behind a number may be a part of a name, 三峡, or of a date, 三月."""

_PATTERNS = {
    "en": r"(?<![\w-])(?:{words})(?!\w)(?!-(?!(?:years?|months?|weeks?|days?|hours?|members?|pages?|points?)\b))",
    "fr": r"(?<![\w-])(?:{words})(?![\w-])",
    "es": r"(?<![\w-])(?:{words})(?![\w-])",
    "ru": r"(?<![\w-])(?:{words})(?![\w-])",
    "ar": r"(?<!\w)(?:(?:[وفبلك]?ال|لل)({words})(?!\w)|[وفبلك]?({words})(?=\s\w))",
    "zh": rf"(?<![第零〇○一二三四五六七八九十百千万亿两周初几数\d.])(?<!星期)(?:{{words}})(?={_MEASURE})",
}
_BEFORE = {
    "en": r"(?:hundred|thousand|million)\s(?:and\s)?\Z",
    "fr": r"\b(?:cents?|mille|millions?|milliards?|vingts?|soixante|virgule)[\s-](?:et\s)?\Z",
    "es": r"\b(?:ciento|cientos|mil|mill[oó]n|millones|\w+(?:enta|einte|einta)\sy|coma)\s\Z",
    "ru": r"(?:двадцат|тридцат|сорок|десят|девяност|\bсто|\bста|двест|двухс|трист|тр[её]хс|четырест|четыр[её]хс|сот"
    r"|тысяч|миллион|миллиард|целых)[а-яё]*\s(?:и\s)?\Z",
    "ar": rf"(?:مائة|مئة|مائتان|مائتين|[أا]لف|آلاف|مليون|ملايين"
    rf"|(?<!\w){_PREFIX}(?:{_ARABIC_UNIT}|[أإا]حد|[اإ]ثنت?[اي])ة?[ىا]?)\s\Z",
}
"""What makes a greater number with what follows."""

_AFTER = {
    "en": r"[\s-](?:hundred|thousand|million|billion|trillion|dozen|halves|thirds|quarters|fourths|fifths|sixths"
    r"|sevenths|eighths|ninths|tenths|point|and\s(?:a|one)[\s-](?:half|quarter|third))",
    "fr": r"\s(?:cents?|mille|millions?|milliards?|milliers|tiers|quarts|demi|virgule|\w+ièmes|douzaines|dizaines"
    r"|(?:\w+\s)?et\sdemie?)\b",
    "es": r"\s(?:mil\b|mill[oó]n|billones|millares|terci|terceras|cuart[oa]s|quint[oa]s|sext[oa]s|séptim"
    r"|octav|noven|décim|\w+av[oa]s|docenas|coma\b|(?:\w+\s)?y\smedi)",
    "ru": r"\s(?:тысяч|миллион|миллиард|трет|четверт|(?:пят|шест|седьм|восьм|девят|десят|сот)ых|целы|с\sполовиной|сотни"
    r"|десятк|дюжин)",
    "ar": rf"\s(?:عشرة?(?!\w)|و(?:ال)?(?:عشر|{_ARABIC_UNIT})[وي]ن|آلاف|[أا]لف|ملايين|مليارات|بلايين|مائة|مئة"
    r"|[أا](?:ثلاث|رباع|خماس|سداس|سباع|ثمان|تساع|عشار)(?!\w)|ونصف|و\sنصف)",
}
"""What makes a greater number, or a part of one, with what stands before: five thousand, two thirds."""

_NEAR = 24
_GOES_ON = pattern(r"\w\s\Z")
_NOT_NINE = pattern(r"(?!\s\w+[sx]\b)")
"""Behind the French neuf when it is new, and no number."""


@lru_cache(maxsize=16)
def find_all(text: str, language: str) -> tuple[Placeable, ...]:
    """Find the placeables of a text, and the numbers from 2 on that are written in words.

    >>> [(found.kind.value, found.value) for found in find_all("the two sessions, 5 May; five-year", "en")]
    [('number', '2'), ('date', ((5, 5, 0),)), ('number', '5')]
    >>> find_all("two thirds of thirty-five", "en")
    ()
    """
    found = find_placeables(text, language)
    words = [
        word
        for word in _spelled(text, language)
        if all(word.end <= one.start or one.end <= word.start for one in found)
    ]
    return tuple(sorted((*found, *words), key=lambda one: one.start)) if words else found


def is_word(placeable: Placeable, text: str) -> bool:
    """Say whether a number that counts is written in words."""
    return placeable.kind is Kind.NUMBER and not any(map(str.isdecimal, text[placeable.start : placeable.end]))


def write_word(written: str, value: str, language: str) -> str:
    """Write another number in the gender and case of one; "" where that is not known.

    >>> write_word("двух", "3", "ru"), write_word("три", "2", "ru"), write_word("خمسة", "7", "ar")
    ('трех', '', 'سبعة')
    """
    new = {
        words[int(value) - first]
        for first, words in rows(language)
        if _plain(written) in words and 0 <= int(value) - first < len(words)
    }
    word = new.pop() if len(new) == 1 else ""
    return word.capitalize() if written[:1].isupper() else word


def _spelled(text: str, language: str) -> list[Placeable]:
    found = []
    for match in _pattern(language).finditer(text):
        start, end = match.span(match.lastindex or 0)
        before = text[max(0, match.start() - _NEAR) : match.start()]
        if language != "zh" and (_before(language).search(before) or _after(language).match(text, end)):
            continue
        word = text[start:end]
        if word[0].isupper() and _GOES_ON.search(before):
            continue  # Part Two, World War Two
        if language == "fr" and word.lower() == "neuf" and _NOT_NINE.match(text, end):
            continue
        values = {first + words.index(_plain(word)) for first, words in rows(language) if _plain(word) in words}
        found.append(Placeable(start, end, Kind.NUMBER, str(values.pop()), (Slot(start, end),)))
    return found


def _plain(word: str) -> str:
    return word.lower().replace("ё", "е")


@cache
def rows(language: str) -> tuple[tuple[int, list[str]], ...]:
    """Give the words of a language, those of one gender and case together, with the number of the first."""
    return tuple((first, words.split()) for first, words in _ROWS[language])


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = sorted({word for _, row in rows(language) for word in row}, key=len, reverse=True)
    spelled = "|".join(words).replace("тре", "тр[её]").replace("четыре", "четыр[её]")
    return re.compile(_PATTERNS[language].replace("{words}", spelled), re.IGNORECASE)


@cache
def _before(language: str) -> re.Pattern[str]:
    return re.compile(_BEFORE[language], re.IGNORECASE)


@cache
def _after(language: str) -> re.Pattern[str]:
    return re.compile(_AFTER[language], re.IGNORECASE)
