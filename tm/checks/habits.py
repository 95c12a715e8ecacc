"""Tell a slip from a habit: what a file from elsewhere does often is let be, what it does hardly ever is a mistake."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tm.checks import forms
from tm.model.finding import Finding, Severity
from tm.model.unit import Unit

_HABITS = frozenset({forms.not_nfc.name, forms.kashida.name})
"""Checks that only tell of what others do."""

_RARE = 5
"""Percent of the translated units that may have what is a slip; of published files with a habit, more have it."""


def with_slips(findings: Iterable[Finding], units: Sequence[Unit]) -> Iterator[Finding]:
    """Make warnings of what only few units of a file have, and the checks of habits merely told of.

    Letters of both kinds in one text are a slip, too: no published text of the sets that this was measured on has them.
    """
    found = list(findings)
    translated = sum(1 for unit in units if unit.target)
    lines = {name: {finding.line for finding in found if finding.check == name} for name in _HABITS}
    rare = {name for name in _HABITS if 100 * len(lines[name]) <= _RARE * translated}
    mixed = {unit.line for unit in units if unit.line in lines[forms.not_nfc.name] and _is_mixed(unit.target)}
    for finding in found:
        is_slip = finding.check in rare or (finding.check == forms.not_nfc.name and finding.line in mixed)
        if is_slip and finding.severity is Severity.INFO:
            yield replace(finding, severity=Severity.WARNING)
        else:
            yield finding


def _is_mixed(text: str) -> bool:
    """Tell whether some letters with marks are one character, and others are two."""
    composed = unicodedata.normalize("NFC", text)
    return len(composed) < len(text) < len(unicodedata.normalize("NFD", text))
