"""No sentence that is alike enough is missed, as far as there are not hundreds of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tm.matching.similarity import distance, score
from tm.matching.words import WordIndex, Words

texts = st.lists(st.sampled_from("the of a report took note 12 委".split()), max_size=14).map(tuple)


@given(st.lists(texts, max_size=30), texts.filter(bool), st.sampled_from([1.0, 30.0, 50.0, 75.5, 100.0]))
def test_the_index_finds_what_comparing_with_all_finds(held: list[Words], text: Words, least: float) -> None:
    points = {index: score(distance(text, other), max(len(text), len(other))) for index, other in enumerate(held)}
    wanted = {index for index, found in points.items() if found >= least}
    assert wanted <= WordIndex(held).alike(text, least)


def test_of_thousands_of_like_lines_those_with_most_in_common_are_given() -> None:
    held = [("article", str(number), "of", "the", "draft") for number in range(5000)]
    found = WordIndex(held).alike(("article", "4321", "of", "a", "draft"), 50.0)
    assert 4321 in found
    assert len(found) <= 200
