"""Say how many segments and words are done, fuzzy and untranslated, per document and language."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from tm.cli import arguments, output
from tm.cli.context import Context


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lang", type=arguments.languages, default=(), metavar="L,…", help="only these languages")
    arguments.add_format(parser)


def run(options: argparse.Namespace, context: Context) -> int:
    from tm.workflow.status import status

    found = [asdict(row) for row in status(context.project(), options.lang)]
    if options.format == "json":
        import json

        print(json.dumps({"documents": found}, ensure_ascii=False))
        return 0
    if not found:
        output.note("no PO files yet: run tm segment")
        return 0
    rows = [list(found[0]), *([str(value) for value in row.values()] for row in found)]
    print(output.table(rows, right=range(2, 7)))
    return 0
