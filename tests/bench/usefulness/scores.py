"""How near targets come to what was really written: chrF++ and TER, by sacrebleu."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sacrebleu.metrics import CHRF, TER


@dataclass(frozen=True, slots=True)
class Score:
    """Of a number of segments together."""

    chrf: float
    ter: float


def score(targets: Sequence[str], answers: Sequence[str]) -> Score:
    """Score targets against answers; no target is the empty text."""
    chrf, ter = _metrics()
    return Score(chrf.corpus_score(targets, [list(answers)]).score, ter.corpus_score(targets, [list(answers)]).score)


def signatures() -> str:
    """Say how the scores were reckoned, so that others can do it again."""
    score(["a"], ["a"])
    return "\n".join(
        f"{name}: {metric.get_signature()}" for name, metric in zip(("chrF++", "TER"), _metrics(), strict=True)
    )


@cache
def _metrics() -> tuple[CHRF, TER]:
    # Words of Chinese are characters for TER; chrF++ counts characters anyway.
    return CHRF(word_order=2), TER(normalized=True, asian_support=True)
