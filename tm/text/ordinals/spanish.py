"""Spanish ordinals in words, primero to centésimo nonagésimo noveno; primer and tercer before a noun."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tm.text.ordinals.grammar import Features, Grammar, lowered
from tm.text.pattern import pattern

_UNITS = (
    "- primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo undécimo duodécimo decimotercero"
    " decimocuarto decimoquinto decimosexto decimoséptimo decimoctavo decimonoveno"
).split()
_TENS = (
    "- - vigésimo trigésimo cuadragésimo quincuagésimo sexagésimo septuagésimo octogésimo nonagésimo centésimo"
).split()
_ENDINGS = {"m": "o", "f": "a", "mp": "os", "fp": "as", "short": "o"}
_NO_NOUN = pattern(
    r"(?:\s(?:y|e|o|u|de|del|en|a|al|con|por|para|que|se|es|fue|será|ha|más|como|entre|sobre|desde|hasta)\b"
    r"|\s?[^\w\s]|\s*\Z)"
)
"""What follows an ordinal that stands alone: its full form, primero."""

_ORDINAL = (
    r"(?:\d+\.?(?:[ºª°]|er)|(?:primer|segund|tercer|cuart|quint|sext|s[ée]ptim|octav|noven|d[ée]cim|und[ée]cim"
    r"|duod[ée]cim|cent[ée]sim|decimo|vig[eé]sim|trig[ée]sim|cuadrag[ée]sim|quincuag[ée]sim|sexag[ée]sim"
    r"|septuag[ée]sim|octog[ée]sim|nonag[ée]sim)[^\W\d_]*)"
)
_AND_ANOTHER = pattern(rf"(?:,|\sa)\s{_ORDINAL}|\s[yeou]\s", re.IGNORECASE)
"""Primero y segundo informes, or primer y segundo informes; el tercer y último: both are written."""

_CHAIN = pattern(rf"([^\W\d_]+)\s(?:{_ORDINAL}(?:\s{_ORDINAL})?(?:,\s|\s[yeou]\s))*\Z", re.IGNORECASE)
"""What stands before the first of several ordinals: informes primero y."""

_CLOSED = pattern(r"\A(?:</?[^<>]{1,8}>|[\"»”’)])+(?=\s\w)")
"""A noun may follow behind what closes: <1>sexto</1> informe."""

_OPENED = pattern(r"\s[\"«“‘(\[]")
"""What opens between an ordinal and, perhaps, its noun: segundo (y último) informe."""

_WORD_AFTER = pattern(r"\s(?:<[^<>]{1,8}>)?([^\W\d_]+)")
_SINGULAR_IN_S = frozenset(
    "lunes martes miércoles jueves viernes mes país análisis interés énfasis bis paréntesis".split()
)
_MAY_BE_A_VERB = pattern(r"(?:[aáó]|(?:ec|ien|pon|uy|crib|nd)e)\Z")
"""El segundo indica, contiene, estableció: behind an article an ordinal may stand alone."""

_MASCULINE_IN_A = frozenset(
    "programa tema problema sistema día idioma clima planeta mapa esquema diagrama dilema panorama".split()
)
_NEAR = 60
"""Characters before an ordinal that may tell its form."""

_BEFORE_A_NOUN = frozenset(
    "y el del al su sus un este ese aquel dicho nuestro mi cada todo en de sobre para por con sin y e o u a tras ante"
    " desde hasta durante entre según como hacia la las los lo que otro ningún algún tal".split()
)


def spell(value: int, feature: str) -> str:
    """Spell an ordinal; "short" is the masculine before a noun.

    >>> spell(76, "m"), spell(71, "short"), spell(13, "short"), spell(21, "f"), spell(80, "fp")
    ('septuagésimo sexto', 'septuagésimo primer', 'decimotercer', 'vigésima primera', 'octogésimas')
    """
    words = list(_words(value))
    if feature == "short" and words[-1].endswith(("primero", "tercero")):
        return " ".join([*words[:-1], words[-1][:-1]])
    return " ".join(word[:-1] + _ENDINGS[feature] for word in words)


def _words(value: int) -> Iterator[str]:
    tens, unit = divmod(value, 10)
    if value >= 100:
        yield "centésimo"
        if value > 100:
            yield from _words(value - 100)
    elif value < 20:
        yield _UNITS[value]
    else:
        yield _TENS[tens]
        if unit:
            yield _UNITS[unit]


def choose(features: Features, before: str, after: str) -> str:
    """Use the short form directly before a masculine noun in the singular, and none where that is not sure.

    >>> both = frozenset(("m", "short"))
    >>> choose(both, "su ", " período"), choose(both, "Informes primero y ", " combinados"), choose(both, "", " días")
    ('short', 'm', '')
    """
    if features != {"m", "short"}:
        return ""
    after = _CLOSED.sub("", after[:_NEAR])
    word, held = _WORD_AFTER.match(after), _CHAIN.search(before[-_NEAR:])
    noun_before = held[1].lower() if held and held[1].lower() not in _BEFORE_A_NOUN else ""
    if _AND_ANOTHER.match(after) and not noun_before:
        return ""
    if _OPENED.match(after):
        return ""
    if _NO_NOUN.match(after) or not word:
        return "m"
    noun = word[1].lower()
    if _MAY_BE_A_VERB.search(noun) and noun not in _MASCULINE_IN_A:
        return ""
    if noun.endswith("s") and noun not in _SINGULAR_IN_S:
        return "m" if noun_before.endswith("s") else ""
    return "" if noun_before else "short"


def _fused() -> Iterator[tuple[str, tuple[int, Features]]]:
    """Give vigesimosexto and décimo sexto, which are written as well."""
    for unit in range(1, 10):
        for feature in _ENDINGS:
            form = spell(unit, feature)
            features = frozenset(("m", "short")) if feature in {"m", "short"} else frozenset((feature,))
            if unit in {1, 3} and feature in {"m", "short"}:
                features = frozenset((feature,))
            yield f"vigesimo{form}", (20 + unit, features)
            yield f"décim{_ENDINGS[feature]} {form}", (10 + unit, features)


SPANISH = Grammar(spell, ("m", "short", "f", "mp", "fp"), 199, lowered, dict(_fused()), choose)
