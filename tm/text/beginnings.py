"""Which of many patterns may match in a text at all: most are left out by how the words of the text begin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

from tm.text.digits import has_digit
from tm.text.literals import end_of_group, ways
from tm.text.pattern import pattern
from tm.text.words import folded, words

T = TypeVar("T")

_FIRST, _LONGEST = 3, 10
"""Letters of a word by which it is looked up, and those of it and the words behind it that are at most compared."""

_FEW = 12
"""Members of a class of letters that are told apart."""

_MOST = 400
"""Beginnings that are told apart; a pattern with more may match anywhere."""

_DIGIT = "\0"
"""Stands for the digit with which a match begins, whatever its script."""

_PART = pattern(
    r"(?P<nothing>\\[bBAZ]|[$^])|(?P<group>\(\?(?::|<?[=!]))|(?P<digit>\\d)|(?P<one>\\s|\\\W|\[-?(?:[^\\\]^-]|\\s|\\\W)*-?\])"
    r"|[^\\()\[\]{}.*+?^$|]+(?![?*+{])|[^\\()\[\]{}.*+?^$|]"
)
"""What can be read on with: nothing that a match has, a group, a digit, one of some signs, letters."""

_SIGN = pattern(r"[^\[\]\\]|(?<=\\)[\[\]\\]")
_TIMES = pattern(r"(?P<once>\?)\??|(?P<least>[*+]|\{\d*)[\d,}]*\??")
_NO_WORD = pattern(r"\W+")
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
    going, done = _read(form, {""})
    found = {start if start == _DIGIT else _word(start) for start in going | done}
    return None if "" in found or len(found) > _MOST else frozenset(found)


def _word(start: str) -> str:
    """Give the beginning of a match as `beginnings` gives that of a text; "" where it begins with no word."""
    solid = _NO_WORD.sub(" ", folded(start))[:_LONGEST]
    return "" if solid.startswith(" ") else solid


def _read(form: str, begun: set[str]) -> _Begun:
    """Read on with the alternatives of a pattern."""
    going: set[str] = set()
    done: set[str] = set()
    for way in ways(form):
        more, ended = _read_way(way, begun)
        going |= more
        done |= ended
        if len(going) + len(done) > _MOST:
            return set(), {""}
    return going, done


def _read_way(way: str, going: set[str]) -> _Begun:
    """Read on with one alternative, part by part."""
    place = 0
    done: set[str] = set()
    while going and place < len(way):
        part = _PART.match(way, place)
        if part is None:
            return set(), done | going
        place = part.end()
        if part["nothing"]:
            continue
        if part["group"]:
            place = part.start() + end_of_group(way[part.start() :])
            if part["group"] != "(?:":  # looks around
                continue
            once, ended = _read(way[part.end() : place - 1], going)
        else:
            once, ended = _longer(going, part)
        if times := _TIMES.match(way, place):
            place = times.end()
            without = going if times["least"] in (None, "*", "{0") else set()
            once, ended = (once | without, ended) if times["once"] else (without, ended | once)
        going, done = once, done | ended
    return going, done


def _longer(going: set[str], part: re.Match[str]) -> _Begun:
    """Read on with letters, a digit, or one of a few letters."""
    if part["digit"]:
        return set(), {_DIGIT} if going == {""} else going
    signs = _SIGN.findall(part["one"].replace(r"\s", " ")) if part["one"] else (part[0],)
    if len(signs) > _FEW:
        return set(), going
    longer = {(start + sign)[:_LONGEST] for start in going for sign in signs}
    return {start for start in longer if len(start) < _LONGEST}, {start for start in longer if len(start) == _LONGEST}
