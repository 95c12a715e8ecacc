"""A layer that text is inside of: a link, or its look."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Layer:
    """What a text is inside of, where a format says that of each text: a link, or its look.

    Attributes:
        raw: what opens it; of a look, what makes it.
        close: what closes it; "" of a look, of which there is one at any place.
        key: under which two are the same.
    """

    raw: str
    close: str
    meaning: str
    key: str

    @property
    def is_look(self) -> bool:
        return not self.close
