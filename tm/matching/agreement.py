"""Say whether the words around a placeable stay right when its value changes: plural, articles, prepositions."""

from __future__ import annotations

import re

from tm.matching.prepositions import keeps
from tm.text.placeable import LABELS, Kind, Placeable
from tm.text.plurals import plural_category
from tm.text.written_numbers import shifted

_COUNTS_NOTHING = re.compile(
    r"\s*(?:[.;:)\]»”]|\Z|<[^<>]{1,8}>\s*(?:[.;:)\]»”]|\Z))|[-\N{NON-BREAKING HYPHEN}]\w|\s?[–—-]\s?\d"
    r"|\s(?:из|до|от|при|против|إلى|الى|من|في|على|عن)(?!\w)"
)
"""Behind a number with no word to count: in a compound, 5-летний; the first of a range; 5 из 10."""

_OF_SEVERAL = re.compile(r"\s(?:из|من)(?!\w)")
_SINGLE = {"ar": {"zero", "one", "two"}, "ru": {"one"}, "en": set(), "es": set(), "fr": set(), "zh": set()}
"""1 из членов присутствует: the verb is another one than that of several, in Arabic that of two as well."""

_INVARIABLE = re.compile(
    r"\s?(?:%|٪|％|°|тыс\b|млн\b|млрд\b|трлн\b|долл\b|км\b|кг\b|га\b|м\b|г\b|в\sпроцент|في\s?الم[اي]?ئة|بالم[اي]?ئة|km\b|kg\b|\x00)"
)
_ARTICLE = re.compile(r"\b[Aa]n?\s(?:<[^<>]{1,8}>)?\Z")
_VOWEL = re.compile(r"8|11(?!\d)|18(?!\d)|eigh|eleven|apr|aug|oct", re.IGNORECASE)
"""Read with a vowel in English: an 8 per cent rise, an eleventh hour, an August meeting."""

_SPANISH_OR = re.compile(r"\b[OoUu]\s\Z")
_SPANISH_O = re.compile(r"8|11(?!\d)|oct", re.IGNORECASE)
_OBLIQUE_BEFORE = re.compile(
    r"(?<!\w)(?:от|до|около|более|менее|свыше|из|для|у|без|после|против|ко?|при|об?|между|перед|среди|со?)"
    r"[\s\N{NO-BREAK SPACE}]\Z",
    re.IGNORECASE,
)
_OBLIQUE_AFTER = re.compile(
    r"[\s\N{NO-BREAK SPACE}](?:[а-яё]{2,20}(?:ым|им|ыми|ими|ых|их)\s)?[а-яё]{2,20}(?:ам|ям|ами|ями|ах|ях)(?!\w)"
)


def agrees(text: str, placeable: Placeable, old: object, value: object, new: str, language: str, counts: bool) -> bool:
    """Say whether the words beside a placeable fit its new value as they fit the old one.

    Args:
        old, value: its values; new: what will be written.
        counts: False where the other language shows that the number counts nothing.
    """
    before = text[max(0, placeable.start - 14) : placeable.start]
    written = text[placeable.start : placeable.end]
    if language == "en" and _ARTICLE.search(before) and _is(_VOWEL, written) != _is(_VOWEL, new):
        return False
    if language == "es" and _SPANISH_OR.search(before) and _is(_SPANISH_O, written) != _is(_SPANISH_O, new):
        return False
    if language == "ru" and not keeps(before, written, new, placeable.kind, text[placeable.end : placeable.end + 48]):
        return False
    if not counts or language == "zh" or placeable.kind in LABELS or placeable.kind not in _COUNTED:
        return True
    return _is_counted_alike(text, placeable, str(old), str(value), language)


_COUNTED = frozenset((Kind.NUMBER, Kind.MONEY, Kind.PERCENT))


def _is(pattern: re.Pattern[str], text: str) -> bool:
    return bool(pattern.match(text))


def _is_counted_alike(text: str, placeable: Placeable, old: str, value: str, language: str) -> bool:
    if _COUNTS_NOTHING.match(text, placeable.end):
        single = [plural_category(number, language) in _SINGLE[language] for number in (old, value)]
        return single[0] == single[1] or not _OF_SEVERAL.match(text, placeable.end)
    if language in {"ru", "ar"} and _INVARIABLE.match(text, placeable.end):
        return True
    one, other = (shifted(number, -placeable.power) for number in (old, value))
    if language == "ar":  # with decimals, the noun follows the whole number: 10,8 ملايين, 47,3 مليون
        one, other = one.partition(".")[0], other.partition(".")[0]
    if language == "ru" and _is_thousands(one) != _is_thousands(other) and _OBLIQUE_AFTER.match(text, placeable.end):
        return False
    categories = {plural_category(one, language), plural_category(other, language)}
    if categories == {"few", "many"} and language == "ru" and _is_oblique(text, placeable):
        return True
    return len(categories) == 1


def _is_thousands(number: str) -> bool:
    """Say whether what is counted stands in the genitive in any case: в 5 докладах, but в 5000 докладов."""
    return number.endswith("000")


def _is_oblique(text: str, placeable: Placeable) -> bool:
    """Say whether a Russian noun stands in a case that is the same behind 2 and 5: до 2 лет, в 5 странах."""
    before = text[max(0, placeable.start - 12) : placeable.start]
    return bool(_OBLIQUE_BEFORE.search(before) or _OBLIQUE_AFTER.match(text, placeable.end))
