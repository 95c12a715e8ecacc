"""Shapes: one character a token, the same everywhere, nearer than the tokens at most."""

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from tests.laws.strategies import texts
from tm.matching.shape import ALPHABET, shape
from tm.text.normalize import match_key
from tm.text.tokens import tokens


@given(texts())
def test_a_shape_has_one_character_a_token_each_one_unit_of_utf_16(text: str) -> None:
    words = tokens(match_key(text))
    found = shape(words)
    assert len(found) == len(words)
    assert all(0 < ord(character) < ALPHABET for character in found)
    assert len(found.encode("utf-16-le")) == 2 * len(found)


@given(texts(), texts())
def test_shapes_are_not_farther_apart_than_the_tokens(one: str, other: str) -> None:
    mine, theirs = tokens(match_key(one)), tokens(match_key(other))
    assert Levenshtein.distance(shape(mine), shape(theirs)) <= Levenshtein.distance(mine, theirs)


def test_equal_tokens_have_one_character_and_others_another() -> None:
    assert shape(("the", "a", "the")) == shape(("the",)) + shape(("a",)) + shape(("the",))
    assert shape(("the",)) != shape(("a",))


def test_a_shape_is_the_same_in_every_process() -> None:
    words = ("the", "Ассамблея", "会", "\ud800")
    code = f"from tm.matching.shape import shape; print(ascii(shape({words!a})))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ascii(shape(words))


@given(st.integers(0, 300_000))
def test_many_tokens_do_not_fill_the_memory(number: int) -> None:
    from tm.matching import shape as module

    shape([str(number)])
    assert len(module._CHARACTERS) <= module._MOST
