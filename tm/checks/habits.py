"""Tell a slip from a habit: what a file from elsewhere does often is let be, what it does hardly ever is a mistake."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tm.checks import forms, number_format, signs, spacing
from tm.model.finding import Finding, Severity
from tm.model.unit import Unit

_HABITS = frozenset({forms.not_nfc.name, forms.kashida.name})
"""Checks that only tell of what others do."""

_RARE = 5
"""Percent of the translated units that may have what is a slip; of published files with a habit, more have it."""

_FEW = 4
"""Units with brackets of full width for each with ASCII ones that make these a slip: texts that mix them have fewer."""

_FORMS = " ", ","
"""Of thousands and decimals."""

_DASH = "—"
_WIDE = frozenset("（）")
_SPACED = re.compile(r"\d[ \u00a0\u202f]\d{3}(?!\d)")
_COMMA = re.compile(r",(?<=\d.)\d{1,2}(?!\d)")
_TWICE = 2
"""Units of a file with the one way to write numbers, for each with the other, that make this a slip."""

_TWIN = re.compile("[\uf900-\ufaff]")
"""Han characters that stand for others, for old Korean and Japanese encodings only."""


@dataclass(frozen=True, slots=True)
class Writing:
    """How many units of a file have a translation, one with （…）, one with 1 000, one with 1,25, one with —."""

    translated: int = 0
    wide: int = 0
    spaced: int = 0
    commas: int = 0
    dashes: int = 0

    @classmethod
    def of(cls, units: Sequence[Unit]) -> Writing:
        """Count the units of a file, or of a part of it."""
        targets = [one.target for one in units if one.target]
        wide = sum(1 for one in targets if "（" in one)
        spaced, commas = (sum(1 for one in targets if form.search(one)) for form in (_SPACED, _COMMA))
        return cls(len(targets), wide, spaced, commas, sum(1 for one in targets if _DASH in one))

    @classmethod
    def joined(cls, parts: Iterable[Writing]) -> Writing:
        """Count those of all parts."""
        counts = [(one.translated, one.wide, one.spaced, one.commas, one.dashes) for one in parts]
        return cls(*(sum(column) for column in zip(*counts, strict=True)))


def with_slips(findings: Iterable[Finding], writing: Writing) -> Iterator[Finding]:
    """Make warnings of what only few units of a file have, and the checks of habits merely told of.

    Letters of both kinds in one text are a slip, too: no published text of the sets that this was measured on has them.
    Marks in another order, as keyboards for Arabic write them, are none; a Han character for compatibility is one.
    ASCII brackets around Chinese words are one where the file has many of full width; commas between Arabic thousands
    and points before decimals are told of only where the file has mostly spaces and commas, and hyphens for dashes
    where it has mostly dashes.

    Args:
        findings: all of the file.
        writing: what the file has elsewhere.
    """
    found = list(findings)
    narrow = {finding.line for finding in found if _is_narrow(finding)}
    is_wide = _FEW * len(narrow) <= writing.wide
    numbers = {form: {one.line for one in found if _otherwise(one) == form} for form in _FORMS}
    slips = {
        form
        for form, usual in zip(_FORMS, (writing.spaced, writing.commas), strict=True)
        if _TWICE * len(numbers[form]) <= usual
    }
    is_dashed = _FEW * len({one.line for one in found if _is_hyphen(one)}) <= writing.dashes
    lines = {name: {finding.line for finding in found if finding.check == name} for name in _HABITS}
    rare = {name for name in _HABITS if 100 * len(lines[name]) <= _RARE * writing.translated}
    for finding in found:
        form = _otherwise(finding)
        if (form and form not in slips) or (_is_hyphen(finding) and not is_dashed):
            continue
        is_slip = finding.check in rare or (is_wide and _is_narrow(finding)) or bool(form) or _is_hyphen(finding)
        if finding.check == forms.not_nfc.name:
            is_known = _is_decomposed(finding.target) and (is_slip or _is_composed(finding.target))
            is_slip = is_known or (is_slip and _TWIN.search(finding.target) is not None)
        if is_slip and finding.severity is Severity.INFO:
            yield replace(finding, severity=Severity.WARNING)
        else:
            yield finding


def _is_narrow(finding: Finding) -> bool:
    return finding.check == signs.chinese_width.name and finding.fix in _WIDE


def _otherwise(finding: Finding) -> str:
    """Give the sign that an Arabic number should have in a file that writes so: a space for 1,000, a comma for 3.5."""
    if finding.check != number_format.number_format.name or finding.severity is not Severity.INFO:
        return ""
    return "," if "," in (finding.fix or "") else " "


def _is_hyphen(finding: Finding) -> bool:
    """Say whether it tells of a hyphen for a dash in a file from elsewhere."""
    return finding.fix is None and finding.check == spacing.spacing.name and finding.severity is Severity.INFO


def _is_decomposed(text: str) -> bool:
    """Tell whether some letter that could be one character is several."""
    return len(unicodedata.normalize("NFC", text)) < len(text)


def _is_composed(text: str) -> bool:
    """Tell whether some letter that could be several characters is one."""
    return len(text) < len(unicodedata.normalize("NFD", text))
