"""What a run of the benchmark knows: sizes, queries and the table that it fills."""

from __future__ import annotations

from memory import data, ours, truth
from memory.table import Table


class Bench:
    """One run.

    Args:
        sizes: of the synthetic corpora, ascending.
        queries: how many each of them is asked, the same ones whatever its size.
        rounds: in which contenders take turns.
        stale: take memories that other code has filled.
        language_size: how many entries a language's corpus has at most.
    """

    def __init__(self, sizes: list[int], queries: int, rounds: int, *, stale: bool, language_size: int) -> None:
        self.sizes = sizes
        self.count = queries
        self.rounds = rounds
        self.table = Table()
        self.language_size = language_size
        self._stale = stale

    @property
    def synthetic(self) -> list[data.Corpus]:
        """Give the corpora of all sizes, smallest first."""
        return [data.synthetic(size) for size in self.sizes]

    def queries(self, count: int = 0) -> list[str]:
        """Give queries made from what all synthetic corpora begin with: so many, or as many as usual."""
        return data.queries(data.synthetic(min(self.sizes[0], 100_000)), count or self.count)

    def memory(self, corpus: data.Corpus, *, anew: bool = False) -> ours.Filled:
        """Fill a memory, or take the one that is there."""
        return ours.filled(corpus, anew=anew, stale=self._stale)

    def truth(
        self, corpus: data.Corpus, texts: list[str], min_score: float = ours.THRESHOLD, *, share: float = 1.0
    ) -> dict[str, list[float]]:
        """Compare the first of the texts with every entry; the larger the corpus, the fewer of them."""
        feasible = max(int(share * 2e8 / corpus.size), 20)
        return truth.best_scores(corpus, texts[:feasible], min_score)
