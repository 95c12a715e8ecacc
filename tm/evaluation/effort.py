"""Measure what was changed of pretranslated text until it was final: what the memory was worth."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tm.evaluation.edit_rate import edit_rate
from tm.evaluation.quality import untagged
from tm.evaluation.rates import STEPS

UNNAMED = "unnamed"
"""The band of text that stood there and says not that it came from the memory."""

NEW = "new"
"""The band of units that stood empty."""

LOW = "0-49"
"""The band of text that came from the memory for so little likeness that its word counts as a new one."""

BANDS = ("context", "exact", "adapted", *STEPS, LOW, UNNAMED, NEW)
"""All bands, the most alike first; as in `tm.evaluation.leverage`, but that text which is there is never new."""


@dataclass(frozen=True, slots=True)
class Edited:
    """A unit before and after a translator had it.

    Attributes:
        document, lang: where it stands, and the code of the language that it was translated into.
        band, origin: of `BANDS`, and the document of the memory that the text came from; "" for none.
        words: of its source.
        before, after: the text as pretranslated ("" for none), and the final one.
    """

    document: str
    lang: str
    band: str
    origin: str
    words: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Effort:
    """What was done to so many units.

    Attributes:
        units, words: how many, and the words of their sources.
        untouched, untouched_words: of them, those whose text was left as it was, to the character.
        edits, length: of words of the final texts: those put in, taken out, replaced or moved, and all.
        saved: how many source words there was nothing to do for: of each unit, the share that TER leaves.
    """

    units: int = 0
    words: int = 0
    untouched: int = 0
    untouched_words: int = 0
    edits: int = 0
    length: int = 0
    saved: float = 0.0

    def __add__(self, other: Effort) -> Effort:
        return Effort(
            self.units + other.units,
            self.words + other.words,
            self.untouched + other.untouched,
            self.untouched_words + other.untouched_words,
            self.edits + other.edits,
            self.length + other.length,
            self.saved + other.saved,
        )

    @property
    def ter(self) -> float:
        """Edits for each hundred words of the final text (Snover et al. 2006, there called HTER)."""
        return 100 * self.edits / self.length if self.length else 0.0


def efforts(edited: Sequence[Edited], lang: str) -> tuple[Sequence[Effort], str]:
    """Measure each unit, all of one language; with the signature of TER, for which case counts here, unlike in scores.

    >>> efforts([Edited("a", "fr", "exact", "b", 2, "Le Conseil", "Le conseil")], "fr")[0][0].edits
    1
    """
    rate = edit_rate(lang, case_sensitive=True)
    before, after = (
        [untagged(text) for text in texts] for texts in zip(*((e.before, e.after) for e in edited), strict=True)
    )
    counted = rate._extract_corpus_statistics(before, [after])
    found = []
    for unit, (edits, length) in zip(edited, counted, strict=True):
        same = unit.before == unit.after
        left = 1 - min(1.0, edits / length if length else float(not same))
        found.append(Effort(1, unit.words, same, unit.words * same, int(edits), int(length), unit.words * left))
    return found, str(rate.get_signature())


def total(measured: Iterable[Effort]) -> Effort:
    """Add up what was done to units."""
    return sum(measured, Effort())
