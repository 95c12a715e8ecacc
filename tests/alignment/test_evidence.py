"""The words of a pair tell what of it its neighbours hold, and confidence follows them."""

import random

import numpy as np

from tests.alignment.test_align import artificial
from tests.alignment.test_scores import matter
from tests.alignment.texts import ENGLISH, sentences
from tm.alignment.align import align
from tm.alignment.beads import Bead
from tm.alignment.evidence import evidence


def ranges(*rows: tuple[int, int]) -> np.ndarray:
    return np.array(rows, np.int64)


def confidence_of(beads: tuple[Bead, ...], source: int) -> float:
    return max(bead.confidence for bead in beads if bead.source[0] <= source < bead.source[1])


def test_a_pair_has_more_evidence_for_each_word_than_two_sentences_that_are_none() -> None:
    right, wrong = ranges((0, 1), (3, 4)), ranges((3, 4), (0, 1))
    each, pull = evidence(right, right, matter())
    other, other_pull = evidence(right, wrong, matter())
    assert (each > other).all()
    assert each.shape == pull.shape == other_pull.shape == (2,)
    assert (pull >= 0).all()


def test_what_the_neighbour_explains_pulls() -> None:
    """The target of the first sentence is set beside the second, and the other way round."""
    straight, crossed = (
        evidence(ranges((0, 1), (1, 2)), target, matter())[1]
        for target in (ranges((0, 1), (1, 2)), ranges((1, 2), (0, 1)))
    )
    assert straight.max() < 0.5 < crossed.min()


def test_beads_of_several_sentences_and_those_at_the_ends_are_weighed_too() -> None:
    last = len(ENGLISH)
    each, pull = evidence(ranges((0, 2), (last - 1, last)), ranges((0, 3), (last - 2, last)), matter())
    assert np.isfinite(each).all()
    assert np.isfinite(pull).all()


def test_a_pair_whose_neighbour_holds_a_clause_of_it_is_less_sure() -> None:
    draw = random.Random(3)
    vocabulary = ["".join(draw.choice("bdfgklmnprst") + draw.choice("aeiou") for _ in range(3)) for _ in range(150)]
    source = [" ".join(draw.choices(vocabulary, k=draw.randint(9, 14))) for _ in range(120)]
    target = [text.translate(str.maketrans("aeiou", "eioua")) for text in source]
    places = draw.sample(range(5, 115, 4), 10)
    for place in places:
        words = target[place].split()
        target[place] = " ".join(words[:-4])
        target[place + 1] = " ".join([*words[-4:], target[place + 1]])
    found = align(sentences(source), sentences(target), ("en", "fr"))
    touched = {place + more for place in places for more in (0, 1)}
    sure = {bead.source[0] for bead in found.beads if bead.confidence >= 0.9 and bead.source[1] - bead.source[0] == 1}
    assert len(sure - touched) > 90
    assert len(sure & touched) <= 1


def test_equal_sentences_left_over_are_paired_once() -> None:
    source, target = artificial(60)
    source[10:10] = ["Peruda lomi sana."] * 3
    target[40:40] = ["Piradu lumo sene."] * 2
    found = align(sentences(source), sentences(target), ("en", "fr"))
    taken = [place for bead in (*found.beads, *found.crossed) if bead.is_pair for place in range(*bead.source)]
    other = [place for bead in (*found.beads, *found.crossed) if bead.is_pair for place in range(*bead.target)]
    assert len(taken) == len(set(taken))
    assert len(other) == len(set(other))
