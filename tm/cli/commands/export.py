"""Write the memory as TMX, CSV, TSV or XLSX, or the glossary as TBX, by the file's ending.

With --lang, of each entry the original and these languages.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tm.cli import arguments, output
from tm.cli.context import Context


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the file to write; - for TMX on stdout")
    parser.add_argument("--lang", type=arguments.languages, default=(), metavar="L,…", help="only these languages")
    parser.add_argument(
        "--tags",
        choices=["elements", "text"],
        default="elements",
        help="how TMX holds inline tags: as text for OmegaT and Weblate with PO files",
    )


def run(options: argparse.Namespace, context: Context) -> int:
    from tm.stores import open_store
    from tm.workflow.give_out import give_glossary, give_memory, give_tmx, is_memory

    codes = [language.code for language in options.lang]
    is_stdout = options.file == Path("-")
    if not is_stdout and not is_memory(options.file):
        given = give_glossary(context.project_or_here(), options.file, codes)
        noun = "concept"
    else:
        store = open_store(context.memory_url(), create=False)
        try:
            if is_stdout:
                give_tmx(store, sys.stdout.buffer, codes, tags_as_text=options.tags == "text")
                return 0
            given = give_memory(store, options.file, codes, tags_as_text=options.tags == "text")
        finally:
            store.close()
        noun = "entry"
    texts = ", ".join(f"{code} {count}" for code, count in sorted(given.texts.items()))
    print(f"{options.file}: {output.count(given.entries, noun)}" + (f" ({texts})" if texts else ""))
    return 0
