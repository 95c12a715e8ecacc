"""Findings as SARIF 2.1.0, which code hosts and editors show beside the file."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from urllib.parse import quote

from tm import __version__, checks
from tm.cli.report.explanation import as_markdown
from tm.cli.report.visible import visible
from tm.model.finding import Finding, Severity
from tm.project.layout import Project
from tm.workflow.baseline import identity
from tm.workflow.check import Report
from tm.workflow.explain import Explained, explain
from tm.workflow.places import Region, regions

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_KINDS = {"flag": "inSource", "comment": "inSource", "settings": "external", "baseline": "external"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

Json = Mapping[str, object]


def as_sarif(report: Report, project: Project) -> str:
    """Write a report as a SARIF log of one run, silenced findings with what suppresses them."""
    findings = [*report.findings, *report.silenced]
    names = {finding.check for finding in findings}
    rules = [one for one in checks.ALL if one.name in names]
    run = {
        "tool": {
            "driver": {"name": "Hexapla", "version": __version__, "rules": list(map(_rule, explain(rules, project)))}
        },
        "columnKind": "unicodeCodePoints",
        "results": list(_results(findings, [one.name for one in rules], project)),
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(explained: Explained) -> Json:
    one, text = explained.check, as_markdown(explained)
    return {
        "id": one.name,
        "name": "".join(part.capitalize() for part in one.name.split("-")),
        "shortDescription": {"text": one.about},
        "fullDescription": {"text": " ".join(f"{one.about} {one.detail}".split())},
        "help": {"text": text, "markdown": text},
        "defaultConfiguration": {"level": _LEVELS[one.severity], "enabled": one.is_default},
    }


def _results(findings: Sequence[Finding], rules: Sequence[str], project: Project) -> Iterator[Json]:
    seen: Counter[str] = Counter()
    for finding, region in zip(findings, regions(findings), strict=True):
        line = identity(finding, lambda path: project.place_of(Path(path)))
        seen[line] += 1
        result: dict[str, object] = {
            "ruleId": finding.check,
            "ruleIndex": rules.index(finding.check),
            "level": _LEVELS[finding.severity],
            "message": {"text": visible(finding.message)},
            "locations": [_location(finding, region)],
            "partialFingerprints": {"hexaplaFinding/v1": _fingerprint(line, seen[line])},
        }
        if silence := finding.silence:
            reason = {"justification": visible(silence.reason)} if silence.reason else {}
            result["suppressions"] = [{"kind": _KINDS[silence.by], "status": "accepted", **reason}]
        yield result


def _fingerprint(line: str, number: int) -> str:
    return blake2b(f"{line}\0{number}".encode(), digest_size=16).hexdigest()


def _location(finding: Finding, region: Region | None) -> Json:
    place: dict[str, int] = {"startLine": finding.line}
    if region:
        place = {
            "startLine": region.line,
            "startColumn": region.column,
            "endLine": region.end_line,
            "endColumn": region.end_column,
        }
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(finding.path)}, "region": place}}


def _uri(path: str) -> str:
    """Give a path as a reference relative to the working folder, as code hosts want it."""
    relative = os.path.relpath(path).replace(os.sep, "/")
    return quote(relative.encode("utf-8", "surrogateescape"))
