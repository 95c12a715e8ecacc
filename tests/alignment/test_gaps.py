"""Pairs found among the sentences left over are put where they belong, and no sentence is lost or told of twice."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tm.alignment.beads import Bead
from tm.alignment.gaps import apart, loosened, settled


def sure(source: tuple[int, int], target: tuple[int, int], confidence: float = 0.95) -> Bead:
    return Bead(source, target, confidence)


def test_a_pair_between_two_beads_becomes_a_bead() -> None:
    beads = [sure((0, 1), (0, 1)), *apart((1, 3), (1, 2)), sure((3, 4), (2, 3))]
    found, crossed = settled(beads, [sure((2, 3), (1, 2), 0.7)])
    assert [(bead.source, bead.target) for bead in found if bead.is_pair] == [
        ((0, 1), (0, 1)), ((2, 3), (1, 2)), ((3, 4), (2, 3)),
    ]  # fmt: skip
    assert crossed == []


def test_a_pair_across_a_bead_crosses_it() -> None:
    beads = [*apart((0, 1), (0, 0)), sure((1, 2), (0, 1)), *apart((2, 2), (1, 2))]
    assert settled(beads, [sure((0, 1), (1, 2))]) == (beads, [sure((0, 1), (1, 2))])


def test_two_beads_that_were_taken_for_one_of_two_and_two_are_told_apart() -> None:
    found, crossed = settled([sure((0, 2), (0, 2))], [sure((0, 1), (1, 2)), sure((1, 2), (0, 1))])
    assert len(crossed) + sum(bead.is_pair for bead in found) == 2
    assert settled([sure((0, 2), (0, 2))], [sure((0, 1), (1, 2))]) == ([sure((0, 2), (0, 2))], [])


def test_a_doubtful_bead_yields_to_a_pair_elsewhere_but_not_to_a_part_of_it() -> None:
    beads = [sure((0, 2), (0, 1), 0.2), sure((2, 3), (1, 2)), *apart((3, 3), (2, 3))]
    assert settled(beads, [sure((0, 1), (0, 1))]) == (beads, [])
    found, crossed = settled(beads, [sure((1, 2), (2, 3))])
    assert crossed == [sure((1, 2), (2, 3))]
    assert not found[0].is_pair


def test_only_what_is_doubtful_or_tangled_is_taken_apart() -> None:
    beads = [sure((0, 1), (0, 1)), sure((1, 3), (1, 3)), sure((3, 4), (3, 5), 0.2)]
    assert loosened(beads) == [beads[0], *apart((1, 3), (1, 3)), *apart((3, 4), (3, 5))]


def test_a_pair_of_one_sentence_each_is_taken_apart_sooner_than_one_of_several() -> None:
    beads = [sure((0, 1), (0, 1), 0.8), sure((1, 2), (1, 3), 0.8)]
    assert loosened(beads) == [*apart((0, 1), (0, 1)), beads[1]]


def test_beads_whose_sentences_changed_places_yield_and_one_alone_only_to_a_surer_pair() -> None:
    beads = [sure((0, 1), (0, 1), 0.8), sure((1, 2), (1, 2), 0.8)]
    found, crossed = settled(beads, [sure((0, 1), (1, 2), 0.7), sure((1, 2), (0, 1), 0.7)])
    assert len(crossed) + sum(bead.is_pair for bead in found) == 2
    assert not {(bead.source, bead.target) for bead in (*found, *crossed)} & {((0, 1), (0, 1)), ((1, 2), (1, 2))}
    with_more = [*beads, *apart((2, 3), (2, 2))]
    assert settled(with_more, [sure((2, 3), (1, 2), 0.7)]) == (with_more, [])
    surer = sure((2, 3), (1, 2), 0.85)
    assert settled(with_more, [surer])[0] == [beads[0], *apart((1, 2), (1, 1)), surer]


@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.floats(0, 1)).filter(lambda row: row[0] + row[1] > 0)),
    st.randoms(use_true_random=False),
)
def test_whatever_is_found_each_sentence_stands_in_one_bead(rows: list[tuple[int, int, float]], draw: object) -> None:
    beads: list[Bead] = []
    source = target = 0
    for ours, theirs, confidence in rows:
        beads += [Bead((source, source + ours), (target, target + theirs), confidence)]
        source, target = source + ours, target + theirs
    beads = [one for bead in beads for one in ([bead] if bead.is_pair else apart(bead.source, bead.target))]
    places = list(range(target))
    draw.shuffle(places)  # type: ignore[attr-defined]
    pairs = [sure((ours, ours + 1), (theirs, theirs + 1)) for ours, theirs in enumerate(places[:source])]
    free = {place for bead in loosened(beads) if not bead.is_pair for place in range(*bead.source)}
    other_free = {place for bead in loosened(beads) if not bead.is_pair for place in range(*bead.target)}
    pairs = [pair for pair in pairs if pair.source[0] in free and pair.target[0] in other_free]
    found, crossed = settled(beads, pairs)
    ends = [((0, 0), (0, 0)), *((bead.source, bead.target) for bead in found)]
    assert all(a[0][1] == b[0][0] and a[1][1] == b[1][0] for a, b in pairwise(ends))
    assert (ends[-1][0][1], ends[-1][1][1]) == (source, target)
    taken = [place for bead in (*found, *crossed) if bead.is_pair for place in range(*bead.source)]
    assert len(taken) == len(set(taken))
