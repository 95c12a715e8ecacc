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
class Span:
    """A stretch of a text, in characters from its start: [start, end)."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Silence:
    """Why a finding does not count.

    Attributes:
        by: "flag" or "comment" of the unit, "settings" of the project, or "baseline".
        reason: as its author gave it; may be empty.
    """

    by: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark.

    Attributes:
        check: the check's name, as in `ignore-<check>`.
        path: the PO file; line: 1-based (1 when the file as a whole is meant).
        lang: code of the target language.
        source, target: the texts compared; empty when the file as a whole is meant.
        message: one sentence without a final stop.
        at: where in the target; None when the whole of it is meant, or something that is not there.
        of: what in the source is meant; None when it is the whole.
        fix: what to put at `at` instead, where there is one right answer; None where a person decides.
        context: msgctxt of the unit.
        silence: what makes it not count; None where it does.
    """

    check: str
    severity: Severity
    path: str
    line: int
    lang: str
    source: str
    target: str
    message: str
    at: Span | None = None
    of: Span | None = None
    fix: str | None = None
    context: str | None = None
    silence: Silence | None = None
