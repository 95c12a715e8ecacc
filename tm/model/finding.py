"""A finding: what a check says of a unit or a file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """ERROR: not publishable; WARNING: look at it; INFO: for those who ask."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark.

    Attributes:
        check: the check's name, as in `ignore-<check>`.
        path: the PO file; line: 1-based (1 when the file as a whole is meant).
        lang: code of the target language.
        source, target: the unit's texts; empty when the file as a whole is meant.
        message: one sentence without a final stop.
    """

    check: str
    severity: Severity
    path: str
    line: int
    lang: str
    source: str
    target: str
    message: str
