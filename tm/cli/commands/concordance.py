"""Show where a word or a phrase occurs in the memory, with translations and origin, best first."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from tm.cli import arguments, output
from tm.cli.context import Context
from tm.cli.waiting import waiting
from tm.model.errors import SettingsError
from tm.model.language import find_language

if TYPE_CHECKING:
    from tm.memory.concordance import Concordance, Hit, Wanted
    from tm.memory.store import Store


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("phrase", metavar="PHRASE", help="words that stand together; every sign stands for itself")
    parser.add_argument(
        "--from",
        dest="source",
        metavar="L",
        help="its language (by default that of its script; for Latin letters the first of en, fr and es that has it)",
    )
    parser.add_argument(
        "--to", dest="targets", type=arguments.languages, metavar="L,…", help="translations wanted (by default all)"
    )
    parser.add_argument("--stem", action="store_true", help="any form of the words: Nations finds nation")
    parser.add_argument("--limit", type=arguments.count, default=20, metavar="N", help="20 hits by default")
    arguments.add_format(parser)


def run(options: argparse.Namespace, context: Context) -> int:
    from tm.memory.concordance import Wanted
    from tm.stores import open_store
    from tm.text.normalize import match_key

    if not match_key(options.phrase):
        raise SettingsError("PHRASE is empty: name a word or a phrase")
    targets = [target.code for target in options.targets or ()]
    sources = _sources(options.source, options.phrase, targets)
    show = _print_json if options.format == "json" else _print_text
    with closing(open_store(context.memory_url(), create=False)) as store:
        answers: Sequence[tuple[Wanted, Concordance]] = ()
        is_there = False
        for source in sources:
            asked = [Wanted(options.phrase, source, target, options.stem) for target in targets or [None]]
            found = [(wanted, _found(store, wanted, options.limit)) for wanted in asked]
            is_there = any(one.total or one.more for _, one in found)
            answers = found if is_there else answers or found
            if is_there:
                break
    looked_in = sources[: sources.index(answers[0][0].source) + 1] if is_there else sources
    for wanted, answer in answers:
        show(wanted, answer, looked_in)
    return 0


def _sources(named: str | None, phrase: str, targets: Sequence[str]) -> Sequence[str]:
    """List the languages in which a phrase is looked for, until it is found.

    Raises:
        SettingsError: they are all among those of the translations.
    """
    from tm.text.script import likely_languages

    may_be = [find_language(named).code] if named else likely_languages(phrase)
    sources = [code for code in may_be if code not in targets]
    if not sources:
        raise SettingsError(f"--from and --to are both {may_be[0]}: name two languages")
    return sources


def _found(store: Store, wanted: Wanted, limit: int) -> Concordance:
    from tm.memory.concordance import find_hits

    with waiting() as tell:
        return find_hits(store, wanted, limit=limit, tell=tell)


def _print_json(wanted: Wanted, found: Concordance, looked_in: Sequence[str]) -> None:
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
        "looked_in": list(looked_in),
        "stem": wanted.stemmed,
        "hits": hits,
        "total": found.total,
        "more": found.more,
    }
    print(json.dumps(answer, ensure_ascii=False))


def _print_text(wanted: Wanted, found: Concordance, looked_in: Sequence[str]) -> None:
    source = wanted.source if found.total else ", ".join(looked_in)
    asked = " → ".join(filter(None, [source, wanted.target]))
    print(output.paint(f"{asked}: {output.shown(wanted.text)}", "bold"))
    for hit in found.hits:
        where = " ".join(filter(None, [hit.origin.document, hit.origin.place, hit.origin.date]))
        print(f"  {output.paint(output.shown(where), 'dim')}")
        print(f"    {_marked(hit)}")
        if hit.target is not None:
            print(f"    {output.shown(hit.target)}")
        for language, text in hit.texts.items():
            print(f"    {output.paint(language, 'dim')} {output.shown(text)}")
    if not found.total:
        print("  not found" + (" in what came last into the memory; the rest was not looked at" if found.more else ""))
    elif found.more or found.total > len(found.hits):
        least = "at least " if found.more else ""
        print(f"  {output.count(len(found.hits), 'hit')} shown; in {least}{output.count(found.total, 'text')}")


def _marked(hit: Hit) -> str:
    parts, last = [], 0
    for start, end in hit.spans:
        parts += [output.shown(hit.source[last:start]), output.paint(output.shown(hit.source[start:end]), "mark")]
        last = end
    return "".join([*parts, output.shown(hit.source[last:])])
