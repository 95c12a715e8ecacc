"""Show what is in the memory, in figures, and what became of single entries."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from itertools import combinations
from typing import TYPE_CHECKING

from tm.cli import arguments, notes, output
from tm.cli.commands.memory.acts import act_json, act_line
from tm.cli.context import Context
from tm.model.errors import SettingsError
from tm.model.language import find_language

if TYPE_CHECKING:
    from tm.memory.acts import Act, Holding, Stats, Told, Version
    from tm.memory.store import Store

_ALL_ACTS = 2**31


def configure_stats(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--limit", type=arguments.count, default=20, metavar="N", help="20 documents and acts by default"
    )
    arguments.add_format(parser)


def configure_history(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("wanted", metavar="ENTRY|TEXT", help="the number of an entry, or a text that it has or had")
    parser.add_argument(
        "--from", dest="source", metavar="L", help="the text's language (by default that of its script)"
    )
    arguments.add_format(parser)


def show_stats(options: argparse.Namespace, context: Context) -> int:
    from tm.stores import open_store

    with closing(open_store(context.memory_url(), create=False)) as store:
        stats, acts = store.stats(), store.acts(options.limit)
    if options.format == "json":
        print(json.dumps(_stats_json(stats, acts), ensure_ascii=False))
    else:
        _print_stats(stats, acts, options.limit)
    return 0


def _pairs(stats: Stats) -> Mapping[tuple[str, str], int]:
    """Count the entries that have texts in both of two languages."""
    counts: Counter[tuple[str, str]] = Counter()
    for languages, count in stats.entries.items():
        for one, other in combinations(languages, 2):
            counts[one, other] += count
    return dict(sorted(counts.items()))


def _sums(stats: Stats, column: int) -> Mapping[str, int]:
    """Add the texts up by document (0), language (1) or status (2)."""
    counts: Counter[str] = Counter()
    for key, count in stats.texts.items():
        counts[key[column]] += count
    return dict(sorted(counts.items()))


def _documents(stats: Stats) -> Mapping[str, Mapping[str, int]]:
    """Count the texts of each document by language."""
    documents: dict[str, Counter[str]] = {}
    for (document, language, _), count in stats.texts.items():
        documents.setdefault(document, Counter())[language] += count
    return documents


def _whole(documents: Mapping[str, Mapping[str, int]]) -> Mapping[str, Mapping[str, int]]:
    """Count what second translations have documents of their own for with the document that they belong to."""
    from tm.memory.variants import document_of

    found: dict[str, Counter[str]] = {}
    for name, counts in documents.items():
        found.setdefault(document_of(name), Counter()).update(counts)
    return found


def _stats_json(stats: Stats, acts: Sequence[Act]) -> dict[str, object]:
    return {
        "entries": sum(stats.entries.values()),
        "texts": sum(stats.texts.values()),
        "size": stats.size,
        "indexed": list(stats.indexed),
        "languages": dict(_sums(stats, 1)),
        "statuses": {str(status): count for status, count in _sums(stats, 2).items()},
        "documents": [
            {"document": document, "languages": dict(languages)} for document, languages in _documents(stats).items()
        ],
        "pairs": [{"languages": list(pair), "entries": count} for pair, count in _pairs(stats).items()],
        "acts": [act_json(act) for act in acts],
    }


def _print_stats(stats: Stats, acts: Sequence[Act], limit: int) -> None:
    entries, texts = sum(stats.entries.values()), sum(stats.texts.values())
    indexed = ", ".join(stats.indexed) or "none yet"
    print(f"{output.count(entries, 'entry')}, {output.count(texts, 'text')}, {stats.size / 1e6:.1f} MB on disk")
    print(f"languages indexed: {indexed}")
    languages = list(_sums(stats, 1))
    if texts:
        rows = [["status", *languages, "all"]]
        for status, total in _sums(stats, 2).items():
            counts = Counter[str]()
            for (_, code, other), count in stats.texts.items():
                counts[code] += count * (other == status)
            rows.append([str(status), *(str(counts[code]) for code in languages), str(total)])
        _print_table(rows)
        documents = _whole(_documents(stats))
        shown = list(documents.items())[:limit]
        cells = [[output.shown(name), *(str(counts.get(code, 0)) for code in languages)] for name, counts in shown]
        _print_table([["document", *languages], *cells])
        if len(documents) > limit:
            print(f"and {output.count(len(documents) - limit, 'document')} more: see --limit")
        _print_table([["languages", "entries"], *([" ".join(pair), str(n)] for pair, n in _pairs(stats).items())])
    if acts:
        print("\nlast acts")
        print("\n".join(act_line(act) for act in acts))


def _print_table(rows: Sequence[Sequence[str]]) -> None:
    print("\n" + output.table(rows, right=range(1, len(rows[0]))))


def show_history(options: argparse.Namespace, context: Context) -> int:
    from tm.stores import open_store

    with closing(open_store(context.memory_url(), create=False)) as store:
        found = [holding for number in _numbers(store, options) if (holding := store.history(number))]
        acts = {act.id: act for act in store.acts(_ALL_ACTS)}
    if not found:
        what = f"entry {options.wanted}" if _is_number(options) else "entry that has or had this text"
        raise SettingsError(f"there is no {what}: tm lookup and tm concordance find entries")
    if options.format == "json":
        print(json.dumps({"entries": [_entry_json(holding, acts) for holding in found]}, ensure_ascii=False))
    else:
        for holding in found:
            _print_entry(holding, acts)
    return 0


def _is_number(options: argparse.Namespace) -> bool:
    return options.source is None and options.wanted.isascii() and options.wanted.isdecimal()


def _numbers(store: Store, options: argparse.Namespace) -> Iterable[int]:
    from tm.text.normalize import match_key
    from tm.text.script import likely_languages

    if _is_number(options):
        return [arguments.entry(options.wanted)]
    languages = [find_language(options.source).code] if options.source else likely_languages(options.wanted)
    found = (store.find(match_key(options.wanted), language) for language in languages)
    return next(filter(None, found), ())


def _entry_json(holding: Holding, acts: Mapping[int, Act]) -> dict[str, object]:
    return {
        "entry": holding.id,
        "document": holding.document,
        "role": holding.role,
        "original": holding.original,
        "versions": [_version_json(text, acts) for text in holding.texts],
        "notes": [_told_json(told, acts) for told in holding.told],
    }


def _told_json(told: Told, acts: Mapping[int, Act]) -> dict[str, object]:
    return {
        "language": told.about or None,
        "notes": [notes.as_record(note) for note in told.notes],
        "brought": act_json(acts[told.brought]) if told.brought in acts else None,
        "ended": act_json(acts[told.ended]) if told.ended in acts else None,
    }


def _version_json(text: Version, acts: Mapping[int, Act]) -> dict[str, object]:
    return {
        "language": text.language,
        "text": text.text,
        "date": text.date,
        "status": text.status.value,
        "author": text.author,
        "place": text.place,
        "brought": act_json(acts[text.brought]) if text.brought in acts else None,
        "ended": act_json(acts[text.ended]) if text.ended in acts else None,
    }


def _print_entry(holding: Holding, acts: Mapping[int, Act]) -> None:
    role = f", {holding.role}" if holding.role else ""
    gone = "" if any(not text.ended for text in holding.texts) else ": not there any more"
    print(output.paint(output.shown(f"entry {holding.id}: {holding.document}{role}{gone}"), "bold"))
    _print_told(holding, "", acts)
    for text in holding.texts:
        facts = " ".join(filter(None, [text.date, text.status.value, text.author, text.place]))
        print(f"  {text.language}  {output.shown(text.text)}")
        print(f"      {output.paint(output.shown(facts), 'dim')}")
        for word, number in (("brought by", text.brought), ("ended by", text.ended)):
            if number in acts:
                print(f"      {output.paint(f'{word} {act_line(acts[number])}', 'dim')}")
        if text is next(one for one in holding.texts if one.language == text.language):
            _print_told(holding, text.language, acts)


def _print_told(holding: Holding, about: str, acts: Mapping[int, Act]) -> None:
    """Print what other programs say of an entry or a text, and what they said before."""
    indent = "      " if about else "  "
    for told in holding.told:
        if told.about == about:
            for note in told.notes:
                print(f"{indent}{output.shown(notes.as_line(note))}")
            if told.ended in acts:
                print(f"{indent}  {output.paint(f'ended by {act_line(acts[told.ended])}', 'dim')}")
