"""What counts of a text is its words, however much else stands at its ends."""

from time import process_time

import pytest

from tm.checks.sameness import loose_source, loose_target


@pytest.mark.parametrize("run", [" ", "_", ".", "\N{COMBINING ACUTE ACCENT}", " :", "("])
def test_a_long_run_within_a_text_takes_little_time(run: str) -> None:
    text = f"The State{run * 20_000}party"
    start = process_time()
    assert loose_target(text).startswith("thestat")
    assert loose_source(text).startswith("the stat")
    assert process_time() - start < 1


@pytest.mark.parametrize(
    ("text", "bare"), [("«The State.»", "the state"), ("__State", "state"), ("State…", "state"), ("5 °", "5")]
)
def test_what_stands_at_the_ends_does_not_count(text: str, bare: str) -> None:
    assert loose_source(text) == bare
    assert loose_target(text) == bare.replace(" ", "")


def test_a_source_without_words_is_taken_as_it_is_and_such_a_translation_is_nothing() -> None:
    assert (loose_source("***"), loose_target("***")) == ("***", "")
