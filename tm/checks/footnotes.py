"""The marks of footnotes: [4], ⁴, <sup>4</sup>, [^4], an asterisk."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from tm.checks.check import Fault, Pair, check
from tm.checks.note_letters import other_letter_in_tag
from tm.model.finding import Severity, Span
from tm.text.digits import ascii_digits
from tm.text.pattern import pattern
from tm.text.plain import outside_data

_SIGNS = "[*［【〔¹²³⁰⁴⁵⁶⁷⁸⁹†‡<"
_SIGN = pattern(rf"[{re.escape(_SIGNS)}](?:(?<!<)|(?=sup>|SUP>))")
"""One of these is in all that has a mark."""

_LIST = r"\d{1,3}(?:\s?[,;،，、–-]\s?\d{1,3}){0,20}"
_MARK = pattern(
    rf"[\[［【〔]\s?(?P<note>\^[\w-]{{1,30}}|{_LIST})\s?[\]］】〕]"
    rf"|<sup>\s?[\[(]?(?P<sup>{_LIST}|[a-z]|\*{{1,3}})[\])]?\s?</sup>"
    r"|(?P<raised>[¹²³⁰⁴-⁹]{1,3}(?:[˒,]\s?[¹²³⁰⁴-⁹]{1,3}){0,9})"
    r"|\A\s?(?P<head>\*{2,3}|†{1,2}|‡)(?=\s?[^\W_])"
    r"|(?:(?<=[^\W_\d]|[)）】」』》»”\"'’.,;:!?%。，；：！？،؛؟])|(?<=\b(?:19|20)\d\d)|(?<=\d)(?=\*{1,3}\s?\Z))(?P<star>\*{1,3}|†{1,2}|‡)(?![A-Za-z\d_*])",
    re.IGNORECASE,
)
_UNIT = pattern(
    r"(?:(?<![^\W\d_])(?:[kcdmnµμ]?m|ft|in|[кс]?м|мм|дм|г|s|с|χ|R|r|x|n|CO|H|O|J)|метр\w*|平方|10|[×x]\s?10|\d|[⁻⁺])\s?\Z",
    re.IGNORECASE,
)
"""Before a raised figure that is a power: km², χ², 10⁶."""

_YEAR = pattern(r"(?<!\d)(?:1[89]|20)\d\d\Z")
"""Before a raised figure that is no power, but the mark of a note."""

_APART = 40
"""Characters between marks of two clauses, which keep their order; those of a list may change places."""

_STOP = pattern(r"[.!?。！？؟]\s?")
_BEGINS = pattern(r"\s{0,2}[^\W\d_]")
_STOPS = pattern(r"[.!?。！？؟]\s{0,2}[^\W\d_]")
"""Stand where a sentence ends, and the next begins."""

_SOME = 2
"""Different marks that show that notes are numbered otherwise, and no mark is wrong."""

_TO_FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_TO_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_RAISED = pattern("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")


class _Mark(NamedTuple):
    value: str
    start: int
    end: int


@check(Severity.ERROR, signs=_SIGNS)
def footnote(pair: Pair) -> Iterator[Fault]:
    """Flag the mark of a footnote that is lost, changed or added: [4], ⁴, <sup>4</sup>, [^4], *, <1>a</1>.

    The marks may move, but not change places between two clauses, and a raised ⁴ may stand for [4];
    powers such as km² and 10⁶ are no marks. Two notes and more may all go on from another number.

    Source: United Nations Editorial Manual, footnotes and other notes.
    """
    source, target = pair.unit.source, pair.unit.target
    if "</" in source:
        yield from other_letter_in_tag(source, target)
    if not _SIGN.search(source) and not _SIGN.search(target):
        return
    theirs, ours = _marks(source), _marks(target)
    wanted, found = Counter(mark.value for mark in theirs), Counter(mark.value for mark in ours)
    lost = _only(theirs, wanted - found)
    if pair.target.code == "ar":  # whose marks are in round brackets
        lost = [mark for mark in lost if f"({mark.value})" not in ascii_digits(target) or f"({mark.value})" in source]
    lost = [mark for mark in lost if not _is_elsewhere(mark, source, target)]
    added = [mark for mark in _only(ours, found - wanted) if mark.value not in wanted]
    added = [mark for mark in added if not _is_elsewhere(mark, target, source)]
    if _are_renumbered(theirs, ours):
        return
    if len(lost) == len(added) == 1:
        message = f"the mark of the note is {_shown(target, added[0])}, in the source {_shown(source, lost[0])}"
        yield Fault(message, _span(added[0]), _span(lost[0]), _fix(source, lost[0], target, added[0]))
        return
    if not lost and not added and (swapped := _out_of_order(theirs, ours, source, target)):
        message = f"{_shown(target, swapped)} stands before a mark that it follows in the source"
        yield Fault(message, _span(swapped), severity=Severity.WARNING)
    for mark in lost:
        yield Fault(f"the mark of a note, {_shown(source, mark)}, is lost", None, _span(mark))
    for mark in added:
        yield Fault(f"the mark of a note, {_shown(target, mark)}, is not in the source", _span(mark))


def _are_renumbered(theirs: list[_Mark], ours: list[_Mark]) -> bool:
    """Say whether the notes of a translation go on from another number than in the source: 6 and 7 as 13 and 14."""
    values = [(mark.value, other.value) for mark, other in zip(theirs, ours, strict=False)]
    if (
        len(theirs) != len(ours)
        or len(set(values)) < _SOME
        or not all(one.isdecimal() for pair in values for one in pair)
    ):
        return False
    return len({int(other) - int(mark) for mark, other in values}) == 1


def _is_elsewhere(mark: _Mark, text: str, other: str) -> bool:
    """Say whether a mark may well stand in the other text: there it is a star within a word, or looks like a power."""
    if not mark.value.isdecimal():
        return mark.value[0] in "*†‡" and other.count(mark.value) >= text.count(mark.value)
    raised = mark.value.translate(_TO_RAISED)
    mine, its = (one.count(raised) for one in (_RAISED.findall(text), _RAISED.findall(other)))
    return its >= max(mine, 1)


def _out_of_order(theirs: list[_Mark], ours: list[_Mark], source: str, target: str) -> _Mark | None:
    """Give the first mark of a translation that is out of order, where the source numbers its notes one by one."""
    values = [mark.value for mark in theirs]
    if len(values) < 2 or not all(value.isdecimal() for value in values) or len(ours) != len(theirs):
        return None
    first = int(values[0])
    if [int(value) for value in values] != list(range(first, first + len(values))):
        return None
    if not all(
        two.start - one.end >= _APART or (_are_sentences(source, one, two) and _are_sentences(target, *pair))
        for (one, two), pair in zip(pairwise(theirs), pairwise(ours), strict=True)
    ):
        return None
    return next((mark for mark, value in zip(ours, values, strict=True) if mark.value != value), None)


def _are_sentences(text: str, one: _Mark, two: _Mark) -> bool:
    """Say whether each of two marks stands at the end of a sentence of its own: with the stop before it or behind."""
    between = text[one.end : two.start]
    begins = _BEGINS.match(between) if _STOP.search(text, max(0, one.start - 2), one.start) else _STOPS.match(between)
    return bool(begins) and bool(_STOP.search(text, two.start - 2, two.start) or _STOP.match(text, two.end))


def _marks(text: str) -> list[_Mark]:
    found: list[_Mark] = []
    for start, end in outside_data(text):
        piece = text[start:end]
        for match in _MARK.finditer(ascii_digits(piece)):
            found += (_Mark(mark.value, mark.start + start, mark.end + start) for mark in _read(match, piece))
    return found


def _read(match: re.Match[str], text: str) -> Iterator[_Mark]:
    """Yield the marks at a place: one for each number of [4, 5]."""
    kind = match.lastgroup or "note"
    raised = match[kind]
    before = text[max(0, match.start() - 12) : match.start()]
    if kind in {"raised", "sup"} and _UNIT.search(before) and not _YEAR.search(before):
        return
    if kind == "star" and not _is_note(match, text):
        return
    if kind == "head" and text.count(raised) > 1:  # of **emphasis**
        return
    for value in re.split(r"\s?[^\w^*†‡-]\s?", raised.translate(_TO_FIGURES)):
        yield _Mark(value.lower(), *match.span())


def _is_note(match: re.Match[str], text: str) -> bool:
    """Say whether an asterisk behind a word is the mark of a note, and not the end of *emphasis*."""
    return match[0] not in text[: match.start()]


def _only(marks: list[_Mark], wanted: Counter[str]) -> list[_Mark]:
    """Give the last mark of each value that is wanted."""
    last = {mark.value: mark for mark in marks if wanted[mark.value]}
    return sorted(last.values(), key=lambda mark: mark.start)


def _shown(text: str, mark: _Mark) -> str:
    return text[mark.start : mark.end]


def _span(mark: _Mark) -> Span:
    return Span(mark.start, mark.end)


def _fix(source: str, lost: _Mark, target: str, added: _Mark) -> str | None:
    """Give the right mark, where it is written as in the source."""
    theirs, ours = _shown(source, lost), _shown(target, added)
    digit = re.compile(r"[\d⁰¹²³⁴-⁹]+")
    return theirs if digit.sub("", theirs) == digit.sub("", ours) else None
