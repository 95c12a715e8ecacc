"""Read the markers of lists and paragraphs, and the rank that each gives: (c), в), (ج), iii), ㈢, 12., 三、."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tm.text.chinese_value import chinese_value
from tm.text.digits import ascii_digits
from tm.text.pattern import pattern

_ROMAN = pattern(r"(x{0,3})(ix|iv|v?i{0,3})")
_ROMAN_WORTH = {"": 0, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9}
_ORDERS = (
    "abcdefghijklmnopqrstuvwxyz",
    "абвгдежзиклмнопрстуфхцчшщэюя",  # as lists are lettered: without ё, й, ъ, ы, ь
    "абвгдеёжзийклмнопрстуфхцчшщ",
    "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",  # abjad, as the United Nations count
    "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "甲乙丙丁戊己庚辛壬癸",
)
_LIKE_LATIN = str.maketrans("асеорху", "aceopxy")
_BARE_ALIF = str.maketrans("اإآ", "أأأ")
ARABIC_LETTERS = "ألف باء جيم دال هاء واو زاي حاء طاء ياء كاف لام ميم نون سين عين".split()
ARABIC_ORDINALS = "أولا ثانيا ثالثا رابعا خامسا سادسا سابعا ثامنا تاسعا عاشرا".split()
"""A, B, C and I, II, III before Arabic headings."""

_LABEL = (
    r"[A-Za-z]{1,5}|\d{1,3}|[\u0430-\u0451]{1,2}|[\u0621-\u064a]\u0640?"
    r"|[一二三四五六七八九十]{1,3}|[甲乙丙丁戊己庚辛壬癸]"
)
_LEADING = pattern(
    rf"[\s\"“«„]{{0,4}}(?:[(（‘’'“”\"]\s?({_LABEL})\s?[)）‘’'“”\"]|({_LABEL})\s?[)）]|([㈠-㈩⑴-⒇①-⑳]))(?!\w{{1,3}}[)）])"
)
_INLINE = pattern(
    rf"(?<![A-Za-z0-9_)）])[(（‘’“”]\s?({_LABEL})\s?[)）‘’“”]|(?<![\w.,/(（-])({_LABEL})\s?[)）]|([㈠-㈩⑴-⒇①-⑳])"
)
_NUMBER = pattern(r"[\s\"“«„]{0,4}(\d{1,3})\.\s+(?=[^\W\d_]|[(\[“«\"¿])")
_DASHED = pattern(r"(\d{1,3})\s?[-–—]\s?(?=[\u0621-\u064a])")
_ANY_NUMBER = pattern(r"\W{0,4}第?\s?(\d{1,3})(?![\d%/:])(?!\.\d)(\s?[.)）．、。:\-–—]\s?|\s)?")
_HEADING = pattern(r"\W{0,3}(?:([A-H]|[IVX]{1,5}|[ivx]{2,5}(?=\.))(?:\.|\s?[-–—])\s+(?=[^\W\d_]))")
_HEADINGS = {
    "ru": pattern(r"\W{0,3}([A-HА-Ж]|[IVXХ]{1,5}|[ivx]{2,5}(?=\.))(?:\.|\s?[-–—])\s"),
    "ar": pattern(
        r"\W{0,3}("
        + "|".join((*ARABIC_LETTERS, *(f"{word[:-1]}[اً]{{1,2}}" for word in ARABIC_ORDINALS)))
        + r")\s?[-–—.:]"
    ),
    "zh": pattern(
        r"\W{0,3}([A-H]|[IVX]{1,5}|[ivx]{2,5}(?=\.)|[一二三四五六七八九十]{1,3}|[甲乙丙丁戊己庚辛])\s?[.．、。]"
    ),
}


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker of a list.

    Attributes:
        start, end: of its letters or figures.
        text: they themselves.
        ranks: all that they may stand for: (i) is the first in Roman numerals and the ninth letter.
        is_figure: whether it is a number in figures.
    """

    start: int
    end: int
    text: str
    ranks: frozenset[int]
    is_figure: bool = False


def leading_marker(text: str) -> Marker | None:
    """Read the marker of a list item at the beginning of a text without markup.

    >>> leading_marker("(c) Equality").ranks, leading_marker("(ج) المساواة").ranks, leading_marker("iii) égalité").ranks
    (frozenset({3}), frozenset({3, 5}), frozenset({3}))
    """
    match = _LEADING.match(ascii_digits(text[:40]))
    return _marker(match, text) if match else None


def inline_markers(text: str) -> Iterator[Marker]:
    """Yield all that may be markers of a list, wherever they stand."""
    return (marker for match in _INLINE.finditer(ascii_digits(text)) if (marker := _marker(match, text)))


def _marker(match: re.Match[str], text: str) -> Marker | None:
    group = match.lastindex or 0
    ranks = ranks_of(match[group])
    return Marker(*match.span(group), text[slice(*match.span(group))], ranks, match[group].isdigit()) if ranks else None


@cache
def ranks_of(label: str) -> frozenset[int]:
    """Give all ranks that a label may stand for; none when it is no label: (see)."""
    if label.isdigit() and label.isascii():
        return frozenset((int(label),))
    if len(label) == 1 and "①" <= label <= "㈩":
        return ranks_of(unicodedata.normalize("NFKC", label).strip("()"))
    label = label.rstrip("\N{ARABIC TATWEEL}").translate(_BARE_ALIF)
    low = label.casefold()
    ranks = {rank for rank in (_roman(low), _chinese(label)) if rank}
    if len(set(low)) == 1 and len(low) <= 2:  # (aa) follows (z)
        letters = {low[0], low[0].translate(_LIKE_LATIN)}
        ranks |= {order.index(one) + 26 * len(low) - 25 for order in _ORDERS for one in letters if one in order}
    return frozenset(ranks)


def _chinese(text: str) -> int:
    return (chinese_value(text) or 0) if set(text) <= set("一二三四五六七八九十") else 0


def _roman(text: str) -> int:
    match = _ROMAN.fullmatch(text)
    return 10 * len(match[1]) + _ROMAN_WORTH[match[2]] if match else 0


def leading_number(text: str) -> Marker | None:
    """Read the number of a paragraph at the beginning of a text without markup: "12. The Committee …"."""
    if text[:1].isalpha():
        return None
    match = _NUMBER.match(ascii_digits(text[:24]))
    return Marker(*match.span(1), match[1], frozenset((int(match[1]),)), True) if match else None


def ends_with_dash(text: str) -> Marker | None:
    """Read the number of a paragraph as Arabic resolutions write it: "1 - يحيط علما"."""
    match = _DASHED.match(ascii_digits(text[:24])) if text[:1].isdigit() else None
    return Marker(*match.span(1), match[1], frozenset((int(match[1]),)), True) if match else None


def has_number(text: str, figures: str) -> bool:
    """Say whether a number stands in a text alone, and not as the end of a symbol: 1 in "item 1", not in CMA.1."""
    return any(word.strip("().,;:–-") == figures for word in text.split()) if figures in text else False


def first_number(text: str) -> Marker | None:
    """Read the figures with which a text begins, whatever stands behind them: 12-, 12、, 第12段."""
    match = _ANY_NUMBER.match(ascii_digits(text[:24]))
    return Marker(*match.span(1), match[1], frozenset((int(match[1]),)), bool(match[2])) if match else None


def heading_letter(text: str, language: str) -> Marker | None:
    """Read the letter or Roman numeral of a heading: "B. Recommendations", « باء - التوصيات », « 二、建议 »."""
    match = _HEADINGS.get(language, _HEADING).match(text[:40])
    if not match:
        return None
    label = match[1]
    if language == "ar":
        rank = _rank_in_words(label)
        return Marker(*match.span(1), label, frozenset((rank,)))
    return Marker(*match.span(1), label, ranks_of(label.replace("Х", "X")))


def _rank_in_words(word: str) -> int:
    if word in ARABIC_LETTERS:
        return ARABIC_LETTERS.index(word) + 1
    return next(rank for rank, ordinal in enumerate(ARABIC_ORDINALS, 1) if ordinal[:-1] == word.rstrip("اً"))
