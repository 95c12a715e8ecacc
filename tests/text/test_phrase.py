"""A phrase stands where its words stand one after the other, whichever way that is found out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tm.model.match import MatchKey
from tm.text.normalize import match_key
from tm.text.phrase import make_phrase

PARTS = (
    "a", "b", "aa", "<1>", "</1>", "<2/>", "<", "1", ">", "/", " ", "中", "国", "ß", "é", "e\N{COMBINING ACUTE ACCENT}",
    "İ", "-", "'", "_", "و", "Я",
)  # fmt: skip
KEYS = st.lists(st.sampled_from(PARTS), max_size=12).map("".join).map(match_key)


@settings(max_examples=1000, deadline=None)
@given(phrase=KEYS, key=KEYS)
def test_the_quick_way_finds_what_comparing_tokens_finds(phrase: MatchKey, key: MatchKey) -> None:
    wanted = make_phrase(phrase, "en")
    assert wanted.places(key) == wanted.places_of_words(key)


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("rights", "Human rights, RIGHTS; bright", ["rights", "RIGHTS"]),
        ("大会", "联合国大会会议", ["大会"]),
        ("a a", "a a a a a", ["a a", "a a"]),
        ("75/912", "A/75/912", ["75/912"]),
        ("75 / 912", "A/75/912", ["75/912"]),
        ("1", "<1>x</1> 1", ["1"]),
        ("<1>x", "<1>x</1> 1", ["<1>x"]),
        ("strasse", "Straße", ["Straße"]),
        ("l'assemblée", "Pour l’Assemblée, lʼAssemblée", ["l’Assemblée", "lʼAssemblée"]),
        ("non‑state", "non-State", ["non-State"]),
        ("", "x", []),
    ],
)
def test_a_phrase_is_found_word_by_word(phrase: str, text: str, found: list[str]) -> None:
    key = match_key(text)
    assert [key[start:end] for start, end in make_phrase(match_key(phrase), "en").places(key)] == found
