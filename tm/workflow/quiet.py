"""Silences of the settings: what they cover does not count, and those that cover nothing are told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from tm import checks
from tm.checks.check import chosen
from tm.model.errors import FormatError, SettingsError
from tm.model.finding import Finding, Silence
from tm.project.layout import Project
from tm.project.silences import Quiet
from tm.project.toml_lines import line_of


def require_known(project: Project) -> None:
    """Refuse settings that silence what no check is called.

    Raises:
        FormatError: the first of them.
    """
    for quiet in project.settings.check.silences:
        try:
            chosen(checks.NAMES, (quiet.check,), (), default=())
        except SettingsError as error:
            path, line = _place(project, quiet)
            raise FormatError(str(path), line, f"check: {quiet}: {error}") from None


def hush(
    findings: Sequence[Finding], silences: Sequence[Quiet], places: Mapping[str, str]
) -> tuple[list[Finding], list[Quiet]]:
    """Silence what the settings cover; give all findings, and the silences that cover none.

    Args:
        places: the path relative to the root of each path as findings show it.
    """
    by_check: dict[str, list[Quiet]] = {}
    for quiet in silences:
        by_check.setdefault(quiet.check, []).append(quiet)
    used: set[Quiet] = set()
    told = []
    for finding in findings:
        path = places.get(finding.path, finding.path)
        covering = [one for one in by_check.get(finding.check, ()) if one.covers(finding.check, path, finding.lang)]
        used.update(covering)
        if covering and finding.silence is None:
            finding = replace(finding, silence=Silence("settings", str(covering[0])))
        told.append(finding)
    return told, [quiet for quiet in silences if quiet not in used]


def unused(project: Project, silences: Sequence[Quiet]) -> Iterator[Finding]:
    """Tell of silences of the settings that silence nothing, in the file where they stand."""
    one = checks.unused_silence.unused_silence
    for quiet in silences:
        path, line = _place(project, quiet)
        message = f"{quiet}: the silence of {quiet.check} silences nothing: take it out"
        yield Finding(one.name, one.severity, project.shown(path), max(line, 1), quiet.lang, "", "", message)


def _place(project: Project, quiet: Quiet) -> tuple[Path, int]:
    """Give the file of the settings and the line there of a silence, or of the list that it is in."""
    own, shared = project.root / "tm.toml", project.root / "pyproject.toml"
    path, tables = (own, ()) if own.is_file() else (shared, ("tool", "tm"))
    within = ("paths", quiet.path) if quiet.path else ("languages", quiet.lang) if quiet.lang else ("ignore",)
    return path, line_of(path.read_text(encoding="utf-8", errors="replace"), (*tables, "check", *within))
