"""Put translations into the memory; a folder means all PO files in it. Importing again adds nothing."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from tm.cli import output
from tm.cli.context import Context


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="PO files, or folders of them")


def run(options: argparse.Namespace, context: Context) -> int:
    from tm.project.layout import named_po_files
    from tm.stores import open_store
    from tm.workflow.learn import learn

    paths = named_po_files(options.files)
    project = context.project() if context.memory is None else context.project_or_here()
    store = open_store(context.memory_url())
    try:
        totals = [0, 0, 0, 0, 0, 0]
        for done in output.progress(learn(store, paths, project, output.counter("import")), len(paths), "import"):
            left = sum(done.rejected.values())
            counts = (done.read, done.added, done.updated, done.unchanged, left, done.removed)
            totals = [total + count for total, count in zip(totals, counts, strict=True)]
            print(f"{done.path}: {_sentence(counts, done.rejected)}")
        if len(paths) > 1:
            print(f"total: {_sentence(totals, {})}")
    finally:
        store.close()
    return 0


def _sentence(counts: Sequence[int], rejected: Mapping[str, int]) -> str:
    words = ("read", "added", "updated", "unchanged", "rejected")
    said = ", ".join(f"{count} {word}" for count, word in zip(counts, words, strict=False))
    why = ", ".join(f"{count} {reason}" for reason, count in sorted(rejected.items()))
    removed = f", {counts[-1]} removed" if counts[-1] else ""
    return said + (f" ({why})" if why else "") + removed
