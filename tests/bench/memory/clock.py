"""Time single answers, ours and a peer's in turn on the same texts, so that a busy machine is busy for both."""

from __future__ import annotations

import gc
import statistics
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter, process_time
from typing import Any

from memory.truth import Found

Answer = Callable[[str], list[Found]]

Answered = tuple[float, float, list[Found]]
"""Seconds by the clock and of the processor, and the answer."""

Contender = Callable[[Sequence[str]], list[Answered]]


@dataclass
class Run:
    """What one contender did in all rounds: seconds by the clock and of the processor, and answers, by text."""

    rounds: list[list[tuple[float, float]]] = field(default_factory=list)
    answers: list[list[Found]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def take(self, texts: Sequence[str], answered: Sequence[Answered]) -> None:
        """Keep what was done in one round."""
        self.rounds.append([(wall, cpu) for wall, cpu, _ in answered])
        self.answers += [found for _, _, found in answered]
        self.texts += texts

    def mean(self, of: int = 0) -> float:
        """Give the median over the rounds of the mean seconds; `of` 0 by the clock, 1 of the processor."""
        return statistics.median(statistics.fmean(each[of] for each in times) for times in self.rounds)

    def quantile(self, share: float, of: int = 1) -> float:
        """Give the seconds within which this share of all answers came."""
        every = sorted(each[of] for times in self.rounds for each in times)
        return every[min(int(share * len(every)), len(every) - 1)]


def ratio(over: Run, under: Run, of: int) -> float:
    """Divide the mean seconds of two runs round by round, on the texts that both answered; the median of that."""
    return statistics.median(
        sum(each[of] for each in a[: len(b)])
        / len(a[: len(b)])
        / (sum(each[of] for each in b[: len(a)]) / len(b[: len(a)]))
        for a, b in zip(over.rounds, under.rounds, strict=True)
    )


def race(contenders: Mapping[Any, tuple[Contender, int]], texts: Sequence[str], rounds: int) -> dict[Any, Run]:
    """Let each contender answer each text once, in so many rounds; a slow one only the first texts of a round.

    No text is asked twice, so that no contender can remember an answer; who begins changes from round to round.
    """
    runs = {name: Run() for name in contenders}
    with quiet():
        for turn in range(rounds):
            names = list(contenders)
            for name in names[turn % len(names) :] + names[: turn % len(names)]:
                contender, most = contenders[name]
                asked = texts[turn::rounds][:most]
                runs[name].take(asked, contender(asked))
    return runs


def alone(answer: Answer) -> Contender:
    """Make a contender of what answers in this process."""
    return lambda texts: answered(answer, texts)


def answered(answer: Answer, texts: Sequence[str]) -> list[Answered]:
    """Answer each text and time it."""
    done = []
    for text in texts:
        cpu, wall = process_time(), perf_counter()
        found = answer(text)
        done.append((perf_counter() - wall, process_time() - cpu, found))
    return done


@contextmanager
def quiet() -> Iterator[None]:
    """Keep the garbage collector away: what one contender holds would be walked through in another's time."""
    gc.collect()
    gc.freeze()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.unfreeze()
