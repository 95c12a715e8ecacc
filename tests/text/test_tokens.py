"""Tokens are those of the contract, for every character of Unicode."""

import sys
import unicodedata

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from tm.text import characters
from tm.text.normalize import match_key
from tm.text.tokens import token_spans, tokens

ALONE = r"[\p{Han}\p{Hiragana}\p{Katakana}]"
WORD = r"[\w\p{M}--[\p{Han}\p{Hiragana}\p{Katakana}]]"
CONTRACT = regex.compile(rf"</?\d+/?>|{ALONE}|{WORD}+|[^\s\w]", regex.V1)
"""The contract's definition in the words of the `regex` package, which knows the Unicode properties by name."""

CASES = [
    ("", ()),
    ("Hello, world!", ("hello", ",", "world", "!")),
    ("A/RES/76/1", ("a", "/", "res", "/", "76", "/", "1")),
    ("<1>Bold</1> and <2/>", ("<1>", "bold", "</1>", "and", "<2/>")),
    ("<b> 1 < 2>", ("<", "b", ">", "1", "<", "2", ">")),
    ("第七十六届会议", ("第", "七", "十", "六", "届", "会", "议")),
    ("2022年7月30日", ("2022", "年", "7", "月", "30", "日")),
    ("かなカナ", ("か", "な", "カ", "ナ")),
    ("مُذَكِّرة", ("مُذَكِّرة",)),  # vowel signs are part of their word
    ("٣٠/30 تموز", ("٣٠", "/", "30", "تموز")),
    ("Ёлка Straße", ("ёлка", "strasse")),
    ("l’État", ("l", "’", "état")),
    ("m² ½", ("m", "²", "½")),
    ("snake_case", ("snake_case",)),
    ("𠀀𠀁", ("𠀀", "𠀁")),
    ("𝐁𝐨𝐥𝐝😀x", ("𝐁𝐨𝐥𝐝", "😀", "x")),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_tokens_of_six_scripts(text: str, expected: tuple[str, ...]) -> None:
    assert tokens(match_key(text)) == expected


def _class(pattern: str, above: bool) -> str:
    """Write a property as a character class for `re`, as `tm.text.characters` holds it."""
    one = regex.compile(pattern, regex.V1)
    ranges: list[list[int]] = []
    for point in range(0x10000, sys.maxunicode + 1) if above else range(0x10000):
        if one.match(chr(point)):
            if ranges and ranges[-1][1] == point - 1:
                ranges[-1][1] = point
            else:
                ranges.append([point, point])
    return "".join(chr(a) if a == b else chr(a) + ("-" if b > a + 1 else "") + chr(b) for a, b in ranges)


@pytest.mark.parametrize(
    ("held", "pattern", "above"),
    [
        (characters.ALONE, ALONE, False),
        (characters.ALONE_ASTRAL, ALONE, True),
        (characters.WORD, WORD, False),
        (characters.WORD_ASTRAL, WORD, True),
    ],
    ids=["ALONE", "ALONE_ASTRAL", "WORD", "WORD_ASTRAL"],
)
def test_the_classes_are_those_of_unicode(held: str, pattern: str, above: bool) -> None:
    differing = _members(held) ^ _members(expected := _class(pattern, above))
    # A newer `regex` knows newer characters; what this Python knows as assigned must agree.
    assert not {point for point in differing if unicodedata.category(chr(point)) != "Cn"}, ascii(expected)


def _members(ranges: str) -> set[int]:
    points = [ord(character) for character in ranges]
    members: set[int] = set()
    for i, point in enumerate(points):
        if point == ord("-") and 0 < i < len(points) - 1:
            members.update(range(points[i - 1], points[i + 1] + 1))
        else:
            members.add(point)
    return members


def test_every_character_alone_and_between_letters_is_cut_as_the_contract_says() -> None:
    wrong = [
        point
        for point in range(sys.maxunicode + 1)
        if unicodedata.category(chr(point)) not in ("Cn", "Cs")
        for key in [match_key(f"é{chr(point)}x")]
        if list(tokens(key)) != CONTRACT.findall(key.casefold())
    ]
    assert not wrong


@given(
    st.text(st.sampled_from("aÉя1٣第한ـَ\N{COMBINING ACUTE ACCENT}<>/ ,_²𠀀𝐁😀") | st.characters(max_codepoint=0x2FFF))
)
def test_tokens_are_the_contracts(text: str) -> None:
    key = match_key(text)
    known = all(unicodedata.category(character) != "Cn" for character in key)
    assert not known or list(tokens(key)) == CONTRACT.findall(key.casefold())


@given(st.text())
def test_tokens_stand_in_the_key_in_order_with_only_space_between(text: str) -> None:
    key, end = match_key(text), 0
    for start, stop in token_spans(key):
        assert start < stop
        assert not key[end:start].strip()
        end = stop
    assert not key[end:].strip()
