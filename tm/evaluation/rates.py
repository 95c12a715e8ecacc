"""The bands of matches, and what a word of each costs; apart, as the settings need nothing else of leverage."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

STEPS = {"95-99": 95.0, "85-94": 85.0, "75-84": 75.0, "50-74": 50.0}
"""The bands of similar segments, and the similarity from which each begins, best first."""

BANDS = ("context", "exact", "repetition", "adapted", *STEPS, "new")
"""All bands, the least work first; a segment counts in the first that holds for it."""

RATES: Mapping[str, float] = MappingProxyType(
    {
        "context": 0.0,
        "exact": 30.0,
        "repetition": 30.0,
        "adapted": 40.0,
        "95-99": 50.0,
        "85-94": 60.0,
        "75-84": 75.0,
        "50-74": 100.0,
        "new": 100.0,
    }
)
"""What a word of each band costs, in per cent of a new one, unless a project says otherwise."""
