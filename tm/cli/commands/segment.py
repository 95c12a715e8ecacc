"""Make PO files from source/, or bring them up to date; translations stay where their sentence went."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime

from tm.cli import arguments, output
from tm.cli.context import Context


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "sources", nargs="*", type=arguments.path, metavar="SOURCE", help="documents (all of source/ by default)"
    )
    parser.add_argument("--lang", type=arguments.languages, default=(), metavar="L,…", help="target languages")


def run(options: argparse.Namespace, context: Context) -> int:
    from tm.workflow.orphans import orphans
    from tm.workflow.segment import segment

    project = context.project()
    for path in project.unreadable_sources() if not options.sources else ():
        output.note(f"{project.shown(path)}: passed over: documents are files that end in .txt, .md or .docx")
    for done in segment(project, options.sources, options.lang, now=datetime.now(UTC)):
        state = "written" if done.written else "unchanged"
        counts = f"{output.count(done.units, 'segment')}, {done.untranslated} untranslated, {done.fuzzy} fuzzy"
        obsolete = f", {done.obsolete} obsolete" if done.obsolete else ""
        print(f"{project.shown(done.path)}: {state}: {counts}{obsolete}")
    for path, place in orphans(project) if not options.sources else ():
        output.note(
            f"{project.shown(path)}: {place} is gone: if it was renamed, rename this file like it, in the place of the "
            "new one, and run tm segment again; else take it away"
        )
    return 0
