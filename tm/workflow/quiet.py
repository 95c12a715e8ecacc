"""Silences of the settings: what they cover does not count, and those that cover nothing are told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tm import checks
from tm.checks.check import chosen
from tm.model.errors import SettingsError
from tm.model.finding import Finding, Silence
from tm.project.layout import Project
from tm.project.silences import Quiet


def require_known(project: Project) -> None:
    """Refuse settings that silence what no check is called.

    Raises:
        SettingsError: the first of them.
    """
    for quiet in project.settings.check.silences:
        try:
            chosen(checks.NAMES, (quiet.check,), (), default=())
        except SettingsError as error:
            raise SettingsError(f"{_settings_file(project)}: check: {quiet}: {error}") from None


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
    if not silences:
        return
    one = checks.unused_silence.unused_silence
    name = _settings_file(project)
    shown = project.shown(project.root / name)
    lines = (project.root / name).read_text(encoding="utf-8", errors="replace").split("\n")
    for quiet in silences:
        wanted = str(quiet) if quiet.path or quiet.lang else quiet.check
        line = next((number for number, text in enumerate(lines, 1) if wanted in text), 1)
        message = f"{quiet}: the silence of {quiet.check} silences nothing: take it out"
        yield Finding(one.name, one.severity, shown, line, quiet.lang, "", "", message)


def _settings_file(project: Project) -> str:
    return "tm.toml" if (project.root / "tm.toml").is_file() else "pyproject.toml"
