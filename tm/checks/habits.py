"""Tell a slip from a habit: what a file from elsewhere does often is let be, what it does hardly ever is a mistake."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tm.checks import forms
from tm.model.finding import Finding, Severity

_HABITS = frozenset({forms.not_nfc.name, forms.kashida.name})
"""Checks that only tell of what others do."""

_RARE = 5
"""Percent of the translated units that may have what is a slip; of published files with a habit, more have it."""

_TWIN = re.compile("[\uf900-\ufaff]")
"""Han characters that stand for others, for old Korean and Japanese encodings only."""


def with_slips(findings: Iterable[Finding], translated: int) -> Iterator[Finding]:
    """Make warnings of what only few units of a file have, and the checks of habits merely told of.

    Letters of both kinds in one text are a slip, too: no published text of the sets that this was measured on has them.
    Marks in another order, as keyboards for Arabic write them, are none; a Han character for compatibility is one.

    Args:
        findings: all of the file.
        translated: how many of its units have a translation.
    """
    found = list(findings)
    lines = {name: {finding.line for finding in found if finding.check == name} for name in _HABITS}
    rare = {name for name in _HABITS if 100 * len(lines[name]) <= _RARE * translated}
    for finding in found:
        is_slip = finding.check in rare
        if finding.check == forms.not_nfc.name:
            is_known = _is_decomposed(finding.target) and (is_slip or _is_composed(finding.target))
            is_slip = is_known or (is_slip and _TWIN.search(finding.target) is not None)
        if is_slip and finding.severity is Severity.INFO:
            yield replace(finding, severity=Severity.WARNING)
        else:
            yield finding


def _is_decomposed(text: str) -> bool:
    """Tell whether some letter that could be one character is several."""
    return len(unicodedata.normalize("NFC", text)) < len(text)


def _is_composed(text: str) -> bool:
    """Tell whether some letter that could be several characters is one."""
    return len(text) < len(unicodedata.normalize("NFD", text))
