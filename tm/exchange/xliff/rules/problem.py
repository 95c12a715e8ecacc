"""A remark on an XLIFF file."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from tm import safexml


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What breaks a rule: the 1-based line of the element, and a sentence without a final stop."""

    line: int
    message: str


def at(element: Element, message: str) -> Problem:
    """Make a remark on an element."""
    return Problem(safexml.line_of(element), message)
