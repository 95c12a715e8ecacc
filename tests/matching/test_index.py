"""The index proposes each text that reaches a threshold, by prefixes and signatures, whatever the order."""

import random
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from tm.matching.layout import CLASSES, LONGEST, POSTING, Rarity, bits_allowed, class_of, learn, level, signature
from tm.matching.ordered import order
from tm.matching.postings import Batch, passed
from tm.matching.probe import Sieve, is_deep, probes
from tm.matching.shape import ALPHABET, Shape
from tm.matching.similarity import score

LETTERS = "abcdefghij" + "\u00e9\u4e00\ud7ff"
SHAPES = st.text(LETTERS, min_size=1, max_size=14).map(Shape)
FLAT = Rarity(bytes(ALPHABET))


def found(texts: list[Shape], query: Shape, min_score: float, rarity: Rarity, *, at_once: bool) -> dict[int, int]:
    """Ask an index of these texts, numbered from 1, in one go."""
    lists = dict(gathered(range(1, len(texts) + 1), texts, rarity, 0))
    data = b""
    for probe in probes(query, rarity, 0, min_score):
        for first, last in (probe.near, probe.deep) if is_deep(min_score) else (probe.near,):
            data += b"".join(lists[number] for number in sorted(lists) if first <= number <= last)
    if at_once and data:
        numbers, bounds = passed(data, Sieve(query)._words, len(query), round(min_score * 10))
        return dict(zip(numbers.tolist(), bounds.tolist(), strict=True))
    return {number: bound for bound, number in Sieve(query).fresh(data, min_score, at_once=at_once)}


def gathered(
    numbers: Sequence[int], texts: Sequence[Shape], rarity: Rarity, slot: int, *, some: int = 3
) -> list[tuple[int, bytes]]:
    batch = Batch(rarity, slot)
    for start in range(0, len(texts), some):
        batch.add(order(numbers[start : start + some], texts[start : start + some], rarity))
    return list(batch.lists())


def reached(texts: list[Shape], query: Shape, min_score: float) -> dict[int, float]:
    scores = {
        number: score(edits, max(len(text), len(query))) if (edits := Levenshtein.distance(text, query)) else 100.0
        for number, text in enumerate(texts, 1)
    }
    return {number: points for number, points in scores.items() if points >= min_score}


@settings(max_examples=300, deadline=None)
@given(
    st.lists(SHAPES, max_size=12),
    SHAPES,
    st.sampled_from([50.0, 60.5, 69.9, 70.0, 75.0, 90.0, 99.0]),
    st.booleans(),
    st.booleans(),
)
def test_no_text_that_reaches_the_threshold_is_missed(
    texts: list[Shape], query: Shape, min_score: float, at_once: bool, knows_order: bool
) -> None:
    rarity = learn(Counter("".join(texts))) if knows_order else FLAT
    proposed = found(texts, query, min_score, rarity, at_once=at_once)
    for number, points in reached(texts, query, min_score).items():
        assert proposed[number] >= points * 10 - 1e-6


@settings(deadline=None)
@given(st.lists(SHAPES, min_size=1, max_size=12), SHAPES, st.sampled_from([50.0, 70.0, 85.0]))
def test_one_by_one_and_at_once_say_the_same(texts: list[Shape], query: Shape, min_score: float) -> None:
    slow = found(texts, query, min_score, FLAT, at_once=False)
    assert found(texts, query, min_score, FLAT, at_once=True) == slow


@pytest.mark.parametrize("size", [1, 2, 44, 300, 1000, 5_000])
def test_long_texts_are_found_among_their_like(size: int) -> None:
    rng = random.Random(size)
    text = Shape("".join(chr(rng.randrange(1, ALPHABET)) for _ in range(size)))
    changed = Shape(text[: size // 3] + "x" * (size // 10) + text[size // 3 + size // 20 :])
    for min_score in (50.0, 70.0):
        assert set(reached([text], changed, min_score)) <= set(found([text], changed, min_score, FLAT, at_once=True))


@given(SHAPES, SHAPES)
def test_signatures_never_differ_more_than_the_edits_allow(one: Shape, other: Shape) -> None:
    edits = Levenshtein.distance(one, other)
    turned = (signature(one) ^ signature(other)).bit_count()
    assert turned <= 2 * edits - abs(len(one) - len(other))
    longer = max(len(one), len(other))
    least = 1000 * (longer - edits) // longer
    assert turned <= bits_allowed(len(one), len(other), least)


@given(st.integers(1, LONGEST), st.integers(1, LONGEST))
def test_classes_of_lengths_are_in_order(one: int, other: int) -> None:
    assert CLASSES[class_of(one)] <= one
    assert (one <= other) <= (class_of(one) <= class_of(other))


def test_levels_grow_with_the_count() -> None:
    levels = [level(count) for count in (0, 1, 10, 1000, 10**6, 10**9)]
    assert levels == sorted(set(levels)) or levels[-1] == 255
    assert levels[0] == 0


def test_lists_come_in_order_and_hold_whole_postings_once_a_text() -> None:
    texts = [Shape("aab"), Shape("ab"), Shape("b" * 40)]
    lists = gathered([3, 5, 9], texts, FLAT, 7, some=2)
    numbers = [number for number, _ in lists]
    assert numbers == sorted(set(numbers))
    for _, data in lists:
        assert len(data) % POSTING == 0
        held = [int.from_bytes(data[at : at + 8], "little") >> 24 for at in range(0, len(data), POSTING)]
        assert held == sorted(set(held))
    assert gathered([], [], FLAT, 0) == []


@pytest.mark.parametrize("min_score", [50.0, 70.0, 90.0])
def test_many_postings_are_sifted_alike_with_numpy_and_without(min_score: float) -> None:
    rng = random.Random(1)
    query = Shape("".join(rng.choices(LETTERS, k=12)))
    texts = [Shape("".join(rng.choices(LETTERS, k=rng.randint(4, 30)))) for _ in range(400)]
    texts += [Shape(query[:place] + "x" + query[place + 1 :]) for place in range(12)]
    slow, fast = (found(texts, query, min_score, FLAT, at_once=at_once) for at_once in (False, True))
    assert slow == fast
    assert set(reached(texts, query, min_score)) <= set(slow)


@pytest.mark.parametrize("count", [90, 1500])
def test_each_text_is_named_once_the_best_first_with_numpy_and_without(count: int) -> None:
    rng = random.Random(count)
    query = Shape("".join(rng.choices(LETTERS, k=20)))
    texts = [Shape("".join(rng.choices(query, k=rng.randint(16, 24)))) for _ in range(count)]
    lists = [data for _, data in gathered(range(1, count + 1), texts, FLAT, 0)]
    slow, fast, named = Sieve(query), Sieve(query), set[int]()
    for start in range(0, len(lists), 3):
        data = b"".join(lists[start : start + 3])
        fresh = slow.fresh(data, 50.0, at_once=False)
        assert fast.fresh(data, 50.0, at_once=True) == fresh == sorted(fresh, reverse=True)
        numbers = [number for _, number in fresh]
        assert len(set(numbers)) == len(numbers)
        assert not named & set(numbers)
        named.update(numbers)
    assert len(named) > count // 3


def test_numbers_that_only_damage_can_have_made_are_left_out_of_very_many() -> None:
    query = Shape("abcdefghij" * 2)
    numbers = [*range(1, 900), (1 << 40) - 1, 1 << 33]
    ((_, data), *_) = gathered(numbers, [query] * len(numbers), FLAT, 0, some=1000)
    sieve = Sieve(query)
    assert len(sieve.fresh(data[: 10 * POSTING], 70.0, at_once=False)) == 10
    assert sorted(number for _, number in sieve.fresh(data, 70.0, at_once=True)) == [*range(11, 900)]
    assert sieve.fresh(data, 70.0, at_once=True) == []
