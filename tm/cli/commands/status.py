"""Say how many segments and words are done, fuzzy and untranslated, per document and language, now and before."""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import asdict

from tm.cli import arguments, output
from tm.cli.context import Context
from tm.model.errors import SettingsError
from tm.model.language import find_language


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lang", type=arguments.languages, default=(), metavar="L,…", help="only these languages")
    parser.add_argument("--findings", action="store_true", help="run the checks, and count what they find")
    parser.add_argument("--history", action="store_true", help="count at the commits of git that changed locales/")
    parser.add_argument(
        "--format",
        choices=["text", "json", "html"],
        default="text",
        help="how to print the result (html: a page with charts, of the history)",
    )
    parser.add_argument(
        "-o", "--output", type=arguments.path, metavar="FILE", help="write the history there, not to stdout"
    )


def run(options: argparse.Namespace, context: Context) -> int:
    if options.history:
        return _history(options, context)
    if options.output or options.format == "html":
        raise SettingsError("-o and --format html are for the history: add --history")
    return _now(options, context)


def _now(options: argparse.Namespace, context: Context) -> int:
    from tm.workflow.status import status

    project = context.project()
    found: list[dict[str, object]] = [asdict(row) for row in status(project, options.lang)]
    if options.findings:
        from tm.workflow.check import check

        paths = [project.po_path(str(row["document"]), find_language(str(row["lang"]))) for row in found]
        counts = Counter(finding.path for finding in check(project, paths).findings)
        for row, path in zip(found, paths, strict=True):
            row["findings"] = counts[project.shown(path)]
    if options.format == "json":
        import json

        print(json.dumps({"documents": found}, ensure_ascii=False))
        return 0
    if not found:
        output.note("no PO files yet: run tm segment")
        return 0
    rows = [["document", "language", "segments", *list(found[0])[3:]]]
    rows += [[str(value) for value in row.values()] for row in found]
    print(output.table(rows, right=range(2, len(rows[0]))))
    return 0


def _history(options: argparse.Namespace, context: Context) -> int:
    from tm.cli import past
    from tm.workflow.history import history

    if options.findings:
        raise SettingsError("--findings counts what is there now, --history what was before: use one of them")
    project = context.project()
    found = history(project, options.lang, output.counter("history"))
    if not found.languages:
        raise SettingsError("no commit has a PO file of these languages in locales/: there is no history to tell")
    if found.broken:
        output.note(
            f"{output.count(found.broken, 'PO file')} of earlier commits not sound: what could be read is counted"
        )
    if found.shallow:
        output.note("this clone is shallow: older commits are not in it; git fetch --unshallow brings them")
    text = past.written(found, options.format, project.root.resolve().name)
    if options.output is None:
        print(text)
        return 0
    from tm.exchange.atomic import replace_file

    replace_file(options.output, f"{text}\n".encode())
    output.note(f"{options.output}: the history of {output.count(len(found.languages), 'language')}")
    return 0
