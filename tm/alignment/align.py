"""Align a document with its translation: beads, each with a confidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from tm.alignment.band import FULL, Band, band_around, whole_band
from tm.alignment.beads import Bead
from tm.alignment.coarse import rough_path
from tm.alignment.confidence import with_confidence
from tm.alignment.corpus import Corpus, known_words, make_corpus
from tm.alignment.crossings import find_crossings
from tm.alignment.gaps import apart, loosened, settled
from tm.alignment.lattice import best_beads, chances
from tm.alignment.lengths import Lengths, measured, usual_lengths
from tm.alignment.lexicon import Counts, Lexicon, Parallel, add, discounted, learn, make_lexicon, seed_counts
from tm.alignment.scores import Matter, Texts, Weights, score
from tm.alignment.seeds import find_seeds
from tm.alignment.sentence import Sentence
from tm.alignment.structure import find_structure
from tm.alignment.words import label_words, words

Kind = tuple[int, int]
Doubles = NDArray[np.float64]
Pairs = Sequence[tuple[str, str]]

OWN = 1.0
_ROUNDS = 2
_LARGE = 150_000
"""Places, beyond which texts have words enough to learn at once."""

_LEAST = 0.4
_PART = 0.55
"""What a Chinese character or pair of characters counts, since both are words."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known of two languages beside the texts: pairs of terms, and sentences with their translations."""

    terms: Pairs = ()
    sentences: Pairs = ()


@dataclass(frozen=True, slots=True)
class Alignment:
    """How two texts go together.

    Attributes:
        beads: cover each sentence of both once, and never cross.
        crossed: pairs of sentences that stand alone among the beads, as the translation stands elsewhere.
    """

    beads: tuple[Bead, ...]
    crossed: tuple[Bead, ...] = ()


@dataclass(frozen=True, slots=True)
class _Setting:
    """What is known before the texts are read."""

    texts: Texts
    known: Counts
    lexicon: Lexicon
    lengths: Lengths


NOTHING = Knowledge()
WEIGHTS = Weights()


def align(
    source: Sequence[Sentence],
    target: Sequence[Sentence],
    languages: tuple[str, str],
    knowledge: Knowledge = NOTHING,
    weights: Weights = WEIGHTS,
    least: float = _LEAST,
) -> Alignment:
    """Align two texts.

    Args:
        languages: codes of source and target.
        least: how likely a pair must be at least, about, to be one.
    """
    if not source or not target:
        return Alignment(tuple(apart((0, len(source)), (0, len(target)))))
    matter, beads = _weighed(_prepare(source, target, languages, knowledge), weights, least)
    pairs = find_crossings(beads, loosened(beads), matter, max(least, 0.5))
    beads, crossed = settled(beads, pairs)
    return Alignment(tuple(beads), tuple(crossed))


def _weighed(setting: _Setting, weights: Weights, least: float) -> tuple[Matter, list[Bead]]:
    """Weigh all beads, learn of the likely ones and weigh them again; give what was learned, and the best beads."""
    matter = Matter(setting.texts, setting.lexicon, setting.lengths, weights)
    band = _band(setting)
    for _ in range(_ROUNDS if band.cells <= _LARGE else 1):
        matter = _relearned(matter, setting, chances(score(matter, band), band), band)
    beads = best_beads(chances(score(matter, band), band), band, least)
    return matter, with_confidence(beads, matter)


def _band(setting: _Setting) -> Band:
    texts = setting.texts
    if (len(texts.source) + 1) * (len(texts.target) + 1) <= FULL:
        return whole_band(len(texts.source), len(texts.target))
    path = rough_path(texts, setting.lexicon.forward, setting.lengths)
    return band_around(path, len(texts.source), len(texts.target))


def _prepare(
    source: Sequence[Sentence], target: Sequence[Sentence], languages: tuple[str, str], knowledge: Knowledge
) -> _Setting:
    ours = make_corpus(_words(sentence, languages[0]) for sentence in source)
    theirs = make_corpus(_words(sentence, languages[1]) for sentence in target)
    taught = _taught(knowledge.terms, languages)
    known = seed_counts(find_seeds(ours.vocabulary, theirs.vocabulary, taught), ours, theirs)
    if knowledge.sentences:
        known = add(known, learn(_remembered(knowledge.sentences, languages, ours, theirs), known))
    texts = Texts(
        ours,
        theirs,
        _sizes(source),
        _sizes(target),
        _parts(ours, languages[0]),
        _parts(theirs, languages[1]),
        ours.counts().astype(np.float64) + 0.5,
        theirs.counts().astype(np.float64) + 0.5,
        find_structure(source, target),
    )
    return _Setting(texts, known, make_lexicon(known, ours, theirs), usual_lengths(*languages))


def _remembered(sentences: Pairs, languages: tuple[str, str], ours: Corpus, theirs: Corpus) -> Parallel:
    """Read of sentences and their translations the words that the texts hold."""
    first = known_words((words(text, languages[0]) for text, _ in sentences), ours)
    second = known_words((words(text, languages[1]) for _, text in sentences), theirs)
    spans = [np.stack([corpus.starts[:-1], corpus.starts[1:]], 1) for corpus in (first, second)]
    return Parallel(first, second, spans[0], spans[1], np.ones(len(sentences)))


def _words(sentence: Sentence, language: str) -> list[str]:
    return words(sentence.text, language) + label_words(sentence.label, language)


def _taught(terms: Pairs, languages: tuple[str, str]) -> Iterable[tuple[str, str]]:
    for first, second in terms:
        ours, theirs = words(first, languages[0]), words(second, languages[1])
        if languages[0] == "zh":
            ours = [word for word in ours if len(word) > 1] or ours
        if languages[1] == "zh":
            theirs = [word for word in theirs if len(word) > 1] or theirs
        if len(ours) == 1 or len(theirs) == 1:
            yield from ((word, other) for word in ours for other in theirs)


def _sizes(sentences: Sequence[Sentence]) -> Doubles:
    return np.array([len(sentence.text) for sentence in sentences], np.float64)


def _parts(corpus: Corpus, language: str) -> Doubles:
    parts = [_PART if language == "zh" and word[0] > "\u3400" else 1.0 for word in corpus.vocabulary]
    return np.array(parts, np.float64)


def _likely_beads(likely: Mapping[Kind, Doubles], band: Band, floor: float) -> tuple[NDArray[np.int64], Doubles]:
    """List the pairs that are likely: where they begin and end in source and target, and how likely they are."""
    found, weights = [], []
    for kind, values in likely.items():
        if not (kind[0] and kind[1]):
            continue
        cells = np.flatnonzero(values > floor)
        rows, columns = band.places(cells)
        found.append(np.stack([rows - kind[0], rows, columns - kind[1], columns], 1))
        weights.append(values[cells])
    return np.concatenate(found), np.concatenate(weights)


def _relearned(matter: Matter, setting: _Setting, likely: Mapping[Kind, Doubles], band: Band) -> Matter:
    """Learn lengths and words from beads that are likely, beside what was known before."""
    lengths = _relearn_lengths(setting.lengths, matter.texts, likely, band)
    return replace(matter, lengths=lengths, lexicon=_relearn(matter.texts, setting.known, likely, band))


def _relearn(texts: Texts, known: Counts, likely: Mapping[Kind, Doubles], band: Band) -> Lexicon:
    spans, weights = _likely_beads(likely, band, 0.3)
    beads = Parallel(
        texts.source, texts.target, texts.source.starts[spans[:, :2]], texts.target.starts[spans[:, 2:]], weights
    )
    if not len(weights):
        return make_lexicon(known, texts.source, texts.target)
    return make_lexicon(add(known, discounted(learn(beads, known), OWN)), texts.source, texts.target)


def _relearn_lengths(lengths: Lengths, texts: Texts, likely: Mapping[Kind, Doubles], band: Band) -> Lengths:
    spans, weights = _likely_beads(likely, band, 0.5)
    ours, theirs = texts.sizes_of(spans[:, :2], spans[:, 2:])
    return measured(lengths, ours, theirs, weights)
