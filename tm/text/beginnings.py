"""Which of many patterns may match in a text at all: most are left out by how the words of the text begin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from re import _constants as ops  # type: ignore[attr-defined]  # no other way to read a pattern
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Generic, TypeVar

from tm.text.digits import has_digit
from tm.text.literals import ways
from tm.text.pattern import pattern
from tm.text.words import folded, words

T = TypeVar("T")

_FIRST, _LONGEST = 3, 10
"""Letters of a word by which it is looked up, and those of it and the words behind it that are at most compared."""

_FEW = 12
"""Members of a class of letters that are told apart."""

_MOST = 400
"""Beginnings that are told apart; a pattern with more may match anywhere."""

_SPACE = (ops.CATEGORY, ops.CATEGORY_SPACE)
_DIGIT = "\0"
"""Stands for the digit with which a match begins, whatever its script."""

_LETTERS = pattern(rf"[\w -]{{{_LONGEST + 1}}}|[\w -]+(?=(?:\\b)?\Z)")
"""As many as are compared, and one that may go with what follows, or all that there are."""

_NO_WORD = pattern(r"\W+")
_NOTHING = frozenset((ops.AT, ops.ASSERT, ops.ASSERT_NOT))
_Begun = tuple[set[str], set[str]]
"""What has been read that may go on, and what is done."""


class ByBeginning(Generic[T]):
    """Items by what the words begin with at which their patterns may match.

    A pattern is one that is looked for from the beginning of a word, whatever its case.

    >>> ByBeginning([("re-?arm|war", 1), ("[Pp]eace", 2), (".*", 3)]).of("Peace, no rearmament")
    [1, 2, 3]
    >>> ByBeginning([("re-?arm|war", 1), ("[Pp]eace", 2)]).of("Repeat it, warily")
    [1]
    """

    def __init__(self, patterns: Iterable[tuple[str, T]]) -> None:
        self._items: list[T] = []
        self._always: list[int] = []
        self._figures: list[int] = []
        self._places: dict[str, list[int]] = {}
        for place, (form, item) in enumerate(patterns):
            self._items.append(item)
            starts = _starts(form)
            if starts is None:
                self._always.append(place)
            for start in starts or ():
                if start == _DIGIT:
                    self._figures.append(place)
                else:
                    self._places.setdefault(start, []).append(place)
        self._short = [start for start in self._places if len(start) < _FIRST]
        self._sizes: dict[str, set[int]] = {}
        for start in self._places:
            if len(start) >= _FIRST:
                self._sizes.setdefault(start[:_FIRST], set()).add(len(start))

    def of(self, text: str) -> Sequence[T]:
        """Give the items that may be found in a text, in their order."""
        there = beginnings(text)
        places = {*self._always, *self._figures} if self._figures and has_digit(text) else set(self._always)
        known = self._places.get
        for first in self._sizes.keys() & there.keys():
            for word in there[first]:
                for size in self._sizes[first]:
                    if found := known(word[:size]):
                        places.update(found)
        for start in self._short:
            if any(first.startswith(start) for first in there):
                places.update(self._places[start])
        return [self._items[place] for place in sorted(places)]


@lru_cache(maxsize=64)
def beginnings(text: str) -> Mapping[str, Sequence[str]]:
    """Give the beginnings of the words of a text, with what follows, by their first three letters.

    >>> beginnings("To read, or to write")
    {'to ': ['to read or', 'to write '], 'rea': ['read or to'], 'or ': ['or to writ'], 'wri': ['write ']}
    """
    held, place = words(text), 0
    solid = " ".join(held) + " "
    found: dict[str, list[str]] = {}
    for word in held:
        start = solid[place : place + _LONGEST]
        place += len(word) + 1
        found.setdefault(start[:_FIRST], []).append(start)
    return found


def _starts(form: str) -> frozenset[str] | None:
    """Give what words begin with at which a pattern may match; None where that cannot be told."""
    found = {start for way in ways(form) for start in _starts_of_way(way)}
    return None if "" in found or len(found) > _MOST else frozenset(found)


def _starts_of_way(way: str) -> Iterable[str]:
    """Give what words begin with at which one of the alternatives of a pattern may match; most are but letters."""
    if plain := _LETTERS.match(way):
        return (_word(plain[0][:_LONGEST]),)
    going, done = _read(parser.parse(way), ({""}, set()))
    return {start if start == _DIGIT else _word(start) for start in going | done}


def _word(start: str) -> str:
    """Give the beginning of a match as `beginnings` gives that of a text; "" where it begins with no word."""
    solid = _NO_WORD.sub(" ", folded(start))[:_LONGEST]
    return "" if solid.startswith(" ") else solid


def _read(items: Iterable[Any], begun: _Begun) -> _Begun:
    for op, value in items:
        begun = _one(op, value, begun)
        if not begun[0] or len(begun[0]) + len(begun[1]) > _MOST:
            break
    going, done = begun
    return (going, done) if len(going) + len(done) <= _MOST else (set(), {""})


def _one(op: Any, value: Any, begun: _Begun) -> _Begun:
    """Read on with one part of a pattern."""
    going, done = begun
    if op in _NOTHING:
        return begun
    if op is ops.LITERAL:
        return _longer(begun, (chr(value),))
    if op is ops.IN and len(value) <= _FEW and all(one == _SPACE or one[0] is ops.LITERAL for one in value):
        return _longer(begun, [" " if one == _SPACE else chr(one[1]) for one in value])
    if op is ops.IN and value == [(ops.CATEGORY, ops.CATEGORY_DIGIT)] and going == {""}:
        return set(), done | {_DIGIT}
    if op is ops.SUBPATTERN:
        return _read(value[-1], begun)
    if op is ops.BRANCH:
        ways = [_read(way, (set(going), set())) for way in value[1]]
        return set().union(*(way[0] for way in ways)), done.union(*(way[1] for way in ways))
    if op in {ops.MAX_REPEAT, ops.MIN_REPEAT}:
        least, most, inner = value
        once, ended = _read(inner, (set(going), set()))
        if most == 1:
            return once | (going if least == 0 else set()), done | ended
        return going if least == 0 else set(), done | ended | once
    return set(), done | going


def _longer(begun: _Begun, signs: Iterable[str]) -> _Begun:
    going, done = begun
    longer = {start + sign for start in going for sign in signs}
    return {start for start in longer if len(start) < _LONGEST}, done | {
        start for start in longer if len(start) >= _LONGEST
    }
