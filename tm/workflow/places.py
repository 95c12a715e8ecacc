"""Find the lines and columns of a PO file in which the place of a finding stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from tm.exchange import po
from tm.exchange.po.record import Entry, Part
from tm.exchange.po.strings import characters
from tm.model.errors import TmError
from tm.model.finding import Finding, Span


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of a file: 1-based lines, and 1-based columns in characters; the end is the column after the last."""

    line: int
    column: int
    end_line: int
    end_column: int


Written = Sequence[tuple[str, int, int, int]]
"""The characters of a text, each with its line and the columns, from 0, where its writing begins and ends."""


def regions(findings: Iterable[Finding]) -> Iterator[Region | None]:
    """Give for each finding where its place in the target stands; None where it has none, or the file changed.

    Findings of one unit should follow each other, and those of one file.
    """
    entries = lru_cache(maxsize=1)(_entries)
    forms = lru_cache(maxsize=1)(lambda path, line: _forms(entries(path).get(line)))
    for finding in findings:
        yield _region(forms(finding.path, finding.line), finding.target, finding.at) if finding.at else None


def _entries(path: str) -> Mapping[int, Entry]:
    """Read the entries of a file by the line of their msgid."""
    try:
        file = po.read(Path(path))
    except TmError:
        return {}
    return {unit.line: entry for unit, entry in zip(file.units, file.form.entries, strict=True)}


def _forms(entry: Entry | None) -> Mapping[str, Written]:
    """Find where the characters of each form of a translation are written."""
    forms: list[list[tuple[str, int, int, int]]] = []
    for number, line in enumerate(entry.lines if entry else (), entry.start if entry else 0):
        if line.part is Part.TARGET:
            if "msgstr" in line.text.partition('"')[0]:
                forms.append([])
            forms[-1] += ((char, number, start, end) for char, start, end in characters(line.text))
    return {"".join(char for char, *_ in form): form for form in forms}


def _region(forms: Mapping[str, Written], target: str, at: Span) -> Region | None:
    written = forms.get(target)
    if not written or at.start > len(written):
        return None
    _, line, start, end = written[min(at.start, len(written) - 1)]
    if at.start == len(written):
        return Region(line, end + 1, line, end + 1)
    if at.end <= at.start:
        return Region(line, start + 1, line, start + 1)
    _, end_line, _, last = written[min(at.end, len(written)) - 1]
    return Region(line, start + 1, end_line, last + 1)
