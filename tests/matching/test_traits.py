"""What an index learns of a sample is counted right."""

from collections import Counter
from struct import unpack

from hypothesis import given
from hypothesis import strategies as st

from tm.matching.ordered import counts
from tm.matching.shape import Shape
from tm.matching.traits import OWN, learn_traits, trait

LETTERS = "abcdefghijklmnopq" + "\u00e9\u4e00\ud7ff"
SAMPLES = st.lists(st.text(LETTERS, max_size=40).map(Shape), max_size=60)


@given(SAMPLES)
def test_the_most_frequent_traits_get_numbers_of_their_own(sample: list[Shape]) -> None:
    """The lower trait before the higher one of those that are as frequent."""
    found: Counter[int] = Counter()
    for text in sample:
        for place, character in enumerate(text):
            found[trait(ord(character), text[: place + 1].count(character))] += 1
    expected = sorted(found, key=lambda one: (-found[one], one))[:OWN]
    learned = learn_traits(sample)
    assert list(unpack(f"<{len(learned) // 4}I", learned)) == expected


@given(SAMPLES)
def test_characters_are_counted(sample: list[Shape]) -> None:
    assert counts(sample) == Counter("".join(sample))
