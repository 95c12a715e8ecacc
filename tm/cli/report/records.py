"""Findings as one JSON object."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from tm.model.finding import Finding, Severity, Span
from tm.workflow.check import Report

_LONE = re.compile("[\ud800-\udfff]")


def as_json(report: Report, fixed: Mapping[str, int] | None = None) -> str:
    """Write a report as JSON on one line.

    Args:
        fixed: how many findings of each check were put right before.
    """
    counts = {f"{severity}s": report.count(severity) for severity in Severity}
    summary: dict[str, object] = {"units": report.units, "findings": len(report.findings), **counts}
    summary |= {"silenced": len(report.silenced), "gone": len(report.gone)}
    if fixed is not None:
        summary["fixed"] = dict(fixed)
    told = {
        "findings": [_record(finding) for finding in report.findings],
        "summary": summary,
        "silenced": [_record(finding) for finding in report.silenced],
        "gone": list(report.gone),
    }
    return _LONE.sub(lambda char: f"\\u{ord(char[0]):04x}", json.dumps(told, ensure_ascii=False))


def _record(finding: Finding) -> dict[str, object]:
    return {
        "check": finding.check,
        "severity": finding.severity,
        "path": finding.path,
        "line": finding.line,
        "lang": finding.lang,
        "source": finding.source,
        "target": finding.target,
        "message": finding.message,
        "context": finding.context,
        "at": _span(finding.at),
        "of": _span(finding.of),
        "fix": finding.fix,
        "silence": finding.silence and {"by": finding.silence.by, "reason": finding.silence.reason},
    }


def _span(span: Span | None) -> dict[str, int] | None:
    return None if span is None else {"start": span.start, "end": span.end}
