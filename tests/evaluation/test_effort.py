"""What a translator changed is counted in words, by units; what was left alone cost nothing."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tm.evaluation.effort import Edited, Effort, efforts, total


def edited(before: str, after: str, *, words: int = 4) -> Edited:
    return Edited("letter", "fr", "exact", "old", words, before, after)


def test_edits_are_words_put_in_taken_out_and_replaced() -> None:
    units = [
        edited("Le Conseil s’est réuni.", "Le Conseil s’est réuni."),
        edited("Le Conseil s’est réuni.", "Le Comité s’est réuni."),
        edited("Le Conseil se réunit ce soir.", "Le Conseil se réunit."),
        edited("", "Le Conseil s’est réuni."),
    ]
    found, signature = efforts(units, "fr")
    assert list(found) == [
        Effort(1, 4, 1, 4, 0, 4, 4.0),
        Effort(1, 4, 0, 0, 1, 4, 3.0),
        Effort(1, 4, 0, 0, 3, 4, 1.0),
        Effort(1, 4, 0, 0, 4, 4, 0.0),
    ]
    assert total(found) == Effort(4, 16, 1, 4, 8, 16, 8.0)
    assert total(found).ter == 50
    assert "case:mixed" in signature


def test_case_and_tags_count_as_touched_and_a_block_that_moves_is_one_edit() -> None:
    found, _ = efforts(
        [
            edited("Le Conseil", "Le conseil"),
            edited("<1>Le Conseil</1>", "Le <1>Conseil</1>"),
            edited("a b c d", "c d a b"),
        ],
        "fr",
    )
    assert [(one.untouched, one.edits) for one in found] == [(0, 1), (0, 0), (0, 1)]


def test_chinese_is_counted_by_characters() -> None:
    (found,), signature = efforts([edited("安理会举行会议", "安理会召开会议")], "zh")
    assert (found.edits, found.length) == (2, 7)
    assert "asian:yes" in signature


def test_nothing_measured_is_no_division_by_zero() -> None:
    assert total([]).ter == 0


TEXT = st.text("ab م会. ", max_size=12)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=5), st.sampled_from(["ar", "es", "fr", "ru", "zh"]))
def test_what_is_saved_is_never_more_than_there_is_and_all_of_what_was_left(
    texts: list[tuple[str, str]], lang: str
) -> None:
    found, _ = efforts([edited(*both) for both in texts], lang)
    for (before, after), one in zip(texts, found, strict=True):
        assert 0 <= one.saved <= one.words
        assert one.untouched == (before == after)
        assert one.untouched == 0 or (one.edits, one.saved) == (0, one.words)
    assert efforts([edited(after, after) for _, after in texts], lang)[0] == [
        Effort(1, 4, 1, 4, 0, one.length, 4.0) for one in found
    ]
