"""Run the checks over PO files, each by itself and then across the files of a language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tm import checks
from tm.exchange import po
from tm.model.finding import Finding, Severity
from tm.model.language import BY_CODE, ENGLISH, Language
from tm.model.unit import Unit
from tm.project.layout import Project, language_of
from tm.workflow.knowledge import gather


@dataclass(frozen=True, slots=True)
class Report:
    """All findings, by path and line, and how many live units were looked at."""

    units: int
    findings: tuple[Finding, ...]

    def count(self, severity: Severity) -> int:
        return sum(finding.severity is severity for finding in self.findings)


def check(project: Project, paths: Iterable[Path], *, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> Report:
    """Check PO files.

    Raises:
        SettingsError: an unknown check in `select` or `ignore`, or a file of no known language.
    """
    findings: list[Finding] = []
    files: list[tuple[str, Language, Sequence[Unit]]] = []
    more = checks.informed(gather(project))
    for path in paths:
        shown = project.shown(path)
        file = po.read(path, shown=shown)
        language = BY_CODE.get(file.language) or language_of(path)
        source = BY_CODE.get(file.source_language, ENGLISH)
        folder = language_of(path)
        findings += checks.run_file(
            file.header,
            file.units,
            file.problems,
            path=shown,
            target=folder or language,
            select=select,
            ignore=ignore,
        )
        if language is None:
            continue
        files.append((shown, language, file.units))
        findings += checks.run(
            file.units, path=shown, source=source, target=language, select=select, ignore=ignore, more=more
        )
    findings += checks.run_across(files, select=select, ignore=ignore)
    units = sum(unit.is_live for _, _, units in files for unit in units)
    return Report(units, tuple(sorted(findings, key=lambda finding: (finding.path, finding.line, finding.check))))
