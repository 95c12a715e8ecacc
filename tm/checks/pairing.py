"""Brackets and quotation marks: each opened one is closed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tm.checks.check import Pair, check
from tm.model.finding import Severity
from tm.text.plain import plain

_ROUND = {
    "(": ")", "（": "）", "[": "]", "［": "］", "{": "}", "｛": "｝", "【": "】", "〔": "〕",
    "「": "」", "『": "』", "《": "》", "〈": "〉", "«": "»", "‹": "›",
}  # fmt: skip
_WIDE = str.maketrans("（）［］｛｝", "()[]{}")
"""Width does not matter: Chinese texts close （ with ) and nobody is misled."""

_MARK = re.compile(r"[()\[\]{}（）［］｛｝【】〔〕「」『』《》〈〉«»‹›“”„‟\"]")
_MARKER = re.compile(
    r"(?:^|(?<=[\s;:,.،؛；：，。、（(¡¿«“\"]))(?:[^\W\d_]{1,2}|[ivxlcIVXLC]{1,7}|\d{1,3}(?:\.\d{1,3})?)\)"
)
"""A list marker closed but not opened: `a)`, `1)`, `أ)`."""

_INTERVAL = re.compile(r"[(\[]\s?[^()\[\]]{1,40}[,;–-]\s?[^()\[\]]{1,40}[)\]]")
_INCHES = re.compile(r"(?<=\d)[\"”]|(?<=\d)′′")
_EMOTICON = re.compile(r"[:;]-?[()](?!\w)")
_CODE = re.compile(r"`[^`\n]{1,400}`")
_CURLY = "“”„‟"


@check(Severity.WARNING)
def unpaired(pair: Pair) -> Iterator[str]:
    """Flag a bracket or quotation mark without its partner, unless the source lacks it too."""
    ours = _lonely(pair.unit.target)
    if ours:
        theirs = _lonely(pair.unit.source)
        families = {_family(mark) for mark in theirs}
        for mark in ours:
            if _family(mark) not in families:
                yield f"{mark} has no partner"


def _family(mark: str) -> str:
    return "quote" if mark in '“”„‟"«»‹›「」『』' else "bracket"


def _lonely(text: str) -> list[str]:
    """Give the marks without a partner, each once, in order."""
    text = plain(text)
    if not _MARK.search(text):
        return []
    text = text.translate(_WIDE)
    if "`" in text:
        text = _CODE.sub(" ", text)
    lonely = _unmatched(text)
    if lonely:  # the rare case pays for the rules of exception
        text = _EMOTICON.sub(" ", _INTERVAL.sub(" ", _MARKER.sub(" ", text)))
        lonely = _unmatched(text)
    marks = list(dict.fromkeys(lonely))
    straight = text.count('"')
    if straight % 2 and (straight - len(_INCHES.findall(text))) % 2:
        marks.append('"')
    return marks


def _unmatched(text: str) -> list[str]:
    closers = {close: opener for opener, close in _ROUND.items()}
    stacks: dict[str, int] = {}
    lonely: list[str] = []
    curly = 0
    for match in _MARK.finditer(text):
        mark = match[0]
        if mark in _CURLY:
            curly += 1
        elif mark in _ROUND:
            stacks[mark] = stacks.get(mark, 0) + 1
        elif mark in closers:
            opener = closers[mark]
            if stacks.get(opener, 0):
                stacks[opener] -= 1
            else:
                lonely.append(mark)
    lonely += [mark for mark, count in stacks.items() if count]
    if curly % 2:
        lonely.append(next(mark for mark in text if mark in _CURLY))
    return lonely
