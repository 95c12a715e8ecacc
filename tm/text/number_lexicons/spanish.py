"""Spanish number words."""

from __future__ import annotations

from dataclasses import replace

from tm.text.number_lexicons.word import (
    FIFTH,
    HALF,
    QUARTERS,
    THIRD,
    TWO_THIRDS,
    Forms,
    Lexicon,
    folds,
    joins,
    lexicon,
    multiplier,
    number,
    plural,
    slots,
    vague,
)


def hundreds(stems: str) -> Forms:
    """Give 200 to 900: doscientos, doscientas."""
    for index, stem in enumerate(stems.split(), 2):
        yield from number(f"{stem}ientos {stem}ientas", 100 * index)


def ordinals(stems: str, start: int, step: int = 1) -> Forms:
    """Give ordinals, -o -a -os -as; segundos and segundas are seconds of time."""
    for index, stem in enumerate(stems.split()):
        value = start + index * step
        endings = ("o", "a") if value == 2 else ("o", "a", "os", "as")
        forms = number(" ".join(stem + ending for ending in endings), value, loose=value <= 2)
        yield from ((form, replace(word, is_ordinal=True)) for form, word in forms)


FOLDS = "plicar plica plicado plicada plicados plicadas plicó plican plicaron plicará plicarse plicación plicando"
"""Endings of words for multiplying: decuplicar."""

SPANISH: Lexicon = lexicon(
    slots("cero uno|una|un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce", 0),
    slots("quince dieciséis|dieciseis diecisiete dieciocho diecinueve veinte", 15),
    slots("veintiuno|veintiún|veintiuna veintidós|veintidos veintitrés veinticuatro veinticinco", 21),
    slots("veintiséis veintisiete veintiocho veintinueve", 26),
    slots("treinta cuarenta cincuenta sesenta setenta ochenta noventa cien|ciento", 30, 10),
    hundreds("dosc tresc cuatroc quin seisc setec ochoc novec"),
    number("primer", 1, loose=True),
    number("tercer", 3),
    ordinals("primer segund tercer cuart quint sext séptim octav noven décim undécim duodécim", 1),
    ordinals("decimotercer decimocuart decimoquint decimosext decimoséptim decimoctav", 13),
    ordinals("decimonoven vigésim", 19),
    ordinals("trigésim cuadragésim quincuagésim sexagésim septuagésim octogésim nonagésim", 30, 10),
    ordinals("centésim", 100),
    ordinals("ducentésim tricentésim cuadringentésim quingentésim sexcentésim septingentésim octingentésim", 200, 100),
    multiplier("mil", 1000),
    multiplier("millón", 10**6),
    multiplier("billón", 10**12),
    plural("miles", 1000),
    plural("millones", 10**6),
    plural("billones", 10**12),
    vague("medio media mitad mitades", 2, *HALF),
    vague("tercio tercios tercera terceras", 3, *THIRD, *TWO_THIRDS),
    number("cuarto cuarta cuartos cuartas", 4, *QUARTERS, loose=True),
    number("quinto quinta", 5, *FIFTH),
    vague("doble dobles ambos ambas par bilateral binario", 2),
    folds("du tri cuadru quintu sextu septu octu - decu", FOLDS, 2),
    folds("centu", FOLDS, 100),
    vague("triple", 3),
    vague("bienal bienales bienio", 2),
    vague("trienal trienales", 3),
    vague("cuadrienal cuatrienal", 4),
    vague("quinquenal quinquenales", 5),
    vague("decena década décadas decenio decenios decenal decenales", 10),
    multiplier("docena docenas", 12, loose=True),
    vague("mediodía", 12),
    vague("quincena", 15, 14, 2),
    vague("centenar siglo", 100),
    vague("millar", 1000),
    vague("semana semanas", 7, 1, 2),
    vague("medianoche", 0, 24, 12),
    joins("y"),
)
