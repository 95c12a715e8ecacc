"""A scan finds all texts that score at or above a threshold, best first."""

from hypothesis import given
from hypothesis import strategies as st

from tm.matching.scan import Scan
from tm.matching.similarity import similarity
from tm.text.normalize import match_key
from tm.text.tokens import tokens

TEXTS = st.lists(st.sampled_from(["a", "b", "c", "C", "é", "会", "Ё", "."]), max_size=10).map(" ".join)


@given(st.lists(TEXTS, max_size=20), TEXTS, st.integers(0, 1000))
def test_nothing_is_missed_and_bounds_hold(texts: list[str], query: str, tenths: int) -> None:
    scan = Scan()
    for number, text in enumerate(texts):
        scan.add(number, tokens(match_key(text)))
    key = match_key(query)
    near = scan.near(tokens(key), tenths / 10)
    bounds = [bound for bound, _ in near]
    assert bounds == sorted(bounds, reverse=True)
    real = {number: similarity(key, match_key(text)) for number, text in enumerate(texts)}
    assert {number for number in real if real[number] >= tenths / 10} <= {number for _, number in near}
    assert all(real[number] <= bound for bound, number in near)


def test_texts_added_later_are_found() -> None:
    scan = Scan()
    assert scan.near(("a", "b"), 50.0) == []
    scan.add(7, ("a", "b"))
    assert scan.near(("a", "b"), 50.0) == [(100.0, 7)]
    scan.add(3, ("a", "c"))
    assert scan.near(("a", "b"), 50.0) == [(100.0, 7), (50.0, 3)]
