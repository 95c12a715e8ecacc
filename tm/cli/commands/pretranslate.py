"""Fill untranslated units from the memory: sure matches as translated, the others as fuzzy."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from tm.cli import arguments, output
from tm.cli.context import Context
from tm.model.errors import StoreError


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="*", type=arguments.path, metavar="PO", help="PO files (all of locales/ by default)"
    )
    parser.add_argument("--min-score", type=arguments.score, metavar="PERCENT", help="75 by default")
    parser.add_argument("--lang", type=arguments.languages, default=(), metavar="L,…", help="only these languages")


def run(options: argparse.Namespace, context: Context) -> int:
    from tm.project.layout import language_of
    from tm.stores import open_store
    from tm.workflow.other_languages import our_po_files, passed_over
    from tm.workflow.pretranslate import helpers, pretranslate

    project = context.project()
    paths = our_po_files(options.files) if options.files else project.po_files()
    for sentence in passed_over(options.files):
        output.note(sentence)
    paths = [path for path in paths if not options.lang or language_of(path) in options.lang]
    url = context.memory_url()
    try:
        store = open_store(url, create=False, growing=output.counter("index"))
    except StoreError as error:
        if Path(url).exists():
            raise
        output.note(f"nothing to fill from: {error}")
        return 0
    min_score = project.settings.min_score if options.min_score is None else options.min_score
    crew = helpers(url, min_score=min_score, jobs=arguments.jobs())
    try:
        told = output.counter("pretranslate")
        work = pretranslate(project, store, paths, min_score=min_score, now=datetime.now(UTC), crew=crew, told=told)
        for done in output.progress(work, len(paths), "pretranslate"):
            kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(done.filled.items()))
            filled = f"{sum(done.filled.values())} filled ({kinds})" if kinds else "nothing filled"
            print(f"{project.shown(done.path)}: {filled}, {done.left} left untranslated")
    finally:
        store.close()
    return 0
