"""A regular expression in Python's syntax with what can be told of its matches, and how such expressions combine."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from tm.segmentation.characters import is_word

MANY = 4096
"""More strings than these are not listed; the expression is then tested everywhere instead of at known words."""

GAP = " "
"""Stands for any character that is not of a word, and for the edge of a word, in listed strings."""

ANY = "\0"
"""Stands for some character of a word, in listed strings."""

FEW = 8
"""Members up to which a class is listed one by one."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """An expression, or a part of one.

    Attributes:
        source: in Python's syntax.
        least: characters of its shortest match.
        most: characters of its longest match; None when unbounded.
        strings: what its matches end with, with GAP and ANY: the whole match, or its last word with a GAP before.
            None when it cannot be listed.
        finals: what may stand in a class that matches the last character of every match; None when not known.
    """

    source: str
    least: int
    most: int | None
    strings: frozenset[str] | None
    finals: frozenset[str] | None


EMPTY = Pattern("", 0, 0, frozenset({""}), frozenset())


def last_words(pattern: Pattern) -> frozenset[str] | None:
    """List the words that a match can end with, punctuation left aside; None when they cannot be listed.

    >>> from tm.segmentation.icu import read_pattern
    >>> sorted(last_words(read_pattern(r"\\b(?:op\\. cit|etc)\\.")))
    ['cit', 'etc']
    """
    if pattern.strings is None:
        return None
    words = {_last_word(string) for string in pattern.strings}
    return frozenset(words) if all(words) else None


def _last_word(string: str) -> str:
    """Give the last word if it is whole, that is, if a gap precedes it; otherwise nothing."""
    before, gap, word = string.rstrip(GAP).rpartition(GAP)
    return word if gap or before else ""


def sequence(left: Pattern, right: Pattern) -> Pattern:
    most = None if left.most is None or right.most is None else left.most + right.most
    finals = right.finals
    if right.least == 0 and finals is not None:
        finals = None if left.finals is None else left.finals | finals
    return Pattern(left.source + right.source, left.least + right.least, most, _joined(left, right), finals)


def _joined(left: Pattern, right: Pattern) -> frozenset[str] | None:
    if right.strings is None:
        return None
    whole = frozenset(string for string in right.strings if _last_word(string))
    open_ended = right.strings - whole
    if not open_ended:
        return whole
    if left.strings is None or len(left.strings) * len(open_ended) > MANY:
        return None
    return whole | {a + b for a, b in product(left.strings, open_ended)}


def either(branches: list[Pattern]) -> Pattern:
    if len(branches) == 1:
        return branches[0]
    widths = [branch.most for branch in branches]
    strings: set[str] | None = set()
    finals: set[str] | None = set()
    for branch in branches:
        strings = None if strings is None or branch.strings is None else strings | branch.strings
        finals = None if finals is None or branch.finals is None else finals | branch.finals
    return Pattern(
        "|".join(branch.source for branch in branches),
        min(branch.least for branch in branches),
        None if None in widths else max(width for width in widths if width is not None),
        None if strings is None else frozenset(strings),
        None if finals is None else frozenset(finals),
    )


def repeated(atom: Pattern, low: int, high: int | None, mark: str) -> Pattern:
    most = None if atom.most is None or high is None else atom.most * high
    strings = _strings_repeated(atom.strings, low, high)
    return Pattern(atom.source + mark, atom.least * low, most, strings, atom.finals)


def _strings_repeated(strings: frozenset[str] | None, low: int, high: int | None) -> frozenset[str] | None:
    if strings is None:
        return None
    none = {""} if low == 0 else frozenset[str]()
    if strings <= {GAP, ""} or all(map(_last_word, strings)):
        return strings | none
    if high is None or len(strings) ** high > MANY or high > FEW:
        return None
    repeats = (product(strings, repeat=times) for times in range(max(low, 1), high + 1))
    return frozenset("".join(parts) for times in repeats for parts in times) | none


def zero_width(source: str, *, edge: bool = False) -> Pattern:
    return Pattern(source, 0, 0, frozenset({GAP if edge else ""}), frozenset())


def one_of(source: str, strings: frozenset[str]) -> Pattern:
    """Make a pattern that matches one character: an escaped one, a class, or the dot."""
    finals = None if source == "." or source.startswith("[^") else frozenset({source.strip("[]")})
    few = strings if len(strings) <= FEW else strings & {GAP} | {ANY}
    return Pattern(source, 1, 1, few, finals)


GAPS, WORDS, BOTH = frozenset({GAP}), frozenset({ANY}), frozenset({GAP, ANY})


def string_of(char: str) -> frozenset[str]:
    return frozenset({char}) if is_word(char) else GAPS
