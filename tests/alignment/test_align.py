"""Two texts are aligned: every sentence once, nothing crossed, and what is sure is right."""

import random
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.alignment.texts import ENGLISH, FRENCH, RUSSIAN, sentences
from tm.alignment.align import Alignment, Knowledge, align
from tm.alignment.beads import Bead
from tm.alignment.sentence import Sentence
from tm.documents.numbering import label_end
from tm.workflow.known import gather

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data"

WRITTEN = Path(__file__).resolve().parents[1] / "bench" / "align" / "written"

Links = set[tuple[tuple[int, ...], tuple[int, ...]]]


def pairs(alignment: Alignment) -> Links:
    return {(tuple(range(*bead.source)), tuple(range(*bead.target))) for bead in alignment.beads if bead.is_pair}


def read_written(name: str) -> list[Sentence]:
    """Read a version of a document that was written for the benchmark, as its lines."""
    rows = (WRITTEN / name).read_text(encoding="utf-8").splitlines()
    texts = [text for row in rows for text in row.partition("|")[2].split(" || ")]
    return [Sentence(text, number, "", text[: label_end(text)]) for number, text in enumerate(texts)]


def is_whole(beads: tuple[Bead, ...], source: int, target: int) -> bool:
    """Say whether beads follow one another through both texts."""
    ends = [((0, 0), (0, 0)), *((bead.source, bead.target) for bead in beads)]
    follows = all(a[0][1] == b[0][0] and a[1][1] == b[1][0] for a, b in pairwise(ends))
    return follows and (ends[-1][0][1], ends[-1][1][1]) == (source, target)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from(ENGLISH) | st.text("ab 1.é", min_size=1, max_size=30), max_size=9),
    st.lists(st.sampled_from(FRENCH) | st.text("ab 1.é", min_size=1, max_size=30), max_size=9),
)
def test_beads_cover_each_sentence_once_and_never_cross(source: list[str], target: list[str]) -> None:
    found = align(sentences(source), sentences(target), ("en", "fr"))
    assert is_whole(found.beads, len(source), len(target))
    assert all(0 <= bead.confidence <= 1 for bead in found.beads)


def test_sentences_go_one_to_one_where_nothing_is_amiss() -> None:
    found = align(sentences(ENGLISH), sentences(FRENCH), ("en", "fr"))
    assert pairs(found) == {((n,), (n,)) for n in range(len(ENGLISH))}


def test_merged_split_and_left_out_sentences_are_found() -> None:
    first, second, third, fourth, fifth, sixth, last = FRENCH
    begin, end = sixth.split(", était")
    target = [f"{first} {second}", fourth, fifth, f"{begin}.", f"Il était{end}", last]
    found = align(sentences(ENGLISH), sentences(target), ("en", "fr"), gather("en", "fr", []))
    assert pairs(found) == {((0, 1), (0,)), ((3,), (1,)), ((4,), (2,)), ((5,), (3, 4)), ((6,), (5,))}
    assert third not in target


def test_a_sentence_that_moved_is_reported_as_crossed() -> None:
    target = [*FRENCH[:2], *FRENCH[3:], FRENCH[2]]
    found = align(sentences(ENGLISH), sentences(target), ("en", "fr"), gather("en", "fr", []))
    assert [(bead.source, bead.target) for bead in found.crossed] == [((2, 3), (6, 7))]
    assert ((2,), (6,)) not in pairs(found)


def test_rows_of_a_table_in_another_order_are_not_paired_by_their_places() -> None:
    education = ["Education", "Two schools", "1,400,000", "1,650,000"]
    fisheries = ["Fisheries", "61 boats", "490,000", "530,000"]
    source = [*ENGLISH, *education, *fisheries, "Total", "1,890,000"]
    target = [
        *RUSSIAN,
        "Рыболовство",  # Fisheries
        "61 лодка",  # 61 boats
        "490 000",
        "530 000",
        "Образование",  # Education
        "Две школы",  # Two schools
        "1 400 000",
        "1 650 000",
        "Всего",  # Total
        "1 890 000",
    ]
    found = align(sentences(source), sentences(target), ("en", "ru"), gather("en", "ru", []))
    links = {(bead.source[0], bead.target[0]) for bead in (*found.beads, *found.crossed) if bead.is_pair}
    swapped = {(ours, theirs) for ours, theirs in links if 7 <= ours < 15}
    right = {(7 + n, 11 + n) for n in range(4)} | {(11 + n, 7 + n) for n in range(4)}
    assert swapped <= right
    assert len(swapped) >= 7
    assert {(15, 15), (16, 16)} <= links


def test_numbering_alone_makes_no_pair_of_two_documents_sure() -> None:
    letter, agreement = read_written("letter/en.txt"), read_written("agreement/es.txt")
    found = align(letter, agreement, ("en", "es"), gather("en", "es", []))
    assert all(bead.confidence < 0.9 for bead in (*found.beads, *found.crossed))


def test_the_same_texts_give_the_same_beads() -> None:
    first = align(sentences(ENGLISH), sentences(FRENCH[1:]), ("en", "fr"))
    assert first == align(sentences(ENGLISH), sentences(FRENCH[1:]), ("en", "fr"))


@pytest.mark.parametrize(("source", "target"), [((), ()), (ENGLISH, ()), ((), FRENCH)])
def test_without_one_text_the_sentences_stay_alone(source: tuple[str, ...], target: tuple[str, ...]) -> None:
    found = align(sentences(source), sentences(target), ("en", "fr"))
    assert is_whole(found.beads, len(source), len(target))
    assert not pairs(found)


def test_what_is_known_decides_where_lengths_do_not() -> None:
    source = ["Cats sleep often here.", "Dogs eat meat there.", "Cows drink water now."]
    target = ["Hunde fressen Fleisch dort.", "Rinder trinken Wasser jetzt."]  # lengths and seeds do not tell
    words = zip(
        "dogs eat meat there cows drink water now".split(), " ".join(target).replace(".", "").split(), strict=True
    )
    known = Knowledge(sentences=tuple(words) * 5)
    found = align(sentences(source), sentences(target), ("en", "fr"), known)
    assert pairs(found) == {((1,), (0,)), ((2,), (1,))}


def test_headings_are_aligned_with_headings() -> None:
    source = [Sentence("Introduction", 0, "heading 1"), Sentence("It is short here.", 1, "paragraph")]
    target = [
        Sentence("Zusatz hier nun", 0, "paragraph"),
        Sentence("Vorwort", 1, "heading 1"),
        Sentence("Das ist kurz.", 2, "paragraph"),
    ]
    found = align(source, target, ("en", "fr"))
    assert pairs(found) == {((0,), (1,)), ((1,), (2,))}


def test_a_missing_chapter_does_not_derail() -> None:
    """Long texts are searched along a rough path only."""
    draw = random.Random(5)
    vocabulary = ["".join(draw.choice("bdfgklmnprst") + draw.choice("aeiou") for _ in range(3)) for _ in range(800)]
    source = [
        " ".join(draw.choices(vocabulary, k=draw.randint(4, 14)))
        + (f" {draw.randint(20, 990)}." if draw.random() < 0.5 else ".")
        for _ in range(700)
    ]
    target = [text.translate(str.maketrans("aeiou", "eioua")) for text in source]
    missing = range(300, 420)
    shorter = [text for place, text in enumerate(target) if place not in missing]
    found = align(sentences(source), sentences(shorter), ("en", "fr"))
    gold = {((n,), (n if n < 300 else n - 120,)) for n in range(700) if n not in missing}
    assert len(pairs(found) & gold) > 0.97 * len(gold)
    assert is_whole(found.beads, 700, 580)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ([*range(150), *range(200, 500)], [*range(320), *range(370, 500)]),  # each lacks another chapter
        (range(500), [*range(250), *range(500, 570), *range(250, 500)]),  # one is added
        (range(500), [*range(120), *range(180, 400), *range(120, 180), *range(400, 500)]),  # one is moved
    ],
)
def test_chapters_missing_added_or_moved_do_not_derail(ours: Sequence[int], theirs: Sequence[int]) -> None:
    source, target = artificial(570)
    gold = {((ours.index(n),), (theirs.index(n),)) for n in ours if n in theirs}
    found = align(sentences([source[n] for n in ours]), sentences([target[n] for n in theirs]), ("en", "fr"))
    crossed = {((bead.source[0],), (bead.target[0],)) for bead in found.crossed}
    assert len((pairs(found) | crossed) & gold) > 0.97 * len(gold)
    assert len((pairs(found) | crossed) - gold) < 0.03 * len(gold)
    assert is_whole(found.beads, len(ours), len(theirs))


def artificial(count: int) -> tuple[list[str], list[str]]:
    """Make a text of words of no language, and its translation word by word."""
    draw = random.Random(5)
    vocabulary = ["".join(draw.choice("bdfgklmnprst") + draw.choice("aeiou") for _ in range(3)) for _ in range(800)]
    source = [" ".join(draw.choices(vocabulary, k=draw.randint(6, 14))) + "." for _ in range(count)]
    return source, [text.translate(str.maketrans("aeiou", "eioua")) for text in source]


def test_a_chapter_that_stands_elsewhere_is_found_there() -> None:
    source, target = artificial(160)
    moved = [*target[:40], *target[60:120], *target[40:60], *target[120:]]
    found = align(sentences(source), sentences(moved), ("en", "fr"))
    gold = {((n,), (n + 60,)) for n in range(40, 60)}
    crossed = {((bead.source[0],), (bead.target[0],)) for bead in found.crossed}
    assert len(crossed & gold) >= 18
    assert len(crossed - gold) <= 1


def test_neighbours_that_changed_places_are_two_pairs() -> None:
    source, target = artificial(100)
    target[12], target[13] = target[13], target[12]
    found = align(sentences(source), sentences(target), ("en", "fr"))
    assert {(bead.source, bead.target) for bead in (*found.beads, *found.crossed) if bead.is_pair} >= {
        ((12, 13), (13, 14)),
        ((13, 14), (12, 13)),
    }


def test_what_is_numbered_begins_a_bead() -> None:
    """Without its number the last sentence of the paragraph before would be taken with it."""
    source, target = artificial(12)
    extra = "Pona tiku."
    numbered = [Sentence(f"{n}. {text}", n, "", f"{n}. ") for n, text in enumerate(source)]
    other = [Sentence(f"{n}. {text}", n, "", f"{n}. ") for n, text in enumerate(target)]
    found = align(numbered, [*other[:6], Sentence(extra, 50), *other[6:]], ("en", "fr"))
    assert ((6,), (7,)) in pairs(found)
    assert ((6,), (6, 7)) not in pairs(found)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the texts are not there")
@pytest.mark.parametrize("language", ["ar", "es", "fr", "ru", "zh"])
def test_the_universal_declaration_is_aligned(language: str) -> None:
    folder = SHARED / "udhr"
    ours, theirs = ((folder / f"{code}.txt").read_text(encoding="utf-8").splitlines() for code in ("en", language))
    rows = [
        row.split("\t") for row in (folder / f"gold.en-{language}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    ]
    gold = {
        (tuple(map(int, ours.split(","))), tuple(map(int, theirs.split(","))))
        for ours, theirs, *_ in rows
        if "-" not in (ours, theirs)
    }
    found = pairs(align(sentences(ours), sentences(theirs), ("en", language)))
    assert 2 * len(found & gold) / (len(found) + len(gold)) > 0.93
