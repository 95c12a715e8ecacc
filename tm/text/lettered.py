"""Find the capital letters that name parts of a document: section B, annexe C, раздел D, 附件A, الفرع باء."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tm.text.pattern import pattern

_NOUNS = {
    "en": r"(?:sub)?sections?|sect\.|annex(?:es)?|appendix|appendices|enclosures?|attachments?|parts?|tables?"
    r"|schedules?|groups?|lists?|categor(?:y|ies)|class|zones?|options?",
    "fr": r"(?:sous-)?sections?|sect\.|annexes?|appendices?|pièces? jointes?|parties?|tableaux?"
    r"|groupes?|listes?|catégories?|classes?|zones?|options?",
    "es": r"(?:sub)?secci(?:ón|ones)|secc\.|anexos?|apéndices?|documentos? adjuntos?|partes?|cuadros?"
    r"|grupos?|listas?|categorías?|clases?|zonas?|opci(?:ón|ones)",
    "ru": r"(?:под)?раздел\w*|разд\.|приложени\w+|добавлени\w+|част(?:ь|и|ью|ей|ях)|таблиц\w*"
    r"|групп\w*|спис[ок]\w*|категори\w+|класс\w*|зон\w*|вариант\w*",
    "ar": r"[وفبلك]?(?:ال|لل)?(?:فرع|فرعان|فرعين|فروع|مرفق|مرفقان|مرفقين|مرفقات|تذييل|تذييلان|تذييلين"
    r"|ضميمة|جزء|جدول|مجموعة|قائمة|فئة|منطقة|خيار)",
    "zh": r"附件|附录|附文|附表|表|清单|选项",
}
_NAMES = "ألف باء جيم دال هاء واو زاي حاء".split()
"""Those that Arabic has for A to H."""

_LATIN = r"[A-HJ-UWYZ]"
"""I, V and X are Roman numerals."""

_END = r"(?![\w’'\N{COMBINING GRAVE ACCENT}-\N{COMBINING HORN}]|[.-]\w)"
_BETWEEN = {
    "en": r"(?:,\s|,?\s(?:and|or|to)\s|\s?[–-]\s?)",
    "fr": r"(?:,\s|\s(?:et|ou|à)\s|\s?[–-]\s?)",
    "es": r"(?:,\s|\s(?:y|o|a)\s|\s?[–-]\s?)",
    "ru": r"(?:,\s|\s(?:и|или|по)\s|\s?[–-]\s?)",
    "ar": r"(?:،\s|\s(?:أو|إلى)\s|\sو\s?)",
    "zh": r"[、和及至或]",
}
_ALONE = {
    "ar": pattern(rf"(?<=[\w\x00]\s[-–]\s)(?:{'|'.join(_NAMES)})(?!\w)"),
    "zh": pattern(rf"(?<![A-Za-z\d]){_LATIN}(?=[节款栏]|部分)|(?<=[IVX]\.){_LATIN}(?![A-Za-z\d.-])"),
    "": pattern(rf"(?<=[IVX]\.)(?<![A-Za-z]\.[IVX]\.){_LATIN}{_END}"),
}
"""Known without a word before them: chapter IV.B, 第四章B节, الفصل الرابع - باء."""

_ONE = {"ar": pattern(rf"(?:{'|'.join(_NAMES)}|{_LATIN})(?!\w)")}
_ANY = pattern(_LATIN)
_LONE = pattern(rf"{_LATIN}(?<![A-Za-z].)(?![A-Za-z])")
"""Quick to look for, and most texts have none."""


@cache
def _pattern(language: str) -> re.Pattern[str]:
    letter = (rf"(?:{'|'.join(_NAMES)}|{_LATIN})(?!\w)") if language == "ar" else _LATIN + _END
    before, gap = ("", r"\s?") if language == "zh" else (r"(?<!\w)", r"\s")
    letter = rf"{_LATIN}(?![A-Za-z\d.-])" if language == "zh" else letter
    return re.compile(
        rf"{before}(?i:{_NOUNS[language]}){gap}(?P<letters>{letter}(?:{_BETWEEN[language]}{letter}){{0,6}})"
    )


def find_lettered(text: str, language: str) -> Iterator[tuple[int, int, str]]:
    """Find the letters of a text behind the words for what they name: start, end, the Latin letter.

    >>> list(find_lettered("sections A and D", "en")), list(find_lettered("الفرع باء", "ar"))
    ([(9, 10, 'A'), (15, 16, 'D')], [(6, 9, 'B')])
    """
    if language != "ar" and not _LONE.search(text):
        return
    one = _ONE.get(language, _ANY)
    held = [
        found for match in _pattern(language).finditer(text) for found in one.finditer(text, *match.span("letters"))
    ]
    for found in (*held, *_ALONE.get(language, _ALONE[""]).finditer(text)):
        letter = found[0]
        yield *found.span(), letter if letter.isascii() else "ABCDEFGH"[_NAMES.index(letter)]


def write_lettered(written: str, letter: str) -> str:
    """Write another letter in the form of one; "" where its Arabic name is not known.

    >>> write_lettered("باء", "D"), write_lettered("B", "D")
    ('دال', 'D')
    """
    if written.isascii():
        return letter
    place = "ABCDEFGH".find(letter)
    return _NAMES[place] if place >= 0 else ""
