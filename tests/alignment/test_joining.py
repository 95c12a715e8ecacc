"""Beads of several languages are joined through the sentences of the source."""

from tm.alignment.beads import Bead
from tm.alignment.joining import Group, join


def test_one_language_keeps_its_beads() -> None:
    beads = [Bead((0, 1), (0, 2), 0.9), Bead((2, 4), (3, 4), 0.7)]
    assert join({"fr": beads}) == [Group((0, 1), {"fr": (0, 1)}, 0.9), Group((2, 4), {"fr": (3,)}, 0.7)]


def test_what_one_language_takes_together_is_together_in_all() -> None:
    french = [Bead((0, 2), (0, 1), 0.9), Bead((2, 3), (1, 2), 0.9)]
    russian = [Bead((0, 1), (0, 1), 0.8), Bead((1, 2), (1, 2), 1.0), Bead((2, 3), (2, 3), 1.0)]
    assert join({"fr": french, "ru": russian}) == [
        Group((0, 2), {"fr": (0,), "ru": (0, 1)}, 0.8),
        Group((2, 3), {"fr": (1,), "ru": (2,)}, 0.9),
    ]


def test_a_language_that_lacks_a_sentence_of_a_group_has_no_part_in_it() -> None:
    french = [Bead((0, 2), (0, 1), 0.9)]
    russian = [Bead((0, 1), (0, 1), 0.8)]
    assert join({"fr": french, "ru": russian}) == [Group((0, 2), {"fr": (0,)}, 0.9)]


def test_chains_of_overlapping_beads_become_one_group() -> None:
    french = [Bead((0, 2), (0, 1), 0.9), Bead((2, 3), (1, 2), 0.9)]
    russian = [Bead((0, 1), (0, 1), 0.8), Bead((1, 3), (1, 2), 0.8)]
    assert join({"fr": french, "ru": russian}) == [Group((0, 3), {"fr": (0, 1), "ru": (0, 1)}, 0.8)]


def test_a_translation_that_stands_elsewhere_joins_in_the_order_of_the_source() -> None:
    russian = [Bead((0, 1), (5, 6), 0.8), Bead((1, 2), (0, 1), 0.8)]
    assert join({"fr": [Bead((0, 2), (0, 1), 0.9)], "ru": russian})[0].targets["ru"] == (5, 0)
