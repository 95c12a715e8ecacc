"""What marks, spaces, stops and digits each language writes: data, read once when a check first asks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from tm.checks.tables import read_table
from tm.text.pattern import pattern
from tm.text.prose import BREAK, OBJECT, TAG

MARKS = "\u0300-\u036f\u064b-\u065f\u0670"
"""Combining marks, which `\\w` leaves out, for a character class: text need not be NFC."""

CLOSERS = "\"'”’“‘„»›)\\]}）］｝】」』》〉"
"""For a character class."""

END = pattern(rf"(?=[\s{TAG}{OBJECT}{BREAK}{CLOSERS}]|\Z)")
"""What follows a sign that is punctuation, and not part of a name or of code."""


@dataclass(frozen=True, slots=True)
class Quotes:
    """The quotation marks of a language; what each field means is said where the data are."""

    outer: tuple[str, str]
    inner: tuple[str, str]
    fine: str
    poor: str
    turned: bool


@dataclass(frozen=True, slots=True)
class NoBreak:
    """The signs that a no-break space stands beside."""

    before: str
    after: str
    percent: str
    character: str
    fine: str


@dataclass(frozen=True, slots=True)
class Typography:
    """The habits of one language; what each field means is said where the data are."""

    script: str
    stop: str
    colon: str
    quotes: Quotes
    tight_before: str
    tight_after: str
    loose: str
    no_break: NoBreak | None = None
    digits: str = ""
    signs: Mapping[str, str] = field(default_factory=dict)
    brackets: Mapping[str, str] = field(default_factory=dict)
    openers: Mapping[str, str] = field(default_factory=dict)


@cache
def _data() -> Mapping[str, Mapping[str, Any]]:
    data: Mapping[str, Mapping[str, Any]] = read_table("typography.toml")
    return data


@cache
def typography(code: str) -> Typography:
    """Give the habits of the language with this code, one of the six."""
    raw = _data()[code]
    quotes = raw["quotes"]
    return Typography(
        script=raw["script"],
        stop=raw["stop"],
        colon=raw["colon"],
        quotes=Quotes(**{**quotes, "outer": tuple(quotes["outer"]), "inner": tuple(quotes["inner"])}),
        tight_before=raw["tight"]["before"],
        tight_after=raw["tight"]["after"],
        loose=raw["loose"],
        no_break=NoBreak(**raw["no_break"]) if "no_break" in raw else None,
        digits=raw.get("digits", ""),
        signs=raw.get("signs", {}),
        brackets=raw.get("brackets", {}),
        openers=raw.get("openers", {}),
    )


_NAMED = pattern(r"[^\W\d_][\w'’-]{0,60}[!?][\s\"'”’»)]{0,3}[a-zà-ÿ,;]")
_TWO_WORDS = pattern(r"[A-Za-z'’-]{2,30}\s[A-Za-z'’/-]{2,30}[)\"]?[;:!?]\Z")
_WORD_BEFORE = pattern(r"[\w'’.-]{1,50}\Z")
_WORD_AFTER = pattern(r"\s{0,2}[\w-]{2,50}")


def is_as_in_source(text: str, place: int, source: str) -> bool:
    """Whether the sign at a place belongs to words left as in the source: a quoted title, a brand.

    >>> is_as_in_source("Le rapport « Apps Gone Rogue: Privacy », 2020", 25, "“Apps Gone Rogue: Privacy”")
    True
    >>> is_as_in_source("Note: voir l’annexe", 4, "Note: see annex")
    False
    """
    words = _TWO_WORDS.search(text, max(0, place - 60), place + 1)
    if words and words[0] in source:
        return True
    before = _WORD_BEFORE.search(text, max(0, place - 60), place)
    if not before or not before[0].isascii():
        return False
    after = _WORD_AFTER.match(text, place + 1, place + 60)
    if after:
        return f"{before[0]}{text[place]}{after[0]}" in source
    return bool(_NAMED.match(text, before.start())) and f"{before[0]}{text[place]}" in source


@lru_cache(maxsize=32)
def letters(code: str) -> re.Pattern[str]:
    """Give the pattern of one letter of the language's script, its marks included."""
    return re.compile(f"[{typography(code).script}{MARKS}]")
