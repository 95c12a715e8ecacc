"""Draw segments at random, always the same ones, to say how sure a score is and whether two differ by chance.

The numbers drawn are those that sacrebleu draws; it holds all samples in memory at once, though: at 50,000 segments
several gigabytes. Here they come in blocks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Counts = NDArray[np.float64]

SEED = 12345
"""Where the random numbers begin: sacrebleu's default, whatever the environment says."""

CELLS = 8_000_000
"""Numbers in a block of samples, at most."""

_ROUNDING = 1e-9
"""Two ways to the same difference may part by so much."""


def bootstrap(counts: Counts, samples: int) -> Iterator[Counts]:
    """Draw as many segments as there are, with repetition, and give the sum of their counts; so many times."""
    import numpy as np

    random = np.random.default_rng(SEED)
    size = len(counts)
    for _ in range(samples):
        drawn = random.choice(size, size=size, replace=True)
        yield np.bincount(drawn, minlength=size) @ counts


def interval(scores: Sequence[float]) -> tuple[float, float]:
    """Give the ends of the middle 95 % of scores."""
    ordered = sorted(scores)
    cut = len(ordered) // 40
    return ordered[cut], ordered[len(ordered) - cut - 1]


def p_value(
    ours: Counts, theirs: Counts, value: Callable[[Counts], float], trials: int, *, cells: int = CELLS
) -> float:
    """Say how often two translations whose segments are swapped at random are at least as far apart as they are.

    Approximate randomization, two-sided; one is added to the cases and to the trials, so that it is never zero
    (Noreen 1989). Just as far counts, unlike in sacrebleu: where few segments differ, most ways to swap them leave the
    difference as it was, which then is nothing that chance would not give. The same translation twice gives 1.
    """
    both = ours.sum(0) + theirs.sum(0)
    apart = abs(value(ours.sum(0)) - value(theirs.sum(0)))
    as_far = 0
    for swapped in _swaps(len(ours), trials, cells):
        mixed = theirs.sum(0) + swapped @ (ours - theirs)
        as_far += sum(abs(value(one) - value(both - one)) > apart - _ROUNDING for one in mixed)
    return (as_far + 1) / (trials + 1)


def _swaps(size: int, trials: int, cells: int) -> Iterator[Counts]:
    """Say for each trial and segment, at random, 1 or 0; in blocks."""
    import numpy as np

    random = np.random.default_rng(SEED)
    step = max(32, cells // max(size, 1) // 32 * 32)  # 32 are drawn at once: so blocks of any size draw the same
    for start in range(0, trials, step):
        drawn = random.integers(2, size=(min(step, trials - start), size), dtype=bool)
        yield drawn.astype(np.float64)
