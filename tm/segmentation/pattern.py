"""Reads a regular expression of SRX (ICU and Java flavour) into Python's, with what can be told of its matches."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import product

from tm.segmentation.characters import escape, is_word, property_ranges

MANY = 4096
"""More strings than these are not listed; the expression is then tested everywhere instead of at known words."""

GAP = " "
"""Stands for any character that is not of a word, and for the edge of a word, in listed strings."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """An expression, or a part of one.

    Attributes:
        source: in Python's syntax.
        least: characters of its shortest match.
        most: characters of its longest match; None when unbounded.
        strings: what it matches, listed with GAP for what is not of a word; only the last word of each is sure to be
            whole. None when it cannot be listed.
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
    return frozenset(word for word in words if word) if all(words) else None


def _last_word(string: str) -> str:
    """Give the last word if it is whole, that is, if a gap precedes it."""
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
    if left.strings is None:
        return right.strings if all(map(_last_word, right.strings)) else None
    if len(left.strings) * len(right.strings) > MANY:
        return None
    return frozenset(a + b for a, b in product(left.strings, right.strings))


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
    strings = atom.strings
    if strings is not None and not strings <= {GAP, ""} and high != 1:
        strings = None
    if strings is not None and low == 0:
        strings = strings | {""}
    return Pattern(atom.source + mark, atom.least * low, most, strings, atom.finals)


def _zero_width(source: str, *, edge: bool = False) -> Pattern:
    return Pattern(source, 0, 0, frozenset({GAP if edge else ""}), frozenset())


def _one_of(source: str, members: frozenset[str] | None, *, gap: bool) -> Pattern:
    """Make a pattern that matches one character: an escaped one, a class, or the dot."""
    listed = None if members is None else frozenset(char if is_word(char) else GAP for char in members)
    inside = source[1:-1] if source[0] == "[" else source
    finals = None if source == "." or source.startswith("[^") else frozenset({inside})
    return Pattern(source, 1, 1, frozenset({GAP}) if gap else listed, finals)


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
            return _one_of(".", None, gap=False)
        if char in "*+?":
            raise ValueError(f"nothing stands before {char}")
        return _one_of(escape(char), frozenset({char}), gap=not is_word(char))

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
        source, members, gap = self.escape_in_class()
        return _one_of(source if members and len(members) == 1 else f"[{source}]", members, gap=gap)

    def escape_in_class(self) -> tuple[str, frozenset[str] | None, bool]:
        """Read what follows a backslash: the inside of a class, its members if few, and whether none is of a word."""
        char = self.text[self.at : self.at + 1]
        self.at += 1
        if char and char in "sSdDwW":
            return "\\" + char, None, char in "sW"
        if char and char in "hv":
            return _SHORTHANDS[char], None, True
        if char and char in "pP":
            return self.property(negated=char == "P")
        if char == "H":
            raise ValueError(r"\H is not supported: write [^\h]")
        literal = self.code_point(char)
        return escape(literal), frozenset({literal}), not is_word(literal)

    def property(self, *, negated: bool) -> tuple[str, None, bool]:
        found = re.compile(r"\{(\^?)([^}]+)\}|()(.)").match(self.text, self.at)
        if not found:
            raise ValueError(r"\p names no property")
        self.at = found.end()
        name = found[2] or found[4]
        negated ^= bool(found[1])
        return property_ranges(name, negated=negated), None, not negated and name[0] in "PSZ" and len(name) < 3

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
        members: set[str] | None = set()
        gap = True
        while (char := self.text[self.at : self.at + 1]) != "]" or not sources:
            if not char:
                raise ValueError("an opening [ has no closing ]")
            source, listed, outside = self.class_item()
            sources.append(source)
            members = None if members is None or listed is None or len(members) > 64 else members | listed
            gap = gap and outside
        self.at += 1
        written = "[" + "^" * negated + "".join(sources) + "]"
        if negated:
            return _one_of(written, None, gap=r"\w" in self.text[start : self.at])
        return _one_of(written, None if members is None else frozenset(members), gap=gap)

    def class_item(self) -> tuple[str, frozenset[str] | None, bool]:
        char = self.text[self.at]
        if char == "[" or self.text[self.at : self.at + 2] in {"&&", "--"}:
            raise ValueError("a set inside a set, or an intersection of sets, is not supported")
        self.at += 1
        if char == "\\":
            source, members, gap = self.escape_in_class()
        else:
            source, members, gap = escape(char), frozenset({char}), not is_word(char)
        after = self.text[self.at : self.at + 2]
        if members is None or len(after) < 2 or after[0] != "-" or after[1] == "]":
            return source, members, gap
        self.at += 1
        last, ends, _ = self.class_item()
        if not ends or len(ends) != 1:
            raise ValueError("a range in a set has no end")
        low, high = ord(next(iter(members))), ord(next(iter(ends)))
        if high < low:
            raise ValueError("a range in a set runs backwards")
        span = frozenset(map(chr, range(low, high + 1))) if high - low < 64 else None
        return f"{source}-{last}", span, span is not None and not any(map(is_word, span))


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
