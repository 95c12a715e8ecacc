"""Write another value in the place of a placeable, in the form that stands there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tm.text.clock import write_time
from tm.text.digits import ascii_digits
from tm.text.headings import find_heading, write_heading
from tm.text.lettered import write_lettered
from tm.text.ordinals import grammar_of, write_ordinal
from tm.text.ordinals.chinese import chinese_numeral
from tm.text.pattern import pattern
from tm.text.placeable import ARABIC_PARTS, LABELS, NUMERIC, Kind, Placeable, Value
from tm.text.placeables import find_placeables
from tm.text.spelled import write_word
from tm.text.weekdays import write_weekday
from tm.text.written_dates import english_suffix, write_slot
from tm.text.written_numbers import read_figures, shifted, write_figures

_NUMBERED = pattern(
    r"\b(?:(?P<article>[Aa]rticle)|[Aa]rt\.|[Cc]hapitre|[Cc]hap\.|[Tt]itre|[Tt]ome|[Ll]ivre|[Aa]cte|[Aa]n|[Aa]nnexe)\s\Z"
)
_FIRST = pattern(r"premi(?:er|ère)|1(?:er|re|ère)", re.IGNORECASE)
"""Behind its noun it is a number as others are: article premier, article 2; chapitre premier, chapitre II."""

_ARTICLE = pattern(r"\b[Aa]rticle\s\Z")
_ROMAN_ONE = pattern(r"[IVXLC]+")
_OF_LAST_CENTURY = pattern(r"19[2-9]0")
_PLAIN = pattern(r"\d+|[IVXLC]+")
_DECADE = pattern(r"\d+(?:'?s\b|-[хе]\sг|\s?年?代)")
_OF_DECADE = pattern(r"\b(?:années|años|(?:decenio|década) de(?: los)?|عقد)\s\Z")  # the last: decade
_AND_ANOTHER = pattern(r"\s?(?:et|y|à|au?|al|,|[-–])\s?\d")

Edit = tuple[int, int, str]
"""A stretch of a text, and what is to stand there."""

_ENDING = pattern(r"(?<=\d)(?=\D*\Z)")
_GROUPED = pattern(r"\d\D\d{3}(?!\d)")
_OTHER_DIGITS = pattern("[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]")
_ABJAD = "أ ب ج د هـ و ز ح ط ي ك ل م ن س ع".split()
_ROMAN = (
    (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def write(text: str, placeable: Placeable, old: Value, value: Value, language: str, like: str) -> tuple[Edit, ...]:
    """Give the edits that put a value in the place of a placeable; none where its form cannot hold it.

    Args:
        text: what the placeable stands in.
        old: its value, or which of several it has.
        value: the new one, of the same shape.
        like: the new value as the other language writes it.

    >>> from tm.text.placeables import find_placeables
    >>> text = "Soixante-seizième session"
    >>> write(text, find_placeables(text, "fr")[0], "76", "77", "fr", "77")
    ((0, 17, 'Soixante-dix-septième'),)
    """
    ascii_text = ascii_digits(text)
    if isinstance(value, str) and not value.endswith("0") and _is_decade(ascii_text, placeable):
        return ()
    if placeable.kind is Kind.DATE:
        if not isinstance(value, tuple) or not isinstance(old, tuple) or len(value) != len(old):
            return ()
        edits = [(slot.start, slot.end, write_slot(ascii_text, slot, value, language)) for slot in placeable.slots]
    else:
        edits = [(placeable.start, placeable.end, _written(ascii_text, placeable, old, value, language, like))]
    if not all(new for _, _, new in edits):
        return ()
    return tuple((start, end, _in_digits_of(text[start:end], new)) for start, end, new in edits)


def _in_digits_of(old: str, new: str) -> str:
    """Write in Arabic, Persian or full-width digits where the old text does."""
    found = _OTHER_DIGITS.search(old)
    if not found:
        return new
    zero = next(base for base in (0xFF10, 0x06F0, 0x0660) if ord(found[0]) >= base)
    return new.translate({ord("0") + digit: chr(zero + digit) for digit in range(10)})


def _written(text: str, placeable: Placeable, old: Value, value: Value, language: str, like: str) -> str:
    if isinstance(value, int):
        return _counted(text, placeable, value, language)
    written = text[placeable.start : placeable.end]
    if placeable.kind is Kind.ACT and language == "ar":
        return _arabic_act(written, str(value))
    if placeable.kind in {Kind.LETTER, Kind.ROMAN}:
        return _sign(text, placeable, str(value), language)
    if placeable.kind not in NUMERIC or not isinstance(old, str) or not isinstance(value, str):
        return str(value)
    noun = language == "fr" and _NUMBERED.search(text, max(0, placeable.start - 14), placeable.start)
    if noun and "1" in {old, value} and (_FIRST.fullmatch(written) or noun["article"]):
        return _premier(written, value, like, is_article=bool(noun["article"]))
    if not any(char.isascii() and char.isdigit() for char in written):
        return _in_words(text, placeable, value, language)
    if placeable.kind is Kind.ORDINAL:
        return _figure_ordinal(text, placeable, value, language)
    if placeable.kind in LABELS and "." not in old and re.fullmatch(r"\d+\.\d+", value):
        return value if language != "ar" else ""  # section 5.2 is no decimal; Arabic writes 5-2 as well
    if "世纪" in written or (placeable.kind is Kind.YEAR and len(written) == 2):
        return _decade(written, value)
    return _figures(_Figures(text, placeable, old, language), value, like)


def _sign(text: str, placeable: Placeable, value: str, language: str) -> str:
    """Write a capital letter, or a Roman numeral, of which an article has none where it is the first."""
    written = text[placeable.start : placeable.end]
    if placeable.kind is Kind.LETTER:
        return write_lettered(written, value)
    if language == "fr" and value == "1" and _ARTICLE.search(text, 0, placeable.start):
        return "premier"
    return _roman(written, value, text[placeable.end : placeable.end + 1])


def _arabic_act(written: str, value: str) -> str:
    """Write the number of a resolution with the name of its part's letter, unless the letter itself stood there."""
    number, _, part = value.partition(" ")
    if part and not re.search(r"[A-F]\Z", written):
        part = next(name for name, letter in ARABIC_PARTS.items() if letter == part)
    return f"{number} {part}" if part else number


def _premier(written: str, value: str, like: str, *, is_article: bool) -> str:
    """Write the number of a French article or chapter where the old or the new one is the first."""
    if is_article and value == "1":
        return "premier" if written.isdecimal() else ""
    return value if is_article and not _ROMAN_ONE.fullmatch(like) else like if _PLAIN.fullmatch(like) else ""


def _in_words(text: str, placeable: Placeable, value: str, language: str) -> str:
    value = shifted(value, -placeable.power)
    if not value.isdecimal() or len(value) > 4:
        return ""
    if placeable.kind is Kind.NUMBER:
        return write_word(text[placeable.start : placeable.end], value, language, text[: placeable.start])
    if language == "zh":
        return chinese_numeral(int(value))
    if (heading := find_heading(text, language)) and heading[:2] == (placeable.start, placeable.end):
        return write_heading(text[placeable.start : placeable.end], int(value), language)
    return write_ordinal(text, placeable.start, placeable.end, int(value), language)


def _counted(text: str, placeable: Placeable, value: int, language: str) -> str:
    """Write what is a number in itself: a day of the week, minutes after midnight, a letter of the alphabet."""
    if placeable.kind is Kind.WEEKDAY:
        return write_weekday(text, placeable.start, placeable.end, value, language)
    if placeable.kind is Kind.TIME:
        return write_time(text, placeable.start, placeable.end, value, language)
    return _letter(value, language)


def _is_decade(text: str, placeable: Placeable) -> bool:
    """Say whether a year stands for ten: 1990s, в 1990-х годах, les années 1990, though not années 1990 et 1991."""
    if _DECADE.match(text, placeable.start):
        return True
    of_ten = _OF_DECADE.search(text, max(0, placeable.start - 20), placeable.start)
    return bool(of_ten) and not _AND_ANOTHER.match(text, placeable.end)


def _decade(written: str, year: str) -> str:
    """Write the 1990s as Chinese has them, or as « les années 90 » does; "" for the first ten years of a century."""
    if len(written) == 2:
        return year[2:] if _OF_LAST_CENTURY.fullmatch(year) else ""
    return f"{int(year[:2]) + 1}世纪{year[2:]}年代" if re.fullmatch(r"\d\d[1-9]0", year) else ""


@dataclass(frozen=True, slots=True)
class _Figures:
    """Figures that stand in a text, and what they mean."""

    text: str
    placeable: Placeable
    old: str
    language: str

    @property
    def written(self) -> str:
        return self.text[self.placeable.start : self.placeable.end]

    @property
    def reading(self) -> str:
        """Their value as they are read, without the million behind them; "" where they are not."""
        readings = read_figures(self.written, self.language)
        return next((found for found in readings if shifted(found, self.placeable.power) == self.old), "")


def _figures(there: _Figures, value: str, like: str) -> str:
    """Write figures, in the millions that a word behind them counts."""
    reading, power = there.reading, there.placeable.power
    new = shifted(value, -power)
    digits = 3 if there.language == "zh" else 2  # 1.234亿 is 123.4 million
    if not reading or (power and (len(new.partition(".")[2]) > digits or new.startswith("0"))):
        return ""
    whole = new.partition(".")[0]
    figures = re.sub(r"\D.*", "", like, flags=re.DOTALL)
    grouped = bool(_GROUPED.search(like)) or not figures or len(whole) > len(figures)
    if grouped and reading.isdecimal() and len(reading) < 4 <= len(whole) and (example := _thousands(there)):
        return write_figures(*example, new, there.language, grouped=True)
    return write_figures(there.written, reading, new, there.language, grouped=grouped)


def _thousands(there: _Figures) -> tuple[str, str] | None:
    """Give other figures of the text that show how it writes thousands, and their value."""
    for other in find_placeables(there.text, there.language):
        written = there.text[other.start : other.end]
        if other.kind not in LABELS and other.kind in NUMERIC and isinstance(other.value, str):
            reading = shifted(other.value, -other.power)
            is_sure = not any(str(value).isdecimal() for value in other.others)  # 300 128 in Arabic
            if is_sure and len(reading) > 3 and reading.isdecimal() and written[:1].isdecimal():
                return written, reading
    return None


def _figure_ordinal(text: str, placeable: Placeable, value: str, language: str) -> str:
    """Write 76th, 76e, 76-я with the ending that the new value asks for."""
    if not value.isdecimal():
        return ""
    figures, suffix = _ENDING.split(text[placeable.start : placeable.end], maxsplit=1)
    before, after = text[: placeable.start], text[placeable.end :]
    if language == "en":
        suffix = english_suffix(int(value))
    elif language == "fr":
        if value == "1" and suffix not in {"er", "re", "ère"}:
            gender = grammar_of("fr").choose(frozenset("mf"), before, after)
            return {"m": "1er", "f": "1re"}.get(gender, "")
        if value != "1" and suffix in {"er", "re", "ère"}:
            suffix = "e"
    elif language == "es":
        suffix = _spanish_suffix(suffix, value, before, after)
    elif language == "ru" and suffix in {"-ый", "-ой"}:
        old = re.match(r"\d+", text[placeable.start :])
        suffix = suffix if old and _russian_ending(old[0]) == _russian_ending(value) else ""
    group = next((char for char in figures if not char.isdecimal()), "")
    written = re.sub(r"(?<=\d)(?=(?:\d{3})+\Z)", group, value)
    return written + suffix if suffix or language == "zh" else ""


def _spanish_suffix(suffix: str, value: str, before: str, after: str) -> str:
    """Give º, or er directly before a masculine noun: 21er período, but 11º and 22º; "" where both are written."""
    if suffix.endswith("ª"):
        return suffix
    point = suffix[:1] if suffix.startswith(".") else ""
    if not value.endswith(("1", "3")) or value.endswith("11"):
        return suffix if not suffix.endswith("er") else f"{point}º"
    both = frozenset(("m", "short"))
    form = "short" if suffix.endswith("er") else grammar_of("es").choose(both, before, after)
    if value.endswith("13") and form == "short":
        return ""  # 13er and 13º
    return {"m": f"{point}º" if suffix.endswith("er") else suffix, "short": f"{point}er"}.get(form, "")


def _russian_ending(value: str) -> str:
    """Tell the masculine of what a figure ends in: второй, третий, пятый."""
    if value.endswith("40"):
        return "ой"
    last = value[-1] if value[-2:-1] != "1" else "0"
    return "ой" if last in "2678" else "ий" if last == "3" else "ый"


def _roman(written: str, value: str, after: str) -> str:
    if not value.isdecimal() or not 1 <= int(value) < 400 or (after == "e" and "1" in {value, written}):
        return ""
    rest, numeral = int(value), ""
    for worth, sign in _ROMAN:
        numeral += sign * (rest // worth)
        rest %= worth
    return numeral.lower() if written.islower() else numeral


def _letter(index: int, language: str) -> str:
    if language == "ar":
        return _ABJAD[index] if index < len(_ABJAD) else ""
    return chr(ord("a") + index)
