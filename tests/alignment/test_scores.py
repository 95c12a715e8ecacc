"""Scores are the same whichever kinds of beads, and however many places, are looked at together."""

import numpy as np
import pytest

from tests.alignment.texts import ENGLISH, FRENCH, sentences
from tm.alignment.align import WEIGHTS
from tm.alignment.band import diagonal_band, whole_band
from tm.alignment.corpus import make_corpus
from tm.alignment.lengths import usual_lengths
from tm.alignment.lexicon import make_lexicon, seed_counts
from tm.alignment.scores import Matter, Texts, score
from tm.alignment.seeds import find_seeds
from tm.alignment.structure import find_structure
from tm.alignment.words import words


def matter() -> Matter:
    ours, theirs = (
        make_corpus(words(text, code) for text in texts) for texts, code in ((ENGLISH, "en"), (FRENCH, "fr"))
    )
    known = seed_counts(find_seeds(ours.vocabulary, theirs.vocabulary), ours, theirs)
    texts = Texts(
        ours,
        theirs,
        np.array([len(text) for text in ENGLISH], float),
        np.array([len(text) for text in FRENCH], float),
        np.ones(len(ours.vocabulary)),
        np.ones(len(theirs.vocabulary)),
        ours.counts() + 0.5,
        theirs.counts() + 0.5,
        find_structure(sentences(ENGLISH), sentences(FRENCH)),
    )
    return Matter(texts, make_lexicon(known, ours, theirs), usual_lengths("en", "fr"), WEIGHTS)


@pytest.mark.parametrize("kinds", [((1, 1),), ((1, 2), (1, 0)), ((2, 1), (1, 1), (3, 1))])
def test_beads_of_some_kinds_score_as_among_all(kinds: tuple[tuple[int, int], ...]) -> None:
    band = diagonal_band(len(ENGLISH), len(FRENCH), 30)
    every, some = score(matter(), band), score(matter(), band, kinds)
    assert set(some) == set(kinds)
    for kind in kinds:
        np.testing.assert_allclose(some[kind], every[kind])


def test_each_sentence_scores_best_with_its_translation() -> None:
    band = whole_band(len(ENGLISH), len(FRENCH))
    found = score(matter(), band, ((1, 1),))[1, 1].reshape(len(ENGLISH) + 1, -1)[1:, 1:]
    assert (found.argmax(1) == np.arange(len(ENGLISH))).mean() > 0.7


def test_a_band_says_where_each_cell_ends() -> None:
    band = diagonal_band(50, 300, 4000)
    rows, columns = band.places(np.arange(band.cells))
    assert all(band.low[row] <= column <= band.high[row] for row, column in zip(rows, columns, strict=True))
    assert (np.diff(rows) >= 0).all()
    assert len(set(zip(rows.tolist(), columns.tolist(), strict=True))) == band.cells
