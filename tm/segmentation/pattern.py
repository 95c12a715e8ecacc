"""Reads a regular expression of SRX (ICU and Java flavour) into Python's, with what can be told of its matches."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from tm.segmentation.characters import escape, is_word, property_ranges

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


def read_pattern(text: str) -> Pattern:
    """Read a whole expression.

    Raises:
        ValueError: it uses something that is not supported, or is malformed.
    """
    if flags := re.match(r"\(\?([a-z]+)\)", text):
        inner = _Reader(text, flags.end()).whole()
        if not set(flags[1]) <= set("isu"):
            raise ValueError(f"the flag (?{flags[1]}) is not supported")
        on = flags[1].replace("u", "")
        return Pattern(f"(?{on}:{inner.source})", inner.least, inner.most, None, None) if on else inner
    return _Reader(text, 0).whole()


def last_words(pattern: Pattern) -> frozenset[str] | None:
    """List the words that a match can end with, punctuation left aside; None when they cannot be listed.

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


def _sequence(left: Pattern, right: Pattern) -> Pattern:
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


def _either(branches: list[Pattern]) -> Pattern:
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


def _repeated(atom: Pattern, low: int, high: int | None, mark: str) -> Pattern:
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


def _zero_width(source: str, *, edge: bool = False) -> Pattern:
    return Pattern(source, 0, 0, frozenset({GAP if edge else ""}), frozenset())


def _one_of(source: str, strings: frozenset[str]) -> Pattern:
    """Make a pattern that matches one character: an escaped one, a class, or the dot."""
    finals = None if source == "." or source.startswith("[^") else frozenset({source.strip("[]")})
    few = strings if len(strings) <= FEW else strings & {GAP} | {ANY}
    return Pattern(source, 1, 1, few, finals)


_GAPS, _WORDS, _BOTH = frozenset({GAP}), frozenset({ANY}), frozenset({GAP, ANY})


def _string_of(char: str) -> frozenset[str]:
    return frozenset({char}) if is_word(char) else _GAPS


_SHORTHANDS = {
    "h": r"\x09\x20\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000",
    "v": r"\x0a-\x0d\x85\u2028\u2029",
}
_CONTROLS = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "a": "\a", "e": "\x1b"}
_ASSERTIONS = {"b": r"\b", "B": r"\B", "A": r"\A", "Z": r"\Z", "z": r"\Z"}
_QUANTIFIER = re.compile(r"(?:[*+?]|\{(\d+)(,?)(\d*)\})([?+]?)")
_GROUP = re.compile(r"\((\?(?:[:>]|<?[=!]|<[A-Za-z]\w*>|[is]:)|\?#|(?!\?))")


class _Reader:
    """Recursive descent over one expression."""

    def __init__(self, text: str, at: int) -> None:
        self.text, self.at = text, at

    def whole(self) -> Pattern:
        pattern = self.alternation()
        if self.at < len(self.text):
            raise ValueError("a closing parenthesis has no opening one")
        return pattern

    def alternation(self) -> Pattern:
        branches = [self.branch()]
        while self.text[self.at : self.at + 1] == "|":
            self.at += 1
            branches.append(self.branch())
        return _either(branches)

    def branch(self) -> Pattern:
        atoms: list[Pattern] = []
        while self.at < len(self.text) and self.text[self.at] not in "|)":
            atoms.append(self.quantified(self.atom()))
        result = EMPTY
        for atom in reversed(atoms):
            result = _sequence(atom, result)
        return result

    def quantified(self, atom: Pattern) -> Pattern:
        found = _QUANTIFIER.match(self.text, self.at)
        if not found:
            return atom
        self.at = found.end()
        low, comma, high, _ = found.groups()
        if low is None:
            return _repeated(atom, *{"*": (0, None), "+": (1, None), "?": (0, 1)}[found[0][0]], found[0])
        return _repeated(atom, int(low), int(high or low) if high or not comma else None, found[0])

    def atom(self) -> Pattern:
        char = self.text[self.at]
        if char == "(":
            return self.group()
        self.at += 1
        if char == "[":
            return self.char_class()
        if char == "\\":
            return self.escaped()
        if char in "^$":
            return _zero_width(r"\A" if char == "^" else r"\Z", edge=True)
        if char == ".":
            return _one_of(".", _BOTH)
        if char in "*+?":
            raise ValueError(f"nothing stands before {char}")
        return _one_of(escape(char), _string_of(char))

    def group(self) -> Pattern:
        found = _GROUP.match(self.text, self.at)
        if not found:
            raise ValueError(f"the group {self.text[self.at : self.at + 4]} is not supported")
        self.at = found.end()
        kind = found[1]
        if kind == "?#":
            self.at = self.text.index(")", self.at) + 1
            return EMPTY
        start = self.at
        inner = self.alternation()
        if self.text[self.at : self.at + 1] != ")":
            raise ValueError("an opening parenthesis has no closing one")
        content = self.text[start : self.at]
        self.at += 1
        if kind in {"?=", "?!"}:
            return _zero_width(f"({kind}{inner.source})")
        if kind in {"?<=", "?<!"}:
            return _look_behind(kind, content)
        if kind in {"?i:", "?s:"}:
            return Pattern(f"({kind}{inner.source})", inner.least, inner.most, None, None)
        opening = "(?>" if kind == "?>" else "(?:"
        return Pattern(f"{opening}{inner.source})", inner.least, inner.most, inner.strings, inner.finals)

    def escaped(self) -> Pattern:
        if self.text[self.at : self.at + 1] == "Q":
            end = self.text.find("\\E", self.at)
            literal = self.text[self.at + 1 : end if end >= 0 else None]
            self.at = end + 2 if end >= 0 else len(self.text)
            return read_pattern("".join("\\" + char if not char.isalnum() else char for char in literal))
        if self.text[self.at : self.at + 1] == "R":
            self.at += 1
            return Pattern(r"(?:\r\n|[\x0a-\x0d\x85\u2028\u2029])", 1, 2, frozenset({GAP}), None)
        if (char := self.text[self.at : self.at + 1]) in _ASSERTIONS and char:
            self.at += 1
            return _zero_width(_ASSERTIONS[char], edge=char in "bA")
        source, char, strings = self.escape_in_class()
        return _one_of(source if char else f"[{source}]", strings)

    def escape_in_class(self) -> tuple[str, str, frozenset[str]]:
        """Read what follows a backslash: the inside of a class, the character if it is one, and its strings."""
        char = self.text[self.at : self.at + 1]
        self.at += 1
        if char and char in "sSdDwW":
            return "\\" + char, "", _GAPS if char in "sW" else _WORDS if char in "dw" else _BOTH
        if char and char in "hv":
            return _SHORTHANDS[char], "", _GAPS
        if char and char in "pP":
            return self.property(negated=char == "P")
        if char == "H":
            raise ValueError(r"\H is not supported: write [^\h]")
        literal = self.code_point(char)
        return escape(literal), literal, _string_of(literal)

    def property(self, *, negated: bool) -> tuple[str, str, frozenset[str]]:
        found = re.compile(r"\{(\^?)([^}]+)\}|()(.)").match(self.text, self.at)
        if not found:
            raise ValueError(r"\p names no property")
        self.at = found.end()
        name = found[2] or found[4]
        negated ^= bool(found[1])
        kinds = {"L": _WORDS, "N": _WORDS, "P": _BOTH, "S": _GAPS, "Z": _GAPS} if len(name) < 3 and not negated else {}
        return property_ranges(name, negated=negated), "", kinds.get(name[0], _BOTH)

    def code_point(self, char: str) -> str:
        r"""Read `\uhhhh`, `\xhh`, `\x{h…}`, `\N{NAME}`, a control such as `\t`, or an escaped sign."""
        hexadecimal = re.compile(r"\{([0-9A-Fa-f]{1,6})\}|([0-9A-Fa-f]{4})|([0-9A-Fa-f]{2})").match(self.text, self.at)
        if char and char in "xu" and hexadecimal:
            digits = hexadecimal[1] or (self.text[self.at : self.at + (4 if char == "u" else 2)])
            self.at = hexadecimal.end() if hexadecimal[1] else self.at + len(digits)
            return chr(int(digits, 16))
        if char == "N" and (name := re.compile(r"\{([^}]+)\}").match(self.text, self.at)):
            self.at = name.end()
            return _named(name[1])
        if char in _CONTROLS:
            return _CONTROLS[char]
        if not char or char.isalnum():
            raise ValueError(f"\\{char} is not supported")
        return char

    def char_class(self) -> Pattern:
        start = self.at - 1
        negated = self.text[self.at : self.at + 1] == "^"
        self.at += negated
        sources: list[str] = []
        strings: frozenset[str] = frozenset()
        while (char := self.text[self.at : self.at + 1]) != "]" or not sources:
            if not char:
                raise ValueError("an opening [ has no closing ]")
            source, _, listed = self.class_item()
            sources.append(source)
            strings |= listed
        self.at += 1
        if negated:
            strings = _GAPS if r"\w" in self.text[start : self.at] else _BOTH
        return _one_of("[" + "^" * negated + "".join(sources) + "]", strings)

    def class_item(self) -> tuple[str, str, frozenset[str]]:
        char = self.text[self.at]
        if char == "[" or self.text[self.at : self.at + 2] in {"&&", "--"}:
            raise ValueError("a set inside a set, or an intersection of sets, is not supported")
        self.at += 1
        source, first, strings = self.escape_in_class() if char == "\\" else (escape(char), char, _string_of(char))
        after = self.text[self.at : self.at + 2]
        if not first or len(after) < 2 or after[0] != "-" or after[1] == "]":
            return source, first, strings
        self.at += 1
        end, last, _ = self.class_item()
        if len(last) != 1:
            raise ValueError("a range in a set has no end")
        if last < first:
            raise ValueError("a range in a set runs backwards")
        return f"{source}-{end}", "", frozenset().union(*map(_string_of, _span(first, last)))


def _span(first: str, last: str) -> Iterator[str]:
    """Yield the characters of a range; of a long one, some that tell whether it holds characters of words."""
    step = max(1, (ord(last) - ord(first)) // 256)
    yield from map(chr, range(ord(first), ord(last) + 1, step))


def _named(name: str) -> str:
    try:
        return unicodedata.lookup(name)
    except KeyError:
        raise ValueError(f"there is no character named {name}") from None


def _look_behind(kind: str, content: str) -> Pattern:
    """Python wants one width: alternatives of several widths become several look-behinds."""
    reader = _Reader(content, 0)
    branches = [reader.branch()]
    while reader.at < len(content) and content[reader.at] == "|":
        reader.at += 1
        branches.append(reader.branch())
    if any(branch.most is None or branch.least != branch.most for branch in branches):
        raise ValueError("a look-behind must have alternatives of fixed width")
    each = [f"({kind}{branch.source})" for branch in branches]
    edge = kind == "?<!" and (r"\w" in content or r"\p{L}" in content)
    return _zero_width("".join(each) if kind == "?<!" else f"(?:{'|'.join(each)})", edge=edge)
