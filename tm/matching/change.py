"""What adaptation changes in a remembered target."""

from __future__ import annotations

from dataclasses import dataclass

from tm.model.match import Change


@dataclass(frozen=True, slots=True)
class Adapted:
    """A remembered target with the values of a query."""

    text: str
    changes: tuple[Change, ...]
