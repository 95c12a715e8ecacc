"""Show where a word or a phrase occurs in the memory, with translations and origin, best first."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tm.cli import arguments, output
from tm.cli.context import Context
from tm.cli.waiting import waiting
from tm.model.errors import SettingsError
from tm.model.language import find_language

if TYPE_CHECKING:
    from tm.memory.concordance import Concordance, Hit, Wanted


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("phrase", metavar="PHRASE", help="words that stand together; every sign stands for itself")
    parser.add_argument(
        "--from", dest="source", metavar="L", help="its language (by default that of its script; en for Latin letters)"
    )
    parser.add_argument(
        "--to", dest="targets", type=arguments.languages, metavar="L,…", help="translations wanted (by default all)"
    )
    parser.add_argument("--stem", action="store_true", help="any form of the words: Nations finds nation")
    parser.add_argument("--limit", type=arguments.count, default=20, metavar="N", help="20 hits by default")
    arguments.add_format(parser)


def run(options: argparse.Namespace, context: Context) -> int:
    from tm.memory.concordance import Wanted, find_hits
    from tm.stores import open_store
    from tm.text.normalize import match_key
    from tm.text.script import likely_language

    if not match_key(options.phrase):
        raise SettingsError("PHRASE is empty: name a word or a phrase")
    source = find_language(options.source or likely_language(options.phrase)).code
    targets = [target.code for target in options.targets or ()]
    if source in targets:
        raise SettingsError(f"--from and --to are both {source}: name two languages")
    show = _print_json if options.format == "json" else _print_text
    store = open_store(context.memory_url(), create=False)
    try:
        for target in targets or [None]:
            wanted = Wanted(options.phrase, source, target, options.stem)
            with waiting() as tell:
                found = find_hits(store, wanted, limit=options.limit, tell=tell)
            show(wanted, found)
    finally:
        store.close()
    return 0


def _print_json(wanted: Wanted, found: Concordance) -> None:
    import json

    hits = [
        {
            "source": hit.source,
            "target": hit.target,
            "origin": {
                "document": hit.origin.document,
                "place": hit.origin.place,
                "date": hit.origin.date,
                "author": hit.origin.author,
            },
            "spans": hit.spans,
            "entry": hit.entry,
            **({} if wanted.target else {"texts": dict(hit.texts)}),
        }
        for hit in found.hits
    ]
    answer = {
        "phrase": wanted.text,
        "from": wanted.source,
        "to": wanted.target,
        "stem": wanted.stemmed,
        "hits": hits,
        "total": found.total,
        "more": found.more,
    }
    print(json.dumps(answer, ensure_ascii=False))


def _print_text(wanted: Wanted, found: Concordance) -> None:
    print(output.paint(" → ".join(filter(None, [wanted.source, wanted.target])) + f": {wanted.text}", "bold"))
    for hit in found.hits:
        where = " ".join(filter(None, [hit.origin.document, hit.origin.place, hit.origin.date]))
        print(f"  {output.paint(where, 'dim')}")
        print(f"    {_marked(hit)}")
        if hit.target is not None:
            print(f"    {hit.target}")
        for language, text in hit.texts.items():
            print(f"    {output.paint(language, 'dim')} {text}")
    if not found.total:
        print("  not found" + (" in what came last into the memory; the rest was not looked at" if found.more else ""))
    elif found.more or found.total > len(found.hits):
        least = "at least " if found.more else ""
        print(f"  {output.count(len(found.hits), 'hit')} shown; in {least}{output.count(found.total, 'text')}")


def _marked(hit: Hit) -> str:
    parts, last = [], 0
    for start, end in hit.spans:
        parts += [hit.source[last:start], output.paint(hit.source[start:end], "mark")]
        last = end
    return "".join([*parts, hit.source[last:]])
