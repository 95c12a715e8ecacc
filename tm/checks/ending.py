"""How a segment ends: the same kind of punctuation as its source, in the signs of its script."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tm.checks.check import Pair, check
from tm.model.finding import Severity
from tm.text.plain import plain

_NAMES = {
    ".": "a full stop", "?": "a question mark", "!": "an exclamation mark", ":": "a colon",
    ";": "a comma or semicolon", "…": "an ellipsis",
}  # fmt: skip
_KIND = {
    ".": ".", "。": ".", "．": ".", "｡": ".", "۔": ".",
    "?": "?", "？": "?", "؟": "?",
    "!": "!", "！": "!",
    ":": ":", "：": ":",
    ";": ";", "；": ";", "؛": ";",
    ",": ";", "，": ";", "،": ";", "、": ";",
    "…": "…",
}  # fmt: skip
_CLOSERS = re.compile(r"[\s\"'”’“„»›)\]}）】」』》〉*_`]+\Z")
_AND = re.compile(r"(?<=[;,；،؛，、])\s?(?:and|or|et|ou|y|e|o|u|и|или|و|أو|以及|和|或|及)\Z", re.IGNORECASE)
"""After a list item; not every language writes it there."""

_LAST_BRACKET = re.compile(r"([.?!:;。？！：；؟])\s{0,2}[(（][^()（）]{1,300}[)）]\Z")
_ADDRESS = "\N{OBJECT REPLACEMENT CHARACTER}"
"""An address at the very end: whether a stop follows it is a matter of style."""

_TAIL = 60
"""Characters at the end that decide."""

_ABBREVIATION = re.compile(
    r"(?<!\w)(?:(?:\w\.){1,5}\w|\w\.\s\w|\w\w\.\s\w\w"  # a.i., U.S.A., т. п., EE. UU.
    r"|etc|al|Inc|Ltd|Co|Corp|Jr|Sr|St|No|vol|ed|eds|pp|approx|ca|cf|min|max|dept|p|pág|págs|núm|art|párr"
    r"|г|гг|в|вв|др|пр|руб|долл|тыс|млн|млрд|ул|стр|см|напр|ст|п|пп|т\.\sд|м)\.\Z",
    re.IGNORECASE,
)


@check(Severity.WARNING)
def end_punctuation(pair: Pair) -> Iterator[str]:
    """Flag another kind of punctuation at the end than the source has."""
    unit = pair.unit
    theirs, ours = _tail(unit.source), _tail(unit.target)
    if not theirs or not ours or theirs[-1] == _ADDRESS or ours[-1] == _ADDRESS:
        return
    wanted, found = _kinds(theirs), _kinds(ours)
    if not wanted & found:  # 是谁？（见附件） for "Who is it (see annex)?"
        wanted, found = wanted | _before_bracket(unit.source), found | _before_bracket(unit.target)
    if wanted & found or (pair.target.code == "ar" and wanted == {";"} and found == {"."}):  # Arabic closes clauses
        return
    has = _NAMES.get(_end(ours), "no punctuation")
    yield f"the translation ends with {has}, the source with {_NAMES.get(_end(theirs), 'none')}"


def _before_bracket(text: str) -> set[str]:
    """Give the kind of punctuation that stands before a bracket at the very end, if any does."""
    bracket = _LAST_BRACKET.search(plain(text)[-400:])
    kind = _KIND.get(bracket[1], "") if bracket else ""
    return {kind} if kind else set()


def _tail(text: str) -> str:
    return _AND.sub("", _CLOSERS.sub("", plain(text)[-_TAIL:]))


def _end(tail: str) -> str:
    """Name the kind of the last sign; "" when it is not punctuation."""
    if tail.endswith("..."):
        return "…"
    return _KIND.get(tail[-1], "")


def _kinds(tail: str) -> set[str]:
    """Give the kinds that the end may count as: the stop of an abbreviation is one and none."""
    kind = _end(tail)
    return {".", ""} if kind == "." and _ABBREVIATION.search(tail) else {kind}
