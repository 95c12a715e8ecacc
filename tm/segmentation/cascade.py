"""Finds where the rules for one language break a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from tm.model.errors import FormatError
from tm.segmentation.pattern import ANY, Pattern, last_words

REACH = 256
"""How many characters before a break an unbounded beforebreak may see: it keeps any input linear."""

WINDOW = 24
"""Characters before a break among which its last word is looked for; longer words are no abbreviations."""

NOWHERE = 1 << 30
"""Rank of a candidate that no general break rule vouches for."""

_LAST_WORD = re.compile(r"\b(\w++)\W*+\Z")


class Condition:
    """An expression of a rule, compiled when first needed: most rules of a language never are."""

    __slots__ = ("_anchored", "_compiled", "_reach", "pattern")

    def __init__(self, pattern: Pattern) -> None:
        self.pattern = pattern
        self._reach = min(REACH, REACH if pattern.most is None else pattern.most)
        self._anchored = pattern.source.startswith(r"\A") and "|" not in pattern.source.split("(", 1)[0]
        self._compiled: re.Pattern[str] | None = None

    def may_end_with(self, char: str) -> bool:
        """Tell whether a match could end with the character."""
        finals = self.pattern.finals
        return finals is None or self.pattern.least == 0 or re.match(_class_of(finals), char) is not None

    def ends_at(self, text: str, place: int) -> bool:
        """Tell whether some match ends at the place."""
        if self._anchored and place > self._reach:
            return False
        if self._compiled is None:
            self._compiled = re.compile(f"(?:{self.pattern.source})\\Z")
        return self._compiled.search(text, max(0, place - self._reach), place) is not None

    def starts_at(self, text: str, place: int) -> bool:
        """Tell whether a match starts at the place."""
        if self._compiled is None:
            self._compiled = re.compile(self.pattern.source)
        return self._compiled.match(text, place) is not None


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

    General break rules, which one character can satisfy, are searched for in the whole text. The others are tested only
    after a character that they can end with and before what they want to follow; rules for certain words moreover only
    after these words; and rules against a break only where one is possible.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._general: list[tuple[int, re.Pattern[str]]] = []
        follows: dict[frozenset[str], dict[str, None]] = {}
        self._tested: list[Rule] = []
        self._by_word: dict[str, list[Rule]] = {}
        for rule in rules:
            before, after = rule.before.pattern, rule.after.pattern
            if rule.breaks and (before.least < 2 or before.finals is None):
                self._general.append((rule.rank, re.compile(f"(?:{before.source})(?={after.source})")))
                continue
            if rule.breaks and before.finals is not None:
                follows.setdefault(before.finals, {})[after.source] = None
            words = last_words(before)
            if words is None:
                self._tested.append(rule)
            for word in {_index(word) for word in words or ()}:
                self._by_word.setdefault(word, []).append(rule)
        self._special = [re.compile(f"{_class_of(finals)}(?={'|'.join(after)})") for finals, after in follows.items()]
        self._rules_after = lru_cache(maxsize=8192)(self._find_rules)

    def breaks(self, paragraph: str) -> Iterator[int]:
        """Yield the places of breaks, in code points, in order."""
        candidates = self._candidates(paragraph)
        for place in sorted(candidates):
            if 0 < place < len(paragraph) and self._is_break(paragraph, place, candidates[place]):
                yield place

    def _candidates(self, paragraph: str) -> dict[int, int]:
        """Find the places where a break rule may hold, and the lowest rank of a general one that does."""
        ranks: dict[int, int] = {}
        for rank, search in self._general:
            for found in search.finditer(paragraph):
                ranks.setdefault(found.end(), rank)
        for special in self._special:
            for found in special.finditer(paragraph):
                ranks.setdefault(found.end(), NOWHERE)
        return ranks

    def _is_break(self, paragraph: str, place: int, rank: int) -> bool:
        found = _LAST_WORD.search(paragraph, max(0, place - WINDOW), place)
        word = found[1] if found else ""
        key = word if word in self._by_word else ANY * len(word)
        for rule in self._rules_after(key, paragraph[place - 1], rank == NOWHERE):
            if rule.rank > rank:
                break
            if rule.holds(paragraph, place):
                return rule.breaks
        return rank != NOWHERE

    def _find_rules(self, word: str, last: str, special: bool) -> tuple[Rule, ...]:
        """Give the rules to test after a word and a last character; none if a break there needs a special rule."""
        found = {rule.rank: rule for key in (word, ANY * len(word)) for rule in self._by_word.get(key, ())}
        found |= ((rule.rank, rule) for rule in self._tested)
        found = {rank: rule for rank, rule in found.items() if rule.before.may_end_with(last)}
        if special and not any(rule.breaks for rule in found.values()):
            return ()
        return tuple(found[rank] for rank in sorted(found))


def _index(word: str) -> str:
    """Give the key of a listed word: itself, or its length when not all of its characters are known."""
    return ANY * len(word) if ANY in word else word


def _class_of(finals: Iterable[str]) -> str:
    return f"[{''.join(sorted(finals))}]"
