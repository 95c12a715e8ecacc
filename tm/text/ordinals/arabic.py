"""Arabic ordinals in words, الأول to التاسع والتسعون بعد المائة, in both genders and cases."""

from __future__ import annotations

from tm.text.ordinals.grammar import Features, Grammar
from tm.text.pattern import pattern

_FEMININE = "أولى ثانية ثالثة رابعة خامسة سادسة سابعة ثامنة تاسعة عاشرة".split()
_MASCULINE = "أول ثاني ثالث رابع خامس سادس سابع ثامن تاسع عاشر".split()
_TENS = "- - عشر ثلاث أربع خمس ست سبع ثمان تسع".split()
_AFTER_HUNDRED = "بعد المائة"  # "after the hundredth": 101st and so on

_GENITIVE = pattern(
    r"(?:\A|\s)(?:(?:[وف]?(?:في|من|إلى|الى|عن|على|خلال|أثناء|منذ|حتى|قبل|بعد|عقب|لدى|بشأن|أعمال|دورات|تقرير|ختام"
    r"|افتتاح|انعقاد|جدول|إحياء|إحياءً|بمناسبة|بحلول|حلول)\s+\w+)|(?:[وف]?(?:لل|بال|ب|ل)\w+))(?:\sال\w+)?\s\Z"
)
"""A preposition, or a noun in the construct state, before the noun: what agrees with it is in the genitive."""

_OBJECT = pattern(r"\sال\w+\s(?:\w+ت(?:ها|ه|هم|هما))\s\Z")
"""Behind the subject: عقدت اللجنة دورتها, the Committee held its session. The accusative is written as the genitive."""

_NOUN = pattern(r"(\w+)\s\Z")
_FEMININE_ENDINGS = ("ة", "ات", "ته", "تها", "تهم", "تنا")

_NOMINATIVE = pattern(r"\A\s*(?:<[^<>]{1,8}>)?(?:ال)\w+(?<!ين)\s\Z")
"""The noun is the first word: a heading, الدورة السادسة والسبعون. Not of two, التقريرين, which is no nominative."""

FEATURES = ("f.the.nom", "f.the.gen", "m.the.nom", "m.the.gen", "f.nom", "f.gen", "m.nom", "m.gen")


def spell(value: int, feature: str) -> str:
    """Spell an ordinal: units agree in gender, tens in case.

    >>> spell(76, "f.the.nom"), spell(77, "f.the.gen"), spell(11, "m.the.gen"), spell(1, "f.the.nom")
    ('السادسة والسبعون', 'السابعة والسبعين', 'الحادي عشر', 'الأولى')
    """
    definite = ".the." in feature
    if value >= 100:  # the hundredth itself is written as the per cent of في المائة
        return f"{spell(value - 100, feature)} {_AFTER_HUNDRED}" if definite and value > 100 else ""
    article = "ال" if definite else ""
    feminine = feature.startswith("f")
    tens, unit = divmod(value, 10)
    if value <= 10:
        return article + (_FEMININE if feminine else _MASCULINE)[value - 1]
    if not unit:
        return f"{article}{_ten(tens, feature)}" if definite else ""
    first = ("حادية" if feminine else "حادي") if unit == 1 else (_FEMININE if feminine else _MASCULINE)[unit - 1]
    if value < 20:
        return f"{article}{first} {'عشرة' if feminine else 'عشر'}"
    return f"{article}{first} و{article}{_ten(tens, feature)}"


def _ten(tens: int, feature: str) -> str:
    return _TENS[tens] + ("ون" if feature.endswith("nom") else "ين")


def choose(features: Features, before: str, after: str) -> str:
    """Find gender and case where the old ordinal does not show them, by its noun and what stands before that."""
    genders = {feature.rsplit(".", 1)[0] for feature in features}
    cases = {feature.rsplit(".", 1)[1] for feature in features}
    if len(genders) > 1:
        genders = {gender for gender in genders if gender.startswith(_gender(before[-60:]))}
    if len(cases) > 1:
        oblique = _GENITIVE.search(before[-60:]) or _OBJECT.search(before[-60:])
        cases = {"gen"} if oblique else {"nom"} if _NOMINATIVE.match(before) else set()
    return f"{genders.pop()}.{cases.pop()}" if len(genders) == len(cases) == 1 else ""


def _gender(before: str) -> str:
    noun = _NOUN.search(before)
    if not noun:
        return "?"
    return "f" if noun[1].endswith(_FEMININE_ENDINGS) else "m" if noun[1].startswith("ال") else "?"


_PLAIN = str.maketrans("أإآ", "ااا")


def key(text: str) -> str:
    """Leave the hamza of alif out, as many writers do."""
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("مئة", "مائة").translate(_PLAIN)


_FIRST_AFTER_HUNDRED = f"الحادية {_AFTER_HUNDRED}"
ARABIC = Grammar(
    spell, FEATURES, 199, key, {_FIRST_AFTER_HUNDRED: (101, frozenset(("f.the.nom", "f.the.gen")))}, choose
)
