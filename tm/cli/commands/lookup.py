"""Find the best matches for a segment; without a text, read one segment a line and answer each in order."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tm.cli import arguments, output
from tm.cli.context import Context
from tm.model.errors import FormatError, SettingsError
from tm.model.language import find_language

if TYPE_CHECKING:
    from tm.memory.lookup import Query
    from tm.model.match import Match, Origin


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", nargs="?", metavar="TEXT", help="the segment (lines of stdin by default)")
    parser.add_argument("--from", dest="source", default="en", metavar="L", help="its language (en by default)")
    parser.add_argument("--to", dest="targets", type=arguments.languages, required=True, metavar="L,…")
    parser.add_argument("--min-score", type=arguments.score, default=70.0, metavar="PERCENT", help="70 by default")
    parser.add_argument("--limit", type=arguments.count, default=5, metavar="N", help="5 matches by default")
    parser.add_argument("--before", metavar="T", help="the segment before it; '' at the document's beginning")
    parser.add_argument("--after", metavar="T", help="the segment after it; '' at the document's end")
    arguments.add_format(parser)


def run(options: argparse.Namespace, context: Context) -> int:
    from tm.memory.lookup import Query, lookup
    from tm.stores import open_store

    source = find_language(options.source)
    if any(target == source for target in options.targets):
        raise SettingsError(f"--from and --to are both {source.code}: name two languages")
    show = _print_json if options.format == "json" else _print_text
    store = open_store(context.memory_url(), create=False)
    try:
        for text in [options.text] if options.text is not None else _lines():
            for target in options.targets:
                query = Query(text, source.code, target.code, options.before, options.after)
                show(query, lookup(store, query, min_score=options.min_score, limit=options.limit))
    finally:
        store.close()
    return 0


def _lines() -> Iterator[str]:
    for number, line in enumerate(sys.stdin.buffer, start=1):
        try:
            yield line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
        except UnicodeDecodeError:
            raise FormatError("stdin", number, "not UTF-8: convert it, for example with iconv") from None


def _print_json(query: Query, matches: Sequence[Match]) -> None:
    import json

    found = [_record(match) for match in matches]
    answer = {"source": query.text, "from": query.source, "to": query.target, "matches": found}
    print(json.dumps(answer, ensure_ascii=False))


def _record(match: Match) -> dict[str, object]:
    through = match.through
    return {
        "score": match.score,
        "kind": match.kind.label,
        "source": match.source,
        "target": match.target,
        "origin": _origin(match.origin),
        "entry": match.entry,
        "changed": match.target if match.changes else None,
        "remembered": match.remembered or None,
        "changes": [
            {"start": change.start, "end": change.end, "old": change.old, "new": change.new, "kind": change.kind}
            for change in match.changes
        ],
        "penalties": [{"name": name, "points": points} for name, points in match.penalties],
        "differences": [
            {"operation": operation, "query": asked, "memory": kept} for operation, asked, kept in match.differences
        ],
        "through": through
        and {"language": through.language, "text": through.text, "origin": _origin(through.origin)},
    }


def _origin(origin: Origin) -> dict[str, str]:
    return {"document": origin.document, "place": origin.place, "date": origin.date, "author": origin.author}


def _print_text(query: Query, matches: Sequence[Match]) -> None:
    print(output.paint(f"{query.source} → {query.target}: {query.text}", "bold"))
    if not matches:
        print("  no match")
    for match in matches:
        where = " ".join(filter(None, [match.origin.document, match.origin.place, match.origin.date]))
        print(f"  {match.score:g} {match.kind.label}  {output.paint(where, 'dim')}")
        if match.score < 100:
            print(f"    {match.source}")
        print(f"    {match.target}")
