"""Russian ordinals in words, первый to сто девяносто девятый, in all genders and cases."""

from __future__ import annotations

import re

from tm.text.ordinals.grammar import Features, Grammar, lowered
from tm.text.pattern import pattern

_UNITS = (
    "- перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат"
    " шестнадцат семнадцат восемнадцат девятнадцат"
).split()
_TENS = "- десят двадцат тридцат сороков пятидесят шестидесят семидесят восьмидесят девяност сот".split()
_CARDINALS = "- - двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто".split()

_HARD = {
    "m": "ый", "f": "ая", "n": "ое", "p": "ые", "gen": "ого", "dat": "ому", "ins": "ым", "loc": "ом",
    "f.obl": "ой", "f.acc": "ую", "p.gen": "ых", "p.ins": "ыми",
}  # fmt: skip
"""Nominatives, then the oblique cases; those of the masculine are those of the neuter, and "ins" is "p.dat"."""

_THIRD = {
    "m": "ий", "f": "ья", "n": "ье", "p": "ьи", "gen": "ьего", "dat": "ьему", "ins": "ьим", "loc": "ьем",
    "f.obl": "ьей", "f.acc": "ью", "p.gen": "ьих", "p.ins": "ьими",
}  # fmt: skip
_STRESSED = frozenset("втор шест седьм восьм сороков".split())
"""Their masculine ends in -ой, as does the feminine of the oblique cases."""

_WORD = pattern(r"(?:\s|-)(?:<[^<>]{1,8}>)?([а-яё]+)", re.IGNORECASE)
_COORDINATED = pattern(r"([а-яё]+)(?:,\s|,?\s(?:и|или|либо)\s)\Z", re.IGNORECASE)
_PREPOSITION = pattern(
    r"(?<!\w)(?:ко?|об?|от|до|для|из|со?|без|после|у|между|около|против|кроме|при|над|перед)\s\Z", re.IGNORECASE
)
"""None of them takes the accusative, so that -ой behind them is feminine; в, на, за and по may take it."""

_PLURAL = pattern(r"(?:\A|\s)[а-яё]{2,}(?:ые|[кгхщш]ие)\s(?:[а-яё]+(?:,\s|,?\s(?:и|или)\s))?\Z", re.IGNORECASE)
"""An adjective of several in the nominative: сводные шестой и седьмой доклады."""

_OBLIQUE_PLURAL = pattern(r"(?:[ая]х|[ая]м|[ая]ми|[ыи]х|[ыи]ми|сий|ций|реч|ниц|ей|глав)\Z")
_FEMININE = ("и", "ы", "е", "ью", "ей")
_MASCULINE = pattern(r"(?:[бвгджзклмнпрстфцчшщ]|ый|ь|ай|(?:музе|юбиле|лице|трофе)й)\Z")
_EITHER = ("ой", "ом", "ем")
_IN_OM = frozenset("том дом объем объём подъем подъём прием приём".split())
"""Nouns, and no adjectives to look behind."""

_ADJECTIVES = frozenset("очередной основной годовой большой выездной страновой полугодовой".split())
"""Those that end in -ой in the masculine as well."""

_SMALL = frozenset("без для над под при про перед через также уже еще ещё почти или либо".split())
_NEAR = 60
"""Characters before an ordinal that may tell its form."""

_SHORTEST = 3  # letters of a noun; what is shorter is a preposition
_MASCULINE_STEMS = ("доклад", "пункт", "раздел", "этап", "документ", "проект", "комитет", "том", "год", "квартал")


def spell(value: int, feature: str) -> str:
    """Spell an ordinal: only its last word is inflected.

    >>> spell(76, "f"), spell(77, "f.obl"), spell(40, "m"), spell(63, "gen"), spell(80, "f.acc")
    ('семьдесят шестая', 'семьдесят седьмой', 'сороковой', 'шестьдесят третьего', 'восьмидесятую')
    """
    if value > 100:
        return f"сто {spell(value - 100, feature)}"
    if value < 20:
        return _inflected(_UNITS[value], feature)
    tens, unit = divmod(value, 10)
    return f"{_CARDINALS[tens]} {_inflected(_UNITS[unit], feature)}" if unit else _inflected(_TENS[tens], feature)


def _inflected(stem: str, feature: str) -> str:
    if stem == "трет":
        return stem + _THIRD[feature]
    return stem + ("ой" if feature == "m" and stem in _STRESSED else _HARD[feature])


def choose(features: Features, before: str, after: str) -> str:
    """Tell шестой (пункт) from шестой (сессии) by what it is coordinated with, a preposition, or the noun."""
    if features != {"m", "f.obl"}:
        return ""
    before = before[-_NEAR:]
    told = {_told_before(before), _told_after(before, after)} - {""}
    return told.pop() if len(told) == 1 else ""


def _told_before(before: str) -> str:
    neighbour = _COORDINATED.search(before)
    if neighbour and (feature := _of_ordinal(neighbour[1].lower())):
        return feature
    if _PLURAL.search(before):
        return "m"
    start = before[: neighbour.start()] if neighbour and _is_ordinal(neighbour[1].lower()) else before
    return "f.obl" if _PREPOSITION.search(start) else ""


def _is_ordinal(word: str) -> bool:
    return word.removesuffix("ой") in _STRESSED or bool(_of_ordinal(word))


def _of_ordinal(word: str) -> str:
    """Tell the form of an ordinal, or "" where it does not show."""
    word = word.replace("ё", "е")
    if word in {"третий", "третьей"}:
        return "m" if word == "третий" else "f.obl"
    stem = word[:-2]
    if stem in _STRESSED or stem not in {*_UNITS, *_TENS}:
        return ""
    return {"ый": "m", "ой": "f.obl"}.get(word[-2:], "")


def _told_after(before: str, after: str) -> str:
    place, plural, sure = 0, bool(_COORDINATED.search(before)), True
    for _ in range(6):
        if not (word := _WORD.match(after, place)):
            return ""
        noun, place = word[1].lower(), word.end()
        if feature := _of_ordinal(noun):
            return feature
        if noun in {"и", "или"}:
            plural = True
        elif len(noun) < _SHORTEST or noun in _SMALL:
            return ""
        elif noun in _IN_OM or not (noun == "сто" or noun in _CARDINALS or noun.endswith(_EITHER)):
            feature = _by_noun(noun, plural)
            return feature if sure or feature != "m" else ""
        elif noun.endswith("ой") and noun not in _ADJECTIVES and not _is_ordinal(noun):
            sure = False  # a noun, as in второй главой
    return ""


def _by_noun(noun: str, plural: bool) -> str:
    """Tell the form by the noun, or an adjective before it."""
    if noun.endswith(("ые", "ие")):
        return "m"  # several: the feminine would be -ая
    if noun.endswith("ий") and not plural:
        return "m"  # an adjective
    if plural:
        if _OBLIQUE_PLURAL.search(noun):
            return "f.obl"  # of a masculine it were -ого, -ому, -ым, -ом
        if noun.startswith(_MASCULINE_STEMS) and noun.endswith(("ы", "и")):
            return "m"
        return "f.obl" if noun.endswith(("ью", "ией", "е")) else ""
    if _MASCULINE.search(noun):
        return "m"
    return "f.obl" if noun.endswith(_FEMININE) else ""


def key(text: str) -> str:
    """Write small, with е for ё."""
    return lowered(text).replace("ё", "е")


RUSSIAN = Grammar(spell, tuple(_HARD), 199, key, {}, choose)
