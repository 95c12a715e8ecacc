"""Read numbers written in Chinese characters: 三十, 二〇二二, 百分之五十, 三分之二, 第七十六, 一亿五千万."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction

from tm.text.chinese_value import DIGIT, chinese_value
from tm.text.number_words import Spelled
from tm.text.pattern import pattern
from tm.text.spans import inside

_NUMERAL = "零〇○一二三四五六七八九两兩十百千万亿"
_RUN = pattern(
    f"(百分之|千分之|万分之|第)?([{_NUMERAL}]+)(?:分之([{_NUMERAL}]+)|点([零〇一二三四五六七八九]{{1,6}}))?|一半|半|翻一番|翻番|双方|两者|双|倍增"
)
_DECADE = pattern("(?:十[一二三四五六七八九]?|二十一?)世纪[一二三四五六七八九]十年代")
"""二十世纪九十年代 is the 1990s."""

_SHARE = {"千分之": 10, "万分之": 100}
"""千分之五 is 0.5 per cent."""

_SURE = pattern("[个名位项条年天次种届国月日周岁章节款号期倍方级轮批家人所艘架枚世份座场艇辆]")
"""Measure words: a single numeral before one of them is meant as a number."""

_TENTHS = pattern("成(?![员立为功果就本分熟长年]|人(?!口))")
"""六成 is sixty per cent."""

_NOT_NUMBERS = pattern(
    "十分[^之]|千万不|千万别|万一|一些|一样|一般|一致|一直|一定|一旦|统一|一切|唯一|一律|进一步|一同|一起|百姓|千米|千克|千瓦"
    "|万物|四川|九江|三亚|五角大楼"
)


_MAYBE_SURE = pattern("[二三四五六七八九十百千万亿两兩]|[零〇○一]点?[零〇○一]")
"""一 by itself says as little as "a"."""


def may_be_sure(text: str) -> bool:
    """Say quickly whether a text may spell out a number that is not loose."""
    return _MAYBE_SURE.search(text) is not None


def spelled_chinese(text: str) -> Iterator[Spelled]:
    """Yield the numbers that Chinese characters spell out, in order; numbers in figures are not among them.

    >>> [sorted(number.values) for number in spelled_chinese("第七十六届会议，百分之五十，二十世纪九十年代")]
    [[76], [50], [1990]]
    """
    decades = [match.span() for match in _DECADE.finditer(text)] if "年代" in text else []
    is_word = inside([*(match.span() for match in _NOT_NUMBERS.finditer(text)), *decades])
    found = [*_runs(text, is_word), *(_decade(text, *span) for span in decades)]
    return iter(sorted(found, key=lambda one: one.start))


def _decade(text: str, start: int, end: int) -> Spelled:
    century, decade = map(chinese_value, text[start:end].removesuffix("年代").split("世纪"))
    return Spelled(start, end, frozenset((100 * (century or 0) - 100 + (decade or 0),)), loose=False)


def _runs(text: str, is_word: Callable[[int], bool]) -> Iterator[Spelled]:
    for match in _RUN.finditer(text):
        if is_word(match.start()):
            continue
        numeral = match[2]
        if not numeral:
            values: frozenset[int | Fraction] = frozenset((Fraction(1, 2), 50) if "半" in match[0] else (2,))
            yield Spelled(*match.span(), values, loose=True)
            continue
        value = None if _is_either(numeral) else chinese_value(numeral)
        if value and value < 10 and _TENTHS.match(text, match.end()):
            yield Spelled(match.start(), match.end() + 1, frozenset((value, 10 * value)), loose=True)
        elif value is None:
            yield from _single(match)
        elif match[3]:
            yield from _fraction(match, value)
        elif match[4]:
            tail = "".join(str(DIGIT[char]) for char in match[4])
            yield Spelled(*match.span(), frozenset((Fraction(f"{value}.{tail}"),)), loose=False)
        elif match[1] in _SHARE:
            yield Spelled(*match.span(), frozenset((value, Fraction(value, _SHARE[match[1]]))), loose=False)
        else:
            sure = len(numeral) > 1 or match[1] is not None or bool(_SURE.match(text, match.end()))
            vague = text[max(0, match.start() - 1) : match.start()] in {
                "数",
                "几",
                "上",
            }  # 数十万: hundreds of thousands
            yield Spelled(*match.span(), frozenset((value,)), loose=value <= 1 or not sure or vague)


def _is_either(numeral: str) -> bool:
    """Say whether two numerals mean one or the other: 一两, 三四, 七八."""
    first, *rest = (DIGIT.get(char, 0) for char in numeral)
    return first > 0 and rest == [first + 1]


def _fraction(match: re.Match[str], below: int) -> Iterator[Spelled]:
    above = chinese_value(match[3])
    if above is not None and below:
        share = Fraction(above, below)
        per_cent = {int(100 * share), int(100 * share) + 1} if share < 1 else set[int]()
        values: frozenset[int | Fraction] = frozenset((share, *per_cent, *((below,) if above == 1 else ())))
        yield Spelled(*match.span(), values, loose=False)


def _single(match: re.Match[str]) -> Iterator[Spelled]:
    """Numerals in a row that are no number, 三四 for "three or four": each by itself, none of them missed."""
    for offset, char in enumerate(match[2][:8]):
        if char in DIGIT:
            start = match.start(2) + offset
            yield Spelled(start, start + 1, frozenset((DIGIT[char],)), loose=True)
