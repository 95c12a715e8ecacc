"""Finds where the rules for one language break a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from tm.model.errors import FormatError
from tm.segmentation.characters import escape
from tm.segmentation.pattern import Pattern, last_words

REACH = 256
"""How many characters before a break an unbounded beforebreak may see: it keeps any input linear."""

WINDOW = 24
"""Characters before a break among which its last word is looked for; longer words are no abbreviations."""

NOWHERE = 1 << 30
"""Rank of a candidate that no general break rule vouches for."""

_LAST_WORD = re.compile(r"(\w+)\W*\Z")


class Condition:
    """An expression of a rule, compiled when first needed: most rules of a language never are."""

    __slots__ = ("_behind", "pattern", "reach")

    def __init__(self, pattern: Pattern) -> None:
        self.pattern = pattern
        self.reach = min(REACH, REACH if pattern.most is None else pattern.most)
        self._behind: re.Pattern[str] | None = None

    def may_end_with(self, char: str) -> bool:
        """Tell whether a match could end with the character (or with white space, when that is empty)."""
        return self.pattern.finals is None or char in self.pattern.finals or self.pattern.least == 0

    def ends_at(self, text: str, place: int) -> bool:
        """Tell whether some match ends at the place."""
        if self._behind is None:
            self._behind = re.compile(f"(?:{self.pattern.source})\\Z")
        return self._behind.search(text, max(0, place - self.reach), place) is not None

    def starts_at(self, text: str, place: int) -> bool:
        """Tell whether a match starts at the place."""
        if self._behind is None:
            self._behind = re.compile(self.pattern.source)
        return self._behind.match(text, place) is not None


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A rule at its rank in the cascade; of several that match at one place, the lowest rank decides."""

    rank: int
    breaks: bool
    before: Condition
    after: Condition

    def holds(self, text: str, place: int) -> bool:
        return self.after.starts_at(text, place) and self.before.ends_at(text, place)

    def check(self, path: str, line: int) -> None:
        """Compile the rule.

        Raises:
            FormatError: at the given place, when an expression is malformed.
        """
        for condition in (self.before, self.after):
            try:
                re.compile(condition.pattern.source)
            except (re.error, OverflowError) as error:
                raise FormatError(path, line, f"the expression cannot be read: {error}") from None


class Cascade:
    """The rules for one language, arranged so that few are tested at each place.

    General break rules are searched for in the whole text. All others are tested only where those, or the last
    character of a break rule for certain words, may break; and rules for certain words only after these words.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.searches: list[tuple[int, re.Pattern[str]]] = []
        self.tested: list[Rule] = []
        self.by_word: dict[str, list[Rule]] = {}
        finals: set[str] = set()
        for rule in rules:
            words = last_words(rule.before.pattern)
            if rule.breaks and (words is None or rule.before.pattern.finals is None):
                search = f"(?:{rule.before.pattern.source})(?={rule.after.pattern.source})"
                self.searches.append((rule.rank, re.compile(search)))
                continue
            if rule.breaks:
                finals.update(rule.before.pattern.finals or ())
            if words is None:
                self.tested.append(rule)
            for word in words or ():
                self.by_word.setdefault(word, []).append(rule)
        self.finals = re.compile(f"[{''.join(map(escape, sorted(finals)))}]") if finals else None
        self.rules_after = lru_cache(maxsize=8192)(self._rules_after)

    def breaks(self, paragraph: str) -> Iterator[int]:
        """Yield the places of breaks, in code points, in order."""
        candidates = self._candidates(paragraph)
        for place in sorted(candidates):
            if 0 < place < len(paragraph) and self._is_break(paragraph, place, candidates[place]):
                yield place

    def _candidates(self, paragraph: str) -> dict[int, int]:
        """Find the places where a break rule may hold, and the lowest rank of a general one that does."""
        ranks: dict[int, int] = {}
        for rank, search in self.searches:
            for found in search.finditer(paragraph):
                ranks.setdefault(found.end(), rank)
        if self.finals:
            for found in self.finals.finditer(paragraph):
                ranks.setdefault(found.end(), NOWHERE)
        return ranks

    def _is_break(self, paragraph: str, place: int, rank: int) -> bool:
        chunk = paragraph[max(0, place - WINDOW) : place].rpartition(" ")[2]
        for rule in self.rules_after(chunk, rank == NOWHERE):
            if rule.rank > rank:
                break
            if rule.holds(paragraph, place):
                return rule.breaks
        return rank != NOWHERE

    def _rules_after(self, chunk: str, special: bool) -> tuple[Rule, ...]:
        """Give the rules to test after a stretch without spaces; none if a break there would need a special rule."""
        word = _LAST_WORD.search(chunk)
        known = self.by_word.get(word[1], []) if word else []
        if special and not any(rule.breaks for rule in known):
            return ()
        last = chunk[-1:]
        fitting = [rule for rule in self.tested if rule.before.may_end_with(last)]
        return tuple(sorted([*known, *fitting], key=lambda rule: rule.rank))
