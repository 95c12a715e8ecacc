"""Tell a slip from a habit: what a file from elsewhere does often is let be, what it does hardly ever is a mistake."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tm.checks import forms
from tm.model.finding import Finding, Severity
from tm.model.unit import Unit

_HABITS = frozenset({forms.not_nfc.name, forms.kashida.name})
"""Checks that only tell of what others do."""

_ENOUGH = 20
"""Translated units that show what is usual in a file."""

_RARE = 3
"""Percent of the units that may have what is a slip; of published files with a habit, ten and more have it."""


def with_slips(findings: Iterable[Finding], units: Sequence[Unit]) -> Iterator[Finding]:
    """Make warnings of what only few units of a file have, and the checks of habits merely told of."""
    found = list(findings)
    translated = sum(1 for unit in units if unit.target)
    rare = set[str]()
    if translated >= _ENOUGH:
        for name in _HABITS:
            lines = {finding.line for finding in found if finding.check == name}
            if 100 * len(lines) <= _RARE * translated:
                rare.add(name)
    for finding in found:
        is_slip = finding.check in rare and finding.severity is Severity.INFO
        yield replace(finding, severity=Severity.WARNING) if is_slip else finding
