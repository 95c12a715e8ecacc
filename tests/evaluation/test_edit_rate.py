"""TER is counted as sacrebleu counts it, to the edit, whatever is moved, and in a small part of its time."""

import random
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sacrebleu.metrics.lib_ter import translation_edit_rate
from sacrebleu.metrics.ter import TER

from tm.evaluation.edit_rate import count_edits, edit_rate

WORDS = st.lists(st.sampled_from("abcdefgh"), max_size=14)


def moved(words: list[str], draw: random.Random) -> list[str]:
    """Move stretches of a text, and leave out a word in ten."""
    for _ in range(3):
        start, target = draw.randrange(len(words)), draw.randrange(len(words))
        stretch, rest = words[start : start + 9], words[:start] + words[start + 9 :]
        words = [*rest[:target], *stretch, *rest[target:]]
    return [word for word in words if draw.random() > 0.1]


def sentences(seed: int, count: int, size: int, vocabulary: int) -> list[tuple[list[str], list[str]]]:
    draw = random.Random(seed)
    texts = ([f"w{draw.randrange(vocabulary)}" for _ in range(size)] for _ in range(count))
    return [(moved(text, draw), text) for text in texts]


@settings(max_examples=100, deadline=None)
@given(WORDS, WORDS)
def test_any_two_texts_differ_by_as_many_edits_as_sacrebleu_counts(ours: list[str], other: list[str]) -> None:
    assert count_edits(ours, other) == translation_edit_rate(ours, other)


@pytest.mark.parametrize(("size", "vocabulary"), [(25, 9), (30, 200), (40, 500)])
def test_what_was_moved_is_one_edit_as_in_sacrebleu(size: int, vocabulary: int) -> None:
    """A small vocabulary meets the limit of shifts that are tried, a large one the beam."""
    for ours, other in sentences(size, 2, size, vocabulary):
        assert count_edits(ours, other) == translation_edit_rate(ours, other)


def test_a_long_insertion_leaves_the_beam_as_in_sacrebleu() -> None:
    text = [f"w{number}" for number in range(40)]
    ours = [*(f"x{number}" for number in range(30)), *text]
    assert count_edits(ours, text) == translation_edit_rate(ours, text)


@pytest.mark.parametrize(("ours", "other"), [([], []), ([], ["a"]), (["a"], [])])
def test_a_text_may_be_empty(ours: list[str], other: list[str]) -> None:
    assert count_edits(ours, other) == translation_edit_rate(ours, other)


def test_case_and_chinese_characters_are_told_in_the_signature() -> None:
    ours, its = edit_rate("zh", case_sensitive=True), TER(normalized=True, asian_support=True, case_sensitive=True)
    texts, other = ["安理会通过了第1325号决议。", "主席宣布休会。"], ["安理会第1325号决议获得通过。", "会议休会。"]
    assert str(ours.corpus_score(texts, [other])) == str(its.corpus_score(texts, [other]))
    assert str(ours.get_signature()) == str(its.get_signature())


def test_texts_much_moved_take_a_small_part_of_the_time() -> None:
    pairs = sentences(5, 1, 50, 60)
    began = process_time()
    its = [translation_edit_rate(ours, other) for ours, other in pairs]
    middle = process_time()
    assert [count_edits(ours, other) for ours, other in pairs] == its
    assert process_time() - middle < (middle - began) / 3
