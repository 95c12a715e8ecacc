"""Say whether the words around a placeable stay right when its value changes: what is counted, and how."""

from __future__ import annotations

import re

from tm.matching.subjects import is_no_subject
from tm.text.pattern import pattern
from tm.text.placeable import LABELS, Kind, Placeable
from tm.text.plurals import plural_category
from tm.text.written_numbers import shifted

_COUNTS_NOTHING = pattern(
    r"['′\"″”]|\s*(?:[.;:)\]»”]|\Z|<[^<>]{1,8}>\s*(?:[.;:)\]»”]|\Z))|[-\N{NON-BREAKING HYPHEN}]\w|\s?[–—-]\s?\d"
    r"|,\s(?:with|avec|con|при)\s|\s(?:из|до|от|при|против|إلى|الى|من|في|على|عن)(?!\w)"
)
"""Behind a number with no word to count: in a compound, 5-летний; the first of a range; 5 из 10."""

_ARABIC_THE = pattern(r"الـ?\N{ARABIC TATWEEL}?[\s\N{NO-BREAK SPACE}]?\Z")
"""Before a number: الأعضاء الـ 5; of two it is العضوان."""

_ARABIC_VOTES = pattern(r"(?:مقابل|ضد|وامتناع)\s\Z")
"""Before what counts a thing that was named: 9 أصوات مقابل 6, against 6; against two is مقابل صوتين."""

_ROUGHLY = pattern(r"\s?[多余来](?=[个名人份项次位种国家年天条件所组批类章轮户座起亿万美欧])")
"""Behind a round number in Chinese, 40多个国家; none behind another."""

_FRENCH_WORD = pattern(r"\b(?:[Aa]rticle|[Aa]rt\.|[Cc]hapitre|[Cc]hap\.|voix\scontre)\s\Z")
"""One is a word behind these: « article premier », « par 98 voix contre une »."""

_OF_A_PARAGRAPH = pattern(r"\s?(?:[.)]|[–—-](?=\s\D))")
"""Behind the number of a paragraph, which the text begins with: 1., 1 -."""

_OF_SEVERAL = pattern(r"\s(?:из|من)(?!\w)")
_SINGLE = {"ar": {"zero", "one", "two"}, "ru": {"one"}, "en": set(), "es": set(), "fr": set(), "zh": set()}
"""1 из членов присутствует: the verb is another one than that of several, in Arabic that of two as well."""

_INVARIABLE = pattern(
    r"\s?(?:%|٪|％|°|тыс\b|млн\b|млрд\b|трлн\b|долл\b|км\b|кг\b|га\b|м\b|г\b|в\sпроцент|في\s?الم[اي]?ئة|بالم[اي]?ئة|km\b|kg\b|\x00)"
)
_OBLIQUE_BEFORE = pattern(
    r"(?<!\w)(?:от|до|около|более|менее|свыше|из|для|у|без|после|против|ко?|при|об?|между|перед|среди|со?"
    r"|в\s(?:течение|составе|размере|количестве|возрасте|пределах|ходе)|на\sпротяжении|порядка)"
    r"[\s\N{NO-BREAK SPACE}]\Z",
    re.IGNORECASE,
)
_OBLIQUE_AFTER = pattern(
    r"[\s\N{NO-BREAK SPACE}](?:[а-яё]{2,20}(?:ым|им|ыми|ими|ых|их)\s)?[а-яё]{2,20}(?:ам|ям|ами|ями|ах|ях)(?!\w)"
)

_NOT_OBLIQUE = pattern(r"[\s\N{NO-BREAK SPACE}](?:миллион|миллиард|триллион|тысяч)[аи](?!\w)")
"""As some write behind a preposition as well: не менее 4 миллиона."""

_GENITIVE_SINGULAR = pattern(
    r"[\s\N{NO-BREAK SPACE}](?![а-яё]+(?:ого|его|ой|ей)(?!\w))[а-яё]{2,20}[аяыи](?!\w)"
    r"(?![\s\N{NO-BREAK SPACE}](?:были|был[ао]?)(?!\w))"
)
_GOVERNS = pattern(
    r"(?<!\w)(?:во?|о|достиг\w*|достич\w*|равн\w+|рав[ен]н?|лиш\w+|требу\w+|каса\w+|придерж\w+|ожида\w+)"
    r"[\s\N{NO-BREAK SPACE}]\Z",
    re.IGNORECASE,
)
"""Before a number: what may ask for another case than the accusative, достигло 3 процентов."""


def agrees(text: str, placeable: Placeable, old: object, value: object, new: str, language: str, counts: bool) -> bool:
    """Say whether the words beside a placeable fit its new value as they fit the old one.

    Args:
        old, value: its values; new: what will be written.
        counts: False where the other language shows that the number counts nothing.
    """
    before = text[max(0, placeable.start - 14) : placeable.start]
    if language == "zh" and not new.endswith("0") and new[-1:].isdecimal() and _ROUGHLY.match(text, placeable.end):
        return False
    if language == "fr" and new == "1" and _FRENCH_WORD.search(before):
        return False
    if language == "ar" and _ARABIC_THE.search(before) and _is_single(str(old), "ar") != _is_single(str(value), "ar"):
        return False
    if placeable.start == 0 and _OF_A_PARAGRAPH.match(text, placeable.end):
        return True
    if not counts or language == "zh" or placeable.kind in LABELS or placeable.kind not in _COUNTED:
        return True
    return _is_counted_alike(text, placeable, str(old), str(value), language)


_COUNTED = frozenset((Kind.NUMBER, Kind.MONEY, Kind.PERCENT))


def _is_single(number: str, language: str) -> bool:
    return plural_category(number, language) in _SINGLE[language]


def _is_counted_alike(text: str, placeable: Placeable, old: str, value: str, language: str) -> bool:
    unit = _INVARIABLE.match(text, placeable.end)
    if unit and (language in {"ru", "ar"} or is_no_subject(text, placeable.start, unit.end(), language)):
        return True
    if _COUNTS_NOTHING.match(text, placeable.end):
        is_dual = language == "ar" and _ARABIC_VOTES.search(text[max(0, placeable.start - 14) : placeable.start])
        if is_dual or _OF_SEVERAL.match(text, placeable.end):
            return _is_single(old, language) == _is_single(value, language)
        return True
    one, other = (shifted(number, -placeable.power) for number in (old, value))
    if language == "ar":  # with decimals, the noun follows the whole number: 10,8 ملايين, 47,3 مليون
        if one != other and {"1", "2"} & {one, other}:
            return False  # مليون, مليونين, without the figure
        one, other = one.partition(".")[0], other.partition(".")[0]
    if language == "ru" and _is_thousands(one) != _is_thousands(other) and _OBLIQUE_AFTER.match(text, placeable.end):
        return False
    categories = {plural_category(one, language), plural_category(other, language)}
    if categories == {"few", "other"} and language == "ru":
        return _is_one_genitive(text, placeable)
    if categories == {"few", "many"} and language == "ru" and _is_oblique(text, placeable):
        return True
    return len(categories) == 1


def _is_one_genitive(text: str, placeable: Placeable) -> bool:
    """Say whether a Russian noun is the same behind 2,6 and 3: на 2,6 процента, на 3 процента; not до 3 процентов."""
    before = text[max(0, placeable.start - 24) : placeable.start]
    return bool(_GENITIVE_SINGULAR.match(text, placeable.end)) and not (
        _OBLIQUE_BEFORE.search(before) or _GOVERNS.search(before)
    )


def _is_thousands(number: str) -> bool:
    """Say whether what is counted stands in the genitive in any case: в 5 докладах, but в 5000 докладов."""
    return number.endswith("000")


def _is_oblique(text: str, placeable: Placeable) -> bool:
    """Say whether a Russian noun stands in a case that is the same behind 2 and 5: до 2 лет, в 5 странах."""
    if _NOT_OBLIQUE.match(text, placeable.end):
        return False
    before = text[max(0, placeable.start - 16) : placeable.start]
    return bool(_OBLIQUE_BEFORE.search(before) or _OBLIQUE_AFTER.match(text, placeable.end))
