"""Signs of another script: Latin punctuation, brackets and digits in Chinese and Arabic prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from tm.checks.check import Fault, Pair, check
from tm.checks.typography import CLOSERS, letters, typography
from tm.model.finding import Severity, Span
from tm.text.pattern import pattern
from tm.text.prose import OBJECT, TAG, prose

_OWN_CLOSERS = "）》」』”’〉】"
_OPERATORS = frozenset("=<>&|+*")
"""Behind a sign, as in `?=` and `:=`."""

_LATIN_SIGN = pattern(r"[,;:?!.()<０-９Ａ-Ｚａ-ｚ]")
_BRACKET = pattern(r"[()（）]")
_TITLE = pattern("<(?=[\u3400-\u9fff])([^<>]{2,80})>(?!>)")
_HEADING = 20
"""Characters up to which one comma is no habit."""

_FULL_WIDTH = pattern("[，；：。？！]")
_SET_WIDE = pattern("[（）「」『』【】]|[“‘](?=[\\u3400-\\u9fff])|(?<=[\\u3400-\\u9fff])[”’]")
"""Brackets and quotation marks of which one shows that a text is set in full width."""

_WIDE = pattern(r"[０-９Ａ-Ｚａ-ｚ]+")
_NARROW = {wide: chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)}
_ABBREVIATION = pattern(r"(?:Inc|Ltd|al|etc|Jr|Sr|Co|Corp|No|vol|ed|eds|pp|\b[A-Z])\Z")
_AT_END = pattern(rf"[\s{TAG}{CLOSERS}]{{0,20}}\Z")
_MARKER_END = 8
_ORDER = pattern(
    r"[\s\"“]{0,3}(?:(?:图|表|插图|图表|方框|插文|附件|附录|附表|第)\s?)?[一二三四五六七八九十]{1,3}(?:章|节|部分)?"
    r"\.\s{0,2}(?=\w)"
)
"""The number of a heading, of a figure or a table, as United Nations documents write it."""

_YEAR = pattern(r"\s?[12]\d{3}(?:[-–至][12]\d{3})?\s?年")
_LOOK_BACK = 12
"""Characters before a sign at the very end that tell whether it closes a sentence of the language."""


@check(Severity.WARNING, targets=("zh",))
def chinese_width(pair: Pair) -> Iterator[Fault]:
    """Flag ASCII punctuation in Chinese prose, and digits or letters of full width.

    , ; : ? ! . beside Chinese characters are ， ； ： ？ ！ 。 and brackets around Chinese words （ ）, without spaces;
    titles stand in 《 》, those within in 〈 〉.
    Brackets that are ( ) throughout a text are told as info: United Nations documents set them so; where most of their
    file have full width, they are a slip.

    Left alone: decimals, thousands, times, Latin citations and names with their punctuation, brackets around Latin
    letters or numbers alone, as in `A/76/1 (a)`, addresses and code.

    In files that others made, a text that has ASCII commas and no sign of full width at all keeps to a habit, and is
    told as info; one that mixes both is a slip, and so is ; or ? where brackets or quotation marks have full width.

    Source: GB/T 15834-2011; United Nations documents in Chinese.
    """
    text = prose(pair.unit.target)
    if not _LATIN_SIGN.search(text):
        return
    habits = typography("zh")
    signs = list(_foreign(text, "zh", habits.signs))
    is_habit = not pair.is_ours and _is_set_in_ascii(text, [text[place] for place, _ in signs])
    severity = Severity.INFO if is_habit else None
    for place, right in signs:
        start, end = place, place + 1
        while start and text[start - 1] == " ":
            start -= 1
        while text[end : end + 1] == " " and end + 1 < len(text):
            end += 1
        message = f"{text[place]} in Chinese prose: write {right}"
        is_slip = text[place] in ";?" and bool(_SET_WIDE.search(text))
        yield Fault(message, at=Span(start, end), fix=right, severity=None if is_slip else severity)
    for start, end, right, is_pair in _brackets(text, habits.brackets):
        message = f"{text[start:end].strip()} around Chinese words: write {right}"
        as_told = Severity.INFO if is_pair and "（" not in text else severity
        yield Fault(message, at=Span(start, end), fix=right, severity=as_told)
    for found in _TITLE.finditer(text):
        is_inside = "《" in text[: found.start()].rpartition("》")[2]
        right = f"〈{found[1]}〉" if is_inside else f"《{found[1]}》"
        yield Fault(f"{found[0]} is a title: write {right}", at=Span(*found.span()), fix=right)
    for found in _WIDE.finditer(text):
        narrow = found[0].translate(_NARROW)
        yield Fault(f"{found[0]} has the width of a character: write {narrow}", at=Span(*found.span()), fix=narrow)


def _is_set_in_ascii(text: str, signs: Sequence[str]) -> bool:
    """Say whether a text shows a habit: no sign of full width at all, and more ASCII commas than a slip makes."""
    commas = sum(sign in ",;" for sign in signs)
    return (
        commas > 1 or (commas == 1 and len(text) > _HEADING and text.rstrip()[-1] not in ",;")
    ) and not _FULL_WIDTH.search(text)


@check(Severity.WARNING, targets=("ar",))
def arabic_punctuation(pair: Pair) -> Iterator[Fault]:
    """Flag a Latin comma, semicolon or question mark in Arabic prose.

    Arabic writes ، ؛ and ؟, also after a number or a Latin name when Arabic goes on behind it.

    Left alone: numbers, Latin citations and names with their punctuation, addresses and code.

    Source: CLDR and United Nations documents in Arabic.
    """
    text = prose(pair.unit.target)
    for place, right in _foreign(text, "ar", typography("ar").signs):
        yield Fault(f"{text[place]} in Arabic prose: write {right}", at=Span(place, place + 1), fix=right)


@cache
def _sign(signs: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("[" + re.escape("".join(signs)) + "]")


def _foreign(text: str, code: str, signs: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Find the signs of Latin script that stand in prose of the language, and what they should be."""
    letter = letters(code)
    for found in _sign(tuple(signs)).finditer(text):
        place = found.start()
        if _is_prose(text, place, letter):
            yield place, signs[found[0]]


def _is_prose(text: str, place: int, letter: re.Pattern[str]) -> bool:
    sign = text[place]
    before, is_close_before = _neighbour(text, place, -1)
    after, is_close_after = _neighbour(text, place, 1)
    if text[place + 1 : place + 2] in _OPERATORS:
        return False
    if before == "" or before == sign or after == sign:
        return False
    if before.isdigit() and after.isdigit():  # 13:30, but 项目3：2026年
        return sign == ":" and _YEAR.match(text, place + 1) is not None
    is_own = bool(letter.match(before)) or before in _OWN_CLOSERS
    if sign == ":" and not is_close_before and is_close_after and after:
        return False  # a role in markup, `:ref:`
    if sign == ".":
        if place < _MARKER_END and _ORDER.match(text):  # 四. 结论和建议
            return False
        if is_own:
            return not (is_close_after and after.isascii() and after.isalnum()) and is_close_before
        return _closes_sentence(text, place, letter) and not _ABBREVIATION.search(text, max(0, place - 6), place)
    return is_own or bool(after and letter.match(after)) or _closes_sentence(text, place, letter)


def _neighbour(text: str, place: int, step: int) -> tuple[str, bool]:
    """Give the character next to a place, tags and one space passed over, and whether there was no space."""
    at, is_close = place + step, True
    while 0 <= at < len(text) and (text[at] == TAG or (text[at] == " " and is_close)):
        is_close = is_close and text[at] != " "
        at += step
    return (text[at] if 0 <= at < len(text) else ""), is_close


def _closes_sentence(text: str, place: int, letter: re.Pattern[str]) -> bool:
    start = place
    if text[place] in "?;,":  # an address before the sign is none of its sentence
        while start and text[start - 1] in (OBJECT, TAG):
            start -= 1
    return bool(letter.search(text, max(0, start - _LOOK_BACK), start)) and bool(_AT_END.match(text, place + 1))


def _brackets(text: str, wide: Mapping[str, str]) -> Iterator[tuple[int, int, str, bool]]:
    """Find ASCII brackets around words of the language, with the spaces outside them, and say if both are ASCII."""
    letter = letters("zh")
    opened: list[int] = []
    for found in _BRACKET.finditer(text):
        if found[0] in "(（":
            opened.append(found.start())
        elif opened:
            start, end = opened.pop(), found.start()
            if not letter.search(text, start, end):
                continue
            is_pair = text[start] + text[end] == "()"
            if text[start] == "(":
                yield start - (text[start - 1 : start] == " "), start + 1, wide["("], is_pair
            if text[end] == ")":
                is_spaced = text[end + 1 : end + 2] == " " and end + 2 < len(text)
                yield end, end + 1 + is_spaced, wide[")"], is_pair


_WESTERN = pattern(r"(?<![\w/.,:-])[0-9]+(?:[.,:][0-9]+)*(?![\w/:-]|[.,][0-9])", re.ASCII)


@check(Severity.WARNING, targets=("ar",))
def digits(pair: Pair) -> Iterator[Fault]:
    """Flag Arabic-Indic and Western digits side by side in one text.

    A text keeps to one kind. Document symbols, names such as COVID-19, addresses and code keep their Western digits
    beside either.
    """
    text = prose(pair.unit.target)
    own = _indic().search(text)
    if own and (found := _WESTERN.search(text)):
        yield Fault(f"{found[0]} and {own[0]} are written in two kinds of digits", at=Span(*found.span()))


@cache
def _indic() -> re.Pattern[str]:
    return re.compile(f"[{typography('ar').digits}]")
