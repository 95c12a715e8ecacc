"""Each segment counts in one band, and the sums are those of the segments."""

import pytest

from tm.evaluation.leverage import (
    Amount,
    Leverage,
    Placed,
    band_of_match,
    band_of_score,
    steps_above,
    tally,
)
from tm.evaluation.rates import BANDS, RATES
from tm.model.match import Kind


def test_the_bands_are_those_of_the_contract_and_each_has_a_rate() -> None:
    assert BANDS == ("context", "exact", "repetition", "adapted", "95-99", "85-94", "75-84", "50-74", "new")
    assert tuple(RATES) == BANDS
    assert list(RATES.values()) == sorted(RATES.values()), "less work never costs more"


@pytest.mark.parametrize(
    ("kind", "score", "band"),
    [
        (Kind.CONTEXT, 100.0, "context"),
        (Kind.EXACT, 100.0, "exact"),
        (Kind.ADAPTED, 62.5, "adapted"),
        (Kind.FUZZY, 99.9, "95-99"),
        (Kind.FUZZY, 50.0, "50-74"),
    ],
)
def test_the_kind_of_a_match_comes_before_its_score(kind: Kind, score: float, band: str) -> None:
    assert band_of_match(kind, score) == band


@pytest.mark.parametrize(
    ("score", "band"),
    [
        (95.0, "95-99"), (94.9, "85-94"), (85.0, "85-94"), (84.9, "75-84"),
        (75.0, "75-84"), (74.9, "50-74"), (49.9, "new"), (0.0, "new"),
    ],
)  # fmt: skip
def test_a_band_begins_at_its_lower_figure_and_leaves_no_gap(score: float, band: str) -> None:
    assert band_of_score(score) == band


def test_only_what_would_be_worth_more_is_looked_for() -> None:
    assert steps_above("new") == (95.0, 85.0, 75.0, 50.0)
    assert steps_above("85-94") == (95.0,)
    assert {steps_above(band) for band in ("95-99", "adapted", "repetition", "exact", "context")} == {()}


def test_segments_and_words_are_counted_by_band() -> None:
    found = tally(
        [
            Placed("a", "fr", 10, "context"),
            Placed("a", "fr", 5, "repetition", internal=True),
            Placed("b", "fr", 20, "85-94", internal=True),
            Placed("b", "fr", 7, "85-94"),
        ]
    )
    assert {band: amount for band, amount in found.bands.items() if amount.units} == {
        "context": Amount(1, 10),
        "repetition": Amount(1, 5),
        "85-94": Amount(2, 27),
    }
    assert {band: amount for band, amount in found.internal.items() if amount.units} == {
        "repetition": Amount(1, 5),
        "85-94": Amount(1, 20),
    }
    assert found.total == Amount(4, 42)
    assert tuple(found.bands) == tuple(found.internal) == BANDS


def test_words_are_weighted_by_the_rate_of_their_band() -> None:
    found = tally([Placed("a", "fr", 10, "new"), Placed("a", "fr", 5, "exact"), Placed("a", "fr", 9, "context")])
    assert found.weighted(RATES) == 11.5
    assert found.weighted(dict.fromkeys(BANDS, 100)) == 24
    assert Leverage().weighted(RATES) == 0
