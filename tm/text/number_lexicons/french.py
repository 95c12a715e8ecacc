"""French number words."""

from __future__ import annotations

from tm.text.number_lexicons.word import (
    HALF,
    QUARTERS,
    THIRD,
    TWO_THIRDS,
    Lexicon,
    alone,
    folds,
    hundred,
    joins,
    lexicon,
    multiplier,
    plural,
    slots,
    vague,
)

FOLDS = "e er é ée és ées ement ant ent era a"
"""Endings of words for multiplying: quintuple, décuplement."""

FRENCH: Lexicon = lexicon(
    slots("zéro un|une|unième deux trois quatre cinq six sept huit neuf dix onze douze treize", 0),
    slots("quatorze quinze seize", 14),
    slots("vingt|vingts trente quarante cinquante soixante septante octante|huitante nonante", 20, 10),
    alone("premier première premiers premières", 1),
    alone("second seconde", 2),
    slots("deuxième|deuxièmes troisième|troisièmes|tiers quatrième|quatrièmes cinquième|cinquièmes", 2),
    slots("sixième septième huitième neuvième dixième onzième douzième treizième quatorzième", 6),
    slots("quinzième seizième", 15),
    slots("vingtième trentième quarantième cinquantième soixantième", 20, 10),
    hundred("cent cents centième"),
    multiplier("mille millième", 1000),
    multiplier("million", 10**6),
    multiplier("milliard", 10**9),
    multiplier("billion", 10**12),
    plural("millions", 10**6),
    plural("milliards", 10**9),
    plural("billions", 10**12),
    vague("demi demie moitié moitiés mi", 2, *HALF),
    vague("tiers", 3, *THIRD, *TWO_THIRDS),
    vague("quart quarts", 4, *QUARTERS),
    vague("doubles bilatéral bilatérale bilatéraux binaire bis", 2),
    folds("doubl tripl quadrupl quintupl sextupl septupl octupl nonupl décupl", FOLDS, 2),
    folds("centupl", FOLDS, 100),
    vague("dizaine", 10),
    multiplier("douzaine douzaines", 12, loose=True),
    vague("quinzaine", 15, 14, 2),
    vague("vingtaine trentaine quarantaine", 20, 30, 40, 14),
    vague("centaine siècle", 100),
    vague("millier", 1000),
    vague("décennie décennies décennal décennale décennaux", 10),
    vague("biennal biennale biennaux", 2),
    vague("triennal triennale triennaux", 3),
    vague("quadriennal quadriennale", 4),
    vague("quinquennal quinquennale quinquennaux", 5),
    vague("semaine semaines", 7, 1, 2),
    vague("midi", 12),
    vague("minuit", 0, 24, 12),
    joins("et"),
)
