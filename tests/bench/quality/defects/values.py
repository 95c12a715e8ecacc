"""Spoil numbers, dates, symbols, resolutions, agenda items and what else has a value."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from quality.defects.defect import Texts, defect, is_sentence, with_both

_DIGITS = re.compile(r"(?<![\w./,-])\d{2,}(?![\w./,-]|\s\d)")
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "ar": "كانون الثاني/يناير|شباط/فبراير|آذار/مارس|نيسان/أبريل|أيار/مايو|حزيران/يونيه"
    "|تموز/يوليه|آب/أغسطس|أيلول/سبتمبر|تشرين الأول/أكتوبر|تشرين الثاني/نوفمبر|كانون الأول/ديسمبر",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
}
_WRITTEN = {
    "en": "{day} {name} {year}",
    "ar": "{day} {name} {year}",
    "es": "{day} de {name} de {year}",
    "fr": "{day} {name} {year}",
    "ru": "{day} {name} {year} года",
    "zh": "{year}年{month}月{day}日",
}
_ITEM = {
    "en": "agenda item {}",
    "ar": "البند {} من جدول الأعمال",
    "es": "tema {} del programa",
    "fr": "point {} de l’ordre du jour",
    "ru": "пункт {} повестки дня",
    "zh": "议程项目{}",
}
_RESOLUTION = {
    "en": "resolution {}",
    "ar": "القرار {}",
    "es": "resolución {}",
    "fr": "résolution {}",
    "ru": "резолюция {}",
    "zh": "第{}号决议",
}
_PER_CENT = {
    "en": "{}.{} per cent",
    "ar": "{},{} في المائة",
    "es": "{},{} %",
    "fr": "{},{} %",
    "ru": "{},{} процента",
    "zh": "{}.{}%",
}
_MILLION = {
    "en": "${} million",
    "ar": "{} مليون دولار",
    "es": "{} millones de dólares",
    "fr": "{} millions de dollars",
    "ru": "{} млн долл. США",
    "zh": "{}00万美元",
}
_BILLION = {
    "ar": "{} بليون دولار",
    "es": "{} billones de dólares",
    "fr": "{} milliards de dollars",
    "ru": "{} млрд долл. США",
    "zh": "{}亿美元",
}
_SESSION = {
    "en": ("seventy-sixth session", ""),
    "ar": ("الدورة السادسة والسبعون", "الدورة السابعة والسبعون"),
    "es": ("septuagésimo sexto período de sesiones", "septuagésimo séptimo período de sesiones"),
    "fr": ("soixante-seizième session", "soixante-dix-septième session"),
    "ru": ("семьдесят шестая сессия", "семьдесят седьмая сессия"),
    "zh": ("第七十六届会议", "第七十七届会议"),
}


def date(year: int, month: int, day: int, language: str) -> str:
    """Write a date as the United Nations do."""
    names = _MONTHS.get(language, "")
    name = names.split("|" if "|" in names else " ")[month - 1] if names else ""
    return _WRITTEN[language].format(day=day, name=name, month=month, year=year)


def _in_brackets(text: str, language: str) -> str:
    return f"（{text}）" if language == "zh" else f"({text})"


def _added(make: Callable[[random.Random, str], tuple[Texts, str]]) -> Callable[..., tuple[Texts, Texts] | None]:
    """Spoil what is first put into both texts, in brackets."""

    def spoil(source: str, target: str, language: str, chance: random.Random) -> tuple[Texts, Texts] | None:
        if not is_sentence(source, target):
            return None
        (english, right), wrong = make(chance, language)
        added = f"({english})", _in_brackets(right, language)
        return with_both(source, target, added, _in_brackets(wrong, language) if wrong else "", language)

    return spoil


def _in_place(change: Callable[[str, random.Random], str]) -> Callable[..., tuple[Texts, Texts] | None]:
    """Change a number that both texts have in figures, once."""

    def spoil(source: str, target: str, language: str, chance: random.Random) -> tuple[Texts, Texts] | None:
        there = _DIGITS.findall(source)
        found = [run for run in _DIGITS.finditer(target) if there.count(run[0]) == 1 and target.count(run[0]) == 1]
        if not found:
            return None
        run = chance.choice(found)
        return (source, target), (source, target[: run.start()] + change(run[0], chance) + target[run.end() :])

    return spoil


def _other_digit(run: str, chance: random.Random) -> str:
    place = chance.randrange(len(run))
    return run[:place] + str((int(run[place]) + chance.randint(1, 8)) % 9 + 1) + run[place + 1 :]


def _swapped(run: str, chance: random.Random) -> str:
    swapped = run[:-2] + run[-1] + run[-2]
    return swapped if swapped != run else _other_digit(run, chance)


def _lost(run: str, chance: random.Random) -> str:
    return ""


def _dates(which: str) -> Callable[..., tuple[Texts, Texts] | None]:
    def make(chance: random.Random, language: str) -> tuple[Texts, str]:
        year, month, day = chance.randint(1999, 2024), chance.randint(1, 12), chance.randint(2, 27)
        wrong = {
            "year": (year + chance.choice([-1, 1, 10]), month, day),
            "month": (year, (month + chance.randint(0, 10)) % 12 + 1, day),
            "day": (year, month, day + chance.choice([-1, 1])),
        }[which]
        return (date(year, month, day, "en"), date(year, month, day, language)), date(*wrong, language)

    return _added(make)


def _symbols(spaced: bool) -> Callable[..., tuple[Texts, Texts] | None]:
    def make(chance: random.Random, language: str) -> tuple[Texts, str]:
        number, session = chance.randrange(10, 990), chance.randrange(50, 79)
        form = chance.choice(["A/{}/{}", "A/HRC/{}/{}", "E/CN.4/{}/L.{}", "S/20{}/{}", "A/C.3/{}/L.{}/Rev.1"])
        right = form.format(session, number)
        wrong = right.replace("/", " / ") if spaced else form.format(session, number + chance.choice([1, 9, 10]))
        return (right, right), wrong

    return _added(make)


def _resolution(chance: random.Random, language: str) -> tuple[Texts, str]:
    session, number = chance.randrange(50, 78), chance.randrange(1, 290)
    right, wrong = f"{session}/{number}", f"{session}/{number + chance.choice([1, 10])}"
    form = _RESOLUTION[language]
    return (_RESOLUTION["en"].format(right), form.format(right)), form.format(wrong)


def _item(chance: random.Random, language: str) -> tuple[Texts, str]:
    number = chance.randrange(11, 99)
    wrong = number * 10 if chance.random() < 0.3 else number + chance.choice([1, -1])
    form = _ITEM[language]
    return (_ITEM["en"].format(number), form.format(number)), form.format(wrong)


def _per_cent(chance: random.Random, language: str) -> tuple[Texts, str]:
    whole, part = chance.randrange(11, 99), chance.randrange(1, 9)
    form = _PER_CENT[language]
    return (_PER_CENT["en"].format(whole, part), form.format(whole, part)), form.format(whole, part % 9 + 1)


def _magnitude(chance: random.Random, language: str) -> tuple[Texts, str]:
    number = chance.randrange(11, 99)
    right = _MILLION[language].format(number)
    return (_MILLION["en"].format(number), right), _BILLION[language].format(number)


def _session(chance: random.Random, language: str) -> tuple[Texts, str]:
    right, wrong = _SESSION[language]
    return (_SESSION["en"][0], right), wrong


def _decimal(chance: random.Random, language: str) -> tuple[Texts, str]:
    whole, part = chance.randrange(1, 99), chance.randrange(11, 99)
    return (f"{whole}.{part}", f"{whole},{part}"), f"{whole}.{part}"


DEFECTS = (
    defect("another digit", "number date agenda-item", _in_place(_other_digit)),
    defect("digits swapped", "number date agenda-item", _in_place(_swapped)),
    defect("number lost", "number date agenda-item", _in_place(_lost)),
    defect("percentage changed", "number", _added(_per_cent)),
    defect("million for billion", "number", _added(_magnitude)),
    defect("another session, in words", "number", _added(_session)),
    defect("wrong month", "date", _dates("month")),
    defect("wrong day", "date number", _dates("day")),
    defect("wrong year", "date number", _dates("year")),
    defect("symbol altered", "symbol", _symbols(spaced=False)),
    defect("symbol spaced out", "symbol", _symbols(spaced=True)),
    defect("another resolution", "resolution symbol", _added(_resolution)),
    defect("another agenda item", "agenda-item", _added(_item)),
    defect("English decimal point", "number-format", _added(_decimal), "es fr ru"),
)
