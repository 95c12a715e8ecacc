"""Count the words of a job by how much of their translation is there already, as the trade does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tm.evaluation.rates import BANDS, STEPS
from tm.model.match import Kind

_KINDS = {Kind.CONTEXT: "context", Kind.EXACT: "exact", Kind.ADAPTED: "adapted"}


def band_of_match(kind: Kind, score: float) -> str:
    """Name the band of a match from the memory.

    >>> band_of_match(Kind.FUZZY, 94.9)
    '85-94'
    """
    return _KINDS.get(kind) or band_of_score(score)


def band_of_score(score: float) -> str:
    """Name the band of a similarity under 100."""
    return next((band for band, least in STEPS.items() if score >= least), "new")


def steps_above(band: str) -> tuple[float, ...]:
    """List the similarities, highest first, that an earlier segment of the job must have to be worth more than a band.

    >>> steps_above("75-84")
    (95.0, 85.0)
    """
    worse = BANDS.index(band)
    return tuple(least for name, least in STEPS.items() if BANDS.index(name) < worse)


@dataclass(frozen=True, slots=True)
class Placed:
    """A segment of a job in its band.

    Attributes:
        document, lang: where it stands, and the code of the language that it is to be translated into.
        words: of its source.
        internal: whether an earlier segment of the job, not the memory, put it there.
    """

    document: str
    lang: str
    words: int
    band: str
    internal: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """So many segments and words."""

    units: int = 0
    words: int = 0

    def __add__(self, other: Amount) -> Amount:
        return Amount(self.units + other.units, self.words + other.words)


@dataclass(frozen=True, slots=True)
class Leverage:
    """What is in each band; `internal`, what of it an earlier segment of the job put there. All bands are named."""

    bands: Mapping[str, Amount] = field(default_factory=lambda: dict.fromkeys(BANDS, Amount()))
    internal: Mapping[str, Amount] = field(default_factory=lambda: dict.fromkeys(BANDS, Amount()))

    @property
    def total(self) -> Amount:
        return sum(self.bands.values(), Amount())

    def weighted(self, rates: Mapping[str, float]) -> float:
        """Say how many new words the work is worth, to one decimal."""
        return round(sum(self.bands[band].words * rates[band] for band in BANDS) / 100, 1)


def tally(placed: Iterable[Placed]) -> Leverage:
    """Count segments by band."""
    bands, internal = dict.fromkeys(BANDS, Amount()), dict.fromkeys(BANDS, Amount())
    for segment in placed:
        amount = Amount(1, segment.words)
        bands[segment.band] += amount
        if segment.internal:
            internal[segment.band] += amount
    return Leverage(bands, internal)
