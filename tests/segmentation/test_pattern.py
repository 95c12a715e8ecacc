"""Expressions in the flavour of ICU and Java match in Python what they match there."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tm.segmentation.characters import property_ranges
from tm.segmentation.icu import read_pattern
from tm.segmentation.pattern import ANY, last_words


@pytest.mark.parametrize(
    ("pattern", "text", "matches"),
    [
        (r"\p{Lu}\p{Ll}+", "Ère", True),
        (r"\p{Lu}", "é", False),
        (r"\P{L}", "é", False),
        (r"[\p{L}\d_-]+", "Ж5_-", True),
        (r"\p{IsHan}+", "中文", True),
        (r"\p{Script=Cyrillic}+", "жук", True),
        (r"[^\p{Ll}]", "a", False),
        (r"\h+", "\N{NO-BREAK SPACE}\t", True),
        (r"\h", "\n", False),
        (r"\R", "\r\n", True),
        (r"\u00e9\x{e9}\xe9", "ééé", True),
        (r"\N{HORIZONTAL ELLIPSIS}", "…", True),
        (r"\Qa.b\E+", "a.bb", True),
        (r"(?i)mr\.", "MR.", True),
        (r"(?i:mr)\.", "Mr.", True),
        (r"a++b", "aab", True),
        (r"a++a", "aa", False),
        (r"(?>a|ab)c", "abc", False),
        (r"(?<name>a)b", "ab", True),
        (r"a(?#note)b", "ab", True),
        (r"(?<=\s|[a-c]b)c|x", "x", True),
        (r"a{2}b{1,2}c{0,}", "aabb", True),
        (r"[]a]+", "]a", True),
        (r"[.\]^-]+", ".]^-", True),
        (r"\.\*\{", ".*{", True),
    ],
)
def test_an_expression_matches_as_in_icu(pattern: str, text: str, matches: bool) -> None:
    assert (re.fullmatch(read_pattern(pattern).source, text) is not None) is matches


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\b(?:op\. cit|etc|[Nn]os?)\.", {"cit", "etc", "No", "no", "Nos", "nos"}),
        (r"(?<!\w)Mr\.[”)]*", {"Mr"}),
        (r"\bU\.\s?S\.", {"S"}),
        (r"\p{Lu}\p{L}+\s+etc\.", {"etc"}),
        (r"\b[A-Z]{1,2}\.", {ANY, ANY * 2}),
        (r"etc\.", None),
        (r"\b\w+\.", None),
        (r"[.?!]+", None),
    ],
)
def test_the_last_words_of_an_expression_are_listed_where_they_are_whole(pattern: str, words: set[str] | None) -> None:
    assert last_words(read_pattern(pattern)) == words


@pytest.mark.parametrize(
    ("name", "category"),
    [("L", "L"), ("Lu", "Lu"), ("Ll", "Ll"), ("Nd", "Nd"), ("Letter", "L"), ("Uppercase", "Lu"), ("IsP", "P")],
)
@settings(deadline=None)
@given(char=st.characters(max_codepoint=0xFFFF))
def test_a_property_holds_the_characters_that_it_should(name: str, category: str, char: str) -> None:
    held = re.match(f"[{property_ranges(name)}]", char) is not None
    assert held is unicodedata.category(char).startswith(category)


def test_letters_are_all_found_in_the_basic_plane() -> None:
    letters = re.compile(f"[{property_ranges('L')}]")
    plane = [chr(code) for code in range(0x10000)]
    assert [c for c in plane if letters.match(c)] == [c for c in plane if unicodedata.category(c).startswith("L")]
