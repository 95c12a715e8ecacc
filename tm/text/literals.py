"""Letters that the matches of a pattern have, told without compiling it: most patterns are in a text nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Generic, TypeVar

T = TypeVar("T")

_LETTERS = re.compile(r"(?:[^\\()\[\]{}.*+?^$|]|\\[.$?/])+")
_PART = re.compile(r"\\.|\[(?:\\.|[^\]\\])+\]|[()|]", re.DOTALL)
"""What is to be looked at where a pattern is taken apart, and what signs in it say nothing: an escape, a class."""

_SIGN = re.compile(r"[\\()\[\]{}.*+?^$]")
_MAY_BE_NONE = ("?", "*", "{")
_NO_LETTER = re.compile(r"\(\?<?[=!]|\\b")
_CLASS = re.compile(r"\[([^\\^\]-]+)\]")
_AFTER_SIGN = {"(": 1, ")": -1}


@cache
def literals(form: str) -> tuple[str, ...] | None:
    r"""Give letters of which every match of a pattern has some, those of one place or another; None if it is not plain.

    >>> literals(r"dollars?|[ÉE]tat\b|(?<!non )(?:été|US\$)|(?:la )?fin")
    ('dollar', 'État', 'Etat', 'été', 'US$', 'fin')
    >>> literals(r"\w+s") is None
    True
    """
    found: list[str] = []
    for way in ways(form):
        parts = _first(way) if not way or _SIGN.search(way) else (way,)
        if not parts:
            return None
        found += parts
    return tuple(found)


def may_be_in(form: str, text: str) -> bool:
    """Say whether a pattern may match anywhere in a text; of neither does the case matter, if both are in lower case.

    >>> may_be_in("dollars?|euros?", "ten pounds")
    False
    """
    parts = literals(form)
    if parts is None:
        return True
    for part in parts:  # noqa: SIM110 — a generator takes twice as long
        if part in text:
            return True
    return False


class ByLiterals(Generic[T]):
    """Items by letters of their patterns: a text is asked once for each, however many items share them.

    >>> ByLiterals([("dollars?|USD", 1), ("euros?", 2), (r"\\w+", 3)]).of("ten dollars")
    [1, 3]
    """

    def __init__(self, patterns: Iterable[tuple[str, T]]) -> None:
        self._items: list[T] = []
        self._always: list[int] = []
        self._places: dict[str, list[int]] = {}
        for place, (form, item) in enumerate(patterns):
            self._items.append(item)
            parts = literals(form)
            if parts is None:
                self._always.append(place)
            for part in parts or ():
                self._places.setdefault(part, []).append(place)
        self._longest = max(map(len, self._places), default=0)

    def of(self, text: str) -> Sequence[T]:
        """Give the items that may be in a text, in their order."""
        return self._with([part for part in self._places if part in text])

    def near(self, text: str, places: Sequence[tuple[int, int]]) -> Sequence[T]:
        """Give all whose letters begin in some stretches of a text, and maybe some whose letters begin right behind.

        >>> ByLiterals([("dollars?|USD", 1), ("euros?", 2)]).near("for 5 dollars or euros", [(4, 6)])
        [1]
        """
        return self.of("\n".join([text[start : end + self._longest] for start, end in places]))

    def _with(self, parts: Iterable[str]) -> Sequence[T]:
        places = set(self._always)
        for part in parts:
            places.update(self._places[part])
        return [self._items[place] for place in sorted(places)]


def ways(form: str) -> Iterator[str]:
    """Yield the alternatives of a pattern."""
    begin = depth = 0
    for part in _PART.finditer(form):
        if part[0] == "|" and not depth:
            yield form[begin : part.start()]
            begin = part.end()
        else:
            depth += _AFTER_SIGN.get(part[0], 0)
    yield form[begin:]


def end_of_group(form: str) -> int:
    """Say where the group ends with which a pattern begins."""
    depth = 0
    for part in _PART.finditer(form):
        depth += _AFTER_SIGN.get(part[0], 0)
        if not depth:
            return part.end()
    return len(form)


def _sure(way: str, run: re.Match[str]) -> str:
    """Give what a match has of a run of letters: the last one may be there or not."""
    letters = run[0].replace("\\", "")
    return letters[:-1] if way.startswith(_MAY_BE_NONE, run.end()) else letters


def _first(way: str) -> Sequence[str]:
    """Give the first letters that every match of an alternative has; nothing where that is not plain to see."""
    while head := _NO_LETTER.match(way):
        way = way[2:] if head[0] == r"\b" else way[end_of_group(way) :]
    found: Sequence[str] = ()
    if way.startswith("(?:"):
        end = end_of_group(way)
        found = literals(way[3 : end - 1]) or ()
    elif letters := _CLASS.match(way):
        end, more = letters.end(), _LETTERS.match(way, letters.end())
        rest = _sure(way, more) if more else ""
        found = tuple(letter + rest for letter in letters[1])
    elif run := _LETTERS.match(way):
        end = run.end()
        if start := _sure(way, run):
            return (start,)
    else:
        return ()
    if not way.startswith(_MAY_BE_NONE, end):
        return found
    return _first(way[end + 1 :]) if way[end] == "?" else ()
