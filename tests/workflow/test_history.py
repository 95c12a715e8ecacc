"""Few points are chosen of many commits, evenly over the time; the first and the last are always among them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tm.workflow.git import Commit
from tm.workflow.history import thin


def times(found: list[int], most: int) -> list[int]:
    return [commit.time for commit in thin([Commit(f"{n}", time) for n, time in enumerate(found)], most)]


def test_of_each_stretch_of_time_the_last_state_is_kept() -> None:
    assert times([0, 1, 2, 3, 60, 61, 100], 3) == [0, 3, 100]
    assert times([5, 6, 7], 3) == [5, 6, 7]


@settings(max_examples=50)
@given(st.lists(st.integers(0, 1000), min_size=1, max_size=80), st.integers(2, 20))
def test_there_are_never_more_than_asked_for_and_they_keep_their_order(found: list[int], most: int) -> None:
    """Clocks may go wrong: commits are not always in the order of their times."""
    commits = [Commit(f"{n}", time) for n, time in enumerate(found)]
    chosen = list(thin(commits, most))
    assert chosen[0] is commits[0]
    assert chosen[-1] is commits[-1]
    assert len(chosen) <= most
    assert chosen == [commit for commit in commits if commit in chosen]
    assert len(commits) > most or chosen == commits
