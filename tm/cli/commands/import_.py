"""Put translations into the memory, and terms into the glossary.

Files are PO, TMX, XLIFF, CSV, TSV, XLSX or TBX by their endings; a folder means all such files in it. Importing again
adds nothing. XLIFF that tm export wrote brings its translations back into the PO files.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from tm.cli import arguments, output
from tm.cli.context import Context
from tm.model.errors import TmError


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=arguments.path, metavar="FILE", help="files, or folders of them")
    parser.add_argument(
        "--columns", default="", metavar="WHAT=N,…", help="what the columns of a table are: en=1,fr=3,document=4"
    )
    parser.add_argument("--glossary", action="store_true", help="tables hold terms: add them to locales/glossary.tbx")
    parser.add_argument(
        "--rejected", type=arguments.path, metavar="FILE", help="list there what is left out (.tm/rejected/ by default)"
    )


def run(options: argparse.Namespace, context: Context) -> int:
    from tm.project.unversioned import keep_from_git
    from tm.stores import open_store
    from tm.workflow.other_languages import passed_over
    from tm.workflow.transfer import Wish, named_files, take_in

    project = context.project() if context.memory is None else context.project_or_here()
    paths = named_files(options.files, project)
    for sentence in passed_over(options.files):
        output.note(sentence)
    wish = Wish(options.columns, options.glossary, options.rejected)
    bad: list[Path] = []

    def refuse(path: Path, error: TmError) -> None:
        bad.append(path)
        output.note(f"tm: error: {error}; nothing of this file was imported")

    store = open_store(context.memory_url())
    keep_from_git(project.root)
    try:
        totals = [0, 0, 0, 0, 0, 0]
        work = take_in(store, paths, project, wish, output.counter("import"), refuse if len(paths) > 1 else None)
        for done in output.progress(work, len(paths), "import"):
            left = sum(done.rejected.values())
            counts = (done.read, done.added, done.updated, done.unchanged, left, done.removed)
            totals = [total + count for total, count in zip(totals, counts, strict=True)]
            print(f"{done.path}: {_sentence(counts, done.rejected)}")
            for remark in done.remarks:
                output.note(remark)
        if len(paths) > 1:
            print(f"total: {_sentence(totals, {})}")
    finally:
        store.close()
    if bad:
        raise output.unfinished(bad, len(paths), "files", ("imported", "import"))
    return 0


def _sentence(counts: Sequence[int], rejected: Mapping[str, int]) -> str:
    words = ("read", "added", "updated", "unchanged", "rejected")
    said = ", ".join(f"{count} {word}" for count, word in zip(counts, words, strict=False))
    why = ", ".join(f"{count} {reason}" for reason, count in sorted(rejected.items()))
    removed = f", {counts[-1]} removed" if counts[-1] else ""
    return said + (f" ({why})" if why else "") + removed
