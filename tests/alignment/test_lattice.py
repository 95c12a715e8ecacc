"""All ways through a band are weighed, as counting them one by one does."""

import math
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tm.alignment.band import Band, band_around, diagonal_band, whole_band
from tm.alignment.beads import KINDS
from tm.alignment.lattice import best_beads, chances

Way = tuple[tuple[tuple[int, int], tuple[int, int]], ...]


def ways(source: int, target: int) -> Iterator[Way]:
    """List all ways to cut two texts, each as (kind, end) of its beads."""
    if not source and not target:
        yield ()
    for kind in KINDS:
        if kind[0] <= source and kind[1] <= target:
            for before in ways(source - kind[0], target - kind[1]):
                yield (*before, (kind, (source, target)))


def random_scores(band: Band, seed: int) -> dict[tuple[int, int], np.ndarray]:
    draw = np.random.default_rng(seed)
    scores = {kind: draw.normal(0, 2, band.cells) for kind in KINDS}
    scores[0, 1][:] = math.log(KINDS[0, 1])  # the same everywhere
    return scores


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 4), st.integers(0, 4), st.integers(0, 99))
def test_chances_are_the_shares_of_all_ways(source: int, target: int, seed: int) -> None:
    band = whole_band(source, target)
    scores = random_scores(band, seed)
    sums: dict[tuple[tuple[int, int], tuple[int, int]], float] = {}
    total = 0.0
    for way in ways(source, target):
        weight = math.exp(sum(scores[kind][band.offsets[row] + column] for kind, (row, column) in way))
        total += weight
        for bead in way:
            sums[bead] = sums.get(bead, 0.0) + weight
    likely = chances(scores, band)
    for (kind, (row, column)), weight in sums.items():
        assert likely[kind][band.offsets[row] + column] == pytest.approx(weight / total, abs=1e-9)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 4), st.integers(0, 4), st.integers(0, 99))
def test_no_way_is_expected_to_be_right_more_often_than_the_best(source: int, target: int, seed: int) -> None:
    band = whole_band(source, target)
    likely = chances(random_scores(band, seed), band)

    def gain(kind: tuple[int, int], row: int, column: int) -> float:
        return float(likely[kind][band.offsets[row] + column]) - 0.4 if all(kind) else 0.0

    best = max(sum(gain(kind, *end) for kind, end in way) for way in ways(source, target))
    beads = best_beads(likely, band, 0.4)
    found = sum(
        gain((bead.source[1] - bead.source[0], bead.target[1] - bead.target[0]), bead.source[1], bead.target[1])
        for bead in beads
    )
    assert found == pytest.approx(best)


@pytest.mark.parametrize(
    "band", [whole_band(7, 90), diagonal_band(50, 300, 4000), band_around([(9, 4), (9, 60)], 50, 80)]
)
def test_a_band_leads_from_the_beginning_to_the_end(band: Band) -> None:
    assert band.low[0] == 0
    assert band.high[-1] == band.high.max()
    assert (np.diff(band.low) >= 0).all()
    assert (np.diff(band.high) >= 0).all()
    assert (band.low[1:] <= band.high[:-1]).all()


def test_a_band_holds_its_path() -> None:
    band = band_around([(0, 0), (10, 40), (30, 41), (50, 80)], 50, 80)
    for row, column in ((10, 40), (30, 41), (20, 41), (50, 80)):
        assert band.low[row] <= column <= band.high[row]
    assert band.cells < 51 * 81


def test_a_band_holds_every_way_around_a_chapter_that_one_text_lacks() -> None:
    """A rough path through Chinese took twenty-five sentences to pass the 250 that the source lacks."""
    slope = [(300 + step, 300 + 11 * step) for step in range(26)]
    path = [*((n, n) for n in range(300)), *slope, *((n, n + 250) for n in range(326, 601))]
    band = band_around(path, 600, 850)
    for row, column in ((300, 300), (300, 425), (300, 550), (312, 562), (325, 325), (325, 575)):
        assert band.low[row] <= column <= band.high[row]


def test_a_band_stays_narrow_where_nothing_is_missing_and_where_one_text_is_denser_for_long() -> None:
    even = band_around([(n, n) for n in range(601)], 600, 600)
    assert (even.high - even.low).max() < 40
    denser = band_around([*((n, n) for n in range(3000)), *((n, 3 * n - 6000) for n in range(3000, 4001))], 4000, 6000)
    assert denser.cells < 4001 * 80 + 200_000
