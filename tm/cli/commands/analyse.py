"""Count the words of documents by how well the memory, or an earlier segment of them, matches."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tm.cli import arguments, output
from tm.cli.context import Context
from tm.model.errors import StoreError

if TYPE_CHECKING:
    from tm.evaluation.leverage import Leverage, Placed
    from tm.memory.store import Store


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="*",
        type=arguments.path,
        metavar="PATH",
        help="PO files, folders and documents in source/ (by default all of locales/, and documents without PO files)",
    )
    parser.add_argument("--lang", type=arguments.languages, default=(), metavar="L,…", help="only these languages")
    parser.add_argument("--untranslated", action="store_true", help="count only what is untranslated or fuzzy")
    arguments.add_format(parser)


def run(options: argparse.Namespace, context: Context) -> int:
    from tm.workflow.analyse import analyse, read_job
    from tm.workflow.other_languages import passed_over

    project = context.project_or_here() if options.paths else context.project()
    for sentence in passed_over(options.paths):
        output.note(sentence)
    job = read_job(project, options.paths, options.lang, untranslated=options.untranslated)
    store = _memory(context.memory or project.memory_url(None))
    try:
        placing = analyse(store, job, min_score=project.settings.min_score)
        work = output.progress(placing, len(job), "analyse")
        placed = [segment for segment in work if segment]
    finally:
        if store:
            store.close()
    if store and placed and all(segment.internal or segment.band == "new" for segment in placed):
        output.note("the memory holds nothing that is like these segments: only they themselves are compared")
    rates = project.settings.rates
    if options.format == "json":
        import json

        print(json.dumps(_json(placed, rates), ensure_ascii=False))
    elif placed:
        _print_text(placed, rates)
    else:
        output.note("nothing to count: no PO file, no document, or all is translated")
    return 0


def _memory(url: str) -> Store | None:
    from tm.stores import open_store

    try:
        return open_store(url, create=False)
    except StoreError as error:
        if "://" in url or Path(url).exists():
            raise
        output.note(f"no memory, so only the documents themselves are compared: {error}")
        return None


def _by_document(placed: Sequence[Placed]) -> Mapping[tuple[str, str], Sequence[Placed]]:
    found: dict[tuple[str, str], list[Placed]] = {}
    for segment in placed:
        found.setdefault((segment.document, segment.lang), []).append(segment)
    return dict(sorted(found.items()))


def _json(placed: Sequence[Placed], rates: Mapping[str, float]) -> dict[str, object]:
    from tm.evaluation.leverage import tally

    documents = [
        {"document": document, "lang": lang, **_figures(tally(segments), rates)}
        for (document, lang), segments in _by_document(placed).items()
    ]
    return {**_figures(tally(placed), rates), "rates": dict(rates), "documents": documents}


def _figures(leverage: Leverage, rates: Mapping[str, float]) -> dict[str, object]:
    from dataclasses import asdict

    bands = {
        band: {**asdict(amount), "internal": asdict(leverage.internal[band])} for band, amount in leverage.bands.items()
    }
    return {**asdict(leverage.total), "weighted": leverage.weighted(rates), "bands": bands}


def _print_text(placed: Sequence[Placed], rates: Mapping[str, float]) -> None:
    """Print a line of words for each document and language, then the bands of all together."""
    from tm.evaluation.leverage import tally
    from tm.evaluation.rates import BANDS

    rows = [["document", "language", "segments", "words", *BANDS, "weighted"]]
    for (document, lang), segments in _by_document(placed).items():
        found = tally(segments)
        words = [str(found.bands[band].words) for band in BANDS]
        total = found.total
        rows.append([document, lang, str(total.units), str(total.words), *words, f"{found.weighted(rates):.1f}"])
    print(output.table(rows, right=range(2, len(rows[0]))), end="\n\n")
    found = tally(placed)
    share = 100 / max(found.total.words, 1)
    rows = [["band", "segments", "words", "%", "internal segments", "internal words", "rate %", "weighted"]]
    for band in BANDS:
        amount, internal, rate = found.bands[band], found.internal[band], rates[band]
        figures = [amount.units, amount.words, f"{amount.words * share:.1f}", internal.units, internal.words]
        rows.append([band, *map(str, figures), f"{rate:g}", f"{amount.words * rate / 100:.1f}"])
    inside = sum((found.internal[band] for band in BANDS[1:]), found.internal[BANDS[0]])
    total = found.total
    figures = [total.units, total.words, f"{total.words * share:.1f}", inside.units, inside.words]
    rows.append(["total", *map(str, figures), "", f"{found.weighted(rates):.1f}"])
    print(output.table(rows, right=range(1, len(rows[0]))))
