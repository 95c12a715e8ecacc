"""Planes let through each text that reaches a threshold, and tell how many traits it shares at least."""

import random
from collections import Counter
from struct import unpack

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from tm.matching import planes as making
from tm.matching import reach as reaching
from tm.matching.layout import Rarity
from tm.matching.ordered import order
from tm.matching.planes import Gathering, Made
from tm.matching.reach import Piece, needed, places, raised, reach
from tm.matching.shape import ALPHABET, Shape
from tm.matching.similarity import score
from tm.matching.traits import OWN, TRAITS, Learned, Traits, learn_traits

LETTERS = "abcdefghij" + "\u00e9\u4e00\ud7ff"
SHAPES = st.text(LETTERS, min_size=1, max_size=14).map(Shape)
HIGHER = (750, 801, 900, 950, 1000)
FLAT = Rarity(bytes(ALPHABET))


def pieces(texts: list[Shape], learned: Learned, *, some: int = 5) -> list[Made]:
    """Make pieces of these texts, numbered from 1."""
    gathering = Gathering(learned)
    for start in range(0, len(texts), some):
        part = texts[start : start + some]
        gathering.add(order(range(start + 1, start + 1 + len(part)), part, FLAT))
    return list(gathering.pieces())


def near(made: list[Made], query: Shape, least: int, learned: Learned) -> dict[int, int]:
    """Ask all pieces: by number, the highest of these tenths that a text may score."""
    found = {}
    for one in made:
        piece = Piece(1, one.lengths)
        planes = [
            int.from_bytes(one.planes[number], "little") for number in Traits(learned).of(query) if number in one.planes
        ]
        reached = reach(piece, planes, len(query), least)
        numbers = unpack(f"<{piece.count}I", one.numbers)
        for level in (least, *HIGHER):
            if reached and level >= least:
                texts = raised(piece, reached, len(query), least, level) if level > least else reached.texts
                for place in places(texts):
                    assert level == least or numbers[place] in found
                    found[numbers[place]] = level
    return found


def highest(score: float, least: int) -> int:
    """Give the highest of the tenths asked for that a score reaches."""
    return max(level for level in (least, *HIGHER) if least <= level <= score)


def most(query: Shape, text: Shape) -> int:
    """Say what two texts score at most, by what they share, in tenths."""
    longer = max(len(query), len(text))
    return 1000 * (Counter(query) & Counter(text)).total() // longer


@settings(max_examples=300, deadline=None)
@given(st.lists(SHAPES, min_size=1, max_size=40), SHAPES, st.sampled_from([500, 605, 699, 700, 750, 900, 990]))
def test_found_is_just_what_shares_enough_when_each_trait_has_its_own_number(
    texts: list[Shape], query: Shape, least: int
) -> None:
    learned = learn_traits([*texts, query])
    found = near(pieces(texts, learned), query, least, learned)
    enough = {
        number: most(query, text)
        for number, text in enumerate(texts, 1)
        if (Counter(query) & Counter(text)).total() >= (needed(len(text), len(query), least) or 99)
    }
    assert found == {number: highest(shared, least) for number, shared in enough.items()}


@settings(max_examples=200, deadline=None)
@given(st.lists(SHAPES, min_size=1, max_size=40), SHAPES, st.sampled_from([500, 700, 900]), st.booleans())
def test_no_text_that_reaches_the_threshold_is_missed(
    texts: list[Shape], query: Shape, least: int, has_learned: bool
) -> None:
    learned = learn_traits(texts[:3]) if has_learned else Learned(b"")
    found = near(pieces(texts, learned), query, least, learned)
    for number, text in enumerate(texts, 1):
        edits = Levenshtein.distance(text, query)
        longer = max(len(text), len(query))
        if (points := score(edits, longer) if edits else 100.0) * 10 >= least:
            assert found[number] >= highest(points * 10 + 1e-6, least)


def test_many_texts_are_cut_into_pieces_by_length(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "PIECE", 64)
    monkeypatch.setattr(reaching, "_FEW", 12)
    rng = random.Random(1)
    query = Shape("".join(rng.choices(LETTERS, k=20)))
    texts = [Shape("".join(rng.choices(LETTERS, k=rng.randint(1, 60)))) for _ in range(400)]
    texts += [Shape(query[:place] + "x" + query[place + 1 :]) for place in range(20)]
    learned = learn_traits(texts)
    made = pieces(texts, learned, some=90)
    assert len(made) == 7
    numbers = [number for one in made for number in unpack(f"<{len(one.numbers) // 4}I", one.numbers)]
    assert numbers == sorted(range(1, 421), key=lambda number: (len(texts[number - 1]), number))
    found = near(made, query, 700, learned)
    assert set(range(401, 421)) <= set(found)
    enough = {number: most(query, text) for number, text in enumerate(texts, 1) if most(query, text) >= 700}
    assert found == {number: highest(shared, 700) for number, shared in enough.items()}
    assert len(set(found.values())) > 2


@pytest.mark.parametrize("size", [1, 2, 300, 5_000])
def test_long_texts_and_repeated_characters_are_counted(size: int) -> None:
    rng = random.Random(size)
    text = Shape("ab" * (size // 4) + "".join(chr(rng.randrange(1, ALPHABET)) for _ in range(size - size // 4 * 2)))
    changed = Shape(text[: size // 3] + "x" * (size // 10) + text[size // 3 + size // 20 :])
    learned = learn_traits([text])
    for least in (500, 700):
        assert near(pieces([text, changed], learned), changed, least, learned)[2] == max(HIGHER)
        assert 1 in near(pieces([text], learned), changed, least, learned)


def test_traits_are_numbered_alike_one_by_one_and_at_once() -> None:
    rng = random.Random(3)
    texts = [Shape("".join(rng.choices(LETTERS + "".join(map(chr, range(300, 700))), k=30))) for _ in range(50)]
    learned = learn_traits(texts[:20])
    assert len(learned) == 4 * OWN
    traits = Traits(learned)
    for number, text in enumerate(texts, 1):
        (made,) = pieces([text], learned)
        assert set(made.planes) == set(traits.of(text)) <= set(range(TRAITS)), number
