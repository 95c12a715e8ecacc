"""Reads a regular expression of SRX, in the flavour of ICU and Java, as a pattern for Python."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from tm.segmentation.characters import escape, property_ranges
from tm.segmentation.pattern import (
    BOTH,
    EMPTY,
    GAP,
    GAPS,
    WORDS,
    Pattern,
    either,
    one_of,
    repeated,
    sequence,
    string_of,
    zero_width,
)


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
        return either(branches)

    def branch(self) -> Pattern:
        atoms: list[Pattern] = []
        while self.at < len(self.text) and self.text[self.at] not in "|)":
            atoms.append(self.quantified(self.atom()))
        result = EMPTY
        for atom in reversed(atoms):
            result = sequence(atom, result)
        return result

    def quantified(self, atom: Pattern) -> Pattern:
        found = _QUANTIFIER.match(self.text, self.at)
        if not found:
            return atom
        self.at = found.end()
        low, comma, high, _ = found.groups()
        if low is None:
            return repeated(atom, *{"*": (0, None), "+": (1, None), "?": (0, 1)}[found[0][0]], found[0])
        return repeated(atom, int(low), int(high or low) if high or not comma else None, found[0])

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
            return zero_width(r"\A" if char == "^" else r"\Z", edge=True)
        if char == ".":
            return one_of(".", BOTH)
        if char in "*+?":
            raise ValueError(f"nothing stands before {char}")
        return one_of(escape(char), string_of(char))

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
            return zero_width(f"({kind}{inner.source})")
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
            return zero_width(_ASSERTIONS[char], edge=char in "bA")
        source, char, strings = self.escape_in_class()
        return one_of(source if char else f"[{source}]", strings)

    def escape_in_class(self) -> tuple[str, str, frozenset[str]]:
        """Read what follows a backslash: the inside of a class, the character if it is one, and its strings."""
        char = self.text[self.at : self.at + 1]
        self.at += 1
        if char and char in "sSdDwW":
            return "\\" + char, "", GAPS if char in "sW" else WORDS if char in "dw" else BOTH
        if char and char in "hv":
            return _SHORTHANDS[char], "", GAPS
        if char and char in "pP":
            return self.property(negated=char == "P")
        if char == "H":
            raise ValueError(r"\H is not supported: write [^\h]")
        literal = self.code_point(char)
        return escape(literal), literal, string_of(literal)

    def property(self, *, negated: bool) -> tuple[str, str, frozenset[str]]:
        found = re.compile(r"\{(\^?)([^}]+)\}|()(.)").match(self.text, self.at)
        if not found:
            raise ValueError(r"\p names no property")
        self.at = found.end()
        name = found[2] or found[4]
        negated ^= bool(found[1])
        kinds = {"L": WORDS, "N": WORDS, "P": BOTH, "S": GAPS, "Z": GAPS} if len(name) < 3 and not negated else {}
        return property_ranges(name, negated=negated), "", kinds.get(name[0], BOTH)

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
            strings = GAPS if r"\w" in self.text[start : self.at] else BOTH
        return one_of("[" + "^" * negated + "".join(sources) + "]", strings)

    def class_item(self) -> tuple[str, str, frozenset[str]]:
        char = self.text[self.at]
        if char == "[" or self.text[self.at : self.at + 2] in {"&&", "--"}:
            raise ValueError("a set inside a set, or an intersection of sets, is not supported")
        self.at += 1
        source, first, strings = self.escape_in_class() if char == "\\" else (escape(char), char, string_of(char))
        after = self.text[self.at : self.at + 2]
        if not first or len(after) < 2 or after[0] != "-" or after[1] == "]":
            return source, first, strings
        self.at += 1
        end, last, _ = self.class_item()
        if len(last) != 1:
            raise ValueError("a range in a set has no end")
        if last < first:
            raise ValueError("a range in a set runs backwards")
        return f"{source}-{end}", "", frozenset().union(*map(string_of, _span(first, last)))


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
    return zero_width("".join(each) if kind == "?<!" else f"(?:{'|'.join(each)})", edge=edge)
