"""The names of the months as they are written: each language's forms, and the same form of another month."""

from __future__ import annotations

import re
from functools import cache

from tm.text.ordinals import in_case_of
from tm.text.pattern import pattern

_FORMS = {
    "en": (
        "January|February|March|April|May|June|July|August|September|October|November|December",
        "Jan|Feb|Mar|Apr|May|June|July|Aug|Sept|Oct|Nov|Dec",
        "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec",
    ),
    "fr": (
        "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
        "janv|févr|mars|avril|mai|juin|juil|août|sept|oct|nov|déc",
    ),
    "es": (
        "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre",
        "enero|febrero|marzo|abril|mayo|junio|julio|agosto|setiembre|octubre|noviembre|diciembre",
        "ene|feb|mar|abr|mayo|jun|jul|ago|sept|oct|nov|dic",
    ),
    "ru": (
        # nominative, genitive, dative, instrumental, prepositional
        "январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь",
        "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря",
        "январю|февралю|марту|апрелю|маю|июню|июлю|августу|сентябрю|октябрю|ноябрю|декабрю",
        "январем|февралем|мартом|апрелем|маем|июнем|июлем|августом|сентябрем|октябрем|ноябрем|декабрем",
        "январе|феврале|марте|апреле|мае|июне|июле|августе|сентябре|октябре|ноябре|декабре",
        "янв|февр|марта|апр|мая|июня|июля|авг|сент|окт|нояб|дек",
    ),
    "ar": (
        # Levantine; Egyptian as at the United Nations, and as in the press; Maghreb
        "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول",
        "يناير|فبراير|مارس|أبريل|مايو|يونيه|يوليه|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر",
        "يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر",
        "جانفي|فيفري|مارس|أفريل|ماي|جوان|جويلية|أوت|سبتمبر|أكتوبر|نوفمبر|ديسمبر",
    ),
}

_SHORT = {"en": (1, 2), "fr": (1,), "es": (2,), "ru": (5,), "ar": ()}
"""Which forms are abbreviations, but for the names that have none: May, mars."""

_HAMZA = str.maketrans("أإآ", "ااا")
_SPACES = pattern(r"\s+")


def _key(name: str) -> str:
    return _SPACES.sub(" ", name.lower().translate(_HAMZA).replace("ё", "е"))


@cache
def _styles(language: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(names.split("|")) for names in _FORMS[language])


@cache
def _months(language: str) -> dict[str, tuple[int, tuple[int, ...]]]:
    found: dict[str, tuple[int, tuple[int, ...]]] = {}
    for style, names in enumerate(_styles(language)):
        for month, name in enumerate(names, 1):
            found[_key(name)] = (month, (*found.get(_key(name), (month, ()))[1], style))
    return found


@cache
def month_pattern(language: str) -> str:
    """Give a pattern for the name of a month, case as written; in Arabic one name or two with a stroke.

    >>> re.fullmatch(month_pattern("ar"), "تشرين الأول/أكتوبر") is not None
    True
    """
    names = sorted({name for names in _styles(language) for name in names}, key=len, reverse=True)
    if language == "ar":
        one = "|".join(re.sub("[أإآ]", "[أإآا]", name).replace(" ", r"\s") for name in names)
        return rf"(?:{one})(?:\s?/\s?(?:{one}))?"
    if language == "en":
        return "(?:" + "|".join(names) + ")"
    stops = {name: r"(?=\.)" if language != "fr" and is_short(name, language) else "" for name in names}
    return "(?:" + "|".join(f"[{name[0].upper()}{name[0]}]{name[1:]}{stops[name]}" for name in names) + ")"


@cache
def _whole(language: str) -> frozenset[str]:
    names = (names for style, names in enumerate(_styles(language)) if style not in _SHORT[language])
    return frozenset(_key(name) for some in names for name in some)


def is_short(name: str, language: str) -> bool:
    """Say whether a name of a month is an abbreviation, behind which a full stop may stand.

    >>> is_short("Nov", "en"), is_short("May", "en"), is_short("нояб", "ru")
    (True, False, True)
    """
    return language != "ar" and _key(name) not in _whole(language)


def read_month(name: str, language: str) -> int:
    """Give the month of a name that the pattern found; 0 for two names of different months.

    >>> read_month("تموز/يوليه", "ar"), read_month("Июля", "ru"), read_month("تموز/مايو", "ar")
    (7, 7, 0)
    """
    months = {_months(language).get(_key(part.strip()), (0, ()))[0] for part in name.split("/")}
    return months.pop() if len(months) == 1 else 0


def write_month(old: str, month: int, language: str) -> str:
    """Write another month in the form of a name; "" for one without an abbreviation in the place of one that has it.

    >>> write_month("июле", 5, "ru"), write_month("تموز/يوليه", 10, "ar"), write_month("Août", 9, "fr")
    ('мае', 'تشرين الأول/أكتوبر', 'Septembre')
    >>> write_month("Nov", 2, "en"), write_month("Nov", 5, "en"), write_month("нояб", 2, "ru")
    ('Feb', '', 'февр')
    >>> write_month("Oct.", 9, "en"), write_month("Oct.", 5, "en"), write_month("févr.", 3, "fr")
    ('Sept.', 'May', 'mars')
    """
    if old.endswith("."):
        return write_dotted(old[:-1], month, language)
    if is_short(old, language):
        return _write_short(old, month, language)
    written = old
    for part in old.split("/"):
        name = part.strip()
        styles = _months(language).get(_key(name), (0, ()))[1]
        if not styles:
            return ""
        written = written.replace(name, in_case_of(name, _styles(language)[styles[0]][month - 1]), 1)
    return written


def write_dotted(old: str, month: int, language: str) -> str:
    """Write a month as an abbreviation with its full stop, or whole where it has none, in the style of another.

    >>> write_dotted("mai", 12, "fr"), write_dotted("дек", 5, "ru")
    ('déc.', 'мая')
    """
    styles = [style for style in _months(language).get(_key(old), (0, ()))[1] if style in _SHORT[language]]
    if not styles:
        return ""
    name = in_case_of(old, _styles(language)[min(styles)][month - 1])
    return f"{name}." if is_short(name, language) else name


@cache
def dotted_pattern(language: str) -> re.Pattern[str]:
    """Give a pattern for an abbreviation of a month with its full stop.

    >>> bool(dotted_pattern("fr").search("le 17 oct. 2001")), bool(dotted_pattern("fr").search("en mai."))
    (True, False)
    """
    names = {name for style in _SHORT[language] for name in _styles(language)[style] if is_short(name, language)}
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(names))})\.", re.IGNORECASE) if names else re.compile(r"(?!)")


def _write_short(old: str, month: int, language: str) -> str:
    was, styles = _months(language).get(_key(old), (0, ()))
    if was == month:
        return old
    new = {_styles(language)[style][month - 1] for style in styles}
    name = new.pop() if len(new) == 1 else ""
    return in_case_of(old, name) if name and is_short(name, language) else ""
