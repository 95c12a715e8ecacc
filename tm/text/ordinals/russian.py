"""Russian ordinals in words, первый to сто девяносто девятый, in all genders and cases."""

from __future__ import annotations

import re

from tm.text.ordinals.grammar import Features, Grammar, lowered

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

_WORD = re.compile(r"\s(?:<[^<>]{1,8}>)?([а-яё-]+)", re.IGNORECASE)
_EITHER = ("ой", "ей", "ом", "ем")
_FEMININE = ("и", "ы", "е", "ью")
_FEMININE_PLURAL = ("сий", "ций", "реч", "ниц")  # genitive: шестой и седьмой сессий
_MASCULINE = re.compile(r"(?:[бвгджзклмнпрстфхцчшщ]|ый)\Z")


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
    """Tell шестой (пункт) from шестой (сессии) by the noun, which may follow an adjective or two."""
    if features != {"m", "f.obl"}:
        return ""
    place, plural = 0, False
    for _ in range(5):
        if not (word := _WORD.match(after, place)):
            return ""
        noun, place = word[1].lower(), word.end()
        if noun in {"и", "или"}:
            plural = True
        elif not noun.endswith(_EITHER) and noun not in _CARDINALS:
            return _gender(noun, plural)
    return ""


def _gender(noun: str, plural: bool) -> str:
    if noun.endswith(_FEMININE_PLURAL):
        return "f.obl"
    if plural:
        return ""
    if noun.endswith(_FEMININE):
        return "f.obl"
    return "m" if _MASCULINE.search(noun) else ""


def key(text: str) -> str:
    """Write small, with е for ё."""
    return lowered(text).replace("ё", "е")


RUSSIAN = Grammar(spell, tuple(_HARD), 199, key, {}, choose)
