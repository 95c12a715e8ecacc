"""A similarity is symmetrical, within 0 to 100, and 100 exactly when the keys are equal."""

import math

from hypothesis import given
from hypothesis import strategies as st

from tm.matching.similarity import edits_allowed, lengths_allowed, score, similarity
from tm.text.normalize import match_key
from tm.text.tokens import tokens

WORDS = [
    "the",
    "The",
    "of",
    "A/75/912",
    "État",
    "Ассамблея",
    "الأمم",
    "المتحدة",
    "第七十六届",
    "会议",
    "<1>",
    "</1>",
    ",",
    "2022",
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join) | st.text(max_size=20)


@given(TEXTS, TEXTS)
def test_symmetrical_within_bounds_and_100_only_for_equal_keys(a: str, b: str) -> None:
    one, other = match_key(a), match_key(b)
    found = similarity(one, other)
    assert found == similarity(other, one)
    assert 0 <= found <= 100
    assert round(found, 1) == found
    assert (found == 100) == (one == other)


@given(TEXTS, TEXTS)
def test_the_score_is_the_contracts_formula_over_a_plain_edit_distance(a: str, b: str) -> None:
    one, other = match_key(a), match_key(b)
    left, right = tokens(one), tokens(other)
    if one == other:
        expected = 100.0
    elif left == right:
        expected = 99.0
    else:
        expected = math.floor(1000 * (1 - _distance(left, right) / max(len(left), len(right))) + 1e-6) / 10
    assert similarity(one, other) == expected


def _distance(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    row = list(range(len(b) + 1))
    for i, token in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, other in enumerate(b, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (token != other))
    return row[-1]


@given(st.integers(1, 300), st.integers(1, 300), st.integers(0, 9990).map(lambda tenths: tenths / 100))
def test_bounds_exclude_nothing_that_reaches_the_threshold_and_nothing_else(
    size: int, other: int, min_score: float
) -> None:
    longer = max(size, other)
    for edits in range(1, longer + 1):
        assert (edits <= edits_allowed(longer, min_score)) == (score(edits, longer) >= min_score)
    reachable = score(abs(size - other), longer) >= min_score
    assert (other in lengths_allowed(size, min_score)) == (reachable or size == other)
