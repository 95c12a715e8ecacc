"""Tags that are all there, and have changed places: by the numbers, names and words that are inside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from tm.checks.check import Fault
from tm.checks.geography import named_places
from tm.checks.meanings import meanings, meant
from tm.model.finding import Span
from tm.text.numbers import find_numbers
from tm.text.pattern import pattern

_WHOLE = pattern(r"<(\d{1,3})>([^<>]{1,80})</\1>")
_ACRONYM = pattern(r"(?<![\w-])[A-Z]{2,}(?![\w-])")
_MOST = 6
"""Tags in a text of which each is compared with each."""


def exchanged_contents(source: str, target: str, language: str) -> Iterator[Fault]:
    """Yield two numbered tags of which one is around what says in the English source stands in the other.

    >>> source = "The <1>Board</1> considered <2>forty</2> cases."
    >>> next(exchanged_contents(source, "<2>Совет</2> рассмотрел <1>сорок</1> дел.", "ru")).message
    '<1>…</1> and <2>…</2> have changed places'
    """
    theirs, ours = list(_WHOLE.finditer(source)), {one[1]: one for one in _WHOLE.finditer(target)}
    if not 1 < len(theirs) == len(ours) <= _MOST or not all(one[1] in ours for one in theirs):
        return
    for one, two in combinations(theirs, 2):
        mine, other = ours[one[1]], ours[two[1]]
        if _are_exchanged(one, two, mine, other, language):
            message = f"<{one[1]}>…</{one[1]}> and <{two[1]}>…</{two[1]}> have changed places"
            yield Fault(message, Span(*mine.span()), Span(*one.span()))
            return


def _are_exchanged(
    one: re.Match[str], two: re.Match[str], mine: re.Match[str], other: re.Match[str], language: str
) -> bool:
    """Say whether what stands in a translated tag is that of the other of the source, and nothing denies it."""
    first, second = _may_say(one[2]), _may_say(two[2])
    here, there = (_says(tag[2], language) & (first | second) for tag in (mine, other))
    return bool(here or there) and here.isdisjoint(first) and there.isdisjoint(second)


def _may_say(text: str) -> frozenset[object]:
    """Give all that a text in English may say."""
    return _of_all(text, "en") | frozenset(("word", one) for one in meant(text))


def _says(text: str, language: str) -> frozenset[object]:
    """Give what a text in another language says beyond doubt."""
    return _of_all(text, language) | frozenset(("word", one.meaning) for one in meanings(text, language))


def _of_all(text: str, language: str) -> frozenset[object]:
    numbers = {value for one in find_numbers(text, language) if not one.loose for value in one.quantities}
    return frozenset((*numbers, *_ACRONYM.findall(text), *named_places(text, language)))
