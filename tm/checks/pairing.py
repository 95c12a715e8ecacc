"""Brackets and quotation marks: each opened one is closed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tm.checks.check import Fault, Pair, check
from tm.checks.typography import typography
from tm.model.finding import Severity, Span
from tm.text.pattern import pattern
from tm.text.prose import TAG, prose

_ROUND = {
    "(": ")", "（": "）", "[": "]", "［": "］", "{": "}", "｛": "｝", "【": "】", "〔": "〕",
    "「": "」", "『": "』", "《": "》", "〈": "〉", "«": "»", "‹": "›",
}  # fmt: skip
_NARROW = dict(zip("（）［］｛｝", "()[]{}", strict=True))
"""Width does not matter: Chinese texts close （ with ) and nobody is misled."""

_SIGNS = '()[]{}（）［］｛｝【】〔〕「」『』《》〈〉«»‹›“”„‟‘"'
_MARK = pattern(f"[{re.escape(_SIGNS)}]")
_MARKER = pattern(
    rf"(?:^|(?<=[\s;:,.،؛；：，。、（(¡¿«“\"{TAG}\u200e\u200f]))(?:(?:[^\W\d_][\u0300-\u036f\u0653-\u0655]?){{1,2}}|[ivxlcIVXLC]{{1,7}}|\d{{1,3}}(?:\.\d{{1,3}})?)[)）]"
)
"""A list marker closed but not opened: `a)`, `1)`, `أ)`."""

_LISTED = pattern(r"[(（](?:[^\W\d_]|[a-z]{2}|[ivxlcIVXLC]{1,7}|\d{1,3}(?:\.\d{1,3})?)[)）]")
"""Such a marker in the source, closed and opened, of any script: (أ), （一）."""

_BOUND = r"[+−-]?\s?(?:\d[\d.,\u00a0\u202f]{0,15}|∞|[A-Za-z])\s?[%°\w]{0,12}"
_INTERVAL = pattern(rf"[(\[（]\s?{_BOUND}\s?[,;，；、–-]\s?{_BOUND}\s?[)\]）]")
_EMOTICON = pattern(r"[:;]-?[()](?!\w)")
_SINGLE = pattern(r"‘(?!\d|s\b|n\b)")
"""Opens a quotation within another; ’ closes one, and is an apostrophe as well."""

_CURLY = "“”„‟"
_DIRECTED = _ROUND | {"“": "”"}
_OPENERS, _DIRECTED_OPENERS = ({closer: opener for opener, closer in pairs.items()} for pairs in (_ROUND, _DIRECTED))


@check(Severity.WARNING, signs=_SIGNS)
def unpaired(pair: Pair) -> Iterator[Fault]:
    """Flag a bracket or quotation mark without its partner, unless the source lacks it too.

    Left alone: list markers such as `a)`, half-open intervals (0, 100], inches, apostrophes, emoticons and code;
    brackets of another width, and in Arabic and Russian quotation marks turned the other way.
    """
    if not _MARK.search(pair.unit.target):
        return
    is_list = bool(_LISTED.search(pair.unit.source))
    ours = _lonely(pair.unit.target, pair.target.code, is_list=is_list)
    if ours:
        families = {_family(mark) for mark in _lonely(pair.unit.source, pair.source.code, is_list=is_list)}
        for mark, place in ours.items():
            if _family(mark) not in families:
                yield Fault(f"{mark} has no partner", at=Span(place, place + 1))


def _family(mark: str) -> str:
    return "quote" if mark in '“”„‟‘"«»‹›「」『』' else "bracket"


def _lonely(text: str, code: str, *, is_list: bool) -> dict[str, int]:
    """Give the marks without a partner and the place of the first of each, in order."""
    if not _MARK.search(text):
        return {}
    text = prose(text)
    is_turned = typography(code).quotes.turned
    lonely = _unmatched(text, is_turned=is_turned)
    if lonely:  # the rare case pays for the rules of exception
        is_list = is_list or len(_MARKER.findall(text)) > 1
        for exception in (_LISTED, _MARKER, _INTERVAL, _EMOTICON) if is_list else (_INTERVAL, _EMOTICON):
            text = exception.sub(_blank, text)
        lonely = _unmatched(text, is_turned=is_turned)
    straight = _open_straight(text)
    if straight is not None:
        lonely['"'] = straight
    if not is_turned and len(_SINGLE.findall(text)) > text.count("’"):
        lonely["‘"] = text.rindex("‘")
    return lonely


def _open_straight(text: str) -> int | None:
    """Give the place of the straight mark that is left open, inches passed over."""
    opened: int | None = None
    place = text.find('"')
    while place >= 0:
        if opened is not None:
            opened = None
        elif not text[place - 1 : place].isdigit():
            opened = place
        place = text.find('"', place + 1)
    return opened


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _unmatched(text: str, *, is_turned: bool) -> dict[str, int]:
    """Match what opens and closes, each kind by itself; marks that turn either way need only be even in number."""
    pairs, openers = (_ROUND, _OPENERS) if is_turned else (_DIRECTED, _DIRECTED_OPENERS)
    opened: dict[str, list[int]] = {}
    lonely: list[tuple[int, str]] = []
    turned: list[int] = []
    for found in _MARK.finditer(text):
        mark, place = _NARROW.get(found[0], found[0]), found.start()
        if mark in pairs:
            opened.setdefault(mark, []).append(place)
        elif mark in openers:
            if opened.get(openers[mark]):
                opened[openers[mark]].pop()
            else:
                lonely.append((place, mark))
        elif mark in _CURLY:
            turned.append(place)
    lonely += [(places[-1], mark) for mark, places in opened.items() if places]
    if len(turned) % 2:
        lonely.append((turned[-1], text[turned[-1]]))
    by_mark: dict[str, int] = {}
    for place, mark in sorted(lonely):
        by_mark.setdefault(mark, place)
    return by_mark
