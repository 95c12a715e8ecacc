"""Few texts are compared as many are."""

from hypothesis import given
from hypothesis import strategies as st

from tm.matching.compare import near_of_few, near_of_many
from tm.matching.shape import Shape

TEXTS = st.text("abcdef\u00e9\u4e00\ud7ff", min_size=1, max_size=90).map(Shape)


@given(TEXTS, st.lists(TEXTS, min_size=1, max_size=8), st.integers(0, 90))
def test_few_texts_and_many_are_compared_alike(text: Shape, others: list[Shape], most: int) -> None:
    assert sorted(near_of_few(text, others, most)) == sorted(near_of_many(text, others, most))


def test_equal_texts_and_long_ones_are_compared() -> None:
    long = Shape("abc" * 500)
    assert list(near_of_few(long, [long, Shape(long[1:]), Shape("x")], 1)) == [(0, 0), (1, 1)]
    assert list(near_of_few(Shape("a"), [Shape("b"), Shape("a"), Shape("ba")], 1)) == [(1, 0), (0, 1), (1, 2)]
