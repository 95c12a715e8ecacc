"""How near a text comes to earlier ones is what comparing with all of them says."""

from hypothesis import given
from hypothesis import strategies as st

from tm.matching.earlier import Earlier
from tm.matching.similarity import similarity
from tm.text.normalize import match_key

WORDS = "the The report of 5 6 第 七 届 . , в на год السنة <1> </1>".split()
TEXTS = st.lists(st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join), max_size=12)


@given(TEXTS, st.sets(st.sampled_from([1.0, 50.0, 74.9, 75.0, 85.0, 95.0, 99.0]), min_size=1))
def test_it_is_the_highest_step_that_any_earlier_text_reaches(texts: list[str], steps: set[float]) -> None:
    earlier, before = Earlier(), []
    falling = sorted(steps, reverse=True)
    for key in map(match_key, texts):
        best = max((similarity(key, other) for other in before), default=0.0)
        assert earlier.reach(key, falling) == next((step for step in falling if best >= step), 0.0)
        earlier.add(key)
        before.append(key)
        assert key in earlier


def test_case_counts_and_a_text_is_like_itself() -> None:
    earlier = Earlier()
    earlier.add(match_key("Agenda item 5"))
    assert earlier.reach(match_key("Agenda item 5"), [100, 50]) == 100
    assert earlier.reach(match_key("Agenda Item 5"), [100, 99, 50]) == 99
    assert earlier.reach(match_key("Agenda item 6"), [75, 50]) == 50
    assert earlier.reach(match_key("Agenda item 6"), [75]) == 0


def test_of_many_like_texts_none_is_missed() -> None:
    """More texts share words than are compared in one go, and the nearest is not among the first."""
    earlier = Earlier()
    for n in range(500):
        earlier.add(match_key(f"{n} report the of year b c d e f g h i j {n}"))
    earlier.add(match_key("a b c d e f g h i j the report of year"))
    assert earlier.reach(match_key("a b c d e f g h i j the report of years"), [95, 85]) == 85
