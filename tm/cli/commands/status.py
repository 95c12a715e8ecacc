"""Say how many segments and words are done, fuzzy and untranslated, per document and language."""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import asdict

from tm.cli import arguments, output
from tm.cli.context import Context
from tm.model.language import find_language


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lang", type=arguments.languages, default=(), metavar="L,…", help="only these languages")
    parser.add_argument("--findings", action="store_true", help="run the checks, and count what they find")
    arguments.add_format(parser)


def run(options: argparse.Namespace, context: Context) -> int:
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
