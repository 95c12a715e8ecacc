"""Spaces where no language has one, and signs without the space that belongs to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from tm.checks.check import Fault, Pair, check
from tm.checks.typography import CLOSERS, MARKS, is_as_in_source, typography
from tm.model.finding import Severity, Span
from tm.text.pattern import pattern
from tm.text.prose import BREAK, OBJECT, TAG, prose

_WHITE = " \\u00a0\\u202f\\u2009\\u3000"
_NOT_THERE = pattern(rf"[\s{TAG}{BREAK}{OBJECT}]")
_OPENERS = "«“„([{¿¡（《"
_NEXT = rf"(?=[\s{TAG}{BREAK}{CLOSERS}.,;:!?…]|\Z)"
_STOP = pattern(r"\.(?=[A-ZÀ-ÖØ-ÞА-ЯЁ][a-zà-ÿа-яё]|[\u0621-\u064a][\u0621-\u065f])")
_SENTENCE_END = pattern(rf"[a-zà-ÿа-яё{MARKS}]{{3}}\Z|[\u0621-\u065f]{{2}}\Z")
_GLUED_IN_SOURCE = pattern(r"\w[.!?)\"][A-Z][a-z]|\d\.[A-Z]")
_FRENCH = ";:?!»%"
"""French sets a space before these, and others must not keep it."""

_WITHIN_HAN = pattern(r"[ \u00a0](?<=[\u3400-\u9fff，；、][\u3400-\u9fff].)(?=[\u3400-\u9fff][\u3400-\u9fff，。；、])")
_AFTER_LITTLE = pattern(
    r"[ \u00a0](?:(?<=[本该的和与及在对为其将由于].)(?=[\u3400-\u9fff]{2})|(?<=[\u3400-\u9fff]{2}.)(?=[的和与及]))"
)
"""Beside one of these little words no layout has a space."""

_HAN_STOP = pattern(r"[\u3400-\u9fff\d）”》][，；。！？]")
_TWICE = pattern(
    "([.,;:،؛؟，。；：、？])(?<![.…?!/:;,].)\\1(?![.…?!/:;,=\\w，。、…])(?<!\\.\\.)|(?<=[^\\W\\d_]{3})(\\.)\\.(?=\\s*\\Z)"
)
_PAIR = pattern("([.,;:،؛؟，。；：、？])\\1")
_HYPHEN = pattern(r"(?<=[а-яё»)] )-(?= [«а-яёА-ЯЁ])")
_SLIPS = 2
"""Spaces between Chinese words up to which they are slips; more are a layout, of names or columns."""

_LISTED_IN_SOURCE = pattern(r"[A-Za-z]{2}[,;:][A-Za-z]{2}")


@cache
def _suspect(code: str) -> re.Pattern[str]:
    """Find a sign beside which something may be wrong; most units have none, and go."""
    habits = typography(code)
    before, after, loose = (re.escape(one) for one in (habits.tight_before, habits.tight_after, habits.loose))
    glued = f"|(?<=[{loose}.])(?=[{habits.script}A-Z])" if loose else ""
    return pattern(f"[{before}{after}{loose}](?:(?<=[{_WHITE}][{before}])|(?<=[{after}])(?=[{_WHITE}]){glued})")


@cache
def _patterns(code: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str] | None]:
    """Spaces before signs; spaces after signs; signs that a letter of the script follows at once."""
    habits = typography(code)
    before, after, loose = (re.escape(one) for one in (habits.tight_before, habits.tight_after, habits.loose))
    is_full_width = bool(habits.brackets)
    swapped = "" if is_full_width else rf"|(?<=[^\W\d_]{{3}}[{_WHITE}])[,،][^\W\d_]{{2}}"
    return (
        pattern(f"[{_WHITE}][{_WHITE}]?(?=[{before}]{'' if is_full_width else _NEXT}{swapped})"),
        pattern(f"[{after}][{_WHITE}]{{1,2}}(?![\\s{BREAK}]|\\Z)"),
        pattern(f"[{loose}](?=[{habits.script}{MARKS}]{{2}})") if loose else None,
    )


@check(Severity.WARNING)
def spacing(pair: Pair) -> Iterator[Fault]:
    """Flag a space before a comma or stop or inside a bracket, and a comma or stop with none after it.

    No language sets a space before a comma, a full stop or a closing bracket, or after an opening one; Spanish,
    Russian, Arabic and English neither before tall signs. Chinese signs of full width bring their own space,
    and between the words of a Chinese sentence there is none. French
    has its spaces before tall signs looked after by `french-spacing`. A sign that stands twice is told of as well.

    Left alone: file names and code (` .po`, `{a,b}`), an ellipsis that stands for words, ratios (`1 : 2`), words that
    are as in the source, and a stop or comma with no space after it where the source has the same. In files that were
    not made here a space between two Chinese sentences is only told as information, and so is a hyphen between spaces
    that stands for a dash in Russian, where the source has none.
    """
    text, source = prose(pair.unit.target), pair.unit.source
    if pair.target.code == "zh":
        yield from _within_han(text)
    if _PAIR.search(text) and (twice := _TWICE.search(text)) and not _TWICE.search(source):
        yield Fault(f"{twice[0][0]} stands twice", at=Span(*twice.span()), fix=twice[0][0])
    if pair.target.code == "ru" and " - " in text and " - " not in source:
        yield from _hyphens(text, is_ours=pair.is_ours)
    if not _suspect(pair.target.code).search(text):
        return
    before, after, loose = _patterns(pair.target.code)
    for found in before.finditer(text):
        start, end = found.span()
        if (
            start
            and not _NOT_THERE.match(text[start - 1])
            and text[start - 1] not in _OPENERS
            and not _is_fine(text, start, end, pair)
        ):
            yield Fault(f"a space before {text[end]}", at=Span(start, end), fix="")
    for found in after.finditer(text):
        start, end = found.start() + 1, found.end()
        sign = text[start - 1]
        is_kept = sign in _beside_spaces(source)[0] and not (sign == "«" and pair.source.code == "fr")
        if not is_kept and not (sign == "(" and text[end] == ")"):
            severity = Severity.INFO if sign in "。！？" and not pair.is_ours else None
            yield Fault(f"a space after {sign}", at=Span(start, end), fix="", severity=severity)
    if loose:
        yield from _too_narrow(text, loose, source)


def _hyphens(text: str, *, is_ours: bool) -> Iterator[Fault]:
    """Yield the hyphens between spaces and words, where Russian writes dashes; what others do is not put right."""
    fix, severity = ("—", None) if is_ours else (None, Severity.INFO)
    for found in _HYPHEN.finditer(text):
        yield Fault("a hyphen stands for a dash: write —", at=Span(*found.span()), fix=fix, severity=severity)


def _within_han(text: str) -> Iterator[Fault]:
    """Yield the spaces in the middle of a Chinese sentence, between words that nothing parts."""
    if " " not in text and "\u00a0" not in text:
        return
    found = list(_WITHIN_HAN.finditer(text))
    if found and not _HAN_STOP.search(text):
        found = []
    found = found or list(_AFTER_LITTLE.finditer(text))
    if 0 < len(found) <= _SLIPS:
        for space in found:
            yield Fault("a space between Chinese words", at=Span(*space.span()), fix="")


def _is_fine(text: str, start: int, end: int, pair: Pair) -> bool:
    """Whether the space before the sign at `end` is a matter of something else than punctuation."""
    sign, following = text[end], text[end + 1 : end + 3]
    if sign == "…" or (sign == "." and following[:1] in {".", "…"}):
        return True
    if sign == ":" and text[start - 1].isdigit() and following.strip()[:1].isdigit():
        return True
    if sign in _FRENCH and pair.source.code == "fr":
        return False
    return sign in _beside_spaces(pair.unit.source)[1]


@lru_cache(maxsize=8)
def _beside_spaces(source: str) -> tuple[frozenset[str], frozenset[str]]:
    """Give what stands before a space somewhere in a source, and what stands behind one."""
    first, *others = source.split(" ")
    ends = (first, *others[:-1]) if others else ()
    return frozenset(part[-1] for part in ends if part), frozenset(part[0] for part in others if part)


def _too_narrow(text: str, loose: re.Pattern[str], source: str) -> Iterator[Fault]:
    is_listed = bool(_LISTED_IN_SOURCE.search(source))
    for found in () if is_listed else loose.finditer(text):
        start, end = found.span()
        is_word = start >= 2 and text[start - 2].isalpha() and not text[start - 1].isspace()
        if is_word and not _is_kept(text, start, source):
            yield Fault(f"no space after {found[0]}", at=Span(end, end), fix=" ")
    is_glued = bool(_GLUED_IN_SOURCE.search(source))
    for found in () if is_glued else _STOP.finditer(text):
        start, end = found.span()
        if _SENTENCE_END.search(text, max(0, start - 3), start) and not _is_kept(text, start, source):
            yield Fault("no space after the full stop", at=Span(end, end), fix=" ")


def _is_kept(text: str, place: int, source: str) -> bool:
    """Whether the words on both sides of the sign stand so in the source."""
    return is_as_in_source(text, place, source) or text[max(0, place - 2) : place + 3] in source
