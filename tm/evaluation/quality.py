"""Score translations against reference translations: BLEU, chrF++ and TER, each with its signature, by sacrebleu.

A metric counts what it needs in each segment once. The scores of a document, of all documents and of single segments,
the confidence intervals and the tests are all made of these counts; so each of them is what sacrebleu itself would say.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tm.evaluation.edit_rate import edit_rate
from tm.evaluation.sampling import SEED, bootstrap, interval, p_value
from tm.text.codes import LITERAL_TAG

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from sacrebleu.metrics.base import Metric

    Counts = NDArray[np.float64]

TOKENIZERS = ("13a", "intl", "zh", "char")
"""The tokenizers of BLEU that can be named; sacrebleu's others fetch a model or need one installed."""

METRICS = ("bleu", "chrf", "ter")

LABELS = {"bleu": "BLEU", "chrf": "chrF++", "ter": "TER"}

RESAMPLES = 1000
TRIALS = 10_000
"""How often is drawn for an interval, and shuffled for a test: sacrebleu's own numbers."""


@dataclass(frozen=True, slots=True)
class Score:
    """What a metric says of some segments.

    Attributes:
        value: in points; the best is 100 for BLEU and chrF++, and 0 for TER, which has no upper end.
        low, high: the ends of the 95 % confidence interval; None for a single segment, which tells nothing of others.
        signature: what sacrebleu must be told to say the same.
    """

    value: float
    low: float | None
    high: float | None
    signature: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two translations of the same segments: both scores, and how likely chance alone sets them so far apart."""

    ours: float
    theirs: float
    p: float
    signature: str


@dataclass(frozen=True, slots=True)
class Measured:
    """A metric, by its name in `METRICS`, and what it counted: a row for each segment."""

    name: str
    metric: Metric
    counts: Counts


def tokenizer_of(language: str) -> str:
    """Name the tokenizer of BLEU that suits a language.

    `zh` parts Chinese characters. For the others `intl` parts all punctuation that Unicode knows; `13a` knows that of
    ASCII only, so that to it «слово», الكلمة، and ¿palabra are other words than слово, الكلمة and palabra.

    >>> tokenizer_of("ru"), tokenizer_of("zh")
    ('intl', 'zh')
    """
    return "zh" if language == "zh" else "intl"


def measure(
    hypotheses: Sequence[str],
    references: Sequence[str],
    language: str,
    *,
    tokenizer: str = "",
    metrics: Sequence[str] = METRICS,
) -> Sequence[Measured]:
    """Count what the metrics need, segment by segment; inline tags are no words and are left out.

    Args:
        hypotheses, references: as many of the one as of the other.
        language: the code of the language of both.
        tokenizer: of BLEU, one of `TOKENIZERS`; by default the one that suits the language.
        metrics: some of `METRICS`; TER takes most of the time.
    """
    import numpy as np

    ours, theirs = list(map(untagged, hypotheses)), list(map(untagged, references))
    found = []
    for name, metric in zip(METRICS, _metrics(language, tokenizer or tokenizer_of(language)), strict=True):
        if name not in metrics:
            continue
        counts = metric._extract_corpus_statistics(ours, [theirs])
        found.append(Measured(name, metric, np.array(counts, dtype=np.float64)))
    return found


def _metrics(language: str, tokenizer: str) -> Sequence[Metric]:
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF

    return BLEU(tokenize=tokenizer, force=True), CHRF(word_order=2), edit_rate(language)


def untagged(text: str) -> str:
    """Take the numbered tags of inline codes out of a text."""
    return LITERAL_TAG.sub(" ", text) if "<" in text else text


def together(parts: Sequence[Measured]) -> Measured:
    """Put what one metric counted in several documents of a language together."""
    import numpy as np

    return Measured(parts[0].name, parts[0].metric, np.concatenate([part.counts for part in parts]))


def score(measured: Measured, *, samples: int = RESAMPLES) -> Score:
    """Score all segments together; the interval is drawn from so many samples of them."""
    metric = _suited(measured)
    value = _value(metric, measured.counts.sum(0))
    signature = metric.get_signature()
    if len(measured.counts) < 2:
        return Score(value, None, None, str(signature))
    signature.update("bs", samples)
    signature.update("seed", SEED)
    low, high = interval([_value(metric, total) for total in bootstrap(measured.counts, samples)])
    return Score(value, low, high, str(signature))


def _suited(measured: Measured) -> Metric:
    """Let BLEU do with shorter sequences where no segment has four words: else it would be 0 whatever they are."""
    if measured.name != "bleu" or measured.counts[:, -1].any():
        return measured.metric
    suited = copy(measured.metric)
    suited.effective_order = True  # type: ignore[attr-defined]  # of BLEU alone
    return suited


def segment_scores(measured: Measured) -> Sequence[float]:
    """Score each segment by itself."""
    return [_value(measured.metric, row) for row in measured.counts]


def compare(ours: Measured, theirs: Measured, *, trials: int = TRIALS) -> Comparison:
    """Test two translations of the same segments by approximate randomization.

    The p-value is the share of ways to swap the translations of single segments that set the scores as far apart.
    """
    metric = _suited(ours)
    first, second = _value(metric, ours.counts.sum(0)), _value(metric, theirs.counts.sum(0))
    p = p_value(ours.counts, theirs.counts, lambda total: _value(metric, total), trials)
    signature = metric.get_signature()
    signature.update("ar", trials)
    signature.update("seed", SEED)
    return Comparison(first, second, p, str(signature))


def _value(metric: Metric, total: Counts) -> float:
    return float(metric._compute_score_from_stats(total.tolist()).score)
