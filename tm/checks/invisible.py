"""Characters that nobody sees: soft hyphens, controls of direction, and others that are never meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from tm.checks.check import Fault, Pair, check
from tm.model.finding import Severity, Span
from tm.text.pattern import pattern
from tm.text.prose import prose

_SHY = "\N{SOFT HYPHEN}"
_JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
_STRAY = pattern(
    "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ue000-\uf8ff"
    "\ufeff\ufff9-\ufffd\ud800-\udfff\U000e0000-\U000e007f\U000f0000-\U0010fffd]"
)
"""All that the three checks speak of: nearly no text has any."""

_BLANK = pattern("(?<=[\u3400-\u9fff])[\u00a0\u2000-\u200a\u202f\u205f\u3000]{1,4}(?=[\u3400-\u9fff])")
_LAID_OUT = pattern(r"\s\s|[\t\n]")
_WORDS = pattern("[\u3400-\u9fff]{2}")
_LABELLED = pattern(
    "(?:第[^，。]{1,6}|附件|附录|附表|表|图|专栏|方框|议程项目|项目|序号|主席|签名|签字|注|[一二三四五六七八九十]{1,3}|[章节条款编卷篇部])\\Z"
)
_TWO = 2

_LOST = pattern("[\ue000-\uf8ff\ufff9-\ufffd\ud800-\udfff\U000e0000-\U000e007f\U000f0000-\U0010fffd\u2028\u2029]")
"""Of these nobody knows what should stand there."""

_ARABIC = pattern("[\u0621-\u064a\u0670-\u06d3]")
_RTL = pattern("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LRM, _RLM = "\N{LEFT-TO-RIGHT MARK}", "\N{RIGHT-TO-LEFT MARK}"
_DIRECTED = pattern(r"[^\W_]|\Z")
_NEAR = 40
"""Characters in which a letter or digit is looked for beside a mark."""

_MARKS = "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{ARABIC LETTER MARK}"
_OVERRIDES = "\N{LEFT-TO-RIGHT OVERRIDE}\N{RIGHT-TO-LEFT OVERRIDE}"
_EMBEDDINGS = "\N{LEFT-TO-RIGHT EMBEDDING}\N{RIGHT-TO-LEFT EMBEDDING}" + _OVERRIDES
_ISOLATES = "\N{LEFT-TO-RIGHT ISOLATE}\N{RIGHT-TO-LEFT ISOLATE}\N{FIRST STRONG ISOLATE}"
_POPS = {"\N{POP DIRECTIONAL FORMATTING}": _EMBEDDINGS, "\N{POP DIRECTIONAL ISOLATE}": _ISOLATES}
_BIDI = frozenset(_MARKS + _EMBEDDINGS + _ISOLATES + "".join(_POPS))


@lru_cache(maxsize=16)
def _strays(text: str) -> tuple[int, ...]:
    if text.isprintable() and "\ufffc" not in text and "\ufffd" not in text:
        return ()
    return tuple(found.start() for found in _STRAY.finditer(text))


@check(Severity.WARNING, signs=_SHY)
def soft_hyphen(pair: Pair) -> Iterator[Fault]:
    """Flag a soft hyphen: it splits the word for search, spelling and memory, and shows where lines break anew."""
    target = pair.unit.target
    if _SHY in target:
        yield from _removed(target, [found.start() for found in re.finditer(_SHY, target)], "a soft hyphen")


@check(Severity.WARNING, signs="".join(sorted(_BIDI)))
def bidi(pair: Pair) -> Iterator[Fault]:
    """Flag a control of direction that is not balanced, overrides the direction, or stands where nothing needs it.

    Left alone: balanced isolates and embeddings, and direction marks in a text with letters written from right to
    left, unless one splits a word, or turns nothing: between words that all run from right to left.

    Source: Unicode Standard Annex 9.
    """
    target = pair.unit.target
    places = [place for place in _strays(target) if target[place] in _BIDI]
    if not places:
        return
    lone = _unbalanced(target, places)
    yield from _removed(target, lone, "a lone control of direction")
    known = set(lone)
    overrides = [place for place in places if target[place] in _OVERRIDES and place not in known]
    yield from _removed(target, overrides, "a direction override")
    marks = [place for place in places if target[place] in _MARKS and _is_idle(pair, place)]
    yield from _removed(target, marks, "a direction mark that does nothing")


@check(Severity.WARNING)
def invisible(pair: Pair) -> Iterator[Fault]:
    """Flag characters that nobody sees and nobody means: of no width, control characters, byte order marks, leftovers.

    Also characters of private use and � , which stand for a letter that was lost.

    Left alone: joiners and non-joiners after an Arabic letter or between pictures, and private and object characters
    that the source has too.

    In Chinese a no-break space between two characters is told of, and one of full width that parts no title from its
    number.
    """
    target = pair.unit.target
    if pair.target.code == "zh" and not target.isprintable():
        yield from _blanks(target, pair.unit.source)
    places = _strays(target)
    if not places:
        return
    text, source = prose(target), pair.unit.source
    for place in places:
        one = target[place]
        if one == _SHY or one in _BIDI or _is_meant(target, place, source):
            continue
        message = f"{_name(one)}, which nobody sees" if not _LOST.match(one) else f"{_name(one)} for a lost character"
        certain = text[place] == one and not _LOST.match(one)
        yield Fault(message, at=Span(place, place + 1), fix="" if certain else None)


def _blanks(target: str, source: str) -> Iterator[Fault]:
    """Yield spaces that Chinese does not write, between its characters."""
    for found in _BLANK.finditer(target):
        is_wide = found[0].strip("\u3000") == ""
        if is_wide and (
            _LAID_OUT.search(source) or not _WORDS.match(target, found.end()) or _label(target, found.start())
        ):
            continue
        yield Fault(f"{_name(found[0][0])} between Chinese characters", at=Span(*found.span()), fix="")


def _label(text: str, place: int) -> bool:
    """Say whether the number of a title, a name of one character, or a person's office stands before a place."""
    before = re.split("[，。；：、\\s]", text[:place])[-1]
    return len(before) < _TWO or _LABELLED.search(before) is not None


def _removed(target: str, places: list[int], what: str) -> Iterator[Fault]:
    """Say of each place that the character should go, save inside addresses and code, where a person decides."""
    text = prose(target)
    for place in places:
        is_certain = text[place] == target[place]
        yield Fault(f"{what} ({_name(target[place])})", at=Span(place, place + 1), fix="" if is_certain else None)


def _name(one: str) -> str:
    return f"U+{ord(one):04X} {unicodedata.name(one, '')}".strip()


def _unbalanced(text: str, places: Sequence[int]) -> list[int]:
    """Give the places of controls that are opened and not closed, or closed and not opened, in their own kind."""
    lone: list[int] = []
    for pop, openers in _POPS.items():
        opened: list[int] = []
        for place in places:
            if text[place] in openers:
                opened.append(place)
            elif text[place] == pop and opened:
                opened.pop()
            elif text[place] == pop:
                lone.append(place)
        lone += opened
    return sorted(lone)


def _is_idle(pair: Pair, place: int) -> bool:
    """Whether a direction mark does nothing: nothing runs from right to left, it splits a word, or stands twice."""
    text = pair.unit.target
    if place and text[place - 1] == text[place]:
        return True
    if not pair.target.is_rtl and not _RTL.search(text):
        return text[place] not in pair.unit.source
    if place and _ARABIC.match(text, place + 1) and _ARABIC.match(text[place - 1]):
        return True
    if text[place] == _RLM:
        before, after = text[max(0, place - 2) : place].rstrip(" "), text[place + 1 : place + 3].lstrip(" ")
        return bool(before and _ARABIC.match(before[-1]) and _ARABIC.match(after))
    return text[place] == _LRM and _runs_on(text, place)


def _runs_on(text: str, place: int) -> bool:
    """Whether the nearest of what has a direction, on both sides, runs from right to left, so that no mark turns it."""
    before = _DIRECTED.search(text[max(0, place - _NEAR) : place][::-1])
    after = _DIRECTED.search(text, place + 1, place + _NEAR)
    return bool(before and after and _RTL.match(before[0]) and _RTL.match(after[0]))


def _is_meant(text: str, place: int, source: str) -> bool:
    one, before = text[place], text[place - 1 : place]
    if one in _JOINERS:
        is_picture = bool(before) and unicodedata.category(before) in {"So", "Sk", "Mn"} and not before.isalpha()
        return bool(before and _ARABIC.match(before)) or is_picture
    if one == "\r":
        return one in source
    return one != "\N{REPLACEMENT CHARACTER}" and bool(_LOST.match(one)) and one in source
