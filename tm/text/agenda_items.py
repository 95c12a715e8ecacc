"""Find the items of an agenda that a text names, in six languages: item 108 (a), point 108 a), البند 108 (أ)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tm.text.digits import ascii_digits
from tm.text.pattern import pattern

_LETTER = r"\s?[(（]?\s?(?:[A-Za-zа-я]|[ivx]{1,4}|[\u0621-\u064a]\u0640?)\s?[)）]"
_ONE = rf"\d{{1,3}}(?![\d/%]|[.,]\d)(?:{_LETTER}){{0,4}}"
_BETWEEN = (
    r"\s?(?:[,،、;–—-]|至|和|及|以及|或)\s?(?:(?:and|et|y|e|и|or|ou|o|или)\s)?(?:و\s?)?"
    r"|\s(?:and|et|y|e|и|to|through|à|a|al|au|до|по|or|ou|o|u|или|إلى|أو)\s|\sو\s?"
)
_SAME = r"(?:(?:des?|les?|los?|las?|del?|пункты?|пунктам?|البند(?:ين)?)\s)?"
_NUMBERS = rf"({_ONE}(?:(?:{_BETWEEN}){_SAME}{_ONE}){{0,30}})"
_WORD = {
    "en": r"\b(?:agenda\s|[Ss]ub-?)?[Ii]tems?\s(?:[Nn]os?\.\s)?",
    "fr": r"\b(?:[Ss]ous-)?[Pp]oints?\s(?:n[o°]s?\.?\s)?",
    "es": r"\b(?:[Tt]|[Ss]ubt)emas?\s(?:n[úu]ms?\.\s)?",
    "ru": r"\b(?:(?:[Пп]|[Пп]одп)ункт\w{0,3}|пп?\.)\s(?:повестки\sдня\s)?",
    "ar": r"(?:البند(?:ين|ان)?|البنود|للبند|لبند|بند|بندي|بنود|ببنود)\s(?:الفرعي[ةن]?\s)?(?:رقم\s)?",
    "zh": r"项目\s?",
}
_PATTERN = {language: pattern(word + _NUMBERS) for language, word in _WORD.items()}
_AGENDA = {
    "en": pattern(r"agenda|preliminary list|provisional list", re.IGNORECASE),
    "fr": pattern(r"ordre du jour|liste préliminaire|programme"),
    "es": pattern(r"programa|agenda|orden del día|lista preliminar"),
    "ru": pattern(r"повестк|перечн"),
    "ar": pattern("جدول\\s(?:ال)?[أا]عمال|القائمة"),
    "zh": pattern("议程|议题|暂定项目表|初步清单"),
}
_HEAD = {
    "en": pattern(r"\W{0,3}Items?\s\d"),
    "fr": pattern(r"\W{0,3}Points?\s\d"),
    "es": pattern(r"\W{0,3}Temas?\s\d"),
    "ru": pattern(r"\W{0,3}Пункты?\s\d"),
    "ar": pattern(r"\W{0,3}البن(?:د|ود|دان)\s\d"),
    "zh": pattern(r"\W{0,3}(?:议程)?项目\s?\d"),
}
"""How the heading of an item begins, which does not say of what."""

_RUN = pattern(rf"(\d{{1,3}})((?:{_LETTER}){{0,4}})")
_ITEM = {"en": "tem", "fr": "oint", "es": "ema", "ru": "п", "ar": "بن", "zh": "项目"}


@dataclass(frozen=True, slots=True)
class Item:
    """An item of an agenda: where its number and letters stand, its number, and its letters as they are written."""

    start: int
    end: int
    number: int
    letters: str


def find_agenda_items(text: str, language: str, *, anyway: bool = False) -> tuple[Item, ...]:
    """Find the items of agendas in a text without markup, in order; none where nothing is said of an agenda.

    Args:
        anyway: whether nothing need be said of one.

    >>> [(item.number, item.letters) for item in find_agenda_items("agenda items 12 (a), 13 and 14", "en")]
    [(12, ' (a)'), (13, ''), (14, '')]
    """
    is_there = _ITEM[language] in text
    if not is_there or not (anyway or _AGENDA[language].search(text) or _HEAD[language].match(text)):
        return ()
    text = ascii_digits(text)
    return tuple(
        Item(*run.span(), int(run[1]), run[2])
        for match in _PATTERN[language].finditer(text)
        for run in _RUN.finditer(text, *match.span(1))
    )
