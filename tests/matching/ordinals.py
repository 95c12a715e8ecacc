"""Ordinals and small numbers in words, in the gender and case that a sentence needs, by the rules of each language."""

from tests.locales import sessions

CASES_RU = {
    "f": {"nom": "ая", "gen": "ой", "prep": "ой", "acc": "ую"},
    "m": {"nom": "ый", "gen": "ого", "prep": "ом"},
}
MASCULINE_AR = "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر".split()

COUNTED = {
    "ar": "ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة".split(),
    "zh": "三 四 五 六 七 八 九 十".split(),
    "fr": "trois quatre cinq six sept huit neuf dix".split(),
    "ru": "три четыре пять шесть семь восемь девять десять".split(),
    "es": "tres cuatro cinco seis siete ocho nueve diez".split(),
}
"""Three to ten, before a noun that is masculine in Arabic."""


def ordinal(language: str, n: int, manner: str) -> str:
    """Name the nth, 1 to 99; `manner` is gender and case, such as `f.gen`, as far as the language has them."""
    return _RULES[language](n, manner)


def _english(n: int, manner: str) -> str:
    return sessions.english(n).removesuffix(" session").lower()


def _french(n: int, manner: str) -> str:
    name = sessions.french(n).removesuffix(" session").lower()
    return "premier" if name == "première" and manner == "m" else name


def _spanish(n: int, manner: str) -> str:
    """Before a masculine noun primer and tercer; alone primero and tercero; feminine in both parts: vigésima primera."""
    name = sessions.spanish(n).removesuffix(" período de sesiones").lower()
    if manner == "m.alone" and name.endswith("er"):
        return name + "o"
    return name


def _russian(n: int, manner: str) -> str:
    """Only the last word is an ordinal and declines: на семьдесят шестой сессии."""
    gender, case = manner.split(".")
    name = sessions.russian(n).removesuffix(" сессия").lower()
    if name.endswith("третья"):
        return name.removesuffix("ья") + {"nom": "ья", "acc": "ью"}.get(case, "ьей")
    return name.removesuffix("ая") + CASES_RU[gender][case]


def _chinese(n: int, manner: str) -> str:
    return sessions.chinese(n).removeprefix("第").removesuffix("届会议")


def _arabic(n: int, manner: str) -> str:
    """Both parts agree in gender, the tens in case; eleventh to nineteenth do not change."""
    gender, case = manner.split(".")
    name = sessions.arabic(n).removeprefix("الدورة ")
    if gender == "m":
        if n > 19:
            raise ValueError("masculine ordinals go up to the nineteenth here")
        units = ["الحادي", *MASCULINE_AR[1:9]]
        name = MASCULINE_AR[n - 1] if n <= 10 else f"{units[n - 11]} عشر"
    return name.removesuffix("ون") + "ين" if case == "gen" and name.endswith("ون") else name


_RULES = {"en": _english, "fr": _french, "es": _spanish, "ru": _russian, "zh": _chinese, "ar": _arabic}
