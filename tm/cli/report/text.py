"""Findings as text: `path:line: severity: check: message`, on a terminal with an excerpt below each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tm.checks import FIXED, HINDERING
from tm.cli import output
from tm.cli.report.excerpt import excerpts
from tm.cli.report.visible import set_apart, visible
from tm.model.finding import Finding, Severity
from tm.workflow.check import Report

_ISOLATE = "\N{RIGHT-TO-LEFT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"

Paint = Callable[[str, str], str]
"""Gives a text the colour of a name of `output.paint`, or leaves it as it is."""


def lines(report: Report, *, columns: int, paint: Paint) -> Iterator[str]:
    """Write the findings that count.

    Args:
        columns: of the terminal that shows excerpts; 0 for none of them.
    """
    for finding in report.findings:
        yield line(finding, paint, apart=bool(columns))
        if columns:
            yield from excerpts(finding, columns, lambda text: paint(text, "place"), lambda text: paint(text, "dim"))


def line(finding: Finding, paint: Paint, *, apart: bool = False) -> str:
    """Write one finding as the contract says, safe to print; what it quotes in Arabic may be set apart for a reader."""
    severity = paint(finding.severity, finding.severity.value)
    message = visible(" ".join(finding.message.split()))
    message = set_apart(message, *_ISOLATE) if apart else message
    return f"{visible(finding.path)}:{finding.line}: {severity}: {finding.check}: {message}"


def summary(report: Report, files: int, *, hints: bool = True) -> str:
    """Say in one line how much was looked at and what was found; `hints` tells of `--fix`."""
    counts = ", ".join(output.count(report.count(severity), severity) for severity in Severity)
    told = [f"{output.count(report.units, 'unit')} in {output.count(files, 'file')}: {counts}"]
    if report.silenced:
        told.append(f"{len(report.silenced)} silenced")
    if report.gone:
        which = "it" if len(report.gone) == 1 else "them"
        told.append(f"{output.count(len(report.gone), 'known finding')} gone: take {which} out with --write-baseline")
    damaged = {one.path for one in (*report.findings, *report.silenced) if one.check in HINDERING}
    able = (one for one in report.findings if one.check in FIXED and one.path not in damaged)
    fixes = sum(one.fix is not None and one.at is not None for one in able)
    if fixes and hints:
        told.append(f"--fix puts {fixes} right")
    return "; ".join(told)
