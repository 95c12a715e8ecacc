"""Scores, bounds and differences of segments."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from tests.laws.strategies import texts
from tm.matching.similarity import differences, edits_allowed, lengths_allowed, similarity
from tm.model.match import MatchKey
from tm.text.normalize import match_key
from tm.text.tokens import token_spans

SCORES = [
    ("", "", 100.0),
    ("", "word", 0.0),
    ("Equal.", " Equal.\N{NO-BREAK SPACE}", 100.0),
    ("Equal.", "EQUAL.", 99.0),
    ("Title:", "Title :", 99.0),
    ("Straße", "STRASSE", 99.0),
    ("one two three", "one two four", 66.6),
    ("a b c d e f g", "a b c d e f x", 85.7),
    ("1 2 3", "1 2 3 4 5 6 7 8 9 10", 30.0),
    ("<1>Bold</1> text", "Bold text", 50.0),
    ("第七十六届会议", "第七十七届会议", 85.7),
    ("Генеральная Ассамблея", "Совет Безопасности", 0.0),
    (" ".join(["w"] * 1000), " ".join(["w"] * 999), 99.9),
    (" ".join(["w"] * 100_000), " ".join(["w"] * 99_999), 99.9),
]


@pytest.mark.parametrize(("a", "b", "score"), SCORES)
def test_scores(a: str, b: str, score: float) -> None:
    assert similarity(match_key(a), match_key(b)) == score


@pytest.mark.parametrize(
    ("longer", "min_score", "edits"),
    [(10, 70, 3), (10, 69.9, 3), (10, 70.1, 2), (3, 66.6, 1), (3, 66.7, 0), (0, 50, 0), (10, 100, 0), (10, 0, 10)],
)
def test_edits_allowed(longer: int, min_score: float, edits: int) -> None:
    assert edits_allowed(longer, min_score) == edits


@pytest.mark.parametrize(
    ("size", "min_score", "shortest", "longest"),
    [(10, 70, 7, 14), (10, 50, 5, 20), (1, 70, 1, 1), (0, 50, 0, 0), (7, 100, 7, 7)],
)
def test_lengths_allowed(size: int, min_score: float, shortest: int, longest: int) -> None:
    lengths = lengths_allowed(size, min_score)
    assert (lengths[0], lengths[-1]) == (shortest, longest)


DIFFERENCES = [
    ("Same.", "Same.", ()),
    ("Same.", "same.", (("replace", "Same", "same"),)),
    ("one two three", "one three", (("insert", "two", ""),)),
    ("one three", "one two three", (("delete", "", "two"),)),
    (
        "Letter dated 25 July 2022 from Bahrain",
        "Letter dated 3 May 2022 from Bahrain",
        (("replace", "25 July", "3 May"),),
    ),
    ("第七十六届会议", "第七十七届会议", (("replace", "六", "七"),)),
    ("word", "", (("insert", "word", ""),)),
]


@pytest.mark.parametrize(("query", "entry", "expected"), DIFFERENCES)
def test_differences(query: str, entry: str, expected: tuple[tuple[str, str, str], ...]) -> None:
    assert differences(match_key(query), match_key(entry)) == expected


SPACED = st.lists(texts() | st.sampled_from(["a", "b", "A", "a,", "(b)", "76/1", "<1>a</1>"]), max_size=9).map(" ".join)


@given(SPACED, SPACED)
def test_differences_are_as_few_as_the_edits_between_two_keys_as_they_are_written(one: str, other: str) -> None:
    query, entry = match_key(one), match_key(other)
    told = [
        max(len(written(MatchKey(asked))), len(written(MatchKey(kept)))) for _, asked, kept in differences(query, entry)
    ]
    assert sum(told) == Levenshtein.distance(written(query), written(entry))


def written(key: MatchKey) -> list[str]:
    """Cut a key into its tokens, case and all."""
    return [key[start:end] for start, end in token_spans(key)]
