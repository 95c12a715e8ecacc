"""What is chosen among postings is the same whether they are looked at one by one or all at once."""

import random
import struct
from collections import Counter

import pytest

from tm.matching.kin import Likeness, Weights, words
from tm.matching.layout import ID_SHIFT, POSTING, learn, signature
from tm.matching.overlap import Overlap
from tm.matching.shape import Shape, shape


def posting(number: int, text: Shape) -> bytes:
    bits = signature(text)
    words = [bits >> 64 * place & (1 << 64) - 1 for place in range(3)]
    return struct.pack("<4Q", number << ID_SHIFT | len(text), *words)


@pytest.mark.parametrize("times", [1, 20])
@pytest.mark.parametrize("seed", range(5))
def test_both_ways_choose_the_same(seed: int, times: int) -> None:
    rng = random.Random(seed)
    vocabulary = [f"word{number}" for number in range(60)]
    shapes = [shape(rng.choices(vocabulary, k=rng.randint(1, 30))) for _ in range(900)]
    rarity = learn(Counter("".join(shapes)))
    asked = shapes[0]
    lists = [
        b"".join(posting(number, text) for number, text in enumerate(shapes) if one in text)
        for one in [*dict.fromkeys(asked), "\0"]
    ]
    weights = Weights(rarity, len(shapes))
    assert sum(map(len, lists)) > 300 * POSTING
    one_by_one, at_once = (Overlap(asked, weights, at_once=value).best(lists, times) for value in (False, True))
    assert one_by_one == at_once
    assert len(set(at_once)) == len(at_once)


def test_the_text_that_shares_all_is_the_most_alike() -> None:
    tokens = "illicit trafficking in cultural property".split()
    others = [
        "the property of the state",
        "illicit trafficking in cultural property continues",
        "in the cultural field",
    ]
    shapes = [shape(other.split()) for other in others]
    weights = Weights(learn(Counter("".join(shapes))), len(shapes))
    likeness = Likeness(words(tokens, shape(tokens)), weights)
    assert next(iter(likeness.best(shapes, 2))) == 1
    assert likeness.of(shapes[1]) > likeness.of(shapes[0]) > likeness.of(Shape("x")) == 0
    assert 1.5 > likeness.of(shape(tokens)) > likeness.of(shapes[1])
