"""The longest runs of words that a text shares with others, and which of them are fragments."""

import random

import pytest

from tm.matching.kin import words
from tm.matching.runs import Run, fragments, longest_runs
from tm.matching.shape import Shape, shape


@pytest.mark.parametrize("seed", range(20))
def test_the_runs_are_those_that_trying_all_finds(seed: int) -> None:
    rng = random.Random(seed)
    text, *others = (Shape("".join(rng.choices("abcd", k=rng.randint(0, 14)))) for _ in range(4))
    every = [
        (start, end)
        for start in range(len(text))
        for end in range(start + 1, len(text) + 1)
        if any(text[start:end] in other for other in others)
    ]
    longest = [run for run in every if not any(one != run and one[0] <= run[0] and run[1] <= one[1] for one in every)]
    assert longest_runs(text, others) == longest


@pytest.mark.parametrize(
    ("tokens", "rare", "runs", "expected"),
    [
        ("a b c", "a", [(0, 3)], [(0, 3)]),
        ("a b c", "", [(0, 3)], []),
        ("a b", "ab", [(0, 2)], [(0, 2)]),
        ("a b", "a", [(0, 2)], []),
        ("( a b ) c ,", "abc", [(0, 6)], [(1, 5)]),
        ("文 化 财 产", "产", [(0, 4)], [(0, 4)]),
        ("文 化 财", "文化财", [(0, 3)], [(0, 3)]),
        ("文 化 财", "文化", [(0, 3)], []),
        ("a b c d e f", "abcdef", [(0, 4), (2, 6)], [(0, 4), (4, 6)]),
        ("a b c d e", "abcde", [(0, 2), (1, 5)], [(1, 5)]),
    ],
)
def test_what_is_worth_showing(tokens: str, rare: str, runs: list[Run], expected: list[Run]) -> None:
    parts = tokens.split()
    assert fragments(words(parts, shape(parts)), [token in rare for token in parts], runs) == expected
