"""Compare how many posts of each grade or category a text counts: 2 D-1 and 3 P-5 are no 3 D-1 and 3 P-5."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from tm.checks.check import Fault
from tm.checks.tables import read_table
from tm.model.finding import Span
from tm.text.number import Value
from tm.text.numbers import find_numbers
from tm.text.pattern import pattern

MAYBE = pattern(
    r"[DPGFNLU](?:(?<=[DP])-[1-7](?![\w-])|(?<=[GF])(?:eneral|ield)\sService\b|(?<=N)ational\s(?:Professional\s)?Officer"
    r"|(?<=L)ocal\slevel|(?<=U)nited\sNations\sVolunteer)"
)

_LONGEST = 4000
"""Characters of sources that are looked at."""

_GRADE = pattern(r"(?<![\w-])(D|Д|مد|P|С|C|ف)[-‑]([1-7٠-٩])(?![\w-])")
_CATEGORY = {"D": "D", "Д": "D", "مد": "D", "P": "P", "С": "P", "C": "P", "ف": "P"}
_BETWEEN = pattern(r"[\s(]{1,2}(?:(?!(?:and|or|et|ou|y|e|o|и|или)\s)[^\W\d][\w’'-]*[\s(]{1,2}(?:d[’'])?){0,5}")
_BETWEEN_CHINESE = pattern(r"[\s(（]{0,2}[个名\u3400-\u9fff]{0,4}[\s(（]{0,2}")
_HYPHENS = ("-", "‑")
_SPAN = 40
"""Characters before a grade in which its number stands."""


class _Posts(NamedTuple):
    """How many there are of a grade."""

    grade: str
    values: frozenset[Value]
    start: int
    end: int


def other_count(source: str, target: str, source_language: str, target_language: str) -> list[Fault]:
    """Say when a translation counts other posts of a grade than its English source does.

    >>> other_count("1 D-2, 2 D-1 and 3 P-5", "1 D-2, 3 D-1 et 3 P-5", "en", "fr")[0].message
    'the translation has 3 D-1 where the source has 2 D-1'
    """
    if source_language != "en" or len(source) > _LONGEST:
        return []
    theirs, ours = _once(_counted(source, "en")), _once(_counted(target, target_language))
    for grade, mine in theirs.items():
        other = ours.get(grade)
        if other and mine.values.isdisjoint(other.values):
            was, now = source[mine.start : mine.end], target[other.start : other.end]
            message = f"the translation has {now} where the source has {was}"
            return [Fault(message, Span(other.start, other.end), Span(mine.start, mine.end))]
    return []


def _once(found: Sequence[_Posts]) -> dict[str, _Posts]:
    """Give the grades that are counted in one place."""
    grades = [one.grade for one in found]
    return {one.grade: one for one in found if grades.count(one.grade) == 1}


@lru_cache(maxsize=64)
def _counted(text: str, language: str) -> Sequence[_Posts]:
    held = [(f"{_CATEGORY[one[1]]}-{int(one[2])}", one) for one in _GRADE.finditer(text)]
    held += [(one.lastgroup or "", one) for one in _categories(language).finditer(text)]
    between = _BETWEEN_CHINESE if language == "zh" else _BETWEEN
    numbers = find_numbers(text, language) if held else ()
    found = []
    for name, post in held:
        near = [one for one in numbers if post.start() - _SPAN <= one.end <= post.start()]
        if (
            near
            and text[near[-1].start - 1 : near[-1].start] not in _HYPHENS
            and between.fullmatch(text, near[-1].end, post.start())
        ):
            found.append(_Posts(name, near[-1].values, near[-1].start, post.end()))
    return found


@cache
def _categories(language: str) -> re.Pattern[str]:
    """Find the categories of a language, each in a group of its name."""
    table: dict[str, dict[str, str]] = read_table("posts.toml")
    return re.compile("|".join(f"(?P<{name}>{forms[language]})" for name, forms in table.items()).replace(" ", r"\s"))
