"""Shapes of many keys are those of their tokens, however often a word was met."""

from hypothesis import given
from hypothesis import strategies as st

from tests.laws.strategies import MARKUP, texts
from tm.matching import shapes as module
from tm.matching.shape import shape
from tm.matching.shapes import shape_of
from tm.text.normalize import match_key
from tm.text.tokens import tokens

spaced = st.lists(texts() | st.sampled_from([*MARKUP, "A/RES/76/1", "fi\N{LATIN SMALL LIGATURE FI}", "ΣΑΣ", "a_b"]))


@given(st.lists(spaced.map(" ".join), max_size=4))
def test_a_key_has_the_shape_of_its_tokens(written: list[str]) -> None:
    keys = [match_key(text) for text in written]
    assert [shape_of(key) for key in keys] == [shape(tokens(key)) for key in keys]


@given(st.integers(0, 300_000))
def test_many_words_do_not_fill_the_memory(number: int) -> None:
    shape_of(match_key(str(number)))
    assert len(module._WORDS) <= module._MOST
