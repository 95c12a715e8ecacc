"""Say whether a small number is spelled out in a text, in six languages: two to twelve."""

from __future__ import annotations

import re
from functools import cache

_WORDS = {
    "en": "two three four five six seven eight nine ten eleven twelve",
    "fr": "deux trois quatre cinq six sept huit neuf dix onze douze",
    "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce",
    "ru": "дв(?:а|е|ух|ум|умя) тр(?:и|[её]х|[её]м|емя) четыр(?:е|[её]х|[её]м|ьмя) пят(?:ь|и|ью) шест(?:ь|и|ью)"
    " сем(?:ь|и|ью) вос(?:емь|ьми|емью) девят(?:ь|и|ью) десят(?:ь|и|ью) одиннадцат(?:ь|и|ью) двенадцат(?:ь|и|ью)",
    "ar": "[اإ]ثن(?:ان|ين|تان|تين|ا|ي|تا|تي) ثلاثة? [أا]ربعة? خمسة? ستة? سبعة? ثماني?ة? تسعة? عشرة? [أا]حد\\sعشر"
    " [اإ]ثن[اي]\\sعشر",
    "zh": "[二两] 三 四 五 六 七 八 九 十 十一 十二",
}
"""Two to twelve, inflected."""

_ARABIC_PREFIX = "[وفبلك]?(?:ال|لل)?"
_HAN = "零〇一二三四五六七八九十百千万亿两"


@cache
def _pattern(value: int, language: str) -> re.Pattern[str]:
    word = _WORDS[language].split()[value - 2]
    if language == "zh":
        return re.compile(rf"(?<![第{_HAN}]){word}(?![{_HAN}月日年分届号周])")
    prefix = _ARABIC_PREFIX if language == "ar" else ""
    return re.compile(rf"(?<![\w-]){prefix}{word}(?![\w-])", re.IGNORECASE)


def is_spelled(value: str, text: str, language: str) -> bool:
    """Say whether a text has the word for a number; of numbers that it does not know it says no.

    >>> is_spelled("5", "les cinq (5) membres", "fr"), is_spelled("5", "la cinquième session", "fr")
    (True, False)
    """
    if not value.isdecimal() or not 2 <= int(value[:3]) <= 12 or len(value) > 2:
        return False
    return bool(_pattern(int(value), language).search(text))
