"""French ordinals in words, premier to cent quatre-vingt-dix-neuvième, in both genders and numbers."""

from __future__ import annotations

import re

from tm.text.ordinals.grammar import Features, Grammar, lowered
from tm.text.pattern import pattern

_UNITS = (
    "- unième deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième"
    " treizième quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième"
).split()
_TENS = "- - vingt trente quarante cinquante soixante".split()
_FIRST = {"m": "premier", "f": "première", "mp": "premiers", "fp": "premières"}

_FEMININE_BEFORE = pattern(r"(?:\bla|\bune|\bcette|\bsa|\bma)\s\Z", re.IGNORECASE)
_MASCULINE_BEFORE = pattern(r"(?:\ble|\bun|\bdu|\bau|\bce|\bson|\bcet)\s\Z", re.IGNORECASE)
_FEMININE_AFTER = pattern(
    r"\s(?:session|séance|réunion|année|fois|partie|phase|édition|conférence|commission|série|période|place"
    r"|décennie|étape|question|assemblée|lecture|reprise|résolution|ligne|colonne|page|semaine|journée)\b"
)
_MASCULINE_AFTER = pattern(
    r"\s(?:rapport|comité|point|jour|anniversaire|alinéa|paragraphe|trimestre|semestre|siècle|chapitre|cycle|mois"
    r"|projet|groupe|examen|plan|congrès|forum|sommet|additif|argument|élément|objectif)\b"
)


def spell(value: int, feature: str) -> str:
    """Spell an ordinal; only the first has a feminine of its own.

    >>> spell(76, "f"), spell(71, "f"), spell(81, "f"), spell(1, "f"), spell(80, "m")
    ('soixante-seizième', 'soixante et onzième', 'quatre-vingt-unième', 'première', 'quatre-vingtième')
    """
    if value == 1:
        return _FIRST[feature]
    return _spell(value) + ("s" if feature.endswith("p") else "")


def _spell(value: int) -> str:
    if value >= 100:
        return f"cent {_spell(value - 100)}" if value > 100 else "centième"
    if value < 20:
        return _UNITS[value]
    if value >= 80:
        return f"quatre-vingt-{_UNITS[value - 80]}" if value > 80 else "quatre-vingtième"
    tens, unit = (6, value - 60) if value >= 60 else divmod(value, 10)
    stem = _TENS[tens]
    if unit == 0:
        return stem.removesuffix("e") + "ième"
    return f"{stem} et {_UNITS[unit]}" if unit in {1, 11} else f"{stem}-{_UNITS[unit]}"


def choose(features: Features, before: str, after: str) -> str:
    """Find the gender by the article or by a noun that is common here."""
    for feature, here, there in (
        ("f", _FEMININE_BEFORE, _FEMININE_AFTER),
        ("m", _MASCULINE_BEFORE, _MASCULINE_AFTER),
    ):
        if feature in features and (there.match(after) or here.search(before)):
            return feature
    return ""


FRENCH = Grammar(
    spell,
    ("m", "f", "mp", "fp"),
    199,
    lowered,
    {
        "second": (2, frozenset("m")),
        "seconde": (2, frozenset("f")),
    },
    choose,
)
