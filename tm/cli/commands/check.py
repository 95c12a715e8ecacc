"""Look for missing, wrong and inconsistent translations; exit code 1 when a finding is an error."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from tm.cli import arguments, output
from tm.cli.context import Context
from tm.model.finding import Severity

if TYPE_CHECKING:
    from tm.workflow.check import Report


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="PO files or folders (locales/ by default)")
    parser.add_argument("--select", type=_names, default=(), metavar="ID,…", help="only these checks")
    parser.add_argument("--ignore", type=_names, default=(), metavar="ID,…", help="all but these checks")
    arguments.add_format(parser)


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def run(options: argparse.Namespace, context: Context) -> int:
    from tm.project.layout import named_po_files
    from tm.workflow.check import check

    project = context.project_or_here() if options.paths else context.project()
    paths = named_po_files(options.paths) if options.paths else project.po_files()
    work = output.progress(paths, len(paths), "check")
    report = check(project, work, select=options.select, ignore=options.ignore)
    if options.format == "json":
        import json

        print(json.dumps(_json(report), ensure_ascii=False))
    else:
        _print_text(report, len(paths))
    return 1 if report.count(Severity.ERROR) else 0


def _json(report: Report) -> dict[str, object]:
    return {
        "findings": [asdict(finding) for finding in report.findings],
        "summary": {
            "units": report.units,
            "findings": len(report.findings),
            "errors": report.count(Severity.ERROR),
            "warnings": report.count(Severity.WARNING),
            "infos": report.count(Severity.INFO),
        },
    }


def _print_text(report: Report, files: int) -> None:
    for finding in report.findings:
        severity = output.paint(finding.severity, finding.severity.value)
        message = " ".join(finding.message.split("\n"))
        print(f"{finding.path}:{finding.line}: {severity}: {finding.check}: {message}")
    counts = ", ".join(output.count(report.count(severity), severity) for severity in Severity)
    output.note(f"{output.count(report.units, 'unit')} in {output.count(files, 'file')}: {counts}")
