"""The cardinals from 2 to 99 in words, those of one gender and case together: twenty-one, двадцати пяти, 二十五."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

Form = Mapping[int, str]
"""The words of one gender and case, by number."""

_Table = Mapping[str, tuple[int, tuple[Form, ...]]]

_EN = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen"
).split()
_EN_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_FR = (
    "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf"
).split()
_FR_TENS = "vingt trente quarante cinquante soixante".split()
_ES = (
    "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho"
    " diecinueve veinte"
).split()
_ES_TWENTY = "dós trés cuatro cinco séis siete ocho nueve".split()
_ES_TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa".split()
_RU_MANY = (
    "пят шест сем восем девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат"
    " восемнадцат девятнадцат"
).split()
_RU_CASES = (
    # many; 20, 30, 40, 50, 60, 70, 80, 90; 2, 3, 4; 1
    ("ь", "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
     ("два три четыре", "две три четыре"), "один одна одно одну"),
    ("и", "двадцати тридцати сорока пятидесяти шестидесяти семидесяти восьмидесяти девяноста",
     ("двух трех четырех", "двум трем четырем"), "одного одной одному одном"),
    ("ью", "двадцатью тридцатью сорока пятьюдесятью шестьюдесятью семьюдесятью восемьюдесятью девяноста",
     ("двумя тремя четырьмя",), "одним одной"),
)  # fmt: skip
_AR_UNITS = {
    "m": "ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة".split(),
    "f": "ثلاث أربع خمس ست سبع ثماني تسع".split(),
}
_AR_TENS = "عشر ثلاث أربع خمس ست سبع ثمان تسع".split()
_AR_ONE = {"m": ("أحد عشر", "واحد"), "f": ("إحدى عشرة", "إحدى")}
_AR_TWO = {
    "m nom": ("اثنا", "اثنان"),
    "m gen": ("اثني", "اثنين"),
    "f nom": ("اثنتا", "اثنتان"),
    "f gen": ("اثنتي", "اثنتين"),
}
_ZH = "一 二 三 四 五 六 七 八 九".split()


def _english() -> Iterator[Form]:
    tens = {10 * ten: word for ten, word in enumerate(_EN_TENS, 2)}
    units = ["one", *_EN[:8]]
    compounds = {t + unit: f"{ten}-{word}" for t, ten in tens.items() for unit, word in enumerate(units, 1)}
    yield dict(enumerate(_EN, 2)) | tens | compounds


def _french() -> Iterator[Form]:
    for one in ("un", "une"):
        form = dict(enumerate(_FR, 2))
        for ten, word in enumerate(_FR_TENS, 2):
            form |= {10 * ten: word, 10 * ten + 1: f"{word} et {one}"}
            form |= {10 * ten + unit: f"{word}-{_FR[unit - 2]}" for unit in range(2, 10)}
        form |= {60 + unit: f"soixante-{_FR[unit - 2]}" for unit in range(10, 20)} | {71: "soixante et onze"}
        form |= {80: "quatre-vingts", 81: f"quatre-vingt-{one}"}
        yield form | {80 + unit: f"quatre-vingt-{_FR[unit - 2]}" for unit in range(2, 20)}


def _spanish() -> Iterator[Form]:
    for one, other in (("ún", "un"), ("una", "una"), ("uno", "uno")):
        form = dict(enumerate(_ES, 2)) | {21: f"veinti{one}"}
        form |= {20 + unit: f"veinti{word}" for unit, word in enumerate(_ES_TWENTY, 2)}
        for ten, word in enumerate(_ES_TENS, 3):
            form |= {10 * ten: word, 10 * ten + 1: f"{word} y {other}"}
            form |= {10 * ten + unit: f"{word} y {_ES[unit - 2]}" for unit in range(2, 10)}
        yield form


def _russian() -> Iterator[Form]:
    """Yield forms by what they ask of a noun as well: двух, and not двадцати двух, may be an animate accusative."""
    for ending, tens, few, ones in _RU_CASES:
        stems = [stem.replace("восем", "восьм") if ending == "и" and stem == "восем" else stem for stem in _RU_MANY]
        many = {number: stem + ending for number, stem in enumerate(stems, 5)}
        round_ones = {10 * ten: word for ten, word in enumerate(tens.split(), 2)}
        compounds = {t + unit: f"{ten} {many[unit]}" for t, ten in round_ones.items() for unit in range(5, 10)}
        yield many | round_ones | compounds
        for row in few:
            small = dict(enumerate(row.split(), 2))
            great = {t + unit: f"{ten} {word}" for t, ten in round_ones.items() for unit, word in small.items()}
            yield from (small | great,) if ending == "ь" else (small, great)
        for one in ones.split():
            yield {ten + 1: f"{word} {one}" for ten, word in round_ones.items()}


def _arabic() -> Iterator[Form]:
    for gender, units in _AR_UNITS.items():
        yield dict(enumerate([*units, "عشرة" if gender == "m" else "عشر"], 3))
    for gender, units in _AR_UNITS.items():
        for case, ending in (("nom", "ون"), ("gen", "ين")):
            ten = "عشر" if gender == "m" else "عشرة"
            eleven, one = _AR_ONE[gender]
            twelve, two = _AR_TWO[f"{gender} {case}"]
            form = {11: eleven, 12: f"{twelve} {ten}"}
            form |= {10 + unit: f"{word} {ten}" for unit, word in enumerate(units, 3)}
            for tens, stem in enumerate(_AR_TENS, 2):
                form[10 * tens] = stem + ending
                form |= {10 * tens + unit: f"{word} و{stem}{ending}" for unit, word in enumerate([one, two, *units], 1)}
            yield {number: word for number, word in form.items() if not word.startswith("ثماني و")}  # ثمان and ثمانيا


def _chinese() -> Iterator[Form]:
    tens = ["", "十", *(f"{ten}十" for ten in _ZH[1:])]
    words = [ten + unit for ten in tens for unit in ("", *_ZH)]
    yield dict(enumerate(words[2:], 2)) | {2: "两"}


_FORMS = {"ar": _arabic, "en": _english, "es": _spanish, "fr": _french, "ru": _russian, "zh": _chinese}


@cache
def forms(language: str) -> tuple[Form, ...]:
    """Give the forms of a language.

    >>> [form[71] for form in forms("fr")], [form[22] for form in forms("zh")]
    (['soixante et onze', 'soixante et onze'], ['二十二'])
    """
    return tuple(_FORMS[language]())


_SAME = str.maketrans("ё\N{NO-BREAK SPACE}\N{HYPHEN}\N{NON-BREAKING HYPHEN}أإ", "е --اا")


def _key(word: str) -> str:
    return " ".join(word.lower().translate(_SAME).replace("-et-", " et ").split())


@cache
def _meanings(language: str) -> _Table:
    found: dict[str, tuple[int, tuple[Form, ...]]] = {}
    for form in forms(language):
        for number, word in form.items():
            key = _key(word)
            found[key] = number, (*found.get(key, (0, ()))[1], form)
    return found


def cardinal(word: str, language: str) -> int | None:
    """Give the number that a word or several say, None for any other.

    >>> cardinal("Vingt et une", "fr"), cardinal("ثلاثة وعشرين", "ar"), cardinal("двадцать пяти", "ru")
    (21, 23, None)
    """
    found = _meanings(language).get(_key(word))
    return found[0] if found else None


def in_same_form(word: str, value: int, language: str) -> set[str]:
    """Give the words for another number that have the gender and case of one: several where it does not show them.

    >>> in_same_form("двух", 3, "ru"), sorted(in_same_form("trente", 21, "fr"))
    ({'трех'}, ['vingt et un', 'vingt et une'])
    """
    found = _meanings(language).get(_key(word))
    return {form[value] for form in found[1] if value in form} if found else set()
