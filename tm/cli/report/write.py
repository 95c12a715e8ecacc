"""Render findings in a format, and put them on stdout or into a file."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from tm.cli import output
from tm.workflow.check import Report

if TYPE_CHECKING:
    import argparse

    from tm.project.layout import Project


def plain(text: str, colour: str) -> str:
    """Leave a text without colour."""
    return text


def write(pieces: Iterable[str], path: Path | None) -> None:
    """Print a text in pieces, or write it to a file, whole or not at all.

    Raises:
        SettingsError: the file cannot be written.
    """
    if path is None:
        sys.stdout.writelines(pieces)
        return
    from tm.exchange.atomic import replace_file

    replace_file(path, b"".join(piece.encode("utf-8", "backslashreplace") for piece in pieces))


def rendered(
    project: Project, report: Report, options: argparse.Namespace, fixed: Mapping[str, int] | None
) -> Iterable[str]:
    """Write a report in the format asked for, in pieces, as it may be long."""
    if options.format == "json":
        from tm.cli.report.records import as_json

        return as_json(report, fixed)
    if options.format == "sarif":
        from tm.cli.report.sarif import as_sarif

        return [as_sarif(report, project), "\n"]
    if options.format == "html":
        from tm.cli.report.page import as_page

        return [as_page(report)]
    from tm.cli.report.text import lines

    shows = options.excerpts if options.excerpts is not None else sys.stdout.isatty() and not options.output
    columns = shutil.get_terminal_size().columns if shows else 0
    paint = plain if options.output else output.paint
    return (f"{line}\n" for line in lines(report, columns=columns, paint=paint))
