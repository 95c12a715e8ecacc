"""Findings as one JSON object."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from tm.model.finding import Finding, Severity, Span
from tm.workflow.check import Report

_LONE = re.compile("[\ud800-\udfff]")
_encode = json.JSONEncoder(ensure_ascii=False).encode


def as_json(report: Report, fixed: Mapping[str, int] | None = None) -> Iterator[str]:
    """Write a report as JSON on one line, piece by piece: of many findings it is long.

    Args:
        fixed: how many findings of each check were put right before.
    """
    counts = {f"{severity}s": report.count(severity) for severity in Severity}
    summary: dict[str, object] = {"units": report.units, "findings": len(report.findings), **counts}
    summary |= {"silenced": len(report.silenced), "gone": len(report.gone)}
    if fixed is not None:
        summary["fixed"] = dict(fixed)
    yield '{"findings": ['
    yield from _records(report.findings)
    yield f'], "summary": {_json(summary)}, "silenced": ['
    yield from _records(report.silenced)
    yield f'], "gone": {_json(list(report.gone))}}}\n'


def _records(findings: Sequence[Finding]) -> Iterator[str]:
    for index, finding in enumerate(findings):
        yield f"{', ' if index else ''}{_json(_record(finding))}"


def _json(value: object) -> str:
    return _LONE.sub(lambda char: f"\\u{ord(char[0]):04x}", _encode(value))


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
