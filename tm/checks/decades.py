"""Find decades of this century as languages say them beside "2050s": les années 50 de ce siècle, خمسينات هذا القرن."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

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
    "fr": r"(?:ce|(?:présent|actuel|XXIe|21e)\s)\s?siècle|siècle\s(?:actuel|présent|en\scours)",
    "es": r"(?:este|(?:el\s)?presente|(?:el\s)?actual)\ssiglo|siglo\s(?:actual|presente|XXI|en\scurso)",
    "ru": r"(?:нынешнего|текущего|нашего|этого|XXI|21(?:-го)?)\s(?:века|столетия)",
    "ar": r"هذا\sالقرن|القرن\s(?:الحالي|الجاري|الراهن|الحادي\sوالعشرين|21)",
}
_AHEAD = pattern(r"\b(20[1-9]0)s\b")


class Decade(NamedTuple):
    """A decade of this century, by its first year."""

    start: int
    end: int
    kind: str
    values: frozenset[Fraction]


def decades(text: str, language: str) -> Iterator[Decade]:
    """Yield the decades of this century that a text names.

    >>> [int(*one.values) for one in decades("les années cinquante de ce siècle", "fr")]
    [2050]
    """
    if language == "en":
        for match in _AHEAD.finditer(text):
            yield _decade(*match.span(), int(match[1]))
        return
    for match in _FORMS[language].finditer(text):
        tens = match.groupdict().get("figures")
        place = int(tens or (match.lastgroup or "").removeprefix("n"))
        yield _decade(*match.span(), 2000 + 10 * place)


def _decade(start: int, end: int, year: int) -> Decade:
    return Decade(start, end, "decade", frozenset((Fraction(year),)))


def _form(language: str) -> re.Pattern[str]:
    """Make a pattern of the decades of a language, each a group of its place from the first."""
    words = _TENS[language].split()
    named = [f"(?P<n{place}>{word})" for place, word in enumerate(words, 1) if word != "-"]
    spelled = "|".join(reversed(named))
    figures = "(?P<figures>[1-9])0"
    if language == "zh":
        return pattern(rf"(?:本|这个|当前|21|二十一)世纪(?:{figures}|{spelled})年代")
    behind = rf"[^.;،؛]{{0,14}}?(?:{_THIS[language]})"
    if language == "ar":
        return pattern(rf"(?<!\w)[وبفل]?(?:ال|لل)?(?:{spelled})ي?ات\s{behind}")
    if language == "ru":
        return pattern(
            rf"(?<!\w)(?:{figures}(?:-[а-я]{{1,2}})?|(?:{spelled})\w{{1,3}})\sгод\w*\s{behind}", re.IGNORECASE
        )
    years = "années" if language == "fr" else "(?:años|década\\sde(?:\\slos)?)"
    return pattern(rf"\b{years}\s(?:{figures}|(?:{spelled})\b)\s{behind}")


_FORMS = {language: _form(language) for language in _TENS}
