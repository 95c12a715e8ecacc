"""Find decades as languages say them beside "2050s" and "1990s": les années 50 de ce siècle, تسعينات القرن العشرين."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from tm.checks.amount import Amount
from tm.text.pattern import pattern

_TENS = {
    "fr": "dix vingt trente quarante cinquante soixante soixante-dix quatre-vingts? quatre-vingt-dix",
    "es": "diez veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "ru": "десят двадцат тридцат сороков пятидесят шестидесят семидесят восьмидесят девяност",
    "ar": "- عشرين ثلاثين أربعين خمسين ستين سبعين ثمانين تسعين",
    "zh": "一十|十 二十 三十 四十 五十 六十 七十 八十 九十",
}
"""Ten, twenty and so on to ninety."""

_THIS = {
    "fr": r"(?:ce|(?:présent|actuel|XXI[eᵉ]|21[eᵉ]|vingt\set\sunième)\s)\s?siècle|siècle\s(?:actuel|présent|en\scours)",
    "es": r"(?:este|(?:el\s)?presente|(?:el\s)?actual)\ssiglo|siglo\s(?:actual|presente|XXI|21|veintiuno|en\scurso)",
    "ru": r"(?:нынешнего|текущего|нашего|этого|[XХ]{2}I|21(?:-го)?|двадцать\sпервого)\s(?:века|столетия)",
    "ar": r"هذا\sالقرن|القرن\s(?:الحالي|الجاري|الراهن|الحادي\sوالعشرين|21)",
    "zh": "本|这个|当前|21|二十一",
}
_PAST = {
    "fr": r"(?:XX[eᵉ]?|20[eᵉ]|vingtième|dernier|précédent)\ssiècle|siècle\s(?:dernier|passé|précédent)",
    "es": r"(?:pasado|anterior)\ssiglo|siglo\s(?:XX|20|veinte|pasado|anterior)",
    "ru": r"(?:[XХ]{2}|20(?:-го)?|двадцатого|прошлого|минувшего)\s(?:века|столетия)",
    "ar": r"القرن\s(?:العشرين|الماضي|المنصرم|الفائت|السابق|20)",
    "zh": "上个?|20|二十",
}
"""This century, and the twentieth."""

_DECADE = pattern(r"\b((?:19|20)[1-9]0)['’]?s\b")


def decades(text: str, language: str) -> Iterator[Amount]:
    """Yield the decades that a text names.

    >>> [int(*one.values) for one in decades("les années cinquante de ce siècle", "fr")]
    [2050]
    >>> sorted(map(int, next(decades("в девяностых годах", "ru")).values))
    [1990, 2090]
    """
    if language == "en":
        for match in _DECADE.finditer(text):
            yield Amount(*match.span(), "decade", frozenset((Fraction(int(match[1])),)))
        return
    for match in _FORMS[language].finditer(text):
        named = match.groupdict()
        centuries = [1900] if named["past"] else [2000] if named["this"] else [1900, 2000]
        for tens in _tens(named):
            values = frozenset(Fraction(century + 10 * tens) for century in centuries)
            yield Amount(*match.span(), "decade", values)


def _tens(named: dict[str, str | None]) -> Iterator[int]:
    """Give the places of the decades in a match, two where they share what they are called: les années 80 et 90."""
    for name, held in named.items():
        if held and name not in {"this", "past"}:
            yield int(held) if held.isdecimal() else int(name[1:])


def _form(language: str) -> re.Pattern[str]:
    """Make a pattern of the decades of a language, each a group of its place from the first."""
    first, second = (_any_of(_TENS[language].split(), letter) for letter in "ab")
    figures = "(?P<figures>[1-9])0"
    century = rf"(?P<this>{_THIS[language]})|(?P<past>{_PAST[language]})"
    if language == "zh":
        pair = f"(?:(?:(?P<before>[1-9])0[、和至]|{second.replace('十', '')})(?=(?:[1-9]0|[三四五六七八九]十)年代))?"
        return pattern(rf"(?<![\d一二三四五六七八九十])(?:(?:{century})世纪的?)?{pair}(?:{figures}|{first})年代")
    behind = rf"(?:\s[^.;،؛]{{0,14}}?(?:{century}))?"
    if language == "ar":
        return pattern(rf"(?<!\w)[وبفل]?(?:ال|لل)?(?:{first})ي?ات(?!\w){behind}")
    if language == "ru":
        years = rf"(?:{figures}-[а-я]{{1,3}}|(?:{first})ы(?:[ехм]|ми))(?:\sгод\w*)?"
        return pattern(rf"(?<!\w){years}{behind}", re.IGNORECASE)
    years = "années" if language == "fr" else _YEARS
    one = rf"(?:['’]?{figures}(?!\d)|(?:{first})(?![\w-]))"
    other = rf"(?:\s(?:et|y)\s(?:['’]?(?P<behind>[1-9])0(?!\d)|(?:{second})(?![\w-])))?"
    return pattern(rf"\b{years}\s{one}{other}{behind}", re.IGNORECASE)


def _any_of(words: list[str], letter: str) -> str:
    """Find any of the decades, each in a group of a letter and its place."""
    return "|".join(reversed([f"(?P<{letter}{at}>{word})" for at, word in enumerate(words, 1) if word != "-"]))


_YEARS = r"(?:años|(?:década|decenio)\sde(?:\slos)?(?:\saños)?|los(?=\s\S+\sdel\s(?:pasado\s)?siglo))"
_FORMS = {language: _form(language) for language in _TENS}
