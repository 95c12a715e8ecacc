"""Find numbers to 99 that count and are written in words, and write others in the same form: five, двух, ثلاثة, 三."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tm.text.cardinal_words import cardinal, in_same_form
from tm.text.pattern import pattern
from tm.text.placeable import Kind, Placeable, Slot
from tm.text.placeables import find_placeables
from tm.text.scales import scale_after
from tm.text.written_numbers import shifted

_PREFIX = "(?:[وفبلك]?(?:ال)?|لل)"
_ARABIC_UNIT = "ثلاث|[أا]ربع|خمس|ست|سبع|ثماني?|تسع"
_MEASURE = (
    "个(?!别)|名|份|项|次|位|种|家(?!庭|属)|年(?!级|代)|天|条|件|所|组|批|类|章|轮|艘|架|辆|周(?!年|[一二三四五六日])"
    "|小时|分钟|人|段|场|座|页|届"
)
"""What is counted in Chinese; other signs behind a number may be a part of a name, 三峡, or of a date, 三月."""

_HYPHEN = "[-\N{HYPHEN}\N{NON-BREAKING HYPHEN}]"
_ENGLISH_UNITS = "two|three|four|five|six|seven|eight|nine"
_FRENCH_UNITS = "deux|trois|quatre|cinq|six|sept|huit|neuf"
_FRENCH_TEENS = "dix-sept|dix-huit|dix-neuf|dix|onze|douze|treize|quatorze|quinze|seize"
_SPANISH_UNITS = "dos|tres|cuatro|cinco|seis|siete|ocho|nueve"
_RUSSIAN_UNITS = (
    "дв(?:а|е|ух|ум|умя)|тр(?:и|[её]х|[её]м|емя)|четыр(?:[её]|[её]х|[её]м|ьмя)|(?:пят|шест|сем|девят)(?:ь|и|ью)"
    "|восемь|восьми|восемью"
)
_ARABIC_UNITS = "ثلاثة?|[أا]ربعة?|خمسة?|ستة?|سبعة?|ثماني?ة?|تسعة?"
_ARABIC_TENS = "(?:عشر|ثلاث|[أا]ربع|خمس|ست|سبع|ثمان|تسع)[وي]ن"
_WORDS = {
    "en": rf"(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)y(?:{_HYPHEN}(?:one|{_ENGLISH_UNITS}))?"
    rf"|(?:thir|four|fif|six|seven|eigh|nine)teen|ten|eleven|twelve|{_ENGLISH_UNITS}",
    "fr": rf"quatre-vingt(?:s|-(?:une?|{_FRENCH_TEENS}|{_FRENCH_UNITS}))"
    rf"|soixante(?:[\s-]et[\s-](?:une?|onze)|-(?:{_FRENCH_TEENS}|{_FRENCH_UNITS}))?"
    rf"|(?:vingt|trente|quarante|cinquante)(?:[\s-]et[\s-]une?|-(?:{_FRENCH_UNITS}))?|{_FRENCH_TEENS}|{_FRENCH_UNITS}",
    "es": rf"(?:treinta|(?:cuar|cincu|ses|set|och|nov)enta)(?:\sy\s(?:un[oa]?|{_SPANISH_UNITS}))?"
    r"|veint(?:e|i(?:ún|un[oa]|dós|trés|cuatro|cinco|séis|siete|ocho|nueve))"
    rf"|dieci(?:séis|siete|ocho|nueve)|diez|once|doce|trece|catorce|quince|{_SPANISH_UNITS}",
    "ru": r"(?:(?:два|три)дцат(?:ь|и|ью)|сорока?|(?:пят|шест|сем|вос[её]м)ьдесят|(?:пяти|шести|семи|восьми)десяти"
    rf"|(?:пят|шест|сем|восем)ьюдесятью|девяност[оа])(?:\s(?:од(?:ин|н(?:а|о|у|ого|ой|ому|им|ом))|{_RUSSIAN_UNITS}))?"
    r"|(?:один|две|три|четыр|пят|шест|сем|восем|девят)надцат(?:ь|и|ью)|десят(?:ь|и|ью)"
    rf"|{_RUSSIAN_UNITS}",
    "ar": rf"(?:{_ARABIC_UNITS}|واحد|[إا]حدى|[اإ]ثن(?:ان|ين|تان|تين))\sو{_ARABIC_TENS}|{_ARABIC_TENS}"
    rf"|(?:{_ARABIC_UNITS}|[أا]حد|[إا]حدى|[اإ]ثن(?:ا|ي|تا|تي))\sعشرة?|{_ARABIC_UNITS}|عشرة?",
    "zh": "[二三四五六七八九]?十[一二三四五六七八九]?|[两三四五六七八九]",
}
"""What may be a number from 2 to 99: `cardinal` says whether it is."""

_PATTERNS = {
    "en": r"(?<![\w-])(?:{words})(?!\w)(?!-(?!(?:years?|months?|weeks?|days?|hours?|members?|pages?|points?)\b))",
    "fr": r"(?<![\w-])(?:{words})(?![\w-])",
    "es": r"(?<![\w-])(?:{words})(?![\w-])",
    "ru": r"(?<![\w-])(?:{words})(?![\w-])",
    "ar": rf"(?<!\w)(?:(?:[وفبلك]?ال|لل)({_ARABIC_UNITS}|عشرة?)(?!\w)|[وفبلك]?({{words}})(?=\s(?:\w|\(\d)))",
    "zh": rf"(?<![第零〇○一二三四五六七八九十百千万亿两周初几数\d.])(?<!星期)(?:{{words}})"
    rf"(?=(?:\s?[(（]\d{{1,3}}[)）]\s?)?(?:{_MEASURE}))",
}
_BEFORE = {
    "en": r"(?:hundred|thousand|million)\s(?:and\s)?\Z",
    "fr": r"\b(?:cents?|mille|millions?|milliards?|vingts?|soixante|virgule)[\s-](?:et\s)?\Z",
    "es": r"\b(?:\w*cient[oa]s?|quinient[oa]s|mil|mill[oó]n|millones|\w+(?:enta|einte|einta)\sy|coma)\s\Z",
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
    "ar": rf"\s(?:عشرة?(?!\w)|و(?:ال)?(?:عشر|{_ARABIC_UNIT})[وي]ن|آلاف|[أا]لف|ملايين|مليون|مليار|بلايين|بليون|مائة|مئة"
    r"|[أا](?:ثلاث|رباع|خماس|سداس|سباع|ثمان|تساع|عشار)(?!\w)|ونصف|و\sنصف)",
}
"""What makes a greater number, or a part of one, with what stands before: five thousand, two thirds."""

_MORE = {
    "en": r"\s(?:and\s)?(?:an?\s(?:half|hundred|quarter)|one|\w+(?:ty|teen)|hundred|thousand)\b",
    "fr": r"\s(?:et\s)?(?:demie?|une?|cents?|mille|virgule)\b",
    "es": r"\s(?:y\s)?(?:medi[oa]|un[oa]?|cien|ciento|\w+cient[oa]s|quinient[oa]s|mil)\b",
    "ru": r"\s(?:с\sполовиной|и\s|од[ни]\w+|сто\b|двести|триста|четыреста|\w+сот\b|тысяч)",
    "ar": r"\s(?:و\s?نصف|و?\w*(?:مائة|مئة|مائتان|مائتين)|و?(?:[أا]لف|آلاف)|و(?:ربع|ثلث))",
}
"""Behind the word for million: what makes a number with more parts of it."""

_MILLION = 10**6
_NEAR = 24
_GOES_ON = pattern(r"\w\s\Z")
_GENITIVE = pattern(r"(?<!\w)(?:[وف]?(?:في|من|إلى|الى|عن|على|مع|خلال|منذ|حتى|بعد|قبل|لمدة|مدة|قدره|كل)\s|[وف]?[بلك])\Z")
"""Before an Arabic number: what it is written as, عشرين, and not عشرون."""

_NOT_NINE = pattern(r"(?!\s\w+[sx]\b)")
"""Behind the French neuf when it is new, and no number."""


@lru_cache(maxsize=16)
def find_all(text: str, language: str) -> tuple[Placeable, ...]:
    """Find the placeables of a text, and the numbers from 2 on that are written in words.

    >>> [(found.kind.value, found.value) for found in find_all("the two sessions, 5 May; five-year", "en")]
    [('number', '2'), ('date', ((5, 5, 0),)), ('number', '5')]
    >>> find_all("two thirds of one hundred and thirty-five", "en")
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


def write_word(written: str, value: str, language: str, before: str = "") -> str:
    """Write another number in the gender and case of one; "" where that is not known.

    >>> write_word("двух", "3", "ru"), write_word("три", "2", "ru"), write_word("خمسة", "7", "ar")
    ('трех', '', 'سبعة')
    """
    new = in_same_form(written, int(value), language)
    if len(new) > 1 and language == "ar" and _GENITIVE.search(before[-_NEAR:]):
        new = {word for word in new if not word.startswith(("اثنا", "اثنتا")) and not word.endswith("ون")}
    word = new.pop() if len(new) == 1 else ""
    return word.capitalize() if written[:1].isupper() else word


def _spelled(text: str, language: str) -> list[Placeable]:
    found = []
    for match in _pattern(language).finditer(text):
        start, end = match.span(match.lastindex or 0)
        before = text[max(0, match.start() - _NEAR) : match.start()]
        power = _power(text, end, language)
        if language != "zh" and (_before(language).search(before) or (not power and _after(language).match(text, end))):
            continue
        word = text[start:end]
        if word[0].isupper() and _GOES_ON.search(before):
            continue  # Part Two, World War Two
        if language == "fr" and word.lower() == "neuf" and _NOT_NINE.match(text, end):
            continue
        if value := cardinal(word, language):
            slots = (Slot(start, end),)
            found.append(Placeable(start, end, Kind.NUMBER, shifted(str(value), power), slots, power=power))
    return found


def _power(text: str, end: int, language: str) -> int:
    """Give the power of ten of the word for million behind a number, 0 for none, or where the number goes on."""
    scaled, factor = scale_after(text, end, language)
    if factor < _MILLION or language == "zh":
        return 0
    more = _more(language).match(text, scaled)
    goes_on = more or _pattern(language).match(text, scaled + 1) or text[scaled : scaled + 2].strip().isdecimal()
    return 0 if goes_on else len(str(factor)) - 1


@cache
def _more(language: str) -> re.Pattern[str]:
    return re.compile(_MORE[language], re.IGNORECASE)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    return re.compile(_PATTERNS[language].replace("{words}", _WORDS[language]), re.IGNORECASE)


@cache
def _before(language: str) -> re.Pattern[str]:
    return re.compile(_BEFORE[language], re.IGNORECASE)


@cache
def _after(language: str) -> re.Pattern[str]:
    return re.compile(_AFTER[language], re.IGNORECASE)
