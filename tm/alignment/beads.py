"""Beads: which sentences of the source are which of the target, and how often each kind occurs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bead:
    """Neighbouring sentences that are each other's translation; of one side there may be none.

    Attributes:
        source, target: half-open ranges of sentences.
        confidence: 0 to 1, how likely just this bead is right; 0 where a side is empty.
    """

    source: tuple[int, int]
    target: tuple[int, int]
    confidence: float = 0.0

    @property
    def is_pair(self) -> bool:
        """Whether both sides hold a sentence."""
        return self.source[0] < self.source[1] and self.target[0] < self.target[1]


KINDS = {
    (1, 1): 0.83,
    (1, 2): 0.05,
    (2, 1): 0.05,
    (2, 2): 0.004,
    (1, 3): 0.005,
    (3, 1): 0.005,
    (1, 4): 0.001,
    (4, 1): 0.001,
    (2, 3): 0.0005,
    (3, 2): 0.0005,
    (1, 0): 0.026,
    (0, 1): 0.026,
}
"""How likely each kind of bead is: sentences of the source, of the target."""

MOST = 4
"""Sentences on one side of a bead, at most."""
