"""Put the numbers, dates and symbols of a query into a remembered target, where that is surely right.

Pure and quick to say no: most pairs differ in a word, which a look at their words shows. What reads and writes values
is loaded only for the others.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import filterfalse

from tm.matching.change import Adapted
from tm.model.match import Change

__all__ = ["Adapted", "Change", "adapt"]

_LONGEST = 20_000
"""Characters; no sentence is that long, and what is would keep a lookup waiting."""

_MOST = 20_000
"""Words that are remembered."""


def adapt(query: str, source: str, target: str, source_language: str, target_language: str) -> Adapted | None:
    """Give the remembered target with the values of the query; None where that is not surely right.

    It is sure when the two sources differ only in placeables, at each place of one kind; when the target holds each
    old value as often as the source does; and when no word beside a number depends on it.

    >>> adapt("Item 108", "Item 99", "Punto 99", "en", "es").text
    'Punto 108'
    """
    mine, theirs = source_language.partition("-")[0], target_language.partition("-")[0]
    if mine not in _SIGNS or theirs not in _SIGNS or max(len(query), len(source), len(target)) > _LONGEST:
        return None
    if _hopeless(query, source, mine):
        return None
    from tm.matching.repair import repaired

    return repaired(query, source, target, mine, theirs)


_SIGNS = {
    "en": r"\d|[/@(]|(?<![A-Za-z])[IVXLC]+(?![a-z])|first|second|third|two|three|five|four|fif|six|seven|eigh"
    r"|nin|ten|elev|twel|twent|thirt|fort|hundre|illion|Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec|day|[ap]\.?m"
    r"|\b(?:and|one|of|an?|(?-i:[B-HJ-Z]))\b",
    "fr": r"\d|[/@)]|(?<![A-Za-z])[IVXLC]+(?![a-z])|(?-i:[IVX]+(?:er?|ème))\b|premi|second|ième|deux"
    r"|trois|quat|six|neuf|huit|dix|onze|douze|quinz|ize|soix|vingt|trente|quar|cinq|cent|milli|illion|janv|févr|juil\.|déc\.|mars|avri|mai|jui|août|sept|oct|nov|déce"
    r"|dis?\b|diman|\b(?:et|une?|de|heures?|h|(?-i:[A-HJ-Z]))\b",
    "es": r"\d|[/@)]|(?<![A-Za-z])[IVXLC]+(?![a-z])|ésim|prim|segund|terc|cuart|quint|sext|éptim|octav|noven|écim"
    r"|dos|tres|trei|veint|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieci|mill"
    r"|cuaren|cincu|sesen|seten|ochen|noven"
    r"|(?:ene|feb|mar|abr|may|jun|jul|ago|sept?|oct|nov|dic)\.|enero|febr|marzo|abril|mayo|juni|juli|agos|tiembre|octub|novie|dicie|lunes|martes|miérc|jueves|viern|sábado"
    r"|doming|\b(?:[ouy]|una?|(?-i:[A-HJ-Z]))\b",
    "ru": r"\d|[/@)]|(?<![A-Za-z])[IVXLC]+(?![a-z])|перв|втор|трет|четыр|тр[её][хм]|три|дв[аеу]|один|одн[аоу]|четв"
    r"|пят|шест|сем|седьм|восьм|восем|девят|девян|десят|надцат|двадцат|тридцат|сорок|сто|сот|млн|млрд|трлн|милли"
    r"|янв|фев|март|апр|ма[йяюе]|июн|июл|авг|сент|окт|нояб|дек|понед|сред|суб|воскр"
    r"|\b(?:[вск]о?|об?|(?-i:[A-HJ-Z]))\b",
    "ar": r"\d|[/@(]|(?<![A-Za-z])[IVXLC]+(?![a-z])|[اأ]ول|[اأإ]ثن|ثان|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر|حادي"
    r"|[اأ]حد|حدى|واحد|عشر|بعد|[مب]لايين|ملي[وا]|بليو|\bو?(?:ألف|باء|جيم|دال|هاء|واو|زاي|حاء|(?-i:[A-HJ-Z]))\b|ون|ين|مائة|مئة|يناير|فبراير|مارس|[اأ]بريل|مايو"
    r"|يوني|يولي|[اأ]غسطس|سبتمبر|[اأ]كتوبر|نوفمبر|ديسمبر|كانون|شباط|[آا]ذار|نيسان|[اأ]يار|حزيران|تموز|آب|[اأ]يلول"
    r"|تشرين|[اأ]فريل|[اأ]وت|جانفي|جوان|جويلية|فيفري|ماي|ثلاث|[اأ]ربع|خمس|ست|سبع|ثماني|تسع|خميس|جمعة|سبت|ساع|صباح|مساء",
    "zh": r"[\d两零〇○一二三四五六七八九十百千万亿月日年天上下晚午时分点./@A-Za-z()（）:?=&%#~_+-]",
}
"""What a word has that may be part of a placeable; quick to look for, and wider than what is found then."""


_BESIDE = {
    "en": r"an?|and|of",
    "fr": r"et|de",
    "es": r"[ouy]",
    "ru": r"[вск]о?|об?",
}
"""Words that go with a placeable, and are none: where only they differ, no value does."""


@cache
def _beside(language: str) -> re.Pattern[str]:
    return re.compile(_BESIDE.get(language, r"(?!)"), re.IGNORECASE)


class _Words(dict[str, bool]):
    """By word of a language, whether it may be part of a placeable: a document has most of its words many times."""

    def __init__(self, language: str) -> None:
        self._search = re.compile(_SIGNS[language], re.IGNORECASE if language != "zh" else 0).search

    def __missing__(self, word: str) -> bool:
        if len(self) >= _MOST:
            self.clear()
        found = self[word] = bool(self._search(word)) or word.isspace()
        return found


@cache
def _words(language: str) -> _Words:
    return _Words(language)


def _hopeless(query: str, source: str, language: str) -> bool:
    """Say whether some word that only one of the texts has can be no part of a placeable."""
    if query == source:
        return True
    mine, theirs = (list(query), list(source)) if language == "zh" else (query.split(), source.split())
    words, may_be = set(mine) ^ set(theirs), _words(language).__getitem__
    if words:
        return not all(map(may_be, words)) or all(map(_beside(language).fullmatch, words))
    # Of the same words: what can be no part of a placeable stands in the same order.
    return [*filterfalse(may_be, mine)] != [*filterfalse(may_be, theirs)]
