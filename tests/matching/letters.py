"""Segments of UN documents that differ in dates, sessions, symbols, numbers…, with what their translations must become.

The sentences stand in fixtures/letters.toml; here are the values that fill them and how each language writes a value:

- Dates: 30 juillet 2022 (1er for the first), 30 июля 2022 года, 2022年7月30日, 30 تموز/يوليه 2022, also in Arabic digits.
- Thousands: a no-break space in French, Russian, Chinese and Arabic, a point in Spanish, as United Nations documents
  have them; also a narrow no-break space in French, a no-break space in Spanish: what the memory shows is kept.
- Decimals: a comma, in Chinese a point. Per cent: no-break space before the sign in French, Spanish and Russian.
- Times: 10.15 a.m., 10 h 15, 10 ч. 15 м., 10.15 horas, 上午10时15分, 10/15.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

from tests.matching.ordinals import COUNTED, ordinal

LANGUAGES = ("ar", "zh", "fr", "ru", "es")
NBSP, NARROW = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Case:
    """What is asked for, what the memory holds, and what its translation must become.

    Attributes:
        gold: None for a trap: no exchange of values makes this translation right.
        doable: False also where it is right to refuse, but gold is what an answer would have to be.
        kind: of values, or of trap.
    """

    language: str
    query: str
    remembered: str
    target: str
    gold: str | None
    doable: bool
    kind: str


MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(),
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(),
    "ar": [
        "كانون الثاني/يناير",
        "شباط/فبراير",
        "آذار/مارس",
        "نيسان/أبريل",
        "أيار/مايو",
        "حزيران/يونيه",
        "تموز/يوليه",
        "آب/أغسطس",
        "أيلول/سبتمبر",
        "تشرين الأول/أكتوبر",
        "تشرين الثاني/نوفمبر",
        "كانون الأول/ديسمبر",
    ],
}
MONTHS_RU = {
    "nom": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split(),
    "prep": "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре".split(),
}
WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
    "ar": "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد".split(),
    "zh": "星期一 星期二 星期三 星期四 星期五 星期六 星期日".split(),
    "fr": "Lundi Mardi Mercredi Jeudi Vendredi Samedi Dimanche".split(),
    "ru": "Понедельник Вторник Среда Четверг Пятница Суббота Воскресенье".split(),
    "es": "Lunes Martes Miércoles Jueves Viernes Sábado Domingo".split(),
}
ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV".split()
LETTERS = {"ar": ["أ", "ب", "ج", "د", "هـ"], "": "abcde"}


# ---- values ----


def _date(random: Random) -> date:
    return date(1995, 1, 1) + timedelta(days=random.randrange(365 * 30))


def _span(random: Random) -> tuple[date, date]:
    first = _date(random).replace(day=random.randint(1, 20))
    return first, first.replace(day=first.day + random.randint(1, 8))


def _ascending(random: Random, low: int, high: int) -> tuple[int, int]:
    first, last = sorted(random.sample(range(low, high), 2))
    return first, last


def _year_and(random: Random, most: int) -> str:
    return f"{random.randint(1995, 2024)}/{random.randint(1, most)}"


VALUES: dict[str, Callable[[Random], Any]] = {
    "date": _date,
    "span": _span,
    "year": lambda random: random.randint(1995, 2030),
    "biennium": lambda random: (year := random.randrange(1990, 2020, 2), year + 1),
    "session": lambda random: random.randint(1, 99),
    "anniversary": lambda random: random.randint(2, 99),
    "meeting": lambda random: random.randint(1, 120),
    "item": lambda random: random.randint(2, 180),
    "letter": lambda random: random.randrange(5),
    "assembly": lambda random: f"A/{random.randint(58, 79)}/{random.randint(1, 999)}",
    "draft": lambda random: f"A/C.{random.randint(1, 6)}/{random.randint(58, 79)}/L.{random.randint(1, 70)}/Rev.1",
    "council": lambda random: f"S/{_year_and(random, 999)}",
    "rights": lambda random: f"A/HRC/{random.randint(10, 55)}/{random.randint(1, 99)}",
    "addendum": lambda random: f"E/{_year_and(random, 99)}/Add.{random.randint(1, 9)}",
    "bulletin": lambda random: f"ST/SGB/{_year_and(random, 20)}",
    "resolution": lambda random: f"{random.randint(50, 78)}/{random.randint(1, 320)}",
    "security": lambda random: (random.randint(900, 2700), random.randint(1990, 2023)),
    "paragraph": lambda random: random.randint(1, 99),
    "stretch": lambda random: _ascending(random, 11, 99),
    "chapter": lambda random: random.randint(1, 15),
    "ten": lambda random: random.randint(3, 10),
    "tens": lambda random: random.randint(11, 99),
    "few": lambda random: random.choice([1, 1, *range(3, 23)]),
    "small": lambda random: random.randint(3, 99),
    "hundreds": lambda random: random.randint(103, 999),
    "thousands": lambda random: random.randint(10_000, 999_999),
    "percent": lambda random: random.randint(3, 98),
    "decimal": lambda random: (
        Decimal(random.randrange(21, 990) * 10 + random.randint(1, 9)) / 100
        if random.random() < 0.2
        else Decimal(random.randrange(2, 98) * 10 + random.randint(1, 9)) / 10
    ),
    "million": lambda random: Decimal(random.randrange(11, 990)) / 10,
    "amount": lambda random: random.randint(101, 99_999) * 100,
    "time": lambda random: (random.choice([9, 10, 11, 13, 14, 15, 16, 17, 18]), random.randrange(10, 60, 5)),
    "hour": lambda random: (random.choice([9, 10, 11, 14, 15, 16, 17]), 0),
    "url": lambda random: (
        f"https://www.un.org/{random.choice(['ga', 'law', 'sc'])}/{_year_and(random, 90)}/report.html"
    ),
    "email": lambda random: f"{random.choice(['office', 'press', 'j.smith'])}{random.randint(1, 99)}@un.org",
}


# ---- how each language writes them ----

_SEPARATORS = {"en": (",", "."), "es": (".", ","), "zh": (NBSP, ".")}
_OTHER_SEPARATORS = {"narrow": NARROW, "space": NBSP}


def _number(language: str, value: int | Decimal, thousands: str = "") -> str:
    ours, point = _SEPARATORS.get(language, (NBSP, ","))
    whole, _, rest = f"{value:,f}".partition(".")
    rest = rest.rstrip("0")
    return whole.replace(",", thousands or ours) + (point + rest if rest else "")


def _day(language: str, day: int) -> str:
    return "1er" if language == "fr" and day == 1 else str(day)


def _day_month(language: str, value: date) -> str:
    if language == "zh":
        return f"{value.month}月{value.day}日"
    joint = " de " if language == "es" else " "
    return f"{_day(language, value.day)}{joint}{MONTHS[language][value.month - 1]}"


def _whole_date(language: str, value: date) -> str:
    if language == "zh":
        return f"{value.year}年{_day_month(language, value)}"
    return _day_month(language, value) + {"es": " de ", "ru": " "}.get(language, " ") + _year(language, value.year)


def _year(language: str, year: int) -> str:
    return f"{year} года" if language == "ru" else str(year)


def _month_year(language: str, value: date, case: str) -> str:
    if language == "zh":
        return f"{value.year}年{value.month}月"
    if language == "ru":
        return f"{MONTHS_RU[case][value.month - 1]} {value.year} " + ("года" if case == "prep" else "год")
    joint = " de " if language == "es" else " "
    return f"{MONTHS[language][value.month - 1]}{joint}{value.year}"


def _time(language: str, value: tuple[int, int]) -> str:
    hour, minute = value
    half, twelve = ("a.m.", hour) if hour < 12 else ("p.m.", hour - 12)
    return {
        "en": f"{twelve}.{minute:02} {half}" if minute else f"{twelve} {half}",
        "fr": f"{hour}{NBSP}h{NBSP}{minute}" if minute else f"{hour}{NBSP}heures",
        "es": f"{hour}.{minute:02} horas",
        "ru": f"{hour} ч. {minute:02} м.",
        "zh": f"{'上午' if hour < 12 else '下午'}{twelve}时" + (f"{minute}分" if minute else ""),
        "ar": f"{hour}/{minute:02}",
    }[language]


def _nth(language: str, value: int, gender: str) -> str:
    if language == "fr":
        return f"{value}e" if value > 1 else "1re"
    ending = "th" if value % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def _indic(text: str) -> str:
    return text.translate({ord("0") + n: chr(0x660 + n) for n in range(10)})


def _class(language: str, value: int | Decimal) -> int:
    """Say which of the forms of a noun follows: Russian one, few, many; Arabic other, 3–10, 11–99; the others one, more."""
    whole = int(value)
    if language in {"en", "es", "fr"}:
        return int(whole >= 2)
    if language == "ar":
        return 1 if 3 <= whole % 100 <= 10 else 2 if whole % 100 > 10 else 0
    if whole % 10 == 1 and whole % 100 != 11:
        return 0
    return 1 if 2 <= whole % 10 <= 4 and not 12 <= whole % 100 <= 14 else 2


def _is_small_fraction(value: object) -> bool:
    return isinstance(value, Decimal) and value % 1 != 0 and 3 <= value < 11


def _or(value: tuple[int, int]) -> str:
    """Spanish o becomes u before a word that begins with o: ocho, ochenta, once."""
    return "u" if str(value[1]).startswith("8") or value[1] == 11 else "o"


Form = Callable[[str, Any, str], str]

FORMS: dict[str, Form] = {
    "": lambda language, value, how: str(value),
    "number": lambda language, value, how: _number(language, value),
    "number.narrow": lambda language, value, how: _number(language, value, NARROW),
    "number.space": lambda language, value, how: _number(language, value, NBSP),
    "indic": lambda language, value, how: _indic(str(value)),
    "wan": lambda language, value, how: _number(language, value * 100),
    "date": lambda language, value, how: _whole_date(language, value),
    "date.indic": lambda language, value, how: _indic(_whole_date(language, value)),
    "date.short": lambda language, value, how: _whole_date(language, value).removesuffix("ода") + ".",
    "day-month": lambda language, value, how: _day_month(language, value),
    "weekday": lambda language, value, how: WEEKDAYS[language][value.weekday()],
    "month-year": _month_year,
    "de-month": lambda language, value, how: "d’" if MONTHS["fr"][value.month - 1][0] in "ao" else "de ",
    "first": lambda language, value, how: _day(language, value[0].day),
    "last": lambda language, value, how: _whole_date(language, value[1]),
    "span": lambda language, value, how: f"{_whole_date(language, value[0])}至{value[1].day}日",
    "with": lambda language, value, how: "со" if value[0].day == 2 else "с",
    "from": lambda language, value, how: str(value[0]),
    "to": lambda language, value, how: str(value[1]),
    "or": lambda language, value, how: _or(value),
    "ordinal": lambda language, value, how: ordinal(language, value, how),
    "Ordinal": lambda language, value, how: (name := ordinal(language, value, how))[0].upper() + name[1:],
    "nth": _nth,
    "article": lambda language, value, how: "premier" if value == 1 else str(value),
    "roman": lambda language, value, how: ROMAN[value - 1],
    "letter": lambda language, value, how: LETTERS.get(language, LETTERS[""])[value],
    "time": lambda language, value, how: _time(language, value),
    "counted": lambda language, value, how: COUNTED[language][value - 3],
    "agree": lambda language, value, how: how.split(",")[_class(language, value)],
    "agree-to": lambda language, value, how: how.split(",")[_class(language, value[1])],
}
_AGREEING = ("agree", "agree-to")
_TOUCHY = ("with", "or", "de-month", "counted", "weekday")
"""Words beside a value that change with it, or values in words: one may well refuse."""


# ---- cases ----

_SLOT = re.compile(r"\{(\w+)(?:\|([\w.-]*)(?::([^}]*))?)?\}")
_BIG = re.compile(rf"\d[,.{NBSP}{NARROW}]\d\d\d")
_TEMPLATES = Path(__file__).with_name("fixtures") / "letters.toml"


def generate(pairs: int = 14, seed: int = 2022, languages: Sequence[str] = LANGUAGES) -> Iterator[Case]:
    """Make cases of each sentence and language, always the same ones: at most `pairs` right ones and as many traps."""
    held = tomllib.loads(_TEMPLATES.read_text(encoding="utf-8"))
    for table, make in (("template", _instance), ("trap", _trap)):
        for number, template in enumerate(held[table]):
            for language in languages:
                texts = template.get(language, [])
                for variant, text in enumerate([texts] if isinstance(texts, str) else texts):
                    random = Random(f"{seed} {table} {number} {language} {variant}")
                    made = (make(random, template, language, text) for _ in range(3 * pairs))
                    cases = list(dict.fromkeys(case for case in made if case))
                    yield from [case for case in cases if case.gold is not None][:pairs]
                    yield from [case for case in cases if case.gold is None][:pairs]


def _instance(random: Random, template: dict[str, Any], language: str, text: str) -> Case | None:
    held = _draw(random, template["values"])
    asked = _redraw(random, template["values"], held)
    remembered, query = _fill(template["en"], "en", held), _fill(template["en"], "en", asked)
    target, gold = _fill(text, language, held), _fill(text, language, asked)
    if query == remembered or bool(_BIG.search(target)) != bool(_BIG.search(gold)):
        return None  # how the language groups thousands does not show in what is remembered
    if _forms(text, language, held, _AGREEING) != _forms(text, language, asked, _AGREEING):
        if language == "ar" and any(_is_small_fraction(value) for value in asked.values()):
            return None  # usage is divided: 8,3 ملايين in UN documents, 8.3 مليون in others
        return Case(language, query, remembered, target, None, False, "agreement")
    steady = all(
        _forms(text, language, held, names, classes=True) == _forms(text, language, asked, names, classes=True)
        for names in (_AGREEING, _TOUCHY)
    )
    same = _forms(template["en"], "en", held, _AGREEING) == _forms(template["en"], "en", asked, _AGREEING)
    doable = steady and same and _distinct(held) and _distinct(asked)
    return Case(language, query, remembered, target, gold, doable, template["kind"])


def _trap(random: Random, template: dict[str, Any], language: str, text: str) -> Case | None:
    held = _draw(random, template["values"])
    asked = dict(held)
    if template.get("twice"):
        first = next(iter(held))
        held = dict.fromkeys(held, held[first])
        asked = held | {random.choice(list(held)): VALUES[template["values"][first]](random)}
    elif template["query"] == template["en"] or random.random() < 0.7:
        kinds = {name: kind for name, kind in template["values"].items() if name != template.get("keep")}
        asked = held | _redraw(random, kinds, {name: held[name] for name in kinds})
    remembered, query = _fill(template["en"], "en", held), _fill(template["query"], "en", asked)
    if query == remembered:
        return None
    return Case(language, query, remembered, _fill(text, language, held), None, False, template["kind"])


def _draw(random: Random, kinds: dict[str, str]) -> dict[str, Any]:
    return {name: VALUES[kind](random) for name, kind in kinds.items()}


def _redraw(random: Random, kinds: dict[str, str], held: dict[str, Any]) -> dict[str, Any]:
    """Change one value or more; where two are of one kind, the second often takes the place of the first."""
    changed = random.sample(list(kinds), random.randint(1, len(kinds)))
    if len(kinds) > len(set(kinds.values())) and random.random() < 0.3:
        first, second, *_ = kinds
        return held | {first: held[second], second: VALUES[kinds[second]](random)}
    return held | {name: VALUES[kinds[name]](random) for name in changed}


def _distinct(values: dict[str, Any]) -> bool:
    return len({str(value) for value in values.values()}) == len(values)


def _fill(text: str, language: str, values: dict[str, Any]) -> str:
    def form(slot: re.Match[str]) -> str:
        return FORMS[slot[2] or ""](language, values[slot[1]], slot[3] or "")

    if language in {"fr", "es", "ru"}:
        text = re.sub(r" (?=%)", NBSP, text)
    if language == "fr":
        text = re.sub(r" (?=[;:»])|(?<=«) ", NBSP, text)
    return re.sub(r"(\bм|[ap]\.m)\.\.", r"\1.", _SLOT.sub(form, text))


def _forms(
    text: str, language: str, values: dict[str, Any], names: tuple[str, ...], classes: bool = False
) -> list[str]:
    """List what stands in the slots of these forms, or, for nouns that agree, which of their forms it is."""
    found = []
    for name, form, how in _SLOT.findall(text):
        if form in names:
            which = ",".join("012") if classes and how else how
            found.append(FORMS[form](language, values[name], which))
    return found
