"""Score translations against reference translations, document by document, language by language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from tm.evaluation import quality
from tm.evaluation.quality import Comparison, Measured, Score
from tm.model.errors import SettingsError
from tm.workflow.pairs import LeftOut, Pair, Paired, require_text

Scores = Mapping[str, Score]
"""By the names of `tm.evaluation.quality.METRICS`."""


_Work = tuple[Paired, Sequence[Sequence[Measured]]]
"""A document, and for each of its hypotheses what each metric counted."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment with its chrF++: where it stands in the reference, its source ("" if none is known), and both texts."""

    lang: str
    document: str
    path: str
    line: int
    chrf: float
    source: str
    hypothesis: str
    reference: str


@dataclass(frozen=True, slots=True)
class Scored:
    """A document in a language, or all documents in one (`document` is "" then).

    Attributes:
        segments: how many were scored.
        empty: for how many of them the hypothesis has no text.
        against: for all documents, if there is a second hypothesis: by metric, both scores and the test.
    """

    document: str
    lang: str
    segments: int
    empty: int
    scores: Scores
    left_out: LeftOut
    against: Mapping[str, Comparison]


@dataclass(frozen=True, slots=True)
class Report:
    """All scores, and the segments, the worst first, that differ from the reference."""

    languages: Sequence[Scored]
    documents: Sequence[Scored]
    worst: Sequence[Segment]


_STEP = 100
"""Segments after which it is told how many are done: some seconds' work where they are long and far apart."""


def score(
    paired: Sequence[Paired],
    told: Callable[[int, int], None] = lambda done, total: None,
    *,
    tokenizer: str = "",
    metrics: Sequence[str] = quality.METRICS,
    worst: int = 10,
) -> Report:
    """Score the documents by BLEU, chrF++ and TER; where they have two hypotheses, test the second against the first.

    Args:
        told: is told how many segments are done, of how many.
        tokenizer: of BLEU; by default the one that suits the language.
        metrics: some of `tm.evaluation.quality.METRICS`, chrF++ among them.
        worst: how many of the worst segments are listed.

    Raises:
        SettingsError: no segment is finished on both sides.
        FormatError: a side has no text at all.
    """
    if not any(one.pairs for one in paired):
        raise SettingsError(
            f"{paired[0].parts[0].path} and {paired[0].parts[-1].path}: no segment is finished on both sides; "
            "--all counts fuzzy translations as they stand and missing ones as empty"
        )
    documents = [one for one in paired if one.pairs]
    _require_texts(documents)
    measure = partial(quality.measure, tokenizer=tokenizer, metrics=metrics)
    work: dict[str, list[_Work]] = {}
    for one, measured in zip(documents, _measure(documents, measure, told), strict=True):
        work.setdefault(one.lang, []).append((one, measured))
    scored = {lang: [_scored(one, measured[0]) for one, measured in found] for lang, found in work.items()}
    left_out = {lang: sum((one.left_out for one in paired if one.lang == lang), LeftOut()) for lang in work}
    languages = [_together(scored[lang], found, left_out[lang]) for lang, found in work.items()]
    segments = [
        segment for found in work.values() for one, measured in found for segment in _segments(one, measured[0])
    ]
    segments.sort(key=lambda segment: segment.chrf)
    return Report(languages, [one for some in scored.values() for one in some], segments[:worst])


def _measure(
    documents: Sequence[Paired], measure: Callable[..., Sequence[Measured]], told: Callable[[int, int], None]
) -> Iterator[Sequence[Sequence[Measured]]]:
    """Measure each document: for each of its hypotheses, by each metric."""
    total, done = sum(len(one.pairs) for one in documents), 0
    for one in documents:
        steps = []
        for start in range(0, len(one.pairs), _STEP):
            pairs = one.pairs[start : start + _STEP]
            references = [pair.reference.text for pair in pairs]
            hypotheses = zip(*(pair.hypotheses for pair in pairs), strict=True)
            steps.append([measure(list(texts), references, one.lang) for texts in hypotheses])
            done += len(pairs)
            told(done, total)
        yield [_joined(step) for step in zip(*steps, strict=True)]


def _joined(steps: Sequence[Sequence[Measured]]) -> Sequence[Measured]:
    """Put what was measured in several steps, each by all metrics, together."""
    return [quality.together(parts) for parts in zip(*steps, strict=True)]


def _require_texts(documents: Sequence[Paired]) -> None:
    pairs = [pair for one in documents for pair in one.pairs]
    for number, part in enumerate(documents[0].parts[:-1]):
        require_text(part.path, [pair.hypotheses[number] for pair in pairs])
    require_text(documents[0].parts[-1].path, [pair.reference.text for pair in pairs])


def _scored(one: Paired, measured: Sequence[Measured]) -> Scored:
    scores = {each.name: quality.score(each) for each in measured}
    return Scored(one.name, one.lang, len(one.pairs), _empty(one.pairs), scores, one.left_out, {})


def _together(scored: Sequence[Scored], found: Sequence[_Work], left_out: LeftOut) -> Scored:
    """Score all documents of a language as one."""
    first, *others = map(_joined, zip(*(measured for _, measured in found), strict=True))
    against = {
        ours.name: quality.compare(ours, its) for other in others for ours, its in zip(first, other, strict=True)
    }
    scores = scored[0].scores if len(scored) == 1 else {each.name: quality.score(each) for each in first}
    segments, empty = sum(one.segments for one in scored), sum(one.empty for one in scored)
    return Scored("", scored[0].lang, segments, empty, scores, left_out, against)


def _empty(pairs: Sequence[Pair]) -> int:
    return sum(not pair.hypotheses[0].strip() for pair in pairs)


def _segments(one: Paired, measured: Sequence[Measured]) -> Sequence[Segment]:
    chrf = next(each for each in measured if each.name == "chrf")
    path = one.parts[-1].path
    return [
        Segment(
            one.lang,
            one.name,
            path,
            pair.reference.number,
            points,
            _source(pair),
            pair.hypotheses[0],
            pair.reference.text,
        )
        for pair, points in zip(one.pairs, quality.segment_scores(chrf), strict=True)
        if pair.hypotheses[0] != pair.reference.text
    ]


def _source(pair: Pair) -> str:
    return pair.reference.source or pair.line.source
