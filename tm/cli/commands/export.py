"""Write the memory as TMX, CSV, TSV or XLSX, the glossary as TBX, or units as XLIFF, by the file's ending.

With --lang, of each entry the original and these languages. XLIFF holds the units of PO files in one language, for a
translator's tool; tm import brings them back.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tm.cli import arguments, output
from tm.cli.context import Context
from tm.model.errors import SettingsError, StoreError


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=arguments.path, metavar="FILE", help="the file to write; - for TMX on stdout")
    parser.add_argument(
        "po", nargs="*", type=arguments.path, metavar="PO", help="of XLIFF: which PO files (all by default)"
    )
    parser.add_argument("--lang", type=arguments.languages, default=(), metavar="L,…", help="only these languages")
    parser.add_argument(
        "--tags",
        choices=["elements", "text"],
        default="elements",
        help="how TMX holds inline tags: as text for OmegaT and Weblate with PO files",
    )
    parser.add_argument("--tbx", type=int, choices=[2, 3], default=2, help="the edition of TBX: 2 for OmegaT (default)")
    parser.add_argument("--xliff", choices=["2.1", "1.2"], default="2.1", help="the version of XLIFF")
    parser.add_argument(
        "--matches", type=arguments.most, default=3, metavar="N", help="of XLIFF: matches of the memory for each unit"
    )
    parser.add_argument("--fill", action="store_true", help="of XLIFF: missing targets hold the source, for OmegaT")


def run(options: argparse.Namespace, context: Context) -> int:
    from tm.stores import open_store
    from tm.workflow.give_out import give_glossary, give_memory, give_tmx, is_memory

    if options.file.suffix.lower() in {".xlf", ".xliff"}:
        return _hand_over(options, context)
    if options.po:
        raise SettingsError(f"{options.po[0]}: only XLIFF holds units of PO files: let {options.file} end in .xlf")
    codes = [language.code for language in options.lang]
    is_stdout = options.file == Path("-")
    if not is_stdout and not is_memory(options.file):
        given = give_glossary(context.project_or_here(), options.file, codes, edition=options.tbx)
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
    if given.unsaid:
        notes = output.count(given.unsaid, "note")
        output.note(f"{options.file}: {notes} of other programs left out, as a table has no place for them: TMX has")
    if given.codes:
        regions = ", ".join(sorted(given.codes)[:6])
        output.note(f"{options.file}: its columns have no regions: those of {regions} are in TMX alone")
    texts = ", ".join(f"{code} {count}" for code, count in sorted(given.texts.items()))
    print(f"{options.file}: {output.count(given.entries, noun)}" + (f" ({texts})" if texts else ""))
    return 0


def _hand_over(options: argparse.Namespace, context: Context) -> int:
    from tm.stores import open_store
    from tm.workflow.hand_over import Wanted, hand_over
    from tm.workflow.other_languages import our_po_files, passed_over

    project = context.project_or_here()
    paths = our_po_files(options.po) if options.po else project.po_files()
    for sentence in passed_over(options.po):
        output.note(sentence)
    wanted = Wanted(tuple(language.code for language in options.lang), options.xliff, options.matches, options.fill)
    url = context.memory or project.memory_url(None)
    store = None
    try:
        store = open_store(url, create=False) if options.matches else None
    except StoreError as error:
        if Path(url).exists():
            raise
        output.note(f"no matches: {error}")
    try:
        handed = hand_over(project, store, paths, options.file, wanted)
    finally:
        if store:
            store.close()
    if handed.unsaid:
        output.note(
            f"{options.file}: notes of other programs left out, of so many matches: {handed.unsaid}; TMX has them"
        )
    states = ", ".join(f"{count} {state}" for state, count in sorted(handed.units.items()))
    counts = f"{output.count(handed.documents, 'document')}, {output.count(handed.units.total(), 'unit')}"
    print(f"{options.file}: {counts} ({states}), matches of the memory: {handed.matches}")
    return 0
