"""A lexicon learns what goes together, and forgets what a bead alone says."""

import numpy as np

from tm.alignment.corpus import make_corpus
from tm.alignment.lexicon import Lexicon, Parallel, add, discounted, learn, make_lexicon, seed_counts
from tm.alignment.seeds import find_seeds

OURS = [["the", "cat"], ["the", "dog"], ["a", "cat"], ["a", "dog"], ["the", "cow"]]
THEIRS = [["le", "chat"], ["le", "chien"], ["un", "chat"], ["un", "chien"], ["le", "vache"]]


def lexicon(own: float = 0.0) -> tuple[Lexicon, tuple[str, ...], tuple[str, ...]]:
    source, target = make_corpus(OURS), make_corpus(THEIRS)
    known = seed_counts({}, source, target)
    spans = [np.stack([corpus.starts[:-1], corpus.starts[1:]], 1) for corpus in (source, target)]
    beads = Parallel(source, target, spans[0], spans[1], np.ones(len(OURS)))
    counts = add(known, discounted(learn(beads, known), own))
    return make_lexicon(counts, source, target), source.vocabulary, target.vocabulary


def best(word: str, own: float = 0.0) -> str:
    found, ours, theirs = lexicon(own)
    place = ours.index(word)
    span = slice(found.forward.starts[place], found.forward.starts[place + 1])
    words, chances = found.forward.words[span], found.forward.chances[span]
    return theirs[words[chances.argmax()]] if len(words) else ""


def test_words_that_keep_company_are_translations() -> None:
    assert [best(word) for word in ("the", "cat", "dog")] == ["le", "chat", "chien"]


def test_what_occurs_together_once_teaches_nothing() -> None:
    assert best("cow") != "vache"


def test_what_one_bead_adds_can_be_taken_away() -> None:
    assert best("cat", own=1.0) == "chat"
    assert best("cat", own=2.0) == ""


def test_seeds_are_values_signs_and_names() -> None:
    source = make_corpus([["=12", "'?", "bangladesh", "unicef", "nothing", "§12"]])
    target = make_corpus([["=12", "'?", "бангладеш", "unicef", "ничего", "§12"]])
    pairs = find_seeds(source.vocabulary, target.vocabulary)
    assert set(pairs) == {(0, 0), (1, 1), (2, 2), (3, 3), (5, 5)}


def test_taught_words_are_seeds() -> None:
    assert find_seeds(("year", "x"), ("год", "y"), [("year", "год"), ("month", "месяц")]).keys() == {(0, 0)}
